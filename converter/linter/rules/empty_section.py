"""S109: a heading with nothing under it."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule, Subject
from converter.linter.rules._examples import draft
from converter.model.nodes import Section


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading without content.

    Numbered lines of the third level and deeper that are all bare are a list (1.先进单位
    2.先进集体), not headings whose text is missing.
    """
    yield from _walk(subject.document.sections)


def _walk(sections: tuple[Section, ...]) -> Iterator[Hit]:
    bare = [section for section in sections if not section.content]
    is_list = len(bare) > 1 and len(bare) == len(sections) and bare[0].level >= 2
    for section in sections:
        if not section.content and not is_list:
            name = section.heading or section.mark
            yield Hit(
                section,
                Text(f"标题“{name}”下面没有内容", f"nothing stands under the heading “{name}”"),
            )
        yield from _walk(tuple(b for b in section.content if isinstance(b, Section)))


_SUMMARY = "一、2024年工作总结\n（一）抓好供水保障{}\n（二）抓好防汛备汛\n修复水毁十二处。"

RULES = (
    Rule(
        code="S109",
        name="empty-section",
        severity=Severity.ERROR,
        summary=Text("标题下面没有内容", "a heading with nothing under it"),
        why=Text(
            "只有标题没有内容，多半是正文漏贴了或被删掉了。",
            "A bare heading usually means that its text was lost when the draft was pasted.",
        ),
        source=Text("gongwen schema：各部分不得为空", "gongwen schema: no part may be empty"),
        bad=draft(summary=_SUMMARY.format("")),
        good=draft(summary=_SUMMARY.format("\n全年供水稳定。")),
        check=check,
    ),
)
