"""What stands in the cells of a report's table, in order: paragraphs, pictures, tables."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from converter.model import grid
from converter.model.nodes import CELL_PARAGRAPH
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.model.nodes import Inset, Paragraph, Reference


@record
class Line:
    """A paragraph within a cell: its stretch of the table's text, the footnotes that it calls, and
    the pictures in it, by their indexes among the table's insets."""

    start: int
    end: int
    references: tuple[Reference, ...] = ()
    pictures: tuple[int, ...] = ()


@record
class Content:
    """What stands in a cell: the cell's place and what it covers; its lines, and the tables in it
    by their indexes among the insets."""

    row: int
    column: int
    rows: int
    columns: int
    items: tuple[Line | int, ...]


def contents(table: Paragraph) -> Iterator[Content]:
    """The cells of a table that none covers, row by row. Where rows are shorter than the longest
    one, an empty cell stands for each that they lack."""
    sizes = {(merge.row, merge.column): (merge.rows, merge.columns) for merge in table.merged}
    hidden = grid.covered(table)
    stretches = grid.stretches(table)
    columns = max(map(len, stretches))
    for row, cells in enumerate(stretches):
        end = cells[-1][1]
        filled = [*cells, *[(end, end)] * (columns - len(cells))]
        for column, (start, stop) in enumerate(filled):
            if (row, column) in hidden:
                continue
            size = sizes.get((row, column), (1, 1))
            own = column < len(cells)
            items = tuple(_items(table, start, stop)) if own else (Line(start, stop),)
            yield Content(row, column, *size, items)


def _items(table: Paragraph, start: int, end: int) -> Iterator[Line | int]:
    """The paragraphs of a cell and the tables in it. A table ends the paragraph it stands in; what
    is left of that is another one, if it is anything."""
    insets, references = _within(table, start, end)
    for paragraph in table.text[start:end].split(CELL_PARAGRAPH):
        stop = start + len(paragraph)
        pictures: list[int] = []
        has_table = False
        while insets and insets[0][1].offset <= stop:
            index, inset = insets.pop(0)
            if inset.table is None:
                pictures.append(index)
                continue
            if inset.offset > start or pictures:
                yield _line(start, inset.offset, references, pictures)
            yield index
            start, pictures, has_table = inset.offset, [], True
        if stop > start or pictures or not has_table or _calls(references, stop):
            yield _line(start, stop, references, pictures)
        start = stop + 1


def _within(
    table: Paragraph, start: int, end: int
) -> tuple[list[tuple[int, Inset]], list[Reference]]:
    """The insets of a cell with their indexes, and its references."""
    key = attrgetter("offset")
    first = bisect_left(table.insets, start, key=key)
    last = bisect_right(table.insets, end, key=key)
    insets = list(enumerate(table.insets))[first:last] if last > first else []
    first = bisect_left(table.references, start, key=key)
    return insets, list(table.references[first : bisect_right(table.references, end, key=key)])


def _calls(references: list[Reference], offset: int) -> bool:
    return bool(references) and references[0].offset <= offset


def _line(start: int, end: int, references: list[Reference], pictures: list[int]) -> Line:
    """The line of a stretch, with the references in it taken out of the list."""
    own = []
    while _calls(references, end):
        own.append(references.pop(0))
    return Line(start, end, tuple(own), tuple(pictures))
