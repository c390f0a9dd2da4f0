"""Number marks of headings: 一、 （一） 1. （1） ① 第一部分 第一章 第一节.

One table of styles that the reader (which text is a mark), the linter (which marks belong to one
level) and a fix (how a mark is written) share. Every line of a draft is looked at for a mark, so
they are read without regular expressions.
"""

from __future__ import annotations

from itertools import pairwise

from converter.numerals import HAN_ORDINAL, LARGEST_HAN, SINGLE, to_han, value_of
from converter.patterns import lazy
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[str], tuple[str, int] | None]

_DIGITS = "0123456789０１２３４５６７８９"
_FULL_WIDTH = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}
_STOPS, _BRACKETS, _CLOSING = ("、", ".", "．"), ("（", "("), ("）", ")")
_NO_SHAPE = frozenset([*"{}", *HAN_ORDINAL, *_DIGITS, *SINGLE])


@record
class MarkStyle:
    """A way to number headings.

    ``rank`` orders the styles from the outermost in; a report's levels follow from the ranks it
    uses. ``first`` holds the characters it can begin with; ``read`` gives the numeral of the mark
    of this style that a text begins with, and the offset behind the mark. ``form`` is the mark as
    GB/T 15834 and GB/T 9704 (7.3.3) want it, ``{}`` its numeral.
    """

    name: str
    rank: int
    first: str
    form: str
    read: Read


def _numeral_end(text: str, start: int, numerals: str) -> int:
    """Where the numeral ends that begins at ``start``: at most four Chinese numerals or two
    digits; 0 if there is none or a longer one."""
    longest = 4 if numerals is HAN_ORDINAL else 2
    part = text[start : start + longest + 1]
    length = len(part) - len(part.lstrip(numerals))
    return start + length if 0 < length <= longest else 0


def _past_blanks(text: str, start: int) -> int:
    while text[start : start + 1].isspace():
        start += 1
    return start


def _counted(*words: str) -> Read:
    """第一章 and its like; the blanks and stops behind them are a part of the mark."""

    def read(text: str) -> tuple[str, int] | None:
        stop = _numeral_end(text, 1, HAN_ORDINAL)
        word = next((word for word in words if text.startswith(word, stop)), None)
        if not stop or word is None:
            return None
        end = _past_blanks(text, stop + len(word))
        while text.startswith(("：", ":", "、"), end):
            end = _past_blanks(text, end + 1)
        return text[1:stop], end

    return read


def _read_han(text: str) -> tuple[str, int] | None:
    """一、 but not the first half of a pair that names one thing (二、三产业)."""
    stop = _numeral_end(text, 0, HAN_ORDINAL)
    close = _past_blanks(text, stop)
    if not stop or not text.startswith(_STOPS, close) or _is_pair(text, close + 1):
        return None
    return text[:stop], close + 1


def _read_arabic(text: str) -> tuple[str, int] | None:
    """1. but not where the number goes on as a figure (1.35亿元), unless that is a year."""
    stop = _numeral_end(text, 0, _DIGITS)
    close = _past_blanks(text, stop)
    if not stop or not text.startswith(_STOPS, close):
        return None
    end = close + 1
    return None if _is_figure(text, end) and not _is_year(text, end) else (text[:stop], end)


def _is_figure(text: str, start: int) -> bool:
    if text.startswith(tuple(_DIGITS), start):
        return True
    begin = end = _past_blanks(text, start)
    while text.startswith(tuple(_DIGITS[:10]), end):
        end += 1
    return end > begin and text.startswith(("%", "％"), end)


def _is_year(text: str, start: int) -> bool:
    year = text[start : start + 4]
    is_number = len(year) == 4 and year.isascii() and year.isdecimal()
    return is_number and year[:2] in ("19", "20") and text.startswith("年", start + 4)


def _bracketed(numerals: str, singles: str, *, open_needed: bool) -> Read:
    """（一） and its like, also as one character; 1） has lost the first half of its brackets."""

    def read(text: str) -> tuple[str, int] | None:
        if text[0] in singles:
            return text[0], 1
        is_open = text.startswith(_BRACKETS)
        if open_needed and not is_open:
            return None
        start = _past_blanks(text, 1) if is_open else 0
        stop = _numeral_end(text, start, numerals)
        close = _past_blanks(text, stop) if is_open else stop
        if not stop or not text.startswith(_CLOSING, close):
            return None
        return text[start:stop], close + 1 + text.startswith("、", close + 1)

    return read


