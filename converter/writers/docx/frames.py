"""Tables without lines that only put paragraphs side by side."""

from __future__ import annotations

from itertools import zip_longest

from lxml import etree

from converter.composition.blocks import Frame, Paragraph
from converter.layout.units import Length
from converter.writers.docx.body import add_paragraph
from converter.writers.docx.looks import FRAME_ID, Looks
from converter.writers.docx.oxml import add
from converter.writers.docx.parts import Parts
from converter.writers.docx.tables import add_cell, start_table


def add_frame(parent: etree._Element, frame: Frame, looks: Looks, parts: Parts) -> None:
    """Append a frame to ``parent``, centred."""
    table = start_table(parent, FRAME_ID, frame.widths, None)
    for index, (cells, height) in enumerate(zip_longest(frame.rows, frame.heights)):
        row = _add_row(table, height)
        for column, (content, width) in enumerate(zip(cells, frame.widths, strict=True)):
            cell, properties = add_cell(row, width)
            if column in frame.merged:
                add(properties, "vMerge", **({} if index else {"val": "restart"}))
            # A cell must hold a paragraph.
            for paragraph in content or (Paragraph(style=looks.gap, spans=()),):
                add_paragraph(cell, paragraph, looks, parts)


def _add_row(table: etree._Element, height: Length | None) -> etree._Element:
    row = add(table, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    if height is not None:
        add(properties, "trHeight", val=height.twips, hRule="exact")
    return row
