"""Drawn straight lines: shapes and connectors of DrawingML (ISO/IEC 29500-1, 20.4) as
:class:`converter.word.model.Line`; those of VML are read by :mod:`converter.word.drawn_vml`.

Only lines from left to right are told of, and bars that are as thin as a line: rules above and
below text are drawn either way.
"""

from __future__ import annotations

from converter.word.drawn_vml import vml_lines
from converter.word.model import Line
from converter.word.properties import W, local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

    from converter.word.theme import Theme

    Point = tuple[float, float]

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRAIGHT = ("line", "straightConnector1")
_SHAPES = ("wsp", "cxnSp")
_GROUPS = ("wgp", "grpSp")
_THICKEST = 101_600
"""A bar of up to 8 pt, in EMU, counts as a line."""
_STEEPEST = 0.1
"""A line that rises more than this part of its length is not one from left to right."""
_THIN = 9525
"""The weight of a line that names none: 0.75 pt."""


def lines_of(
    root: Element, part: str, theme: Theme, number_of: Callable[[Element], int]
) -> tuple[Line, ...]:
    """The lines drawn in a part, in document order.

    ``part`` is what :attr:`Line.part` says; ``number_of`` gives the number of the paragraph (a
    ``w:p``) that a line is anchored in, 0 for none.
    """
    found: list[Line] = []
    for element in root.iter(f"{_WP}anchor", f"{_WP}inline", f"{W}pict", f"{W}object"):
        if _is_second(element):
            continue
        number = number_of(_paragraph(element))
        if local(element) in ("pict", "object"):
            found += vml_lines(element, part, number)
        else:
            found += _lines(element, part, theme, number)
    return tuple(found)


def _is_second(element: Element) -> bool:
    """Whether it only stands in for another drawing that is there, too."""
    fallback = next(element.iterancestors(f"{_COMPATIBLE}Fallback"), None)
    if fallback is None:
        return False
    choices = fallback.itersiblings(f"{_COMPATIBLE}Choice", preceding=True)
    return any(next(choice.iter(f"{W}drawing"), None) is not None for choice in choices)


def _paragraph(element: Element) -> Element:
    """The paragraph of the story that a drawing is anchored in."""
    return next(element.iterancestors(f"{W}p"), element)


def _lines(drawing: Element, part: str, theme: Theme, number: int) -> Iterator[Line]:
    horizontal, vertical = (drawing.find(f"{_WP}position{way}") for way in "HV")
    for shape in drawing.iter():
        if local(shape) not in _SHAPES:
            continue
        properties = next((each for each in shape if local(each) == "spPr"), None)
        geometry = properties.find(f"{_A}prstGeom") if properties is not None else None
        if properties is None or geometry is None:
            continue
        (x, y), (width, height) = _box(shape, properties)
        stroke = _stroke(shape, properties, theme, geometry.get("prst", ""), width, height)
        if stroke is None:
            continue
        weight, colour, compound = stroke
        yield Line(
            part=part,
            relative_from=(_from(horizontal), _from(vertical)),
            offset=(_offset(horizontal, x), _offset(vertical, y)),
            align=(_text(horizontal, "align"), _text(vertical, "align")),
            length=round(width),
            weight=weight,
            colour=colour,
            compound=compound,
            paragraph=number,
        )


def _stroke(
    shape: Element, properties: Element, theme: Theme, form: str, width: float, height: float
) -> tuple[int, str, str] | None:
    """Weight, colour and compound of a shape that is a visible line, None for any other."""
    if form == "rect":
        is_bar = 0 < height <= _THICKEST and height < width * _STEEPEST
        fill = properties.find(f"{_A}solidFill")
        if not is_bar or fill is None or any(local(each) == "txbx" for each in shape):
            return None
        return round(height), theme.drawn_colour(fill), "sng"
    line = properties.find(f"{_A}ln")
    if form not in _STRAIGHT or not width or height > width * _STEEPEST:
        return None
    if line is not None and line.find(f"{_A}noFill") is not None:
        return None
    style = next((each for each in shape.iter(f"{_A}lnRef")), None)
    weight = _number(line, "w") or theme.line_weight(_number(style, "idx")) or _THIN
    colour = theme.drawn_colour(line.find(f"{_A}solidFill") if line is not None else None)
    compound = (line.get("cmpd") if line is not None else None) or "sng"
    return weight, colour or theme.drawn_colour(style), compound


def _box(shape: Element, properties: Element) -> tuple[Point, Point]:
    """The corner of a shape, measured from that of its drawing, and its size, in EMU."""
    transform = properties.find(f"{_A}xfrm")
    place, size = _pair(transform, "off", "x", "y"), _pair(transform, "ext", "cx", "cy")
    is_in_group = False
    for group in shape.iterancestors():
        if local(group) not in _GROUPS:
            continue
        is_in_group = True
        own = next(group.iter(f"{_A}xfrm"), None)
        inner, outer = _pair(own, "chExt", "cx", "cy"), _pair(own, "ext", "cx", "cy")
        scale = [o / i if i else 1.0 for o, i in zip(outer, inner, strict=True)]
        start, corner = _pair(own, "chOff", "x", "y"), _pair(own, "off", "x", "y")
        place = (
            corner[0] + (place[0] - start[0]) * scale[0],
            corner[1] + (place[1] - start[1]) * scale[1],
        )
        size = size[0] * scale[0], size[1] * scale[1]
    return (place if is_in_group else (0, 0)), size


def _pair(transform: Element | None, name: str, first: str, second: str) -> Point:
    element = transform.find(f"{_A}{name}") if transform is not None else None
    return _number(element, first), _number(element, second)


def _number(element: Element | None, name: str) -> int:
    try:
        return int(element.get(name) or 0) if element is not None else 0
    except ValueError:
        return 0


def _from(position: Element | None) -> str:
    return (position.get("relativeFrom") or "") if position is not None else ""


def _offset(position: Element | None, inside: float) -> int | None:
    text = _text(position, "posOffset")
    if not text:
        return None
    try:
        return round(int(text) + inside)
    except ValueError:
        return None


def _text(position: Element | None, name: str) -> str:
    return (position.findtext(f"{_WP}{name}") or "").strip() if position is not None else ""
