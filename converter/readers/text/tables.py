"""Tables in the text: Markdown's, and lines whose cells stand apart by tabs (:mod:`tabs`).

A table becomes one line of the kind ``table``; the line above that names it is of the kind
``caption``, one that says the unit of its figures of the kind ``unit``.
"""

from __future__ import annotations

import re
from itertools import pairwise

from converter.model.nodes import Removed
from converter.patterns import lazy
from converter.readers.text import captions, tabs
from converter.readers.text.lines import Line
from converter.readers.text.residue import removed
from converter.source.text import Piece, SourceText, join

REASON = "table-mark"
_DELIMITER = lazy(r"[|｜]?\s*[:：]?-+[:：]?\s*(?:[|｜]\s*[:：]?-+[:：]?\s*)*[|｜]?")
_ALIGNS = {(True, True): "center", (True, False): "left", (False, True): "right"}


def read_tables(lines: list[Line], source: SourceText) -> tuple[list[Line], list[Removed]]:
    """The lines with every table as one of them, and the marks of Markdown taken out."""
    result: list[Line] = []
    gone: list[Removed] = []
    index = 0
    while index < len(lines):
        start, stop = index, index + 1
        rows: list[list[Piece]] = []
        align: tuple[str, ...] = ()
        if lines[index].kind == "table":
            _add(result, lines[index])
            index = stop
            continue
        if _begins_markdown(lines, index):
            stop = _end_of_markdown(lines, index)
            rows, align, marks = _markdown(lines[index:stop])
            gone += marks
        elif not lines[index].element and tabs.has_cells(lines[index]):
            stop = _end_of_tabs(lines, index, source)
            first, rows = tabs.read_cells(lines[index:stop], source)
            start += first
        if rows:
            result += lines[index:start]
            _add(result, Line(_filled(rows), lines[start].gap, "table", align))
        else:
            result += lines[index:stop]
        index = stop
    return result, gone


def _add(result: list[Line], table: Line) -> None:
    """Adds a table to the lines; those before it may be its caption and the unit of its figures,
    in this order or the other way round."""
    beside = {"unit": captions.is_unit, "caption": captions.names_table}
    index = len(result) - 1
    while beside and index >= 0 and (result[index].is_text or result[index].kind in beside):
        if not result[index].is_text:  # its format tells
            del beside[result[index].kind]
            index -= 1
            continue
        kind = next((kind for kind, fits in beside.items() if fits(result[index].text)), None)
        if kind is None:
            break
        result[index] = result[index].of_kind(kind)
        del beside[kind]
        index -= 1
    result.append(table)


def _filled(rows: list[list[Piece]]) -> Piece:
    """The text of a table: its rows filled up to the longest one, tabs between the cells."""
    columns = max(len(row) for row in rows)
    filled = [row + [row[-1].slice(len(row[-1]))] * (columns - len(row)) for row in rows]
    return join([join(row, "\t") for row in filled], "\n")


def _end_of_tabs(lines: list[Line], index: int, source: SourceText) -> int:
    """Where the run of lines with cells that begins at ``index`` ends; all its lines are as far
    apart as the first two. A number set apart by a tab ends it, too, unless those of a first
    column do: it is a heading behind the table."""
    stop = index + 1
    gap = lines[stop].gap if stop < len(lines) else 0
    last = stop
    while stop < len(lines) and lines[stop].gap <= gap and not _begins_markdown(lines, stop):
        numbered, before = (tabs.is_numbered(line) for line in (lines[stop], lines[stop - 1]))
        if stop > index + 1 and numbered and not before:
            break
        if tabs.has_cells(lines[stop]):
            last = stop + 1
        elif not tabs.has_empty_cells(lines[stop], source):
            break
        stop += 1
    return last


# ---- Markdown -----------------------------------------------------------------------------------


def _begins_markdown(lines: list[Line], index: int) -> bool:
    """Whether a header row stands at ``index``: below it the delimiter row with as many cells."""
    if index + 1 >= len(lines) or not lines[index].is_text or lines[index].is_literal:
        return False
    header, below = lines[index].text, lines[index + 1].text
    mark = _mark(below)
    if not mark or mark not in header or not _DELIMITER.fullmatch(below):
        return False
    return len(_spans(header, mark)) == len(_spans(below, mark))


def _mark(delimiter: str) -> str:
    """The character that divides the cells of a table with this delimiter row, if it is one."""
    return next((mark for mark in "|｜" if mark in delimiter), "")


def _end_of_markdown(lines: list[Line], index: int) -> int:
    """Where the table with the header row at ``index`` ends: its rows are the lines below that
    have the mark, too, as far apart as the first two rows are."""
    delimiter = lines[index + 1]
    mark = _mark(delimiter.text)
    framed = delimiter.text.startswith(mark)
    stop = index + 2
    while (
        stop < len(lines)
        and lines[stop].gap <= delimiter.gap
        and (lines[stop].text.startswith(mark) if framed else mark in lines[stop].text)
    ):
        stop += 1
    return stop


def _markdown(lines: list[Line]) -> tuple[list[list[Piece]], tuple[str, ...], list[Removed]]:
    """The cells of a table row by row, the alignment of its columns, and its marks."""
    header, delimiter, *others = lines
    mark = _mark(delimiter.text)
    spans = _spans(delimiter.text, mark)
    align = [_align(delimiter.text[start:end].strip()) for start, end in spans]
    rows: list[list[Piece]] = []
    gone = removed(delimiter.piece, REASON)
    for line in (header, *others):
        cells, marks = _cells(line.piece, mark)
        rows.append(cells)
        gone += marks
    columns = max(len(row) for row in rows)
    return rows, (*align, *[""] * (columns - len(align))), gone


def _align(cell: str) -> str:
    return _ALIGNS.get((cell[0] in ":：", cell[-1] in ":："), "")


def _spans(text: str, mark: str) -> list[tuple[int, int]]:
    """The span of each cell of a row; ``\\|`` divides none, and a mark at an end is its frame."""
    marks = [match.start() for match in re.finditer(rf"(?<!\\){re.escape(mark)}", text)]
    spans = [(before + 1, mark) for before, mark in pairwise([-1, *marks, len(text)])]
    first = int(text.startswith(mark) and len(spans) > 1)
    last = len(spans) - int(len(spans) > 1 + first and marks[-1] == len(text) - 1)
    return spans[first:last]


def _cells(piece: Piece, mark: str) -> tuple[list[Piece], list[Removed]]:
    """The cells of a row, and what stands between and around them."""
    text = piece.text
    cells: list[Piece] = []
    marks: list[tuple[int, int]] = []
    last = 0
    for start, end in _spans(text, mark):
        bare = text[start:end].strip()
        begin = text.index(bare, start)
        escapes = [m.start() for m in re.finditer(rf"\\(?={re.escape(mark)})", bare)]
        cells.append(_cell(piece.slice(begin, begin + len(bare)), escapes))
        if bare:
            marks += [(last, begin), *((begin + e, begin + e + 1) for e in escapes)]
            last = begin + len(bare)
    marks.append((last, len(text)))
    return cells, [item for a, b in marks for item in removed(piece.slice(a, b), REASON)]


def _cell(piece: Piece, escapes: list[int]) -> Piece:
    """A cell's text without the backslashes at ``escapes``, a blank for each tab."""
    bare = piece.without([(e, e + 1) for e in escapes]) if escapes else piece
    return join([part.strip() for part in tabs.cells(bare)], " ")
