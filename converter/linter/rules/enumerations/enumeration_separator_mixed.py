"""E304: the items of one enumeration end with ； and 。 by turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Edit, Fix, Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.enumerations._markers import SIGNS, Group, groups
from converter.linter.subject import Subject
from converter.linter.view import View

_MARKS = "。；;，,"
_FULL = {";": "；", ",": "，"}
_STOP, _SEMICOLON = "。", "；"


def check(subject: Subject) -> Iterator[Hit]:
    """One hit an enumeration, at the first end mark that is not like the others.

    Where an item holds a 。 inside, all must end with 。; else the most frequent mark holds, of
    equals the stronger one. The end of the last item closes the whole and is not compared.
    """
    view = subject.prose
    for group in groups(view):
        ends = _ends(view, group)
        marks = Counter(_mark(view, end) for end in ends)
        if len(marks) < 2:
            continue
        want = _wanted(view, group, ends, marks)
        odd = [end for end in ends if _mark(view, end) != want]
        edits = [view.edit(end, end + 1, want) for end in odd]
        whole: tuple[Edit, ...] = tuple(edit for edit in edits if edit)
        shown = "”“".join(marks)
        yield view.hit(
            odd[0],
            odd[0] + 1,
            Text(
                f"同一组列举各项之间的标点不一（“{shown}”）：应都用“{want}”",
                f"the items of one enumeration are divided by “{shown}”: use “{want}”",
            ),
            Fix(True, whole) if len(whole) == len(edits) else None,
        )


def _mark(view: View, end: int) -> str:
    """The end mark, half-width ones (which another rule reports) as full-width ones."""
    return _FULL.get(view.text[end], view.text[end])


def _ends(view: View, group: Group) -> list[int]:
    """Where the items but the last end, as offsets of their end marks; none for an enumeration
    that is faulty, or that has an item without an end mark."""
    if len(group.markers) < 3 or group.faulty:
        return []
    ends = []
    for marker in group.markers[1:]:
        end = marker.start - 1
        while end > 0 and view.text[end].isspace():
            end -= 1
        if view.text[end] not in _MARKS:
            return []
        ends.append(end)
    return ends


def _wanted(view: View, group: Group, ends: list[int], marks: Counter[str]) -> str:
    starts = [marker.end for marker in group.markers]
    if any(
        view.text.find(_STOP, start, end) >= 0 for start, end in zip(starts, ends, strict=False)
    ):
        return _STOP
    return max((_STOP, _SEMICOLON, "，"), key=lambda mark: marks[mark])


_ITEMS = "一、2024年工作总结\n一是保障供水{}二是平安度汛；三是推进节水；四是巡查河道。"

RULES = (
    Rule(
        code="E304",
        name="enumeration-separator-mixed",
        severity=Severity.INFO,
        summary=Text("同一组列举各项之间的标点不一", "items of one group divided in two ways"),
        why=Text(
            "并列的各项用同样的标点隔开；有一项中间已有句号时，各项末尾都用句号，不用分号。",
            "Items of one rank are divided alike; where one holds a 。, all end with 。.",
        ),
        source=Text("GB/T 15834-2011 4.6.3（分号）", "GB/T 15834-2011, 4.6.3 (semicolon)"),
        bad=draft(summary=_ITEMS.format("。")),
        good=draft(summary=_ITEMS.format("；")),
        check=check,
        needs={"prose": SIGNS},
        fix=Fixable.SAFE,
    ),
)
