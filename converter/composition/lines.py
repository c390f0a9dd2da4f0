"""Counting the lines of a paragraph without an office program.

Lengths are whole twips inside, as office programs count. Nothing is squeezed, and no punctuation
hangs in the margin; :mod:`converter.composition.line_breaks` has the rules of breaking.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from converter.composition.line_breaks import last_break
from converter.layout.measure import OFFICE
from converter.patterns import lazy
from converter.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converter.composition.blocks import Paragraph, Tab
    from converter.layout.measure import Measure
    from converter.layout.table import Font, TextStyle
    from converter.layout.units import Length

DEFAULT_TAB = 640
"""How far apart tab stops are where a paragraph has none, in twips: two characters of 3号."""

NOTE_MARK = 0.29
"""The width of the raised number of a footnote, in full-width characters."""

_BLANK = " \xa0"

# Western text, with the marks behind it that belong to no script.
_WESTERN = lazy("[!-\x9f¡-\u1fff][ -\u2e7f％]*")


def break_lines(
    text: str, style: TextStyle, first: Length, rest: Length, measure: Measure = OFFICE
) -> tuple[int, ...]:
    """The offsets in ``text`` at which each further line begins.

    ``first`` is the room of the first line, ``rest`` that of every other one; ``\\n`` ends a line.
    """
    ruler = Setter(measure).ruler(style)
    return tuple(_breaks(text, _advances(text, ruler), ruler, first.twips, rest.twips))


def line_count(
    paragraph: Paragraph, width: Length, measure: Measure = OFFICE, latin: Font | None = None
) -> int:
    """How many lines a paragraph takes in a text area of ``width``; an empty one takes one.

    ``latin`` is the font of Western letters and digits where they have one of their own.
    """
    return Setter(measure, latin).line_count(paragraph, width.twips)


@record
class Ruler:
    """A style in twips: what each character takes, the gap at Western text, by how much the
    spacing condenses it (negative or 0), the indents, the height of a line, the room around."""

    advances: _Advances
    gap: int
    condensed: int
    left: int
    right: int
    first_line: int
    pitch: int
    before: int
    after: int


class Setter:
    """Counts lines, and keeps what it found out about the styles that it met."""

    def __init__(self, measure: Measure = OFFICE, latin: Font | None = None) -> None:
        self._measure, self._latin = measure, latin
        # By identity: hashing a style takes longer than counting a paragraph. The style is kept
        # with its ruler, so that no other one can get its identity.
        self._rulers: dict[int, tuple[TextStyle, Ruler]] = {}

    def ruler(self, style: TextStyle) -> Ruler:
        """The style in twips."""
        known = self._rulers.get(id(style))
        if known is None:
            known = self._rulers[id(style)] = style, self._ruler(style)
        return known[1]

    def starts(self, paragraph: Paragraph, width: int) -> list[int]:
        """The offsets at which each line but the first begins, in a text area ``width`` wide."""
        style = paragraph.style
        ruler = self.ruler(style)
        left, right, indent = ruler.left, ruler.right, ruler.first_line
        if paragraph.indents:
            own = paragraph.indents
            left, right, indent = own.left.twips, own.right.twips, own.first_line.twips
        text, advances = self._text(paragraph)
        if "\t" in text:
            # What stands right of a tab is as wide as it will be, gaps included.
            widened = list(advances)
            _set_western(text, widened, ruler)
            _set_tabs(text, widened, _stops(paragraph.tabs, left, indent), left + indent)
            advances = [
                wide if character == "\t" else own
                for character, own, wide in zip(text, advances, widened, strict=True)
            ]
        room = width - left - right
        return list(_breaks(text, advances, ruler, room - indent, room))

    def line_count(self, paragraph: Paragraph, width: int) -> int:
        """How many lines a paragraph takes in a text area ``width`` twips wide."""
        return 1 + len(self.starts(paragraph, width))

    def _text(self, paragraph: Paragraph) -> tuple[str, list[int]]:
        """The text of a paragraph, and what each character takes of a line."""
        advances: list[int] = []
        for span in paragraph.spans:
            style = span.style or paragraph.style
            if paragraph.size:
                style = replace(style, size=paragraph.size)
            advances += _advances(span.text, self.ruler(style))
            if span.footnote is not None and advances:
                advances[-1] += round(style.size.twips * NOTE_MARK)
        return paragraph.text, advances

    def _ruler(self, style: TextStyle) -> Ruler:
        character, pitch = style.size.twips, style.line_pitch.twips
        return Ruler(
            _Advances(style, self._measure, self._latin),
            round(self._measure.gap * character),
            min(style.spacing.twips, 0),
            style.left * character,
            style.right * character,
            (style.first_line - style.hanging) * character,
            pitch,
            style.before * pitch,
            style.after * pitch,
        )


class _Advances(dict[str, int]):
    """What a character of a style takes of a line, worked out when it is first met."""

    def __init__(self, style: TextStyle, measure: Measure, latin: Font | None) -> None:
        self._size, self._spacing = style.size.twips, style.spacing.twips
        self._font, self._measure = style.font.name, measure
        self._latin = latin.name if latin else self._font
        self |= dict.fromkeys("\n\t", 0)

    def __missing__(self, character: str) -> int:
        western = character.isalnum() and character < "⺀"
        em = self._measure.width(character, self._latin if western else self._font)
        advance = self[character] = round(em * self._size) + self._spacing if em else 0
        return advance


def _advances(text: str, ruler: Ruler) -> list[int]:
    return list(map(ruler.advances.__getitem__, text))


def _breaks(text: str, advances: list[int], ruler: Ruler, first: int, rest: int) -> Iterator[int]:
    """Where each further line begins; ``advances`` are those of the text's characters."""
    extras = _set_western(text, advances, ruler)
    ends = list(accumulate(advances, initial=0))
    # The last character of a line is not condensed.
    start, room, rest = 0, first + ruler.condensed, rest + ruler.condensed
    for end in _hard_ends(text):
        while True:
            origin = ends[start] + extras.get(start, 0)
            # A room too small for anything still takes a character a line.
            cut = max(bisect_right(ends, origin + room, start, end + 1) - 1, start)
            while cut < end and text[cut] in _BLANK:
                cut += 1  # blanks hang in the margin
            following = last_break(text, start, cut) if cut < end else end
            if following >= end:
                break
            start, room = following, rest
            yield start
        if end < len(text):
            start, room = end + 1, rest
            yield start


