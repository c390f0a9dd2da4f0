"""Names of XML elements and attributes that a Word file's content is read by.

Word's own vocabulary (:data:`~converter.word.properties.W`) is ISO/IEC 29500-1, clause 17;
DrawingML is clauses 20 and 21, VML Part 4, markup compatibility Part 3.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OFFICE = "http://schemas.openxmlformats.org/"
A = f"{{{_OFFICE}drawingml/2006/main}}"
CHART = f"{{{_OFFICE}drawingml/2006/chart}}"
DIAGRAM = f"{{{_OFFICE}drawingml/2006/diagram}}"
DRAWING = f"{{{_OFFICE}drawingml/2006/wordprocessingDrawing}}"
PICTURE = f"{{{_OFFICE}drawingml/2006/picture}}"
MATH = f"{{{_OFFICE}officeDocument/2006/math}}"
R = f"{{{_OFFICE}officeDocument/2006/relationships}}"
MC = f"{{{_OFFICE}markup-compatibility/2006}}"
SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
CHART_EX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
V = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

ALTERNATE = f"{MC}AlternateContent"
_UNDERSTOOD = {
    *(
        f"http://schemas.microsoft.com/office/word/{name}"
        for name in ("2010/wordml", "2012/wordml")
    ),
    *(
        f"http://schemas.microsoft.com/office/word/2010/wordprocessing{name}"
        for name in ("Shape", "Group", "Canvas", "Drawing")
    ),
    *(
        f"http://schemas.microsoft.com/office/{name}"
        for name in (
            "drawing/2010/main",
            "drawing/2007/8/2/chart",
            "drawing/2016/SVG/main",
            "mac/drawingml/2011/main",
        )
    ),
}
"""Namespaces whose elements are read here, so that a choice that asks for them is the one taken."""


def branch(alternate: Element) -> Element | None:
    """The one branch of ``mc:AlternateContent`` that is read: the first choice that asks only for
    what is understood, else the fallback, else the first choice; None where there is none."""
    choices = list(alternate.iterchildren(f"{MC}Choice"))
    for choice in choices:
        spaces = choice.nsmap
        wanted = [spaces.get(prefix, "") for prefix in (choice.get("Requires") or "").split()]
        if all(_is_understood(space) for space in wanted):
            return choice
    fallback = alternate.find(f"{MC}Fallback")
    return fallback if fallback is not None else next(iter(choices), None)


def _is_understood(space: str) -> bool:
    return (
        space in _UNDERSTOOD
        or space.endswith("/chartex")
        or space.startswith("http://schemas.openxmlformats.org/")
    )
