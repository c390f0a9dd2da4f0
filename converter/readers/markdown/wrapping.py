"""Which lines of a Markdown paragraph are one: CommonMark says all of them, but in Chinese drafts a
paragraph a line without a blank line between is as usual as a paragraph wrapped by an editor.
"""

from __future__ import annotations

from converter.numbering import match_mark
from converter.readers.text.dates import plain_date
from converter.readers.text.reflow import width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_STOPS = "。！？；：!?;:…"
_CLOSING = "”’」』）)】》\"'"
_GOES_ON = "，、,—（(《“‘【"
_NARROWEST = 20.0
"""Full-width characters: no editor wraps narrower, and no shorter line is filled."""
_WIDEST_HEADING = 35.0
_RAGGED = 3.0
"""By how much a wrapped line falls short of the widest one, a Latin word aside."""


def joined(lines: Sequence[str]) -> list[bool]:
    """For each line of a paragraph whether it goes on with the one before.

    A line goes on visibly where the one before ends in mid-sentence and either in a comma or
    filled, as wide as lines are wrapped to; and where all lines but the last are as wide as each
    other. A line that begins with a number mark, or is a date, is always one of its own, and so
    is a numbered line that may be a heading.
    """
    widths = [width(line) for line in lines]
    filled = _is_filled(lines, widths)
    return [
        index > 0
        and match_mark(line) is None
        and plain_date(line) is None
        and (filled or _ends_open(lines[index - 1], widths[index - 1]))
        for index, line in enumerate(lines)
    ]


def glue(before: str, after: str) -> str:
    """What stands between two lines that are one: a blank between Latin words only."""
    latin = before[-1:].isascii() and after[:1].isascii() and bool(before and after)
    return " " if latin else ""


def _is_filled(lines: Sequence[str], widths: list[float]) -> bool:
    """Whether a paragraph of three lines or more is plainly one that was wrapped: all lines but
    the last are equally wide, and the last is no wider."""
    full = max(widths[:-1], default=0.0)
    return (
        len(lines) > 2
        and full >= _NARROWEST
        and widths[-1] <= full + _RAGGED
        and all(
            full - own <= _RAGGED + _word(after)
            for own, after in zip(widths[:-1], lines[1:], strict=True)
        )
    )


def _word(line: str) -> float:
    """The width of the Latin word that a line begins with, which did not fit the line before."""
    length = next(
        (i for i, char in enumerate(line) if not char.isascii() or char == " "), len(line)
    )
    return length / 2


def _ends_open(line: str, own: float) -> bool:
    """Whether a line ends in mid-sentence and was broken there."""
    bare = line.rstrip(_CLOSING)
    if not bare or bare[-1] in _STOPS:
        return False
    if own < _WIDEST_HEADING and "。" not in line and match_mark(line):
        return False
    return line[-1] in _GOES_ON or own >= _NARROWEST
