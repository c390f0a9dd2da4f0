"""The figures of the table agree with one another and with the standard's."""

from __future__ import annotations

import pytest

from converter.layout.gbt9704 import GRID, LAYOUTS, PAGE, PAGE_NUMBER, STYLES
from converter.layout.table import TextStyle
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
    assert PAGE.text_width // STYLES.body.character == GRID.characters == 28


def test_one_unit_more_would_cost_a_line_or_a_character() -> None:
    assert PAGE.text_height // (GRID.line_pitch + twips(1)) == 21
    assert PAGE.text_width // (STYLES.body.character + twips(1)) == 27


OFF_THE_GRID = {"mark", "table_unit", "table_header", "table_body", "footnote", "page_number"}


@pytest.mark.parametrize(("key", "style"), STYLES.items(), ids=[key for key, _ in STYLES.items()])
def test_every_style_keeps_the_grid(key: str, style: TextStyle) -> None:
    assert (style.line_pitch == GRID.line_pitch) is (key not in OFF_THE_GRID)
    assert style.size < style.line_pitch
    # Nothing hangs out of the text area on the left.
    assert style.left + style.first_line >= style.hanging


def test_page_number_stands_below_the_text_area() -> None:
    style = STYLES.page_number
    baseline = PAGE.footer + style.line_pitch * 0.2
    dash = baseline + style.size * 0.36
    assert (PAGE.bottom - dash).mm == pytest.approx(7, abs=0.5)
    assert PAGE_NUMBER.outer == style.size


def test_styles_have_names_of_their_own() -> None:
    names = [style.name for _, style in STYLES.items()]
    names += [style.run_in for _, style in STYLES.items() if style.run_in]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("key", "font", "points"),
    [
        ("title", "方正小标宋简体", 22),
        ("body", "仿宋_GB2312", 16),
        ("heading_1", "黑体", 16),
        ("heading_2", "楷体_GB2312", 16),
        ("heading_3", "仿宋_GB2312", 16),
        ("heading_4", "仿宋_GB2312", 16),
        ("secrecy", "黑体", 16),
        ("signer_name", "楷体_GB2312", 16),
        ("copies", "仿宋_GB2312", 14),
        ("page_number", "宋体", 14),
    ],
)
def test_type_of_each_element(key: str, font: str, points: int) -> None:
    style = dict(STYLES.items())[key]
    assert (style.font.name, style.size.pt) == (font, points)
    assert not style.bold
    assert not style.colour


def test_red_is_for_head_and_its_rules_only() -> None:
    assert [key for key, style in STYLES.items() if style.colour] == ["mark"]


@pytest.mark.parametrize(
    ("name", "top"), [("official", 72), ("letter", 30), ("order", 57), ("minutes", 72)]
)
def test_place_of_the_mark(name: str, top: float) -> None:
    head = LAYOUTS[name].head
    assert head
    assert head.mark_top.mm == pytest.approx(top)


def test_turned_page_keeps_its_text_area() -> None:
    turned = PAGE.turned()
    assert (turned.text_width, turned.text_height) == (PAGE.text_height, PAGE.text_width)
    # The top of the turned page is the binding edge.
    assert turned.top == PAGE.left


@pytest.mark.parametrize(("level", "name"), [(0, "一"), (1, "一"), (5, "五"), (9, "五")])
def test_levels_beyond_the_table(level: int, name: str) -> None:
    assert STYLES.heading(level).name == f"{name}级标题"


def test_fonts_are_listed_once() -> None:
    names = [font.name for font in LAYOUTS["report"].fonts]
    assert sorted(names) == sorted({"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"})


def test_units() -> None:
    assert pt(16) == twips(320) == TYPE_SIZES["三号"]
    assert pt(16).half_points == 32
    assert mm(37).twips == 2098
    assert mm(25.4) == pt(72)
    assert pt(72).mm == pytest.approx(25.4)
    assert pt(10.5).pt == 10.5
    assert (pt(20) - pt(4)) * 2 == pt(32)
