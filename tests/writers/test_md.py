"""Markdown that we write: it reads as the document again, and others read the same text in it."""

import re
from pathlib import Path

import pypandoc
import pytest
from hypothesis import given

import converter
from converter.errors import InputError
from converter.inputs import parse
from converter.model import walk
from converter.model.elements import Elements
from converter.model.nodes import (
    Document,
    Footnote,
    Inset,
    Merge,
    Number,
    Paragraph,
    Picture,
    Reference,
    Section,
    TextLine,
)
from converter.profiles.choice import Choice
from converter.readers import Options
from converter.readers.markdown import read
from converter.record import replace
from converter.writers import AS_STATED
from converter.writers.markdown.reading import text_of as said
from converter.writers.md import render
from tests.readers.markdown.judges import text_of_html
from tests.readers.test_invariants import anything, blocks, drafts
from tests.tools.places import FIXTURES

DRAFTS = sorted(
    path
    for folder in ("reports", "layout", "lint/in-order")
    for path in (FIXTURES / folder).glob("*.txt")
)
NAMED = b"gongwen \xe8\xa6\x81\xe7\xb4\xa0"
"""What the comments say that name elements."""


def documents(path: Path) -> tuple[Document, ...]:
    """The reports of a draft, the pictures it names left as they are."""
    return parse(path.name, path.read_bytes(), Choice()).documents


def text_of(document: Document) -> object:
    """All of a document but its places and what was removed, as JSON values."""
    return _kept(converter.to_json(replace(document, removed=(), encoding=None)))


def _kept(value: object) -> object:
    if isinstance(value, dict):
        return {
            key: _kept(item)
            for key, item in value.items()
            if key not in ("line", "column", "breaks")
            and not (key == "align" and not any(item))  # of a table whose draft tells none
        }
    if isinstance(value, list):
        return [_kept(item) for item in value]
    return value


def again(data: bytes) -> tuple[Document, ...]:
    """The reports in Markdown."""
    return read(data, Options("draft.md", Choice()))


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_comes_back(path: Path) -> None:
    for document in documents(path):
        data = render(document, AS_STATED)
        (found,) = again(data)
        assert text_of(found) == text_of(document)
        assert found.profile == document.profile
        assert render(found, AS_STATED) == data
        # A draft that is in order says by itself what each line is.
        assert NAMED not in data


@given(drafts | blocks | anything)
def test_any_document_comes_back(text: str) -> None:
    try:
        found = converter.parse(text)
    except InputError:
        return
    for document in found:
        (other,) = again(render(document, AS_STATED))
        assert text_of(other) == text_of(document)


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_pandoc_reads_the_same_text(path: Path) -> None:
    for document in documents(path):
        bare = replace(_without_notes(document), elements=Elements())
        page = pypandoc.convert_text(
            render(bare, AS_STATED).decode(), "html", "gfm", extra_args=["--wrap=none"]
        )
        assert text_of_html(_captions_once(page)) == _text(bare)


def _without_notes(document: Document) -> Document:
    """The document as it reads without its footnotes, which pandoc numbers and moves."""
    if not document.footnotes:
        return document
    marks = re.compile(rb"\[\^[^\]]+\]")
    kept = [
        line
        for line in render(document, AS_STATED).split(b"\n\n")
        if not re.match(rb"\[\^[^\]]+\]:", line)
    ]
    return again(marks.sub(b"", b"\n\n".join(kept)))[0]


def _captions_once(page: str) -> str:
    """A page whose pictures have their captions in ``alt`` only."""
    return re.sub(r"<figcaption.*?</figcaption>", "", page, flags=re.DOTALL)


def _text(document: Document) -> str:
    nodes = "".join(walk.node_text(node) for _, node in walk.nodes(document))
    return "".join(nodes.split())


