"""The section at the end of the body: paper, margins, grid, and which footer stands where."""

from __future__ import annotations

from lxml import etree

from converter.layout.table import Layout
from converter.writers.docx.oxml import R, add

FOOTER_ODD = "footerOdd"
FOOTER_EVEN = "footerEven"


def add_section(body: etree._Element, layout: Layout) -> None:
    """Append the section properties, which must be the last thing in a body."""
    page = layout.page
    section = add(body, "sectPr")
    for kind, part in (("default", FOOTER_ODD), ("even", FOOTER_EVEN)):
        add(section, "footerReference", type=kind).set(f"{{{R}}}id", part)
    add(section, "pgSz", w=page.width.twips, h=page.height.twips)
    add(
        section,
        "pgMar",
        top=page.top.twips,
        right=page.right.twips,
        bottom=page.bottom.twips,
        left=page.left.twips,
        header=page.header.twips,
        footer=page.footer.twips,
        gutter=0,
    )
    # Lines only: a character grid of less than the type size is not read alike everywhere
    # (14 characters a line in LibreOffice 7.4); the styles' character spacing does its work.
    add(section, "docGrid", type="lines", linePitch=layout.grid.line_pitch.twips)
