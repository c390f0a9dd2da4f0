"""S110: one heading holds two parts."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import Section
from converter.patterns import lazy
from converter.profiles import Profile
from converter.profiles.vocabulary import named_roles

_ALLOWED = Option(
    "allowed",
    "",
    Text(
        "哪两部分可以写在一个标题下，如 problems+plan；几组用逗号分开",
        "which parts may share a heading, as problems+plan; several groups apart by commas",
    ),
)
_REMEDIES = lazy(
    r"[及和与暨、](?:下一?步)?的?(?:整改|改进|解决|应对|工作)?(?:对策建议|措施|对策|建议|办法|意见|方向)$"
)
"""What ends a heading of problems with how they are to be mended."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each top heading that names two of the parts a report must have, unless its
    sub-headings tell them apart, or it names the remedies of the problems only and the plan
    follows by itself (存在问题及整改措施, 2025年工作计划)."""
    required = {role.id: role.name for role in subject.profile.required}
    groups = subject.value(_ALLOWED).replace(" ", "").split(",")
    allowed = [set(group.split("+")) for group in groups if group]
    alone = {part.roles[0] for part in subject.document.sections if len(part.roles) == 1}
    for section in subject.document.sections:
        roles = [role for role in section.roles if role in required]
        if len(roles) < 2 or any(group.issuperset(roles) for group in allowed):
            continue
        if _apart(section, subject.profile).issuperset(roles):
            continue
        if roles == ["problems", "plan"] and "plan" in alone and _REMEDIES.search(section.heading):
            continue
        names = "”和“".join(required[role]["zh"] for role in roles)
        start = len(section.mark)
        yield Hit(
            section,
            Text(
                f"“{names}”合在一个标题下：应分成两部分来写",
                f"one heading holds {' and '.join(roles)}: give each a section",
            ),
            start,
            start + len(section.heading),
        )


def _apart(section: Section, profile: Profile) -> set[str]:
    """The parts that the direct sub-headings of a section name."""
    return {
        role
        for child in section.content
        if isinstance(child, Section)
        for role in named_roles(child.heading, profile)
    }


RULES = (
    Rule(
        code="S110",
        name="merged-section",
        severity=Severity.WARNING,
        summary=Text("两部分合在一个标题下", "one heading holds two parts"),
        why=Text(
            "问题和打算写在一起，哪些是问题、哪些是措施分不清，也就对不上账。",
            "Under one heading, what is lacking and what will be done cannot be told apart.",
        ),
        source=Text("gongwen schema：报告的标准结构", "gongwen schema: the standard structure"),
        bad=draft(
            problems="二、存在问题及下一步打算\n队伍力量不足，将招录专业人员3名。",
            plan="",
        ),
        good=draft(),
        check=check,
        needs={"traits": ("merged",)},
        options=(_ALLOWED,),
    ),
)
