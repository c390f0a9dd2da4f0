"""H209: siblings partly open their paragraph and partly stand alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import Section

_WAYS = {
    "": Text("独立成行", "on a line of its own"),
    "。": Text("与正文同段、用句号隔开", "opening its paragraph, closed by 。"),
    "：": Text("与正文同段、用冒号隔开", "opening its paragraph, closed by ："),
}


def check(subject: Subject) -> Iterator[Hit]:
    """One hit a parent, at the first of its sub-headings that is set unlike most.

    A heading with sub-headings must stand alone and is not compared; nor is a numbered sentence,
    nor a stand-alone heading with an end mark (heading-punctuation).
    """
    for _, siblings in subject.families:
        ways = [(section, _way(section)) for section in siblings if _has_own_text(section)]
        if len({way for _, way in ways}) < 2:
            continue
        usual = Counter(way for _, way in ways).most_common(1)[0][0]
        section, way = next(entry for entry in ways if entry[1] != usual)
        yield Hit(
            section,
            Text(
                f"同级标题的排法不一：这里{_WAYS[way].zh}，别处{_WAYS[usual].zh}",
                f"this heading stands {_WAYS[way].en}, its siblings {_WAYS[usual].en}",
            ),
            0,
            len(section.opening),
        )


def _has_own_text(section: Section) -> bool:
    return (
        section.number is not None
        and bool(section.heading)
        and bool(section.content)
        and (section.run_in or not section.terminator)
        and not any(isinstance(block, Section) for block in section.content)
    )


def _way(section: Section) -> str:
    if not section.run_in:
        return ""
    return "：" if section.terminator in ("：", ":") else "。"


_SUMMARY = "一、2024年工作总结\n（一）供水保障{}全年供水稳定。\n（二）防汛备汛。平安度汛。"

RULES = (
    Rule(
        code="H209",
        name="heading-layout-mixed",
        severity=Severity.INFO,
        summary=Text("同级标题有的独立成行，有的与正文同段", "siblings set in two ways"),
        why=Text(
            "同一部分里的标题排法不一，层次不清，像是几份材料拼成的。",
            "Headings of one part set in two ways blur its structure.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary=_SUMMARY.format("\n")),
        good=draft(summary=_SUMMARY.format("。")),
        check=check,
    ),
)
