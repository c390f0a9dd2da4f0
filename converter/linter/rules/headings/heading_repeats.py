"""H212: two headings of one parent say the same."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import Section


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading whose text an earlier one under the same parent already has."""
    for _, siblings in subject.families:
        texts = ["".join(section.heading.split()) for section in siblings]
        if len(set(texts)) == len(texts):
            continue
        seen: dict[str, Section] = {}
        for section, text in zip(siblings, texts, strict=True):
            earlier = seen.setdefault(text, section)
            if text and earlier is not section:
                yield Hit(
                    section,
                    Text(
                        f"标题与第{earlier.line}行“{earlier.mark}”的标题相同：“{text}”",
                        f"the heading repeats that of line {earlier.line}: “{text}”",
                    ),
                    len(section.mark),
                    len(section.mark) + len(section.heading),
                )


_SUMMARY = "一、2024年工作总结\n（一）供水保障。全年供水稳定。\n（二）{}。平安度汛。"

RULES = (
    Rule(
        code="H212",
        name="heading-repeats",
        severity=Severity.WARNING,
        summary=Text("同一部分里标题重复", "two headings of one parent with the same text"),
        why=Text(
            "标题相同而内容不同，多半是复制后忘了改；内容也相同，就是重复了一段。",
            "Equal headings over different text were copied and not changed.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary=_SUMMARY.format("供水保障")),
        good=draft(summary=_SUMMARY.format("防汛备汛")),
        check=check,
    ),
)
