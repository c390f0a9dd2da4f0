"""S107: problems told only inside another section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model import walk
from converter.model.nodes import BODY
from converter.profiles import RoleSpec
from converter.profiles.vocabulary import named_roles

_MESSAGE = Text(
    "问题只写在别的部分里：应单列“存在问题”一部分",
    "problems are told only inside another part: give them a section",
)
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the first sub-heading that names problems, or else the first sentence that owns
    to them, in a report without such a section.

    How problems are told, and what only sounds like it (解决问题, 问题线索), is the profile's data.
    """
    role = subject.profile.role("problems")
    if role is None or any("problems" in section.roles for section in subject.document.sections):
        return
    hits = chain(_sub_headings(subject, role), _sentences(subject, role))
    yield from islice(hits, 1)


def _sub_headings(subject: Subject, role: RoleSpec) -> Iterator[Hit]:
    named = _any(role.told_headings)
    for _, section in walk.sections(subject.document):
        if section.level == 1 or not named.search(section.heading):
            continue
        if named_roles(section.heading, subject.profile) == (role.id,):
            yield Hit(section, _MESSAGE)


def _sentences(subject: Subject, role: RoleSpec) -> Iterator[Hit]:
    told, not_told = _any(role.told), _any(role.not_told)
    for path, paragraph in walk.paragraphs(subject.document):
        if paragraph.kind != BODY or not path.startswith(("lead", "sections")):
            continue
        for sentence in _SENTENCE.finditer(paragraph.text):
            match = told.search(sentence.group())
            if match and not not_told.search(sentence.group()):
                start = sentence.start() + match.start()
                yield Hit(paragraph, _MESSAGE, start, sentence.start() + match.end())


@cache
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One expression that matches what any of the patterns does; nothing, for none."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")


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
    ),
)
