"""Sections: paper, margins, grid, page numbers, and which headers and footers are in force
(ISO/IEC 29500-1, 17.6 and 17.10)."""

from __future__ import annotations

from converter.word.model import Footer, Section
from converter.word.properties import W, child, is_on, local, value, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element as Element

    from converter.word.model import Block, Settings
    from converter.word.package import Package

_LETTER = 12240, 15840
"""The paper of a section that names none."""
_GRIDS = ("lines", "linesAndChars", "snapToChars")
_KINDS = ("default", "first", "even")


def sections_of(
    package: Package,
    properties: Sequence[Element | None],
    spans: Sequence[tuple[int, int]],
    settings: Settings,
    blocks_of: Callable[[str], tuple[Block, ...]],
) -> tuple[Section, ...]:
    """The sections of a file's body in their order.

    ``properties`` are their ``w:sectPr`` (None for a body without), ``spans`` the numbers of the
    first and last paragraph of each; ``blocks_of`` gives what stands in a part by its name, asked
    once for every header and footer of a section in force.
    """
    found = []
    parts: dict[tuple[bool, str], str] = {}
    for element, span in zip(properties, spans, strict=True):
        # A section that names no header or footer of a kind has that of the section before.
        parts = {**parts, **_references(package, element)}
        title_page = _on(element, "titlePg")
        kinds = ["default"] + ["first"] * title_page + ["even"] * settings.even_and_odd
        footers = tuple(
            Footer(footer=footer, kind=kind, part=part, blocks=blocks_of(part))
            for (footer, kind), part in sorted(parts.items())
            if kind in kinds
        )
        found.append(_section(element, footers, span, title_page=title_page))
    return tuple(found)


def _section(
    element: Element | None, footers: tuple[Footer, ...], span: tuple[int, int], *, title_page: bool
) -> Section:
    size, margins = child(element, "pgSz"), child(element, "pgMar")
    grid, number = child(element, "docGrid"), child(element, "pgNumType")
    width, height = _length(size, "w", _LETTER[0]), _length(size, "h", _LETTER[1])
    kind = value(grid, "type")
    return Section(
        width=width,
        height=height,
        landscape=value(size, "orient") == "landscape",
        # A negative margin is one that a high header does not push down.
        top=abs(_length(margins, "top", 1440)),
        right=_length(margins, "right", 1800),
        bottom=abs(_length(margins, "bottom", 1440)),
        left=_length(margins, "left", 1800),
        header=_length(margins, "header", 720),
        footer=_length(margins, "footer", 720),
        gutter=_length(margins, "gutter", 0),
        columns=_columns(child(element, "cols")),
        grid=kind if kind in _GRIDS else "",
        pitch=_length(grid, "linePitch", 0),
        char_space=_length(grid, "charSpace", 0),
        title_page=title_page,
        kind=value(child(element, "type")) or "nextPage",
        number_start=whole(value(number, "start")),
        number_format=value(number, "fmt"),
        vertical=value(child(element, "textDirection")) in ("tbRl", "tbRlV", "rl", "rlV"),
        footers=footers,
        first=span[0],
        last=span[1],
    )


def _references(package: Package, element: Element | None) -> dict[tuple[bool, str], str]:
    """The parts of the headers (False) and footers (True) that a section names, by kind."""
    relationships = package.relationships(package.main)
    found = {}
    for each in element if element is not None else ():
        if local(each) not in ("headerReference", "footerReference"):
            continue
        kind = value(each, "type") or "default"
        relationship = relationships.get(_relationship(each))
        known = relationship is not None and not relationship.external
        if relationship and known and kind in _KINDS and package.has(relationship.target):
            found[local(each) == "footerReference", kind] = relationship.target
    return found


def _relationship(element: Element) -> str:
    for name, text in element.items():
        if str(name).endswith("relationships}id"):
            return str(text)
    return ""


def _columns(element: Element | None) -> int:
    own = len(element.findall(f"{W}col")) if element is not None else 0
    return max(whole(value(element, "num")) or own or 1, 1)


def _length(element: Element | None, name: str, default: int) -> int:
    found = whole(value(element, name))
    return default if found is None else found


def _on(element: Element | None, name: str) -> bool:
    found = child(element, name)
    return found is not None and is_on({"val": value(found) or "1"})
