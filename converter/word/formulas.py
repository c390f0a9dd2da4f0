"""Formulas (Office Math) as a line of text: the characters in their order, fractions with a slash,
raised and lowered parts with ``^`` and ``_``, as linear format has them."""

from __future__ import annotations

from typing import cast

from lxml import etree

from converter.word.names import MATH
from converter.word.properties import W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BEFORE = {"sup": "^", "sub": "_", "den": "/"}
_GROUPED = {"num", "den", "sup", "sub", "deg"}
_GONE = (f"{W}del", f"{W}moveFrom")
_NARY, _ROOT = "∫", "√"


def formula(math: Element) -> str:
    """The text of ``m:oMath`` or ``m:oMathPara``."""
    parts: list[list[str]] = [[]]
    for event, each in etree.iterwalk(math, events=("start", "end")):
        element = cast("Element", each)
        tag = str(element.tag)
        name = tag.removeprefix(MATH)
        if event == "start":
            _begin(parts, element, name)
        else:
            _end(parts, element, name)
    return "".join(parts[0])


def _begin(parts: list[list[str]], element: Element, name: str) -> None:
    if name in _GROUPED:
        parts.append([])
    elif element.tag in (f"{MATH}t", f"{W}t"):
        if next(element.iterancestors(*_GONE), None) is None:
            parts[-1].append(element.text or "")
    elif name == "nary":
        parts[-1].append(_property(element, "nary", "chr", _NARY))
    elif name == "rad":
        parts[-1].append(_ROOT)
    elif name == "d":
        parts[-1].append(_property(element, "d", "begChr", "("))


def _end(parts: list[list[str]], element: Element, name: str) -> None:
    if name in _GROUPED:
        group = "".join(parts.pop())
        if len(group) > 1:
            group = f"({group})"
        parts[-1].append(_BEFORE.get(name, "") + group if group else "")
    elif name == "d":
        parts[-1].append(_property(element, "d", "endChr", ")"))
    elif name == "mr" or (name == "e" and _parent(element) == "eqArr"):
        parts[-1].append(" ")


def _parent(element: Element) -> str:
    above = element.getparent()
    return "" if above is None else str(above.tag).removeprefix(MATH)


def _property(element: Element, owner: str, name: str, default: str) -> str:
    found = element.find(f"{MATH}{owner}Pr/{MATH}{name}")
    return default if found is None else found.get(f"{MATH}val", "")
