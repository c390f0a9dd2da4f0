"""S106: the parts do not stand in the profile's order."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the first section of a part that stands before a part it should follow."""
    order = [role.id for role in subject.profile.asked]
    first: dict[str, int] = {}
    for index, section in enumerate(subject.document.sections):
        for role in section.roles:
            if role in order:
                first.setdefault(role, index)
    present = [role for role in order if role in first]
    for earlier, later in itertools.pairwise(present):
        if first[later] < first[earlier]:
            names = {role.id: role.name for role in subject.profile.roles}
            a, b = names[earlier], names[later]
            section = subject.document.sections[first[later]]
            yield Hit(
                section,
                Text(
                    f"“{b['zh']}”写在了“{a['zh']}”前面：应先写{a['zh']}，再写{b['zh']}",
                    f"“{b.get('en', later)}” stands before “{a.get('en', earlier)}”",
                ),
            )


RULES = (
    Rule(
        code="S106",
        name="section-order",
        severity=Severity.WARNING,
        summary=Text("各部分顺序不对", "the parts do not stand in their order"),
        why=Text(
            "先总结、再找问题、后定计划，顺序反了，前后不能呼应。",
            "First the work done, then what is lacking, then the plan that answers it.",
        ),
        source=Text("gongwen schema：报告的标准结构", "gongwen schema: the standard structure"),
        bad=draft(
            problems="二、2025年工作计划\n充实队伍，补齐专业人员。",
            plan="三、存在问题\n队伍力量不足。",
        ),
        good=draft(),
        check=check,
    ),
)
