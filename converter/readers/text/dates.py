"""Dates that stand for themselves (成文日期), in Arabic and in Chinese numerals."""

from __future__ import annotations

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
DATE = rf"[（(]?\s*(?:{_ARABIC_DATE}|{_HAN_DATE})\s*[）)]?"
"""A date as a regular expression, with three groups for each kind of numerals."""
_DATE = lazy(DATE)
_STARTS, _ENDS = tuple("12一二"), tuple("月日-./）)Xx×Ｘ0123456789")
_CHARACTERS = "（()）0123456789X×Ｘ年月日-./〇○零一二三四五六七八九十"
_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

Parts = tuple[str | None, str | None, str | None]
"""Year, month and day as they are written."""


def plain_date(text: str) -> Parts | None:
    """Year, month and, if there is one, day of a text that is a date as most are written, and
    nothing else: 2024年12月19日, also in brackets."""
    bare = text[text.startswith(("（", "(")) : len(text) - text.endswith(("）", ")"))].strip()
    year, is_year, rest = bare.partition("年")
    month, is_month, day = rest.partition("月")
    year, month, day = year.rstrip(), month.strip(), day.strip()
    if not is_year or not is_month or len(year) != 4 or not year.startswith(("19", "20")):
        return None
    if not _is_number(year) or not (_is_number(month) and len(month) <= 2):
        return None
    if not day:
        return year, month, None
    day, is_day = day.removesuffix("日").rstrip(), day.endswith("日")
    return (year, month, day) if is_day and _is_number(day) and len(day) <= 2 else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def ends_in_date(text: str) -> bool:
    """Whether a text ends as a date may."""
    return text.rstrip().endswith(_ENDS)


def date_line(piece: Piece) -> DateLine | None:
    """The piece as a date, if it is nothing else. ``value`` is None for a date that no calendar
    knows, and for one without a day."""
    text = piece.text
    if not text.lstrip("（(").lstrip().startswith(_STARTS) or not ends_in_date(text):
        return None
    parts = plain_date(text) or _parts(text)
    if parts is None:
        return None
    year, month, day = (_number(part) for part in parts)
    value = None
    if year and month and day and _is_day(year, month, day):
        value = f"{year:04}-{month:02}-{day:02}"
    return DateLine(text, value, piece.line, piece.column, piece.breaks)


def _parts(text: str) -> Parts | None:
    """Year, month and day of a date written in any other way."""
    if "".join(text.split()).strip(_CHARACTERS):
        return None
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.groups()[:3] if match[1] else match.groups()[3:]
    return year, month, day


def _is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    if not 1 <= month <= 12:
        return False
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= _MONTHS[month - 1] + (month == 2 and is_leap)


def _number(text: str | None) -> int | None:
    """A part of a date, in Arabic or Chinese numerals; None for a blank one."""
    return value_of(text.replace("0", "〇") if not text.isdecimal() else text) if text else None
