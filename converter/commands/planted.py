"""The examples of the rules about form, as Word files: our own, and the same with a deviation
planted in it."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import TYPE_CHECKING

from converter.inputs import parse, word_of
from converter.layout.house import load
from converter.linter.reports import Report
from converter.linter.reports.text import findings as lines_of
from converter.linter.ruleset import Ruleset
from converter.linter.samples import SAMPLES
from converter.linting import findings_in, form_of
from converter.profiles.choice import Choice
from converter.writers import FORMATS, Setting

if TYPE_CHECKING:
    from converter.findings import Finding
    from converter.linter.form import Form
    from converter.linter.rule import Rule
    from converter.model.nodes import Document

NAME = "稿.docx"
"""What a sample is called in reports."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of the entries of an archive, so that it is the same on every run."""
_LIST = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2"/>'
    '<w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_LIST_RELATED = (
    '<Relationship Id="lists" Target="numbering.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/numbering"/>'
)
_LIST_TYPED = (
    '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.numbering+xml"/>'
)


@cache
def sample(key: str) -> bytes:
    """The Word file that our writer makes of a sample draft, in the layout that it names."""
    document = parse("-", SAMPLES[key].encode(), Choice()).documents[0]
    setting = Setting(layout=load(layout_of(key)))
    return with_list(FORMATS["docx"].renderer()(document, setting))


def layout_of(key: str) -> str:
    """The name of the layout of a sample."""
    document = parse("-", SAMPLES[key].encode(), Choice()).documents[0]
    return document.elements.layout or "report"


def with_list(data: bytes) -> bytes:
    """A Word file of ours with a list of Word's in it that nothing belongs to, for deviations
    that number paragraphs with it: 二、 and so on."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == "word/_rels/document.xml.rels":
                content = _added(content, "Relationships", _LIST_RELATED)
            elif entry.filename == "[Content_Types].xml":
                content = _added(content, "Types", _LIST_TYPED)
            after.writestr(zipfile.ZipInfo(entry.filename, _EARLIEST), content)
        after.writestr(zipfile.ZipInfo("word/numbering.xml", _EARLIEST), _LIST)
    return made.getvalue()


def _added(content: bytes, element: str, more: str) -> bytes:
    """An XML part with more at its end."""
    end = f"</{element}>"
    return content.decode().replace(end, more + end).encode()


def replaced(data: bytes, part: str, good: str, bad: str) -> bytes:
    """A Word file in a part of which every ``good`` is a ``bad``. Raises ValueError where there is
    none."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == part:
                text = content.decode()
                if good not in text:
                    raise ValueError(f"{part} has no {good}")
                content = text.replace(good, bad).encode()
            after.writestr(zipfile.ZipInfo(entry.filename, _EARLIEST), content)
    return made.getvalue()


def planted(rule: Rule) -> bytes:
    """The sample of a rule with its bad example in the place of the good one. Raises ValueError
    where the sample has no such place."""
    if rule.sample is None:
        raise ValueError(f"{rule.name} has no sample")
    data = sample(rule.sample.layout)
    return replaced(data, rule.sample.part, rule.good.rstrip("\n"), rule.bad.rstrip("\n"))


def looked_at(data: bytes, layout: str = "") -> tuple[tuple[Document, ...], Form]:
    """The reports in a Word file, and its look, held against a layout (that of what stands in it,
    where none is named)."""
    word = word_of(NAME, data)
    if word is None:
        raise ValueError("not a Word file")
    documents = parse(NAME, data, Choice()).documents
    return documents, form_of(word, documents, load(layout) if layout else None)


def findings_in_word(data: bytes, ruleset: Ruleset, layout: str = "") -> list[Finding]:
    """What rules find in a Word file."""
    documents, form = looked_at(data, layout)
    source = form.transcript.source
    return findings_in(documents, Choice(), ruleset, NAME, source=source, form=form)


@cache
def found_in_planted(rule: Rule) -> tuple[str, ...]:
    """The lines of the report on what a rule finds in its planted example."""
    data, layout = planted(rule), layout_of(rule.sample.layout if rule.sample else "report")
    documents, form = looked_at(data, layout)
    report = Report()
    found = findings_in_word(data, Ruleset((rule,)), layout)
    report.add(NAME, documents, found, Choice(), form.transcript.source)
    return tuple(lines_of(report))
