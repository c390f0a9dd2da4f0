"""From lines to sections: which lines are headings, and of which level."""

from __future__ import annotations

from itertools import pairwise

from converter.model.nodes import MAX_LEVEL
from converter.numbering import BY_NAME
from converter.patterns import holds, lazy
from converter.readers.text.headings import is_sentence, may_be_heading, read_heading, sentence
from converter.readers.text.parts import (
    Parts,
    find_parts,
    is_told_sentence,
    is_told_text,
    told_parts,
)
from converter.readers.text.tree import Tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import Paragraph, Section
    from converter.numbering import Mark
    from converter.readers.text.lines import Line
    from converter.readers.text.parts import RoleOf

_ATTACHMENTS = lazy(r"附件\s*[：:]\s*(1\s*[.．、])?")
_FIRST_COMMON = BY_NAME["han"].rank


def build(
    lines: list[Line], role_of: RoleOf, continues: tuple[str, ...]
) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    """The lead and the sections that a report's lines make. Roles are left to be assigned."""
    found = [line.mark if line.is_text and not is_told_text(line) else None for line in lines]
    marks = _without_attachments(lines, found)
    told = _told(lines)
    parts = told_parts(told, marks) if told else find_parts(lines, marks, role_of, continues)
    level_of = _levels(marks, parts)
    if told:
        level_of = _with_told_levels(level_of, _told_levels(told, marks))
    bodied = _styles_with_bodies(lines, marks, parts)
    groups = _siblings(marks, parts)
    company = _in_company(groups, lines, marks, parts)
    items = _items(groups, lines, marks, parts, bodied)
    tree = Tree()
    for index, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        if index in parts.indices:
            tree.open_part(line.piece, told.get(index, 1))
        elif mark:
            followed = index in told or mark.style.name in bodied or _followed(marks, parts, index)
            heading = (
                sentence(line.piece, mark)
                if index in items or is_told_sentence(line)
                else read_heading(line.piece, mark, followed=followed, in_company=index in company)
            )
            tree.open_section(heading, level_of[mark.style.rank])
        elif line.kind == "attachment":
            tree.add_to_part(line.paragraph())
        else:
            tree.add(line.paragraph())
    return tree.finish()


def _told(lines: list[Line]) -> dict[int, int]:
    """The levels of the headings that a structured format tells, the highest one 1, by index."""
    found = {index: line.level for index, line in enumerate(lines) if line.is_text and line.level}
    least = min(found.values(), default=1)
    return {index: min(level - least + 1, MAX_LEVEL) for index, level in found.items()}


def _told_levels(told: dict[int, int], marks: list[Mark | None]) -> dict[int, int]:
    """The levels of the mark styles whose headings a structured format tells: what it says of
    most of them."""
    found: dict[int, dict[int, int]] = {}
    for index, level in told.items():
        if mark := marks[index]:
            counts = found.setdefault(mark.style.rank, {})
            counts[level] = counts.get(level, 0) + 1
    return {rank: max(counts, key=lambda n: (counts[n], -n)) for rank, counts in found.items()}


def _with_told_levels(by_marks: dict[int, int], told: dict[int, int]) -> dict[int, int]:
    """The levels of the mark styles, those that are told counting more, unless they put a deeper
    mark (（一） below 一、) no deeper: then the marks count."""
    both = by_marks | told
    levels = [both[rank] for rank in sorted(both)]
    ordered = all(a < b or b == MAX_LEVEL for a, b in pairwise(levels))
    return both if ordered else by_marks


def _without_attachments(lines: list[Line], marks: list[Mark | None]) -> list[Mark | None]:
    """The marks less those that number the lines of a list of attachments (附件：1.… 2.…)."""
    if not any(line.text.startswith("附件") for line in lines):
        return marks
    result = list(marks)
    due = 0
    for index, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        opening = _ATTACHMENTS.match(line.text) if line.text.startswith("附件") else None
        if opening:
            due = 2 if opening.group(1) else 1
        elif due and mark and mark.style.name == "arabic" and mark.value == due:
            result[index] = None
            due += 1
        else:
            due = 0
    return result


