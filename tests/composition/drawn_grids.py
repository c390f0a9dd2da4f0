"""Tables from a drawing of their cells, as in ``fixtures/layout/grids.case``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import strategies as st

from converter.model.nodes import (
    CELL_PARAGRAPH,
    Document,
    Footnote,
    Inset,
    Merge,
    Paragraph,
    Picture,
    Reference,
    TextLine,
)

PICTURE = Picture("seal.png", 12, 12)
LEFT, ABOVE = "<", "^"
_MARK = re.compile(r"\[图\]|\[注\]|\{")


class Drawn:
    """A table made of a drawing, ``line`` being that of its first row; ``notes`` gets the labels of
    the footnotes that it calls."""

    def __init__(self, drawing: str, line: int, notes: list[str]) -> None:
        self._line, self._notes = line, notes
        self._text = ""
        self._insets: list[Inset] = []
        self._references: list[Reference] = []
        grid = [list(divided(row, "|")) for row in divided(drawing, "/")]
        for index, row in enumerate(grid):
            self._text += "\n" if index else ""
            for column, cell in enumerate(row):
                self._text += "\t" if column else ""
                if cell not in (LEFT, ABOVE):
                    self._add(cell)
        self.table = Paragraph(
            self._text,
            line,
            kind="table",
            references=tuple(self._references),
            insets=tuple(self._insets),
            merged=tuple(merges(grid)),
        )

    def _add(self, cell: str) -> None:
        cell = cell.replace("¶", CELL_PARAGRAPH)
        while mark := _MARK.search(cell):
            self._text += cell[: mark.start()]
            cell = cell[mark.end() :]
            if mark[0] == "{":
                end = closing(cell)
                # Nested tables stand on lines of their own.
                inner = Drawn(cell[:end], self._line + 100, self._notes).table
                self._insets.append(Inset(len(self._text), table=inner))
                cell = cell[end + 1 :]
            elif mark[0] == "[图]":
                self._insets.append(Inset(len(self._text), PICTURE))
            else:
                self._notes.append(str(len(self._notes) + 1))
                self._references.append(Reference(len(self._text), self._notes[-1]))
        self._text += cell


def document(drawing: str) -> Document:
    """A report with the table of a drawing."""
    notes: list[str] = []
    table = Drawn(drawing, 10, notes).table
    footnotes = tuple(Footnote(label, f"第{label}条注", 900 + int(label)) for label in notes)
    lead = (Paragraph("见下表。", 2), table, Paragraph("以上。", 800))
    return Document(title=TextLine("报告", 1), lead=lead, footnotes=footnotes)


def divided(text: str, mark: str) -> Iterator[str]:
    """The pieces of a text between the marks outside of braces."""
    start = depth = 0
    for index, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if character == mark and not depth:
            yield text[start:index]
            start = index + 1
    yield text[start:]


def closing(text: str) -> int:
    """The offset of the brace that closes what was opened before a text."""
    depth = 1
    for index, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if not depth:
            return index
    raise ValueError(text)


def merges(grid: list[list[str]]) -> Iterator[Merge]:
    """The merged cells of a grid in which covered cells are drawn."""
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell in (LEFT, ABOVE):
                continue
            columns = 1
            while c + columns < len(row) and row[c + columns] == LEFT:
                columns += 1
            rows = 1
            while r + rows < len(grid) and grid[r + rows][c : c + 1] == [ABOVE]:
                rows += 1
            if rows * columns > 1:
                yield Merge(r, c, rows, columns)


_CONTENTS = [
    *("", "", "甲", "供水", "12.5", "一¶二", "¶后", "前¶", "甲[注]", "[注]乙", "[图]", "图[图]后"),
    *("{子}", "前{子|女/丙}后", "{上|</左|右}{下}", "一¶{子[注]}", "{子{孙|[图]}}"),
]


@st.composite
def drawings(draw: st.DrawFn) -> str:
    """Any table of a few cells, merged ones among them."""
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    grid = [[draw(st.sampled_from(_CONTENTS)) for _ in range(columns)] for _ in range(rows)]
    free = {(r, c) for r in range(rows) for c in range(columns)}
    for _ in range(draw(st.integers(0, 3))):
        top, left = draw(st.integers(0, rows - 1)), draw(st.integers(0, columns - 1))
        bottom, right = draw(st.integers(top, rows - 1)), draw(st.integers(left, columns - 1))
        cells = {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)}
        if cells <= free:
            free -= cells
            for r, c in cells - {(top, left)}:
                grid[r][c] = LEFT if r == top else ABOVE
    return "/".join("|".join(row) for row in grid)


def plain(drawing: str) -> str:
    """A drawing without what no reader of a file can tell: whether a paragraph that is only a table
    is one of its own, and in which of the cells that are covered from above and from the left."""
    return re.sub(r"¶*([{}])¶*", r"\1", drawing)
