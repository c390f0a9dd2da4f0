"""The ruler is right: things of known place and size, measured."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from tests.tools.measure import MM, Page, fonts, measure, weight
from tests.tools.measure_ink import ink, ink_rows

RED, BLACK = (1, 0, 0), (0, 0, 0)
Draw = Callable[[Any], None]


def point(x: float, y: float) -> pymupdf.Point:
    """A point given in millimetres."""
    return pymupdf.Point(x / MM, y / MM)


def box(left: float, top: float, right: float, bottom: float) -> pymupdf.Rect:
    """A box given in millimetres."""
    return pymupdf.Rect(point(left, top), point(right, bottom))


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[[Draw], Path]:
    """A PDF of one A4 page on which a function has drawn."""

    def draw(function: Draw) -> Path:
        path = tmp_path / "page.pdf"
        with pymupdf.open() as pdf:
            function(pdf.new_page(width=210 / MM, height=297 / MM))
            pdf.save(path)
        return path

    return draw


def one_page(path: Path) -> Page:
    (page,) = measure(path)
    return page


def test_lines_by_baseline(drawn: Callable[[Draw], Path]) -> None:
    def draw(page: Any) -> None:
        page.insert_text(point(28, 50), "国国国国", fontname="china-s", fontsize=16)
        page.insert_text(point(100, 50), "右边", fontname="china-s", fontsize=16, color=RED)
        page.insert_text(point(28, 60), "下一行，", fontname="china-s", fontsize=22)

    page = one_page(drawn(draw))
    assert (page.width, page.height) == pytest.approx((210, 297), abs=0.01)
    first, second = page.lines
    assert (first.text, second.text) == ("国国国国右边", "下一行，")
    assert first.baseline == pytest.approx(50, abs=0.01)
    assert (first.left, first.right) == pytest.approx((28, 100 + 32 * MM), abs=0.05)
    assert [glyph.colour for glyph in first.glyphs] == ["000000"] * 4 + ["FF0000"] * 2
    assert second.size == 22
    assert second.bottom - second.top == pytest.approx(22 * MM, abs=0.01)
    assert second.baseline - second.top == pytest.approx(0.88 * 22 * MM, abs=0.01)
    # The mark at the end has its ink in its left half.
    assert second.ink_right == pytest.approx(second.right - 11 * MM, abs=0.05)


def test_a_raised_mark_belongs_to_its_line(drawn: Callable[[Draw], Path]) -> None:
    def draw(page: Any) -> None:
        page.insert_text(point(28, 50), "正文", fontname="china-s", fontsize=16)
        page.insert_text(point(40, 48), "1", fontname="helv", fontsize=9)
        page.insert_text(point(28, 44), "小字", fontname="china-s", fontsize=9)

    page = one_page(drawn(draw))
    assert [line.text for line in page.lines] == ["小字", "正文1"]
    assert page.lines[1].baseline == pytest.approx(50, abs=0.01)
    assert page.lines[1].size == 16


def test_turned_lines_are_apart(drawn: Callable[[Draw], Path]) -> None:
    def draw(page: Any) -> None:
        page.insert_text(point(20, 170), "8", fontname="helv", fontsize=14, rotate=270)

    page = one_page(drawn(draw))
    assert page.lines == ()
    assert [glyph.text for line in page.turned for glyph in line.glyphs] == ["8"]


def _stroked(page: Any) -> None:
    page.draw_line(point(28, 100), point(184, 100), color=RED, width=1)


def _filled(page: Any) -> None:
    page.draw_rect(box(28, 100 - MM / 2, 184, 100 + MM / 2), color=None, fill=RED)


def _in_pieces(page: Any) -> None:
    for start in (28, 80, 132):
        page.draw_line(point(start, 100), point(start + 52, 100), color=RED, width=1)


@pytest.mark.parametrize("draw", [_stroked, _filled, _in_pieces])
def test_a_rule_however_it_is_drawn(drawn: Callable[[Draw], Path], draw: Draw) -> None:
    (rule,) = one_page(drawn(draw)).rules
    assert (rule.direction, rule.colour) == ("horizontal", "FF0000")
    assert (rule.at, rule.start, rule.end) == pytest.approx((100, 28, 184), abs=0.02)
    assert rule.stroke == pytest.approx(MM, abs=0.01)
    assert (rule.near, rule.far) == pytest.approx((100 - MM / 2, 100 + MM / 2), abs=0.02)


def test_rules_of_a_frame_and_of_different_strokes(drawn: Callable[[Draw], Path]) -> None:
    def draw(page: Any) -> None:
        page.draw_rect(box(50, 50, 90, 80), color=BLACK, width=0.5)
        page.draw_line(point(50, 120), point(90, 120), color=BLACK, width=2)
        page.draw_line(point(90, 120), point(130, 120), color=BLACK, width=0.5)
        page.draw_rect(box(100, 200, 140, 240), color=None, fill=BLACK)  # no rule: too thick

    rules = one_page(drawn(draw)).rules
    across = [rule for rule in rules if rule.direction == "horizontal"]
    assert [round(rule.at) for rule in across] == [50, 80, 120, 120]
    assert sorted(round(rule.length) for rule in across) == [40, 40, 40, 40]
    assert [round(rule.at) for rule in rules if rule.direction == "vertical"] == [50, 90]


def test_ink_of_a_colour(drawn: Callable[[Draw], Path]) -> None:
    def draw(page: Any) -> None:
        page.draw_rect(box(60, 72, 150, 90), color=None, fill=RED)
        page.draw_rect(box(30, 60, 40, 120), color=None, fill=BLACK)

    path = drawn(draw)
    everywhere = (0.0, 0.0, 210.0, 297.0)
    red = ink(path, 1, everywhere, "red", dpi=200)
    assert red is not None
    step = 25.4 / 200
    assert (red.left, red.top, red.right, red.bottom) == pytest.approx((60, 72, 150, 90), abs=step)
    assert (red.center, red.middle) == pytest.approx((105, 81), abs=step)
    anything = ink(path, 1, everywhere, dpi=200)
    assert anything is not None
    assert (anything.left, anything.top, anything.bottom) == pytest.approx((30, 60, 120), abs=step)
    assert ink(path, 1, (0, 0, 25, 297), dpi=100) is None
    rows = list(ink_rows(path, 1, (50, 80, 200, 82), "red", dpi=200))
    assert len(rows) == pytest.approx(2 / step, abs=2)


def test_pictures_and_fonts(drawn: Callable[[Draw], Path]) -> None:
    def draw(page: Any) -> None:
        pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 20, 10))
        page.insert_image(box(50, 100, 90, 120), pixmap=pixels)
        page.insert_text(point(28, 50), "Latin", fontname="helv", fontsize=16)

    path = drawn(draw)
    assert one_page(path).pictures[0] == pytest.approx((50, 100, 90, 120), abs=0.1)
    assert fonts(path) == {"Helvetica": False}


@pytest.mark.parametrize(
    ("character", "wanted"), [("国", 1), ("，", 1), ("“", 1), ("—", 1), ("8", 0.5), (" ", 0)]
)
def test_weight(character: str, wanted: float) -> None:
    assert weight(character) == wanted
