"""版记 in whichever way it is made: a table, in a text box or in the text; or paragraphs with
borders or drawn lines."""

from __future__ import annotations

from itertools import pairwise

from converter.linter.form.looks import TWIPS_OF_HALF, size_of
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.word.model import Border, Table

CELL = 120
"""What a table's cells may keep free beside their text, in twips; the file does not always say."""


@record(kw_only=True)
class Edge:
    """A place where a rule of 版记 belongs: above or below ``item``; the borders that are there;
    whether it is one of the thick ones."""

    item: Item
    borders: tuple[Border, ...]
    outer: bool
    above: bool


def lines_of(form: Form) -> list[Item]:
    """The lines of 版记, in order."""
    return form.having("copies", "printing")


def table_of(form: Form) -> Table | None:
    """The table that holds all lines of 版记; None where they stand elsewhere."""
    lines = lines_of(form)
    tables = {id(item.place.table): item.place.table for item in lines}
    return next(iter(tables.values())) if len(tables) == 1 else None


def edges(form: Form) -> Iterator[Edge]:
    """The places of the rules: above the first line, between those of different kinds, below the
    last. None where rules may be drawn in a way that cannot be told."""
    lines = lines_of(form)
    table = table_of(form)
    if not lines or (table is None and not _are_plain(form, lines)):
        return
    borders = _cell_borders(table, lines) if table else _paragraph_borders(form, lines)
    yield Edge(item=lines[0], borders=borders[0], outer=True, above=True)
    for at, (one, other) in enumerate(pairwise(lines)):
        if one.element != other.element:
            yield Edge(item=other, borders=borders[at + 1], outer=False, above=True)
    yield Edge(item=lines[-1], borders=borders[-1], outer=True, above=False)


def _are_plain(form: Form, lines: list[Item]) -> bool:
    """Whether the lines stand in the flow, and nothing is drawn in the file that may be a rule."""
    if any(item.place.where != "body" or item.paragraph.look.framed for item in lines):
        return False
    start = form.flow.index(lines[0])
    near = form.flow[max(start - 4, 0) :]
    things = any(run.drawing or run.boxes for item in near for run in item.paragraph.runs)
    drawn = any(line.part in ("", "body", "word/document.xml") for line in form.word.lines)
    return not (things or drawn)


def _cell_borders(table: Table, lines: list[Item]) -> list[tuple[Border, ...]]:
    """The borders above the first line, between each two, and below the last, of a table."""
    rows = [item.place.row for item in lines]
    found = [_of_row(table, rows[0], "top")]
    for one, other in pairwise(rows):
        found.append(
            () if one == other else (*_of_row(table, one, "bottom"), *_of_row(table, other, "top"))
        )
    found.append(_of_row(table, rows[-1], "bottom"))
    return found


def _of_row(table: Table, row: int, side: str) -> tuple[Border, ...]:
    """The borders of a row's cells on one side, those of the table where the cells have none."""
    cells = table.rows[row].cells
    own = [border for cell in cells for border in cell.borders if border.side == side]
    if own:
        return tuple(border for border in own if _is_seen(border))
    is_edge = (row == 0 and side == "top") or (row == len(table.rows) - 1 and side == "bottom")
    wanted = side if is_edge else "insideH"
    return tuple(b for b in table.borders if b.side == wanted and _is_seen(b))


def _paragraph_borders(form: Form, lines: list[Item]) -> list[tuple[Border, ...]]:
    """The same of paragraphs, of which each other one may have the rule between them."""
    found = []
    for at in range(len(lines) + 1):
        around = []
        if at > 0:
            around += _near(form, lines[at - 1], ("bottom", "between"), 1)
        if at < len(lines):
            around += _near(form, lines[at], ("top", "between"), -1)
        found.append(tuple(around))
    return found


def _near(form: Form, item: Item, sides: tuple[str, ...], step: int) -> list[Border]:
    """The borders of a line on a side, and those of the empty paragraph beyond it."""
    found = [b for b in item.paragraph.look.borders if b.side in sides and _is_seen(b)]
    at = form.flow.index(item) + step
    if 0 <= at < len(form.flow) and form.flow[at].is_blank:
        found += [b for b in form.flow[at].paragraph.look.borders if _is_seen(b)]
    elif step < 0 <= at:
        above = form.flow[at].paragraph.look.borders
        found += [b for b in above if b.side == "bottom" and _is_seen(b)]
    return found


def _is_seen(border: Border) -> bool:
    return border.kind not in ("", "nil", "none") and border.size > 0


def room_of(form: Form, item: Item) -> tuple[float, float]:
    """The width that a line of 版记 has for its text, and how far it may be off for what the cells
    of a table keep free."""
    table = item.place.table
    if table is None:
        section = form.section(item)
        return section.width - section.left - section.right, 0
    row = table.rows[item.place.row]
    cell = next((c for c in row.cells if c.column == item.place.column), None)
    covered = table.widths[cell.column : cell.column + cell.columns] if cell else ()
    return float(sum(covered)), CELL


def is_long(form: Form, item: Item) -> bool:
    """Whether a line of 版记 takes more than one line."""
    look = item.paragraph.look
    room = room_of(form, item)[0] - look.left - look.right - look.first_line
    return len(item.text) * size_of(item) * TWIPS_OF_HALF > room
