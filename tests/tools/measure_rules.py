"""Ruled lines on a page of a PDF, however the program that made it drew them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal

MM = 25.4 / 72
THICKEST = 3.0
"""A filled shape thicker than this many millimetres is no ruled line."""
SHORTEST = 1.0
TOUCHING = 0.3
"""Pieces of one line are this close to each other, in millimetres."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruled line: ``at`` is the middle of its stroke (y of a horizontal, x of a
    vertical one), ``start`` and ``end`` its extent, ``stroke`` its thickness; in millimetres."""

    direction: Literal["horizontal", "vertical"]
    at: float
    start: float
    end: float
    stroke: float
    colour: str

    @property
    def length(self) -> float:
        """From start to end."""
        return self.end - self.start

    @property
    def near(self) -> float:
        """The upper (or left) edge of the stroke."""
        return self.at - self.stroke / 2

    @property
    def far(self) -> float:
        """The lower (or right) edge of the stroke."""
        return self.at + self.stroke / 2


def rules_of(page: Any) -> tuple[Rule, ...]:
    """The ruled lines of a PyMuPDF page, pieces joined, from top to bottom and left to right."""
    pieces = [rule for drawing in page.get_drawings() for rule in _of_drawing(drawing)]
    return tuple(sorted(_joined(pieces), key=lambda rule: (rule.direction, rule.at, rule.start)))


def _of_drawing(drawing: dict[str, Any]) -> Iterator[Rule]:
    """Stroked lines by their width; filled shapes by their box, when it is thin."""
    fill, stroke = drawing.get("fill"), drawing.get("color")
    if fill is not None and "f" in drawing["type"]:
        yield from _of_box(tuple(value * MM for value in drawing["rect"]), _colour(fill))
    elif stroke is not None:
        thickness = (drawing.get("width") or 0) * MM
        for item in drawing["items"]:
            for start, end in _segments(item):
                yield from _of_segment(start, end, thickness, _colour(stroke))


def _segments(item: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    if item[0] == "l":
        yield item[1], item[2]
    elif item[0] == "re":
        box = item[1]
        corners = (box.tl, box.tr, box.br, box.bl, box.tl)
        yield from pairwise(corners)


def _of_segment(start: Any, end: Any, thickness: float, colour: str) -> Iterator[Rule]:
    xs, ys = sorted((start.x * MM, end.x * MM)), sorted((start.y * MM, end.y * MM))
    if ys[1] - ys[0] < 0.05 and xs[1] - xs[0] >= SHORTEST:
        yield Rule("horizontal", sum(ys) / 2, xs[0], xs[1], thickness, colour)
    elif xs[1] - xs[0] < 0.05 and ys[1] - ys[0] >= SHORTEST:
        yield Rule("vertical", sum(xs) / 2, ys[0], ys[1], thickness, colour)


def _of_box(box: Sequence[float], colour: str) -> Iterator[Rule]:
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    if height <= THICKEST and width >= SHORTEST and width > 2 * height:
        yield Rule("horizontal", (top + bottom) / 2, left, right, height, colour)
    elif width <= THICKEST and height >= SHORTEST and height > 2 * width:
        yield Rule("vertical", (left + right) / 2, top, bottom, width, colour)


def _joined(pieces: Iterable[Rule]) -> Iterator[Rule]:
    """Pieces of the same line (same place, stroke, colour, touching) as one."""
    current: Rule | None = None
    for piece in sorted(pieces, key=_line_key):
        if current is not None and _continues(current, piece):
            current = replace(current, end=max(current.end, piece.end))
            continue
        if current is not None:
            yield current
        current = piece
    if current is not None:
        yield current


def _line_key(rule: Rule) -> tuple[str, str, float, float, float]:
    return rule.direction, rule.colour, round(rule.at, 1), round(rule.stroke, 1), rule.start


def _continues(rule: Rule, piece: Rule) -> bool:
    return _line_key(rule)[:4] == _line_key(piece)[:4] and piece.start - rule.end <= TOUCHING


def _colour(parts: Sequence[float]) -> str:
    red, green, blue = (parts[0],) * 3 if len(parts) == 1 else parts[:3]
    return f"{round(red * 255):02X}{round(green * 255):02X}{round(blue * 255):02X}"
