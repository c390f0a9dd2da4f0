"""版记 (GB/T 9704-2012, 7.4): a table in a box at the foot of the text area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from converter.composition.blocks import Imprint, Paragraph
from converter.layout.table import Layout, Rule
from converter.layout.units import ZERO, Length
from converter.layout.width import width
from converter.writers.docx.body import gap_xml, paragraph_xml
from converter.writers.docx.drawing import foot_box_xml
from converter.writers.docx.formatting import border_xml
from converter.writers.docx.looks import Looks
from converter.writers.docx.oxml import element
from converter.writers.docx.tables import cell_xml

Row: TypeAlias = tuple[Paragraph, ...]


def imprint_xml(imprint: Imprint, looks: Looks, number: int) -> str:
    """A run with the imprint, for the paragraph with which it shares the page.

    The last rule is at the foot of the text area. An imprint of n lines takes the room of n lines
    of the page. ``number`` is that of the drawing, of which no two in a file are the same.
    """
    layout = looks.layout
    rows = [
        _row(row, imprint.rules[index : index + 2], looks) for index, row in enumerate(imprint.rows)
    ]
    return foot_box_xml(
        f"imprint-{number}",
        element("tbl", _table_head(layout), *rows) + gap_xml(looks),
        width=layout.page.text_width,
        height=_least_height(imprint.rows, layout) + _strokes(imprint.rules) + looks.gap.line_pitch,
    )


def _strokes(rules: Sequence[Rule | None]) -> Length:
    return sum((rule.weight for rule in rules if rule), ZERO)


def _table_head(layout: Layout) -> str:
    """What stands above the rows: one column as wide as the text area, cells without padding."""
    measure = layout.page.text_width.twips
    sides = ("top", "left", "bottom", "right")
    properties = element(
        "tblPr",
        element("tblW", w=measure, type="dxa"),
        element("tblInd", w=0, type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *(element(side, w=0, type="dxa") for side in sides)),
    )
    return properties + element("tblGrid", element("gridCol", w=measure))


def _row(row: Row, rules: Sequence[Rule | None], looks: Looks) -> str:
    """A row between its two rules, as high as its content."""
    borders = "".join(
        border_xml(side, rule) for side, rule in zip(("top", "bottom"), rules, strict=True) if rule
    )
    cell = cell_xml(
        looks.layout.page.text_width,
        element("tcBorders", borders) if borders else "",
        *(paragraph_xml(paragraph, looks) for paragraph in row),
    )
    return element("tr", element("trPr", element("cantSplit")), cell)


def _least_height(rows: Sequence[Row], layout: Layout) -> Length:
    """What the imprint takes at least: its lines without rules, each filled to the last place."""
    total = ZERO
    for row in rows:
        for paragraph in row:
            style = paragraph.style
            room = layout.page.text_width - style.size * (style.left + style.right)
            rest = style.character * width(paragraph.text) - style.size * style.hanging
            lines = max(1, -(-rest // room))  # rounded up
            total += (paragraph.height or style.line_pitch) * lines
    return total
