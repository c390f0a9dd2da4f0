"""The styles of tables: those with lines, and those that only put things side by side."""

from __future__ import annotations

from collections.abc import Iterator

from converter.layout.table import Layout, TableLook
from converter.layout.units import ZERO, Length
from converter.writers.docx.formatting import border_xml
from converter.writers.docx.looks import FRAME_ID, FRAME_NAME, TABLE_ID, TABLE_NAME
from converter.writers.docx.oxml import element

NORMAL_TABLE = "TableNormal"
WORD_MARGINS = {"top": 0, "left": 108, "bottom": 0, "right": 108}
"""Word's own room around the text of a cell, in twips, for tables that a user adds."""


def table_styles(layout: Layout) -> Iterator[str]:
    """The styles of tables, and the one that Word bases them on."""
    yield _style(
        NORMAL_TABLE,
        "Normal Table",
        element("uiPriority", val=99),
        element("semiHidden"),
        element("unhideWhenUsed"),
        element("tblPr", _margins(WORD_MARGINS)),
        default=1,
    )
    header = ""
    if layout.table.form == "three-line":
        line = element("tcPr", header_line_xml(layout.table))
        header = element("tblStylePr", line, type="firstRow")
    lines, padding = borders_xml(layout.table), layout.table.padding
    yield _own_style(TABLE_ID, TABLE_NAME, 51, lines, padding, header)
    yield _own_style(FRAME_ID, FRAME_NAME, 52, "", ZERO)


def borders_xml(look: TableLook) -> str:
    """The lines of a table: all of them, or those at its head and foot."""
    grid = look.form == "grid"
    outer = ("top", "left", "bottom", "right") if grid else ("top", "bottom")
    inner = ("insideH", "insideV") if grid else ()
    lines = [border_xml(side, look.outer) for side in outer]
    return element("tblBorders", *lines, *(border_xml(side, look.inner) for side in inner))


def header_line_xml(look: TableLook) -> str:
    """The line below the header of a table with three lines."""
    return element("tcBorders", border_xml("bottom", look.inner))


def margins_xml(padding: Length) -> str:
    """The room between a cell's lines and its text.

    None above: a line's own spare room, which lies above its text, is as much.
    """
    room = padding.twips
    return _margins({"top": 0, "left": room, "bottom": room, "right": room})


def _margins(sides: dict[str, int]) -> str:
    return element(
        "tblCellMar", *(element(side, w=width, type="dxa") for side, width in sides.items())
    )


def _own_style(
    style_id: str, name: str, priority: int, lines: str, padding: Length, header: str = ""
) -> str:
    return _style(
        style_id,
        name,
        element("basedOn", val=NORMAL_TABLE),
        element("uiPriority", val=priority),
        element("qFormat"),
        element("tblPr", element("jc", val="center"), lines, margins_xml(padding)),
        element("tcPr", element("vAlign", val="center")),
        header,
        customStyle=1,
    )


def _style(style_id: str, name: str, /, *content: str, **attributes: int) -> str:
    named = element("name", val=name)
    return element("style", named, *content, type="table", **attributes, styleId=style_id)
