"""Tables of the report, and those that only put things side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from converter.composition.blocks import Block, Cell, Table
from converter.layout.gbt9704 import REPORT
from converter.layout.table import Layout
from converter.layout.units import mm
from tests.writers.docx.compositions import (
    NS,
    STYLES,
    THREE_LINES,
    VARIANTS,
    attributes,
    file_of,
    frame,
    main_part,
    para,
    parts_in,
    table,
    the,
)


def element(block: Block, layout: Layout = REPORT) -> etree._Element:
    """The table that a block becomes."""
    return the(main_part(block, layout=layout), ".//w:tbl")


def test_width_is_fixed_and_that_of_the_columns() -> None:
    found = element(table())
    columns = [
        int(column.get(f"{{{NS['w']}}}w", "")) for column in found.iterfind(".//w:gridCol", NS)
    ]
    assert columns == [length.twips for length in table().widths]
    assert attributes(found.find("w:tblPr/w:tblW", NS)) == {"w": str(sum(columns)), "type": "dxa"}
    assert attributes(found.find("w:tblPr/w:tblLayout", NS)) == {"type": "fixed"}
    assert attributes(found.find("w:tblPr/w:jc", NS)) == {"val": "center"}
    cells = [cell.get(f"{{{NS['w']}}}w") for cell in found.findall(".//w:tcPr/w:tcW", NS)]
    assert cells == [str(column) for column in columns] * 3


@pytest.mark.parametrize("header_rows", [0, 1, 2])
def test_header_rows_are_repeated_and_no_row_is_cut(header_rows: int) -> None:
    rows = element(table(header_rows=header_rows)).findall("w:tr", NS)
    repeated = [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows]
    assert repeated == [index < header_rows for index in range(3)]
    assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)
    styles = [attributes(row.find(".//w:pStyle", NS)) for row in rows]
    header, body = {"val": "GwTableHeader"}, {"val": "GwTableBody"}
    assert styles == [header] * header_rows + [body] * (3 - header_rows)


def test_cells_say_their_alignment_where_it_is_not_the_styles() -> None:
    last = element(table()).findall("w:tr", NS)[-1]
    aligns = [attributes(cell.find(".//w:jc", NS)) for cell in last.iterfind("w:tc", NS)]
    assert aligns == [None, {"val": "left"}, {"val": "right"}]


def test_every_cell_ends_in_a_paragraph() -> None:
    for block in (table(), frame()):
        cells = element(block).findall(".//w:tc", NS)
        assert {etree.QName(cell[-1]).localname for cell in cells} == {"p"}


def test_lines_are_those_of_the_style() -> None:
    for layout in (REPORT, VARIANTS["three-line"]):
        found = element(table(layout.table), layout)
        assert attributes(found.find("w:tblPr/w:tblStyle", NS)) == {"val": "GwTable"}
        for tag in ("tblBorders", "tblCellMar", "tcBorders"):
            assert found.find(f".//w:{tag}", NS) is None


def test_lines_that_are_not_those_of_the_style() -> None:
    found = element(table(THREE_LINES))
    sides = [etree.QName(side).localname for side in the(found, "w:tblPr/w:tblBorders")]
    assert sides == ["top", "bottom"]
    lined = [row.findall(".//w:tcBorders/w:bottom", NS) for row in found.iterfind("w:tr", NS)]
    assert [len(row) for row in lined] == [3, 0, 0]


@pytest.mark.parametrize(
    ("layout", "sides"),
    [
        ("report", ["top", "left", "bottom", "right", "insideH", "insideV"]),
        ("three-line", ["top", "bottom"]),
    ],
)
def test_the_style_of_tables(layout: str, sides: list[str]) -> None:
    parts = parts_in(file_of(layout=VARIANTS[layout]))
    style = the(parts["word/styles.xml"], "w:style[@w:styleId='GwTable']")
    assert attributes(style.find("w:name", NS)) == {"val": "公文表格"}
    borders = the(style, "w:tblPr/w:tblBorders")
    assert [etree.QName(side).localname for side in borders] == sides
    weights = {"top": "8", "bottom": "8", "left": "8", "right": "8", "insideH": "4", "insideV": "4"}
    for side in borders:
        facts = attributes(side)
        assert facts and facts["sz"] == weights[etree.QName(side).localname]
    assert attributes(style.find("w:tcPr/w:vAlign", NS)) == {"val": "center"}
    header = style.find("w:tblStylePr[@w:type='firstRow']//w:bottom", NS)
    assert (header is not None) == (layout == "three-line")


def test_tables_next_to_each_other_stay_two() -> None:
    body = main_part(table(), frame(), table(), para(STYLES.body, "文"), table())[0]
    kinds = [etree.QName(child).localname for child in body]
    assert kinds == ["tbl", "p", "tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]
    gaps = [attributes(child.find("w:pPr/w:pStyle", NS)) for child in body.iterfind("w:p", NS)]
    assert [gap and gap["val"] for gap in gaps] == ["GwGap", "GwGap", "GwBody", "GwGap"]


def test_frame() -> None:
    rows = element(frame()).findall("w:tr", NS)
    heights = [attributes(row.find("w:trPr/w:trHeight", NS)) for row in rows]
    assert heights == [{"val": "800", "hRule": "exact"}, None]
    merged = [[attributes(cell.find("w:tcPr/w:vMerge", NS)) for cell in row[1:]] for row in rows]
    assert merged == [[None, {"val": "restart"}], [None, {}]]
    assert element(frame()).find(".//w:tblBorders", NS) is None


def test_a_very_long_table_is_written_fast() -> None:
    row = tuple(Cell(text=f"第{number}栏") for number in range(8))
    long = Table(
        rows=(row,) * 2000,
        widths=(mm(19),) * 8,
        look=REPORT.table,
        header=STYLES.table_header,
        body=STYLES.table_body,
    )
    assert len(file_of(long)) < 200_000
    assert len(file_of(replace(long, rows=long.rows[:1]))) < 12_000
