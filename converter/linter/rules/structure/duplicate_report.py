"""S116: a compilation holds the same report twice."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model import walk
from converter.model.nodes import BODY, Document

_SHARE = Option(
    "share",
    80,
    Text(
        "两份报告有百分之几的段落相同，就算同一份",
        "from which share of like paragraphs two reports are the same, per cent",
    ),
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the title of a report that an earlier one of the input repeats: of the same
    title or beginning, and with nearly all paragraphs the same. Two years' reports of one unit
    differ in their figures, and so in their paragraphs."""
    document = subject.document
    own: frozenset[str] | None = None
    for number, other in enumerate(subject.companions, 1):
        if other is document:
            return
        if other.name != document.name and not _begins_like(other, document):
            continue
        own = own or _paragraphs(document)
        shared = len(own & (theirs := _paragraphs(other)))
        if shared and shared * 100 >= subject.value(_SHARE) * max(len(own), len(theirs)):
            line = other.title.line if other.title else 1
            yield Hit(
                subject.head,
                Text(
                    f"这份报告与第{number}份（第{line}行起）相同：汇编里收了两遍",
                    f"this is report {number} (from line {line} on) once more",
                ),
            )
            return


def _begins_like(one: Document, other: Document) -> bool:
    return bool(one.lead and other.lead and one.lead[-1].text == other.lead[-1].text)


def _paragraphs(document: Document) -> frozenset[str]:
    return frozenset(
        "".join(paragraph.text.split())
        for _, paragraph in walk.paragraphs(document)
        if paragraph.kind == BODY
    )


_GOOD = (
    draft()
    + "\n"
    + draft(
        title="县林业局2024年工作总结及2025年工作计划",
        lead="2024年，我局扎实做好造林护林，现总结如下：",
        summary="一、2024年工作总结\n全年造林3.2万亩，没有发生火灾。",
        problems="二、存在问题\n护林人员偏少。",
        plan="三、2025年工作计划\n增配护林人员20名。",
        signature="县林业局\n2024年12月23日",
    )
)

RULES = (
    Rule(
        code="S116",
        name="duplicate-report",
        severity=Severity.WARNING,
        summary=Text("汇编里同一份报告收了两遍", "a compilation holds the same report twice"),
        why=Text(
            "同一份材料重复收录，份数和统计都会出错。",
            "A report that stands twice spoils every count.",
        ),
        source=Text("汇编工作惯例", "practice of compiling"),
        bad=draft() + "\n" + draft(),
        good=_GOOD,
        check=check,
        needs={"traits": ("compiled",)},
        options=(_SHARE,),
    ),
)