def _set_western(text: str, advances: list[int], ruler: Ruler) -> dict[int, int]:
    """Add what a change between Chinese and Western text takes to the character behind it.

    That is the gap, and what is not condensed before the change. Comes back by offset, for at
    the beginning of a line it falls away.
    """
    extras = {}
    for match in _WESTERN.finditer(text):
        for place in match.span():
            if 0 < place < len(text):
                meeting = text[place - 1].isalnum() and text[place].isalnum()
                extras[place] = (ruler.gap if meeting else 0) - ruler.condensed
                advances[place] += extras[place]
    return extras


def _hard_ends(text: str) -> Iterator[int]:
    """Where the text has ``\\n``, and its end."""
    end = text.find("\n")
    while end >= 0:
        yield end
        end = text.find("\n", end + 1)
    yield len(text)


def _stops(tabs: Sequence[Tab], left: int, indent: int) -> list[tuple[int, str]]:
    """The tab stops of a paragraph, and what stands at them. A hanging indent is one too."""
    stops = [(tab.position.twips, tab.align) for tab in tabs]
    if indent < 0:
        stops.append((left, "left"))
    return sorted(stops)


def _set_tabs(text: str, advances: list[int], stops: list[tuple[int, str]], start: int) -> None:
    """Let each tab of the first line take the room up to its stop."""
    place = start
    for index, character in enumerate(text):
        if character == "\t":
            default = (place // DEFAULT_TAB + 1) * DEFAULT_TAB
            stop, align = next((each for each in stops if each[0] > place), (default, "left"))
            end = text.find("\t", index + 1)
            behind = sum(advances[index + 1 : end if end >= 0 else None])
            # So much of what is behind the tab stands before its stop.
            share = {"left": 0, "center": behind // 2, "right": behind}[align]
            advances[index] = max(stop - share - place, 0)
        place += advances[index]