def _levels(marks: list[Mark | None], parts: Parts) -> dict[int, int]:
    """The level of every mark style that the report uses, by the style's rank.

    一、 is level 1, （一） 2 and so on, pushed down by parts and chapters above them, and moved up
    when a report has no 一、 and begins with a deeper style.
    """
    used = sorted({mark.style.rank for mark in marks if mark})
    outer = [rank for rank in used if rank < _FIRST_COMMON]
    shift = len(outer) + parts.above_numbers
    levels = {rank: i + 1 + parts.above_numbers for i, rank in enumerate(outer)}
    inner = [rank for rank in used if rank >= _FIRST_COMMON]
    if inner and not outer and not parts.indices:
        shift -= inner[0] - _FIRST_COMMON
    levels |= {rank: rank - _FIRST_COMMON + 1 + shift for rank in inner}
    return {rank: min(level, MAX_LEVEL) for rank, level in levels.items()}


def _styles_with_bodies(
    lines: list[Line], marks: list[Mark | None], parts: Parts
) -> frozenset[str]:
    """The mark styles whose lines mostly stand alone over text of their own: in these a line
    without any text below has lost it, and is no sentence."""
    alone: dict[str, int] = {}
    all_lines: dict[str, int] = {}
    for index, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        if mark:
            name = mark.style.name
            all_lines[name] = all_lines.get(name, 0) + 1
            if "。" not in line.text[mark.end : -1] and _followed(marks, parts, index):
                alone[name] = alone.get(name, 0) + 1
    return frozenset(name for name in alone if 2 * alone[name] > all_lines[name])


def _siblings(marks: list[Mark | None], parts: Parts) -> list[list[int]]:
    """The indices of the numbered lines, those of one style under one heading together."""
    groups: list[list[int]] = []
    open_groups: dict[int, list[int]] = {}
    for index, mark in enumerate(marks):
        rank = 0 if index in parts.indices else mark.style.rank if mark else None
        if rank is None:
            continue
        begins = mark is not None and mark.value == 1
        for other in [r for r in open_groups if r > rank or (r == rank and begins)]:
            groups.append(open_groups.pop(other))
        open_groups.setdefault(rank, []).append(index)
    return [*groups, *open_groups.values()]


def _in_company(
    groups: list[list[int]], lines: list[Line], marks: list[Mark | None], parts: Parts
) -> set[int]:
    """Indices of the numbered lines that have a sibling with text, below it or on its line."""
    return {
        index
        for group in groups
        if any(_followed(marks, parts, i) or holds(lines[i].text[:-1], "。：") for i in group)
        for index in group
    }


def _items(
    groups: list[list[int]],
    lines: list[Line],
    marks: list[Mark | None],
    parts: Parts,
    bodied: frozenset[str],
) -> set[int]:
    """Indices of the numbered lines that are items of a list together with their siblings, though
    some of them, read alone, might be headings: each is one sentence, and only behind the last one
    the text goes on. All of them are headings without text only where every one might be, and
    where they are two or their style's other lines mostly have text."""
    found: set[int] = set()
    for group in groups:
        own = [(lines[i].text, mark) for i in group if (mark := marks[i])]
        bare = len(own) == len(group) > 1 and all(is_sentence(text, mark) for text, mark in own)
        if not bare or any(_followed(marks, parts, i) for i in group[:-1]):
            continue
        may_be = all(may_be_heading(text, mark) for text, mark in own)
        if not may_be or (len(group) > 2 and own[0][1].style.name not in bodied):
            found.update(group)
    return found


def _followed(marks: list[Mark | None], parts: Parts, index: int) -> bool:
    """Whether the next line belongs under the heading at ``index``."""
    after = index + 1
    if after >= len(marks) or after in parts.indices:
        return False
    here, there = marks[index], marks[after]
    return there is None or (here is not None and there.style.rank > here.style.rank)
