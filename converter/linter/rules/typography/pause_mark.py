"""T705: a pause mark between quotations or titles that stand side by side."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.outline import outlined
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography._spans import by_line, fix, times
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_ITEM = r"(?:《[^《》\n]{1,80}》|“[^“”\n]{1,60}”)(?:（[^（）\n]{1,80}）)?"
_BETWEEN = outlined("、(?:(?<=》.)(?=《)|(?<=”.)(?=“))")
_SERIES = lazy(rf"(?:{_ITEM}、)+(?=[《“])(?:{_ITEM})?")


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each line of the input, at its first such mark, with their count.

    Where a note in brackets stands in the series the marks are needed, and nothing is said.
    """
    view = subject.whole
    found = (
        (at, at + 1, "")
        for match in _series(view)
        if "）、" not in match.group()
        for at in range(match.start() + 1, match.end() - 1)
        if view.text[at] == "、" and view.text[at - 1 : at + 2] in ("》、《", "”、“")
    )
    for changes in by_line(view, found):
        start = changes[0][0] - 1
        zh, en = times(len(changes))
        yield view.hit(
            start,
            start + 3,
            Text(
                f"并列的引号或书名号之间通常不用顿号，去掉这里的“、”{zh}",
                f"no pause mark is due between marks side by side{en}",
            ),
            fix(view, changes),
        )


def _series(view: View) -> Iterator[re.Match[str]]:
    """The series on the lines that have such a mark."""
    end = 0
    for mark in _BETWEEN.finditer(view.outline):
        if mark.start() >= end:
            passage = view.at(mark.start())
            end = passage.end
            yield from _SERIES.finditer(view.text, passage.start, end)


_BAD = draft(summary="一、2024年工作总结\n修订《供水条例》、《节水条例》，供水620万吨。")

RULES = (
    Rule(
        code="T705",
        name="pause-mark-between-marks",
        severity=Severity.INFO,
        summary=Text(
            "并列的引号、书名号之间多了顿号", "a pause mark between quotes or titles side by side"
        ),
        why=Text(
            "引号、书名号本身已把各项隔开，标准规定其间通常不用顿号。",
            "The marks themselves keep the items apart; the standard asks for no pause mark.",
        ),
        source=Text("GB/T 15834-2011 4.5.3.5", "GB/T 15834-2011, 4.5.3.5"),
        bad=_BAD,
        good=_BAD.replace("》、《", "》《"),
        check=check,
        needs={"whole": ("》、《", "”、“")},
        fix=Fixable.SAFE,
    ),
)
