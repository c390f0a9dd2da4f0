"""Markers that lost a character: 三 or 是 where 三是 is due."""

from __future__ import annotations

from functools import lru_cache

from converter.linter.rules.enumerations._markers import NUMERAL, groups, opens
from converter.model.nodes import BODY
from converter.numerals import LARGEST_HAN, to_han, value_of
from converter.patterns import lazy
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from converter.linter.rules.enumerations._markers import Group
    from converter.linter.view import View

# What follows a numeral that counts or names something: 三年, 三项, 一方面.
_COUNTED = (
    "、.．，,年月个级季日是要项种类家次条件位届期批天周轮倍万千百亿县区镇乡村所院校名"
    "方些系直体定般致"
)
_BEGINS = rf"(?:({NUMERAL})(?![{_COUNTED}]|大(?!力))|([是要])(?=[\u4e00-\u9fff]))"
_OPENING = lazy(_BEGINS)
_SENTENCE = lazy(rf"(?<=[。；;\n]){_BEGINS}")
_NAMES = frozenset(("三农", "三军", "三公", "三资", "四好", "五四", "六一", "八一", "十四", "十五"))


@record
class Lost:
    """What is left of a marker, at ``start`` … ``end`` of the view's text, where the one of that
    value is due in its group. ``sure`` tells that an item must begin there: the next marker, or
    the paragraphs of the items before it, say so."""

    start: int
    end: int
    value: int
    group: Group
    sure: bool = True


@lru_cache(maxsize=1)
def damaged(view: View) -> list[Lost]:
    """All such places of a view: before the marker that follows the lost one, or, after two
    markers at least, where a third would stand."""
    found: list[Lost] = []
    families: dict[str, list[Group]] = {}
    for group in groups(view):
        if group.family in "是要":
            families.setdefault(group.family, []).append(group)
    for members in families.values():
        ends = [group.first.start for group in members[1:]] + [len(view.text)]
        for group, end in zip(members, ends, strict=True):
            found += _between(view, group)
            found += _behind(view, group, end)
    return sorted(found, key=lambda lost: lost.start)


def _between(view: View, group: Group) -> Iterator[Lost]:
    for index in group.faulty:
        marker = group.markers[index]
        start = group.markers[index - 1].end if index else view.passages[marker.passage].start
        value = group.markers[index - 1].value + 1 if index else 1
        if marker.value != value + 1:
            continue
        if not index and (lost := _at(view, start, value, group)):
            yield lost
            continue
        for match in _SENTENCE.finditer(view.text, start, marker.start):
            if _fits(match, value, group.family):
                yield Lost(match.start(), match.end(), value, group)
                break


def _behind(view: View, group: Group, end: int) -> Iterator[Lost]:
    last = group.last
    if not 2 <= last.value < LARGEST_HAN or len(group.markers) < 2:
        return
    value = last.value + 1
    if opens(view, last):
        after = last.passage + 1
        if after < len(view.passages):
            passage = view.passages[after]
            if passage.kind == BODY and passage.path.rpartition("[")[0] == group.parent:
                lost = _at(view, passage.start, value, group)
                if lost and lost.start < end and view.text[lost.start] not in "是要":
                    yield lost
        return
    stop = min(end, view.passages[last.passage].end)
    numeral = to_han(value)
    if all(view.text.find(mark + numeral, last.end, stop) < 0 for mark in "。；;"):
        return
    for match in _SENTENCE.finditer(view.text, last.end, stop):
        name = view.text[match.start() : match.start() + 2]
        if match.group(1) and _fits(match, value, group.family) and name not in _NAMES:
            yield Lost(match.start(), match.end(), value, group, sure=False)
            return


def _at(view: View, start: int, value: int, group: Group) -> Lost | None:
    match = _OPENING.match(view.text, start)
    if match and _fits(match, value, group.family):
        return Lost(match.start(), match.end(), value, group)
    return None


def _fits(match: re.Match[str], value: int, family: str) -> bool:
    """Whether what a sentence begins with is half of the marker due."""
    return value_of(match.group(1)) == value if match.group(1) else match.group(2) == family
