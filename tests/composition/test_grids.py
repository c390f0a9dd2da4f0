"""Tables with merged cells, several paragraphs in a cell, footnotes, pictures and tables in them;
footnotes of titles and headings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

import converter
from converter.composition.blocks import Paragraph, Picture, Table
from converter.composition.compose import compose
from converter.composition.subject import pictures_in
from converter.layout.gbt9704 import PAGE, REPORT, STYLES
from converter.layout.units import ZERO, mm
from converter.model import nodes, walk
from converter.model.elements import Elements
from converter.model.nodes import Document, Merge, Section, TextLine
from converter.model.position import Break
from converter.readers.text.accounting import lost
from converter.schema.validate import violations
from converter.source.text import SourceText
from tests.cases import cases
from tests.composition.drawn_grids import PICTURE, document, drawings
from tests.tools.places import FIXTURES

FOLDER = FIXTURES / "layout"


def table_of(document: Document) -> Table:
    """The one table of a report."""
    (found,) = (
        block
        for sheet in compose(document, REPORT, pictures_in(FOLDER)).sheets
        for block in sheet.blocks
        if isinstance(block, Table)
    )
    return found


def tables(table: Table) -> Iterator[Table]:
    """A table and those in its cells."""
    yield table
    for row in table.rows:
        for cell in row:
            for item in cell.content:
                if isinstance(item, Table):
                    yield from tables(item)


def paragraphs(table: Table) -> Iterator[Paragraph | str]:
    """The paragraphs and plain texts in a table, in order."""
    for row in table.rows:
        for cell in row:
            yield from [] if cell.content or cell.continued else [cell.text]
            for item in cell.content:
                yield from paragraphs(item) if isinstance(item, Table) else [item]


@pytest.mark.parametrize(("drawing", "header"), cases("grids", "layout"))
def test_header_goes_down_as_far_as_its_cells(drawing: str, header: str) -> None:
    table = table_of(document(drawing))
    assert table.header_rows == int(header)
    reaches = any(
        index < table.header_rows < index + cell.rows
        for index, row in enumerate(table.rows)
        for cell in row
    )
    assert table.repeats != reaches


@settings(max_examples=60, deadline=None)
@given(drawings())
def test_any_table(drawing: str) -> None:
    written = document(drawing)
    table = table_of(written)
    assert table.width.twips == pytest.approx(PAGE.text_width.twips, abs=1)
    for each in tables(table):
        assert all(sum(cell.columns for cell in row) == len(each.widths) for row in each.rows)
        assert all(width > ZERO for width in each.widths)
        for row in each.rows:
            for cell, width in each.placed(row):
                inner = width - each.look.padding * 2
                sizes = [item.width for item in cell.content if isinstance(item, Table)]
                sizes += [p.width for p in _pictures(cell.content)]
                assert all(size <= max(inner, STYLES.table_body.size) for size in sizes)
    found = "".join(p if isinstance(p, str) else p.text for p in paragraphs(table))
    texts = (node.text for _, node in walk.nodes(written) if isinstance(node, nodes.Paragraph))
    assert sorted(found) == sorted("".join("".join(texts).split()).removeprefix("见下表。")[:-3])
    notes = [
        span.footnote
        for p in paragraphs(table)
        if isinstance(p, Paragraph)
        for span in p.spans
        if span.footnote
    ]
    assert notes == [note.text for note in written.footnotes]


def _pictures(content: tuple[Paragraph | Table, ...]) -> Iterator[Picture]:
    for item in content:
        if isinstance(item, Paragraph):
            yield from (span.picture for span in item.spans if span.picture)


@settings(max_examples=60, deadline=None)
@given(drawings())
def test_any_table_as_json_and_as_text(drawing: str) -> None:
    written = document(drawing)
    value = json.loads(json.dumps(converter.to_json(written), ensure_ascii=False))
    assert converter.from_json(value) == written
    assert {found.path for found in violations(value, "work-report")} == {"$.sections"}
    text = converter.render(written, "txt").decode()
    for _, node in walk.nodes(written):
        if isinstance(node, nodes.Paragraph):
            assert all(piece in text for piece in node.text.split())


@settings(max_examples=60, deadline=None)
@given(drawings())
def test_every_character_of_a_table_is_counted(drawing: str) -> None:
    """The rows of tables on lines of a source, those of inner ones behind: each is found, and each
    that is taken away is missed."""
    lines: dict[int, str] = {}
    written = document(drawing)
    placed = replace(written, title=None, footnotes=(), lead=tuple(_placed(written.lead, lines)))
    whole = [lines.get(number, "") for number in range(1, max(lines) + 1)]
    assert lost(SourceText("\n".join(whole), "utf-8"), (placed,)) is None
    number = max(n for n, line in lines.items() if line.strip())
    whole[number - 1] += "多"
    assert lost(SourceText("\n".join(whole), "utf-8"), (placed,)) == number


def _placed(lead: tuple[nodes.Paragraph, ...], lines: dict[int, str]) -> Iterator[nodes.Paragraph]:
    """The paragraphs with a line of the source for each row."""
    for paragraph in lead:
        first = max(lines, default=0) + 1
        rows = paragraph.text.split("\n")
        lines |= dict(enumerate(rows, first))
        offsets = [0]
        for row in rows:
            offsets.append(offsets[-1] + len(row) + 1)
        breaks = tuple(
            Break(offset, first + index, 1) for index, offset in enumerate(offsets[1:-1], start=1)
        )
        insets = tuple(
            replace(inset, table=next(_placed((inset.table,), lines))) if inset.table else inset
            for inset in paragraph.insets
        )
        yield replace(paragraph, line=first, breaks=breaks, insets=insets)


def test_a_picture_is_as_wide_as_its_cell_at_most() -> None:
    big = replace(PICTURE, width=200.0, height=100.0)
    text = "项目\t图\n供水\t\n排水\t"
    insets = tuple(nodes.Inset(n, big) for n in (8, 12))
    table = table_of(Document(lead=(nodes.Paragraph(text, 2, kind="table", insets=insets),)))
    shown = [p for row in table.rows for cell in row for p in _pictures(cell.content)]
    width = table.widths[1] - table.look.padding * 2
    assert [p.width <= width for p in shown] == [True, True]
    assert shown[0].width > mm(100)
    assert shown[0].width.emu == pytest.approx(shown[0].height.emu * 2, abs=1)


def test_a_line_with_a_picture_grows() -> None:
    table = table_of(document("项目|图/供水|[图]/排水|见[图]"))
    alone, within = (row[1].content[0] for row in table.rows[1:])
    assert isinstance(alone, Paragraph)
    assert isinstance(within, Paragraph)
    assert (alone.style, within.style) == (STYLES.picture, STYLES.table_body)
    assert within.grows


def test_rows_without_cells_are_filled_up() -> None:
    text = "项目\t数量\n供水\n排水\t3"
    paragraph = nodes.Paragraph(text, 2, kind="table", references=(nodes.Reference(8, "1"),))
    note = nodes.Footnote("1", "含补助", 9)
    table = table_of(Document(lead=(paragraph,), footnotes=(note,)))
    assert [[cell.text for cell in row] for row in table.rows][2] == ["排水", "3"]
    assert [len(row) for row in table.rows] == [2, 2, 2]


@pytest.mark.parametrize(("lines", "divided"), [(3, False), (60, True)])
def test_only_high_rows_may_be_cut(lines: int, divided: bool) -> None:
    long = "¶".join(["进展顺利。"] * lines)
    table = table_of(document(f"项目|说明/供水|{long}/排水|一¶二"))
    assert table.divided == (frozenset({1}) if divided else frozenset())


def test_a_column_of_a_merged_cell_is_no_wider_than_it_must() -> None:
    long = "一个占了两栏的很长很长的单元格里写着很长很长的说明文字"
    table = table_of(document(f"{long}|<|数/供水工程|12|3/排水工程|3|4"))
    first, second, third = (width.mm for width in table.widths)
    assert first > second > third


def test_columns_of_a_wide_table_turn_the_page() -> None:
    head = "|".join(f"第{n}项指标" for n in range(1, 16))
    row = "|".join(["12345.67"] * 14 + ["一¶二"])
    sheets = compose(document(f"{head}/{row}"), REPORT, pictures_in(None)).sheets
    assert [sheet.landscape for sheet in sheets] == [False, True, False]


TITLE = "云岭县水务局关于2025年重点水利工程建设情况和2026年工作安排的报告"


def test_footnotes_of_titles_and_headings() -> None:
    references = tuple(nodes.Reference(n, str(n)) for n in (6, 20, len(TITLE)))
    heading = Section(
        1,
        nodes.Number("一、", 1),
        "工程建设",
        "",
        False,
        5,
        (nodes.Paragraph("进展顺利。", 6),),
        references=(nodes.Reference(6, "50"),),
    )
    run_in = Section(
        2,
        nodes.Number("（一）", 1),
        "供水",
        "。",
        True,
        7,
        (nodes.Paragraph("供水稳定。", 7, references=(nodes.Reference(2, "52"),)),),
        references=(nodes.Reference(5, "51"),),
    )
    labels = ["6", "20", str(len(TITLE)), "40", "50", "51", "52", "60", "61", "70"]
    report = Document(
        title=TextLine(TITLE, 1, references=references),
        below_title=(
            nodes.SideLine("——在会上", "subtitle", 2, references=(nodes.Reference(5, "40"),)),
        ),
        sections=(replace(heading, content=(*heading.content, run_in)),),
        date=nodes.DateLine(
            "2025年1月5日", "2025-01-05", 9, references=(nodes.Reference(9, "70"),)
        ),
        attachments=(
            nodes.Attachment(
                TextLine("附件1", 10, references=(nodes.Reference(3, "60"),)),
                TextLine("清单", 11, references=(nodes.Reference(1, "61"),)),
            ),
        ),
        footnotes=tuple(nodes.Footnote(label, f"注{label}", 99) for label in labels),
    )
    composition = compose(report, REPORT, pictures_in(None))
    called = [
        (block.text[: sum(len(span.text) for span in block.spans[: n + 1])], span.footnote)
        for sheet in composition.sheets
        for block in sheet.blocks
        if isinstance(block, Paragraph)
        for n, span in enumerate(block.spans)
        if span.footnote
    ]
    assert [(text.replace("\n", ""), note) for text, note in called] == [
        (TITLE[:6], "注6"),
        (TITLE[:20], "注20"),
        (TITLE, f"注{len(TITLE)}"),
        ("——在会上", "注40"),
        ("一、工程建设", "注50"),
        ("（一）供水", "注51"),
        ("（一）供水。供水", "注52"),
        ("2025年1月5日", "注70"),
        ("附件1", "注60"),
        ("清", "注61"),
    ]


def test_a_footnote_that_no_line_can_call_is_printed_all_the_same() -> None:
    imprint = nodes.Paragraph(
        "抄送：县委。", 9, kind="imprint", references=(nodes.Reference(2, "1"),)
    )
    elements = Elements(issuers=("云岭县水务局",))
    report = Document(
        title=TextLine("报告", 1),
        lead=(nodes.Paragraph("供水稳定。", 2),),
        notes=(imprint,),
        footnotes=(nodes.Footnote("1", "只送县委办公室", 10),),
        elements=elements,
    )
    layout = converter.layout.gbt9704.LAYOUTS["official"]
    sheets = compose(report, layout, pictures_in(None)).sheets
    texts = [b.text for sheet in sheets for b in sheet.blocks if isinstance(b, Paragraph)]
    assert "1 只送县委办公室" in texts


def test_the_same_footnote_twice_is_printed_once() -> None:
    table = table_of(
        Document(
            lead=(
                nodes.Paragraph(
                    "项目\t数量\n供水\t3",
                    2,
                    kind="table",
                    references=(nodes.Reference(2, "甲"), nodes.Reference(7, "甲")),
                ),
            ),
            footnotes=(nodes.Footnote("甲", "含补助", 9),),
        )
    )
    spans = [
        (span.text, span.footnote)
        for p in paragraphs(table)
        if isinstance(p, Paragraph)
        for span in p.spans
    ]
    assert spans == [("项目", "含补助"), ("供", None), ("1", None), ("水", None)]


def test_merges_next_to_each_other_leave_no_cell_out() -> None:
    merged = (Merge(0, 0, 2, 2), Merge(0, 2, 1, 2), Merge(1, 2, 2, 1), Merge(2, 0, 1, 2))
    text = "甲\t\t乙\t\n\t\t丙\t丁\n戊\t\t\t己"
    table = table_of(Document(lead=(nodes.Paragraph(text, 2, kind="table", merged=merged),)))
    drawn = [[(cell.text, cell.columns, cell.continued) for cell in row] for row in table.rows]
    assert drawn == [
        [("甲", 2, False), ("乙", 2, False)],
        [("", 2, True), ("丙", 1, False), ("丁", 1, False)],
        [("戊", 2, False), ("", 1, True), ("己", 1, False)],
    ]
