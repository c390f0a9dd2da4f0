"""Tables and pictures of a Word file, as the reader of texts is told of them."""

from __future__ import annotations

from converter.model.nodes import Inset, Paragraph, Picture, Reference
from converter.model.position import Break
from converter.readers.text.given import GivenLine
from converter.word.transcript import TABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from converter.word.grid import Grid
    from converter.word.model import Drawing
    from converter.word.transcript import Transcript

    Labels = Mapping[tuple[str, str], str]
    """What the references to a note say, by its kind and id."""

_EMU_A_MM = 36_000
_DIGITS = 5
"""So many that the EMU come back."""


def picture_of(drawing: Drawing, base: str) -> Picture:
    """A picture in the file with that base name, with its size."""
    return Picture(
        f"{base}/{drawing.part}",
        round(drawing.width / _EMU_A_MM, _DIGITS) or None,
        round(drawing.height / _EMU_A_MM, _DIGITS) or None,
    )


def table_line(transcript: Transcript, line: int, base: str, labels: Labels) -> GivenLine:
    """What is told of the table whose first row is on a line."""
    grid = _grid(transcript, line)
    below = line + len(grid.rows)
    insets, end = _insets(transcript, grid, below, base, labels)
    return GivenLine(
        kind="table",
        rows=len(grid.rows),
        inner=end - below,
        align=grid.align,
        merged=grid.merged,
        insets=insets,
        header_rows=grid.header_rows,
        references=_references(grid, labels),
    )


def _references(grid: Grid, labels: Labels) -> tuple[tuple[int, str], ...]:
    """The notes that a table calls: where, and by which labels."""
    return tuple(
        (offset, labels[note.kind, note.id])
        for offset, note in grid.calls
        if (note.kind, note.id) in labels
    )


def _grid(transcript: Transcript, line: int) -> Grid:
    grid = transcript.origins[line - 1].grid
    if grid is None or transcript.origins[line - 1].kind != TABLE:
        raise ValueError(f"no table begins on line {line}")
    return grid


def _insets(
    transcript: Transcript, grid: Grid, line: int, base: str, labels: Labels
) -> tuple[tuple[Inset, ...], int]:
    """What stands in the cells of a table beside text, the tables from ``line`` on; and the line
    behind these."""
    found = []
    for inside in grid.inside:
        if inside.picture:
            found.append(Inset(inside.offset, picture=picture_of(inside.picture, base)))
        else:
            table, line = _inner_table(transcript, line, base, labels)
            found.append(Inset(inside.offset, table=table))
    return tuple(found), line


def _inner_table(
    transcript: Transcript, line: int, base: str, labels: Labels
) -> tuple[Paragraph, int]:
    """The table within another one that begins on a line, and the line behind all of it."""
    grid = _grid(transcript, line)
    breaks, offset = [], 0
    for index, row in enumerate(grid.rows[:-1], 1):
        offset += len(row) + 1
        breaks.append(Break(offset, line + index, 1))
    insets, end = _insets(transcript, grid, line + len(grid.rows), base, labels)
    table = Paragraph(
        "\n".join(grid.rows),
        line,
        breaks=tuple(breaks),
        kind="table",
        references=tuple(Reference(*call) for call in _references(grid, labels)),
        align=grid.align,
        merged=grid.merged,
        insets=insets,
        header_rows=grid.header_rows,
    )
    return table, end
