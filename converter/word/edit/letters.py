"""The characters of a paragraph in a copy of its part, and where in its XML each of them stands."""

from __future__ import annotations

from copy import deepcopy
from itertools import groupby

from converter.word.properties import W, local, value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from converter.word.edit.copies import Copy
    from converter.word.model import Paragraph, Run

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RPR = W + "rPr"
_BLANKS = str.maketrans("\t\r\n", "   ")
_CONTROLS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}


class Piece:
    """A run of the copy with characters from ``start`` up to ``end`` of its paragraph; ``whole``
    tells that it cannot be split, because nobody knows which of its elements gives which."""

    def __init__(self, run: Element, start: int, end: int, *, whole: bool, field: str) -> None:
        self.run, self.start, self.end = run, start, end
        self.whole, self.field = whole, field


class Letters:
    """The characters of a paragraph as its runs have them. Offsets are those of the text that was
    read, whatever has been split or taken out since."""

    def __init__(self, paragraph: Paragraph, copy: Copy) -> None:
        element = copy.twin(paragraph.element) if paragraph.element is not None else None
        if element is None:
            raise ValueError("a paragraph of no part that is copied")
        self.element: Element = element
        self.text = paragraph.text
        self.pieces = list(_pieces(paragraph.runs, copy))

    def between(self, start: int, end: int) -> list[Piece]:
        """The runs that have the characters from ``start`` up to ``end``, split so that they have
        no others, as far as they can be split."""
        self._cut(start)
        self._cut(end)
        return [piece for piece in self.pieces if piece.start < end and piece.end > start]

    def replaced(self, start: int, end: int) -> list[Piece] | None:
        """The runs whose characters a change replaces; None if some of these are in no run, or in
        one that cannot be split, and so if it puts something in the middle of one."""
        pieces = self.between(start, end)
        if any(piece.whole for piece in pieces):
            return None
        if end > start:
            return pieces if sum(p.end - p.start for p in pieces) == end - start else None
        alone = not self.pieces and not self.text
        return pieces if alone or self.before(start) or self.after(start) else None

    def before(self, offset: int) -> Piece | None:
        """The run whose last character stands before ``offset``; None at the beginning, and
        within a run that cannot be split."""
        self._cut(offset)
        return next((piece for piece in self.pieces if piece.end == offset), None)

    def after(self, offset: int) -> Piece | None:
        """The run whose first character stands at ``offset``; None at the end."""
        self._cut(offset)
        return next((piece for piece in self.pieces if piece.start == offset), None)

    def _cut(self, offset: int) -> None:
        for index, piece in enumerate(self.pieces):
            if piece.start < offset < piece.end and not piece.whole:
                rest = split(piece.run, offset - piece.start)
                right = Piece(rest, offset, piece.end, whole=False, field=piece.field)
                piece.end = offset
                self.pieces.insert(index + 1, right)
                return


def _pieces(runs: tuple[Run, ...], copy: Copy) -> Iterator[Piece]:
    start = 0
    for _, group in groupby(runs, key=lambda run: id(run.element)):
        same = list(group)
        text = "".join(run.text for run in same)
        element = same[0].element
        twin = None if element is None else copy.twin(element)
        if text and twin is not None:
            own = "".join(text_of(child) for child in twin)
            field = next((run.field for run in same if run.field), "")
            yield Piece(twin, start, start + len(text), whole=own != text, field=field)
        start += len(text)


def text_of(child: Element) -> str:
    """The characters that a child of a run stands for, as the reader has them."""
    name = local(child)
    if name in ("t", "delText"):
        text = (child.text or "").translate(_BLANKS)
        return text if child.get(SPACE) == "preserve" else text.strip(" ")
    if name == "br":
        return "" if value(child, "type") in ("page", "column") else "\n"
    return _CONTROLS.get(name, "")


def split(run: Element, count: int) -> Element:
    """Leaves the first ``count`` characters in a run and puts the others into one of their own
    behind it, with the same properties; gives that one."""
    rest = beside(run)
    run.addnext(rest)
    moved = False
    for child in list(run):
        length = len(text_of(child))
        if child.tag == _RPR:
            continue
        if count <= 0 and (length or moved):
            rest.append(child)
            moved = True
        elif 0 < count < length:
            rest.append(_second_half(child, count))
            moved = True
        count -= length
    return rest


def beside(run: Element) -> Element:
    """A run without content that looks like another."""
    fresh = emptied(run)
    properties = run.find(_RPR)
    if properties is not None:
        fresh.append(deepcopy(properties))
    return fresh


def emptied(element: Element) -> Element:
    """An element of the same name and attributes with nothing in it."""
    fresh = element.makeelement(element.tag)
    for name, word in element.attrib.items():
        fresh.set(name, word)
    return fresh


def set_text(element: Element, text: str) -> None:
    """Gives a ``w:t`` its text, blanks at its ends kept."""
    element.text = text
    if text != text.strip():
        element.set(SPACE, "preserve")


def _second_half(element: Element, count: int) -> Element:
    """Leaves ``count`` characters in a ``w:t`` and gives the others as one of their own."""
    whole = text_of(element)
    rest = emptied(element)
    set_text(element, whole[:count])
    set_text(rest, whole[count:])
    return rest
