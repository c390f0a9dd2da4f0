"""Tables written in HTML within a Markdown file."""

from __future__ import annotations

import re

from converter.model.nodes import CELL_PARAGRAPH, Inset, Merge
from converter.readers.markdown.html import read_html
from converter.readers.markdown.inline import HARD, PICTURE, SOFT
from converter.readers.markdown.page import TABLE_MARK, Page, tight
from converter.readers.markdown.paragraphs import picture_of, runs_of, stretches_of
from converter.readers.text.given import GivenLine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.readers.markdown.page import Stretch
    from converter.readers.markdown.paragraphs import Places

_TABLE = re.compile(r"<table\b.*?</table\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<(?P<name>table|tr|td|th)\b(?P<more>[^>]*)>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_SPAN = r"\b{}\s*=\s*[\"']?([0-9]{{1,3}})"
_MOST_COLUMNS, _MOST_CELLS = 200, 100_000
_PARAGRAPH = re.compile(r"<(?:p|div|li)\b", re.IGNORECASE)


class Cell:
    """A cell: the offsets of its content, its place in the grid, and how much of it it covers."""

    def __init__(self, start: int, row: int, column: int, rows: int, columns: int) -> None:
        self.start = self.end = start
        self.row, self.column, self.rows, self.columns = row, column, rows, columns


def find_table(content: str, start: int) -> tuple[int, int] | None:
    """Where the next table of a block stands, one that ends in it and has none inside."""
    match = _TABLE.search(content, start)
    if match is None or len(re.findall(r"<table\b", match[0], re.IGNORECASE)) > 1:
        return None
    return match.span()


def read_html_table(page: Page, content: str, places: Places, start: int, end: int) -> bool:
    """Takes the table at that stretch of a block as one line of the page; False, and nothing is
    taken, where it has no cells or too many."""
    cells, header_rows = _cells(content, start, end)
    columns = max((cell.column + cell.columns for cell in cells), default=0)
    rows = max((cell.row for cell in cells), default=0) + 1
    if not 0 < columns <= _MOST_COLUMNS or rows * columns > _MOST_CELLS:
        return False
    at = {(cell.row, cell.column): cell for cell in cells}
    stretches: list[Stretch] = []
    insets: list[Inset] = []
    length = 0
    here = places[start]
    for row in range(rows):
        for column in range(columns):
            glue = "\t" if column else "\n" if row else ""
            length += len(glue)
            cell = at.get((row, column))
            found, pictures = _read(page, content, places, cell) if cell else ([], [])
            insets += [Inset(length + inset.offset, inset.picture) for inset in pictures]
            first, *others = found or [(here[0], here[1], here[1], "")]
            stretches += [(*first[:3], glue), *others]
            length += sum(stop - begin + len(own) for _, begin, stop, own in found)
            here = (stretches[-1][0], stretches[-1][2])
    for line, begin, stop in runs_of(places[start:end]):
        page.mark_as(line, begin, stop, TABLE_MARK)
    merged = [
        Merge(c.row, c.column, c.rows, c.columns) for c in cells if c.rows > 1 or c.columns > 1
    ]
    known = GivenLine(
        kind="table", merged=tuple(merged), insets=tuple(insets), header_rows=max(header_rows, 1)
    )
    page.add(stretches, known)
    return True


def _cells(content: str, start: int, end: int) -> tuple[list[Cell], int]:
    """The cells, and how many rows at the top have only header cells."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    row, names = -1, [set[str]()]
    most = max(len(_ROW.findall(content, start, end)), 1)
    for match in _TAG.finditer(content, start, end):
        name = match["name"].lower()
        if name == "tr":
            row += 1
            names.append(set())
        elif name in ("td", "th"):
            row = max(row, 0)
            column = next(c for c in range(_MOST_COLUMNS + 1) if (row, c) not in taken)
            if column == _MOST_COLUMNS:
                return [], 0
            rows, columns = (_span(match["more"], key) for key in ("rowspan", "colspan"))
            end_of_free = (c for c in range(columns) if (row, column + c) in taken)
            columns = min(next(end_of_free, columns), _MOST_COLUMNS - column)
            rows = min(rows, most - row)
            taken.update((row + r, column + c) for r in range(rows) for c in range(columns))
            cell = Cell(match.end(), row, column, rows, columns)
            cell.end = _end(content, match.end(), end)
            cells.append(cell)
            names[-1].add(name)
    header = 0
    for own in names[1:]:
        if own != {"th"}:
            break
        header += 1
    return cells, header


def _end(content: str, start: int, end: int) -> int:
    """Where a cell's content ends: before the next tag of the table."""
    match = re.compile(r"</?(?:td|th|tr|tbody|thead|tfoot|table)\b", re.IGNORECASE).search(
        content, start, end
    )
    return match.start() if match else end


def _span(attributes: str, key: str) -> int:
    match = re.search(_SPAN.format(key), attributes, re.IGNORECASE)
    return max(int(match[1]), 1) if match else 1


def _read(
    page: Page, content: str, places: Places, cell: Cell
) -> tuple[list[Stretch], list[Inset]]:
    """The text of a cell, and the pictures in it."""
    found: list[Stretch] = []
    insets: list[Inset] = []
    text = content[cell.start : cell.end]
    own = places[cell.start : cell.end]
    glue, last, length = "", 0, 0
    for item in read_html(text):
        if found and _PARAGRAPH.search(text, last, item.start):
            glue = CELL_PARAGRAPH
        last = item.end
        if item.kind in (HARD, SOFT):
            glue = glue if text[item.start] == "\n" or not found else CELL_PARAGRAPH
        elif item.kind == PICTURE:
            picture = picture_of(item)
            insets += [Inset(length, picture)] if picture else []
        else:
            for line, start, end, _ in tight(stretches_of(page, item, own)):
                shown = page.shown(line, start, end)
                start += len(shown) - len(shown.lstrip())
                end -= len(shown) - len(shown.rstrip())
                if end > start:
                    found.append((line, start, end, glue))
                    length += end - start + len(glue)
                    glue = ""
    return found, insets
