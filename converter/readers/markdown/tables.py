"""Tables of a Markdown file."""

from __future__ import annotations

import re
from itertools import pairwise

from converter.model.nodes import CELL_PARAGRAPH, Inset
from converter.readers.markdown.inline import CALL, HARD, PICTURE, SOFT, read_inline
from converter.readers.markdown.page import TABLE_MARK, Page, tight
from converter.readers.markdown.paragraphs import call_of, picture_of, stretches_of
from converter.readers.text.given import GivenLine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from converter.readers.markdown.page import Stretch
    from converter.readers.markdown.paragraphs import Places
    from converter.readers.markdown.parser import Parser

_PIPE = re.compile(r"\\?\|")
_CONTAINER = re.compile(r"(?:\s*(?:>|[-*+](?=\s)|[0-9]{1,9}[.)](?=\s)))+\s*")
_ALIGN = "text-align:"


class Cell:
    """A cell: its text with its places, and the pictures in it with the offsets before which they
    stand."""

    def __init__(self, number: int, content: str, places: Places) -> None:
        self.number, self.content, self.places = number, content, places
        self.stretches: list[Stretch] = []
        self.insets: list[Inset] = []
        self.calls: list[tuple[int, int, str]] = []
        self.length = 0


def read_table(page: Page, tokens: Sequence[Token], index: int, parser: Parser) -> int:
    """Takes the table that opens at a token as one line of the page. The index of its last
    token."""
    first, stop = tokens[index].map or (0, 0)
    numbers = [first + 1, *range(first + 3, stop + 1)]
    nested = tokens[index].level > 0
    rows = [_cells(page, number, nested=nested) for number in numbers]
    columns = max(map(len, rows))
    stretches: list[Stretch] = []
    insets: list[Inset] = []
    calls: list[tuple[int, int, str]] = []
    length = 0
    for row, cells in enumerate(rows):
        line = numbers[row]
        end = len(page.lines[line - 1].rstrip())
        cells += [Cell(line, "", [(line, end)]) for _ in range(columns - len(cells))]
        for column, cell in enumerate(cells):
            glue = "\t" if column else "\n" if row else ""
            length += len(glue)
            _read_cell(page, cell, parser)
            insets += [Inset(length + i.offset, i.picture) for i in cell.insets]
            calls += cell.calls
            head, *others = cell.stretches
            stretches += [(*head[:3], glue), *others]
            length += cell.length
    for number in range(first + 1, stop + 1):
        page.mark_as(number, 0, len(page.lines[number - 1]), TABLE_MARK)
    align = _align(tokens, index)
    page.add(
        stretches,
        GivenLine(
            kind="table",
            align=(*align, *[""] * (columns - len(align))) if any(align) else (),
            insets=tuple(insets),
            calls=tuple(calls),
        ),
    )
    while tokens[index].type != "table_close" or tokens[index].map:
        index += 1
    return index


def _align(tokens: Sequence[Token], index: int) -> tuple[str, ...]:
    """The alignment of the columns, from the header row."""
    found: list[str] = []
    while tokens[index].type != "tr_close":
        if tokens[index].type == "th_open":
            found.append(str(tokens[index].attrs.get("style", "")).removeprefix(_ALIGN))
        index += 1
    return tuple(found)


def _cells(page: Page, number: int, *, nested: bool) -> list[Cell]:
    """The cells of the row on a line; ``\\|`` divides none, and a mark at an end is its frame.
    Before a ``nested`` row the marks of quotes and lists stand."""
    text = page.lines[number - 1]
    prefix = _CONTAINER.match(text) if nested else None
    begin = prefix.end() if prefix else len(text) - len(text.lstrip())
    stop = len(text.rstrip())
    marks = [m.start() for m in _PIPE.finditer(text, begin, stop) if m[0] == "|"]
    spans = [(a + 1, b) for a, b in pairwise([begin - 1, *marks, stop])]
    if spans and spans[0][0] == spans[0][1]:
        del spans[0]
    if spans and spans[-1][0] == spans[-1][1]:
        del spans[-1]
    return [_cell(text, number, start, end) for start, end in spans]


def _cell(text: str, number: int, start: int, end: int) -> Cell:
    """The cell between two offsets of a line: its content is what the parser makes of it."""
    bare = text[start:end].strip()
    start = text.index(bare, start) if bare else start
    escapes = {m.start() for m in re.finditer(r"\\(?=\|)", bare)}
    kept = [offset for offset in range(len(bare)) if offset not in escapes]
    places = [(number, start + offset) for offset in kept]
    places.append((number, start + len(bare)))
    return Cell(number, "".join(bare[offset] for offset in kept), places)


def _read_cell(page: Page, cell: Cell, parser: Parser) -> None:
    """Finds the cell's text and pictures."""
    glue = ""
    for item in read_inline(parser, cell.content):
        if item.kind in (HARD, SOFT):
            glue = CELL_PARAGRAPH
        elif item.kind == CALL:
            cell.calls.append(call_of(page, item, cell.places))
        elif item.kind == PICTURE:
            picture = picture_of(item)
            if picture:
                cell.insets.append(Inset(cell.length, picture))
        else:
            for line, start, end, _ in tight(stretches_of(page, item, cell.places)):
                cell.stretches.append((line, start, end, glue))
                cell.length += end - start + len(glue)
                glue = ""
    if not cell.stretches:
        cell.stretches = [(*cell.places[0], cell.places[0][1], "")]
