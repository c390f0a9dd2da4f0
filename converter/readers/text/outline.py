"""From lines to sections: which lines are headings, of which level, and what stands under them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from converter.model.nodes import MAX_LEVEL, Block, Number, Paragraph, Section
from converter.numbering import BY_NAME, Mark, match_mark
from converter.readers.text.headings import Heading, read_heading
from converter.readers.text.lines import Line
from converter.readers.text.parts import Parts, RoleOf, find_parts
from converter.readers.text.points import mark_points
from converter.source.text import Piece

_ATTACHMENTS = re.compile(r"附件\s*[：:]\s*(1\s*[.．、])?")
_FIRST_COMMON = BY_NAME["han"].rank


@dataclass(slots=True)
class _Open:
    """A section being built."""

    level: int
    heading: Heading | None
    piece: Piece
    content: list[Block] = field(default_factory=list)


def build(
    lines: list[Line], role_of: RoleOf, continues: tuple[str, ...]
) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    """The lead and the sections that a report's lines make. Roles are left to be assigned."""
    marks = _without_attachments(lines, [match_mark(line.text) for line in lines])
    parts = find_parts(lines, marks, role_of, continues)
    level_of = _levels(marks, parts)
    bodied = _styles_with_bodies(lines, marks, parts)
    lead: list[Block] = []
    root = _Open(0, None, lines[0].piece if lines else Piece("", 1), lead)
    stack = [root]
    sections: list[Block] = []
    for index, line in enumerate(lines):
        mark = marks[index]
        if index in parts.indices:
            _close(stack, 1, sections)
            stack.append(_Open(1, None, line.piece))
        elif mark:
            level = level_of[mark.style.rank]
            followed = mark.style.name in bodied or _followed(marks, parts, index)
            heading = read_heading(line.piece, mark, followed=followed)
            _close(stack, level, sections)
            if level > 1 and len(stack) == 1:
                stack.append(_Open(1, None, line.piece.slice(0, 0)))
            opened = _Open(level, heading, heading.opening)
            if heading.rest:
                opened.content.append(_paragraph(heading.rest))
            stack.append(opened)
        else:
            stack[-1].content.append(_paragraph(line.piece))
    _close(stack, 1, sections)
    paragraphs = mark_points([block for block in lead if isinstance(block, Paragraph)])
    return tuple(paragraphs), tuple(block for block in sections if isinstance(block, Section))


def _without_attachments(lines: list[Line], marks: list[Mark | None]) -> list[Mark | None]:
    """The marks less those that number the lines of a list of attachments (附件：1.… 2.…)."""
    result = list(marks)
    due = 0
    for index, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        opening = _ATTACHMENTS.match(line.text)
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
    alone: Counter[str] = Counter()
    all_lines: Counter[str] = Counter()
    for index, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        if mark:
            all_lines[mark.style.name] += 1
            if "。" not in line.text[mark.end : -1] and _followed(marks, parts, index):
                alone[mark.style.name] += 1
    return frozenset(name for name in alone if 2 * alone[name] > all_lines[name])


def _followed(marks: list[Mark | None], parts: Parts, index: int) -> bool:
    """Whether the next line belongs under the heading at ``index``."""
    after = index + 1
    if after >= len(marks) or after in parts.indices:
        return False
    here, there = marks[index], marks[after]
    return there is None or (here is not None and there.style.rank > here.style.rank)


def _close(stack: list[_Open], level: int, sections: list[Block]) -> None:
    """Closes the open sections of ``level`` and deeper, each into its parent."""
    while len(stack) > 1 and stack[-1].level >= level:
        done = _section(stack.pop())
        (stack[-1].content if len(stack) > 1 else sections).append(done)


def _section(opened: _Open) -> Section:
    piece, heading = opened.piece, opened.heading
    number = heading and Number(heading.mark.text, heading.mark.value)
    return Section(
        level=opened.level,
        number=number or None,
        heading=heading.heading if heading else piece.text,
        terminator=heading.terminator if heading else "",
        run_in=heading.run_in if heading else False,
        line=piece.line,
        column=piece.column,
        breaks=piece.breaks,
        content=_with_points(opened.content),
    )


def _with_points(content: list[Block]) -> tuple[Block, ...]:
    """The content with the points of each run of consecutive paragraphs filled in."""
    result: list[Block] = []
    run: list[Paragraph] = []
    for block in content:
        if isinstance(block, Paragraph):
            run.append(block)
            continue
        result += mark_points(run)
        run = []
        result.append(block)
    return tuple(result + list(mark_points(run)))


def _paragraph(piece: Piece) -> Paragraph:
    return Paragraph(piece.text, piece.line, piece.column, (), piece.breaks)
