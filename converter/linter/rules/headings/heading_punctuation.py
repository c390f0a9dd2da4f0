"""H205: a heading on a line of its own ends with a punctuation mark."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Fix, Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.linter.view import edit
from converter.model.nodes import Section

_MARKS = "。；;，,：:、．."
_FEWEST_ALIKE = 3


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each such heading; where all headings of a level (three at least) end so, one at
    the first of them. ？ and ！ are part of a heading. Beside siblings that open their paragraphs
    it is not sure that the mark must go: the text below may have to come up to it."""
    if not any(map(_ends_so, subject.sections)):
        return
    beside = {
        id(section)
        for _, siblings in subject.families
        if any(sibling.run_in for sibling in siblings)
        for section in siblings
    }
    levels: dict[int, list[Section]] = {}
    for _, siblings in subject.families:
        own = siblings[:-1] if _is_list(siblings) else siblings
        for section in own:
            if section.heading and section.content and not section.inline:
                levels.setdefault(section.level, []).append(section)
    for headings in levels.values():
        ending = [section for section in headings if _ends_so(section)]
        if len(ending) == len(headings) >= _FEWEST_ALIKE:
            yield _hit(ending[0], ending, beside)
        else:
            yield from (_hit(section, [section], beside) for section in ending)


def _ends_so(section: Section) -> bool:
    """Whether a heading that stands alone ends with a punctuation mark."""
    end = section.terminator or section.heading
    return end != "" and end[-1] in _MARKS and not section.inline


def _is_list(siblings: list[Section]) -> bool:
    """Whether the siblings are the sentences of a list: what follows the last of them (特此报告) is
    no text of its own."""
    others = siblings[:-1]
    return bool(others) and all(not each.content and each.terminator == "。" for each in others)


def _hit(section: Section, alike: list[Section], beside: set[int]) -> Hit:
    text = section.opening
    edits = [edit(each, len(each.opening) - 1, len(each.opening), "") for each in alike]
    sure = all(id(each) not in beside for each in alike)
    whole = tuple(change for change in edits if change is not None)
    times = f"（这一级共{len(alike)}处）" if len(alike) > 1 else ""
    return Hit(
        section,
        Text(
            f"独立成行的标题末尾不用标点：“{text[-8:]}”{times}",
            f"a heading on its own line ends with “{text[-1]}” ({len(alike)} in all)",
        ),
        len(text) - 1,
        len(text),
        Fix(True, whole) if sure and len(whole) == len(edits) else None,
    )


_SUMMARY = "一、2024年工作总结\n（一）供水保障{}\n全年供水稳定。\n（二）防汛备汛\n平安度汛。"

RULES = (
    Rule(
        code="H205",
        name="heading-punctuation",
        severity=Severity.INFO,
        summary=Text("独立成行的标题末尾有标点", "a stand-alone heading ends with punctuation"),
        why=Text(
            "标题独立成行时，换行已经表示停顿，末尾不再用句号、逗号、分号、冒号；"
            "标题与正文同段时才用句号隔开。",
            "The line end already sets a heading apart; 。 belongs to headings that open their "
            "paragraph.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary=_SUMMARY.format("。")),
        good=draft(summary=_SUMMARY.format("")),
        check=check,
        fix=Fixable.SOME,
    ),
)
