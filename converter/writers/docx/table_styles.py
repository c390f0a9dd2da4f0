"""The styles of tables: those with lines, and those that only put things side by side."""

from __future__ import annotations

from lxml import etree

from converter.layout.table import Layout, TableLook
from converter.layout.units import ZERO, Length
from converter.writers.docx.formatting import add_border
from converter.writers.docx.looks import FRAME_ID, FRAME_NAME, TABLE_ID, TABLE_NAME
from converter.writers.docx.oxml import add

NORMAL_TABLE = "TableNormal"
WORD_MARGINS = {"top": 0, "left": 108, "bottom": 0, "right": 108}
"""Word's own room around the text of a cell, in twips, for tables that a user adds."""


def add_table_styles(part: etree._Element, layout: Layout) -> None:
    """Append the styles of tables, and the one that Word bases them on."""
    normal = _add_style(part, NORMAL_TABLE, "Normal Table", default=1)
    add(normal, "uiPriority", val=99)
    add(normal, "semiHidden")
    add(normal, "unhideWhenUsed")
    margins = add(add(normal, "tblPr"), "tblCellMar")
    for side, width in WORD_MARGINS.items():
        add(margins, side, w=width, type="dxa")
    table = _add_own_style(part, TABLE_ID, TABLE_NAME, 51)
    properties = add(table, "tblPr")
    add(properties, "jc", val="center")
    add_borders(properties, layout.table)
    add_margins(properties, layout.table.padding)
    add(add(table, "tcPr"), "vAlign", val="center")
    if layout.table.form == "three-line":
        header = add(add(table, "tblStylePr", type="firstRow"), "tcPr")
        add_header_line(header, layout.table)
    frame = _add_own_style(part, FRAME_ID, FRAME_NAME, 52)
    properties = add(frame, "tblPr")
    add(properties, "jc", val="center")
    add_margins(properties, ZERO)
    add(add(frame, "tcPr"), "vAlign", val="center")


def add_borders(properties: etree._Element, look: TableLook) -> None:
    """Append the lines of a table: all of them, or those at its head and foot."""
    borders = add(properties, "tblBorders")
    grid = look.form == "grid"
    for side in ("top", "left", "bottom", "right") if grid else ("top", "bottom"):
        add_border(borders, side, look.outer)
    if grid:
        add_border(borders, "insideH", look.inner)
        add_border(borders, "insideV", look.inner)


def add_header_line(properties: etree._Element, look: TableLook) -> None:
    """Append the line below the header of a table with three lines."""
    add_border(add(properties, "tcBorders"), "bottom", look.inner)


def add_margins(properties: etree._Element, padding: Length) -> None:
    """Append the room between a cell's lines and its text.

    None above: a line's own spare room, which lies above its text, is as much.
    """
    margins = add(properties, "tblCellMar")
    for side, length in (("top", ZERO), ("left", padding), ("bottom", padding), ("right", padding)):
        add(margins, side, w=length.twips, type="dxa")


def _add_own_style(part: etree._Element, style_id: str, name: str, priority: int) -> etree._Element:
    style = _add_style(part, style_id, name, customStyle=1)
    add(style, "basedOn", val=NORMAL_TABLE)
    add(style, "uiPriority", val=priority)
    add(style, "qFormat")
    return style


def _add_style(part: etree._Element, style_id: str, name: str, **attributes: int) -> etree._Element:
    style = add(part, "style", type="table", **attributes, styleId=style_id)
    add(style, "name", val=name)
    return style
