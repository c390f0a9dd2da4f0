"""Applying the fixes of findings to a text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

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
        # Fixes are few and hold disjoint edits: merging two ordered lists is enough.
        merged = sorted({*taken, *fix.edits}, key=_place)
        if not any(_overlap(one, other) for one, other in pairwise(merged)):
            taken = merged
    return taken


def _place(edit: Edit) -> tuple[int, int]:
    return edit.line, edit.column


def _overlap(one: Edit, other: Edit) -> bool:
    """Whether the second edit begins before the first ends."""
    return _place(other) < (one.end_line, one.end_column)


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
