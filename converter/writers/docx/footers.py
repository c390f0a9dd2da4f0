"""The page number at the foot of odd and of even pages."""

from __future__ import annotations

from typing import Literal

from lxml import etree

from converter.layout.table import Layout
from converter.writers.docx.oxml import add, add_text, root, xml
from converter.writers.docx.styles import style_ids


def footer(layout: Layout, side: Literal["left", "right"]) -> bytes:
    """A footer part with the page number on ``side``, a fixed distance from the text's edge.

    The distance is given as a length alone: counted in characters it would take those of the
    body, which are larger than the page number's.
    """
    number = layout.page_number
    part = root("ftr")
    paragraph = add(part, "p")
    properties = add(paragraph, "pPr")
    add(properties, "pStyle", val=style_ids(layout)[number.style.name])
    indent = number.outer.twips
    add(properties, "ind", **({"right": indent} if side == "right" else {"left": indent}))
    add(properties, "jc", val=side)
    add_text(add(paragraph, "r"), number.before)
    _add_page_field(paragraph)
    add_text(add(paragraph, "r"), number.after)
    return xml(part)


def _add_page_field(paragraph: etree._Element) -> None:
    """Append a field for the number of the page, complete, with 1 as the number shown so far."""
    add(add(paragraph, "r"), "fldChar", fldCharType="begin")
    add(add(paragraph, "r"), "instrText").text = "PAGE"
    add(add(paragraph, "r"), "fldChar", fldCharType="separate")
    add_text(add(paragraph, "r"), "1")
    add(add(paragraph, "r"), "fldChar", fldCharType="end")
