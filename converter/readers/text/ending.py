"""The end of a report: the signing units (署名), the date (成文日期), the notes (附注), and what a
printed document has below them (版记)."""

from __future__ import annotations

from converter.model.nodes import TextLine
from converter.patterns import lazy
from converter.readers.text.dates import DATE, date_line, ends_in_date
from converter.record import record, replace
from converter.source.text import join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import DateLine, Paragraph
    from converter.readers.text.bodies import Known
    from converter.readers.text.lines import Line
    from converter.source.text import Piece

_TRAILING_DATE = lazy(rf"(?P<unit>\S.{{1,28}}?)\s+(?P<date>{DATE})")
TRAILING_ENDING = lazy(rf"(?<=[。！？])\s*[^。！？\s]{{2,28}}\s+(?:{DATE})$")
"""Signature and date run together with the text before them."""
_LONGEST_ENDING = 100
_LONGEST_SIGNATURE = 40
"""A name of 30 characters, and what says that a seal belongs there."""
_MOST_NOTES = 5
_MOST_PRINTED = 15
_PRINTED = ("抄", "分", "主", "报", "送", "发", "信息公开", "政府信息公开", "公开", "是否公开")
"""How a line of an imprint begins that does not speak of printing."""
_LONGEST_PRINTED = 80


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
    stop, below = _printed(lines, end)
    after = stop
    while after > 1 and stop - after < _MOST_NOTES and _is_note(lines[after - 1]):
        after -= 1
    if after < stop:
        found = _signed(lines, after, known)
        if found.date:
            notes = tuple(line.paragraph() for line in lines[after:stop])
            return replace(found, notes=notes + below)
    found = _signed(lines, stop, known)
    return replace(found, notes=below) if below else found


def _printed(lines: list[Line], end: int) -> tuple[int, tuple[Paragraph, ...]]:
    """Where the imprint begins that ends at ``end``, and its paragraphs."""
    if not may_be_printed(lines, end):
        return end, ()
    from converter.readers.text import imprint

    stop = imprint.find_start(lines, end)
    return stop, imprint.paragraphs(lines[stop:end])


def may_be_printed(lines: list[Line], end: int) -> bool:
    """Whether one of the lines before ``end`` may be one of an imprint."""
    return any(
        line.text.startswith(_PRINTED) or (len(line.text) <= _LONGEST_PRINTED and "印" in line.text)
        for line in lines[max(1, end - _MOST_PRINTED) : end]
    )


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
    if not found and not _may_sign(lines[stop - 1], lines[stop - 2], known):
        return Ending(None, None, stop)
    from converter.readers.text import signature

    if found:
        piece, first = signature.above(lines, stop - 1, known)
        return Ending(text_line(piece) if piece else None, found, first)
    match = _TRAILING_DATE.fullmatch(last.text) if _may_end_in_date(last.text) else None
    if match and signature.is_signature(match["unit"], known):
        names = join(signature.divided(last.slice(0, match.end("unit")), known), "\n")
        return Ending(text_line(names), date_line(last.slice(match.start("date"))), stop - 1)
    before = lines[stop - 2]
    if signature.signs_alone(lines[stop - 1], known) and len(last.text) < len(before.text):
        return Ending(text_line(last), None, stop - 1)
    return Ending(None, None, stop)


def _may_sign(last: Line, before: Line, known: Known) -> bool:
    """Whether a last line that is no date may be a signature, with a date behind it or alone."""
    is_short = len(last.bare) <= _LONGEST_SIGNATURE or bool(known.names)
    return (is_short and len(last.text) < len(before.text)) or _may_end_in_date(last.text)


def _may_end_in_date(text: str) -> bool:
    """Whether a line may be a name and a date behind it."""
    return len(text) <= _LONGEST_ENDING and ends_in_date(text) and len(text.split()) > 1


def text_line(piece: Piece) -> TextLine:
    """A piece as a line of its own."""
    return TextLine(piece.text, piece.line, piece.column, piece.breaks)
