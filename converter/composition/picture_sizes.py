"""The kinds of pictures that office programs show and whose headers nobody else here reads: what
each is, and its own size."""

from __future__ import annotations

import re

from converter.layout.units import Length, inches, mm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Facts: TypeAlias = tuple[str, Length, Length]
    """MIME type, width, height."""

EMF, WMF, SVG = "image/x-emf", "image/x-wmf", "image/svg+xml"
UNSIZED = (mm(80), mm(60))
"""The size of a picture that tells none, and that no draft gives one."""

_EMF_HEADER = b"\x01\x00\x00\x00"
_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_METAFILES = (b"\x01\x00\x09\x00\x00", b"\x02\x00\x09\x00\x00")
_SVG_ROOT = re.compile(r"<(?:[A-Za-z][\w.-]*:)?svg(?=[\s>/])[^>]*>", re.S)
_HEAD = 1 << 16
_UNITS = {"": 96.0, "px": 96.0, "pt": 72.0, "pc": 6.0, "in": 1.0, "cm": 2.54, "mm": 25.4}
"""How many of a unit are an inch (CSS 2.1, 4.3.2)."""
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]{1,2})?)\s*([a-z]*)\s*")
_SOUND = (1e-3, 1e4)
"""The least and the most inches that a picture may be wide or high."""


def facts_of(data: bytes) -> Facts | None:
    """What a metafile or a vector drawing is, and its size; None for anything else."""
    if data[:4] == _EMF_HEADER and data[40:44] == b" EMF":
        return EMF, *_sized(_emf(data))
    if data[:4] == _PLACEABLE and len(data) > 22:
        return WMF, *_sized(_wmf(data))
    if data[:5] in _METAFILES and len(data) > 18:
        return WMF, *UNSIZED
    root = _svg_root(data)
    return (SVG, *_sized(_svg(root))) if root else None


def _sized(size: tuple[float, float] | None) -> tuple[Length, Length]:
    """A size in inches as lengths, if it can be meant."""
    if size is None or not all(_SOUND[0] <= side <= _SOUND[1] for side in size):
        return UNSIZED
    return inches(size[0]), inches(size[1])


def _emf(data: bytes) -> tuple[float, float]:
    """The frame of an enhanced metafile, which has it in hundredths of a millimetre (MS-EMF,
    2.2.9)."""
    left, top, right, bottom = (_signed(data, place, 4) for place in range(24, 40, 4))
    return (right - left) / 2540, (bottom - top) / 2540


def _wmf(data: bytes) -> tuple[float, float] | None:
    """The bounds of a placeable metafile, in units that it tells (MS-WMF, 2.3.2.3)."""
    left, top, right, bottom = (_signed(data, place, 2) for place in range(6, 14, 2))
    inch = int.from_bytes(data[14:16], "little")
    return (abs(right - left) / inch, abs(bottom - top) / inch) if inch else None


def _signed(data: bytes, place: int, length: int) -> int:
    return int.from_bytes(data[place : place + length], "little", signed=True)


def _svg_root(data: bytes) -> str:
    """The start tag of the root of an SVG drawing, empty if it is none."""
    head = data[:_HEAD]
    coding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = head.decode(coding, "replace").lstrip()
    root = _SVG_ROOT.search(text) if text.startswith("<") else None
    # Before it are only declarations and comments.
    before = re.sub(r"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>", "", text, flags=re.S)
    return root[0] if root and _SVG_ROOT.match(before.lstrip()) else ""


def _svg(root: str) -> tuple[float, float] | None:
    """Width and height that the root says, else those of its view box."""
    sides = [_length(_attribute(root, name)) for name in ("width", "height")]
    box = re.split(r"[\s,]+", _attribute(root, "viewBox").strip())
    if len(box) == len(("x", "y", "width", "height")):
        wide, high = _length(box[2]), _length(box[3])
        if not (wide and high):
            return None
        width, height = sides
        if width and height:
            return width, height
        if width:
            return width, width * high / wide
        return (height * wide / high, height) if height else (wide, high)
    return (sides[0], sides[1]) if sides[0] and sides[1] else None


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf"""\s{name}\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    return (found[1] or found[2] or "") if found else ""


def _length(text: str) -> float | None:
    """A length of CSS in inches; None for a share of something and for nonsense."""
    found = _LENGTH.fullmatch(text)
    return float(found[1]) / _UNITS[found[2]] if found and found[2] in _UNITS else None
