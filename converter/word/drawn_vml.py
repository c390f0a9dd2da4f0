"""Straight lines drawn in VML (ISO/IEC 29500-4, 19): lines, straight connectors and thin bars.

Lengths of VML are CSS; what places a shape is called here as DrawingML calls it.
"""

from __future__ import annotations

from converter.record import record
from converter.word.model import Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_V = "{urn:schemas-microsoft-com:vml}"
_CONNECTOR = "#_x0000_t32"
_EMU = {"pt": 12700, "in": 914400, "cm": 360000, "mm": 36000, "pc": 152400, "px": 9525}
_COLOURS = {
    "black": "000000",
    "red": "FF0000",
    "blue": "0000FF",
    "green": "008000",
    "white": "FFFFFF",
    "gray": "808080",
    "silver": "C0C0C0",
    "maroon": "800000",
    "yellow": "FFFF00",
}
_COMPOUNDS = {
    "thinThin": "dbl",
    "thinThick": "thinThick",
    "thickThin": "thickThin",
    "thickBetweenThin": "tri",
}
_FROM = {"text": "", "char": "character"}
_THICKEST = 101_600
_STEEPEST = 0.1
_THIN = 9525
_LARGEST = 10**9
"""A length beyond, in EMU, is none: a kilometre."""


@record(kw_only=True)
class _Scale:
    """How coordinates within a group become EMU from its corner: where they begin, EMU a unit."""

    start: tuple[float, float]
    unit: tuple[float, float]


def vml_lines(picture: Element, part: str, number: int) -> Iterator[Line]:
    """The lines of a ``w:pict``, also those in a group, but not in one within another; ``number``
    is that of its paragraph."""
    for shape in picture.iter(f"{_V}line", f"{_V}shape", f"{_V}rect"):
        groups = list(shape.iterancestors(f"{_V}group"))
        if len(groups) > 1:
            continue
        own = _style(shape.get("style") or "")
        style = _style(groups[0].get("style") or "") if groups else own
        corner = _length(style.get("margin-left")), _length(style.get("margin-top"))
        found = _measured(shape, own, _scale(groups[0], style) if groups else None)
        if found is None:
            continue
        place, length, weight, colour = found
        if groups:
            place = corner[0] + place[0], corner[1] + place[1]
        yield Line(
            part=part,
            relative_from=(
                _relative(style, "horizontal", "column"),
                _relative(style, "vertical", "paragraph"),
            ),
            offset=place,
            align=(_aligned(style, "horizontal"), _aligned(style, "vertical")),
            length=length,
            weight=weight,
            colour=colour,
            compound=_compound(shape),
            paragraph=number,
        )


def _measured(
    shape: Element, style: dict[str, str], scale: _Scale | None
) -> tuple[tuple[int, int], int, int, str] | None:
    """Place, length, weight and colour of a shape that is a visible line, None for any other."""
    left, top = ("margin-left", "margin-top") if scale is None else ("left", "top")
    place = _point(f"{style.get(left, '')},{style.get(top, '')}", scale)
    width, height = _extent(f"{style.get('width', '')},{style.get('height', '')}", scale)
    if shape.tag == f"{_V}rect":
        is_bar = 0 < height <= _THICKEST and height < width * _STEEPEST
        if not is_bar or shape.get("filled") in ("f", "false") or len(shape):
            return None
        return place, width, height, _colour(shape.get("fillcolor") or "white")
    if shape.tag == f"{_V}line":
        start, end = _point(shape.get("from") or "", scale), _point(shape.get("to") or "", scale)
        place, width, height = start, abs(end[0] - start[0]), abs(end[1] - start[1])
    elif shape.get("type") != _CONNECTOR:
        return None
    if not width or height > width * _STEEPEST or shape.get("stroked") in ("f", "false"):
        return None
    weight = _length(shape.get("strokeweight")) or _THIN
    return place, width, weight, _colour(shape.get("strokecolor") or "black")


def _scale(group: Element, style: dict[str, str]) -> _Scale:
    size = _numbers(group.get("coordsize") or "1000,1000")
    width, height = _length(style.get("width")), _length(style.get("height"))
    return _Scale(
        start=_numbers(group.get("coordorigin") or ""),
        unit=(width / (size[0] or 1000), height / (size[1] or 1000)),
    )


def _point(text: str, scale: _Scale | None) -> tuple[int, int]:
    """A point ``x,y`` in EMU: of lengths, or of numbers in the coordinates of a group."""
    if scale is None:
        x, _, y = text.partition(",")
        return _length(x), _length(y)
    x_number, y_number = _numbers(text)
    return (
        _whole((x_number - scale.start[0]) * scale.unit[0]),
        _whole((y_number - scale.start[1]) * scale.unit[1]),
    )


def _extent(text: str, scale: _Scale | None) -> tuple[int, int]:
    """A width and a height, as :func:`_point` a point."""
    if scale is not None:
        scale = _Scale(start=(0, 0), unit=scale.unit)
    return _point(text, scale)


def _numbers(text: str) -> tuple[float, float]:
    x, _, y = text.partition(",")
    return _number(x), _number(y)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0


def _whole(number: float) -> int:
    return round(number) if abs(number) <= _LARGEST else 0


def _style(text: str) -> dict[str, str]:
    pairs = (each.partition(":") for each in text.split(";"))
    return {name.strip(): found.strip() for name, _, found in pairs if name.strip()}


def _length(text: str | None) -> int:
    """A CSS length in EMU, 0 for none; a number alone counts pixels."""
    text = (text or "").strip()
    unit = text[-2:] if text[-2:] in _EMU else ""
    return _whole(_number(text.removesuffix(unit)) * _EMU[unit or "px"])


def _colour(text: str) -> str:
    """Six hexadecimal digits for a colour's name or number, empty for what is neither."""
    text = text.partition("[")[0].strip().lower()
    if text in _COLOURS:
        return _COLOURS[text]
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(char * 2 for char in digits)
    return digits.upper() if len(digits) == 6 and digits.isalnum() else ""


def _relative(style: dict[str, str], way: str, default: str) -> str:
    found = style.get(f"mso-position-{way}-relative", "")
    return _FROM.get(found, found) or (default if style.get("position") == "absolute" else "")


def _aligned(style: dict[str, str], way: str) -> str:
    found = style.get(f"mso-position-{way}", "")
    return "" if found == "absolute" else found


def _compound(shape: Element) -> str:
    stroke = shape.find(f"{_V}stroke")
    return _COMPOUNDS.get(stroke.get("linestyle") or "" if stroke is not None else "", "sng")
