"""Tables: rows and cells as the accepted view has them, merged cells as one (ISO/IEC 29500-1,
17.4)."""

from __future__ import annotations

from converter.record import record
from converter.word.ledger import Change, author_of
from converter.word.names import ALTERNATE, branch
from converter.word.properties import W, child, is_on, value, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_WIDEST = 1000
"""Columns that a cell may cover; Word has no more than 63."""


class CellPlan:
    """A cell as it will be: its place in the grid, and the element that its content stands in.
    ``covered`` are cells below and beside it that it covers."""

    def __init__(self, element: Element, column: int, columns: int, change: Change | None) -> None:
        self.element, self.column, self.columns = element, column, columns
        self.rows = 1
        self.change = change
        self.covered: list[Element] = []


@record(kw_only=True)
class RowPlan:
    """A row: its own cells, and those that nothing remains of (covered by others) by their cell.
    One with ``change`` gone is not in the accepted view."""

    element: Element
    cells: tuple[CellPlan, ...]
    change: Change | None


def planned(table: Element) -> list[RowPlan]:
    """The rows of a ``w:tbl``; a row that is deleted keeps its cells, for what stood in them."""
    plans: list[RowPlan] = []
    open_cells: dict[int, CellPlan] = {}
    for row in parts_of(table, f"{W}tr"):
        change = row_change(row)
        if change is not None and change.gone:
            plans.append(RowPlan(element=row, cells=tuple(_lone_cells(row)), change=change))
            continue
        cells, open_cells = _cells(row, open_cells)
        plans.append(RowPlan(element=row, cells=tuple(cells), change=change))
    return plans


def parts_of(container: Element, tag: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, also those in content controls and the like."""
    stack = [iter(container)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == tag:
            yield element
        elif element.tag == ALTERNATE:
            taken = branch(element)
            stack += [iter(taken)] if taken is not None else []
        elif element.tag in _WRAPPERS:
            stack.append(iter(element))


_WRAPPERS = {
    f"{W}{name}"
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "del", "moveFrom")
}


def row_change(row: Element) -> Change | None:
    """The tracked change that a row as a whole stands in."""
    properties = child(row, "trPr")
    for name, kind in (("del", "deletion"), ("ins", "insertion")):
        mark = child(properties, name)
        if mark is not None:
            return Change(kind, author_of(mark))
    return None


def row_height(row: Element) -> int:
    """The height that a row asks for, in twips; 0 for none."""
    return whole(value(child(child(row, "trPr"), "trHeight"))) or 0


def row_is(row: Element, name: str) -> bool:
    """Whether a property of a row (``tblHeader``, ``cantSplit``) is on."""
    found = child(child(row, "trPr"), name)
    return found is not None and is_on({"val": value(found) or "1"})


def _lone_cells(row: Element) -> Iterator[CellPlan]:
    for column, cell in enumerate(parts_of(row, f"{W}tc")):
        yield CellPlan(cell, column, 1, None)


def _cells(row: Element, above: dict[int, CellPlan]) -> tuple[list[CellPlan], dict[int, CellPlan]]:
    """The cells that begin in a row, and those that may go on below it, by their column."""
    cells: list[CellPlan] = []
    going_on: dict[int, CellPlan] = {}
    column = _count(child(row, "trPr"), "gridBefore", 0)
    last: CellPlan | None = None
    for cell in parts_of(row, f"{W}tc"):
        properties = child(cell, "tcPr")
        change = _cell_change(properties)
        if change is not None and change.gone:
            cells.append(CellPlan(cell, column, 0, change))
            continue
        columns = max(_count(properties, "gridSpan", 1), 1)
        vertical, horizontal = _merge(properties, "vMerge"), _merge(properties, "hMerge")
        begun = above.get(column)
        if horizontal == "continue" and last is not None:
            last.columns += columns
            last.covered.append(cell)
        elif vertical == "continue" and begun is not None:
            begun.rows += 1
            begun.covered.append(cell)
            going_on[column] = begun
            last = None
        else:
            last = CellPlan(cell, column, columns, change)
            cells.append(last)
            if vertical:
                going_on[column] = last
        column += columns
    return cells, going_on


def _cell_change(properties: Element | None) -> Change | None:
    for name, kind in (("cellDel", "deletion"), ("cellIns", "insertion")):
        mark = child(properties, name)
        if mark is not None:
            return Change(kind, author_of(mark))
    return None


def _merge(properties: Element | None, name: str) -> str:
    """``restart``, ``continue`` or empty; a tracked merge counts as done."""
    tracked = child(properties, "cellMerge")
    if name == "vMerge" and tracked is not None:
        return {"cont": "continue", "rest": "restart"}.get(value(tracked, "vMerge"), "")
    found = child(properties, name)
    return "" if found is None else value(found) or "continue"


def _count(properties: Element | None, name: str, default: int) -> int:
    number = whole(value(child(properties, name)))
    return default if number is None or not 0 <= number <= _WIDEST else number
