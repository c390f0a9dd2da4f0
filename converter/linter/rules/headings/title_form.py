"""H213: a title that lacks its unit, its year or its kind, or ends with punctuation."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules._titles import TITLE_KINDS, closed_title
from converter.linter.subject import Subject
from converter.model.nodes import Document, Node, TextLine
from converter.model.walk import node_text
from converter.patterns import holds, lazy

_NO_NAME = frozenset("0123456789〇○零一二三四五六七八九十上下第年全个工总小计")
_DATED_KINDS = ("工作总结", "工作计划", "工作要点")
_DATED = "年季月周期届次"
"""What dates a title: a year, a quarter, a congress."""
_ALIKE = str.maketrans(dict.fromkeys("123456789〇○零一二三四五六七八九十", "0"))
"""For the pattern one numeral is like the other."""
# A title of nothing but time and kind: 2024年工作总结及2025年工作计划.
_NO_UNIT = lazy(
    r"(?:0{2,4}年度?|[上下]半年|第?0季度|0{1,2}月份?"
    r"|年度|全年|年终|年|工作|总结|小结|计划|要点|打算|安排|思路|报告|汇报|情况|存在的?问题"
    r"|的|和|及|与|暨|以及|、|\s){2,40}$"
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the title with all that it lacks, one at the punctuation it ends with: that of
    the first line, where it would be a title without it.

    Lines beside the title (a subtitle, the unit, a date) count as parts of it. A unit's name that
    was cut short cannot be told from a whole one.
    """
    document = subject.document
    if document.title:
        yield from _lacking(document, document.title)
    closed = closed_title(document)
    if closed:
        yield _punctuation(*closed)


def _lacking(document: Document, title: TextLine) -> Iterator[Hit]:
    beside = "".join(line.text for line in (*document.above_title, *document.below_title))
    text = "".join(title.text.split())
    whole = text + "".join(beside.split())
    lacking = []
    named = beside or document.elements.issuers
    if text[0] in _NO_NAME and not named and _NO_UNIT.match(text.translate(_ALIKE)):
        lacking.append(Text("单位名称", "the unit"))
    if not any(kind in whole for kind in TITLE_KINDS):
        lacking.append(Text("文种（如总结、计划、报告）", "the kind of document"))
    elif text.endswith(_DATED_KINDS) and not holds(whole, _DATED):
        lacking.append(Text("年份", "the year"))
    if lacking:
        message = Text(
            f"标题缺{'、'.join(part.zh for part in lacking)}",
            f"the title lacks {', '.join(part.en for part in lacking)}",
        )
        yield Hit(title, message)


def _punctuation(line: Node, start: int) -> Hit:
    text = node_text(line).rstrip()
    marks = text[start:]
    message = Text(f"标题末尾不用标点：“{marks}”", f"the title ends with “{marks}”")
    return Hit(line, message, start, len(text))


RULES = (
    Rule(
        code="H213",
        name="title-form",
        severity=Severity.INFO,
        summary=Text(
            "标题缺单位、年份或文种，或以标点结尾",
            "the title lacks unit, year or kind, or ends with punctuation",
        ),
        why=Text(
            "标题由单位名称、时间、事由和文种组成；缺了，归档和检索时不知道是哪家、哪年的什么材料。",
            "A title names unit, period and kind: without them a file cannot be told from others.",
        ),
        source=Text("GB/T 9704-2012 7.3.1（标题）", "GB/T 9704-2012, 7.3.1 (title)"),
        bad=draft(title="2024年工作总结及2025年工作计划"),
        good=draft(),
        check=check,
    ),
)
