"""Applying the fixes of findings to a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable

from converter.findings import Edit, Finding


def chosen(findings: Iterable[Finding], *, unsafe: bool) -> list[Edit]:
    """The edits of all safe fixes (with ``unsafe``, of all), in order of place.

    A fix is taken whole or not at all: of two fixes whose edits overlap without being the same,
    the later one is left for the next round.
    """
    taken: list[Edit] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        new = [edit for edit in fix.edits if edit not in _around(taken, edit)]
        if not any(_overlaps(edit, other) for edit in new for other in _around(taken, edit)):
            for edit in new:
                insort(taken, edit, key=_place)
    return taken


def _place(edit: Edit) -> tuple[int, int]:
    return edit.line, edit.column


def _around(taken: list[Edit], edit: Edit) -> list[Edit]:
    """Of disjoint edits in order those that could touch another: the one before it, and those
    that begin before its end."""
    first = bisect_left(taken, _place(edit), key=_place)
    last = bisect_right(taken, (edit.end_line, edit.end_column), key=_place)
    return taken[max(first - 1, 0) : last]


def _overlaps(one: Edit, other: Edit) -> bool:
    """Whether one of the two begins before the other ends."""
    first, second = sorted((one, other), key=_place)
    return _place(second) < (first.end_line, first.end_column) or _place(first) == _place(second)


def apply(text: str, starts: list[int], edits: list[Edit]) -> str:
    """``text`` with disjoint, ordered edits made; ``starts`` are the offsets of its lines.

    No character outside an edit is touched, line ends included.
    """
    parts: list[str] = []
    done = 0
    for edit in edits:
        begin = starts[edit.line - 1] + edit.column - 1
        end = starts[edit.end_line - 1] + edit.end_column - 1
        parts += [text[done:begin], edit.text]
        done = end
    return "".join([*parts, text[done:]])
