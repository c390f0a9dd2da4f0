"""How the parts that a profile asks for stand in a report."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise

from converter.linter.reports.outline import Outline


class Standing(StrEnum):
    """There and in order; in the wrong order; a heading without text; told inside another part
    only; missing; not there, and not asked for."""

    PRESENT = "present"
    MISPLACED = "misplaced"
    EMPTY = "empty"
    EMBEDDED = "embedded"
    MISSING = "missing"
    OPTIONAL = "optional"


def standings(outline: Outline, rules: Iterable[str]) -> dict[str, Standing]:
    """How each part of the profile stands, in the profile's order. ``rules`` are the names of the
    rules that found something: that a part is told inside another one is known from its rule."""
    first: dict[str, int] = {}
    for index, part in enumerate(outline.parts):
        for name in part.roles:
            first.setdefault(name, index)
    there = [role.id for role in outline.profile.required if role.id in first]
    misplaced = {late for early, late in pairwise(there) if first[late] < first[early]}
    told = {name.removeprefix("embedded-") for name in rules if name.startswith("embedded-")}
    found = {}
    for role in outline.profile.roles:
        if role.id not in first:
            absent = Standing.EMBEDDED if role.id in told else Standing.MISSING
            found[role.id] = absent if role.required else Standing.OPTIONAL
        elif outline.parts[first[role.id]].bare:
            found[role.id] = Standing.EMPTY
        else:
            found[role.id] = Standing.MISPLACED if role.id in misplaced else Standing.PRESENT
    return found
