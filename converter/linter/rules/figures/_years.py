"""The years that a report names in titles, headings and opening formulas, and what of."""

from __future__ import annotations

from converter.numerals import DIGITS
from converter.patterns import lazy

TO = ("-", "—", "－", "–", "～", "~", "至")
"""Between years these make a period."""
_YEAR = lazy(r"(?<![0-9A-Za-z])(?:19|20)[0-9]{2}(?![0-9])")
_MONTH = lazy(r"年[0-9]{1,2}月")
_GOES_ON = (*TO, "以来")
_NO_YEAR = ("学年", "级", "届", "号", "版")
_HAN_YEAR = lazy(r"[二一][〇○零九][〇○零一二三四五六七八九]{2}(?=年(?!以来))")
_QUOTED = lazy(r"《[^《》]{0,80}》|“[^“”]{0,40}”")
_BRACKETS = tuple("（(〔["), tuple("）)〕]")
_REPORTED = ("总结", "回顾", "情况", "小结", "述职", "汇报", "成效", "完成", "做法", "成绩")
_PLANNED = (
    *("计划", "打算", "要点", "安排", "思路", "展望", "谋划", "目标", "任务", "设想", "举措"),
    "重点",
)
_JOINED = "及和与暨、"


class Year:
    """A year in a text, from ``start`` up to ``end``; ``plans`` says whether a plan for it is
    named behind it, a report on it, or (None) neither."""

    __slots__ = ("end", "plans", "start", "value")

    def __init__(self, start: int, end: int, value: int, plans: bool | None) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.plans = plans


def years(text: str) -> list[Year]:
    """The single years named in a text; not those of periods (2021—2025年), of dates with months,
    of what goes on since (2021年以来), and of quoted names and document numbers."""
    if not ("20" in text or "19" in text or "〇" in text or "○" in text or "零" in text):
        return []
    bare = text
    if "《" in text or "“" in text:
        bare = _QUOTED.sub(lambda match: "□" * len(match.group()), text)
    found = [match for match in _YEAR.finditer(bare) if _is_single(bare, *match.span())]
    if not found and any(nought in bare for nought in "〇○零"):
        found = list(_HAN_YEAR.finditer(bare))
    ends = [match.start() for match in found[1:]]
    return [
        Year(match.start(), match.end(), _value(match.group()), _plans(bare[match.end() : end]))
        for match, end in zip(found, [*ends, len(bare)], strict=False)
    ]


def _is_single(text: str, start: int, end: int) -> bool:
    """Whether four figures are a year of their own."""
    behind = end + text.startswith("年", end)
    opening, closing = _BRACKETS
    if text.endswith(opening, 0, start) and text.startswith(closing, end):
        return False  # of a document number
    return not (
        text.endswith(TO, 0, start)
        or text.startswith(_GOES_ON, end)
        or text.startswith(_GOES_ON, behind)
        or text.startswith(_NO_YEAR, end)
        or _MONTH.match(text, end)
    )


def _value(text: str) -> int:
    return int("".join(str(DIGITS.get(char, char)) for char in text))


def _plans(stretch: str) -> bool | None:
    """What is named of the first of two joined things: by its last word (计划完成情况 reports)."""
    for mark in _JOINED:
        stretch = stretch.partition(mark)[0]
    reported = max(map(stretch.rfind, _REPORTED))
    planned = max(map(stretch.rfind, _PLANNED))
    return None if reported == planned else planned > reported
