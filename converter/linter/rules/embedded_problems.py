"""S107: problems told only inside another section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule, Subject
from converter.linter.rules._examples import draft
from converter.model import walk
from converter.profiles import RoleSpec
from converter.profiles.vocabulary import named_roles

_MESSAGE = Text(
    "问题只写在别的部分里：应单列“存在问题”一部分",
    "problems are told only inside another part: give them a section",
)
# 存在的困难和问题, 主要不足; but not 直面困难挑战，…, 破解发展难题
_NAMES_PROBLEMS = re.compile(
    r"^(?:[^，。]{0,8}(?:存在|面临)|主要|突出|困难|问题|不足|短板)[^，。]{0,14}$"
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
    hits = chain(_sub_headings(subject), _sentences(subject, role))
    yield from islice(hits, 1)


def _sub_headings(subject: Subject) -> Iterator[Hit]:
    for _, section in walk.sections(subject.document):
        if section.level > 1 and _NAMES_PROBLEMS.search(section.heading):
            roles = named_roles(section.heading, subject.profile)
            if roles == ("problems",):
                yield Hit(section, _MESSAGE)


def _sentences(subject: Subject, role: RoleSpec) -> Iterator[Hit]:
    told, not_told = _patterns(role)
    for _, paragraph in walk.paragraphs(subject.document):
        for sentence in _SENTENCE.finditer(paragraph.text):
            match = told.search(sentence.group())
            if match and not not_told.search(sentence.group()):
                start = sentence.start() + match.start()
                yield Hit(paragraph, _MESSAGE, start, sentence.start() + match.end())


@cache
def _patterns(role: RoleSpec) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile("|".join(f"(?:{p})" for p in role.told) or r"(?!)"),
        re.compile("|".join(f"(?:{p})" for p in role.not_told) or r"(?!)"),
    )


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
