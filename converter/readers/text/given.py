"""What a structured format (Word, Markdown) knows of its text beyond the characters.

The reader of such a format makes lines of text of it, and says of some of them what they are; all
others are read like those of a text file.
"""

from __future__ import annotations

from converter.model.elements import NONE, Elements
from converter.record import field, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from converter.model.nodes import Inset, Merge, Picture


@record(kw_only=True)
class GivenLine:
    """What is known of one line of the source.

    * ``level``: a heading of this level (1 the highest) by its style or outline level;
      ``title``: (a line of) the title; ``text``: no heading, whatever its words are;
      ``sentence``: a number that it begins with opens no heading;
    * ``kind``: that of the paragraph (``table``, ``picture``, ``footnote`` …), empty for text; a
      table takes ``rows`` lines of the source, a row each, its cells apart by tabs; ``align``,
      ``merged``, ``insets``, ``header_rows`` and ``picture`` are those of the paragraph; behind
      its rows stand ``inner`` lines of the tables in its cells;
    * ``label``: of a footnote, what its references say; ``references``: (offset in the source
      line, label) of each footnote called on it; for a table, (line, offset, label) would be
      needed, so there the offset counts in its lines joined by line ends;
      ``calls`` are the same as (line, column, label) of the source, for lines that are no lines
      of it (:class:`Unit`);
    * ``cuts``: half-open spans of the source line that are marks and no text, with the reason
      under which they are listed as removed; ``reason``: the whole line is removed so;
    * ``element``: the element of the layout that its style names (``signature``, ``recipient``),
      ``body`` for the text; where a format tells these at all, it does of every line;
    * ``literal``: it was read for the marks of Markdown, and what still looks like one is text;
    * ``joins``: it goes on with the paragraph of the line before; ``glue``: what stands before it
      where it goes on with the title.
    """

    level: int = 0
    title: bool = False
    text: bool = False
    sentence: bool = False
    kind: str = ""
    rows: int = 1
    inner: int = 0
    align: tuple[str, ...] = ()
    merged: tuple[Merge, ...] = ()
    insets: tuple[Inset, ...] = ()
    header_rows: int = 1
    picture: Picture | None = None
    label: str = ""
    references: tuple[tuple[int, str], ...] = ()
    calls: tuple[tuple[int, int, str], ...] = ()
    cuts: tuple[tuple[int, int, str], ...] = ()
    reason: str = ""
    element: str = ""
    literal: bool = False
    joins: bool = False
    glue: str = ""


PLAIN = GivenLine()


@record
class Unit:
    """A line of text made of stretches of the source: (line, start, end, what stands before it
    without a place of its own) of each. ``gap`` counts the blank lines before it."""

    stretches: tuple[tuple[int, int, int, str], ...]
    known: GivenLine = PLAIN
    gap: int = 0


@record(kw_only=True)
class Given:
    """What is known of the lines of a source, by their numbers; and the elements of the document
    that its format tells (those of an official head, which are no part of the report's text).

    A format whose lines are not those of its file (Markdown) tells ``units`` instead of ``lines``,
    in order, and as ``marks`` (line, start, end, reason) all that is in none of them. ``block``
    tells whether a metadata block may stand at the head.
    """

    lines: Mapping[int, GivenLine] = field(default_factory=dict)
    elements: Elements = NONE
    units: tuple[Unit, ...] = ()
    marks: tuple[tuple[int, int, int, str], ...] = ()
    block: bool = True
