"""The figures of the table agree with one another and with the standard's."""

from __future__ import annotations

import pytest

from converter.layout.gbt9704 import GRID, PAGE, PLAIN
from converter.layout.units import TYPE_SIZES, Length, mm, pt, twips


def test_text_area_is_156_by_225_mm() -> None:
    assert PAGE.text_width.mm == pytest.approx(156, abs=0.1)
    assert PAGE.text_height.mm == pytest.approx(225, abs=0.1)


@pytest.mark.parametrize(
    ("margin", "expected"),
    [(PAGE.top, 37), (PAGE.right, 26), (PAGE.bottom, 35), (PAGE.left, 28)],
)
def test_margins(margin: Length, expected: float) -> None:
    assert margin.mm == pytest.approx(expected, abs=0.05)


def test_lines_and_characters_fill_the_text_area() -> None:
    assert PAGE.text_height // GRID.line_pitch == GRID.lines == 22
    assert PAGE.text_width // PLAIN.body.character == GRID.characters == 28


def test_one_unit_more_would_cost_a_line_or_a_character() -> None:
    assert PAGE.text_height // (GRID.line_pitch + twips(1)) == 21
    assert PAGE.text_width // (PLAIN.body.character + twips(1)) == 27


def test_every_style_keeps_the_grid() -> None:
    for style in PLAIN.styles:
        if style is not PLAIN.page_number.style:
            assert style.line_pitch == GRID.line_pitch
        assert style.size < style.line_pitch


def test_page_number_stands_below_the_text_area() -> None:
    number = PLAIN.page_number
    baseline = PAGE.footer + number.style.line_pitch * 0.2
    dash = baseline + number.style.size * 0.36
    assert (PAGE.bottom - dash).mm == pytest.approx(7, abs=0.5)


def test_styles_have_names_of_their_own() -> None:
    names = [style.name for style in PLAIN.styles]
    names += [heading.run_in for heading in PLAIN.headings]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("level", "name"), [(0, "一"), (1, "一"), (5, "五"), (9, "五")])
def test_levels_beyond_the_table(level: int, name: str) -> None:
    assert PLAIN.heading(level).name == f"{name}级标题"


def test_fonts_are_listed_once() -> None:
    names = [font.name for font in PLAIN.fonts]
    assert sorted(names) == sorted({"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"})


def test_units() -> None:
    assert pt(16) == twips(320) == TYPE_SIZES["三号"]
    assert pt(16).half_points == 32
    assert mm(37).twips == 2098
    assert mm(25.4) == pt(72)
    assert pt(72).mm == pytest.approx(25.4)
    assert pt(10.5).pt == 10.5
    assert (pt(20) - pt(4)) * 2 == pt(32)
