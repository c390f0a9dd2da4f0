"""E301: an enumeration (一是…二是…) with a marker missing, doubled or out of order."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.enumerations._damage import Lost, damaged
from converter.linter.rules.enumerations._markers import (
    SIGNS,
    WORDS,
    Group,
    Marker,
    continued,
    form,
    groups,
    opens,
)
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.numerals import LARGEST_HAN
from converter.patterns import lazy

# How a first item may begin otherwise, or be glued to the word before it: 主要做法一是….
_FIRST = lazy(r"(?<![统唯之])一[是要]|第一|首先|其一|一方面")
_FAR = 1200
"""Where such a beginning is looked for: code points before the second marker."""
_OFTEN_ALONE = ("首先", "①")
"""Families whose second marker may stand without the first: 其次, and the sign of a footnote."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each marker that is not the one due, or at what is left of the one that is; of
    the last one an info only, as nothing behind it says that it is one."""
    view = subject.prose
    found = groups(view)
    losses = damaged(view)
    explained = {(id(lost.group), lost.value) for lost in losses}
    for index, group in enumerate(found):
        for position in group.faulty:
            due = group.markers[position - 1].value + 1 if position else 1
            if (id(group), due) in explained:
                continue
            if position or _begins_late(view, found, index):
                yield _wrong(view, group, position, due)
        if index and _begins_again(view, found[index - 1], group):
            yield _doubled(view, group.first, found[index - 1].last.value + 1)
    yield from (_lost(view, lost) for lost in losses)


def _begins_late(view: View, found: list[Group], index: int) -> bool:
    """Whether an enumeration lacks its first item, and does not go on another one."""
    group = found[index]
    if group.family in _OFTEN_ALONE or continued(found, index):
        return False
    if group.family not in "是要" and len(group.markers) == 1:
        return False
    start = group.first.start
    before = view.passages[max(0, group.first.passage - 1)].start
    return not _FIRST.search(view.text, max(before, start - _FAR), start)


def _begins_again(view: View, before: Group, group: Group) -> bool:
    """Whether a lone 一是 stands where the enumeration before it would go on."""
    if len(group.markers) > 1 or (before.family, before.parent) != (group.family, group.parent):
        return False
    if group.family not in "是要" or before.last.start > group.first.start:
        return False
    if before.last.passage == group.first.passage:
        return True
    both_open = opens(view, before.last) and opens(view, group.first)
    return both_open and group.first.passage == before.last.passage + 1


def _wrong(view: View, group: Group, position: int, due: int) -> Hit:
    marker = group.markers[position]
    text = view.text[marker.start : marker.end]
    if position == 0:
        message = Text(
            f"列举不连续：以“{text}”开头，前面没有“{form(group.family, 1)}”",
            f"the enumeration begins with “{text}”",
        )
    elif any(
        earlier.value == marker.value for earlier in group.markers[max(0, position - 9) : position]
    ):
        return _doubled(view, marker, due)
    else:
        before = group.markers[position - 1]
        message = Text(
            f"列举不连续：“{view.text[before.start : before.end]}”后面应是“{_due(marker, due)}”，"
            f"现在是“{text}”",
            f"the enumeration is broken: “{_due(marker, due)}” is due, “{text}” stands here",
        )
    return view.hit(marker.start, marker.end, message)


def _doubled(view: View, marker: Marker, due: int) -> Hit:
    text = view.text[marker.start : marker.end]
    return view.hit(
        marker.start,
        marker.end,
        Text(
            f"列举标记重复：这里应是“{_due(marker, due)}”，又写成了“{text}”",
            f"“{text}” comes twice: “{_due(marker, due)}” is due",
        ),
    )


def _due(marker: Marker, due: int) -> str:
    return form(marker.family, min(due, LARGEST_HAN))


def _lost(view: View, lost: Lost) -> Hit:
    due = form(lost.group.family, lost.value)
    message = Text(
        f"列举不连续：这里应是“{due}”，没有这个标记", f"the marker “{due}” is missing here"
    )
    severity = None if lost.sure else Severity.INFO
    return view.hit(lost.start, lost.end, message, severity=severity)


RULES = (
    Rule(
        code="E301",
        name="enumeration-gap",
        severity=Severity.WARNING,
        summary=Text("列举不连续", "a marker of an enumeration missing, doubled or out of order"),
        why=Text(
            "一是、二是之后少了一项或重了一项，读者会以为漏了内容。"
            "标记只剩一半（“三军民共护江堤”）时，读者看到的也是少了一项，末一项只作提示；"
            "至于是不是丢了字，由 enumeration-marker-damaged 提示。",
            "A missing or doubled marker makes the reader look for text that is not there; half a "
            "marker (三 for 三是) is none, though the last one is info only. That a character may "
            "have been lost is said by enumeration-marker-damaged.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary="一、2024年工作总结\n一是抓供水。二是抓防汛。四是抓节水。"),
        good=draft(
            summary="一、2024年工作总结\n一是抓供水。二是抓防汛。三是抓节水。统一是否可行在论证。"
        ),
        check=check,
        needs={"prose": SIGNS},
        words=WORDS,
    ),
)
