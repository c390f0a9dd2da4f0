"""Where a text stands in the input: 1-based lines, 1-based columns in code points."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from converter.record import record


@record
class Break:
    """From offset ``start`` of its text on, the text continues at ``line`` and ``column``.

    A text has a break where a residue was taken out of its line, or where lines that a program
    had cut in mid-sentence were joined again.
    """

    start: int
    line: int
    column: int


def locate(line: int, column: int, breaks: tuple[Break, ...], offset: int) -> tuple[int, int]:
    """The input's (line, column) of the character at ``offset`` of a text that begins at
    (``line``, ``column``) and continues as ``breaks`` say."""
    if not breaks:
        return line, column + offset
    index = bisect_right(breaks, offset, key=attrgetter("start"))
    if index == 0:
        return line, column + offset
    last = breaks[index - 1]
    return last.line, last.column + offset - last.start
