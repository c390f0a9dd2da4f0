"""Tables without lines that only put paragraphs side by side."""

from __future__ import annotations

from itertools import zip_longest

from converter.composition.blocks import Frame
from converter.layout.units import Length
from converter.writers.docx.body import gap_xml, paragraph_xml
from converter.writers.docx.looks import FRAME_ID, Looks
from converter.writers.docx.oxml import element
from converter.writers.docx.parts import Parts
from converter.writers.docx.tables import cell_xml, table_head_xml


def frame_xml(frame: Frame, looks: Looks, parts: Parts) -> str:
    """A frame, centred."""
    rows = []
    for index, (cells, height) in enumerate(zip_longest(frame.rows, frame.heights)):
        row = [_row_properties(height)]
        for column, (content, width) in enumerate(zip(cells, frame.widths, strict=True)):
            merged = element("vMerge", **({} if index else {"val": "restart"}))
            # A cell must hold a paragraph.
            paragraphs = [paragraph_xml(each, looks, parts) for each in content] or [gap_xml(looks)]
            row.append(cell_xml(width, merged if column in frame.merged else "", *paragraphs))
        rows.append(element("tr", *row))
    return element("tbl", table_head_xml(FRAME_ID, frame.widths, None), *rows)


def _row_properties(height: Length | None) -> str:
    exact = "" if height is None else element("trHeight", val=height.twips, hRule="exact")
    return element("trPr", element("cantSplit"), exact)
