"""Where the ink of a page ends, by a raster without smoothing; lengths in millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pymupdf

MM = 25.4 / 72
DPI = 400
PAPER_WHITE = 128
"""Lighter than this is paper."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_DARK = bytes(1 if value < PAPER_WHITE else 0 for value in range(256))


@dataclass(frozen=True, slots=True)
class Ink:
    """The box that the ink of a colour fills."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def center(self) -> float:
        """The middle between left and right."""
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        """The middle between top and bottom."""
        return (self.top + self.bottom) / 2


def ink(
    path: Path,
    page: int,
    region: Box,
    colour: Literal["red", "any"] = "any",
    dpi: int = DPI,
) -> Ink | None:
    """The box of the ink in a region of a page (counted from 1), None for a blank region.

    ``red`` counts what is much redder than green, ``any`` whatever is darker than light grey
    or red.
    """
    rows = list(ink_rows(path, page, region, colour, dpi))
    if not rows:
        return None
    step = 25.4 / dpi
    return Ink(
        min(left for _, left, _ in rows),
        rows[0][0],
        max(right for _, _, right in rows),
        rows[-1][0] + step,
    )


def ink_rows(
    path: Path,
    page: int,
    region: Box,
    colour: Literal["red", "any"] = "any",
    dpi: int = DPI,
) -> Iterator[tuple[float, float, float]]:
    """(top, left, right) of each pixel row of the region that has ink, from top to bottom."""
    step = 25.4 / dpi
    pixels = _raster(path, page, region, dpi)
    left, top = pixels.x, pixels.y
    samples = pixels.samples  # a copy at every call
    for number in range(pixels.height):
        row = samples[number * pixels.stride : number * pixels.stride + 3 * pixels.width]
        marks = _marks(row, colour)
        first = marks.find(1)
        if first >= 0:
            last = marks.rfind(1)
            yield (top + number) * step, (left + first) * step, (left + last + 1) * step


def _raster(path: Path, page: int, region: Box, dpi: int) -> pymupdf.Pixmap:
    clip = pymupdf.Rect(*(value / MM for value in region))
    level = pymupdf.TOOLS.show_aa_level()
    pymupdf.TOOLS.set_aa_level(0)
    try:
        with pymupdf.open(path) as pdf:
            return pdf[page - 1].get_pixmap(dpi=dpi, clip=clip, colorspace=pymupdf.csRGB)
    finally:
        pymupdf.TOOLS.set_aa_level(level["graphics"])


def _marks(row: bytes, colour: Literal["red", "any"]) -> bytes:
    """1 for each pixel that counts, 0 for the others."""
    reds, greens = row[0::3], row[1::3]
    if colour == "any":
        return greens.translate(_DARK)
    if reds == greens:  # grey all along
        return b""
    return bytes(red - green > 60 for red, green in zip(reds, greens, strict=True))
