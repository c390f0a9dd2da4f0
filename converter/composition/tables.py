"""Tables of a report: how wide each column is, and whether the paper must be turned."""

from __future__ import annotations

from bisect import bisect_right
from itertools import zip_longest

from converter.composition.blocks import Cell, Table
from converter.composition.subject import Subject
from converter.layout.table import Align, Page, TextStyle
from converter.layout.units import ZERO, Length, twips
from converter.layout.width import width_with_gaps
from converter.model.nodes import Paragraph

WHOLE = 5
"""A text of so many characters or fewer stands on one line (青石镇)."""
_WRAPPED = 6
"""A column of longer texts may be made so narrow, in characters, before the paper is turned."""

_ALIGNS: dict[str, Align] = {"left": "left", "center": "center", "right": "right"}


def table(paragraph: Paragraph, where: str, subject: Subject, page: Page) -> Table:
    """The table that a paragraph of kind ``table`` is, fitted to the text area of ``page``."""
    styles = subject.styles
    aligns = [_ALIGNS.get(name, "center") for name in paragraph.align]
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
    widths = _fitted(_natural(filled, subject), _least(filled, subject), page.text_width)
    return Table(
        rows=filled,
        widths=widths,
        look=subject.layout.table,
        header=styles.table_header,
        body=styles.table_body,
    )


def is_wide(paragraph: Paragraph, subject: Subject) -> bool:
    """Whether a table does not fit on the upright page even with narrow columns."""
    rows = table(paragraph, "", subject, subject.layout.page).rows
    return subject.width < sum(_least(rows, subject), ZERO)


def _room(text: str, style: TextStyle, subject: Subject) -> Length:
    """What a text takes of a row: its width and the padding of its cell."""
    # A hundredth more than the text needs: programs round each their own way.
    needed = style.character * width_with_gaps(text) * 1.01
    return needed + subject.layout.table.padding * 2


def _natural(rows: tuple[tuple[Cell, ...], ...], subject: Subject) -> list[Length]:
    """The width of each column in which none of its cells wraps."""
    return [
        max(_room(cell.text, _style(i, subject), subject) for i, cell in column)
        for column in _columns(rows)
    ]


def _least(rows: tuple[tuple[Cell, ...], ...], subject: Subject) -> list[Length]:
    """The width below which each column would be hard to read: numbers and words stay whole."""
    return [
        max(_room(_unbreakable(cell.text), _style(i, subject), subject) for i, cell in column)
        for column in _columns(rows)
    ]


def _columns(rows: tuple[tuple[Cell, ...], ...]) -> list[list[tuple[int, Cell]]]:
    return [[(i, row[n]) for i, row in enumerate(rows)] for n in range(len(rows[0]))]


def _style(row: int, subject: Subject) -> TextStyle:
    return subject.styles.table_body if row else subject.styles.table_header


def _unbreakable(text: str) -> str:
    """A text as wide as the narrowest column in which ``text`` reads well."""
    longest = max(text.split(), key=width_with_gaps, default="")
    if longest.isascii() or len(longest) <= WHOLE:
        return longest  # a number, a word, a name
    return longest[:_WRAPPED]


def _fitted(natural: list[Length], least: list[Length], room: Length) -> tuple[Length, ...]:
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
