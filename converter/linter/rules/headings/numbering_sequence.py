"""H201 and H202: numbers missing from a sequence, and numbers that come twice."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Edit, Fix, Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.headings._siblings import groups, mark_edit
from converter.linter.subject import Subject
from converter.model.nodes import Number, Section
from converter.numbering import renumbered

Sequence = list[tuple[Section, Number]]


def check_gaps(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading whose number leaves out the one before it.

    The first hit in a sequence has the fix, which numbers the whole sequence anew.
    """
    for sequence in _sequences(subject):
        fix = _renumbering(sequence)
        expected = 1
        for section, number in sequence:
            if number.value > expected:
                yield Hit(section, _gap(number, expected), 0, len(number.text), fix)
                fix = None
            expected = max(expected, number.value + 1)


def _gap(number: Number, expected: int) -> Text:
    last = f"到第{number.value - 1}项" if number.value - 1 > expected else ""
    return Text(
        f"序号不连续：“{number.text}”前面缺第{expected}项{last}",
        f"numbering jumps to “{number.text}”: item {expected} is missing",
    )


def check_duplicates(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading whose number an earlier one of the sequence already bears.

    The first hit in a sequence has the fix, which numbers the whole sequence anew.
    """
    for sequence in _sequences(subject):
        fix = _renumbering(sequence)
        seen: set[int] = set()
        for section, number in sequence:
            if number.value in seen:
                message = Text(
                    f"序号重复：“{number.text}”前面已经有了", f"“{number.text}” comes twice"
                )
                yield Hit(section, message, 0, len(number.text), fix)
                fix = None
            seen.add(number.value)


def _sequences(subject: Subject) -> Iterator[Sequence]:
    """Groups of siblings, cut where the numbers begin again with 1: that is a new list, unless
    its very neighbour is 1 as well."""
    for group in groups(subject.document):
        sequence: Sequence = []
        for section, number in group:
            if number.value == 1 and sequence and sequence[-1][1].value > 1:
                yield sequence
                sequence = []
            sequence.append((section, number))
        yield sequence


def _renumbering(sequence: Sequence) -> Fix | None:
    """The fix that numbers the whole sequence 1, 2, 3…; None if one mark cannot be written so."""
    edits: list[Edit] = []
    for value, (section, number) in enumerate(sequence, 1):
        if number.value == value:
            continue
        text = renumbered(number.text, value)
        edit = mark_edit(section, text) if text else None
        if edit is None:
            return None
        edits.append(edit)
    return Fix(safe=True, edits=tuple(edits))


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
