"""A table of a Word file as rows of text, with what the text alone does not say."""

from __future__ import annotations

from converter.model.nodes import CELL_PARAGRAPH, Merge
from converter.patterns import lazy
from converter.record import record
from converter.word.model import Paragraph, Table
from converter.word.stretches import Writing, glued

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.word.model import Block, Cell, Drawing
    from converter.word.stretches import Call, Stretch

_BREAKS = lazy(r"[\t\n]")


@record(kw_only=True)
class Inside:
    """A picture or a table in a cell, before the character at ``offset`` of the table's text (its
    rows joined by line ends)."""

    offset: int
    picture: Drawing | None = None
    table: Table | None = None


@record(kw_only=True)
class Grid:
    """A table: its ``rows`` as lines of text with tabs between the cells, where their characters
    come from, the cells that cover others, what stands inside cells beside text, the calls of
    notes (at offsets of the rows joined by line ends), how many rows head it, and how each column
    is aligned (empty where its cells differ)."""

    rows: tuple[str, ...]
    stretches: tuple[tuple[Stretch, ...], ...]
    merged: tuple[Merge, ...] = ()
    inside: tuple[Inside, ...] = ()
    calls: tuple[Call, ...] = ()
    header_rows: int = 1
    align: tuple[str, ...] = ()


def grid_of(table: Table) -> Grid:
    """The table as rows of text."""
    columns = max(
        (cell.column + cell.columns for row in table.rows for cell in row.cells), default=1
    )
    rows: list[str] = []
    stretches: list[tuple[Stretch, ...]] = []
    inside: list[Inside] = []
    calls: list[Call] = []
    start = 0
    for row in table.rows:
        writing = Writing()
        own = {cell.column: cell for cell in row.cells}
        for column in range(columns):
            if column:
                writing.add("\t")
            if column in own:
                inside += [
                    Inside(offset=start + at.offset, picture=at.picture, table=at.table)
                    for at in _write_cell(writing, own[column])
                ]
        rows.append(writing.text)
        stretches.append(tuple(writing.stretches))
        calls += [(start + offset, note) for offset, note in writing.calls]
        start += len(writing.text) + 1
    return Grid(
        rows=tuple(rows),
        stretches=tuple(stretches),
        merged=tuple(_merges(table)),
        inside=tuple(inside),
        calls=tuple(calls),
        header_rows=_header_rows(table),
        align=_alignments(table, columns),
    )


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All paragraphs in some blocks, those in tables inside, too, in order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            continue
        for row in block.rows:
            for cell in row.cells:
                yield from paragraphs_of(cell.blocks)


def _write_cell(writing: Writing, cell: Cell) -> Iterator[Inside]:
    """Adds the text of a cell to that of its row; gives what stands in it beside text."""
    begun = False
    for block in cell.blocks:
        if isinstance(block, Table):
            yield Inside(offset=len(writing.text), table=block)
            continue
        if glued(block).strip():
            if begun:
                writing.add(CELL_PARAGRAPH)
            writing.add_paragraph(block, within_cell=True)
            begun = True
        else:
            writing.add_calls(block)
        for run in block.runs:
            if run.drawing and run.drawing.part:
                yield Inside(offset=len(writing.text), picture=run.drawing)
            for box in run.boxes:
                for paragraph in paragraphs_of(box.blocks):
                    if glued(paragraph).strip():
                        writing.add(CELL_PARAGRAPH if begun else "")
                        writing.add_paragraph(paragraph, within_cell=True)
                        begun = True


def _merges(table: Table) -> Iterator[Merge]:
    for index, row in enumerate(table.rows):
        for cell in row.cells:
            if cell.columns > 1 or cell.rows > 1:
                yield Merge(index, cell.column, cell.rows, cell.columns)


def _header_rows(table: Table) -> int:
    """How many rows head a table: those said to be repeated; else as many as the first row's cells
    cover where it heads several columns at once, and otherwise one."""
    told = 0
    for row in table.rows:
        if not row.header:
            break
        told += 1
    if told:
        return told
    first = table.rows[0].cells if table.rows else ()
    if any(cell.columns > 1 for cell in first):
        return max(cell.rows for cell in first)
    return 1


def _alignments(table: Table, columns: int) -> tuple[str, ...]:
    """How each column is aligned below the header; empty for all of them where all are centred,
    which is how a table is set that says nothing."""
    found: list[set[str]] = [set() for _ in range(columns)]
    for row in table.rows[_header_rows(table) :]:
        for cell in row.cells:
            for block in cell.blocks:
                if isinstance(block, Paragraph) and block.text.strip():
                    found[cell.column].add(_told_alignment(block))
    aligns = [_alignment(own) for own in found]
    is_told = any(align in ("left", "right") for align in aligns)
    return tuple(aligns) if is_told else ("",) * columns


def _told_alignment(paragraph: Paragraph) -> str:
    """How a paragraph is aligned; left says nothing where it is only not said otherwise."""
    align = paragraph.look.align
    is_told = align not in ("left", "both") or "jc" in paragraph.look.direct
    return align if is_told else ""


def _alignment(own: set[str]) -> str:
    if len(own) != 1:
        return ""
    (align,) = own
    return {"both": "left", "distribute": "center"}.get(align, align)
