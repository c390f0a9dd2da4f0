"""E301: an enumeration (一是…二是…) with a marker missing, doubled or out of order."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import Block, Paragraph, Point, Section
from converter.numerals import LARGEST_HAN, to_han


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each marker that is not the one due, or that lost its second character."""
    for run in _runs(subject.document.lead):
        yield from _check_run(run)
    stack = list(subject.document.sections)
    while stack:
        section = stack.pop()
        for run in _runs(section.content):
            yield from _check_run(run)
        stack += [block for block in section.content if isinstance(block, Section)]


def _runs(content: tuple[Block, ...]) -> Iterator[list[Paragraph]]:
    """Consecutive paragraphs of one section."""
    run: list[Paragraph] = []
    for block in content:
        if isinstance(block, Paragraph):
            run.append(block)
        else:
            yield run
            run = []
    yield run


def _check_run(run: list[Paragraph]) -> Iterator[Hit]:
    last: dict[str, int] = {}
    for paragraph in run:
        for point in paragraph.points:
            family = _family(point)
            if family is None:
                yield _damaged(paragraph, point)
                last = dict.fromkeys(last, point.value)
                continue
            due = last.get(family, 0) + 1
            if point.value not in (due, 1) or point.value == 1 == last.get(family):
                yield _wrong(paragraph, point, due)
            last[family] = point.value


def _family(point: Point) -> str | None:
    """What markers of one enumeration share (是, 要, 第…); None for a bare numeral."""
    if point.marker in ("首先", "其次", "再次", "再者", "然后", "最后"):
        return "首先"
    if point.marker[0] in "第其":
        return point.marker[0]
    return point.marker[-1] if point.marker[-1] in "是要" else None


def _damaged(paragraph: Paragraph, point: Point) -> Hit:
    want = to_han(point.value) + "是"
    return Hit(
        paragraph,
        Text(
            f"列举标记缺字：这里应是“{want}”，现在只有“{point.marker}”",
            f"a marker lost a character: “{want}” is due, “{point.marker}” stands here",
        ),
        point.start,
        point.start + len(point.marker),
    )


def _wrong(paragraph: Paragraph, point: Point, due: int) -> Hit:
    want = point.marker.replace(to_han(point.value), to_han(min(due, LARGEST_HAN)), 1)
    return Hit(
        paragraph,
        Text(
            f"列举不连续：这里应是“{want}”，现在是“{point.marker}”",
            f"the enumeration is broken: “{want}” is due, “{point.marker}” stands here",
        ),
        point.start,
        point.start + len(point.marker),
    )


RULES = (
    Rule(
        code="E301",
        name="enumeration-gap",
        severity=Severity.WARNING,
        summary=Text("列举不连续", "a marker of an enumeration missing, doubled or out of order"),
        why=Text(
            "一是、二是之后少了一项或重了一项，读者会以为漏了内容。",
            "A missing or doubled marker makes the reader look for text that is not there.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary="一、2024年工作总结\n一是抓供水。二是抓防汛。四是抓节水。"),
        good=draft(
            summary="一、2024年工作总结\n一是抓供水。二是抓防汛。三是抓节水。统一是否可行在论证。"
        ),
        check=check,
    ),
)
