"""A Markdown file while its blocks are read: the lines of text that they make, and the rest, which
is marks."""

from __future__ import annotations

from bisect import bisect_left

from converter.readers.markdown.elements import with_element
from converter.readers.text.given import PLAIN, Given, GivenLine, Unit
from converter.record import replace
from converter.source.text import SourceText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Stretch = tuple[int, int, int, str]
    """A line of the file, counted from 1, the offsets between which a text stands on it, and what
    comes before it without standing there."""

MARK, PICTURE_MARK = "markdown-mark", "picture-mark"
TABLE_MARK, NOTE_MARK = "table-mark", "footnote-mark"
"""The reasons under which marks are listed."""


class Page:
    """The lines of a file, and what was made of them so far. Lines are counted from 1."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.lines = source.lines
        self.told: GivenLine | None = None
        """What a comment says of the lines that follow."""
        self._blank = [n for n, line in enumerate(self.lines, 1) if not line.strip()]
        self._units: list[Unit] = []
        self._shown: dict[int, list[str]] = {}
        """The characters of the lines that show something else than what stands there."""
        self._numbers: dict[int, list[tuple[int, int]]] = {}
        self._reasons: dict[int, list[tuple[int, int, str]]] = {}

    def add(self, stretches: Iterable[Stretch], known: GivenLine = PLAIN) -> None:
        """Takes a line of text, before it the list numbers that stand before it in the file."""
        text = list(stretches)
        line = text[0][0] if text else 0
        numbers = [(line, start, end, "") for start, end in self._numbers.pop(line, ())]
        if numbers and text:
            text[0] = (*text[0][:3], " ")
        self._take(numbers + text, known)

    def number(self, line: int, start: int, end: int) -> None:
        """Says that the number of a list's item is text: it stands before the item's text."""
        self._numbers.setdefault(line, []).append((start, end))

    def take_numbers(self) -> None:
        """Takes the numbers that no text stands behind."""
        for line, spans in self._numbers.items():
            for start, end in spans:
                self._take([(line, start, end, "")], PLAIN)
        self._numbers.clear()

    def show(self, line: int, start: int, end: int, text: str) -> None:
        """Says what a stretch shows instead of its own characters, not longer than these."""
        shown = self._shown.get(line)
        if shown is None:
            shown = self._shown[line] = list(self.lines[line - 1])
        shown[start:end] = text.ljust(end - start)[: end - start]

    def shown(self, line: int, start: int, end: int) -> str:
        """What a stretch shows: each character at the place of the file."""
        own = self._shown.get(line)
        return "".join(own[start:end]) if own else self.lines[line - 1][start:end]

    def text_of(self, stretches: Iterable[Stretch]) -> str:
        """What stretches show together."""
        return "".join(glue + self.shown(line, a, b) for line, a, b, glue in stretches)

    def mark_as(self, line: int, start: int, end: int, reason: str) -> None:
        """Says under which reason the marks in a stretch are listed."""
        self._reasons.setdefault(line, []).append((start, end, reason))

    def shadow(self, source: SourceText) -> SourceText:
        """The file with what its character references show in their place, blanks behind."""
        if not self._shown:
            return source
        text, starts = list(source.text), source.line_starts
        for line, shown in self._shown.items():
            start = starts[line - 1]
            text[start : start + len(shown)] = shown
        return replace(source, text="".join(text))

    def given(self) -> Given:
        """All lines of text, and the marks."""
        taken: dict[int, list[tuple[int, int]]] = {}
        for unit in self._units:
            for line, start, end, _ in unit.stretches:
                taken.setdefault(line, []).append((start, end))
        marks: list[tuple[int, int, int, str]] = []
        for line, text in enumerate(self.lines, 1):
            start = 0
            for begin, end in [*sorted(taken.get(line, ())), (len(text), len(text))]:
                if begin > start:
                    marks += self._marks(line, start, begin)
                start = max(start, end)
        return Given(units=tuple(self._units), marks=tuple(marks))

    def _marks(self, line: int, start: int, end: int) -> Iterator[tuple[int, int, int, str]]:
        """A stretch of marks, cut where their reason changes."""
        for begin, stop, reason in self._reasons.get(line, ()):
            if begin < end and stop > start:
                if begin > start:
                    yield line, start, begin, MARK
                yield line, max(start, begin), min(end, stop), reason
                start = min(end, stop)
        if end > start:
            yield line, start, end, MARK

    def _take(self, text: list[Stretch], known: GivenLine) -> None:
        if not text:
            return
        if self.told:
            known = with_element(known, self.told)
        if not known.kind:
            known = replace(known, literal=True)
        self._units.append(Unit(tuple(text), known, self._gap(text[0][0])))

    def _gap(self, line: int) -> int:
        """How many blank lines stand before a line and behind the text before it."""
        before = self._units[-1].stretches[-1][0] if self._units else 0
        return bisect_left(self._blank, line) - bisect_left(self._blank, before)


def tight(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches, those that touch as one."""
    held: Stretch | None = None
    for line, start, end, glue in stretches:
        if held and held[0] == line and held[2] == start and not glue:
            held = (line, held[1], end, held[3])
        else:
            if held:
                yield held
            held = (line, start, end, glue)
    if held:
        yield held
