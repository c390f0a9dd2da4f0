"""The tables of a report: not those that only put text side by side."""

from __future__ import annotations

from converter.record import record
from converter.word.model import Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.word.model import Cell

_CELLS = ("table_header", "table_body")
_HIGH = 10
"""A row of so many lines may be cut: kept whole, it would leave much of a page empty."""
_LINE = 420
"""The height of a line of a table, in twips: 21 pt, as programs set 小四."""
_WIDE = 8844
"""The width of a cell that the file does not tell: that of the text area."""
_EMU_A_TWIP = 635


@record(kw_only=True, eq=False)
class Tabled:
    """A table with its paragraphs that have text, and the width of the text area around it in
    twips."""

    table: Table
    items: tuple[Item, ...]

    room: int

    @property
    def width(self) -> int:
        """Its width in twips, 0 where the file does not say."""
        return sum(self.table.widths)


def tables_of(form: Form) -> Iterator[Tabled]:
    """The tables in the text that have more than one row and more than one column."""
    own = {id(block): block for block in form.word.blocks}
    cells: dict[int, list[Item]] = {}
    for item in form.items:
        table = item.place.table
        if table is not None and item.place.box is None and id(table) in own and item.text.strip():
            cells.setdefault(id(table), []).append(item)
    for items in cells.values():
        table = items[0].place.table
        if table is None or len(table.rows) < 2 or len(table.widths) < 2:
            continue
        if all(item.element in _CELLS for item in items):
            yield Tabled(table=table, items=tuple(items), room=room_of(form, items[0]))


def header_ends(table: Table) -> int:
    """How many rows the header has at least: its first row, and those that its merged cells reach
    down to."""
    end = 1
    for index, row in enumerate(table.rows):
        if index < end:
            end = max([end, *(index + cell.rows for cell in row.cells)])
    return end


def high_rows(table: Table) -> frozenset[int]:
    """The rows, by their indexes, with cells that take much of a page."""
    return frozenset(
        index
        for first, row in enumerate(table.rows)
        for cell in row.cells
        if _lines(cell, table) >= _HIGH
        for index in range(first, first + cell.rows)
    )


def _lines(cell: Cell, table: Table) -> float:
    """About how many lines a cell takes; a table in it counts as many."""
    width = sum(table.widths[cell.column : cell.column + cell.columns]) or _WIDE
    lines = 0.0
    for block in cell.blocks:
        if isinstance(block, Table):
            return _HIGH
        size = max((run.look.size for run in block.runs), default=0) * 10
        lines += max(1, len(block.text) * size / width)
        drawn = [run.drawing.height for run in block.runs if run.drawing]
        lines += sum(drawn) / _EMU_A_TWIP / _LINE
    return lines


def room_of(form: Form, item: Item) -> int:
    """The width of the text area that a paragraph stands in, in twips. One that is narrower than
    the layout's, for margins that are told by themselves, counts as wide as that."""
    section = form.section(item)
    own = section.width - section.left - section.right - section.gutter
    if section.columns > 1:
        return own // section.columns
    return max(own, form.layout.page.text_width.twips)
