"""Tables written as lines of cells with tabs between them, as spreadsheets and Word paste them.

What else has tabs is left alone: numbers that Word has set apart from their text, contents lines,
forms (名称：	内容), signatures side by side.
"""

from __future__ import annotations

import re

from converter.numbering import match_mark
from converter.patterns import lazy
from converter.readers.text.dates import date_line
from converter.readers.text.directives import without_directives
from converter.readers.text.lines import Line
from converter.readers.text.signature import is_signature
from converter.record import record
from converter.source.text import Piece, SourceText

_TAB = lazy(r"\t")
_TABS = lazy(r"\t+")
_LONGEST_HEAD = 40
_LEADER = lazy(r"[\s.…·]*([0-9]{1,4})")
_LONG_ENTRY = 8
_FEWEST_FULL = 2


@record
class _Row:
    """A line as a row. ``cells`` end with the last one that has text; ``empty`` more follow."""

    cells: list[Piece]
    empty: int


def has_cells(line: Line) -> bool:
    """Whether tabs divide a line of text; a format that tells elements tells tables, too."""
    return "\t" in line.text and line.is_text and not line.element


def has_empty_cells(line: Line, source: SourceText) -> bool:
    """Whether a line without any tab in it may be a row with only its first cell filled: behind
    its text stand tabs for two more at least."""
    return line.is_text and _tabs_around(line.piece, source)[1] > 1


def cells(piece: Piece, tab: re.Pattern[str] = _TAB) -> list[Piece]:
    """The parts of a text that tabs divide."""
    found, start = [], 0
    for match in tab.finditer(piece.text):
        found.append(piece.slice(start, match.start()))
        start = match.end()
    return [*found, piece.slice(start)]


def read_cells(lines: list[Line], source: SourceText) -> tuple[int, list[list[Piece]]]:
    """The table that consecutive lines with cells make: which of them is its first row, and the
    cells of each row from there; no rows if they make none.

    At least two of the rows, and half of them, have all cells; others may lack the last ones,
    whose tabs an editor may have cut off. Where a tab each leaves columns without any text, or no
    table, a run of them, set to align the cells, counts as one.
    """
    begin = next((i for i, line in enumerate(lines) if not is_numbered(line)), len(lines))
    around = [_tabs_around(line.piece, source) for line in lines[begin:]]
    found = [_table(lines[begin:], around, tab) for tab in (_TAB, _TABS)]
    for start, rows in sorted(found, key=lambda table: _empty_columns(table[1])):
        if rows:
            return begin + start, rows
    return 0, []


def _table(
    lines: list[Line], around: list[tuple[int, int]], tab: re.Pattern[str]
) -> tuple[int, list[list[Piece]]]:
    """The table that lines make if ``tab`` divides their cells, and where it begins."""
    indent = min((before for before, _ in around), default=0)
    rows = []
    for line, (before, after) in zip(lines, around, strict=True):
        lead = [line.piece.slice(0, 0)] * (before - indent)
        rows.append(_Row(lead + [part.strip() for part in cells(line.piece, tab)], after))
    columns = max((len(row.cells) for row in rows), default=0)
    full = [i for i, row in enumerate(rows) if len(row.cells) + row.empty >= columns]
    table = [row.cells for row in rows[full[0] :]] if full else []
    if len(full) < max(_FEWEST_FULL, len(table) / 2) or not _is_table(table, columns):
        return 0, []
    return full[0], table


def _empty_columns(rows: list[list[Piece]]) -> int:
    """How many columns have no text in any row."""
    filled = {i for row in rows for i, cell in enumerate(row) if cell.text}
    return max((len(row) for row in rows), default=0) - len(filled)


def is_numbered(line: Line) -> bool:
    """Whether a tab only sets the number or the bullet of a line apart."""
    number, *text = cells(line.piece, _TABS)
    return len(text) == 1 and _is_number(number.text)


def _tabs_around(piece: Piece, source: SourceText) -> tuple[int, int]:
    """How many tabs stand before and behind a line's text, where nothing else does."""
    last_line, last_column = piece.place(len(piece) - 1)
    before = source.lines[piece.line - 1][: piece.column - 1]
    (after,) = without_directives((source.lines[last_line - 1][last_column:],))
    return _tabs(before), _tabs(after)


def _tabs(blank: str) -> int:
    return 0 if blank.strip() else blank.count("\t")


def _is_table(rows: list[list[Piece]], columns: int) -> bool:
    """Whether rows of cells are a table and nothing else that tabs are used for."""
    texts = [[cell.text for cell in row] for row in rows]
    head = texts[0]
    if any(len(cell) > _LONGEST_HEAD or "。" in cell for cell in head):
        return False
    if columns == 2 and _is_contents(texts):
        return False
    if head[0].endswith(("：", ":")) or all(re.search("[：:].", cell) for cell in head if cell):
        return False
    return not all(
        is_signature(cell.text) or date_line(cell) for row in rows for cell in row if cell.text
    )


def _is_number(text: str) -> bool:
    """Whether a cell is only the number mark, or the bullet, of what follows it."""
    mark = match_mark(text)
    bullet = len(text) == 1 and not text.isalnum()
    return bullet or (mark is not None and mark.end == len(text))


def _is_contents(rows: list[list[str]]) -> bool:
    """Whether rows of two cells are lines of a contents page: headings and page numbers."""
    pages = [_LEADER.fullmatch(row[1]) if len(row) > 1 else None for row in rows]
    values = [int(page[1]) for page in pages if page]
    if len(values) < len(rows) or values != sorted(values):
        return False
    return any(match_mark(row[0]) or len(row[0]) >= _LONG_ENTRY for row in rows)
