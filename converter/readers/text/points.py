"""Enumerations inside text: 一是…二是…, 一要…, 第一，…, 首先…, 其一…

A run may stand in one paragraph or go over consecutive ones. 统一是否, 唯一是 and 首要任务 are no
markers: a marker opens its paragraph or follows a punctuation mark.
"""

from __future__ import annotations

from converter.model.nodes import BODY, Point
from converter.numerals import value_of
from converter.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.model.nodes import Paragraph

_NUMERALS = "一二三四五六七八九十"
_DIGITS = frozenset(_NUMERALS)
_LONGEST_NUMERAL = 3
_BEFORE = "。；;：:，,！!？?、）)”’—"
"""What a marker may follow, beside white space."""
_BEHIND_NUMERAL = {"是": tuple("否非"), "要": tuple("素求点务件闻害义领道职员地")}
"""Markers 一是, 一要, and what makes another word of their last character."""
_BEFORE_NUMERAL = {"第": tuple("，,：:"), "其": tuple("，,：:是")}
"""Markers 第一, 其一, and what must follow them."""
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": None, "然后": None, "最后": None}
"""Markers in words with their value; None for the next one."""
_IN_WORDS = "首先"
_FAMILIES = (*_BEHIND_NUMERAL, *_BEFORE_NUMERAL, _IN_WORDS)
_NO_NUMERAL = tuple("、.．，,年月个级季是要日")
"""What makes a numeral at the head of a paragraph no marker that lost its second character."""


@record
class _Found:
    """A marker as found: which paragraph of the run, where, of which family, its value."""

    paragraph: int
    start: int
    marker: str
    family: str
    value: int


def mark_points(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs (consecutive ones, under one heading) with their points filled in."""
    found = [
        item for i, p in enumerate(paragraphs) if p.kind == BODY for item in _markers(i, p.text)
    ]
    if not found:
        return list(paragraphs)
    found += _damaged(paragraphs, found)
    found.sort(key=lambda item: (item.paragraph, item.start))
    kept = _runs(found)
    return [
        replace(p, points=_points(p.text, kept[i])) if i in kept else p
        for i, p in enumerate(paragraphs)
    ]


def _markers(index: int, text: str) -> list[_Found]:
    found = []
    last = 0
    places = _numbered(text) + _worded(text)
    for start, end, family in sorted(places) if places else ():
        marker = text[start:end]
        if family == _IN_WORDS:
            value = last = _WORDS[marker] or last + 1
        else:
            value = value_of(marker.strip(family)) or 0
        if value:
            found.append(_Found(index, start, marker, family, value))
    return found


def _numbered(text: str) -> list[tuple[int, int, str]]:
    """The markers with a numeral: start, end, family."""
    found = []
    for sign, others in _BEHIND_NUMERAL.items():
        at = text.find(sign, 1)
        while at > 0:
            if text[at - 1] in _DIGITS and not text.startswith(others, at + 1):
                start = at - 1
                while start and at - start < _LONGEST_NUMERAL and text[start - 1] in _DIGITS:
                    start -= 1
                if _may_begin(text, start):
                    found.append((start, at + 1, sign))
            at = text.find(sign, at + 1)
    for sign, after in _BEFORE_NUMERAL.items():
        at = text.find(sign)
        while at >= 0:
            end = at + 1
            while end - at <= _LONGEST_NUMERAL and text[end : end + 1] in _DIGITS:
                end += 1
            if end > at + 1 and _may_begin(text, at) and text.startswith(after, end):
                found.append((at, end, sign))
            at = text.find(sign, at + 1)
    return found


def _worded(text: str) -> list[tuple[int, int, str]]:
    """The markers in words."""
    found = []
    for word in _WORDS:
        at = text.find(word)
        while at >= 0:
            if _may_begin(text, at):
                found.append((at, at + len(word), _IN_WORDS))
            at = text.find(word, at + len(word))
    return found


def _may_begin(text: str, at: int) -> bool:
    """Whether a marker may begin there."""
    return at == 0 or text[at - 1] in _BEFORE or text[at - 1].isspace()


def _damaged(paragraphs: Sequence[Paragraph], found: list[_Found]) -> list[_Found]:
    """Markers that lost their second character: after paragraphs that open with 一是 and 二是, one
    that opens with 三 and is not 三是."""
    opening = {item.paragraph: item for item in found if item.start == 0}
    lost = []
    for index, paragraph in enumerate(paragraphs):
        before = opening.get(index - 1)
        if index in opening or before is None or before.value < 2 or paragraph.kind != BODY:
            continue
        numeral = _numeral_at_start(paragraph.text)
        if numeral and value_of(numeral) == before.value + 1:
            item = _Found(index, 0, numeral, before.family, before.value + 1)
            lost.append(item)
            opening[index] = item
    return lost


def _numeral_at_start(text: str) -> str:
    """The longest numeral that a text begins with and that goes with nothing behind it. 三军… may
    be read as the numeral 三 only; 十二… as 十二 or 十."""
    head = text[:_LONGEST_NUMERAL]
    longest = len(head) - len(head.lstrip(_NUMERALS))
    lengths = range(longest, 0, -1)
    return next((text[:end] for end in lengths if not text.startswith(_NO_NUMERAL, end)), "")


def _runs(found: list[_Found]) -> dict[int, list[_Found]]:
    """The markers that belong to a run of two or more of one family, by paragraph.

    A run of a family goes on until one of its markers is 1 again, or a paragraph without any.
    """
    kept: dict[int, list[_Found]] = {}
    for family in _FAMILIES:
        run: list[_Found] = []
        for item in [f for f in found if f.family == family]:
            if run and (item.value == 1 or item.paragraph - run[-1].paragraph > 2):
                _keep(run, kept)
                run = []
            run.append(item)
        _keep(run, kept)
    for items in kept.values():
        items.sort(key=lambda item: item.start)
    return kept


def _keep(run: list[_Found], kept: dict[int, list[_Found]]) -> None:
    if len(run) > 1 and (run[0].family in "是要" or run[0].value == 1):
        for item in run:
            kept.setdefault(item.paragraph, []).append(item)


def _points(text: str, found: list[_Found]) -> tuple[Point, ...]:
    points = []
    for item, following in zip(found, [*found[1:], None], strict=True):
        end = following.start if following else len(text)
        while text[end - 1].isspace():
            end -= 1
        points.append(Point(item.marker, item.value, item.start, end))
    return tuple(points)
