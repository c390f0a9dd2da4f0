"""H211: a heading of more characters than a reader takes in at once."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject

_DEEPEST = 2
LONGEST = Option(
    "longest", 40, Text("标题最多的字数（不算序号）", "most characters, the number mark apart")
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading of level 1 or 2 on a line of its own that is longer."""
    longest = subject.value(LONGEST)
    for section in subject.sections:
        length = len(section.heading)
        if length > longest and section.level <= _DEEPEST and not section.run_in:
            yield Hit(
                section,
                Text(
                    f"标题太长：{length}个字，不宜超过{longest}个字",
                    f"a heading of {length} characters, {longest} at most",
                ),
                len(section.mark),
                len(section.opening),
            )


_SUMMARY = (
    "一、2024年工作总结\n（一）坚持防汛抗旱一体推进，{}全力守牢江河安澜\n平安度汛。\n"
    "（二）供水\n全年稳定。"
)

RULES = (
    Rule(
        code="H211",
        name="heading-too-long",
        severity=Severity.INFO,
        summary=Text("标题太长", "a heading over 40 characters in levels 1 and 2"),
        why=Text(
            "一、二级标题要一眼看清；太长会折成几行，层次就不清楚了。",
            "Headings of the upper levels should be taken in at a glance, on one line or two.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(
            summary=_SUMMARY.format(
                "坚持人防技防物防紧密结合，坚持汛前汛中汛后有序衔接，坚持干支流上下游统一调度，"
            )
        ),
        good=draft(summary=_SUMMARY.format("")),
        check=check,
        options=(LONGEST,),
    ),
)
