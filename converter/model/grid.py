"""The grid of a table: where its cells begin and end, and what merged cells and insets must be."""

from __future__ import annotations

from converter.model.fields import wrong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import Merge, Paragraph

    Stretch = tuple[int, int]
    """Start and end of a cell in its table's text."""
    Cell = tuple[int, int]
    """Row and column of a cell, from 0."""


def stretches(table: Paragraph) -> list[list[Stretch]]:
    """Where each cell of a table begins and ends in its text, row by row."""
    found: list[list[Stretch]] = []
    start = 0
    for row in table.rows:
        cells: list[Stretch] = []
        for cell in row:
            cells.append((start, start + len(cell)))
            start += len(cell) + 1
        found.append(cells)
    return found


def covered(table: Paragraph) -> frozenset[Cell]:
    """The cells that a merged one covers, its first one apart."""
    return frozenset(
        cell
        for merge in table.merged
        for cell in _cells(merge)
        if cell != (merge.row, merge.column)
    )


def _cells(merge: Merge) -> list[Cell]:
    return [
        (row, column)
        for row in range(merge.row, merge.row + merge.rows)
        for column in range(merge.column, merge.column + merge.columns)
    ]


def check(table: Paragraph, path: str) -> None:
    """Raises InputError, naming what is wrong below ``path``, for merged cells that are outside
    the table, overlap or cover text, for insets that are outside it or out of order, and for more
    header rows than rows."""
    rows = table.rows
    if not 0 <= table.header_rows <= len(rows):
        raise wrong(f"{path}.header_rows", f"0 … {len(rows)}")
    if table.merged:
        _check_merged(table, rows, path)
    last = 0
    for index, inset in enumerate(table.insets):
        if not last <= inset.offset <= len(table.text):
            raise wrong(f"{path}.insets[{index}].offset", "offset in the text, in order")
        last = inset.offset
    _check_covered(table, path)


def _check_merged(table: Paragraph, rows: tuple[tuple[str, ...], ...], path: str) -> None:
    columns = len(rows[0])
    if any(len(row) != columns for row in rows):
        raise wrong(f"{path}.text", f"{columns} cells in every row of a table with merged cells")
    taken: set[Cell] = set()
    for index, merge in enumerate(table.merged):
        here = f"{path}.merged[{index}]"
        for name, least in (("row", 0), ("column", 0), ("rows", 1), ("columns", 1)):
            if getattr(merge, name) < least:
                raise wrong(f"{here}.{name}", f"integer of at least {least}")
        if merge.row + merge.rows > len(rows) or merge.column + merge.columns > columns:
            raise wrong(here, f"cells within {len(rows)} rows and {columns} columns")
        cells = _cells(merge)
        if not taken.isdisjoint(cells):
            raise wrong(here, "cells that no other merged cell has")
        taken.update(cells)
        if any(rows[row][column] for row, column in cells[1:]):
            raise wrong(here, "cells without text, but for the first one")


def _check_covered(table: Paragraph, path: str) -> None:
    """Nothing may stand in a covered cell, which nobody sees."""
    hidden = covered(table)
    if not hidden:
        return
    cells = stretches(table)
    offsets = {cells[row][column][0] for row, column in hidden}
    for name in ("insets", "references"):
        for index, item in enumerate(getattr(table, name)):
            if item.offset in offsets:
                raise wrong(f"{path}.{name}[{index}].offset", "offset in a cell that none covers")
