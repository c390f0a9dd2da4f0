"""Breaking a long title into lines: by meaning, and into a shape that stands well.

The standard asks for whole words at the ends of lines and the shape of a trapezium or a rhombus
(GB/T 9704-2012, 7.3.1); what a good break costs is our reading. Every way of breaking a title into
the fewest lines, or one more, is a candidate; the one with the lowest cost wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, inf

from converter.layout.title_words import (
    BODY_ENDINGS,
    JOINERS,
    KIND_ENDINGS,
    NO_BODIES,
    NO_END,
    NO_START,
    PLACE_ENDINGS,
    WHOLE,
)
from converter.layout.width import width, width_with_gaps

# A title of more lines is no title: it is left to the program that shows it.
MAX_LINES = 4

# What a break costs, the better ones first.
AT_SPACE = AFTER_BODY = BEFORE_YEAR = 0
AFTER_MARK = 1
AFTER_KIND = 2
AFTER_JOINER = 3
AFTER_PLACE = 4
BETWEEN_WORDS = 5
BEFORE_JOINER = 7
AFTER_YEAR = 8
IN_UNKNOWN = 10
AFTER_ABOUT = 12
BEFORE_ENDING = 20

# What a shape costs.
EXTRA_LINE = 4
EQUAL_LINES = 2
HOURGLASS = 8
SHORT_LINE = 10
SHORTEST = 4  # characters; a line with fewer is short
UNEVEN = 0.5  # for each character more than GOOD_DIFFERENCE between longest and shortest line
GOOD_DIFFERENCE = 4

BODIES = tuple(BODY_ENDINGS)
KINDS = tuple(KIND_ENDINGS)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WHOLE = _any([*WHOLE, *NO_BODIES])
_ATOM = re.compile(
    rf"""
    (?P<pair> 《[^《》]*》|“[^“”]*”|（[^（）]*）|\([^()]*\)|〔[^〔〕]*〕|【[^【】]*】 )
  | (?P<number> (?: [0-9０-９]+(?:[.,—～~-]+[0-9０-９]+)* | [〇零一二三四五六七八九]{{4}}(?=年) )
        (?: 年度|年(?:[上下]半年)?|月份?|日|季度|周年|[%％届次期个号] )?
      | 第[0-9０-９一二三四五六七八九十百]+(?:季度|[届次期号])? )
  | (?P<latin> [A-Za-z0-9]+(?:[-/&.'+_][A-Za-z0-9]+)* )
  | (?P<word> (?:{_WHOLE})(?!{_WHOLE})(?:{_any(BODY_ENDINGS)})
      | {_any([*WHOLE, *NO_BODIES, *BODY_ENDINGS, *KIND_ENDINGS, *JOINERS])} )
  | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_CHARACTER = re.compile("(?P<other>.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Break:
    """A place where a line may end: its offset, how far in it is, and what the break costs."""

    offset: int
    position: float
    cost: float


def title_lines(title: str, limit: int) -> tuple[str, ...]:
    """The lines of ``title``, each of at most ``limit`` full-width characters.

    White space at a break falls away, everything else is kept in order. Line breaks that the
    title has already are kept too. A title that cannot be broken well comes back as it is.
    """
    return tuple(line for part in title.splitlines() for line in _broken(part, limit))


def _broken(title: str, limit: int) -> tuple[str, ...]:
    whole = width_with_gaps(title)
    fewest = ceil(whole / limit)
    # Half-width characters are the narrowest that a title is made of.
    if not 1 < fewest <= MAX_LINES or len(title) > 2 * MAX_LINES * limit:
        return (title,)
    breaks = list(_breaks(title, limit))
    best: tuple[float, list[int]] = (inf, [])
    for count in range(fewest, min(fewest + 1, MAX_LINES) + 1):
        for cuts in _cuts(breaks, whole, count, limit):
            cost = EXTRA_LINE * (count - fewest) + sum(cut.cost for cut in cuts)
            cost += _shape_cost(_widths([cut.position for cut in cuts], whole))
            best = min(best, (cost, [cut.offset for cut in cuts]))
    edges = [0, *best[1], len(title)]
    return tuple(title[start:end].strip() for start, end in pairwise(edges))


def _widths(positions: list[float], whole: float) -> list[float]:
    return [end - start for start, end in pairwise([0, *positions, whole])]


def _cuts(
    breaks: list[_Break], whole: float, count: int, limit: int, start: float = 0
) -> Iterator[tuple[_Break, ...]]:
    """All ways of cutting what follows ``start`` into ``count`` lines of at most ``limit``."""
    if whole - start > count * limit:
        return
    if count == 1:
        yield ()
        return
    for index, cut in enumerate(breaks):
        if cut.position - start > limit:
            return
        for further in _cuts(breaks[index + 1 :], whole, count - 1, limit, cut.position):
            yield (cut, *further)


def _breaks(title: str, limit: int) -> Iterator[_Break]:
    """The places between the atoms of ``title`` where a line may end."""
    atoms = list(_atoms(title, limit))
    for before, after in pairwise(atoms):
        cost = _break_cost(before, after)
        if cost is not None:
            yield _Break(after.start(), width_with_gaps(title[: after.start()]), cost)


def _atoms(title: str, limit: int) -> Iterator[re.Match[str]]:
    """The parts of ``title`` that stay whole: words, numbers, what stands in brackets.

    Brackets around more than fits on a line hold nothing together.
    """
    position = 0
    while position < len(title):
        atom = _ATOM.match(title, position)
        if atom and atom.lastgroup == "pair" and width(atom[0]) > limit:
            atom = _CHARACTER.match(title, position)
        assert atom, "the last alternative matches any character"
        yield atom
        position = atom.end()


def _break_cost(before: re.Match[str], after: re.Match[str]) -> float | None:
    """What a line break between two atoms costs, None where it must not be."""
    left, right = before[0], after[0]
    if right[0] in NO_START or left[-1] in NO_END or right.isspace():
        return None
    return next(cost for holds, cost in _costs(before, after, left, right) if holds)


def _costs(
    before: re.Match[str], after: re.Match[str], left: str, right: str
) -> Iterator[tuple[bool, float]]:
    """The reasons for the cost of a break; the first one that holds decides."""
    words = "word" in (before.lastgroup, after.lastgroup)
    yield left.isspace(), AT_SPACE
    yield left == "关于", AFTER_ABOUT
    yield right in JOINERS, BEFORE_JOINER
    yield right in BODY_ENDINGS, BEFORE_ENDING
    yield left in JOINERS, AFTER_JOINER
    yield left.endswith(BODIES) and left not in NO_BODIES, AFTER_BODY
    yield before.lastgroup == "number", AFTER_YEAR
    yield after.lastgroup == "number", BEFORE_YEAR
    yield left[-1] in NO_START, AFTER_MARK
    yield left.endswith(KINDS), AFTER_KIND
    yield left in PLACE_ENDINGS, AFTER_PLACE
    yield words, BETWEEN_WORDS
    yield True, IN_UNKNOWN


def _shape_cost(widths: list[float]) -> float:
    """What the outline of the lines costs: nothing for a trapezium or a rhombus."""
    spread = max(widths) - min(widths)
    cost = UNEVEN * max(0, spread - GOOD_DIFFERENCE)
    cost += SHORT_LINE * sum(each < SHORTEST for each in widths)
    cost += EQUAL_LINES * sum(one == next_one for one, next_one in pairwise(widths))
    inner = range(1, len(widths) - 1)
    hollow = (min(max(widths[:i]), max(widths[i + 1 :])) > widths[i] for i in inner)
    return cost + HOURGLASS * sum(hollow)
