"""H208: a number mark that the standard for punctuation is against."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Fix, Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.headings._siblings import (
    ALLOWED,
    by_style,
    corrected,
    is_right,
    rewriting,
    written,
)
from converter.linter.subject import Subject
from converter.linter.view import edit
from converter.model.nodes import Node, Section
from converter.model.walk import node_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.rules.headings._siblings import Member
    from converter.numbering import MarkStyle

_STOPS = "、.．，,；;：:。"
_NUMERALS = "0123456789０１２３４５６７８９一二三四五六七八九十"


def check(subject: Subject) -> Iterator[Hit]:
    """One hit a report for a style whose marks are all written in one wrong way, at the first of
    them (marks of two ways are numbering-style-mixed); one for each mark that a further
    punctuation mark follows."""
    allowed = subject.value(ALLOWED)
    for style, members in by_style(subject).items():
        if len({written(number.text) for _, number in members}) == 1:
            yield from _wrong(style, members, allowed)
        for section, number in members:
            yield from _stopped_twice(section, len(number.text))


def _wrong(style: MarkStyle, members: list[Member], allowed: str) -> Iterator[Hit]:
    section, number = members[0]
    if is_right(number.text, style, allowed):
        return
    want = corrected(number.text, style)
    times = f"（全文共{len(members)}处）" if len(members) > 1 else ""
    yield Hit(
        section,
        Text(
            f"序号写法不合规范：“{number.text}”应写作“{want}”{times}",
            f"“{number.text}” should be “{want}” ({len(members)} in all)",
        ),
        0,
        len(number.text),
        rewriting(members, [corrected(n.text, style) for _, n in members]),
        Severity.INFO if _is_common(number.text) else None,
    )


def _is_common(mark: str) -> bool:
    """Whether so many write a mark so (1、) that a report which keeps to it need not be stopped."""
    return mark[-1:] == "、" and mark[:1] in _NUMERALS[:20]


def _stopped_twice(section: Section, start: int) -> Iterator[Hit]:
    """（一）.抓供水 and 1.、抓供水: the mark is done before its last punctuation mark."""
    node: Node = section
    if section.heading:
        if section.heading[0] not in _STOPS:
            return
    else:
        if not section.inline:
            return
        node, start = section.content[0], 0
    text = node_text(node)
    end = start
    while end < len(text) and text[end] in _STOPS:
        end += 1
    if end == start or end == len(text):
        return
    change = None if text[end] in _NUMERALS else edit(node, start, end, "")
    yield Hit(
        node,
        Text(
            f"序号“{section.mark}”后面多了“{text[start:end]}”",
            f"“{text[start:end]}” behind the number mark “{section.mark}”",
        ),
        start,
        end,
        Fix(True, (change,)) if change else None,
    )


_SUMMARY = "一、2024年工作总结\n（一）{0}供水。全年供水稳定。\n（二）{0}防汛。平安度汛。"

RULES = (
    Rule(
        code="H208",
        name="number-mark",
        severity=Severity.WARNING,
        summary=Text("序号的标点不合规范", "a number mark against the standard"),
        why=Text(
            "不带括号的汉字数字后用顿号，阿拉伯数字后用下脚点，带括号的序号后不用标点，"
            "汉字数字的括号用全角。全文一律写“1、”的很常见，只作提示。",
            "一 takes 、, 1 takes a dot, a bracketed number takes nothing, （一） full-width "
            "brackets. A report that writes 1、 throughout gets a note only: many do.",
        ),
        source=Text(
            "GB/T 15834-2011 附录 B.7（序次语之后的标点）；GB/T 9704-2012 7.3.3",
            "GB/T 15834-2011, B.7 (marks behind ordinals); GB/T 9704-2012, 7.3.3",
        ),
        bad=draft(summary=_SUMMARY.format("、")),
        good=draft(summary=_SUMMARY.format("")),
        check=check,
        options=(ALLOWED,),
        fix=Fixable.SAFE,
    ),
)
