"""DrawingML in a document (``w:drawing``): pictures, text boxes, charts and diagrams in it, also in
groups and canvases (ISO/IEC 29500-1, clause 20)."""

from __future__ import annotations

from converter.record import record
from converter.word.model import Drawing
from converter.word.names import (
    ALTERNATE,
    CHART,
    CHART_EX,
    DIAGRAM,
    DRAWING,
    MC,
    PICTURE,
    SHAPE,
    SVG,
    A,
    R,
    branch,
)
from converter.word.properties import W
from converter.word.texts import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from converter.word.package import Package

THICKEST = 101_600
"""A shape as flat as this (8 pt, in EMU) is a rule: see :mod:`converter.word.drawn`."""
_LINES = ("line", "straightConnector1")
_BLIP = f"{A}blip"
_CHARTS = (f"{CHART}chart", f"{CHART_EX}chart")
_NO_TEXT = ("pres", "parTrans", "sibTrans")
_TRUE = ("1", "true", "on")


@record(kw_only=True)
class Frame:
    """Where something drawn stands, as :class:`~converter.word.model.Box` has it."""

    relative_from: tuple[str, str] = ("", "")
    offset: tuple[int | None, int | None] = (None, None)
    align: tuple[str, str] = ("", "")
    size: tuple[int, int] = (0, 0)
    floating: bool = False


@record(kw_only=True)
class Found:
    """Something drawn: a picture or other drawing, or a text box, of which ``content`` holds the
    blocks, or ``texts`` are the paragraphs (of a diagram, of letters drawn as a picture); ``aside``
    are the words in a chart. A diagram is a drawing and a text box."""

    frame: Frame = Frame()
    drawing: Drawing | None = None
    content: Element | None = None
    texts: tuple[str, ...] = ()
    aside: str = ""

    @property
    def words(self) -> str:
        """All characters in it, for what is noted only."""
        inside = plain_text(self.content) if self.content is not None else ""
        return "\n".join(filter(None, (inside, *self.texts, self.aside)))


def drawn(drawing: Element, package: Package, part: str) -> list[Found]:
    """What is in a ``w:drawing`` of a part, in the order of the file."""
    found: list[Found] = []
    for placed in drawing.iterchildren(f"{DRAWING}inline", f"{DRAWING}anchor"):
        described = placed.find(f"{DRAWING}docPr")
        if described is None or described.get("hidden") not in _TRUE:
            found += _Reader(placed, package, part).found()
    return found


