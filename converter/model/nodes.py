"""The nodes of a report, one to one with its JSON form.

Every text keeps the place it came from: ``line`` and ``column`` of its first character (1-based,
in code points of the decoded input) and ``breaks`` where it continues elsewhere.
"""

from __future__ import annotations

from converter.model.elements import NONE, Elements
from converter.model.position import Break, locate
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

Role: TypeAlias = str
"""What a level-1 section is for: ``summary``, ``problems``, ``plan``, or a profile's own kind."""

OTHER: Role = "other"
MAX_LEVEL = 5
MAX_NESTED = 20
"""So deep may tables stand in the cells of tables; in Word files eight is the limit."""
BODY = "body"
PARAGRAPH_KINDS = (
    BODY,
    "recipient",
    "attachment",
    "caption",
    "unit",
    "table",
    "picture",
    "imprint",
)
"""What a paragraph can be; see :class:`Paragraph`."""
ALIGNMENTS = ("", "left", "center", "right")
"""Of a table's column; empty where the draft leaves it open."""
CELL_PARAGRAPH = "\u2028"
"""What stands between two paragraphs within a cell of a table (Unicode's line separator)."""


class Placed:
    """What every text of the input has: where its first character stands, and its breaks."""

    __slots__ = ()
    line: int
    column: int
    breaks: tuple[Break, ...]

    def place(self, offset: int) -> tuple[int, int]:
        """(line, column) in the input of the character at ``offset`` of the node's text (for a
        section, of its :attr:`~Section.opening`)."""
        return locate(self.line, self.column, self.breaks, offset)


@record
class Reference:
    """Where a text refers to a footnote: before the character at ``offset``, or behind the last
    one."""

    offset: int
    label: str


@record
class TextLine(Placed):
    """A line that stands for itself: the title, the signature."""

    text: str
    line: int
    column: int = 1
    breaks: tuple[Break, ...] = ()
    references: tuple[Reference, ...] = ()


@record
class SideLine(Placed):
    """A short line above or below the title that is neither title nor lead.

    ``kind`` says what it is: ``issuer`` (发文机关标志), ``number`` (发文字号), ``subtitle``,
    ``unit`` (署名), ``person``, ``date`` or ``other``.
    """

    text: str
    kind: str
    line: int
    column: int = 1
    breaks: tuple[Break, ...] = ()
    references: tuple[Reference, ...] = ()


@record
class DateLine(Placed):
    """The date at the end (成文日期): as written, and as an ISO date if it is one."""

    text: str
    value: str | None
    line: int
    column: int = 1
    breaks: tuple[Break, ...] = ()
    references: tuple[Reference, ...] = ()


@record
class Number:
    """A heading's number mark exactly as written, and its value."""

    text: str
    value: int


@record
class Point:
    """One item of an enumeration (一是…): ``start`` and ``end`` are offsets in its paragraph."""

    marker: str
    value: int
    start: int
    end: int


@record
class Picture:
    """A picture file: its path as the draft names it. The paragraph's text is its caption.

    A file on the way may be a Word file, and the picture a part of it
    (``草稿.docx/word/media/image1.png``). ``width`` and ``height`` are the size that the draft
    gives it, in millimetres; None leaves it to the file.
    """

    path: str
    width: float | None = None
    height: float | None = None


