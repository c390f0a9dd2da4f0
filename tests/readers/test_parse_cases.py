"""The reader's single decisions, each against a file of cases."""

from collections.abc import Iterator

import pytest

import converter
from converter.model import walk
from converter.model.nodes import OTHER, Document, Paragraph, Period, Section
from converter.numbering import match_mark
from converter.profiles import load
from converter.readers.text.headings import read_heading
from converter.readers.text.lines import Line, read_lines
from converter.readers.text.outline import build
from converter.readers.text.pictures import read_pictures
from converter.readers.text.points import mark_points
from converter.readers.text.residue import clean
from converter.readers.text.roles import heading_roles
from converter.readers.text.salutation import mark_recipients
from converter.readers.text.subject import organization, period
from converter.readers.text.tables import read_tables
from converter.source.text import Piece, SourceText
from tests.cases import cases
from tests.drafts import draft


@pytest.mark.parametrize(("given", "expected"), cases("roles"))
def test_roles(given: str, expected: str) -> None:
    roles = heading_roles(given, Period(2024, 2025), load())
    assert ",".join(roles or ("-",)) == expected
    assert expected == OTHER or OTHER not in roles


@pytest.mark.parametrize(("given", "expected"), cases("headings"))
def test_headings(given: str, expected: str) -> None:
    text = given.removesuffix("↓")
    mark = match_mark(text)
    if mark is None:
        assert expected == "-"
        return
    heading = read_heading(Piece(text, 1), mark, followed=text != given)
    shape = "段首" if heading.run_in else "独立" if heading.heading else "整句"
    got = f"{mark.text} | {heading.heading} | {heading.terminator} | {shape}"
    assert got == expected
    rest = heading.rest.text if heading.rest else ""
    assert "".join((heading.opening.text + rest).split()) == "".join(text.split())


@pytest.mark.parametrize(("given", "expected"), cases("titles"))
def test_titles(given: str, expected: str) -> None:
    unit, reported, planned = (None if x == "-" else x for x in expected.split(" | "))
    assert organization(given) == unit
    years = period(given, [])
    assert [years.reported, years.planned] == [
        int(x) if x is not None else None for x in (reported, planned)
    ]


@pytest.mark.parametrize(("given", "expected"), cases("points"))
def test_points(given: str, expected: str) -> None:
    texts = given.split("／")
    marked = mark_points([Paragraph(text, n) for n, text in enumerate(texts, 1)])
    got = "／".join(" ".join(point.marker for point in p.points) for p in marked)
    assert (got or "-") == expected
    for paragraph in marked:
        for point in paragraph.points:
            assert paragraph.text[point.start : point.end].startswith(point.marker)
            assert not paragraph.text[point.end - 1].isspace()


@pytest.mark.parametrize(("given", "expected"), cases("residue"))
def test_residue(given: str, expected: str) -> None:
    kept, reason = expected.rsplit(" | ", 1)
    piece, gone = clean(Piece(given, 7))
    assert (piece.text or "-") == kept
    assert [item.reason for item in gone] == ([] if reason == "-" else reason.split(", "))
    for item in gone:
        assert item.line == 7
        assert given[item.column - 1 :].startswith(item.text)


def lines_of(text: str) -> tuple[SourceText, list[Line]]:
    """A case's lines, as a source and as the reader's lines."""
    text = text.replace("／", "\n").replace("⇥", "\t").replace("＿", "")
    source = SourceText(text, "utf-8")
    return source, read_lines(source)[0]


@pytest.mark.parametrize(("given", "expected"), cases("tables"))
def test_tables(given: str, expected: str) -> None:
    source, before = lines_of(given)
    lines, gone = read_tables(before, source)
    names = {"table": "表格 ", "caption": "表题 ", "unit": "单位 "}
    got = []
    for line in lines:
        rows = line.text.split("\n")
        cells = [row.replace("\t", "¦" if line.kind == "table" else "⇥") for row in rows]
        got.append(names.get(line.kind, "") + "‖".join(cells))
        assert len({row.count("\t") for row in rows}) == 1
        assert not line.align or len(line.align) == rows[0].count("\t") + 1
    assert "／".join(got) == expected
    assert {item.reason for item in gone} <= {"table-mark"}


