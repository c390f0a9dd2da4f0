"""C402: a summary without a single figure."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules._figures import have_figure
from converter.linter.subject import Subject
from converter.model.nodes import BODY

_LENGTH = Option(
    "length",
    300,
    Text("总结不到这么多字不检查", "summaries of fewer characters are not checked"),
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the first heading of a summary in which nothing is counted; a table counts."""
    sections = [s for s in subject.document.sections if "summary" in s.roles]
    if not sections or any(p.kind == "table" for p in subject.whole.of_part("summary")):
        return
    view = subject.prose
    bodies = [p for p in view.of_part("summary") if p.kind == BODY]
    length = sum(p.end - p.start for p in bodies)
    if length < subject.value(_LENGTH):
        return
    if have_figure(view.text[p.start : p.end] for p in view.of_part("summary")):
        return
    section = sections[0]
    start = len(section.mark)
    yield Hit(
        section,
        Text(
            f"总结有{length}字，没有一个数字：做了多少、成效如何无从判断",
            f"a summary of {length} characters without a figure",
        ),
        start,
        start + len(section.heading),
    )


_SUPPLY = "始终把供水保障放在首位，加强水源巡查和水质检测。及时抢修漏点，保证居民用水。" * 4
_FLOOD = "始终把群众安全放在首位，加强汛前检查和预案演练。及时排除险情，确保平安度汛。" * 4
_SUMMARY = f"一、2024年工作总结\n（一）供水。{_SUPPLY}\n（二）防汛。{_FLOOD}"

RULES = (
    Rule(
        code="C402",
        name="summary-without-result",
        severity=Severity.INFO,
        summary=Text("总结没有一个数字", "a summary without a figure"),
        why=Text(
            "总结要用事实和数据说话，全是做法看不出成效。",
            "A summary proves its results by figures.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary=_SUMMARY),
        good=draft(summary=_SUMMARY + "抢修漏点320处。"),
        check=check,
        options=(_LENGTH,),
    ),
)
