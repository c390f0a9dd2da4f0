"""S107: problems told only inside another section."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.structure._admissions import SIGNS, admission, weak_clauses
from converter.linter.subject import Subject
from converter.linter.view import Passage
from converter.model.nodes import BODY, Section
from converter.patterns import lazy, places
from converter.profiles.vocabulary import named_roles
from converter.record import replace

_HEADING = lazy(r"(?:[^，。]{0,8}(?:存在|面临)|主要|突出|困难|问题|不足|短板)[^，。]{0,14}")
_WORK = lazy(
    r"整治|整改|治理|解决|化解|排查|清零|攻坚|专项|帮扶|救助|销号|办理|处置|线索|导向|清单|台账"
    r"|歼灭|清查"
)
_WEAK = Option(
    "weak-clauses",
    2,
    Text(
        "一段话里有几个分句以“不足、薄弱、有待提高”之类收尾，就算在讲问题；0 表示不这样判断",
        "how many clauses of a paragraph must end by naming a lack to be problems; 0: never",
    ),
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit in a report without a section of problems: at the first sub-heading that names
    them; or else at the first sentence that owns to them outright (但也存在…问题); or else at the
    first paragraph that lists what falls short, clause by clause (力量薄弱；经费不足)."""
    role = subject.profile.role("problems")
    if role is None or not role.asked:
        return
    if any("problems" in section.roles for section in subject.document.sections):
        return
    if role.told_in and is_told(subject, role.told_in):
        return
    severity = None if role.required else Severity.INFO
    yield from (replace(hit, severity=severity) for hit in islice(_tellings(subject), 1))


def is_told(subject: Subject, roles: Iterable[str] = ()) -> bool:
    """Whether problems are told in a part of one of these roles; anywhere, for none."""
    if not roles:
        return any(True for _ in _tellings(subject))
    places = {id(passage.node) for passage in subject.prose.passages if {*roles} & {*passage.roles}}
    return any(id(hit.node) in places for hit in _tellings(subject))


def is_headed(subject: Subject) -> bool:
    """Whether a sub-heading names the problems, so that only their rank is wrong."""
    return any(True for _ in _headings(subject))


def _tellings(subject: Subject) -> Iterator[Hit]:
    """Every place that tells of problems, the plainest ways of telling first."""
    yield from chain(_headings(subject), _sentences(subject), _paragraphs(subject))


def _headings(subject: Subject) -> Iterator[Hit]:
    for passage in subject.prose.passages:
        section = passage.node
        if not isinstance(section, Section) or section.level == 1:
            continue
        heading = section.heading
        if not _HEADING.fullmatch(heading) or _WORK.search(heading):
            continue
        if named_roles(heading, subject.profile) == ("problems",):
            start = passage.start + len(section.mark)
            yield _hit(subject, passage, start, start + len(heading))


def _sentences(subject: Subject) -> Iterator[Hit]:
    view = subject.prose
    ends = [end for _, end in view.sentences]
    signs = {bisect_right(ends, at) for at, _ in places(view.text, view.possible(SIGNS))}
    for start, end in [view.sentences[index] for index in sorted(signs) if index < len(ends)]:
        passage = view.at(start)
        if passage.kind != BODY:
            continue
        facing = not {"lead", "plan"} & set(passage.roles)
        found = admission(view.text[start:end], facing=facing)
        if found:
            yield _hit(subject, passage, start + found[0], start + found[1])


def _paragraphs(subject: Subject) -> Iterator[Hit]:
    """At the first of neighbouring headings and paragraphs that together name enough lacks."""
    least = subject.value(_WEAK)
    first: tuple[Passage, int, int] | None = None
    count = 0
    for passage in subject.prose.passages if least else ():
        weak: list[tuple[int, int]] = []
        if passage.kind in (BODY, "heading") and "plan" not in passage.roles:
            text = subject.prose.text[passage.start : passage.end]
            weak = list(islice(weak_clauses(text), least))
        if not weak:
            first, count = None, 0
            continue
        first = first or (passage, passage.start + weak[0][0], passage.start + weak[0][1])
        count += len(weak)
        if count >= least:
            yield _hit(subject, *first)


def _hit(subject: Subject, passage: Passage, start: int, end: int) -> Hit:
    name = "前言"
    if passage.path.startswith("sections["):
        index = int(passage.path[len("sections[") : passage.path.index("]")])
        heading = subject.document.sections[index].heading
        name = f"“{heading}”" if heading else "别的部分"
    message = Text(
        f"问题只写在{name}里：应单列“存在问题”一部分",
        "problems are told only inside another part: give them a section",
    )
    return subject.prose.hit(start, end, message)


RULES = (
    Rule(
        code="S107",
        name="embedded-problems",
        severity=Severity.WARNING,
        summary=Text("问题只写在别的部分里", "problems told only inside another section"),
        why=Text(
            "问题夹在成绩里讲，读者看不清，计划也对不上。",
            "Problems hidden among results are overlooked, and no plan answers them.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(
            summary="一、2024年工作总结\n全年供水稳定，但也存在管网老化、漏损偏高的问题。",
            problems="",
            plan="二、2025年工作计划\n充实队伍，补齐专业人员。",
        ),
        good=draft(summary="一、2024年工作总结\n全年供水稳定，解决了管网老化的问题。"),
        check=check,
        words=SIGNS,
        needs={"traits": ("no-problems",)},
        options=(_WEAK,),
    ),
)
