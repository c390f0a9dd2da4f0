"""What stands on the pages of a PDF: lines of glyphs, ruled lines, ink; lengths in millimetres.

Positions count from the upper left corner of the page as it is seen. A line's baseline is where
its glyphs were placed; its em box goes from 0.88 em above to 0.12 em below, whatever the font
says of itself, so that stand-in fonts measure alike.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymupdf

from tests.tools.measure_rules import Rule, rules_of

MM = 25.4 / 72
"""Millimetres in a point."""

ASCENT, DESCENT = 0.88, 0.12
SAME_LINE = 0.5 * MM
RAISED = 0.75
"""Glyphs below this share of a line's size, a little above its baseline, are raised marks."""

CLOSING = "，。、；：？！）》〉〕】』」”’"
"""Marks whose ink is in the left half of their em: at the end of a line they may lose the rest."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A visible character: its origin on the baseline, the end of its advance, size in points,
    font name in the PDF (without the subset's letters), colour as RRGGBB."""

    text: str
    x: float
    y: float
    right: float
    size: float
    font: str
    colour: str

    @property
    def em(self) -> float:
        """The size in millimetres."""
        return self.size * MM


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs of one baseline, from left to right; ``page`` counts from 1."""

    page: int
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """The visible characters."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def size(self) -> float:
        """The size of most of its glyphs, in points."""
        return Counter(glyph.size for glyph in self.glyphs).most_common(1)[0][0]

    @property
    def baseline(self) -> float:
        """Where most of its glyphs stand."""
        return Counter(glyph.y for glyph in self.glyphs).most_common(1)[0][0]

    @property
    def top(self) -> float:
        """The top of the em box."""
        return self.baseline - ASCENT * self.size * MM

    @property
    def bottom(self) -> float:
        """The foot of the em box."""
        return self.baseline + DESCENT * self.size * MM

    @property
    def left(self) -> float:
        """Where the first glyph begins."""
        return self.glyphs[0].x

    @property
    def right(self) -> float:
        """Where the advance of the last glyph ends."""
        return self.glyphs[-1].right

    @property
    def ink_right(self) -> float:
        """The right edge, a closing mark at the end counted by the half that has its ink."""
        last = self.glyphs[-1]
        return last.x + last.em / 2 if last.text in CLOSING else last.right

    @property
    def center(self) -> float:
        """The middle between left and right."""
        return (self.left + self.right) / 2

    @property
    def fonts(self) -> frozenset[str]:
        """The fonts of its glyphs."""
        return frozenset(glyph.font for glyph in self.glyphs)

    @property
    def weight(self) -> float:
        """How many full-width characters it holds, two half-width ones counting as one."""
        return sum(map(weight, self.text))


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size, its lines from top to bottom, its ruled lines.

    ``turned`` are lines whose writing runs up or down the page, as in a turned text box.
    ``pictures`` are the boxes (left, top, right, bottom) of its pictures.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    turned: tuple[Line, ...]
    rules: tuple[Rule, ...]
    pictures: tuple[tuple[float, float, float, float], ...]

    @property
    def landscape(self) -> bool:
        """Whether the page is wider than high."""
        return self.width > self.height


def weight(character: str) -> float:
    """1 for a full-width character, 0.5 for one of half the width, 0 for white space."""
    if character.isspace():
        return 0
    return 1 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def measure(path: Path) -> tuple[Page, ...]:
    """The pages of a PDF."""
    with pymupdf.open(path) as pdf:
        return tuple(_page(page, number) for number, page in enumerate(pdf, start=1))


def fonts(path: Path) -> dict[str, bool]:
    """The fonts a PDF uses, without the subset's letters, and whether each is embedded."""
    found: dict[str, bool] = {}
    with pymupdf.open(path) as pdf:
        for page in pdf:
            for _, suffix, _, name, *_ in page.get_fonts():
                found[_family(name)] = found.get(_family(name), True) and suffix != "n/a"
    return dict(sorted(found.items()))


def joined(lines: Iterable[Line]) -> str:
    """The text of lines, one after the other."""
    return "".join(line.text for line in lines)


def _page(page: Any, number: int) -> Page:
    level: list[Glyph] = []
    turned: dict[tuple[int, int], list[Glyph]] = {}
    for direction, glyph in _glyphs(page):
        if direction == (1, 0):
            level.append(glyph)
        else:
            turned.setdefault(direction, []).append(glyph)
    return Page(
        number,
        page.rect.width * MM,
        page.rect.height * MM,
        tuple(_lines(level, number)),
        tuple(Line(number, tuple(group)) for group in turned.values()),
        rules_of(page),
        tuple(_box(info["bbox"]) for info in page.get_image_info()),
    )


def _glyphs(page: Any) -> Iterator[tuple[tuple[int, int], Glyph]]:
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            direction = (round(line["dir"][0]), round(line["dir"][1]))
            for span in line["spans"]:
                look = (round(span["size"], 2), _family(span["font"]), f"{span['color']:06X}")
                for char in span["chars"]:
                    if not char["c"].isspace():
                        x, y = (value * MM for value in char["origin"])
                        yield direction, Glyph(char["c"], x, y, char["bbox"][2] * MM, *look)


def _lines(glyphs: Sequence[Glyph], number: int) -> Iterator[Line]:
    """The lines from top to bottom; raised marks belong to the line they are raised from."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if rows and glyph.y - rows[-1][-1].y < SAME_LINE:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    for above, below in itertools.pairwise(rows):
        if _raised(above, below):
            below.extend(above)
            above.clear()
    for row in filter(None, rows):
        yield Line(number, tuple(sorted(row, key=lambda glyph: glyph.x)))


def _raised(above: list[Glyph], below: list[Glyph]) -> bool:
    em = max(glyph.em for glyph in below)
    return (
        max(glyph.em for glyph in above) < RAISED * em
        and below[0].y - above[0].y < ASCENT * em / 1.5
    )


def _family(name: str) -> str:
    return re.sub(r"^[A-Z]{6}\+", "", name)


def _box(bbox: Sequence[float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = (value * MM for value in bbox)
    return left, top, right, bottom
