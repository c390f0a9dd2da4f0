"""C406: a year of the past stands for the one that is planned."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import BODY, Section
from converter.patterns import lazy, places

_ANNOUNCED = lazy(
    r"((?:19|20)[0-9]{2})年度?[，,]?"
    r"(?:我[^，。；：\n]{1,3}|[全本][^，。；：\n0-9]{1,3})?[，,]?"
    r"(?:将|要(?!求|素)|计划(?![的内外完任未])|拟|力争|确保)"
)
_HEADING = lazy(
    r"((?:19|20)[0-9]{2})(?!年度?[^，。]{0,5}(?:工作|总结"
    r"|年度))年?度?[^，。；：！？\n0-9《》]{0,8}"
    r"(?:计划|打算|安排|思路|目标|重点工作|要点|任务|部署)"
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each sub-heading and sentence of the plan that announces work for a year before
    the planned one. The part's own heading, and the words that open the part, are
    ``year-inconsistent``'s business."""
    planned = subject.document.period.planned
    if planned is None:
        return
    view = subject.prose
    opening = -1
    for passage in view.of_part("plan"):
        node = passage.node
        pattern = _ANNOUNCED if passage.kind == BODY else None
        if isinstance(node, Section):
            pattern = _HEADING if node.level > 1 else None
            opening = passage.end + 1 if node.level == 1 else -1
        if pattern is None:
            continue
        for at, _ in places(view.text, ("19", "20"), passage.start, passage.end):
            if at == opening or not _is_past(view.text, at, planned):
                continue
            match = pattern.match(view.text, at, passage.end)
            if match:
                message = Text(
                    f"计划的是{planned}年，这里写成{match[1]}年：可能是上一年的计划没有改",
                    f"the plan is for {planned}, this is for {match[1]}",
                )
                yield view.hit(at, at + 5, message)


def _is_past(text: str, at: int, planned: int) -> bool:
    """Whether a sentence, or a heading behind its mark, begins at that place with a year before
    the planned one."""
    year = text[at : at + 4]
    opens = at == 0 or text[at - 1] in "。！？；\n、.．）)　 是"
    return opens and len(year) == 4 and year.isdecimal() and int(year) < planned


RULES = (
    Rule(
        code="C406",
        name="stale-year",
        severity=Severity.WARNING,
        summary=Text("计划里写着往年的年份", "a past year in the plan"),
        why=Text(
            "计划常由上一年的改来，年份漏改，计划就成了旧账。",
            "Plans are made from last year's; a year that was not changed gives them away.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(plan="三、2025年工作计划\n充实队伍。2024年，我局将招录专业人员3名。"),
        good=draft(plan="三、2025年工作计划\n充实队伍。2025年，我局将招录专业人员3名。"),
        check=check,
    ),
)