MARKS = [
    "# 不是标题",
    "##不是标题",
    "1. 不是列表",
    "- 不是列表",
    "> 不是引文",
    "*不斜* **不粗** _不斜_ ~~不删~~ `不是代码`",
    "[不是](链接) ![不是](图片) [^1] [^1]: 不是注",
    "<b>不是标签</b> &amp; &#19968; <!-- 不是注释 -->",
    "\\*反斜杠\\",
    "| 不 | 是 |",
    "---",
    "===",
    "+++",
    "```",
    "|---|",
    "10~20万元，30~40万元",
    "a_b_c 与 2*3*4",
]


@pytest.mark.parametrize("text", MARKS)
def test_text_that_looks_like_marks_stays_text(text: str) -> None:
    document = report(Paragraph("全县工作平稳。", 1), Paragraph(text, 2), Paragraph("完。", 3))
    (found,) = again(render(document, AS_STATED))
    (section,) = found.sections
    assert [node.text for node in section.content if isinstance(node, Paragraph)] == [
        "全县工作平稳。",
        text,
        "完。",
    ]


def report(*content: Paragraph | Section) -> Document:
    """A small report with one part of that content."""
    part = Section(1, Number("一、", 1), "工作总结", "", False, 1, content)
    return Document(title=TextLine("云岭县水务局2024年工作总结", 1), sections=(part,))


def table(**more: object) -> Paragraph:
    """A table of two columns, two rows below its header."""
    text = "项目\t完成\n供水|节水\t12\u202813\n合计\t"
    return Paragraph(text, 1, kind="table", **more)  # type: ignore[arg-type]


SHAPES = {
    "aligned": table(align=("left", "right")),
    "picture in a cell": table(insets=(Inset(6, Picture("图 1.png")),)),
    "note in a cell": table(references=(Reference(5, "1"),)),
    "picture": Paragraph("图1 供水 [甲]", 1, kind="picture", picture=Picture("图/a (1)%.png")),
    "picture without caption": Paragraph("", 1, kind="picture", picture=Picture("a.png")),
    "note in a paragraph": Paragraph("投资12万元。", 1, references=(Reference(6, "甲"),)),
    "note at its head": Paragraph("投资12万元。", 1, references=(Reference(0, "甲"),)),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_what_a_paragraph_carries_comes_back(shape: Paragraph) -> None:
    labels = [reference.label for reference in shape.references]
    notes = tuple(Footnote(label, f"说明{label}*。", 9) for label in labels)
    document = replace(report(Paragraph("全县工作平稳。", 1), shape), footnotes=notes)
    (found,) = again(render(document, AS_STATED))
    assert said(found) == said(document)


def test_notes_in_title_and_headings_come_back() -> None:
    text = (
        "# 云岭县水务局2024年工作总结[^a]\n\n全县工作平稳。\n\n"
        "## 一、工作[^b]总结\n\n**（一）供水**[^c]。供水12万吨。\n\n"
        "[^a]: 甲。\n\n[^b]: 乙。\n\n[^c]: 丙。\n"
    )
    (document,) = again(text.encode())
    section = document.sections[0]
    assert document.title and document.title.references == (Reference(15, "a"),)
    assert section.references == (Reference(4, "b"),)
    (found,) = again(render(document, AS_STATED))
    assert text_of(found) == text_of(document)


def test_what_markdown_cannot_hold_is_still_there_as_text() -> None:
    inner = Paragraph("内甲\t内乙", 1, kind="table")
    merged = table(merged=(Merge(1, 0, 2, 1),), insets=(Inset(2, table=inner),), header_rows=2)
    data = render(report(merged), AS_STATED)
    assert NAMED not in data
    (found,) = again(data)
    texts = [node.text for _, node in walk.paragraphs(found)]
    assert texts == [merged.text, inner.text]


def test_metadata_stand_before_the_text() -> None:
    elements = Elements(
        layout="official",
        copy_number="000012",
        issuers=("云岭县人民政府", "云岭县水务局"),
        recipients="各乡镇：人民政府 #1",
        recipients_last=True,
        date="2024年12月20日",
    )
    document = replace(report(Paragraph("全县工作平稳。", 1)), elements=elements)
    (found,) = again(render(document, AS_STATED))
    assert found.elements == elements
