"""H204: a level of headings is skipped, 一、 straight to 1."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject


def check(subject: Subject) -> Iterator[Hit]:
    """One hit a parent, at its first sub-heading that is more than one level deeper.

    Under a part without a number nothing is skipped: what its sub-headings use is their choice.
    """
    for parent, children in subject.families:
        if not (parent and parent.number):
            continue
        usual = parent.level + 1
        deeper = next((c for c in children if c.level > usual and c.number), None)
        if deeper:
            yield Hit(
                deeper,
                Text(
                    f"“{parent.mark}”下面直接用了“{deeper.mark}”，中间缺一级",
                    f"“{deeper.mark}” stands right under “{parent.mark}”",
                ),
                0,
                len(deeper.mark),
            )


RULES = (
    Rule(
        code="H204",
        name="level-skipped",
        severity=Severity.INFO,
        summary=Text("标题跳级", "一、 straight to 1."),
        why=Text(
            "层次序数应依次用“一、”“（一）”“1.”“（1）”；只有两级时用“一、”和“1.”也有单位允许。",
            "Levels run 一、 （一） 1. （1）; with two levels only, some offices allow 一、 and 1.",
        ),
        source=Text(
            "GB/T 9704-2012 7.3.3（结构层次序数）", "GB/T 9704-2012, 7.3.3 (level numbers)"
        ),
        bad=draft(summary="一、2024年工作总结\n1.抓供水。供水稳定。\n2.抓防汛。平安度汛。"),
        good=draft(
            summary="一、2024年工作总结\n（一）抓供水。供水稳定。\n（二）抓防汛。平安度汛。"
        ),
        check=check,
    ),
)
