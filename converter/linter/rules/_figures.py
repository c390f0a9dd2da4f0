"""Whether a text has a figure that says how much or how many."""

from __future__ import annotations

from converter.patterns import lazy

_FIGURE = lazy(
    r"(?<![0-9])(?!(?:19|20)[0-9]{2}(?:[年—\-－~～至、]|学年))[0-9０-９]+"
    r"|[一二三四五六七八九十百千万两]{1,6}(?:余|多)?"
    r"(?:[人名户家项件次场期批条座处个所亩吨米元公里辆台套篇份起例宗万亿%％]|公斤|平方|人次)"
    r"|百分之|X{1,6}|×{1,6}|[＿_]{2,}|第[一二三四五六]名|翻[一两]?番"
)
_SMALL = lazy(r"(?<![0-9])[0-9]{1,3}(?![0-9])")
_NO_COUNT = lazy(r"一(?:个|项|次|条|件|批|家|场|处)")


def has_figure(text: str) -> bool:
    """Whether a text has a number that is no year, a Chinese one with its unit, or a blank left for
    one; 一个 and the like count nothing."""
    if _SMALL.search(text):
        return True
    return any(not _NO_COUNT.fullmatch(match.group()) for match in _FIGURE.finditer(text))
