"""What a composition is made of: sheets, and blocks on them, each with its style.

Every text says in ``where`` which field of the document's JSON it came from, for messages.
"""

from __future__ import annotations

from converter.layout.units import ZERO, Length
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal, TypeAlias

    from converter.composition.pictures import PictureFile
    from converter.layout.table import Page, Rule, TableLook, TextStyle
    from converter.layout.words import Align


@record
class Span:
    """Text of one look: of ``style`` (as a character style), or of the paragraph's own.

    ``footnote`` is the text of a footnote that is called at the end of the span, ``picture`` one
    that stands there like a character.
    """

    text: str
    where: str = ""
    style: TextStyle | None = None
    footnote: str | None = None
    picture: Picture | None = None


@record
class Indents:
    """Indents that differ from the style's, as lengths; ``first_line`` is negative if hanging."""

    left: Length = ZERO
    right: Length = ZERO
    first_line: Length = ZERO


@record
class Tab:
    """A tab stop, ``position`` from the left edge of the text area."""

    position: Length
    align: Literal["left", "center", "right"] = "left"


@record(kw_only=True)
class Paragraph:
    """A paragraph: its style, its text, and what differs from the style (None: nothing).

    ``before`` is the room above it, ``height`` that of each of its lines, ``size`` that of its
    characters where they were fitted, ``rule`` a line below it; ``grows`` tells that its lines
    are as high as what stands on them. ``\\n`` in a text ends a line.
    """

    style: TextStyle
    spans: tuple[Span, ...]
    indents: Indents | None = None
    align: Align | None = None
    before: Length | None = None
    after: Length | None = None
    height: Length | None = None
    size: Length | None = None
    keep_next: bool | None = None
    page_break: bool = False
    tabs: tuple[Tab, ...] = ()
    rule: Rule | None = None
    seal: Seal | None = None
    grows: bool = False

    @property
    def text(self) -> str:
        """The text of all spans."""
        return "".join(span.text for span in self.spans)


@record
class Seal:
    """The picture of a seal, behind the paragraph it belongs to.

    ``center`` is the distance of its centre from the left edge of the text area, ``middle`` that
    of its centre below the top of the paragraph; ``size`` is its width and height.
    """

    file: PictureFile
    size: Length
    center: Length
    middle: Length


@record(kw_only=True)
class Cell:
    """A cell of a table: a text of one look, or, where it holds more, its ``content``.

    It covers ``rows`` and ``columns``; in each further row that it covers stands one that is
    ``continued``, and empty.
    """

    text: str
    where: str = ""
    align: Align = "center"
    rows: int = 1
    columns: int = 1
    continued: bool = False
    content: tuple[Paragraph | Table, ...] = ()


@record(kw_only=True)
class Table:
    """A table of the report. The columns that the cells of a row cover are as many as ``widths``.

    The first ``header_rows`` are the header, which every page repeats if it ``repeats``;
    ``divided`` are the rows that may be cut by the end of a page.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[Length, ...]
    look: TableLook
    header: TextStyle
    body: TextStyle
    header_rows: int = 1
    repeats: bool = True
    divided: frozenset[int] = frozenset()

    @property
    def is_plain(self) -> bool:
        """Whether every cell is one cell of one text."""
        return not any(
            cell.content or cell.continued or cell.columns > 1 for row in self.rows for cell in row
        )

    def placed(self, row: Sequence[Cell]) -> Iterator[tuple[Cell, Length]]:
        """The cells of a row, each with its width."""
        column = 0
        for cell in row:
            end = column + cell.columns
            is_single = cell.columns == 1
            yield cell, self.widths[column] if is_single else sum(self.widths[column:end], ZERO)
            column = end

    @property
    def width(self) -> Length:
        """The width of the whole table."""
        return sum(self.widths, ZERO)


@record(kw_only=True)
class Frame:
    """A table without lines that only puts things side by side (joint marks, joint signatures).

    A row is a tuple of cells, a cell a tuple of paragraphs. ``merged`` names the columns that are
    one cell from the first row to the last; their content stands in the first row, vertically
    centred. ``heights`` are exact row heights, None where a row is as high as its content.
    """

    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    widths: tuple[Length, ...]
    merged: tuple[int, ...] = ()
    heights: tuple[Length | None, ...] = ()

    @property
    def width(self) -> Length:
        """The width of the whole frame; it is centred in the text area."""
        return sum(self.widths, ZERO)


@record(kw_only=True)
class Picture:
    """A picture in a paragraph of its own, centred, with its size on the page."""

    file: PictureFile
    width: Length
    height: Length
    style: TextStyle
    where: str = ""
    description: str = ""
    keep_next: bool = False


Block: TypeAlias = Paragraph | Table | Frame | Picture


@record
class Imprint:
    """版记: rows of paragraphs between rules as wide as the text area, at its foot (7.4).

    ``rules`` are the lines: above the first row, between the rows, below the last; None where
    there is none (信函).
    """

    rows: tuple[tuple[Paragraph, ...], ...]
    rules: tuple[Rule | None, ...]


@record(kw_only=True)
class Margin:
    """What stands in the top and the bottom margin of a letter's first page (10.1)."""

    mark: Paragraph
    mark_top: Length
    """From the paper's top edge to the top of the mark's line box."""
    rule: Rule
    rule_top: Length
    """From the paper's top edge to the upper edge of the rule below the mark."""
    foot_rule: Rule
    foot_rule_bottom: Length
    """From the paper's bottom edge to the rule at the foot."""


@record(kw_only=True)
class Sheet:
    """Pages of one paper and one kind of page number (Word's section).

    ``start`` is where it begins: on a new page, or on the next even page. ``numbered`` tells
    whether its pages show their numbers, ``number_first`` whether the first one does.
    ``imprint`` stands at the foot of the page on which the sheet's last block stands.
    """

    page: Page
    blocks: tuple[Block, ...]
    start: Literal["page", "even"] = "page"
    numbered: bool = True
    number_first: bool = True
    landscape: bool = False
    margin: Margin | None = None
    imprint: Imprint | None = None


@record
class Composition:
    """A whole document, set."""

    sheets: tuple[Sheet, ...]
