"""S101: the report has no title."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules._titles import closed_title
from converter.linter.subject import Subject

_UNTITLED = ("order", "minutes")
"""The layouts that have no title below their mark (GB/T 9704-2012, 10.2 and 10.3)."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the first line of a report without a title, in its text or its metadata. One that
    ends with punctuation is there (title-form)."""
    document = subject.document
    if document.elements.layout in _UNTITLED:
        return
    if not document.name and not closed_title(document):
        yield Hit(
            subject.head,
            Text(
                "没有找到标题：第一行应写明单位、年份和“工作总结及工作计划”",
                "no title found: the first line should name unit, years and kind of report",
            ),
        )


RULES = (
    Rule(
        code="S101",
        name="missing-title",
        severity=Severity.ERROR,
        summary=Text("缺少标题", "the report has no title"),
        why=Text(
            "没有标题，收文单位不知道是谁、哪一年的报告，也无法登记归档。",
            "Without a title nobody can tell whose report it is and of which year.",
        ),
        source=Text("GB/T 9704-2012 7.3.1（标题）", "GB/T 9704-2012, 7.3.1 (title)"),
        bad=draft(title=""),
        good=draft(),
        check=check,
        needs={"traits": ("untitled",)},
    ),
)
