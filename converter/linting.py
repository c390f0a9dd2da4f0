"""Linting an input: the findings in its reports; and putting it right: find, fix, look again,
until nothing fixable is left."""

from __future__ import annotations

import os

from converter.linter.engine import check
from converter.linter.subject import Subject
from converter.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.bilingual import Lang
    from converter.findings import Finding
    from converter.layout.table import Layout
    from converter.linter.form import Form
    from converter.linter.ruleset import Ruleset
    from converter.model.nodes import Document
    from converter.profiles.choice import Choice
    from converter.source.text import SourceText
    from converter.word.edit.formatting import Wanted
    from converter.word.model import WordFile
    from converter.word.transcript import Transcript

_ROUNDS = 10
"""One fix may lay bare another; more rounds than this no draft needs."""


def findings_in(
    documents: tuple[Document, ...],
    choice: Choice,
    ruleset: Ruleset,
    path: str = "-",
    lang: Lang = "zh",
    source: SourceText | None = None,
    form: Form | None = None,
) -> list[Finding]:
    """The findings in all reports of one input, by report, line and column; ``source`` is the
    input's text, if it was text, ``form`` the look of a Word file that is to be judged, too."""
    groups = findings_by_report(documents, choice, ruleset, path, lang, source, form)
    return [finding for group in groups for finding in group]


def findings_by_report(
    documents: tuple[Document, ...],
    choice: Choice,
    ruleset: Ruleset,
    path: str = "-",
    lang: Lang = "zh",
    source: SourceText | None = None,
    form: Form | None = None,
) -> list[list[Finding]]:
    """The findings in each report of one input, by line and column; those about the look of a Word
    file with the first one's."""
    return [
        check(
            Subject(
                document,
                choice.held(document),
                source,
                documents,
                ruleset.values,
                form if document is documents[0] else None,
            ),
            ruleset,
            path,
            lang,
        )
        for document in documents
    ]


def form_of(word: WordFile, documents: tuple[Document, ...], layout: Layout | None = None) -> Form:
    """The look of a Word file and of the reports read from it, held against a layout: None for the
    one that it seems to be set in."""
    from converter.layout.gbt9704 import LAYOUTS
    from converter.linter.form import Form
    from converter.linter.form.kind import kind_of
    from converter.word.transcript import transcript_of

    transcript = transcript_of(word)
    held = layout or LAYOUTS[kind_of(word, transcript, documents)]
    return Form(word, transcript, documents, held)


def remedies_in(
    findings: list[Finding], choice: Choice, ruleset: Ruleset, form: Form, lang: Lang = "zh"
) -> list[Wanted]:
    """What puts the look of a Word file right where these findings in it tell of deviations."""
    from converter.linter.remedies import remedies_of

    document, source = form.documents[0], form.transcript.source
    held = choice.held(document)
    subject = Subject(document, held, source, form.documents, ruleset.values, form)
    return remedies_of(findings, ruleset.rules, subject, lang)


def findings_in_form(
    form: Form, choice: Choice, ruleset: Ruleset, path: str = "-", lang: Lang = "zh"
) -> list[Finding]:
    """The findings in a Word file, about its look and its text, with the numbers of their
    paragraphs."""
    source = form.transcript.source
    found = findings_in(form.documents, choice, ruleset, path, lang, source, form)
    return placed(found, form.transcript, lang)


def placed(findings: list[Finding], transcript: Transcript, lang: Lang = "zh") -> list[Finding]:
    """The findings in a Word file with the numbers of their paragraphs."""
    return [_placed(finding, transcript.paragraph_at(finding.line), lang) for finding in findings]


def _placed(finding: Finding, paragraph: int, lang: Lang) -> Finding:
    if not paragraph:
        return finding
    where = f" (paragraph {paragraph})" if lang == "en" else f"（第 {paragraph} 段）"
    return replace(finding, paragraph=paragraph, where=where)


@record
class Fixed:
    """A draft before and after its fixes, and how many edits were made."""

    before: SourceText
    after: SourceText
    edits: int

    @property
    def data(self) -> bytes:
        """The draft after its fixes, in the encoding it came in."""
        return self.after.encode()

    def diff(self, name: str) -> str:
        """The edits as a unified diff; empty when there are none."""
        from difflib import unified_diff

        lines = unified_diff(self.before.lines, self.after.lines, name, name, lineterm="")
        return "".join(line + "\n" for line in lines)


def fix(
    data: bytes,
    name: str,
    choice: Choice,
    ruleset: Ruleset,
    *,
    unsafe: bool = False,
    encoding: str | None = None,
) -> Fixed:
    """Makes the safe fixes (with ``unsafe``, all) of a set of rules in the bytes of a text file.

    Raises InputError when they cannot be decoded.
    """
    from converter.linter.edits import apply, chosen
    from converter.readers import source_reader
    from converter.source.decode import decode

    read = source_reader(os.path.splitext(name)[1])

    before = source = decode(data, name, encoding)
    made = {source.text: 0}  # each text so far, and how many edits led to it
    for _ in range(_ROUNDS):
        findings = findings_in(read(source, choice, name), choice, ruleset, name, source=source)
        edits = chosen(findings, unsafe=unsafe)
        if not edits:
            break
        text = apply(source.text, source.line_starts, edits)
        if text in made:
            # New numbers can make a line a heading, by which the old ones were right: whichever of
            # these texts it begins with, the same one must come out.
            texts = list(made)
            source = replace(source, text=min(texts[texts.index(text) :]))
            break
        made[text] = made[source.text] + len(edits)
        source = replace(source, text=text)
    return Fixed(before, source, made[source.text])
