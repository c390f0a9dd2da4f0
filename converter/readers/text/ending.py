"""The end of a report: the signing unit (署名) and the date (成文日期)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from converter.model.nodes import DateLine, TextLine
from converter.numbering import match_mark
from converter.numerals import value_of
from converter.readers.text.lines import Line
from converter.readers.text.title import UNIT, squeeze
from converter.source.text import Piece

_HAN_DATE = (
    r"([二一][〇○零０0一二三四五六七八九]{3})\s*年\s*([一二三四五六七八九十]{1,2})\s*月"
    r"(?:\s*([一二三四五六七八九十]{1,3})\s*日)?"
)
_D = "[0-9X×Ｘ]"  # a date still to be filled in (20XX年X月X日) is one
_ARABIC_DATE = (
    rf"((?:19|20){_D}{{2}})\s*(?:年|[-./])\s*({_D}{{1,2}})\s*(?:月|[-./])?"
    rf"(?:(?<=月)|(?<=[-./]))(?:\s*({_D}{{1,2}})\s*日?)?"
)
_DATE = re.compile(rf"[（(]?\s*(?:{_ARABIC_DATE}|{_HAN_DATE})\s*[）)]?")
_TRAILING_DATE = re.compile(rf"(?P<unit>\S.{{1,28}}?)\s+(?P<date>{_DATE.pattern})")
TRAILING_ENDING = re.compile(rf"(?<=[。！？])\s*[^。！？\s]{{2,28}}\s+(?:{_DATE.pattern})$")
"""Signature and date run together with the text before them."""
_PUNCTUATION = re.compile(r"[，。；：！？,;:!?“”]")
_LONGEST_SIGNATURE = 30
_PERSON = re.compile(r"(?:述职人|汇报人|报告人|总结人)[：:]?\s*\S{2,4}")


@dataclass(frozen=True, slots=True)
class Ending:
    """Signature and date, and how many of the lines are text before them."""

    signature: TextLine | None
    date: DateLine | None
    stop: int


def read_ending(lines: list[Line], organization: str | None) -> Ending:
    """Signature and date in the last lines of a report. The first line is never taken."""
    stop = len(lines)
    if stop < 2:
        return Ending(None, None, stop)
    last = lines[-1].piece
    found = date_line(last)
    if found:
        stop -= 1
        if stop > 1 and _is_signature(lines[stop - 1].text, organization):
            return Ending(text_line(lines[stop - 1].piece), found, stop - 1)
        return Ending(None, found, stop)
    match = _TRAILING_DATE.fullmatch(last.text)
    if match and _is_signature(match["unit"], organization):
        signature = last.slice(0, match.end("unit"))
        return Ending(text_line(signature), date_line(last.slice(match.start("date"))), stop - 1)
    if _signs_alone(lines[-1], organization) and len(last.text) < len(lines[-2].text):
        return Ending(text_line(last), None, stop - 1)
    return Ending(None, None, stop)


def text_line(piece: Piece) -> TextLine:
    """A piece as a line of its own."""
    return TextLine(piece.text, piece.line, piece.column, piece.breaks)


def date_line(piece: Piece) -> DateLine | None:
    """The piece as a date, if it is nothing else. ``value`` is None for a date that no calendar
    knows, and for one without a day."""
    match = _DATE.fullmatch(piece.text)
    if not match:
        return None
    groups = match.groups()
    parts = groups[:3] if groups[0] else groups[3:]
    year, month, day = (_number(part) for part in parts)
    value = None
    if year and month and day:
        try:
            value = date(year, month, day).isoformat()
        except ValueError:
            value = None
    return DateLine(piece.text, value, piece.line, piece.column, piece.breaks)


def _number(text: str | None) -> int | None:
    """A part of a date, in Arabic or Chinese numerals; None for a blank one."""
    return value_of(text.replace("0", "〇") if not text.isdecimal() else text) if text else None


def _signs_alone(line: Line, organization: str | None) -> bool:
    """Whether a last line without a date is a signature: the title's unit, or a unit set apart by
    a blank line. A list may end in 全国文明城市, too."""
    own = organization is not None and squeeze(line.text).endswith(organization[-4:])
    return _is_signature(line.text, organization) and (own or line.gap > 0)


def _is_signature(text: str, organization: str | None) -> bool:
    """Whether a line is the name of a unit (or of the person reporting) and nothing else."""
    bare = squeeze(text)
    if not 2 <= len(bare) <= _LONGEST_SIGNATURE or match_mark(text):
        return False
    if _PERSON.fullmatch(bare):
        return True
    if _PUNCTUATION.search(bare):
        return False
    if organization and bare.endswith(organization[-4:]):
        return True
    return bool(re.search(UNIT.pattern + r"$", bare)) and len(bare) >= 3
