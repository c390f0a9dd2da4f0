"""The page number (GB/T 9704-2012, 7.5): at the foot of upright pages, at the left of turned
ones, where it is at the same place of the paper."""

from __future__ import annotations

from typing import Literal, TypeAlias

from converter.layout.table import Layout, Page
from converter.writers.docx.body import gap_xml, more_properties
from converter.writers.docx.drawing import page_box_xml
from converter.writers.docx.looks import Looks
from converter.writers.docx.oxml import element, run_text

Side: TypeAlias = Literal["left", "center", "right"]


def side_of(layout: Layout, kind: str) -> Side:
    """Where the number stands on ``even`` pages, and on the others."""
    if layout.page_number.position == "center":
        return "center"
    return "left" if kind == "even" else "right"


def number_xml(looks: Looks, side: Side) -> str:
    """A paragraph with the page number on ``side``, a fixed distance from the text's edge.

    The distance is given as a length alone: counted in characters it would take those of the
    body, which are larger than the page number's.
    """
    number, style = looks.layout.page_number, looks.layout.styles.page_number
    properties = "" if side == "center" else element("ind", **{side: number.outer.twips})
    if side != style.align:
        properties += element("jc", val=side)
    before, after = (element("r", run_text(text)) for text in (number.before, number.after))
    return f"{more_properties(looks[style].start, properties)}{before}{_page_field()}{after}</w:p>"


def turned_number_xml(looks: Looks, page: Page, side: Side) -> str:
    """A paragraph with a box that holds the page number of a turned ``page``.

    What is the foot of an upright page is the left edge of a turned one; there a number at the
    right is at the lower end, and reads from top to bottom.
    """
    box = page_box_xml(
        f"page-number-{side}",
        number_xml(looks, side),
        left=looks.layout.page.footer,  # from the paper's edge to the foot of the number's line
        top=page.top,
        width=looks.layout.styles.page_number.line_pitch,
        height=page.text_height,
        turned=True,
    )
    return gap_xml(looks, box)


def _page_field() -> str:
    """A field for the number of the page, complete, with 1 as the number shown so far."""
    contents = (
        element("fldChar", fldCharType="begin"),
        element("instrText", "PAGE"),
        element("fldChar", fldCharType="separate"),
        run_text("1"),
        element("fldChar", fldCharType="end"),
    )
    return "".join(element("r", content) for content in contents)
