"""Enumerations inside text: 一是…二是…, 一要…, 第一，…, 首先…, 其一…

A run may stand in one paragraph or go over consecutive ones. 统一是否, 唯一是 and 首要任务 are no
markers: a marker opens its paragraph or follows a punctuation mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.model.nodes import BODY, Paragraph, Point
from converter.numerals import value_of

_N = "[一二三四五六七八九十]{1,3}"
_BEFORE = r"(?:(?<=^)|(?<=[。；;：:，,！!？?、）)”’—\s]))"
_FAMILIES = {
    "是": rf"({_N})是(?![否非])",
    "要": rf"({_N})要(?![素求点务件闻害义领道职员地])",
    "第": rf"第({_N})(?=[，,：:])",
    "其": rf"其({_N})(?=[，,：:是])",
    "首先": r"(首先|其次|再次|再者|然后|最后)(?=[，,：:是要])?",
}
_MARKER = re.compile(_BEFORE + "(?:" + "|".join(_FAMILIES.values()) + ")")
_WORDS = {"首先": 1, "其次": 2, "再次": 3}
_NUMERAL_AT_START = re.compile(rf"({_N})(?![、.．，,年月个级季是要日])")


@dataclass(slots=True)
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
    for match in _MARKER.finditer(text):
        number, family = next(
            (group, name)
            for group, name in zip(match.groups(), _FAMILIES, strict=True)
            if group is not None
        )
        value = (_WORDS.get(number) or last + 1) if family == "首先" else value_of(number)
        if value:
            last = value if family == "首先" else last
            found.append(_Found(index, match.start(), match.group(), family, value))
    return found


def _damaged(paragraphs: Sequence[Paragraph], found: list[_Found]) -> list[_Found]:
    """Markers that lost their second character: after paragraphs that open with 一是 and 二是, one
    that opens with 三 and is not 三是."""
    opening = {item.paragraph: item for item in found if item.start == 0}
    lost = []
    for index, paragraph in enumerate(paragraphs):
        before = opening.get(index - 1)
        if index in opening or before is None or before.value < 2 or paragraph.kind != BODY:
            continue
        match = _NUMERAL_AT_START.match(paragraph.text)
        # 三军… may be read as the numeral 三 only; 十二… as 十二 or 十.
        if match and value_of(match.group(1)) == before.value + 1:
            item = _Found(index, 0, match.group(1), before.family, before.value + 1)
            lost.append(item)
            opening[index] = item
    return lost


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
