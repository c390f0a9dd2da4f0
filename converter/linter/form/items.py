"""The paragraphs of a Word file, wherever they stand, in one row."""

from __future__ import annotations

from functools import cached_property

from converter.record import record, replace
from converter.word.model import Paragraph, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal, TypeAlias

    from converter.word.model import Block, Box, Run, WordFile

    Where: TypeAlias = Literal["body", "cell", "box", "note", "header", "footer"]

BLANK = "blank"
"""The element of a paragraph without text."""
HEADING = "heading_"
"""What the elements of headings begin with."""
OTHER = ""
"""The element of text that no rule judges."""


@record(kw_only=True)
class Stretch:
    """Characters ``start`` to ``end`` of a paragraph's text that are one element."""

    element: str
    start: int
    end: int


@record(kw_only=True)
class Place:
    """Where a paragraph stands: in the body, in a cell (of ``table``, at row and column, from 0),
    in a text box, a note, a header or a footer (``part`` is its name in the package). A paragraph
    in a table in a text box has both."""

    where: Where = "body"
    table: Table | None = None
    row: int = 0
    column: int = 0
    box: Box | None = None
    part: str = ""


@record(kw_only=True, eq=False, slots=False)
class Item:
    """A paragraph, its place, and what it is.

    ``element`` is a key of :class:`converter.layout.table.Styles`, ``blank`` or empty; of a
    paragraph with a run-in heading it is ``body``, and the ``stretches`` tell the two apart. They
    cover the whole text, in order. ``index`` is its place in :attr:`Form.items`.
    """

    paragraph: Paragraph
    place: Place
    element: str
    stretches: tuple[Stretch, ...]
    index: int = 0

    @cached_property
    def text(self) -> str:
        """The paragraph's text, without its automatic number. Kept: rules ask for it at every run,
        and a paragraph may have thousands."""
        return self.paragraph.text

    @property
    def number(self) -> int:
        """The paragraph's number, 0 where it has none."""
        return self.paragraph.number

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to be seen in it, but for blanks."""
        return self.element == BLANK


def placed(word: WordFile) -> Iterator[tuple[Paragraph, Place]]:
    """Every paragraph of the body, in document order (a text box's before the one that it is
    anchored in), then those of notes, headers and footers."""
    yield from _of(word.blocks, Place())
    for note in word.notes:
        yield from _of(note.blocks, Place(where="note"))
    seen: set[str] = set()
    for section in word.sections:
        for footer in section.footers:
            if footer.part not in seen:
                seen.add(footer.part)
                where: Where = "footer" if footer.footer else "header"
                yield from _of(footer.blocks, Place(where=where, part=footer.part))


def _of(blocks: Iterable[Block], place: Place) -> Iterator[tuple[Paragraph, Place]]:
    """Those of some blocks, with a stack of its own: tables stand in tables in text boxes."""
    stack: list[Iterator[tuple[Block, Place, bool]]] = [((block, place, False) for block in blocks)]
    while stack:
        entry = next(stack[-1], None)
        if entry is None:
            stack.pop()
            continue
        block, here, is_open = entry
        if isinstance(block, Table):
            stack.append(_cells(block, here))
        elif not is_open and any(run.boxes for run in block.runs):
            stack.append(_boxes(block, here))
        else:
            yield block, here


def _cells(table: Table, place: Place) -> Iterator[tuple[Block, Place, bool]]:
    where = "cell" if place.where == "body" else place.where
    for row, entry in enumerate(table.rows):
        for cell in entry.cells:
            here = replace(place, where=where, table=table, row=row, column=cell.column)
            yield from ((block, here, False) for block in cell.blocks)


def _boxes(paragraph: Paragraph, place: Place) -> Iterator[tuple[Block, Place, bool]]:
    """What stands in the text boxes of a paragraph, then the paragraph."""
    where = "box" if place.where in ("body", "cell") else place.where
    for run in paragraph.runs:
        for box in run.boxes:
            here = replace(place, where=where, table=None, row=0, column=0, box=box)
            yield from ((block, here, False) for block in box.blocks)
    yield paragraph, place, True


def runs_in(item: Item, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Run]]:
    """The runs with text between two offsets of an item's text: where what they have of it begins
    and ends, and the run."""
    stop = len(item.text) if end is None else end
    at = 0
    for run in item.paragraph.runs:
        first, last = max(at, start), min(at + len(run.text), stop)
        if first < last:
            yield first, last, run
        at += len(run.text)


def as_whole(item: Item, element: str) -> Item:
    """The item as a whole as another element."""
    whole = Stretch(element=element, start=0, end=len(item.text))
    return replace(item, element=element, stretches=(whole,))


def is_text(item: Item) -> bool:
    """Whether an item is text of the report or a heading in it."""
    return item.element == "body" or item.element.startswith(HEADING)
