"""H201 and H202: numbers missing from a sequence, and numbers that come twice."""

from __future__ import annotations

from functools import lru_cache

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.headings._siblings import listings, rewriting
from converter.numbering import renumbered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from converter.findings import Fix
    from converter.linter.rules.headings._siblings import Member
    from converter.linter.subject import Subject
    from converter.linter.view import View
    from converter.model.nodes import Number, Section

    Sequence: TypeAlias = list[Member]


def check_gaps(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading whose number leaves out the one before it, or comes before it. A
    number that stands in the text before it (9.2022—2024年, which is no mark) is not left out.

    The first hit in a sequence has the fix, which numbers the whole sequence anew; none where a
    heading without a number may be the one that is missing, or where one heading is all there is.
    """
    sequences = _faulty(subject)
    doubtful = _beside_unnumbered(subject) if sequences else set()
    for sequence in sequences:
        values = {number.value for _, number in sequence}
        alone = len(sequence) == 1 or any(id(section) in doubtful for section, _ in sequence)
        fix = None if alone else _renumbering(sequence)
        expected = 1
        before: Section | None = None
        for section, number in sequence:
            missing = range(expected, number.value)
            if missing and not (before and _told(subject.prose, before, section, missing)):
                if values.issuperset(range(expected, number.value)):
                    message = _out_of_order(number, expected)
                else:
                    message = _gap(number, expected)
                yield Hit(section, message, 0, len(number.text), fix)
                fix = None
            expected = max(expected, number.value + 1)
            before = section


def _beside_unnumbered(subject: Subject) -> set[int]:
    """The identities of sections that have a sibling without a number."""
    return {
        id(section)
        for _, siblings in subject.families
        if any(section.heading and not section.number for section in siblings)
        for section in siblings
    }


@lru_cache(maxsize=1)
def _places(view: View) -> dict[int, int]:
    """Where each node's text begins in a view."""
    return {id(passage.node): passage.start for passage in view.passages}


def _told(view: View, before: Section, section: Section, missing: range) -> bool:
    """Whether the missing numbers stand in the text between two headings, each at the beginning
    of a line or a sentence."""
    places = _places(view)
    text = view.text[places[id(before)] : places[id(section)]]
    marks = (renumbered(section.mark.strip(), value) for value in missing)
    return all(mark and any(f"{stop}{mark}" in text for stop in "\n。；") for mark in marks)


def _gap(number: Number, expected: int) -> Text:
    last = f"到第{number.value - 1}项" if number.value - 1 > expected else ""
    return Text(
        f"序号不连续：“{number.text}”前面缺第{expected}项{last}",
        f"numbering jumps to “{number.text}”: item {expected} is missing",
    )


def _out_of_order(number: Number, expected: int) -> Text:
    return Text(
        f"序号次序颠倒：“{number.text}”排到了第{expected}项前面",
        f"“{number.text}” stands before item {expected}",
    )


def check_duplicates(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading whose number an earlier one of the sequence already bears.

    The first hit in a sequence has the fix, which numbers the whole sequence anew.
    """
    for sequence in _faulty(subject):
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


@lru_cache(maxsize=1)
def _faulty(subject: Subject) -> list[Sequence]:
    """The sequences whose numbers do not run 1, 2, 3 …."""
    return [
        sequence
        for sequence in _sequences(subject)
        if any(number.value != due for due, (_, number) in enumerate(sequence, 1))
    ]


def _sequences(subject: Subject) -> Iterator[Sequence]:
    """The lists, cut where one begins anew with 1 and goes on with 2."""
    for listing in listings(subject):
        sequence: Sequence = []
        following = [number.value for _, number in listing.members[1:]] + [0]
        for member, after in zip(listing.members, following, strict=True):
            if member[1].value == 1 and after == 2 and sequence and sequence[-1][1].value > 1:
                yield sequence
                sequence = []
            sequence.append(member)
        yield sequence


def _renumbering(sequence: Sequence) -> Fix | None:
    """The fix that numbers the whole sequence 1, 2, 3…; None if one mark cannot be written so."""
    texts = []
    for value, (_, number) in enumerate(sequence, 1):
        text = number.text if number.value == value else renumbered(number.text, value)
        if text is None:
            return None
        texts.append(text)
    return rewriting(sequence, texts)


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
            "序号跳了或颠倒了，多半是漏了一段，或删、移了一段没有改序号。",
            "A jump means that a part was lost, or deleted or moved without renumbering.",
        ),
        source=_SOURCE,
        bad=draft(summary=_SUMMARY.format("")),
        good=_GOOD,
        check=check_gaps,
        fix=Fixable.SAFE,
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
        fix=Fixable.SAFE,
    ),
)
