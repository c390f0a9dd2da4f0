"""The blocks of a composition as boxes with heights, for counting pages.

All lengths are whole twips. A box is a pile of parts (lines, rows) that no page break cuts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import assert_never

from converter.composition.blocks import (
    Block,
    Cell,
    Frame,
    Imprint,
    Paragraph,
    Picture,
    Sheet,
    Span,
    Table,
)
from converter.composition.lines import Setter
from converter.layout.table import Layout, TextStyle
from converter.layout.units import Length
from converter.record import record, replace

GAP = 20
"""Height of the paragraph that a file must have between tables and behind the last one."""

NOTE_RULE = 123
"""What the line above the footnotes of a page takes, with the room around it (LibreOffice)."""


@record(kw_only=True)
class Box:
    """A block: its parts from top to bottom, the room around it, and what ties it.

    ``stuck`` is how many of the first parts stay together. ``repeated`` is the height that
    stands above the parts on each further page. ``notes`` are the heights of the footnotes that
    each part calls; empty if there are none. ``alike`` names the style next to which the room of
    this box falls away. ``block`` is the block's index on its sheet, None for a box that only
    the file has.
    """

    parts: tuple[int, ...]
    block: int | None = None
    before: int = 0
    after: int = 0
    keep: bool = False
    page_break: bool = False
    stuck: int = 1
    repeated: int = 0
    notes: tuple[int, ...] = ()
    alike: str = ""


class Boxer:
    """Makes boxes of the blocks of one layout."""

    def __init__(self, setter: Setter, layout: Layout) -> None:
        self._setter, self._layout = setter, layout

    def boxes(self, sheet: Sheet) -> Iterator[Box]:
        """The boxes of a sheet, those included that only the file has."""
        width = sheet.page.text_width.twips
        gap = Box(parts=(GAP,))
        is_table = False
        for index, block in enumerate(sheet.blocks):
            if is_table and isinstance(block, Table | Frame):
                yield gap
            is_table = isinstance(block, Table | Frame)
            yield replace(self._box(block, width), block=index)
        if is_table or not sheet.blocks:
            yield gap

    def imprint_height(self, imprint: Imprint, width: Length) -> int:
        """What an imprint takes of its page: its lines, and its rules."""
        lines = sum(self._stack(row, width.twips) for row in imprint.rows)
        return lines + sum(rule.weight.twips for rule in imprint.rules if rule)

    def _box(self, block: Block, width: int) -> Box:
        match block:
            case Paragraph():
                return self._paragraph(block, width)
            case Picture():
                pitch = self._setter.ruler(block.style).pitch
                height = max(block.height.twips, pitch)
                return Box(parts=(height,), keep=block.keep_next)
            case Table():
                return self._table(block)
            case Frame():
                return self._frame(block)
            case _:
                assert_never(block)

    def _paragraph(self, paragraph: Paragraph, width: int) -> Box:
        style = paragraph.style
        ruler = self._setter.ruler(style)
        height = ruler.pitch if paragraph.height is None else paragraph.height.twips
        starts = self._setter.starts(paragraph, width)
        parts = [height] * (len(starts) + 1)
        if paragraph.grows:
            parts = _grown(paragraph, width, starts, height)
        if paragraph.rule:
            parts[-1] += paragraph.rule.distance.twips + paragraph.rule.weight.twips
        return Box(
            parts=tuple(parts),
            before=ruler.before if paragraph.before is None else paragraph.before.twips,
            after=ruler.after if paragraph.after is None else paragraph.after.twips,
            keep=_keeps(paragraph),
            page_break=paragraph.page_break,
            notes=self._notes(paragraph, width, starts),
            alike=style.name if style.after else "",
        )

    def _notes(self, paragraph: Paragraph, width: int, starts: Sequence[int]) -> tuple[int, ...]:
        """The heights of the footnotes that each line of a paragraph calls."""
        if all(span.footnote is None for span in paragraph.spans):
            return ()
        style = self._layout.styles.footnote
        heights = [0] * (len(starts) + 1)
        offset = 0
        for span in paragraph.spans:
            offset += len(span.text)
            if span.footnote is not None:
                note = Paragraph(style=style, spans=(Span(f"1 {span.footnote}"),))
                line = bisect_right(starts, max(offset - 1, 0))
                heights[line] += self._stack((note,), width)
        return tuple(heights)

    def _stack(self, paragraphs: Sequence[Paragraph], width: int) -> int:
        """The height of paragraphs one below the other."""
        height = after = 0
        for paragraph in paragraphs:
            box = self._paragraph(paragraph, width)
            height += max(after, box.before) + sum(box.parts)
            after = box.after
        return height + after

    def _table(self, table: Table) -> Box:
        """A table of the report; its header stands above the rows of each further page."""
        outer = table.look.outer.weight.twips
        rows = self.row_heights(table)
        repeated = outer + sum(rows[: table.header_rows]) if table.repeats else outer
        rows[0] += outer
        if rows[1:]:
            rows[-1] += outer - (table.look.inner.weight.twips if _is_ruled(table) else 0)
        parts, notes, stuck = rows, self._table_notes(table), min(table.header_rows + 1, len(rows))
        if table.divided:
            parts, notes, stuck = self._cut(table, rows, notes)
        return Box(parts=tuple(parts), stuck=stuck, repeated=repeated, notes=tuple(notes))

    def row_heights(self, table: Table) -> list[int]:
        """The height of each row of a table, in twips, the line below it included."""
        inner, padding = table.look.inner.weight.twips, table.look.padding.twips
        heights: list[int] = []
        spanning: list[tuple[int, int, int]] = []  # first row, last row, height
        for index, row in enumerate(table.rows):
            style = table.header if index < table.header_rows else table.body
            pitch = self._setter.ruler(style).pitch
            height = pitch
            for cell, width in table.placed(row):
                if cell.content:
                    own = self._cell_height(cell, width.twips - 2 * padding)
                else:
                    own = self._cell_lines(cell, style, width.twips - 2 * padding) * pitch
                if cell.rows > 1:
                    spanning.append((index, index + cell.rows, own))
                else:
                    height = max(height, own)
            line_below = _is_ruled(table) or index == table.header_rows - 1
            heights.append(height + padding + (inner if line_below else 0))
        for first, end, height in spanning:
            # What a cell over several rows lacks, the last of them gets.
            heights[end - 1] += max(height + padding - sum(heights[first:end]), 0)
        return heights

    def _cell_lines(self, cell: Cell, style: TextStyle, width: int) -> int:
        if len(cell.text) * style.size.twips <= width and "\n" not in cell.text:
            return 1
        return self._setter.line_count(Paragraph(style=style, spans=(Span(cell.text),)), width)

    def _cell_height(self, cell: Cell, width: int) -> int:
        """The height of a cell's content; a file has a paragraph behind each table in it."""
        height = 0
        for item in cell.content:
            if isinstance(item, Table):
                height += sum(self._table(item).parts) + GAP
            else:
                height += self._stack((item,), width)
        return height

    def _table_notes(self, table: Table) -> list[int]:
        """The heights of the footnotes that each row calls; empty if there are none."""
        found = [
            sum(self._cell_notes(cell, width.twips) for cell, width in table.placed(row))
            for row in table.rows
        ]
        return found if any(found) else []

    def _cell_notes(self, cell: Cell, width: int) -> int:
        notes = 0
        for item in cell.content:
            if isinstance(item, Table):
                notes += sum(self._table_notes(item))
            else:
                page = self._layout.page.text_width.twips
                notes += sum(self._notes(item, page, ()))
        return notes

    def _cut(
        self, table: Table, rows: list[int], notes: list[int]
    ) -> tuple[list[int], list[int], int]:
        """The rows of a table with each one that may be cut in pieces a line high; what notes it
        calls are on the page of the first."""
        parts: list[int] = []
        called: list[int] = []
        stuck = 0
        pitch = self._setter.ruler(table.body).pitch
        for index, height in enumerate(rows):
            count = max(height // pitch, 1) if index in table.divided else 1
            pieces = [pitch] * (count - 1) + [height - pitch * (count - 1)]
            parts += pieces
            if notes:
                called += [notes[index], *[0] * (count - 1)]
            if index < table.header_rows:
                stuck = len(parts)
        return parts, called, min(stuck + 1, len(parts))

    def _frame(self, frame: Frame) -> Box:
        """A frame. What is merged from the first row to the last makes the last one higher."""
        heights = []
        whole = 0
        for row, fixed in zip_longest(frame.rows, frame.heights):
            own = [
                (column, self._stack(cell, width.twips))
                for column, (cell, width) in enumerate(zip(row, frame.widths, strict=True))
            ]
            free = [height for column, height in own if column not in frame.merged]
            heights.append(fixed.twips if fixed is not None else max(free, default=0))
            whole = max([whole, *(height for column, height in own if column in frame.merged)])
        heights[-1] += max(whole - sum(heights), 0)
        kept = [_keeps(cell[0]) for cell in frame.rows[-1] if cell]
        return Box(parts=tuple(heights), keep=bool(kept) and all(kept))


def _is_ruled(table: Table) -> bool:
    return table.look.form == "grid"


def _grown(paragraph: Paragraph, width: int, starts: Sequence[int], height: int) -> list[int]:
    """The heights of a paragraph's lines with the pictures in them: of one without text, so many
    on a line as have room."""
    heights = [height] * (len(starts) + 1)
    text = paragraph.text
    used = offset = 0
    for span in paragraph.spans:
        offset += len(span.text)
        if not span.picture:
            continue
        if text:
            line = bisect_right(starts, max(offset - 1, 0))
        else:
            used += span.picture.width.twips
            if used > width and used > span.picture.width.twips:
                heights.append(height)
                used = span.picture.width.twips
            line = len(heights) - 1
        heights[line] = max(heights[line], span.picture.height.twips)
    return heights


def _keeps(paragraph: Paragraph) -> bool:
    return paragraph.style.keep_next if paragraph.keep_next is None else paragraph.keep_next
