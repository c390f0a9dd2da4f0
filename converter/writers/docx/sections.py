"""The section of a sheet: paper, margins, grid, and what stands at the edges of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from converter.composition.blocks import Sheet
from converter.layout.table import Layout, Page
from converter.layout.units import twips
from converter.writers.docx.footers import add_empty, add_number, add_turned_number, side_of
from converter.writers.docx.headers import add_foot_rule, add_head_rule, add_mark
from converter.writers.docx.oxml import R, add, qn, root, xml
from converter.writers.docx.parts import Parts

# Word counts what its grid adds to a character in 4096ths of a point.
GRID_UNIT = 4096

FORGOTTEN = twips(283)
"""The height that LibreOffice gives headers and footers of which it knows nothing: 5 mm."""


def add_section(
    parent: etree._Element, sheet: Sheet, layout: Layout, parts: Parts, *, last: bool
) -> None:
    """Append the section properties of a sheet after its blocks: to the body for the ``last`` one,
    else to the properties of the sheet's last paragraph."""
    if sheet.margin:
        body = parent if last else next(parent.iterancestors(qn("body")))
        add_mark(body, sheet.margin, layout, sheet.page)
    section = add(parent, "sectPr")
    for kind in page_kinds(sheet):
        for name, id_ in _edges(sheet, layout, parts, kind):
            add(section, f"{name}Reference", type=kind).set(f"{{{R}}}id", id_)
    add(section, "type", val="evenPage" if sheet.start == "even" else "nextPage")
    _add_page(section, page_of(sheet), landscape=sheet.landscape)
    if not sheet.number_first:
        add(section, "titlePg")
    add(section, "docGrid", **grid_values(layout))


def page_kinds(sheet: Sheet) -> tuple[str, ...]:
    """The kinds of pages that have edges of their own: ``default`` is for odd pages."""
    return ("default", "even") if sheet.number_first else ("default", "even", "first")


def page_of(sheet: Sheet) -> Page:
    """The page as it is written.

    At a break to an even page LibreOffice forgets how far header and footer stand from the text
    and leaves them the height of one line; told so much room, it has the text where it belongs.
    """
    page = sheet.page
    if sheet.start == "even" and not sheet.numbered:
        return replace(page, header=page.top - FORGOTTEN, footer=page.bottom - FORGOTTEN)
    return page


def grid_values(layout: Layout) -> dict[str, str | int]:
    """The attributes of the grid.

    Lines only, unless the layout asks for more: a character grid of less than the type size is
    not read alike everywhere (14 characters a line in LibreOffice 7.4).
    """
    grid = layout.grid
    if grid.kind == "lines":
        return {"type": "lines", "linePitch": grid.line_pitch.twips}
    cell = layout.page.text_width.points / grid.characters
    # Rounded down, so that the last character fits.
    space = (cell - layout.styles.body.size.points) * GRID_UNIT // 1
    return {
        "type": "linesAndChars",
        "linePitch": grid.line_pitch.twips,
        "charSpace": int(space),
    }


def _add_page(section: etree._Element, page: Page, *, landscape: bool) -> None:
    size: dict[str, str | int] = {"w": page.width.twips, "h": page.height.twips}
    add(section, "pgSz", **size, **({"orient": "landscape"} if landscape else {}))
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


def _edges(sheet: Sheet, layout: Layout, parts: Parts, kind: str) -> Iterator[tuple[str, str]]:
    """(``header`` or ``footer``, id of its part) for a kind of page.

    A section without a header has that of the section before, so an empty one is written where
    another section has one.
    """
    header = _header(sheet, layout, kind)
    if header is None and any(part.relationship == RT.HEADER for part in parts):
        header = root("hdr")
        add_empty(header, layout)
    if header is not None:
        yield "header", parts.add(RT.HEADER, "header", xml(header), CT.WML_HEADER)
    footer = _footer(sheet, layout, kind)
    yield "footer", parts.add(RT.FOOTER, "footer", xml(footer), CT.WML_FOOTER)


def _numbered(sheet: Sheet, kind: str) -> bool:
    return sheet.numbered and kind != "first"


def _header(sheet: Sheet, layout: Layout, kind: str) -> etree._Element | None:
    """The header of a kind of page; None where there is nothing in it."""
    part = root("hdr")
    if kind == "first" and sheet.margin:
        add_head_rule(add_empty(part, layout), sheet.margin, layout, sheet.page)
    elif sheet.landscape and _numbered(sheet, kind):
        add_turned_number(part, layout, sheet.page, side_of(layout, kind))
    else:
        return None
    return part


def _footer(sheet: Sheet, layout: Layout, kind: str) -> etree._Element:
    """The footer of a kind of page; with an empty paragraph where there is nothing in it."""
    part = root("ftr")
    if _numbered(sheet, kind) and not sheet.landscape:
        add_number(part, layout, side_of(layout, kind))
        return part
    paragraph = add_empty(part, layout)
    if kind == "first" and sheet.margin:
        add_foot_rule(paragraph, sheet.margin, layout, sheet.page)
    return part
