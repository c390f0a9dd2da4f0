"""The end of a report: the signing units (署名), the date (成文日期), the notes (附注), and what a
printed document has below them (版记)."""

from __future__ import annotations

from dataclasses import replace

from converter.model.nodes import DateLine, Paragraph, TextLine
from converter.patterns import lazy
from converter.readers.text import imprint, signature
from converter.readers.text.dates import DATE, date_line
from converter.readers.text.lines import Line
from converter.readers.text.signature import Known
from converter.record import record
from converter.source.text import Piece, join

_TRAILING_DATE = lazy(rf"(?P<unit>\S.{{1,28}}?)\s+(?P<date>{DATE})")
TRAILING_ENDING = lazy(rf"(?<=[。！？])\s*[^。！？\s]{{2,28}}\s+(?:{DATE})$")
"""Signature and date run together with the text before them."""
_LONGEST_ENDING = 100
_MOST_NOTES = 5


@record
class Ending:
    """Signature, date and notes, and how many of the lines are text before them."""

    signature: TextLine | None
    date: DateLine | None
    stop: int
    notes: tuple[Paragraph, ...] = ()


def read_ending(lines: list[Line], end: int, known: Known) -> Ending:
    """Signature, date, notes and imprint in the last of a report's first ``end`` lines. The very
    first line is never taken."""
    stop = imprint.find_start(lines, end)
    below = imprint.paragraphs(lines[stop:end])
    after = stop
    while after > 1 and stop - after < _MOST_NOTES and _is_note(lines[after - 1]):
        after -= 1
    if after < stop:
        found = _signed(lines, after, known)
        if found.date:
            notes = tuple(line.paragraph() for line in lines[after:stop])
            return replace(found, notes=notes + below)
    return replace(_signed(lines, stop, known), notes=below)


def _is_note(line: Line) -> bool:
    """Whether a line stands in parentheses as a whole, and is no date."""
    text = line.text
    if not line.is_text or text[0] != "（" or text[-1] != "）" or date_line(line.piece):
        return False
    depth = 0
    for char in text[:-1]:
        depth += (char in "（(") - (char in "）)")
        if depth == 0:
            return False
    return True


def _signed(lines: list[Line], stop: int, known: Known) -> Ending:
    """Signature and date in the lines right before ``stop``."""
    if stop < 2 or not lines[stop - 1].is_text:
        return Ending(None, None, stop)
    last = lines[stop - 1].piece
    found = date_line(last)
    if found:
        piece, first = signature.above(lines, stop - 1, known)
        return Ending(text_line(piece) if piece else None, found, first)
    match = _TRAILING_DATE.fullmatch(last.text) if len(last) <= _LONGEST_ENDING else None
    if match and signature.is_signature(match["unit"], known):
        names = join(signature.divided(last.slice(0, match.end("unit")), known), "\n")
        return Ending(text_line(names), date_line(last.slice(match.start("date"))), stop - 1)
    before = lines[stop - 2]
    if signature.signs_alone(lines[stop - 1], known) and len(last.text) < len(before.text):
        return Ending(text_line(last), None, stop - 1)
    return Ending(None, None, stop)


def text_line(piece: Piece) -> TextLine:
    """A piece as a line of its own."""
    return TextLine(piece.text, piece.line, piece.column, piece.breaks)