class _Reader:
    """Reads one ``wp:inline`` or ``wp:anchor``."""

    def __init__(self, placed: Element, package: Package, part: str) -> None:
        self._placed, self._package, self._part = placed, package, part
        self._frame = _frame(placed)

    def found(self) -> list[Found]:
        graphic = self._placed.find(f"{A}graphic")
        elements = [] if graphic is None else list(walked(graphic))
        found = [each for element in elements if (each := self._one(element)) is not None]
        flat = 0 < self._frame.size[1] <= THICKEST or any(_is_line(each) for each in elements)
        if not found and not flat:
            return [Found(frame=self._frame, drawing=self._drawing(""))]
        return found

    def _one(self, element: Element) -> Found | None:
        frame, tag = self._frame, element.tag
        if tag == _BLIP:
            return Found(frame=frame, drawing=self._picture(element))
        if tag == f"{W}txbxContent":
            return Found(frame=frame, content=element)
        if tag in _CHARTS:
            words = self._chart_words(element)
            return Found(frame=frame, drawing=self._drawing(""), aside=words)
        if tag == f"{DIAGRAM}relIds":
            texts = self._diagram_texts(element)
            return Found(frame=frame, drawing=self._drawing(""), texts=texts)
        return None

    def _picture(self, blip: Element) -> Drawing:
        """The picture of an ``a:blip``: where it has a vector form as well, the one for programs
        that cannot draw that."""
        embedded = blip.get(f"{R}embed", "")
        if not embedded:
            vector = next(blip.iter(f"{SVG}svgBlip"), None)
            embedded = vector.get(f"{R}embed", "") if vector is not None else ""
        part = part_of(self._package, self._part, embedded)
        picture = next(blip.iterancestors(f"{PICTURE}pic"), None)
        return self._drawing(part, picture, blip.get(f"{R}link", ""))

    def _drawing(self, part: str, picture: Element | None = None, link: str = "") -> Drawing:
        described = self._placed.find(f"{DRAWING}docPr")
        own = picture.find(f"{PICTURE}nvPicPr/{PICTURE}cNvPr") if picture is not None else None
        texts = [
            element.get(name, "")
            for name in ("descr", "title")
            for element in (own, described)
            if element is not None
        ]
        relationship = self._package.relationships(self._part).get(link)
        texts.append(relationship.target if relationship and relationship.external else "")
        width, height = self._frame.size
        return Drawing(
            part=part,
            width=width,
            height=height,
            description=next((text for text in texts if text.strip()), ""),
            floating=self._frame.floating,
        )

    def _chart_words(self, element: Element) -> str:
        part = part_of(self._package, self._part, element.get(f"{R}id", ""))
        if not part:
            return ""
        words: list[str] = []
        for each in self._package.xml(part).iter(f"{A}t", f"{CHART}v", f"{CHART_EX}pt"):
            text = (each.text or "").strip()
            if text and (not words or words[-1] != text):
                words.append(text)
        return " ".join(words)

    def _diagram_texts(self, element: Element) -> tuple[str, ...]:
        part = part_of(self._package, self._part, element.get(f"{R}dm", ""))
        if not part:
            return ()
        texts = []
        for point in self._package.xml(part).iter(f"{DIAGRAM}pt"):
            if point.get("type") not in _NO_TEXT:
                for paragraph in point.iter(f"{A}p"):
                    text = "".join(each.text or "" for each in paragraph.iter(f"{A}t"))
                    texts += [text] if text.strip() else []
        return tuple(texts)


def walked(root: Element) -> Iterator[Element]:
    """The elements below one in their order: of alternatives one branch only, and nothing of what
    stands in a text box."""
    stack = [iter(root)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        if element.tag == ALTERNATE:
            taken = branch(element)
            stack += [iter(taken)] if taken is not None else []
            continue
        yield element
        if element.tag != f"{W}txbxContent":
            stack.append(iter(element))


def part_of(package: Package, part: str, identifier: str) -> str:
    """The name of the part that a part refers to by an id; empty where it is elsewhere or not
    there."""
    relationship = package.relationships(part).get(identifier)
    if relationship is None or relationship.external or not package.has(relationship.target):
        return ""
    return relationship.target


def _is_line(element: Element) -> bool:
    shape = element.find(f"{SHAPE}spPr/{A}prstGeom") if element.tag == f"{SHAPE}wsp" else None
    return shape is not None and shape.get("prst") in _LINES


def _frame(placed: Element) -> Frame:
    extent = placed.find(f"{DRAWING}extent")
    size = (_length(extent, "cx"), _length(extent, "cy"))
    if placed.tag != f"{DRAWING}anchor":
        return Frame(size=size)
    sides = [_side(_position(placed, f"{DRAWING}position{way}")) for way in "HV"]
    (x_from, x, x_align), (y_from, y, y_align) = sides
    return Frame(
        relative_from=(x_from, y_from),
        offset=(x, y),
        align=(x_align, y_align),
        size=size,
        floating=True,
    )


def _position(placed: Element, name: str) -> Element | None:
    """The place on one axis; the one for other programs, where it is given in percent."""
    found = placed.find(name)
    return found if found is not None else placed.find(f"{ALTERNATE}/{MC}Fallback/{name}")


def _side(position: Element | None) -> tuple[str, int | None, str]:
    if position is None:
        return "", None, ""
    align = position.findtext(f"{DRAWING}align") or ""
    offset = position.findtext(f"{DRAWING}posOffset") or ""
    try:
        return position.get("relativeFrom", ""), int(offset) if offset else None, align.strip()
    except ValueError:
        return position.get("relativeFrom", ""), None, align.strip()


def _length(element: Element | None, name: str) -> int:
    try:
        return int(element.get(name, "0")) if element is not None else 0
    except ValueError:
        return 0
