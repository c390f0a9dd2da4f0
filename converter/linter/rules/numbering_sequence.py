"""H201 and H202: numbers missing from a sequence, and numbers that come twice."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule, Subject
from converter.linter.rules._examples import draft
from converter.linter.rules._siblings import groups
from converter.model.nodes import Number, Section


def check_gaps(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading whose number leaves out the one before it."""
    for group in groups(subject.document):
        expected = 1
        for section, number in group:
            if number.value > expected:
                yield _hit(
                    section,
                    number,
                    Text(
                        f"序号不连续：“{number.text}”前面缺第{expected}项"
                        + (f"到第{number.value - 1}项" if number.value - 1 > expected else ""),
                        f"numbering jumps to “{number.text}”: item {expected} is missing",
                    ),
                )
            expected = max(expected, number.value) + 1 if number.value != 1 else 2


def check_duplicates(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading whose number an earlier one of the sequence already bears.

    A sequence that begins again with 1 is a new list and no duplicate, unless its very
    neighbour is 1 as well.
    """
    for group in groups(subject.document):
        seen: set[int] = set()
        previous = 0
        for section, number in group:
            if number.value == 1 and previous > 1:
                seen = set()
            if number.value in seen:
                yield _hit(
                    section,
                    number,
                    Text(f"序号重复：“{number.text}”前面已经有了", f"“{number.text}” comes twice"),
                )
            seen.add(number.value)
            previous = number.value


def _hit(section: Section, number: Number, message: Text) -> Hit:
    return Hit(section, message, 0, len(number.text))


_SUMMARY = "一、2024年工作总结\n（一）供水。全年供水稳定。\n{}（三）节水。创建节水单位。"
_GOOD = draft(summary=_SUMMARY.format("（二）防汛。平安度汛。\n"))
_SOURCE = Text("GB/T 9704-2012 7.3.3（结构层次序数）", "GB/T 9704-2012, 7.3.3 (level numbers)")

RULES = (
    Rule(
        code="H201",
        name="numbering-gap",
        severity=Severity.WARNING,
        summary=Text("标题序号不连续", "a number of a level is missing"),
        why=Text(
            "序号跳了，多半是漏了一段，或删了一段没有改序号。",
            "A jump means that a part was lost, or deleted without renumbering.",
        ),
        source=_SOURCE,
        bad=draft(summary=_SUMMARY.format("")),
        good=_GOOD,
        check=check_gaps,
    ),
    Rule(
        code="H202",
        name="numbering-duplicate",
        severity=Severity.WARNING,
        summary=Text("标题序号重复", "a number twice under one parent"),
        why=Text(
            "两个标题用同一个序号，引用和检索时分不清。",
            "Two headings of one number cannot be told apart when cited.",
        ),
        source=_SOURCE,
        bad=draft(summary=_SUMMARY.format("（一）防汛。平安度汛。\n（二）巡河。全年巡河。\n")),
        good=_GOOD,
        check=check_duplicates,
    ),
)
