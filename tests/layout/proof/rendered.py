"""A document of the proof as it came out: its draft, its DOCX, its PDF, and where texts stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from tests.layout.proof import standard as std
from tests.layout.proof.docx import Package
from tests.layout.proof.draft import Draft, Part
from tests.tools.measure import RAISED, Line, Page, joined, measure

NUMBER = re.compile(r"—\d+—")
SMALLEST_TEXT = 10.0
"""Points; what is smaller on a page is a footnote."""


class NotFound(Exception):
    """A text of the draft does not stand where it is looked for."""


@dataclass
class Rendered:
    """One document: ``name`` and ``layout`` say which, ``words`` how its title divides."""

    name: str
    layout: str
    draft: Draft
    docx_path: Path
    pdf: Path
    words: tuple[str, ...] = ()
    pages: tuple[Page, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.pages = measure(self.pdf)

    @cached_property
    def package(self) -> Package:
        """The parts of the DOCX."""
        return Package(self.docx_path)

    def main_lines(self, page: Page) -> list[Line]:
        """The lines of a page without its number, its footnotes and the marks that call them."""
        return [
            replace(line, glyphs=tuple(g for g in line.glyphs if g.size > RAISED * line.size))
            for line in page.lines
            if not is_number(line) and line.size >= SMALLEST_TEXT
        ]

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of all pages without page numbers and footnotes."""
        return [line for page in self.pages for line in self.main_lines(page)]

    @cached_property
    def _stream(self) -> tuple[str, list[tuple[int, int]]]:
        """All text, and for each character its line and its place in it."""
        places = [(n, k) for n, line in enumerate(self.lines) for k in range(len(line.text))]
        return joined(self.lines), places

    def find(self, text: str, after: int = 0) -> tuple[list[Line], int]:
        """The lines on which a text stands, reduced to it, and where it ends in the stream.

        Raises NotFound.
        """
        stream, places = self._stream
        wanted = re.sub(r"\s", "", text)
        start = stream.find(wanted, after)
        if start < 0 or not wanted:
            raise NotFound(text)
        by_line: dict[int, list[int]] = {}
        for number, place in places[start : start + len(wanted)]:
            by_line.setdefault(number, []).append(place)
        found = [
            replace(self.lines[n], glyphs=self.lines[n].glyphs[min(at) : max(at) + 1])
            for n, at in by_line.items()
        ]
        return found, start + len(wanted)

    def at(self, text: str) -> list[Line]:
        """The lines on which a text first stands. Raises NotFound."""
        return self.find(text)[0]

    def whole(self, text: str) -> list[Line]:
        """The lines of a text that begins and ends its lines, at its first such place.

        Raises NotFound.
        """
        after = 0
        while True:
            found, end = self.find(text, after)
            if all(line.text == self.full(line).text for line in found):
                return found
            after = end

    def full(self, part: Line) -> Line:
        """The line that a part of it belongs to."""
        return next(
            line
            for line in self.lines
            if line.page == part.page and set(part.glyphs) <= set(line.glyphs)
        )

    @cached_property
    def placed(self) -> list[tuple[Part, list[Line]]]:
        """Every paragraph of the body with its lines, in order. Raises NotFound."""
        found, after = [], 0
        for part in self.draft.parts:
            if part.kind in ("层次标题", "正文", "表题", "图片") and part.text:
                lines, after = self.find(part.text, after)
                found.append((part, lines))
        return found

    @property
    def paragraphs(self) -> list[tuple[Part, list[Line]]]:
        """The paragraphs of text and headings with their lines."""
        return [(part, lines) for part, lines in self.placed if part.kind in ("层次标题", "正文")]

    def captions(self) -> list[tuple[Part, list[Line]]]:
        """The captions of tables and pictures in body and attachments. Raises NotFound."""
        parts = [*self.draft.parts, *(x for bound in self.draft.attachments for x in bound.parts)]
        return [(x, self.at(x.text)) for x in parts if x.kind in ("表题", "图片") and x.text]

    def title(self) -> list[Line]:
        """The lines of the title."""
        return self.whole(self.draft.title)

    def ending(self, text: str) -> list[Line]:
        """The lines of a text behind the last paragraph of the body. Raises NotFound."""
        return self.find(text, self.body_end)[0]

    @cached_property
    def body_end(self) -> int:
        """Where the last paragraph of the body ends in the stream."""
        after = 0
        for part in self.draft.parts:
            if part.kind in ("层次标题", "正文"):
                after = self.find(part.text, after)[1]
        return after

    @cached_property
    def recipients_moved(self) -> bool:
        """Whether 主送机关 stand in the imprint, because the draft says so or for want of room."""
        last = joined(self.main_lines(self.pages[-1]))
        return bool(self.draft.recipient) and f"主送：{self.draft.string('主送')[:6]}" in last

    def before(self, line: Line) -> Line:
        """The line of the same page above a line. Raises NotFound for the first one."""
        above = [other for other in self.lines if other.page == line.page]
        above = [other for other in above if other.baseline < line.baseline - 1]
        if not above:
            raise NotFound(f"{line.text} 上面的一行")
        return above[-1]


def is_number(line: Line) -> bool:
    """Whether a line is a page number at the foot of an upright page."""
    return bool(NUMBER.fullmatch(line.text)) and line.baseline > std.FOOT


def slot(line: Line) -> float:
    """The number of the line in the grid of 22, the topmost 1; whole when it is on the grid."""
    return (line.baseline - std.FIRST_BASELINE) / std.PITCH + 1
