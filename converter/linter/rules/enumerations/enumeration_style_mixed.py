"""E305: the markers of one enumeration are of two styles (一是 … 第二，…)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.enumerations._markers import SIGNS, continued, form, groups
from converter.linter.subject import Subject


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each marker that goes on an enumeration of another style."""
    view = subject.prose
    found = groups(view)
    for index, group in enumerate(found):
        other = continued(found, index)
        if other:
            marker = group.first
            before = view.text[other.last.start : other.last.end]
            text, want = view.text[marker.start : marker.end], form(other.family, marker.value)
            yield view.hit(
                marker.start,
                marker.end,
                Text(
                    f"同一组列举用了两种标记：“{before}”后面是“{text}”，应是“{want}”",
                    f"“{before}” is followed by “{text}”: “{want}” is due",
                ),
            )


RULES = (
    Rule(
        code="E305",
        name="enumeration-style-mixed",
        severity=Severity.INFO,
        summary=Text("同一组列举用了两种标记", "two styles of markers in one enumeration"),
        why=Text(
            "“一是”后面接“第二”，读者会去找“第一”和“二是”。",
            "第二 behind 一是 makes the reader look for 第一 and for 二是.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary="一、2024年工作总结\n一是保障供水。第二，平安度汛。第三，推进节水。"),
        good=draft(summary="一、2024年工作总结\n一是保障供水。二是平安度汛。三是推进节水。"),
        check=check,
        needs={"prose": SIGNS},
    ),
)
