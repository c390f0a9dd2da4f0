"""Breaking a long title into lines: by meaning, and into a shape that stands well.

The standard asks for whole words at the ends of lines and the shape of a trapezium or a rhombus
(GB/T 9704-2012, 7.3.1); what a good break costs is our reading. Every way of breaking a title into
the fewest lines, or one more, is a candidate; the one with the lowest cost wins.
"""

from __future__ import annotations

from itertools import pairwise

from converter.composition.title_parts import parts
from converter.composition.title_words import (
    BODY_ENDINGS,
    JOINERS,
    KIND_ENDINGS,
    NO_END,
    NO_START,
    PARTIES,
)
from converter.layout.width import width, width_with_gaps
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.composition.title_parts import Part

# A title of more lines is no title: it is left to the program that shows it.
MAX_LINES = 4

# What a break costs, the better ones first.
AT_SPACE = AFTER_BODY = BEFORE_YEAR = 0
AFTER_MARK = 1
AFTER_KIND = 2
AFTER_JOINER = 3
BEFORE_JOINER = AFTER_PLACE = AFTER_OF = 5
BETWEEN_WORDS = 6
AFTER_ABOUT = 8
AFTER_YEAR = 12
BEFORE_ITS_KIND = 20
AFTER_OPENER = 36
BESIDE_UNKNOWN = 40
BEFORE_ENDING = 40
IN_UNKNOWN = 60

# What a shape costs.
EXTRA_LINE = 6
EQUAL_LINES = 26
HOURGLASS = 30
SHORT_LINE = 10
SHORTEST = 4  # characters; a line with fewer is short
UNEVEN = 3
GOOD_DIFFERENCE = 4
LEVEL = 1  # characters; lines that differ by less look alike

KINDS = tuple(KIND_ENDINGS)
_OPENERS = ("关于", "在", "对")


@record
class _Break:
    """A place where a line may end: its offset, how far in it is, and what the break costs.

    ``position`` counts the gaps that some programs set beside digits, ``plain`` does not.
    """

    offset: int
    position: float
    plain: float
    cost: float


def title_lines(title: str, limit: int) -> tuple[str, ...]:
    """The lines of ``title``, each of at most ``limit`` full-width characters.

    White space at a break falls away, everything else is kept in order. Line breaks that the
    title has already are kept too. A title that cannot be broken well comes back as it is.
    """
    return tuple(line for part in title.splitlines() for line in _broken(part, limit))


def _broken(title: str, limit: int) -> tuple[str, ...]:
    whole = width_with_gaps(title)
    fewest = int(-(-whole // limit))  # rounded up
    # Half-width characters are the narrowest that a title is made of.
    if not 1 < fewest <= MAX_LINES or len(title) > 2 * MAX_LINES * limit:
        return (title,)
    breaks, full = list(_breaks(title, limit)), width(title)
    best: tuple[float, list[int]] = (float("inf"), [])
    for count in range(fewest, min(fewest + 1, MAX_LINES) + 1):
        for cuts in _cuts(breaks, whole, count, limit):
            cost = EXTRA_LINE * (count - fewest) + sum([cut.cost for cut in cuts])
            if cost <= best[0]:
                cost += _shape_cost([0, *(cut.plain for cut in cuts), full])
                best = min(best, (cost, [cut.offset for cut in cuts]))
    edges = [0, *best[1], len(title)]
    return tuple(title[start:end].strip() for start, end in pairwise(edges))


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
    """The places between the parts of ``title`` where a line may end."""
    for before, after in pairwise(parts(title, limit)):
        cost = _break_cost(before, after)
        if cost is not None:
            position = width_with_gaps(title[: after.start])
            yield _Break(after.start, position, width(title[: after.start]), cost)


def _break_cost(before: Part, after: Part) -> float | None:
    """What a line break between two parts costs, None where it must not be."""
    if after.text[0] in NO_START or before.text[-1] in NO_END or after.text.isspace():
        return None
    return next(cost for holds, cost in _costs(before, after) if holds)


def _costs(before: Part, after: Part) -> Iterator[tuple[bool, float]]:
    """The reasons for the cost of a break; the first one that holds decides."""
    left, right = before.text, after.text
    unknown = [before.kind, after.kind].count("other")
    yield left.isspace(), AT_SPACE
    yield left in _OPENERS, AFTER_OPENER
    yield left.startswith("关于"), AFTER_ABOUT
    yield right in JOINERS, BEFORE_JOINER
    yield right in BODY_ENDINGS and right not in PARTIES, BEFORE_ENDING
    yield left in JOINERS, AFTER_JOINER
    yield before.kind == "place", AFTER_PLACE
    yield after.kind == "person" or right in PARTIES, BETWEEN_WORDS
    yield before.kind in ("body", "person"), AFTER_BODY
    yield before.kind == "number" and right.endswith(KINDS), BEFORE_ITS_KIND
    yield before.kind == "number", AFTER_YEAR
    yield after.kind == "number", BEFORE_YEAR
    yield left[-1] in NO_START.replace("的", ""), AFTER_MARK
    yield left.endswith(KINDS), AFTER_KIND
    yield left == "的", AFTER_OF
    yield True, (BETWEEN_WORDS, BESIDE_UNKNOWN, IN_UNKNOWN)[unknown]


def _shape_cost(edges: list[float]) -> float:
    """What the outline of the lines between ``edges`` costs: nothing for a trapezium or a
    rhombus."""
    cost, last, last_step = 0.0, 0.0, 0.0
    for number, (start, end) in enumerate(pairwise(edges)):
        line = end - start
        if line < SHORTEST:
            cost += SHORT_LINE
        if number:
            step = line - last
            cost += UNEVEN * max(0, abs(step) - GOOD_DIFFERENCE)
            if abs(step) < LEVEL:
                cost += EQUAL_LINES
            if last_step < 0 < step:
                cost += HOURGLASS
            last_step = step
        last = line
    return cost
