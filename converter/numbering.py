"""Number marks of headings: 一、 （一） 1. （1） ① 第一部分 第一章 第一节.

One table of styles that the reader (which text is a mark), the linter (which marks belong to one
level) and a fix (how a mark is written) share.
"""

from __future__ import annotations

import re
from itertools import pairwise

from converter.numerals import HAN_ORDINAL, LARGEST_HAN, SINGLE, to_han, value_of
from converter.patterns import lazy
from converter.record import record

_FULL_WIDTH = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}
_HAN = f"[{HAN_ORDINAL}]{{1,4}}"
_DIGITS = r"[0-9０-９]{1,2}"


@record
class MarkStyle:
    """A way to number headings.

    ``rank`` orders the styles from the outermost in; a report's levels follow from the ranks it
    uses. ``first`` holds the characters it can begin with, ``closes`` what stands behind its
    numeral, unless that is a mark by itself. ``form`` is the mark as GB/T 15834 and GB/T 9704
    (7.3.3) want it, ``{}`` its numeral.
    """

    name: str
    rank: int
    first: str
    pattern: re.Pattern[str]
    form: str
    closes: tuple[str, ...]

    def match(self, text: str) -> re.Match[str] | None:
        """The mark of this style that a text begins with."""
        # Most lines that begin with a year or a bracket have no mark, which is soon told.
        numeral = text.lstrip("（(第").lstrip()
        closed = numeral.lstrip(_NUMERALS).lstrip().startswith(self.closes)
        return self.pattern.match(text) if closed or text[0] in SINGLE else None


def _style(
    name: str, rank: int, first: str, pattern: str, form: str, closes: tuple[str, ...]
) -> MarkStyle:
    return MarkStyle(name, rank, first, lazy(pattern), form, closes)


_ASCII_AND_WIDE_DIGITS = "0123456789０１２３４５６７８９"
_NUMERALS = HAN_ORDINAL + _ASCII_AND_WIDE_DIGITS
_NO_SHAPE = frozenset([*"{}", *_NUMERALS, *SINGLE])

# A number is no mark where it goes on as a figure (1.35亿元) unless that figure is a year
# (1.2024年…), nor where 一、 begins a pair that names one thing.
_NO_FIGURE = r"(?![0-9０-９]|[\s]*[0-9]+[%％])"
_YEAR = r"(?=(?:19|20)[0-9]{2}年)"
# A pair follows each other (一、二; not 一、一季度), and plans are headings (三、四季度工作打算).
_FOLLOWING = dict(pairwise("一二三四五六七八九十"))
_PAIR = lazy(
    r".[三四五六七八九十]?(?:产业|级|类|线|期|批|档|等|轮|届|次|年|个|月"
    r"|季度(?!(?:重点|主要)?(?:工作)?(?:打算|安排|计划|思路|措施|谋划)))"
)

STYLES = (
    _style(
        "part", 1, "第", rf"第({_HAN})(?:部分|篇|编)[\s：:、]*", "第{}部分　", ("部分", "篇", "编")
    ),
    _style("chapter", 2, "第", rf"第({_HAN})章[\s：:、]*", "第{}章　", ("章",)),
    _style("division", 3, "第", rf"第({_HAN})节[\s：:、]*", "第{}节　", ("节",)),
    _style("han", 4, HAN_ORDINAL, rf"({_HAN})\s*[、.．]", "{}、", ("、", ".", "．")),
    _style(
        "han-bracketed",
        5,
        "（(㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
        rf"[（(]\s*({_HAN})\s*[）)]、?|([㈠-㈩])",
        "（{}）",
        ("）", ")"),
    ),
    _style(
        "arabic",
        6,
        _ASCII_AND_WIDE_DIGITS,
        rf"({_DIGITS})\s*[.．、](?:{_YEAR}|{_NO_FIGURE})",
        "{}.",
        ("、", ".", "．"),
    ),
    _style(
        "arabic-bracketed",
        7,
        "（(" + _ASCII_AND_WIDE_DIGITS + "".join(map(chr, range(0x2474, 0x2488))),
        rf"[（(]\s*({_DIGITS})\s*[）)]、?|({_DIGITS})[）)]、?|([⑴-⒇])",
        "（{}）",
        ("）", ")"),
    ),
    _style("circled", 8, "".join(map(chr, range(0x2460, 0x2474))), r"([①-⑳])[、.．]?", "{}", ()),
)
BY_NAME = {style.name: style for style in STYLES}
_BY_FIRST = {
    char: tuple(style for style in STYLES if char in style.first)
    for char in "".join(style.first for style in STYLES)
}


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
        match = style.match(text)
        if match and not _is_pair(match, text):
            value = value_of(next(group for group in match.groups() if group))
            if value is None or value == 0:
                return None
            # The space behind 第一章 belongs to the mark; behind 1. it is only layout.
            mark = match.group() if style.rank <= 3 else match.group().rstrip()
            end = len(text) - len(text[match.end() :].lstrip())
            return Mark(style, mark, value, end)
    return None


def _is_pair(match: re.Match[str], text: str) -> bool:
    """Whether a numeral and the one behind it name one thing: 二、三产业, 一、二季度."""
    end = match.end()
    follows = text[end : end + 1] in _FOLLOWING.get(text[end - 2 : end - 1], ())
    return text[end - 1] in "、.．" and follows and _PAIR.match(text, end) is not None


def _numeral(mark: str) -> tuple[int, int] | None:
    """Where the numeral of a mark stands."""
    for start, char in enumerate(mark):
        if char in SINGLE:
            return start, start + 1
        for kind in (_ASCII_AND_WIDE_DIGITS, HAN_ORDINAL):
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
