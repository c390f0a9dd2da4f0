"""Dates that stand for themselves (成文日期), in Arabic and in Chinese numerals."""

from __future__ import annotations

from datetime import date

from converter.model.nodes import DateLine
from converter.numerals import value_of
from converter.patterns import lazy
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
DATE_ONLY = lazy(
    r"[（(]?\s*((?:19|20)[0-9]{2})\s*年\s*([0-9]{1,2})\s*月(?:\s*([0-9]{1,2})\s*日)?\s*[）)]?"
)
"""A date as most are written, and nothing else."""
DATE = rf"[（(]?\s*(?:{_ARABIC_DATE}|{_HAN_DATE})\s*[）)]?"
"""A date as a regular expression, with three groups for each kind of numerals."""
_DATE = lazy(DATE)
_STARTS, _ENDS = tuple("12一二"), tuple("月日-./）)Xx×Ｘ0123456789")


def date_line(piece: Piece) -> DateLine | None:
    """The piece as a date, if it is nothing else. ``value`` is None for a date that no calendar
    knows, and for one without a day."""
    text = piece.text
    if not text.lstrip("（(").lstrip().startswith(_STARTS) or not text.rstrip().endswith(_ENDS):
        return None
    match = DATE_ONLY.fullmatch(text) or _DATE.fullmatch(text)
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
