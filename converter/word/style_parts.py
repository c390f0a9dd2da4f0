"""The styles part as it stands: each style's own properties, and the chains that styles stand in.

A style of a damaged file may be based on itself, on one that is not there, or on one of another
kind; a chain ends there (ISO/IEC 29500-1, 17.7.4.3).
"""

from __future__ import annotations

from converter.record import record
from converter.word.properties import W, child, merged, properties_of, value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from converter.word.package import Package
    from converter.word.properties import Properties


_LONGEST = 64
"""Styles of a chain; Word allows about ten, and a damaged file may have thousands."""


@record(kw_only=True)
class Part:
    """What a table style says of a part of the table: of its paragraphs and their characters;
    ``element`` has what it says of cells."""

    paragraph: Properties
    run: Properties
    element: Element


@record(kw_only=True)
class Style:
    """A style: its id, ``kind`` (paragraph, character, table, numbering), name, the style it is
    based on, and its own properties; ``parts`` are those of a table style for parts of the table
    (``firstRow`` …)."""

    id: str
    kind: str
    name: str
    based_on: str
    paragraph: Properties
    run: Properties
    parts: dict[str, Part]
    element: Element


@record(kw_only=True)
class StyleParts:
    """What the styles part says: the document defaults and the styles by their ids; ``default``
    is the id of the default style of each kind, where there is one."""

    paragraph: Properties
    run: Properties
    styles: dict[str, Style]
    default: dict[str, str]

    def chain(self, style_id: str, kind: str) -> tuple[Style, ...]:
        """A style of a kind and those it is based on, nearest first; empty for none."""
        found: dict[str, Style] = {}
        style = self.styles.get(style_id)
        while style is not None and style.kind == kind and style.id not in found:
            if len(found) == _LONGEST:
                break
            found[style.id] = style
            style = self.styles.get(style.based_on)
        return tuple(found.values())


def style_parts(package: Package) -> StyleParts:
    """The styles part of a package; one without any styles where there is none."""
    part = related(package, "styles")
    root = package.xml(part) if part else None
    defaults = child(root, "docDefaults")
    styles: dict[str, Style] = {}
    default: dict[str, str] = {}
    for element in root.iterchildren(f"{W}style") if root is not None else ():
        style = _style(element)
        # Of two styles of one id Word keeps the first; of two defaults of a kind the last.
        styles.setdefault(style.id, style)
        if value(element, "default") in ("1", "true", "on"):
            default[style.kind] = style.id
    return StyleParts(
        paragraph=properties_of(child(child(defaults, "pPrDefault"), "pPr")),
        run=properties_of(child(child(defaults, "rPrDefault"), "rPr")),
        styles=styles,
        default=default,
    )


def related(package: Package, kind: str) -> str:
    """The name of the part of a kind (``styles``, ``theme`` …) that the main document refers to,
    empty where there is none."""
    for relationship in package.relationships(package.main).values():
        found = relationship.kind == kind and not relationship.external
        if found and package.has(relationship.target):
            return relationship.target
    return ""


def _style(element: Element) -> Style:
    parts = {}
    for part in element.iterchildren(f"{W}tblStylePr"):
        of_paragraph, of_run = _both(part)
        parts[value(part, "type")] = Part(paragraph=of_paragraph, run=of_run, element=part)
    paragraph, run = _both(element)
    return Style(
        id=value(element, "styleId"),
        kind=value(element, "type") or "paragraph",
        name=value(child(element, "name")),
        based_on=value(child(element, "basedOn")),
        paragraph=paragraph,
        run=run,
        parts=parts,
        element=element,
    )


def _both(element: Element) -> tuple[Properties, Properties]:
    return properties_of(child(element, "pPr")), properties_of(child(element, "rPr"))


def folded(layers: tuple[Properties, ...]) -> Properties:
    """Properties of several layers in one, the nearest first."""
    found: Properties = {}
    for layer in reversed(layers):
        found = merged(found, layer)
    return found