@pytest.mark.parametrize(("given", "expected"), cases("pictures"))
def test_pictures(given: str, expected: str) -> None:
    (line,), gone = read_pictures(lines_of(given)[1])
    got = f"{line.text} | {line.picture.path}".lstrip() if line.picture else "-"
    assert got == expected
    assert line.kind == ("picture" if line.picture else "body")
    assert len(gone) == (2 if line.picture else 0)


@pytest.mark.parametrize(("given", "expected"), cases("captions"))
def test_captions_of_pictures(given: str, expected: str) -> None:
    lines, _ = read_pictures(lines_of(f"![供水](a.png)／{given}")[1])
    assert [line.kind for line in lines] == ["picture", "caption" if expected == "是" else "body"]
    (alone,), _ = read_pictures(lines_of(given)[1])
    assert alone.is_text


@pytest.mark.parametrize(("given", "expected"), cases("siblings"))
def test_siblings(given: str, expected: str) -> None:
    lines = lines_of(given)[1]
    _, sections = build(lines, lambda heading: (), ())
    found = (block for _, block in walk.blocks(sections, "") if isinstance(block, Section))
    assert " ".join(f"{section.mark}{section.heading or '-'}" for section in found) == expected


@pytest.mark.parametrize(("given", "expected"), cases("recipients"))
def test_recipients(given: str, expected: str) -> None:
    lines = mark_recipients([*lines_of(given)[1], Line(Piece("正文。", 9))])
    found = [line.text for line in lines if line.kind == "recipient"]
    assert ("／".join(found) or "-") == expected
    assert lines[-1].is_text


@pytest.mark.parametrize(("given", "expected"), cases("endings"))
def test_endings(given: str, expected: str) -> None:
    text = draft(
        title="云岭县水务局2024年工作总结及2025年工作计划", plan="三、2025年工作计划\n充实队伍。"
    )
    text += given.replace("／", "\n").replace("＿", "").replace("⇥", "\t")
    (document,) = converter.parse(text)
    assert (" | ".join(behind_the_text(document)) or "-") == expected


@pytest.mark.parametrize("stated", ["--meta", "block"])
@pytest.mark.parametrize(("given", "expected"), cases("signers"))
def test_signers_named_by_metadata(given: str, expected: str, stated: str) -> None:
    names, lines = given.replace("／", "\n").replace("＿", "").split(" | ")
    text = draft(title="2024年工作总结及2025年工作计划", plan="三、2025年工作计划\n充实队伍。")
    text += lines
    if stated == "block":
        (document,) = converter.parse(f"---\n署名: {names}\n---\n{text}")
    else:
        (document,) = converter.parse(text, metadata={"署名": names})
    assert (" | ".join(behind_the_text(document)) or "-") == expected


def behind_the_text(document: Document) -> Iterator[str]:
    """What a document has behind its text, in short."""
    for _, paragraph in walk.paragraphs(document):
        if paragraph.kind == "attachment":
            yield f"附件说明 {paragraph.text}"
    if document.signature:
        yield f"署名 {document.signature.text}".replace("\n", "‖")
    if document.date:
        yield f"日期 {document.date.text}"
    yield from (f"附注 {note.text}" for note in document.notes if note.kind == "body")
    for item in document.attachments:
        content = "，".join(walk.node_text(node) for _, node in walk.blocks(item.content, ""))
        yield f"附件 {item.label.text}：{item.title.text if item.title else '-'}：{content}"
    yield from (
        f"版记 {note.text}".replace("\t", "⇥") for note in document.notes if note.kind == "imprint"
    )
