"""Tables of a report: how wide each column is, and whether the paper must be turned."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise, zip_longest

from converter.composition.blocks import Cell, Table
from converter.composition.subject import Subject
from converter.layout.table import TextStyle
from converter.layout.units import ZERO, Length, twips
from converter.layout.width import width_with_gaps
from converter.layout.words import Align
from converter.model.nodes import CELL_PARAGRAPH, Paragraph

WHOLE = 5
"""A text of so many characters or fewer stands on one line (青石镇)."""
_WRAPPED = 6
"""A column of longer texts may be made so narrow, in characters, before the paper is turned."""

_ROUNDING = 1.01
"""A hundredth more than a text needs: programs round each their own way."""

ALIGNS: dict[str, Align] = {"left": "left", "center": "center", "right": "right"}
"""How the cells of a column are aligned; the others are centred."""


def table(paragraph: Paragraph, where: str, subject: Subject) -> Table:
    """The table that a paragraph of kind ``table`` is, as wide as the text area; as that of the
    turned page, if even narrow columns have no room on the upright one."""
    if not _is_plain(paragraph):
        from converter.composition.grids import Grid

        return Grid(paragraph, where, subject).on_page()
    styles = subject.styles
    aligns = [ALIGNS.get(name, "center") for name in paragraph.align]
    # The cells of the header are centred whatever their columns are.
    rows = tuple(
        tuple(
            Cell(text=text, where=where, align=align if align and row_index else "center")
            for text, align in zip_longest(row, aligns[: len(row)])
        )
        for row_index, row in enumerate(paragraph.rows)
    )
    columns = max(map(len, rows))
    filled = tuple(row + (Cell(text="", where=where),) * (columns - len(row)) for row in rows)
    least = _least(filled, subject)
    room = room_for(least, subject)
    widths = whole(fitted(_natural(filled, subject), least, room))
    return Table(
        rows=filled,
        widths=widths,
        look=subject.layout.table,
        header=styles.table_header,
        body=styles.table_body,
    )


def _is_plain(paragraph: Paragraph) -> bool:
    """Whether every cell is a text of one paragraph, and the first row is the header."""
    special = paragraph.merged or paragraph.insets or paragraph.references
    return not special and paragraph.header_rows == 1 and CELL_PARAGRAPH not in paragraph.text


def room_for(least: list[Length], subject: Subject) -> Length:
    """How wide a table is whose columns must have a least width each: as the text area of the
    page, or of the turned one."""
    page = subject.layout.page
    is_wide = sum(least, ZERO) > page.text_width
    return (page.turned() if is_wide else page).text_width


def room_of(text: str, style: TextStyle, subject: Subject) -> Length:
    """What a text takes of a row: its width, the padding of its cell, and a line."""
    look = subject.layout.table
    needed = style.character * width_with_gaps(text) * _ROUNDING
    return needed + look.padding * 2 + look.inner.weight


def _natural(rows: tuple[tuple[Cell, ...], ...], subject: Subject) -> list[Length]:
    """The width of each column in which none of its cells wraps."""
    return [
        max(room_of(cell.text, _style(i, subject), subject) for i, cell in column)
        for column in _columns(rows)
    ]


def _least(rows: tuple[tuple[Cell, ...], ...], subject: Subject) -> list[Length]:
    """The width below which each column would be hard to read: numbers and words stay whole."""
    return [
        max(room_of(unbreakable(cell.text), _style(i, subject), subject) for i, cell in column)
        for column in _columns(rows)
    ]


def _columns(rows: tuple[tuple[Cell, ...], ...]) -> list[list[tuple[int, Cell]]]:
    return [[(i, row[n]) for i, row in enumerate(rows)] for n in range(len(rows[0]))]


def _style(row: int, subject: Subject) -> TextStyle:
    return subject.styles.table_body if row else subject.styles.table_header


def unbreakable(text: str) -> str:
    """A text as wide as the narrowest column in which ``text`` reads well."""
    longest = max(text.split(), key=width_with_gaps, default="")
    if longest.isascii() or len(longest) <= WHOLE:
        return longest or "一"  # a number, a word, a name; an empty column is a character wide
    return longest[:_WRAPPED]


def fitted(natural: list[Length], least: list[Length], room: Length) -> tuple[Length, ...]:
    """Column widths that fill ``room``: what each column needs, if there is room for it."""
    total = sum(natural, ZERO)
    if total <= room:
        return tuple(width * (room.points / total.points) for width in natural)
    floor = sum(least, ZERO)
    if floor >= room:
        return tuple(width * (room.points / floor.points) for width in least)
    # What is too much is taken from the widest columns: all that are cut are equally wide.
    caps = range(room.twips)
    cap = twips(bisect_right(caps, room, key=lambda c: _total(natural, least, twips(c))) - 1)
    widths = _capped(natural, least, cap)
    rest = room - sum(widths, ZERO)
    widest = max(range(len(widths)), key=lambda column: widths[column])
    widths[widest] = widths[widest] + rest
    return tuple(widths)


def _capped(natural: list[Length], least: list[Length], cap: Length) -> list[Length]:
    return [max(low, min(high, cap)) for low, high in zip(least, natural, strict=True)]


def _total(natural: list[Length], least: list[Length], cap: Length) -> Length:
    return sum(_capped(natural, least, cap), ZERO)


def whole(widths: tuple[Length, ...]) -> tuple[Length, ...]:
    """The widths in whole twips, none of their sum lost to rounding."""
    edges = [0]
    total = ZERO
    for width in widths:
        total = total + width
        edges.append(int(total.points * 20))
    return tuple(twips(right - left) for left, right in pairwise(edges))
