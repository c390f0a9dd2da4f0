"""Tables of the report: ruled, fixed in width, with a header that every page repeats."""

from __future__ import annotations

from collections.abc import Sequence

from converter.composition.blocks import Cell, Paragraph, Span, Table
from converter.layout.table import TableLook, TextStyle
from converter.layout.units import Length
from converter.writers.docx.body import paragraph_xml
from converter.writers.docx.looks import TABLE_ID, Looks
from converter.writers.docx.oxml import element
from converter.writers.docx.table_styles import borders_xml, header_line_xml, margins_xml


def table_xml(table: Table, looks: Looks) -> str:
    """A table. What the table style says of lines is not said again."""
    styled = table.look == looks.layout.table and table.header_rows == 1
    ruled = table.look.form == "three-line" and not styled
    rows = []
    for index, row in enumerate(table.rows):
        is_header = index < table.header_rows
        style = table.header if is_header else table.body
        line_below = ruled and index == table.header_rows - 1
        rows.append(_row(row, table, style, looks, is_header=is_header, line_below=line_below))
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
    style: TextStyle,
    looks: Looks,
    *,
    is_header: bool,
    line_below: bool,
) -> str:
    """A row, which no page break cuts; ``line_below`` asks for a line that no style has."""
    header = element("tblHeader") if is_header else ""
    line = header_line_xml(table.look) if line_below else ""
    found = [element("trPr", element("cantSplit"), header)]
    for content, width in zip(cells, table.widths, strict=True):
        spans = (Span(content.text, content.where),) if content.text else ()
        paragraph = Paragraph(style=style, spans=spans, align=content.align)
        found.append(cell_xml(width, line, paragraph_xml(paragraph, looks)))
    return element("tr", *found)
