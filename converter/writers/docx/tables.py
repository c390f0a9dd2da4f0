"""Tables of the report: ruled, fixed in width, with a header that every page repeats."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from converter.composition.blocks import Cell, Paragraph, Span, Table
from converter.layout.table import TableLook, TextStyle
from converter.layout.units import Length
from converter.writers.docx.body import add_paragraph
from converter.writers.docx.looks import TABLE_ID, Looks
from converter.writers.docx.oxml import add
from converter.writers.docx.table_styles import add_borders, add_header_line, add_margins


def add_table(parent: etree._Element, table: Table, looks: Looks) -> None:
    """Append a table to ``parent``. What the table style says of lines is not said again."""
    styled = table.look == looks.layout.table and table.header_rows == 1
    element = start_table(parent, TABLE_ID, table.widths, None if styled else table.look)
    ruled = table.look.form == "three-line" and not styled
    for index, row in enumerate(table.rows):
        is_header = index < table.header_rows
        style = table.header if is_header else table.body
        line_below = ruled and index == table.header_rows - 1
        _add_row(element, row, table, style, looks, is_header=is_header, line_below=line_below)


def start_table(
    parent: etree._Element, style_id: str, widths: Sequence[Length], look: TableLook | None
) -> etree._Element:
    """A table without rows, of fixed widths, appended to ``parent``; ``look`` as far as it is not
    that of its style."""
    table = add(parent, "tbl")
    properties = add(table, "tblPr")
    columns = [width.twips for width in widths]
    add(properties, "tblStyle", val=style_id)
    add(properties, "tblW", w=sum(columns), type="dxa")
    # The style says so too, but LibreOffice does not read it there.
    add(properties, "jc", val="center")
    if look:
        add_borders(properties, look)
    add(properties, "tblLayout", type="fixed")
    if look:
        add_margins(properties, look.padding)
    # Which parts of the style count: the header row, or none. In bits for Word before 2010.
    has_header = look is None and style_id == TABLE_ID
    bits = "0620" if has_header else "0600"
    add(properties, "tblLook", val=bits, firstRow=int(has_header), noHBand=1, noVBand=1)
    grid = add(table, "tblGrid")
    for column in columns:
        add(grid, "gridCol", w=column)
    return table


def add_cell(row: etree._Element, width: Length) -> tuple[etree._Element, etree._Element]:
    """A cell, appended to ``row`` without the paragraph that it must have, and its properties."""
    cell = add(row, "tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=width.twips, type="dxa")
    return cell, properties


def _add_row(
    parent: etree._Element,
    cells: Sequence[Cell],
    table: Table,
    style: TextStyle,
    looks: Looks,
    *,
    is_header: bool,
    line_below: bool,
) -> None:
    """Append a row, which no page break cuts; ``line_below`` asks for a line that no style has."""
    row = add(parent, "tr")
    row_properties = add(row, "trPr")
    add(row_properties, "cantSplit")
    if is_header:
        add(row_properties, "tblHeader")
    for content, width in zip(cells, table.widths, strict=True):
        cell, properties = add_cell(row, width)
        if line_below:
            add_header_line(properties, table.look)
        spans = (Span(content.text, content.where),) if content.text else ()
        add_paragraph(cell, Paragraph(style=style, spans=spans, align=content.align), looks)
