"""Formatting properties as they stand in a file: elements of ``w:pPr`` and ``w:rPr`` as mappings.

A :data:`Properties` maps the local name of an element to its attributes; what stands within
``w:pBdr``, ``w:tabs`` and ``w:numPr`` has names of its own (``pBdr.top``, ``tabs.720``). Attributes
that say one thing in several ways are brought to one: ``start`` to ``left``, ``hanging`` to a
negative ``firstLine``.
"""

from __future__ import annotations

from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from lxml.etree import _Element as Element

    Properties: TypeAlias = dict[str, dict[str, str]]
    Key: TypeAlias = tuple[object, ...]

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
"""The prefix of names in Word's own namespace, as lxml has them."""

_NOT_LOOKS = {"sectPr", "rPr", "pPrChange", "rPrChange", "ins", "del", "moveFrom", "moveTo"}
_NOT_IN_KEYS = {W + name for name in _NOT_LOOKS}
_BY_ATTRIBUTE = {"ind", "spacing", "rFonts", "lang", "numPr"}
"""Elements of which every attribute is inherited on its own; others replace what was there."""
_SIDES = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_SCRIPTS = {
    "ascii": "asciiTheme",
    "hAnsi": "hAnsiTheme",
    "eastAsia": "eastAsiaTheme",
    "cs": "cstheme",
}
_TWIPS = {"pt": 20, "in": 1440, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240, "pi": 240}
_LARGEST = 1_000_000
"""A length beyond is no length of a page, but damage."""


def local(element: Element) -> str:
    """The name of an element without its namespace, empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that local name in Word's namespace."""
    return None if element is None else next(element.iterchildren(W + name), None)


def value(element: Element | None, attribute: str = "val") -> str:
    """An attribute in Word's namespace, empty where it or the element is not there."""
    return "" if element is None else (element.get(W + attribute) or element.get(attribute) or "")


@lru_cache(4096)
def whole(text: str, *, unit: int = 20) -> int | None:
    """A number or a length with its unit (``21pt``, ``7.4mm``) as a whole number of ``unit`` in a
    point (20: twips, 2: half-points); None for what is none."""
    text = text.strip()
    try:
        if text[-2:] in _TWIPS:
            found = round(float(text[:-2]) * _TWIPS[text[-2:]] * unit / 20)
        else:
            found = round(float(text.removesuffix("%")))
    except (ValueError, OverflowError):
        return None
    return found if abs(found) <= _LARGEST else None


def is_on(attributes: dict[str, str] | None) -> bool:
    """Whether an on/off property is on."""
    return attributes is not None and attributes.get("val", "1") not in ("0", "false", "off")


def key_of(element: Element | None) -> Key:
    """A value by which equal properties are known."""
    if element is None:
        return ()
    return tuple(
        [
            (each.tag, *each.items(), key_of(each) if len(each) else None)
            for each in element
            if each.tag not in _NOT_IN_KEYS
        ]
    )


def properties_of(element: Element | None) -> Properties:
    """The properties of a ``w:pPr`` or ``w:rPr``."""
    found: Properties = {}
    for each in element if element is not None else ():
        name = local(each)
        if name in ("pBdr", "tabs"):
            found |= _parts(name, each)
        elif name == "numPr":
            found[name] = {local(e): value(e) for e in each if local(e) in ("ilvl", "numId")}
        elif name and name not in _NOT_LOOKS:
            found[name] = _settled(name, _attributes(each))
    return found


def merged(base: Properties, over: Properties) -> Properties:
    """The properties ``over`` on top of others."""
    if not over:
        return base
    found = {**base, **over}
    for name in _BY_ATTRIBUTE & base.keys() & over.keys():
        found[name] = {**base[name], **over[name]}
    return found


def _attributes(element: Element) -> dict[str, str]:
    return {str(name).rpartition("}")[2]: str(text) for name, text in element.items()}


def _parts(name: str, element: Element) -> Properties:
    """Sides of a border by their name, tab stops by their place."""
    found: Properties = {}
    for each in element:
        attributes = _attributes(each)
        part = local(each) if name == "pBdr" else str(whole(attributes.get("pos", "")))
        if part not in ("", "None"):
            found[f"{name}.{_SIDES.get(part, part)}"] = attributes
    return found


def _settled(name: str, attributes: dict[str, str]) -> dict[str, str]:
    """The attributes of an element with those that mean the same brought to one."""
    match name:
        case "ind":
            return _indents(attributes)
        case "spacing" if "line" in attributes:
            return {"lineRule": "auto", **attributes}
        case "rFonts":
            return _fonts(attributes)
    return attributes


def _indents(attributes: dict[str, str]) -> dict[str, str]:
    found = {_SIDES.get(name, name): text for name, text in attributes.items()}
    for unit in ("", "Chars"):
        first_line, hanging = f"firstLine{unit}", whole(found.pop(f"hanging{unit}", ""))
        if hanging or (hanging is not None and first_line not in found):
            found[first_line] = str(-hanging)
    return found


def _fonts(attributes: dict[str, str]) -> dict[str, str]:
    """One attribute a script: a name, or a place in the theme after ``+``, which goes first."""
    found = {"hint": attributes["hint"]} if "hint" in attributes else {}
    for script, themed in _SCRIPTS.items():
        if attributes.get(themed):
            found[script] = f"+{attributes[themed]}"
        elif script in attributes:
            found[script] = attributes[script]
    return found
