"""Linting an input: the findings in its reports; and putting it right: find, fix, look again,
until nothing fixable is left."""

from __future__ import annotations

from converter.linter.engine import check
from converter.linter.subject import Subject
from converter.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.bilingual import Lang
    from converter.findings import Finding
    from converter.linter.ruleset import Ruleset
    from converter.model.nodes import Document
    from converter.profiles.choice import Choice
    from converter.source.text import SourceText

_ROUNDS = 10
"""One fix may lay bare another; more rounds than this no draft needs."""


def findings_in(
    documents: tuple[Document, ...],
    choice: Choice,
    ruleset: Ruleset,
    path: str = "-",
    lang: Lang = "zh",
    source: SourceText | None = None,
) -> list[Finding]:
    """The findings in all reports of one input, by report, line and column; ``source`` is the
    input's text, if it was text."""
    groups = findings_by_report(documents, choice, ruleset, path, lang, source)
    return [finding for group in groups for finding in group]


def findings_by_report(
    documents: tuple[Document, ...],
    choice: Choice,
    ruleset: Ruleset,
    path: str = "-",
    lang: Lang = "zh",
    source: SourceText | None = None,
) -> list[list[Finding]]:
    """The findings in each report of one input, by line and column."""
    return [
        check(
            Subject(document, choice.held(document), source, documents, ruleset.values),
            ruleset,
            path,
            lang,
        )
        for document in documents
    ]


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
    from converter.readers.text import read
    from converter.source.decode import decode

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
