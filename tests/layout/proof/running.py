"""Pages and lines that are full of running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.layout.proof import standard as std
from tests.layout.proof.rendered import Rendered
from tests.tools.measure import Glyph, Line, Page


def plain_pages(document: Rendered) -> Iterator[tuple[Page, Page]]:
    """Pages full of body text with the page that follows each: no first or last page, no table,
    picture, footnote or other type, no page that ends before a forced break."""
    held = {place(line) for _, rows in document.placed for line in rows}
    for page, after in pairwise(document.pages[1:]):
        lines, following = document.main_lines(page), document.main_lines(after)
        plain = (
            bool(lines)
            and all(place(line) in held for line in lines)
            and all(abs(line.size - std.SIZE_3) < 0.1 for line in lines)
            and not (page.rules or page.pictures or page.landscape)
            and len(page.lines) <= len(lines) + 1
        )
        forced = (
            not following
            or after.landscape
            or re.fullmatch(r"附件\d*", following[0].text)
            or any(rule.direction == "vertical" for rule in after.rules)
            or after.pictures
        )
        if plain and not forced:
            yield page, after


def place(line: Line) -> tuple[int, float]:
    """A line's page and baseline, to know it by."""
    return line.page, round(line.baseline, 2)


def headings_on_top(document: Rendered, page: Page) -> int:
    """How many lines at the top of a page belong to headings that stand alone."""
    alone = {
        place(line)
        for part, rows in document.placed
        if part.stands_alone or part.kind in ("表题", "图片")
        for line in rows
    }
    count = 0
    for line in document.main_lines(page):
        if place(line) not in alone:
            break
        count += 1
    return count


def full_lines(document: Rendered) -> Iterator[tuple[Line, float, bool]]:
    """(line, its characters with the indent, whether what follows cannot be broken to fit)."""
    for _, lines in document.paragraphs:
        for index, (line, following) in enumerate(pairwise(lines)):
            indent = 2 if index == 0 else 0
            count = indent + _characters(line.glyphs)
            unit = following.glyphs[: len(_unit(line.text[-1] + following.text))]
            more = count + _characters((line.glyphs[-1], *unit)) - _characters(line.glyphs[-1:])
            yield line, round(count, 1), more > std.CHARACTERS


def _characters(glyphs: Sequence[Glyph]) -> float:
    """The widths of glyphs in full-width characters, and the gaps that LibreOffice puts where
    a Han character stands beside a digit or letter."""
    text = "".join(glyph.text for glyph in glyphs)
    gaps = re.findall(r"(?<=[一-鿿])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[一-鿿])", text)
    return sum((g.right - g.x) / g.em for g in glyphs) + std.JUNCTION * len(gaps)


def _unit(text: str) -> str:
    """What follows the first character and cannot be divided by the end of a line."""
    for index in range(2, len(text)):
        before, after = text[index - 1], text[index]
        bound = (
            after in std.NO_LINE_START
            or before in std.NO_LINE_END
            or (before in std.NO_LINE_START and re.match(r"[0-9A-Za-z]", after))
            or re.fullmatch(r"[!-~]{2}", before + after)
            or before == after in "—…"
        )
        if not bound:
            return text[1:index]
    return text[1:]
