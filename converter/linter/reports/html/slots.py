"""Where the parts of a report, and those that it lacks, stand in its picture; and the marks."""

from __future__ import annotations

from typing import NamedTuple

from converter.linter.reports.outline import ENDING, HEAD, LEAD, Outline, Part
from converter.linter.reports.report import Checked, Shown
from converter.linter.reports.standing import Standing, standings

_LEAST = 1.6
"""The least width of a part, in per cent of the text; a title has a few characters."""
_MISSING = 8.5
"""The width of a part that is missing, in the same unit."""
_BINS = 48
_ENDING_RULES = ("missing-signature", "missing-date")


class Slot(NamedTuple):
    """A part (or, for None, a missing one of that role) from ``x`` on, in per cent of the width."""

    role: str
    part: Part | None
    x: float
    width: float


class Mark(NamedTuple):
    """Findings at one place: the middle in per cent of the width, the gravest first."""

    x: float
    findings: tuple[Shown, ...]


def slots(checked: Checked) -> list[Slot]:
    """The parts in order, with the missing ones where they should stand."""
    outline = checked.outline
    rules = {shown.finding.name for shown in checked.shown}
    entries: list[tuple[str, Part | None]] = [
        (part.roles[0] if part.roles else "", part) for part in outline.parts
    ]
    for role, standing in standings(outline, rules).items():
        if standing in (Standing.MISSING, Standing.EMBEDDED):
            entries.insert(_place_for(role, outline, entries), (role, None))
    if "missing-lead" in rules and LEAD not in dict(entries):
        entries.insert(1 if entries and entries[0][0] == HEAD else 0, (LEAD, None))
    if rules.intersection(_ENDING_RULES) and ENDING not in dict(entries):
        entries.append((ENDING, None))
    return _laid_out(entries, outline.characters)


def _place_for(role: str, outline: Outline, entries: list[tuple[str, Part | None]]) -> int:
    """Behind the last part that must stand before it, else behind title and lead."""
    order = [spec.id for spec in outline.profile.required]
    before = {HEAD, LEAD, *order[: order.index(role)]}
    behind = 0
    for index, (other, part) in enumerate(entries):
        if other in before or (part and before.intersection(part.roles)):
            behind = index + 1
    return behind


def _laid_out(entries: list[tuple[str, Part | None]], characters: int) -> list[Slot]:
    weights = [
        _MISSING if part is None else max(100 * part.characters / max(characters, 1), _LEAST)
        for _, part in entries
    ]
    total = sum(weights)
    found = []
    x = 0.0
    for (role, part), weight in zip(entries, weights, strict=True):
        width = 100 * weight / total
        found.append(Slot(role, part, x, width))
        x += width
    return found


def marks(checked: Checked, laid: list[Slot]) -> list[Mark]:
    """The findings by place, those that are too close to tell apart together."""
    bins: dict[int, list[Shown]] = {}
    for shown in checked.shown:
        x = _middle(shown, checked.outline, laid)
        bins.setdefault(min(int(x * _BINS / 100), _BINS - 1), []).append(shown)
    return [
        Mark(
            (number + 0.5) * 100 / _BINS,
            tuple(sorted(bins[number], key=lambda shown: shown.finding.severity.rank)),
        )
        for number in sorted(bins)
    ]


def _middle(shown: Shown, outline: Outline, laid: list[Slot]) -> float:
    """Where a finding is; one about a missing part, at its empty place."""
    name = shown.finding.name
    role = ENDING if name in _ENDING_RULES else name.partition("-")[2]
    for slot in laid:
        if slot.part is None and slot.role == role and name.startswith("missing-"):
            return slot.x + slot.width / 2
    if not outline.parts:
        return 0.0
    part = outline.parts[shown.part]
    slot = next(slot for slot in laid if slot.part is part)
    inside = (shown.offset - part.start) / max(part.characters, 1)
    return slot.x + slot.width * min(max(inside, 0.0), 1.0)
