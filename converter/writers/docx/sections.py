"""The section of a sheet: paper, margins, grid, and what stands at the edges of its pages."""

from __future__ import annotations

from collections.abc import Iterator

from converter.composition.blocks import Sheet
from converter.layout.table import Layout, Page
from converter.layout.units import pt, twips
from converter.record import replace
from converter.writers.docx.body import gap_xml
from converter.writers.docx.footers import number_xml, side_of, turned_number_xml
from converter.writers.docx.headers import foot_rule_xml, head_rule_xml
from converter.writers.docx.looks import Looks
from converter.writers.docx.opc import ContentType, Relationship
from converter.writers.docx.oxml import element, part
from converter.writers.docx.parts import Parts

# Word counts what its grid adds to a character in 4096ths of a point.
GRID_UNIT = 4096

FORGOTTEN = twips(283)
"""The height that LibreOffice gives headers and footers of which it knows nothing: 5 mm."""


def section_xml(sheet: Sheet, looks: Looks, parts: Parts) -> str:
    """The section properties of a sheet. They stand behind its blocks: at the end of the body for
    the last one, else at the end of the properties of the sheet's last paragraph."""
    edges = "".join(
        f'<w:{name}Reference w:type="{kind}" r:id="{id_}"/>'
        for kind in page_kinds(sheet)
        for name, id_ in _edges(sheet, looks, parts, kind)
    )
    return element(
        "sectPr",
        edges,
        element("type", val="evenPage" if sheet.start == "even" else "nextPage"),
        _page(page_of(sheet), landscape=sheet.landscape),
        "" if sheet.number_first else element("titlePg"),
        element("docGrid", **grid_values(looks.layout)),
    )


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
    cell = layout.page.text_width / grid.characters
    return {
        "type": "linesAndChars",
        "linePitch": grid.line_pitch.twips,
        # Rounded down, so that the last character fits.
        "charSpace": (cell - layout.styles.body.size) * GRID_UNIT // pt(1),
    }


def _page(page: Page, *, landscape: bool) -> str:
    size: dict[str, str | int] = {"w": page.width.twips, "h": page.height.twips}
    if landscape:
        size["orient"] = "landscape"
    margins = element(
        "pgMar",
        top=page.top.twips,
        right=page.right.twips,
        bottom=page.bottom.twips,
        left=page.left.twips,
        header=page.header.twips,
        footer=page.footer.twips,
        gutter=0,
    )
    return element("pgSz", **size) + margins


def _edges(sheet: Sheet, looks: Looks, parts: Parts, kind: str) -> Iterator[tuple[str, str]]:
    """(``header`` or ``footer``, id of its part) for a kind of page.

    A section without a header has that of the section before, so an empty one is written where
    another section has one.
    """
    header = _header(sheet, looks, kind)
    if not header and any(each.relationship == Relationship.HEADER for each in parts):
        header = gap_xml(looks)
    if header:
        content = part("hdr", header)
        yield "header", parts.add(Relationship.HEADER, "header", content, ContentType.WML_HEADER)
    content = part("ftr", _footer(sheet, looks, kind))
    yield "footer", parts.add(Relationship.FOOTER, "footer", content, ContentType.WML_FOOTER)


def _numbered(sheet: Sheet, kind: str) -> bool:
    return sheet.numbered and kind != "first"


def _header(sheet: Sheet, looks: Looks, kind: str) -> str:
    """The header of a kind of page; empty where there is nothing in it."""
    if kind == "first" and sheet.margin:
        return head_rule_xml(sheet.margin, looks, sheet.page)
    if sheet.landscape and _numbered(sheet, kind):
        return turned_number_xml(looks, sheet.page, side_of(looks.layout, kind))
    return ""


def _footer(sheet: Sheet, looks: Looks, kind: str) -> str:
    """The footer of a kind of page; with an empty paragraph where there is nothing in it."""
    if _numbered(sheet, kind) and not sheet.landscape:
        return number_xml(looks, side_of(looks.layout, kind))
    if kind == "first" and sheet.margin:
        return foot_rule_xml(sheet.margin, looks, sheet.page)
    return gap_xml(looks)
