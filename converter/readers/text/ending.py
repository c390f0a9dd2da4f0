"""The end of a report: the signing units (署名), the date (成文日期), the notes (附注)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from converter.model.nodes import DateLine, Paragraph, TextLine
from converter.numbering import match_mark
from converter.numerals import value_of
from converter.readers.text.lines import Line
from converter.readers.text.title import UNIT, squeeze
from converter.source.text import Piece, join

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
_LONGEST_ENDING = 100
_MOST_SIGNATURES = 30
_MOST_NOTES = 5
_PERSON = re.compile(r"(?:述职人|汇报人|报告人|总结人)[：:]?\s*\S{2,4}")
_BODY = re.compile(
    r"(?:[局委办厅院校所站处科部署会]|中心|公司|集团|银行|[大中小]学|幼儿园|街道|政府|党[委组]|支部|总队|支队|大队)$"
)
_ITEM = re.compile(r"全国|全省|全市|全县|国家|先进|优秀|文明|模范|示范|标兵")
"""What an honour is called, not a body: a list of them may end a report."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Signature, date and notes, and how many of the lines are text before them."""

    signature: TextLine | None
    date: DateLine | None
    stop: int
    notes: tuple[Paragraph, ...] = ()


def read_ending(lines: list[Line], end: int, organization: str | None) -> Ending:
    """Signature, date and notes in the last of a report's first ``end`` lines. The very first
    line is never taken."""
    after = end
    while after > 1 and end - after < _MOST_NOTES and _is_note(lines[after - 1]):
        after -= 1
    if after < end:
        found = _signed(lines, after, organization)
        if found.date:
            return replace(found, notes=tuple(line.paragraph() for line in lines[after:end]))
    return _signed(lines, end, organization)


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


def _signed(lines: list[Line], stop: int, organization: str | None) -> Ending:
    """Signature and date in the lines right before ``stop``."""
    if stop < 2 or not lines[stop - 1].is_text:
        return Ending(None, None, stop)
    last = lines[stop - 1].piece
    found = date_line(last)
    if found:
        return _above_date(lines, stop - 1, organization, found)
    match = _TRAILING_DATE.fullmatch(last.text) if len(last) <= _LONGEST_ENDING else None
    if match and is_signature(match["unit"], organization):
        signature = last.slice(0, match.end("unit"))
        return Ending(text_line(signature), date_line(last.slice(match.start("date"))), stop - 1)
    before = lines[stop - 2]
    if _signs_alone(lines[stop - 1], organization) and len(last.text) < len(before.text):
        return Ending(text_line(last), None, stop - 1)
    return Ending(None, None, stop)


def _above_date(lines: list[Line], dated: int, organization: str | None, found: DateLine) -> Ending:
    """The signature right above the date at ``dated``: a line, or one for each of several bodies
    that report together."""
    last = dated - 1
    if last < 1 or not _signs(lines[last], organization):
        return Ending(None, found, dated)
    first = last
    while first > 1 and last - first < _MOST_SIGNATURES and _signs_too(lines, first, dated):
        first -= 1
    if not _stands_apart(lines, first, dated):
        first = last
    signature = join([line.piece for line in lines[first:dated]], "\n")
    return Ending(text_line(signature), found, first)


def _signs(line: Line, organization: str | None) -> bool:
    return line.is_text and is_signature(line.text, organization)


def _signs_too(lines: list[Line], index: int, dated: int) -> bool:
    """Whether the line before the one at ``index`` signs together with it: both are names of
    bodies, beyond doubt, and as close to each other as the date is to the last of them."""
    here, before = lines[index], lines[index - 1]
    return here.gap <= lines[dated].gap and _is_body(here) and _is_body(before)


def _is_body(line: Line) -> bool:
    text = squeeze(line.text)
    return _signs(line, None) and bool(_BODY.search(text)) and not _ITEM.search(text)


def _stands_apart(lines: list[Line], first: int, dated: int) -> bool:
    """Whether signatures from ``first`` on are no end of a list: a blank line, the end of a
    sentence or the list of attachments stands before them."""
    before = lines[first - 1]
    return (
        lines[first].gap > lines[dated].gap
        or not before.is_text
        or before.text[-1] in "。！？；…”"
        or before.text.startswith("附件")
        or match_mark(before.text) is not None
    )


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
    return line.is_text and is_signature(line.text, organization) and (own or line.gap > 0)


def is_signature(text: str, organization: str | None) -> bool:
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
