"""Tables of a report whose cells are more than texts of one paragraph: merged ones, those with
several paragraphs, footnotes, pictures or tables in them."""

from __future__ import annotations

from math import ceil

from converter.composition.blocks import Cell, Paragraph, Picture, Span, Table
from converter.composition.boxes import Boxer
from converter.composition.cells import Line, contents
from converter.composition.lines import NOTE_MARK, Setter
from converter.composition.picture_block import scaled, size_of
from converter.composition.spans import spans_of
from converter.composition.tables import (
    ALIGNS,
    fitted,
    room_for,
    room_of,
    unbreakable,
    whole,
)
from converter.layout.units import ZERO, twips
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from converter.composition.cells import Content
    from converter.composition.pictures import PictureFile
    from converter.composition.subject import Subject
    from converter.layout.table import TextStyle
    from converter.layout.units import Length
    from converter.layout.words import Align
    from converter.model import nodes

    Wanted: TypeAlias = Callable[[Line | int, Content], Length]
    """What a line or an inner table of a cell needs of its width."""

_LEAST_PICTURE = 8
"""A column of pictures may be made so narrow, in characters."""
_WHOLE_ROW = 0.5
"""A row higher than this part of a page may be cut."""


class Grid:
    """A table of the report, measured: what width each column would have, and must have."""

    def __init__(self, table: nodes.Paragraph, where: str, subject: Subject) -> None:
        self._table, self._where, self._subject = table, where, subject
        self._cells = list(contents(table))
        self._columns = max(cell.column + cell.columns for cell in self._cells)
        self._header, self._repeats = _header(table)
        self._inner: dict[int, Grid] = {}
        self._files: dict[int, PictureFile] = {}
        self._sizes: dict[int, tuple[Length, Length]] = {}
        for index, inset in enumerate(table.insets):
            self._take(index, inset)
        self.natural = self._widths(self._natural)
        self.least = self._widths(self._least)

    def _take(self, index: int, inset: nodes.Inset) -> None:
        """Measures what stands in a cell."""
        here = f"{self._where}.insets[{index}]"
        if inset.table:
            self._inner[index] = Grid(inset.table, f"{here}.table", self._subject)
        elif inset.picture:
            file = self._subject.pictures(inset.picture.path, f"{here}.picture.path")
            self._files[index] = file
            self._sizes[index] = size_of(inset.picture, file)

    def on_page(self) -> Table:
        """The table, as wide as the text area of the page or of the turned page."""
        return self.within(room_for(self.least, self._subject))

    def within(self, room: Length) -> Table:
        """The table with the width of ``room``."""
        widths = whole(fitted(self.natural, self.least, room))
        styles = self._subject.styles
        rows: list[list[Cell]] = [[] for _ in self._table.rows]
        for cell in self._cells:
            made = self._cell(cell, sum(widths[cell.column : cell.column + cell.columns], ZERO))
            rows[cell.row].append(made)
        table = Table(
            rows=self._continued(rows),
            widths=widths,
            look=self._subject.layout.table,
            header=styles.table_header,
            body=styles.table_body,
            header_rows=self._header,
            repeats=self._repeats,
        )
        return replace(table, divided=self._divided(table))

    # ---- Widths

    def _widths(self, wanted: Wanted) -> list[Length]:
        """The width of each column that gives every cell what is ``wanted`` for it. What a cell
        over several columns lacks, they share by their own widths."""
        found = [room_of("一", self._subject.styles.table_body, self._subject)] * self._columns
        for cell in sorted(self._cells, key=lambda cell: cell.columns):
            needed = max(wanted(item, cell) for item in cell.items)
            columns = slice(cell.column, cell.column + cell.columns)
            there = sum(found[columns], ZERO)
            if needed > there:
                times = needed.pt / there.pt
                found[columns] = [twips(ceil(width.twips * times)) for width in found[columns]]
        return found

    def _natural(self, item: Line | int, cell: Content) -> Length:
        """The width in which a line or a table does not wrap."""
        if not isinstance(item, Line):
            return self._around(self._inner[item].natural)
        pictures = sum((self._sizes[index][0] for index in item.pictures), ZERO)
        text = room_of(self._text(item), self._style(cell), self._subject)
        return text + self._marks(item, cell) + pictures

    def _least(self, item: Line | int, cell: Content) -> Length:
        """The width below which a line or a table would be hard to read."""
        if not isinstance(item, Line):
            return self._around(self._inner[item].least)
        style = self._style(cell)
        text = room_of(unbreakable(self._text(item)), style, self._subject)
        text = text + self._marks(item, cell)
        edges = room_of("", style, self._subject)
        most = style.character * _LEAST_PICTURE
        pictures = [edges + min(self._sizes[index][0], most) for index in item.pictures]
        return max([text, *pictures])

    def _marks(self, line: Line, cell: Content) -> Length:
        """What the raised numbers of footnotes take of a line."""
        return self._style(cell).size * (NOTE_MARK * len(line.references))

    def _around(self, widths: list[Length]) -> Length:
        """A cell's width around a table of some column widths."""
        edges = room_of("", self._subject.styles.table_body, self._subject)
        return sum(widths, ZERO) + edges

    def _text(self, line: Line) -> str:
        return self._table.text[line.start : line.end]

    def _style(self, cell: Content) -> TextStyle:
        styles = self._subject.styles
        return styles.table_header if cell.row < self._header else styles.table_body

    # ---- Cells

    def _cell(self, cell: Content, width: Length) -> Cell:
        """A cell of the table that is made."""
        align = self._align(cell)
        made = Cell(text="", where=self._where, align=align, rows=cell.rows, columns=cell.columns)
        first, *others = cell.items
        if not others and isinstance(first, Line) and not (first.references or first.pictures):
            return replace(made, text=self._text(first))
        edges = room_of("", self._subject.styles.table_body, self._subject)
        inner = max(width - edges, self._subject.styles.table_body.character)
        content: list[Paragraph | Table] = []
        for item in cell.items:
            if isinstance(item, Line):
                content.append(self._paragraph(item, cell, align, inner))
            else:
                above = content[-1] if content else None
                if isinstance(above, Paragraph):
                    # The lines of the table would touch the text.
                    content[-1] = replace(above, after=self._subject.layout.table.padding)
                content.append(self._inner[item].within(inner))
        return replace(made, content=tuple(content))

    def _align(self, cell: Content) -> Align:
        """The cells of the header are centred whatever their columns are."""
        align = self._table.align
        if cell.row < self._header or cell.column >= len(align):
            return "center"
        return ALIGNS.get(align[cell.column], "center")

    def _paragraph(self, line: Line, cell: Content, align: Align, room: Length) -> Paragraph:
        text, style = self._text(line), self._style(cell)
        if not (line.references or line.pictures):
            plain = (Span(text, self._where),) if text else ()
            return Paragraph(style=style, spans=plain, align=align)
        subject = self._subject
        references = [replace(r, offset=r.offset - line.start) for r in line.references]
        pictures = [
            (self._table.insets[index].offset - line.start, self._picture(index, room))
            for index in line.pictures
        ]
        spans = spans_of(text, references, self._where, subject, None, pictures)
        if not text and not references:
            style = subject.styles.picture
        return Paragraph(style=style, spans=spans, align=align, grows=bool(pictures))

    def _picture(self, index: int, room: Length) -> Picture:
        subject = self._subject
        width, height = scaled(*self._sizes[index], room, subject)
        return Picture(
            file=self._files[index],
            width=width,
            height=height,
            style=subject.styles.picture,
            where=f"{self._where}.insets[{index}].picture",
        )

    def _continued(self, rows: list[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
        """The rows with a continued cell in each further row that a cell covers."""
        found: list[dict[int, Cell]] = [{} for _ in rows]
        made = (cell for row in rows for cell in row)
        for content, cell in zip(self._cells, made, strict=True):
            found[content.row][content.column] = cell
            below = replace(cell, text="", content=(), rows=1, continued=True)
            for row in range(content.row + 1, content.row + content.rows):
                found[row][content.column] = below
        return tuple(tuple(row[column] for column in sorted(row)) for row in found)

    def _divided(self, table: Table) -> frozenset[int]:
        """The rows too high to be kept on a page."""
        layout = self._subject.layout
        most = layout.page.text_height.twips * _WHOLE_ROW
        heights = Boxer(Setter(latin=layout.latin), layout).row_heights(table)
        return frozenset(row for row, height in enumerate(heights) if height > most)


def _header(table: nodes.Paragraph) -> tuple[int, bool]:
    """How many rows are the header, those among them that its merged cells reach down to; and
    whether pages can repeat it: not where it would be the whole table."""
    rows, header = len(table.rows), table.header_rows
    for merge in sorted(table.merged, key=lambda merge: merge.row):
        if merge.row < header < merge.row + merge.rows:
            header = merge.row + merge.rows
    if header > table.header_rows and header == rows:
        return table.header_rows, False
    return header, True
