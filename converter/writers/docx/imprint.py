"""版记 (GB/T 9704-2012, 7.4): a table in a box at the foot of the text area."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TypeAlias

from lxml import etree

from converter.composition.blocks import Imprint, Paragraph
from converter.layout.table import Layout, Rule
from converter.layout.units import ZERO, Length
from converter.layout.width import width
from converter.writers.docx.body import add_paragraph
from converter.writers.docx.drawing import add_foot_box
from converter.writers.docx.formatting import add_border
from converter.writers.docx.looks import looks_of
from converter.writers.docx.oxml import add

Row: TypeAlias = tuple[Paragraph, ...]


def add_imprint(paragraph: etree._Element, imprint: Imprint, layout: Layout, number: int) -> None:
    """Append a run with the imprint to the paragraph with which it shares the page.

    The last rule is at the foot of the text area. An imprint of n lines takes the room of n lines
    of the page. ``number`` is that of the drawing, of which no two in a file are the same.
    """
    looks = looks_of(layout)
    content = add_foot_box(
        paragraph,
        f"imprint-{number}",
        width=layout.page.text_width,
        height=_least_height(imprint.rows, layout) + _strokes(imprint.rules) + looks.gap.line_pitch,
    )
    table = _add_table(content, layout)
    for index, row in enumerate(imprint.rows):
        _add_row(table, row, imprint.rules[index : index + 2], layout)
    add_paragraph(content, Paragraph(style=looks.gap, spans=()), looks)


def _strokes(rules: Sequence[Rule | None]) -> Length:
    return sum((rule.weight for rule in rules if rule), ZERO)


def _add_table(content: etree._Element, layout: Layout) -> etree._Element:
    """A table of one column as wide as the text area, cells without padding."""
    measure = layout.page.text_width.twips
    table = add(content, "tbl")
    properties = add(table, "tblPr")
    add(properties, "tblW", w=measure, type="dxa")
    add(properties, "tblInd", w=0, type="dxa")
    add(properties, "tblLayout", type="fixed")
    margins = add(properties, "tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        add(margins, side, w=0, type="dxa")
    add(add(table, "tblGrid"), "gridCol", w=measure)
    return table


def _add_row(table: etree._Element, row: Row, rules: Sequence[Rule | None], layout: Layout) -> None:
    """Append a row between its two rules, as high as its content."""
    element = add(table, "tr")
    add(add(element, "trPr"), "cantSplit")
    cell = add(element, "tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=layout.page.text_width.twips, type="dxa")
    if any(rules):
        borders = add(properties, "tcBorders")
        for side, rule in zip(("top", "bottom"), rules, strict=True):
            if rule:
                add_border(borders, side, rule)
    for paragraph in row:
        add_paragraph(cell, paragraph, looks_of(layout))


def _least_height(rows: Sequence[Row], layout: Layout) -> Length:
    """What the imprint takes at least: its lines without rules, each filled to the last place."""
    total = ZERO
    for row in rows:
        for paragraph in row:
            style = paragraph.style
            room = layout.page.text_width - style.size * (style.left + style.right)
            rest = style.character * width(paragraph.text) - style.size * style.hanging
            lines = max(1, ceil(rest.points / room.points))
            total += (paragraph.height or style.line_pitch) * lines
    return total
