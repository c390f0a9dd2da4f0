"""The lines of a Word file that anyone may have made: what styles, outline and looks tell."""

from __future__ import annotations

from converter.patterns import holds
from converter.readers.text.given import GivenLine
from converter.readers.word.foreign_head import read_head
from converter.readers.word.levels import levels_by_look, told_levels
from converter.readers.word.opening import told_title
from converter.readers.word.seals import seal_picture
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.elements import Elements
    from converter.word.transcript import Origin, Transcript

TAKEN = "metadata"
_LONGEST_HEADING = 40
_STOPS = tuple("。；，：！？:;,!?")


def read_foreign(
    transcript: Transcript, text: list[tuple[int, Origin]], base: str
) -> tuple[Elements, dict[int, GivenLine]]:
    """The elements that the lines of text give, and what is told of the lines. ``base`` is the base
    name of the file."""
    elements, taken = read_head(transcript, text)
    seal = seal_picture(transcript, base)
    if seal:
        elements = replace(elements, seal=seal)
    rest = [(number, origin) for number, origin in text if number not in taken]
    levels = told_levels(transcript, rest)
    title = told_title(transcript, rest, levels)
    levels = levels or levels_by_look(transcript, [line for line in rest if line[0] not in title])
    lines = {number: GivenLine(reason=TAKEN) for number in taken}
    for number, origin in rest:
        if number in title:
            lines[number] = GivenLine(title=True)
        elif number in levels:
            lines[number] = GivenLine(level=levels[number])
        elif not origin.first and number - 1 in levels and _goes_on(transcript, number, origin):
            lines[number] = GivenLine(joins=True)
    return elements, lines


def _goes_on(transcript: Transcript, number: int, origin: Origin) -> bool:
    """Whether a line behind a soft break is the rest of the heading before it, set on two lines."""
    whole = origin.paragraph.text if origin.paragraph else ""
    here, before = transcript.source.lines[number - 1], transcript.source.lines[number - 2]
    is_short = whole.count("\n") == 1 and len(whole) <= _LONGEST_HEADING
    return is_short and not holds(here, _STOPS) and before.rstrip()[-1:] not in _STOPS
