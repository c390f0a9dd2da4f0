"""Measures of how text is set, in twips: the height of lines, the room above, the width of
characters, indents."""

from __future__ import annotations

from converter.linter.form.items import BLANK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.word.model import ParagraphLook, Section

_NATURAL = 1.3
"""How high programs make a line of Chinese type by themselves, in sizes of it; fonts differ."""
_IS_LINE = 0.5
"""A blank paragraph of so much of a line, at least, is a blank line."""
CHARACTER_GRIDS = ("linesAndChars", "snapToChars")
"""The grids that set characters, too."""
TWIPS_OF_HALF = 10
"""Twips in a half-point."""


def size_of(item: Item) -> int:
    """The size of most of a paragraph's characters, in half-points, at least one; of a blank one
    that of its mark."""
    counts: dict[int, int] = {}
    for run in item.paragraph.runs:
        if run.text.strip():
            counts[run.look.size] = counts.get(run.look.size, 0) + len(run.text)
    most = max(counts, key=lambda size: counts[size]) if counts else item.paragraph.end_look.size
    return max(most, 1)


def is_on_grid(look: ParagraphLook, section: Section) -> bool:
    """Whether the page's grid rules the height of a paragraph's lines: lines of a fixed or least
    height do not snap to it."""
    return bool(section.grid and section.pitch and look.snap_to_grid and look.line_rule == "auto")


def pitch_of(form: Form, item: Item) -> float:
    """How high each line of a paragraph is, by what is written in the file."""
    look, section = item.paragraph.look, form.section(item)
    natural = size_of(item) * TWIPS_OF_HALF * _NATURAL
    if look.line_rule == "exact":
        return look.line
    if look.line_rule == "atLeast":
        return max(look.line, natural)
    if is_on_grid(look, section):
        lines = max(-(-natural // section.pitch), 1)
        return section.pitch * lines * look.line / 240
    return natural * look.line / 240


def grid_pitch(form: Form) -> int:
    """The height of a line of the layout's grid."""
    return form.layout.grid.line_pitch.twips


def gap_lines(form: Form, items: Sequence[Item], *, has_above: bool) -> float:
    """How many lines of the grid are free above the last of some items that follow one another;
    the first one, where there is one ``above``, is the text that the room begins below."""
    pitch = grid_pitch(form)
    blanks = [item for item in items[:-1] if item.element == BLANK]
    lines = sum(pitch_of(form, item) >= pitch * _IS_LINE for item in blanks)
    room = items[-1].paragraph.look.before
    for item in blanks:
        room += item.paragraph.look.before + item.paragraph.look.after
    if has_above and items[0] is not items[-1] and items[0].element != BLANK:
        above, below = items[0].paragraph, items[-1].paragraph
        is_tight = above.look.contextual_spacing and above.style == below.style and not blanks
        room += 0 if is_tight else above.look.after
    return lines + room / pitch
