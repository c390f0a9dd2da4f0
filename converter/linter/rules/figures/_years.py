"""The years that a report names in titles, headings and opening formulas, and what of."""

from __future__ import annotations

from typing import NamedTuple

from converter.numerals import DIGITS
from converter.patterns import lazy

_YEAR = lazy(
    r"(?<![0-9A-Za-z\-—－–～~至])(?:19|20)[0-9]{2}"
    r"(?![0-9]|年?[\-—－–～~至]|年?以来|学年|年[0-9]{1,2}月|级|届|号|版)"
)
_HAN_YEAR = lazy(r"[二一][〇○零九][〇○零一二三四五六七八九]{2}(?=年(?!以来))")
_QUOTED = lazy(r"《[^《》]{0,80}》|“[^“”]{0,40}”|[（(〔\[](?:19|20)[0-9]{2}[）)〕\]]")
_REPORTED = lazy(r"总结|回顾|情况|小结|述职|汇报|成效|完成|做法|成绩")
_PLANNED = lazy(r"计划|打算|要点|安排|思路|展望|谋划|目标|任务|设想|举措|重点")
_JOINED = lazy(r"[及和与暨、]")


class Year(NamedTuple):
    """A year in a text, from ``start`` up to ``end``; ``plans`` says whether a plan for it is
    named behind it, a report on it, or (None) neither."""

    start: int
    end: int
    value: int
    plans: bool | None


def years(text: str) -> list[Year]:
    """The single years named in a text; not those of periods (2021—2025年), of dates with months,
    of what goes on since (2021年以来), and of quoted names and document numbers."""
    bare = _QUOTED.sub(lambda match: "□" * len(match.group()), text)
    found = list(_YEAR.finditer(bare))
    if not found and any(nought in bare for nought in "〇○零"):
        found = list(_HAN_YEAR.finditer(bare))
    ends = [match.start() for match in found[1:]]
    return [
        Year(match.start(), match.end(), _value(match.group()), _plans(bare[match.end() : end]))
        for match, end in zip(found, [*ends, len(bare)], strict=False)
    ]


def _value(text: str) -> int:
    return int("".join(str(DIGITS.get(char, char)) for char in text))


def _plans(stretch: str) -> bool | None:
    """What is named of the first of two joined things: by its last word (计划完成情况 reports)."""
    first = _JOINED.split(stretch)[0]
    words = [(match.start(), False) for match in _REPORTED.finditer(first)]
    words += [(match.start(), True) for match in _PLANNED.finditer(first)]
    return max(words)[1] if words else None
