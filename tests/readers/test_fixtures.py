"""Every sample report read as a whole, against its expected outline, findings and violations."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import converter
from converter.model.nodes import Block, Document, Paragraph
from tests.tools.places import FIXTURES

DRAFTS = [*sorted((FIXTURES / "reports").glob("*.txt")), FIXTURES / "compilation.txt"]


KINDS = {
    "body": "段",
    "recipient": "主送",
    "attachment": "附件说明",
    "caption": "题",
    "unit": "单位",
    "table": "表格",
    "picture": "图片",
    "imprint": "版记",
}


def outline(document: Document) -> Iterator[str]:
    """A document for people's eyes: one line a heading or paragraph."""
    title = document.title
    yield f"标题 {title.line if title else '-'} {title.text if title else '-'}"
    yield f"单位 {document.organization} 年份 {document.period.reported} {document.period.planned}"
    for line in (*document.above_title, *document.below_title):
        yield f"题旁 {line.line} {line.kind} {line.text}"
    for paragraph in document.lead:
        yield _paragraph(paragraph, "前言")
    yield from _blocks(document.sections, 0)
    if document.signature:
        yield f"署名 {document.signature.line} {_one_line(document.signature.text)}"
    if document.date:
        yield f"日期 {document.date.line} {document.date.text} {document.date.value}"
    yield from (_paragraph(note, "附注") for note in document.notes)
    for attachment in document.attachments:
        label, own = attachment.label, attachment.title
        yield f"附件 {label.line} {label.text}" + (f" {own.line} {own.text}" if own else "")
        yield from _blocks(attachment.content, 1)
    for note in document.footnotes:
        yield f"脚注 {note.line} {note.label} {note.text}"
    for item in document.removed:
        yield f"删去 {item.line}:{item.column} {item.reason} {item.text}"


def _one_line(text: str) -> str:
    return text.replace("\n", "‖").replace("\t", "¦")


def _paragraph(paragraph: Paragraph, name: str = "段") -> str:
    """The beginning of a body paragraph, the whole text of another."""
    is_text = paragraph.kind == "body"
    text = paragraph.text[:16] if is_text else _one_line(paragraph.text)
    more = [point.marker for point in paragraph.points]
    more += [f"^{reference.label}@{reference.offset}" for reference in paragraph.references]
    more += [name or "-" for name in paragraph.align]
    more += [paragraph.picture.path] if paragraph.picture else []
    shown = f"{name if is_text else KINDS[paragraph.kind]} {paragraph.line} {text}"
    return f"{shown} [{' '.join(more)}]" if more else shown


def _blocks(blocks: tuple[Block, ...], depth: int) -> Iterator[str]:
    pad = "  " * depth
    for block in blocks:
        if isinstance(block, Paragraph):
            yield pad + _paragraph(block)
            continue
        roles = f" {'+'.join(block.roles)}" if block.roles else ""
        shape = " 段首" if block.run_in else ""
        head = f"{block.mark}|{block.heading}|{block.terminator}"
        yield f"{pad}{block.level}级 {block.line} {head}{shape}{roles}"
        yield from _blocks(block.content, depth + 1)


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_draft(path: Path, expect: Callable[[str, str], None]) -> None:
    lines: list[str] = []
    for document in converter.parse(path.read_bytes()):
        lines += outline(document)
        for finding in converter.lint(document):
            lines.append(f"检查 {finding.line}:{finding.column} {finding.code} {finding.message}")
        for violation in converter.validate(document):
            lines.append(f"校验 {violation.line} {violation.message}")
        lines.append("")
    expect(f"{path.stem}.outline", "\n".join(lines))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_same_in_every_encoding(path: Path, encoding: str, newline: str) -> None:
    text = path.read_text("utf-8")
    plain = converter.parse(text)
    data = newline.join(text.split("\n")).encode(encoding)
    other = converter.parse(data)
    assert [d.encoding for d in other] != []
    assert [_without_encoding(d) for d in other] == [_without_encoding(d) for d in plain]


def _without_encoding(document: Document) -> dict[str, object]:
    return converter.to_json(document) | {"encoding": None}


@pytest.mark.parametrize(
    "change",
    ["blank lines doubled", "blank lines gone", "lines indented", "blanks at line ends"],
)
def test_layout_of_the_draft_does_not_matter(change: str) -> None:
    text = (FIXTURES / "compilation.txt").read_text("utf-8")
    changed = {
        "blank lines doubled": text.replace("\n", "\n\n"),
        "blank lines gone": "\n".join(line for line in text.split("\n") if line),
        "lines indented": "\n".join(f"　　{line}" for line in text.split("\n")),
        "blanks at line ends": "\n".join(f"{line} \t" for line in text.split("\n")),
    }[change]
    assert _shape(changed) == _shape(text)


def test_compilation_without_a_contents_page() -> None:
    text = (FIXTURES / "compilation.txt").read_text("utf-8")
    whole = [document.title and document.title.text for document in converter.parse(text)]
    bare = "\n".join(line for line in text.split("\n")[2:] if line and "\t" not in line)
    bare = bare.removeprefix("目录\n")
    for draft in (bare, bare.replace("\n", "\n\n")):
        assert [d.title and d.title.text for d in converter.parse(draft)] == whole


def _shape(text: str) -> list[list[str]]:
    found = []
    for document in converter.parse(text):
        rows = []
        for row in outline(document):
            words = row.split()
            rows.append(" ".join([words[0], *words[2:]]) if not row.startswith("单位") else row)
        found.append(rows)
    return found
