"""S103 to S105 and S119: a part that the profile requires is missing.

The three parts of the standard structure have a rule each; any further part that a profile asks
for is reported by ``profile-part-missing``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.profiles import RoleSpec

_STANDARD = ("summary", "problems", "plan")


def _missing(subject: Subject) -> list[RoleSpec]:
    there = {role for section in subject.document.sections for role in section.roles}
    return [role for role in subject.profile.required if role.id not in there]


def _hit(subject: Subject, role: RoleSpec) -> Hit:
    zh, en = role.name["zh"], role.name.get("en", role.id)
    words = "、".join(role.terms[:3])
    return Hit(
        subject.head,
        Text(
            f"缺少“{zh}”部分：没有一个一级标题点明它（如{words}）",
            f"the part “{en}” is missing: no top heading names it",
        ),
    )


def _check(role_id: str) -> Callable[[Subject], Iterator[Hit]]:
    def check(subject: Subject) -> Iterator[Hit]:
        """One hit at the title when no section has the role."""
        yield from (_hit(subject, role) for role in _missing(subject) if role.id == role_id)

    return check


def _check_others(subject: Subject) -> Iterator[Hit]:
    """One hit at the title for each missing part beyond the standard three."""
    yield from (_hit(subject, role) for role in _missing(subject) if role.id not in _STANDARD)


_GOOD = draft()
_SOURCE = Text("gongwen schema：报告的标准结构", "gongwen schema: the standard structure")
_SAFETY_PROFILE = """
id = "with-safety"
name = "带安全生产部分的工作总结"
[[roles]]
id = "summary"
name = "总结"
required = true
terms = ["总结"]
[[roles]]
id = "problems"
name = "存在问题"
required = true
terms = ["问题"]
[[roles]]
id = "plan"
name = "计划"
required = true
terms = ["计划"]
[[roles]]
id = "safety"
name = "安全生产"
required = true
terms = ["安全生产"]
"""

RULES = (
    Rule(
        code="S103",
        name="missing-summary",
        severity=Severity.ERROR,
        summary=Text("缺少工作总结部分", "no section tells the past period's work"),
        why=Text(
            "总结是这类报告的主体，缺了它就不成其为总结。",
            "Telling the work done is what the report is for.",
        ),
        source=_SOURCE,
        bad=draft(
            summary="",
            problems="一、存在问题\n队伍力量不足。",
            plan="二、2025年工作计划\n充实队伍。",
        ),
        good=_GOOD,
        check=_check("summary"),
    ),
    Rule(
        code="S104",
        name="missing-problems",
        severity=Severity.ERROR,
        summary=Text("缺少存在问题部分", "no section of problems"),
        why=Text(
            "只讲成绩不讲问题，计划就没有依据，审稿时会被退回。",
            "A plan rests on the problems found; a report without them is sent back.",
        ),
        source=_SOURCE,
        bad=draft(problems="", plan="二、2025年工作计划\n充实队伍。"),
        good=_GOOD,
        check=_check("problems"),
    ),
    Rule(
        code="S105",
        name="missing-plan",
        severity=Severity.ERROR,
        summary=Text("缺少下一步计划部分", "no section of what comes next"),
        why=Text(
            "总结是为了下一步工作，缺了计划，报告没有落点。",
            "The report ends in what comes next; without it it has no outcome.",
        ),
        source=_SOURCE,
        bad=draft(plan=""),
        good=_GOOD,
        check=_check("plan"),
    ),
    Rule(
        code="S119",
        name="profile-part-missing",
        severity=Severity.WARNING,
        summary=Text("缺少所选报告类型要求的部分", "a part that the profile asks for is absent"),
        why=Text(
            "单位自定的报告类型可以要求更多部分，缺了就要补。",
            "A profile of one's own may ask for more parts than the standard three.",
        ),
        source=Text("所选报告类型（--profile）", "the profile chosen with --profile"),
        bad=_GOOD,
        good=draft(more="四、安全生产情况\n全年没有发生事故。"),
        check=_check_others,
        example_profile=_SAFETY_PROFILE,
    ),
)
