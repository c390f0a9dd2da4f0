"""The page number (GB/T 9704-2012, 7.5): at the foot of upright pages, at the left of turned
ones, where it is at the same place of the paper."""

from __future__ import annotations

from typing import Literal, TypeAlias

from lxml import etree

from converter.composition.blocks import Paragraph
from converter.layout.table import Layout, Page
from converter.writers.docx.body import add_paragraph
from converter.writers.docx.drawing import add_page_box
from converter.writers.docx.looks import looks_of
from converter.writers.docx.oxml import add, add_text

Side: TypeAlias = Literal["left", "center", "right"]


def side_of(layout: Layout, kind: str) -> Side:
    """Where the number stands on ``even`` pages, and on the others."""
    if layout.page_number.position == "center":
        return "center"
    return "left" if kind == "even" else "right"


def add_empty(parent: etree._Element, layout: Layout) -> etree._Element:
    """The paragraph that a header or footer must have, appended to ``parent``: one so low that it
    takes nothing from the text, also where a turned page has little room."""
    looks = looks_of(layout)
    return add_paragraph(parent, Paragraph(style=looks.gap, spans=()), looks)


def add_number(parent: etree._Element, layout: Layout, side: Side) -> None:
    """Append a paragraph with the page number on ``side``, a fixed distance from the text's edge.

    The distance is given as a length alone: counted in characters it would take those of the
    body, which are larger than the page number's.
    """
    style = layout.styles.page_number
    paragraph = add_paragraph(parent, Paragraph(style=style, spans=()), looks_of(layout))
    properties = paragraph[0]
    indent = layout.page_number.outer.twips
    if side == "right":
        add(properties, "ind", right=indent)
    elif side == "left":
        add(properties, "ind", left=indent)
    if side != style.align:
        add(properties, "jc", val=side)
    add_text(add(paragraph, "r"), layout.page_number.before)
    _add_page_field(paragraph)
    add_text(add(paragraph, "r"), layout.page_number.after)


def add_turned_number(parent: etree._Element, layout: Layout, page: Page, side: Side) -> None:
    """Append a paragraph with a box that holds the page number of a turned ``page``.

    What is the foot of an upright page is the left edge of a turned one; there a number at the
    right is at the lower end, and reads from top to bottom.
    """
    style = layout.styles.page_number
    content = add_page_box(
        add_empty(parent, layout),
        f"page-number-{side}",
        left=layout.page.footer,  # from the paper's edge to the foot of the number's line
        top=page.top,
        width=style.line_pitch,
        height=page.text_height,
        turned=True,
    )
    add_number(content, layout, side)


def _add_page_field(paragraph: etree._Element) -> None:
    """Append a field for the number of the page, complete, with 1 as the number shown so far."""
    add(add(paragraph, "r"), "fldChar", fldCharType="begin")
    add(add(paragraph, "r"), "instrText").text = "PAGE"
    add(add(paragraph, "r"), "fldChar", fldCharType="separate")
    add_text(add(paragraph, "r"), "1")
    add(add(paragraph, "r"), "fldChar", fldCharType="end")
