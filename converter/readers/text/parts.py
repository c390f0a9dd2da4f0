"""Headings without a number: the parts of a report that only a line of their own announces.

Such a line (2024年工作回顾) is taken for a heading of the first level only on evidence: the
numbering starts anew behind it, or its words name a part that no numbered heading names.
"""

from __future__ import annotations

from converter.patterns import holds
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from converter.model.nodes import Role
    from converter.numbering import Mark
    from converter.readers.text.lines import Line

    RoleOf = Callable[[str], tuple[Role, ...]]

_LONGEST = 30
_NO_HEADING = "。；！？，,;!?：:、\t"
_NO_STARTS = (
    *("（", "(", "“", "《", "—", "-", "*", "首先"),
    *(number + word for number in "一二三四五六七八九十" for word in "是要"),
)
_DIGITS = tuple("0123456789")


@record
class Parts:
    """Indices of the lines that are unnumbered top headings, and whether the numbered headings
    一、 stand one level below them."""

    indices: frozenset[int]
    above_numbers: bool


def short_lines(lines: list[Line]) -> list[str]:
    """The texts of the lines that are short enough for a heading and end like one."""
    return [
        line.text
        for line in lines
        if line.is_text and len(line.text) <= _LONGEST and not _is_no_heading(line.bare)
    ]


def _is_no_heading(text: str) -> bool:
    return holds(text, _NO_HEADING) or text.startswith(_NO_STARTS) or text.endswith(_DIGITS)


def find_parts(
    lines: list[Line],
    marks: list[Mark | None],
    role_of: RoleOf,
    continues: tuple[str, ...],
) -> Parts:
    """The unnumbered top headings among a report's lines. ``role_of`` names a heading's roles."""
    candidates = [i for i in range(len(lines) - 1) if _may_be_heading(lines, marks, i)]
    if not candidates:
        return Parts(frozenset(), False)
    runs = _run_starts(marks)
    chosen = _before_runs(candidates, runs, role_of)
    above = len(chosen) > 1
    if not above:
        chosen = _naming_parts(lines, candidates, marks, role_of)
        above = any(_numbers_below(marks, index) for index in chosen)
    if above:
        first = min(chosen)
        chosen |= {
            i
            for i in candidates
            if i > first
            and (role_of(lines[i].text) or lines[i].bare.startswith(continues))
            and not _is_inside(lines, marks, i)
        }
    return Parts(frozenset(chosen), above)


def told_parts(told: dict[int, int], marks: list[Mark | None]) -> Parts:
    """The headings without a number among those that a structured format tells (``told``: their
    levels), of any level."""
    bare = frozenset(index for index in told if marks[index] is None)
    top = any(told[index] == 1 for index in bare)
    numbered = any(told[index] == 1 for index in told if index not in bare)
    return Parts(bare, top and not numbered and any(_numbers_below(marks, i) for i in bare))


def is_told_text(line: Line) -> bool:
    """Whether a structured format says that a line is no heading."""
    return line.given is not None and line.given.text


def is_told_sentence(line: Line) -> bool:
    """Whether a structured format says that the number of a line opens no heading."""
    return line.given is not None and line.given.sentence


def _may_be_heading(lines: list[Line], marks: list[Mark | None], index: int) -> bool:
    line = lines[index]
    return (
        marks[index] is None
        and line.is_text
        and 3 <= len(line.bare) <= _LONGEST
        and not _is_no_heading(line.bare)
        and sum("\u4e00" <= char <= "\u9fff" for char in line.bare) > 1
    )


def _run_starts(marks: list[Mark | None]) -> list[int]:
    """Indices of the lines where a run 一、二、… begins."""
    return [i for i, m in enumerate(marks) if m and m.style.name == "han" and m.value == 1]


def _before_runs(candidates: list[int], runs: list[int], role_of: RoleOf) -> set[int]:
    """One candidate before each run of 一、, or none at all if a run lacks one."""
    chosen: set[int] = set()
    if len(runs) < 2:
        return chosen
    from bisect import bisect_left, bisect_right  # few reports have two runs

    for before, start in zip([-1, *runs], runs, strict=False):
        between = candidates[bisect_right(candidates, before) : bisect_left(candidates, start)]
        if not between:
            return set()
        chosen.add(between[0] if before < 0 else between[-1])
    return chosen


def _naming_parts(
    lines: list[Line], candidates: list[int], marks: list[Mark | None], role_of: RoleOf
) -> set[int]:
    """Candidates whose words name a part that no 一、 heading names; each part once."""
    numbered: set[Role] = set()
    for line, mark in zip(lines, marks, strict=True):
        if mark and mark.style.rank <= 4:
            numbered.update(role_of(_first_words(line.text[mark.end :])))
    chosen: set[int] = set()
    for index in candidates:
        roles = role_of(lines[index].text)
        if roles and not numbered.intersection(roles):
            chosen.add(index)
            numbered.update(roles)
    return chosen


def _first_words(text: str) -> str:
    """What stands before the first full stop or colon."""
    for stop in "。：:":
        text = text.partition(stop)[0]
    return text


def _numbers_below(marks: list[Mark | None], index: int) -> bool:
    """Whether the next 一、 heading behind ``index`` begins a run."""
    following = (m for m in marks[index + 1 :] if m and m.style.name == "han")
    first = next(following, None)
    return first is not None and first.value == 1


def _is_inside(lines: list[Line], marks: list[Mark | None], index: int) -> bool:
    """Whether a candidate stands among lines like itself, as a list's items do."""
    return _may_be_heading(lines, marks, index + 1)
