"""S103 to S105 and S119: a part that the profile asks for is missing.

The three parts of the standard structure have a rule each; any further part that a profile asks
for, and any topic, is reported by ``profile-part-missing``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.structure.embedded_problems import is_headed, is_told
from converter.linter.subject import Subject
from converter.profiles import RoleSpec, Topic
from converter.profiles.parts import absent

_STANDARD = ("summary", "problems", "plan")
_FOLLOWED = 3
"""As many topics of a profile named in headings show that the report is built on them."""


def _check(role_id: str) -> Callable[[Subject], Iterator[Hit]]:
    def check(subject: Subject) -> Iterator[Hit]:
        """One hit at the title when no section has the role, and nothing else may do for it."""
        yield from (
            _missing(subject, role)
            for role in absent(subject.document, subject.profile)
            if role.id == role_id and not _may_do_without(subject, role)
        )

    return check


def _check_others(subject: Subject) -> Iterator[Hit]:
    """One hit at the title for each missing part beyond the standard three, and for each topic
    that nothing in the report tells."""
    for role in absent(subject.document, subject.profile):
        if role.id not in _STANDARD and not _may_do_without(subject, role):
            yield _missing(subject, role)
    if subject.profile.topics:
        yield from _untold(subject)


def _may_do_without(subject: Subject, role: RoleSpec) -> bool:
    """Whether a part needs no section, or no finding of its own: it is told in a part that may
    tell it; or problems are only recommended and told somewhere, which embedded-problems says."""
    if role.id == "problems":
        if not role.required:
            return is_told(subject)
        return bool(role.told_in) and is_told(subject, role.told_in)
    prose, places = subject.prose, set(role.told_in)
    return any(
        term in prose.text[passage.start : passage.end]
        for passage in prose.passages
        if places.intersection(passage.roles)
        for term in role.terms
    )


def _missing(subject: Subject, role: RoleSpec) -> Hit:
    zh, en = role.name["zh"], role.name.get("en", role.id)
    words = f"（如{'、'.join(role.terms[:3])}）" if role.terms else ""
    if role.required:
        message = Text(
            f"缺少“{zh}”部分：没有一个一级标题点明它{words}",
            f"the part “{en}” is missing: no top heading names it",
        )
        return Hit(subject.head, message, severity=_doubtful(subject, role))
    kind = subject.profile.name
    message = Text(
        f"最好有“{zh}”部分：{kind['zh']}一般要写到，没有一个一级标题点明它{words}",
        f"a part “{en}” is recommended in this kind of report ({kind.get('en', kind['zh'])})",
    )
    return Hit(subject.head, message, severity=Severity.INFO)


def _doubtful(subject: Subject, role: RoleSpec) -> Severity | None:
    """A report of paragraphs without any heading tells its work in them; problems that a
    sub-heading names are there, and embedded-problems says where: that these have no part of their
    own is worth a look only."""
    document = subject.document
    unheaded = role.id == "summary" and bool(document.lead) and not document.sections
    return Severity.INFO if unheaded or (role.id == "problems" and is_headed(subject)) else None


def _untold(subject: Subject) -> Iterator[Hit]:
    """A hit for each topic that no word of the report tells; doubtful where the report is not
    built on the topics."""
    topics, text, prose = subject.profile.topics, subject.whole.text, subject.prose
    headings = "\n".join(
        prose.text[passage.start : passage.end]
        for passage in prose.passages
        if passage.kind == "heading"
    )
    followed = sum(any(term in headings for term in topic.terms) for topic in topics)
    severity = None if followed >= _FOLLOWED else Severity.INFO
    for topic in topics:
        if not any(word in text for word in (*topic.terms, *topic.aliases)):
            yield Hit(subject.head, _untold_message(subject, topic), severity=severity)


def _untold_message(subject: Subject, topic: Topic) -> Text:
    kind, name = subject.profile.name, topic.name
    return Text(
        f"全文没有讲到“{name['zh']}”：{kind['zh']}要讲到"
        f"{'、'.join(other.name['zh'] for other in subject.profile.topics)}",
        f"nothing tells of “{name.get('en', topic.id)}”, which this kind of report must tell",
    )


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
        needs={"traits": ("no-summary",)},
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
        needs={"traits": ("no-problems",)},
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
        needs={"traits": ("no-plan",)},
    ),
    Rule(
        code="S119",
        name="profile-part-missing",
        severity=Severity.WARNING,
        summary=Text("缺少所选报告类型要求的部分", "a part that the profile asks for is absent"),
        why=Text(
            "有的报告还要讲到别的内容：政务公开总结要讲五个方面，单位自定的报告类型可以要求更多部分。",
            "Some kinds of report must tell more: openness of government its five topics, a "
            "profile of one's own what it asks for.",
        ),
        source=Text(
            "报告类型（gongwen profiles）；政务公开的五个方面依政府信息公开工作年度报告的通行写法",
            "the profile (gongwen profiles); the five topics follow the usual annual report",
        ),
        bad=_GOOD,
        good=draft(more="四、安全生产情况\n全年没有发生事故。"),
        check=_check_others,
        needs={"traits": ("no-more",)},
        example_profile=_SAFETY_PROFILE,
    ),
)
