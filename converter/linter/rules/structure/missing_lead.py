"""S102: nothing stands between the title and the first section."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import Paragraph, Section


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the title. Whom the report is addressed to is no lead; one that stands under the
    first heading, before its sub-headings, counts."""
    document = subject.document
    if "no-lead" not in subject.traits or not document.sections:
        return
    first = document.sections[0].content
    if len(first) > 1 and isinstance(first[0], Paragraph) and isinstance(first[1], Section):
        return
    yield Hit(
        subject.head,
        Text(
            "缺少前言：标题之后、第一部分之前应有一段话交代依据和总体情况",
            "no lead: a paragraph should stand between the title and the first section",
        ),
    )


RULES = (
    Rule(
        code="S102",
        name="missing-lead",
        severity=Severity.WARNING,
        summary=Text("缺少前言", "no paragraph between title and first section"),
        why=Text(
            "前言交代报告的时间、依据和总体评价，缺了它，读者直接落进细节。",
            "The lead tells period, basis and result; without it the reader falls into details.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(lead=""),
        good=draft(),
        check=check,
        needs={"traits": ("no-lead",)},
    ),
)
