"""S109: a heading with nothing under it."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import Section


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading without content.

    Not every bare line lacks its text. Below the first level, siblings that are all bare are a
    list (1.先进单位 2.先进集体), whatever follows the last of them; and one that ends with 。 says
    what it has to say, unless all its siblings have text of their own below.
    """
    yield from _walk(subject.document.sections)


def _walk(sections: tuple[Section, ...]) -> Iterator[Hit]:
    bare = [section for section in sections if not section.content]
    for section in bare:
        if not _is_item(section, len(sections), len(bare), sections):
            name = section.heading or section.mark
            yield Hit(
                section,
                Text(f"标题“{name}”下面没有内容", f"nothing stands under the heading “{name}”"),
            )
    for section in sections:
        yield from _walk(tuple(b for b in section.content if isinstance(b, Section)))


def _is_item(section: Section, all_count: int, bare: int, siblings: tuple[Section, ...]) -> bool:
    """Whether a bare section is an item of a list and no heading that lost its text; ``bare`` of
    its ``all_count`` siblings, itself among them, are."""
    if section.terminator == "。":
        return bare > 1 or all_count == 1 or any(other.inline for other in siblings)
    if section.level == 1:
        return False
    with_last = bare == all_count - 1 and bool(siblings[-1].content)
    return bare > 1 and (bare == all_count or with_last)


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
