"""VML in a document (``w:pict``, ``w:object``): pictures, text boxes, drawn letters, previews of
embedded objects (ISO/IEC 29500-4, clause 19)."""

from __future__ import annotations

import re

from converter.word.drawings import THICKEST, Found, Frame, drawn, part_of, walked
from converter.word.model import Drawing
from converter.word.names import OFFICE, R, V
from converter.word.properties import W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from converter.word.package import Package

_UNITS = {"pt": 12700, "in": 914400, "cm": 360000, "mm": 36000, "px": 9525, "pc": 152400}
"""EMU of the units that lengths in a style may have; px without a unit."""
_READ = (f"{W}txbxContent", f"{V}imagedata", f"{V}textpath")
_SHAPES = tuple(V + name for name in ("shape", "rect", "roundrect", "oval", "arc", "polyline"))
_LENGTH = re.compile(r"(-?[\d.]+)\s*([a-z]*)")


def pictured(picture: Element, package: Package, part: str) -> list[Found]:
    """What is in a ``w:pict`` or ``w:object`` of a part, in the order of the file."""
    found: list[Found] = []
    is_drawn = False
    passed: Element | None = None
    for element in walked(picture):
        if passed is not None and passed in element.iterancestors():
            continue
        if element.tag in (f"{V}shapetype", f"{W}drawing"):
            passed = element
        if element.tag == f"{W}drawing":
            found += drawn(element, package, part)
        elif element.tag in _READ:
            found += _one(element, package, part)
        is_drawn = is_drawn or (element.tag in _SHAPES and _is_thick(element))
    if is_drawn and not found:
        frame = _frame(picture)
        return [Found(frame=frame, drawing=Drawing(part="", floating=frame.floating))]
    return found


def _one(element: Element, package: Package, part: str) -> list[Found]:
    frame = _frame(element)
    match element.tag.removeprefix(V):
        case "imagedata":
            return [Found(frame=frame, drawing=_drawing(element, frame, package, part))]
        case "textpath":
            texts = tuple(filter(None, element.get("string", "").splitlines()))
            return [Found(frame=frame, texts=texts)] if texts else []
    return [Found(frame=frame, content=element)]


def _is_thick(shape: Element) -> bool:
    """Whether a shape is one to be seen, neither a rule nor one that only holds others."""
    height = _length(_style(shape).get("height", "")) or 0
    return shape.get(f"{OFFICE}hr") not in ("t", "true") and height > THICKEST


def _drawing(image: Element, frame: Frame, package: Package, part: str) -> Drawing:
    named = [image.get(name, "") for name in (f"{R}id", f"{R}pict", f"{OFFICE}relid")]
    shape = _shape(image)
    alternative = shape.get("alt", "") if shape is not None else ""
    return Drawing(
        part=next((found for name in named if (found := part_of(package, part, name))), ""),
        width=frame.size[0],
        height=frame.size[1],
        description=alternative or image.get(f"{OFFICE}title", ""),
        floating=frame.floating,
    )


def _shape(element: Element) -> Element | None:
    """The shape that an element is in, the one that has a style."""
    for each in element.iterancestors():
        if str(each.tag).startswith(V) and each.get("style"):
            return each
    return None


def _outermost(element: Element) -> Element | None:
    """The outermost shape or group, which is what has a place on the page."""
    found = None
    for each in element.iterancestors():
        if each.tag in (f"{W}pict", f"{W}object"):
            break
        if str(each.tag).startswith(V) and each.get("style"):
            found = each
    return found


def _frame(element: Element) -> Frame:
    outermost, shape = _outermost(element), _shape(element)
    placed = _style(outermost)
    style = _style(shape) if shape is outermost else {}
    size = (_length(style.get("width", "")) or 0, _length(style.get("height", "")) or 0)
    if placed.get("position") != "absolute":
        return Frame(size=size)
    return Frame(
        relative_from=(
            _reference(placed.get("mso-position-horizontal-relative", ""), "column"),
            _reference(placed.get("mso-position-vertical-relative", ""), "paragraph"),
        ),
        offset=(
            _length(placed.get("margin-left") or placed.get("left", "")),
            _length(placed.get("margin-top") or placed.get("top", "")),
        ),
        align=(_align(placed, "horizontal"), _align(placed, "vertical")),
        size=size,
        floating=True,
    )


def _style(shape: Element | None) -> dict[str, str]:
    text = shape.get("style", "") if shape is not None else ""
    pairs = (entry.partition(":") for entry in text.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if name.strip()}


def _reference(word: str, default: str) -> str:
    """What a place is measured from, in the words of DrawingML."""
    return {"": default, "text": default, "char": "character"}.get(word, word)


def _align(style: dict[str, str], way: str) -> str:
    word = style.get(f"mso-position-{way}", "")
    return "" if word == "absolute" else word


def _length(text: str) -> int | None:
    match = _LENGTH.match(text.strip())
    if match is None:
        return None
    try:
        return round(float(match[1]) * _UNITS.get(match[2], _UNITS["px"]))
    except (ValueError, OverflowError):
        return None
