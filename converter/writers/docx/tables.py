"""Tables of the report: ruled, fixed in width, with a header that every page repeats."""

from __future__ import annotations

from collections.abc import Sequence

from converter.composition.blocks import Cell, Paragraph, Span, Table
from converter.layout.table import TableLook, TextStyle
from converter.layout.units import Length
from converter.writers.docx.body import gap_xml, paragraph_xml
from converter.writers.docx.looks import TABLE_ID, Looks
from converter.writers.docx.oxml import element
from converter.writers.docx.parts import Parts
from converter.writers.docx.table_styles import borders_xml, header_line_xml, margins_xml


def table_xml(table: Table, looks: Looks, parts: Parts) -> str:
    """A table. What the table style says of lines is not said again."""
    styled = table.look == looks.layout.table and table.header_rows == 1
    ruled = table.look.form == "three-line" and not styled
    rows = []
    for index, row in enumerate(table.rows):
        style = table.header if index < table.header_rows else table.body
        line_below = ruled and index == table.header_rows - 1
        line = header_line_xml(table.look) if line_below else ""
        rows.append(_row(row, table, index, style, looks, parts, line))
    head = table_head_xml(TABLE_ID, table.widths, None if styled else table.look)
    return element("tbl", head, *rows)


def table_head_xml(style_id: str, widths: Sequence[Length], look: TableLook | None) -> str:
    """What stands above the rows of a table of fixed widths; ``look`` as far as it is not that of
    its style."""
    columns = [width.twips for width in widths]
    # Which parts of the style count: the header row, or none. In bits for Word before 2010.
    has_header = look is None and style_id == TABLE_ID
    bits = "0620" if has_header else "0600"
    properties = element(
        "tblPr",
        element("tblStyle", val=style_id),
        element("tblW", w=sum(columns), type="dxa"),
        # The style says so too, but LibreOffice does not read it there.
        element("jc", val="center"),
        borders_xml(look) if look else "",
        element("tblLayout", type="fixed"),
        margins_xml(look.padding) if look else "",
        element("tblLook", val=bits, firstRow=int(has_header), noHBand=1, noVBand=1),
    )
    return properties + element("tblGrid", *(element("gridCol", w=column) for column in columns))


def cell_xml(width: Length, properties: str, *paragraphs: str) -> str:
    """A cell with the paragraphs that it must have, and its ``properties`` beside the width."""
    own = element("tcPr", element("tcW", w=width.twips, type="dxa"), properties)
    return element("tc", own, *paragraphs)


def _row(
    cells: Sequence[Cell],
    table: Table,
    index: int,
    style: TextStyle,
    looks: Looks,
    parts: Parts,
    line: str,
) -> str:
    """A row, which no page break cuts unless it is a high one; ``line`` is one below it that no
    style has."""
    whole = "" if index in table.divided else element("cantSplit")
    header = element("tblHeader") if table.repeats and index < table.header_rows else ""
    properties = whole + header
    found = [element("trPr", properties)] if properties else []
    for cell, width in table.placed(cells):
        span = element("gridSpan", val=cell.columns) if cell.columns > 1 else ""
        if cell.continued:
            span += element("vMerge")
        elif cell.rows > 1:
            span += element("vMerge", val="restart")
        if cell.content:
            content = _content(cell, looks, parts)
        else:
            spans = (Span(cell.text, cell.where),) if cell.text else ()
            content = paragraph_xml(Paragraph(style=style, spans=spans, align=cell.align), looks)
        found.append(cell_xml(width, span + line, content))
    return element("tr", *found)


def _content(cell: Cell, looks: Looks, parts: Parts) -> str:
    """What stands in a cell. Behind a table there must be a paragraph, and between two tables."""
    found: list[str] = []
    is_table = False
    for item in cell.content:
        if isinstance(item, Paragraph):
            found.append(paragraph_xml(item, looks, parts))
        else:
            found += [gap_xml(looks)] if is_table else []
            found.append(table_xml(item, looks, parts))
        is_table = isinstance(item, Table)
    return "".join([*found, gap_xml(looks)] if is_table else found)