@record
class Merge:
    """Cells of a table that are one: its first ``row`` and ``column``, counted from 0, and how
    many of each it covers. The text stands in the first cell, the others are empty."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@record
class Inset:
    """What stands in a table's cell beside text: a picture, or a table.

    It stands before the character at ``offset`` of the table's text, at the end of a cell before
    the tab or the line's end behind it. A table inside has a place and a text of its own.
    """

    offset: int
    picture: Picture | None = None
    table: Paragraph | None = None


@record
class Paragraph(Placed):
    """A paragraph of body text, the enumeration points in it, and its footnote references.

    ``kind`` says what it is where it is not body text:

    * ``recipient``: 主送机关, at the head of the lead;
    * ``attachment``: a line of 附件说明, at the end of the last section;
    * ``caption``: the name of the table that follows, or of the picture before it;
    * ``unit``: the unit of a table's figures (单位：万元), above the table;
    * ``table``: a table; the text has a row a line, cells apart by tabs, paragraphs within a cell
      by :data:`CELL_PARAGRAPH`; the first ``header_rows`` are the header; ``align`` has a
      column's alignment each (``left``, ``center``, ``right`` or empty), ``merged`` the cells
      that cover others, ``insets`` the pictures and tables inside cells, in order;
    * ``picture``: a picture; the text is its caption, :attr:`picture` names the file;
    * ``imprint``: a line of 版记 (抄送：…, …印发) as the draft has it, among the notes.
    """

    text: str
    line: int
    column: int = 1
    points: tuple[Point, ...] = ()
    breaks: tuple[Break, ...] = ()
    kind: str = BODY
    references: tuple[Reference, ...] = ()
    align: tuple[str, ...] = ()
    picture: Picture | None = None
    merged: tuple[Merge, ...] = ()
    insets: tuple[Inset, ...] = ()
    header_rows: int = 1

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells of a table, row by row."""
        return tuple(tuple(row.split("\t")) for row in self.text.split("\n"))


@record
class Section(Placed):
    """A heading and what stands under it.

    The heading's text in the input is ``number.text + heading + terminator``; ``breaks`` and
    ``references`` count from its first character. ``role`` is None below level 1; ``also`` names
    further roles of the same heading (存在问题及下一步打算).
    """

    level: int
    number: Number | None
    heading: str
    terminator: str
    run_in: bool
    line: int
    content: tuple[Section | Paragraph, ...]
    role: Role | None = None
    also: tuple[Role, ...] = ()
    column: int = 1
    breaks: tuple[Break, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def mark(self) -> str:
        """The number mark as written, or nothing."""
        return self.number.text if self.number else ""

    @property
    def opening(self) -> str:
        """The heading's whole text: number mark, heading and what closes it."""
        return self.mark + self.heading + self.terminator

    @property
    def inline(self) -> bool:
        """Whether the first paragraph of the content stands on the heading's own line."""
        return (
            (self.run_in or (self.number is not None and not self.heading))
            and bool(self.content)
            and isinstance(self.content[0], Paragraph)
            and self.content[0].kind == BODY
        )

    @property
    def roles(self) -> tuple[Role, ...]:
        """All roles of the section, the first one first."""
        return ((self.role,) if self.role else ()) + self.also


Block: TypeAlias = Section | Paragraph


@record
class Footnote(Placed):
    """A footnote's text; ``label`` is what its references say."""

    label: str
    text: str
    line: int
    column: int = 1
    breaks: tuple[Break, ...] = ()


Node: TypeAlias = TextLine | SideLine | DateLine | Paragraph | Section | Footnote


@record
class Attachment:
    """An attachment (附件) bound with the report: its label (附件1), title and content."""

    label: TextLine
    title: TextLine | None = None
    content: tuple[Block, ...] = ()


@record
class Removed:
    """Text of the input that is not in the report, with the reason (toc, advertisement, …)."""

    line: int
    column: int
    text: str
    reason: str


@record
class Period:
    """The year reported on and the year planned for, as far as the report says."""

    reported: int | None = None
    planned: int | None = None


@record
class Document:
    """One work report.

    ``above_title`` and ``below_title`` hold short lines beside the title that are neither title
    nor lead (a document number, a subtitle, the speaker). ``encoding`` is the input's encoding as
    it was decoded, None for a document that came from JSON without one. ``notes`` (附注),
    ``attachments`` and ``footnotes`` stand behind the date.
    """

    title: TextLine | None = None
    organization: str | None = None
    period: Period = Period()
    lead: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    signature: TextLine | None = None
    date: DateLine | None = None
    removed: tuple[Removed, ...] = ()
    above_title: tuple[SideLine, ...] = ()
    below_title: tuple[SideLine, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    elements: Elements = NONE
    profile: str = "work-report"
    encoding: str | None = None
    kind: Literal["work-report"] = "work-report"

    @property
    def name(self) -> str:
        """The title, that of the text or else that of the metadata; empty if neither has one."""
        return (self.title.text if self.title else self.elements.title) or ""
