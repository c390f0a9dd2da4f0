"""Whether a text has a figure that says how much or how many."""

from __future__ import annotations

from collections.abc import Iterable

from converter.patterns import lazy

_FIGURE = lazy(
    r"(?<![0-9])(?!(?:19|20)[0-9]{2}(?:[年—\-－~～至、]|学年))[0-9０-９]+"
    r"|[一二三四五六七八九十百千万两]{1,6}(?:余|多)?"
    r"(?:[人名户家项件次场期批条座处个所亩吨米元公里辆台套篇份起例宗万亿%％]|公斤|平方|人次)"
    r"|百分之|X{1,6}|×{1,6}|[＿_]{2,}|第[一二三四五六]名|翻[一两]?番"
)
_SMALL = lazy(r"(?<![0-9])[0-9]{1,3}(?![0-9])")
_NO_COUNT = tuple("个项次条件批家场处")


def have_figure(texts: Iterable[str]) -> bool:
    """Whether one of the texts has a number that is no year, a Chinese one with its unit, or a
    blank left for one; 一个 and the like count nothing."""
    texts = list(texts)
    if any(map(_SMALL.search, texts)):
        return True
    found = (match.group() for text in texts for match in _FIGURE.finditer(text))
    return any(not (word[0] == "一" and word[1:] in _NO_COUNT) for word in found)
