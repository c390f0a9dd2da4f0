"""Applying the fixes of findings to a text."""

from __future__ import annotations

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
        fresh = [edit for edit in fix.edits if edit not in taken]
        if not any(_overlap(edit, other) for edit in fresh for other in taken):
            taken += fresh
    return sorted(taken, key=lambda edit: (edit.line, edit.column))


def _overlap(one: Edit, other: Edit) -> bool:
    return (one.line, one.column) < (other.end_line, other.end_column) and (
        other.line,
        other.column,
    ) < (one.end_line, one.end_column)


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
