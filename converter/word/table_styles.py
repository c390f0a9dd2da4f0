"""Table styles: what they say of text in a part of a table, and of its borders.

A table style may say other things of its first row, its bands, its corners; which parts a cell is
in follows from its place and from what ``w:tblLook`` turns on (ISO/IEC 29500-1, 17.7.6).
"""

from __future__ import annotations

from converter.record import record
from converter.word.looks import borders
from converter.word.properties import child, local, merged, value, whole
from converter.word.style_parts import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from converter.word.model import Border
    from converter.word.properties import Properties
    from converter.word.style_parts import Style, StyleParts
    from converter.word.theme import Theme

_LOOK = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
"""The bits of ``w:tblLook`` as Word wrote it before 2010."""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
CELL_SIDES = ("top", "left", "bottom", "right", "tl2br", "tr2bl")
"""The sides of a cell that may have a border, the diagonals last."""


@record(kw_only=True)
class Place:
    """Where text stands: in a table of a style, in some of its parts (``firstRow`` …), in the order
    in which they are applied."""

    style: str
    parts: tuple[str, ...] = ()


class TableStyle:
    """The style of one table: made from its ``w:tblPr``, asked for each of its cells."""

    def __init__(self, parts: StyleParts, table: Element | None, theme: Theme) -> None:
        known = value(child(table, "tblStyle"))
        if known not in parts.styles:
            known = parts.default.get("table", "")
        self.id = known
        self._chain, self._theme = parts.chain(known, "table"), theme
        self._own = table
        self._on = _turned_on(child(table, "tblLook"))
        self._bands = tuple(
            max(self._number(f"tblStyle{way}BandSize", 1), 1) for way in ("Row", "Col")
        )

    @property
    def align(self) -> str:
        """left, center or right."""
        found = value(self._table_property("jc"))
        return {"start": "left", "end": "right"}.get(found, found) or "left"

    @property
    def indent(self) -> int:
        """How far the table stands in, in twips."""
        return whole(value(self._table_property("tblInd"), "w")) or 0

    @property
    def borders(self) -> tuple[Border, ...]:
        """The table's borders, those between its cells (insideH, insideV) too; its own go over
        those of its style, side by side."""
        layers = [_sides(self._own, "tblBorders")]
        layers += [_sides(child(style.element, "tblPr"), "tblBorders") for style in self._chain]
        return borders(folded(tuple(layers)), "", _SIDES, self._theme)

    def place(
        self, row: int, rows: int, column: int, columns: int, *, span: int = 1, deep: int = 1
    ) -> Place:
        """Where a cell stands that begins at a row and a column (from 0) of a table of so many,
        and covers ``span`` columns and ``deep`` rows."""
        if not any(style.parts for style in self._chain):
            return Place(style=self.id)
        on = self._on
        first_row, last_row = on["firstRow"] and row == 0, on["lastRow"] and row + deep >= rows
        first, last = (
            on["firstColumn"] and column == 0,
            on["lastColumn"] and column + span >= columns,
        )
        banded_row, banded_column = row - on["firstRow"], column - on["firstColumn"]
        found = []
        if not on["noVBand"] and not first and not last:
            found.append(f"band{banded_column // self._bands[1] % 2 + 1}Vert")
        if not on["noHBand"] and not first_row and not last_row:
            found.append(f"band{banded_row // self._bands[0] % 2 + 1}Horz")
        found += ["firstRow"] * first_row + ["lastRow"] * last_row
        found += ["firstCol"] * first + ["lastCol"] * last
        for vertical, is_row in (("n", first_row), ("s", last_row)):
            for horizontal, is_column in (("w", first), ("e", last)):
                if is_row and is_column:
                    found.append(f"{vertical}{horizontal}Cell")
        return Place(style=self.id, parts=tuple(found))

    def cell_borders(self, place: Place, cell: Element | None) -> tuple[Border, ...]:
        """The borders that a cell has of its own: by its ``w:tcPr``, or by the parts of the style
        that it is in. Those of the table (:attr:`borders`) are not among them."""
        layers = [_sides(cell, "tcBorders")]
        for part in reversed(place.parts):
            for style in self._chain:
                if part in style.parts:
                    element = style.parts[part].element
                    layers.append(_sides(child(element, "tcPr"), "tcBorders"))
        return borders(folded(tuple(layers)), "", CELL_SIDES, self._theme)

    def _table_property(self, name: str) -> Element | None:
        for element in (self._own, *(child(style.element, "tblPr") for style in self._chain)):
            found = child(element, name)
            if found is not None:
                return found
        return None

    def _number(self, name: str, default: int) -> int:
        found = whole(value(self._table_property(name)))
        return default if found is None else found


def text_properties(chain: tuple[Style, ...], place: Place) -> tuple[Properties, Properties]:
    """What a table style says of the paragraphs and characters in a place."""
    paragraph = folded(tuple(style.paragraph for style in chain))
    run = folded(tuple(style.run for style in chain))
    for part in place.parts:
        for style in reversed(chain):
            if part in style.parts:
                paragraph = merged(paragraph, style.parts[part].paragraph)
                run = merged(run, style.parts[part].run)
    return paragraph, run


def _turned_on(look: Element | None) -> dict[str, bool]:
    """What ``w:tblLook`` says; a table without it has bands only."""
    try:
        bits = int(value(look) or "0", 16)
    except ValueError:
        bits = 0
    found = {}
    for name, bit in _LOOK.items():
        said = value(look, name)
        found[name] = said in ("1", "true", "on") if said else bool(bits & bit)
    return found


def _sides(element: Element | None, name: str) -> Properties:
    found: Properties = {}
    group = child(element, name)
    for side in group if group is not None else ():
        attributes = {str(key).rpartition("}")[2]: str(text) for key, text in side.items()}
        side_name = {"start": "left", "end": "right"}.get(local(side), local(side))
        found[side_name] = attributes
    return found