def _read_circled(text: str) -> tuple[str, int]:
    return text[0], 1 + text.startswith(_STOPS, 1)


_HAN_SINGLE, _SINGLE = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "".join(map(chr, range(0x2474, 0x2488)))
STYLES = (
    MarkStyle("part", 1, "第", "第{}部分　", _counted("部分", "篇", "编")),
    MarkStyle("chapter", 2, "第", "第{}章　", _counted("章")),
    MarkStyle("division", 3, "第", "第{}节　", _counted("节")),
    MarkStyle("han", 4, HAN_ORDINAL, "{}、", _read_han),
    MarkStyle(
        "han-bracketed",
        5,
        "（(" + _HAN_SINGLE,
        "（{}）",
        _bracketed(HAN_ORDINAL, _HAN_SINGLE, open_needed=True),
    ),
    MarkStyle("arabic", 6, _DIGITS, "{}.", _read_arabic),
    MarkStyle(
        "arabic-bracketed",
        7,
        "（(" + _DIGITS + _SINGLE,
        "（{}）",
        _bracketed(_DIGITS, _SINGLE, open_needed=False),
    ),
    MarkStyle("circled", 8, "".join(map(chr, range(0x2460, 0x2474))), "{}", _read_circled),
)
BY_NAME = {style.name: style for style in STYLES}
_BY_FIRST = {
    char: tuple(style for style in STYLES if char in style.first)
    for char in "".join(style.first for style in STYLES)
}

# A pair follows each other (一、二; not 一、一季度), and plans are headings (三、四季度工作打算).
_NUMBERS = "一二三四五六七八九十"
_FOLLOWING = dict(pairwise(_NUMBERS))
_PAIR = lazy(
    r".[三四五六七八九十]?(?:产业|级|类|线|期|批|档|等|轮|届|次|年|个|月"
    r"|季度(?!(?:重点|主要)?(?:工作)?(?:打算|安排|计划|思路|措施|谋划)))"
)


@record
class Mark:
    """A number mark found at the start of a text; ``end`` is where the heading begins."""

    style: MarkStyle
    text: str
    value: int
    end: int


def match_mark(text: str) -> Mark | None:
    """The number mark that ``text`` begins with, or None.

    Whether the text behind it is a heading is not decided here.
    """
    for style in _BY_FIRST.get(text[:1], ()):
        found = style.read(text)
        if found is not None:
            numeral, end = found
            value = value_of(numeral)
            # The space behind 第一章 belongs to the mark; behind 1. it is only layout.
            return Mark(style, text[:end], value, _past_blanks(text, end)) if value else None
    return None


def _is_pair(text: str, end: int) -> bool:
    """Whether a numeral and the one behind it name one thing: 二、三产业, 一、二季度."""
    follows = text[end : end + 1] in _FOLLOWING.get(text[end - 2], ())
    return follows and _PAIR.match(text, end) is not None


def _numeral(mark: str) -> tuple[int, int] | None:
    """Where the numeral of a mark stands."""
    for start, char in enumerate(mark):
        if char in SINGLE:
            return start, start + 1
        for kind in (_DIGITS, HAN_ORDINAL):
            if char in kind:
                return start, len(mark) - len(mark[start:].lstrip(kind))
    return None


def renumbered(mark: str, value: int) -> str | None:
    """The mark with another number, written as the mark writes its own; None for a number that
    its kind of numeral cannot write."""
    place = _numeral(mark)
    if place is None:
        return None
    start, end = place
    old = mark[start:end]
    if old in SINGLE:
        same = {v: c for c, v in SINGLE.items() if ord(old) - SINGLE[old] == ord(c) - v}
        new = same.get(value)
    elif old[0] in HAN_ORDINAL:
        new = to_han(value) if 1 <= value <= LARGEST_HAN else None
    else:
        new = str(value).translate(_FULL_WIDTH) if old[0] > "9" else str(value)
    return None if new is None else mark[:start] + new + mark[end:]


def in_form_of(mark: str, sample: str) -> str:
    """The mark's own numeral in the form of another mark: 2、 as 1. is written gives 2."""
    own, other = _numeral(mark), _numeral(sample)
    if own is None or other is None:
        return mark
    return sample[: other[0]] + mark[slice(*own)] + sample[other[1] :]


def shape(mark: str) -> str:
    """The mark with its numeral taken out: 1． → ．, (一) → (). Equal shapes look the same."""
    return "".join(char for char in mark if char not in _NO_SHAPE and not char.isspace())
