"""The parts of a title that stay whole: names, words, numbers, what stands in brackets."""

from __future__ import annotations

from converter.composition.title_names import DIGITS, Words, body_end, person_end, place_end
from converter.composition.title_words import (
    BEFORE_NAMES,
    JOINERS,
    KIND_ENDINGS,
    NO_BODIES,
    PARTIES,
)
from converter.layout.width import width
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal, TypeAlias

    Kind: TypeAlias = Literal["place", "body", "person", "pair", "number", "latin", "word", "other"]

_WORDS = Words(NO_BODIES, KIND_ENDINGS, JOINERS, PARTIES, whole=True)
_PAIRS = {"《": "》", "“": "”", "（": "）", "(": ")", "〔": "〕", "【": "】"}
_LATIN = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_PERIODS = ("年度", "年", "月份", "月", "日", "季度", "周年", *"%％届次期个号")
"""What a number stays together with."""


@record
class Part:
    """A part of a title: where it begins, its text, and what it is.

    ``other`` is a single character of which nothing is known.
    """

    start: int
    text: str
    kind: Kind


def parts(title: str, limit: int) -> Iterator[Part]:
    """The parts of ``title`` from left to right.

    A name that is wider than ``limit`` full-width characters comes in smaller parts, and so does
    what stands in brackets.
    """
    position = 0
    last: Part | None = None
    while position < len(title):
        named = last is None or last.kind in ("place", "body") or last.text in BEFORE_NAMES
        found = list(_names(title, position, last)) if named else []
        if not found or any(width(part.text) > limit for part in found):
            found = [_atom(title, position, limit)]
        yield from found
        last = found[-1]
        position = last.start + len(last.text)


def _names(title: str, position: int, last: Part | None) -> Iterator[Part]:
    """The name that begins at ``position``: places, then a body; or a person."""
    end = person_end(title, position)
    if end is not None:
        yield Part(position, title[position:end], "person")
        return
    while last is None or last.kind != "body":
        end = place_end(title, position)
        if end is None:
            break
        yield Part(position, title[position:end], "place")
        position = end
    end = body_end(title, position)
    if end is not None and not title[position:end].endswith(NO_BODIES):
        yield Part(position, title[position:end], "body")


def _atom(title: str, position: int, limit: int) -> Part:
    """The word, number or bracket that begins at ``position``, else the character there."""
    if end := _pair_end(title, position):
        text = title[position:end]
        return (
            Part(position, title[position], "other")
            if width(text) > limit
            else Part(position, text, "pair")
        )
    if end := _number_end(title, position) or _ordinal_end(title, position):
        return Part(position, title[position:end], "number")
    if end := _joined_end(title, position, _LATIN, "-/&.'+_", 1):
        return Part(position, title[position:end], "latin")
    if end := next(_WORDS.ends(title, position), 0):
        return Part(position, title[position:end], "word")
    return Part(position, title[position], "other")


def _pair_end(title: str, start: int) -> int:
    """The end of what stands in brackets, or 0; brackets of the same kind do not stand in it."""
    opening = title[start]
    closing = _PAIRS.get(opening)
    end = title.find(closing, start) if closing else -1
    return end + 1 if end > 0 and opening not in title[start + 1 : end] else 0


def _number_end(title: str, start: int) -> int:
    """The end of a number and of what it counts, or 0: 2024年上半年, 13.45, 二〇二四年."""
    end = _joined_end(title, start, DIGITS, ".,—～~-", len(title))
    if not end and _run_end(title, start, "〇零一二三四五六七八九") - start >= 4:
        end = start + 4 if title.startswith("年", start + 4) else 0
    if not end:
        return 0
    counted = next((word for word in _PERIODS if title.startswith(word, end)), "")
    end += len(counted)
    if counted != "年":
        return end
    if title.startswith(("上半年", "下半年"), end):
        return end + 3
    quarter = end + title.startswith("第", end)
    is_quarter = title[quarter : quarter + 1] in set("一二三四1234")
    return quarter + 3 if is_quarter and title.startswith("季度", quarter + 1) else end


def _ordinal_end(title: str, start: int) -> int:
    """The end of an ordinal number and of what it counts, or 0: 第三季度, 第十次."""
    end = _run_end(title, start + 1, DIGITS + "一二三四五六七八九十百")
    if title[start] != "第" or end == start + 1:
        return 0
    return (
        end + 2 if title.startswith("季度", end) else end + title.startswith(tuple("届次期号"), end)
    )


def _joined_end(title: str, start: int, characters: str, joints: str, most: int) -> int:
    """The end of runs of characters between which stand so many joints at most; 0 for none."""
    end = _run_end(title, start, characters)
    if end == start:
        return 0
    while True:
        joint = _run_end(title, end, joints)
        following = _run_end(title, joint, characters)
        if not 0 < joint - end <= most or following == joint:
            return end
        end = following


def _run_end(title: str, start: int, characters: str) -> int:
    while title[start : start + 1] and title[start] in characters:
        start += 1
    return start
