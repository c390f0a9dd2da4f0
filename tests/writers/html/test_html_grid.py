"""Text on its pages: lines and characters, places, what keeps together."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from converter.composition.blocks import Indents, Span
from converter.layout.units import mm, pt
from tests.tools.browser import Browser, Line
from tests.tools.fonts import PDF_NAMES, XIAOBIAOSONG
from tests.writers.html.compositions import (
    SENTENCES,
    STYLES,
    VARIANTS,
    body,
    page,
    para,
    report_blocks,
    row_of,
    sheet,
)

LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
PITCH = mm(28.95 * 25.4 / 72).mm
NEVER_FIRST = set("，。、；：？！）》”’』」】〉％%…")
NEVER_LAST = set("（《“‘『「【〈")


def lines_of(browser: Browser, content: bytes) -> list[list[Line]]:
    with browser.show(content) as shown:
        return shown.lines()


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_full_page_has_22_lines_of_28_characters(browser: Browser) -> None:
    first, second, third = lines_of(browser, page(sheet(*row_of(50))))
    assert [len(line.text) for line in first] == [26] + [28] * 21
    assert [len(line.text) for line in second] == [28] * 22
    assert len(third) == 6


def test_726_characters_are_26_lines(browser: Browser) -> None:
    pages = lines_of(browser, page(sheet(body("国" * 726))))
    assert sum(map(len, pages)) == 26


@pytest.mark.parametrize("number", [0, 1])
def test_lines_stand_on_the_grid_of_the_text_area(browser: Browser, number: int) -> None:
    heading = para(STYLES.heading_1, "一、工作情况")
    run_in = para(STYLES.body, Span("（一）归集。", style=STYLES.heading_2), *SENTENCES)
    lines = lines_of(browser, page(sheet(*row_of(2), heading, run_in, *row_of(50))))[number]
    steps = [below.middle - above.middle for above, below in pairwise(lines)]
    assert steps == pytest.approx([PITCH] * 21, abs=0.018)
    # An exact line of Word puts the middle of its characters 0.8 × 28.95 − 0.38 × 16 pt below.
    assert lines[0].middle == pytest.approx(TOP + pt(0.8 * 28.95 - 0.38 * 16).mm, abs=0.3)
    assert lines[-1].middle + pt(8).mm < BOTTOM


def test_first_line_is_two_characters_in_and_text_fills_the_width(browser: Browser) -> None:
    (lines,) = lines_of(browser, page(sheet(*row_of(3))))
    assert [line.left for line in lines] == pytest.approx([LEFT + pt(32).mm, LEFT, LEFT], abs=0.1)
    assert [line.right for line in lines] == pytest.approx([RIGHT] * 3, abs=0.5)


def test_no_line_leaves_the_text_area_or_breaks_a_rule_of_punctuation(browser: Browser) -> None:
    for lines in lines_of(browser, page(sheet(*report_blocks()))):
        assert min(line.left for line in lines) > LEFT - 0.1
        assert max(line.right for line in lines) < RIGHT + 0.2
        assert [text for text in texts(lines) if text[0] in NEVER_FIRST] == []
        assert [text for text in texts(lines) if text[-1] in NEVER_LAST] == []


def test_long_word_stays_in_the_text_area(browser: Browser) -> None:
    (lines,) = lines_of(browser, page(sheet(body("见" + "data" * 40))))
    assert max(line.right for line in lines) < RIGHT + 0.2


def test_pages_have_the_whole_text_in_order(browser: Browser) -> None:
    with browser.show(page(sheet(*report_blocks()))) as shown:
        text = shown.value("document.querySelector('main').textContent")
        assert len(shown.lines()) == 8
    expected = "".join(b.text for b in report_blocks())  # type: ignore[union-attr]
    assert "".join(text.split()) == "".join(expected.split())


def test_title_is_centred_in_the_text_area(browser: Browser) -> None:
    (lines, *_) = lines_of(browser, page(sheet(*report_blocks())))
    centres = [(line.left + line.right) / 2 for line in lines if line.style == "title"]
    assert centres == pytest.approx([106, 106], abs=0.3)


def test_indents_of_a_paragraph_may_reach_beyond_the_text_area(browser: Browser) -> None:
    indents = Indents(left=pt(16), right=pt(-32), first_line=pt(-32))
    (lines,) = lines_of(browser, page(sheet(body("国" * 80, indents=indents))))
    left, right = LEFT + pt(16).mm, RIGHT + pt(32).mm
    assert [line.left for line in lines] == pytest.approx([left - pt(32).mm, left, left], abs=0.1)
    assert [line.right for line in lines][:2] == pytest.approx([right] * 2, abs=1)


def test_tab_in_body_text_takes_room(browser: Browser) -> None:
    (lines,) = lines_of(browser, page(sheet(body("前\t后"))))
    assert lines[0].text == "前\t后"
    assert lines[0].right - lines[0].left > 2.5 * pt(16).mm


def test_change_of_a_style_may_take_something_back(browser: Browser) -> None:
    plain = replace(STYLES.mark, colour="")
    with browser.show(page(sheet(para(plain, "标志", align="left")))) as shown:
        colour = shown.value("getComputedStyle(document.querySelector('.mark')).color")
    assert colour == "rgb(0, 0, 0)"


@pytest.mark.parametrize("before", range(19, 22))
def test_headings_are_not_left_at_the_foot(browser: Browser, before: int) -> None:
    headings = [para(STYLES.heading_1, "一、工作情况"), para(STYLES.heading_2, "（一）归集")]
    first, second = lines_of(browser, page(sheet(*row_of(before), *headings, *row_of(4))))
    expected = 22 if before == 19 else before
    assert len(first) == expected
    assert second[0].style == ("body" if before == 19 else "heading-1")


def test_paragraph_kept_with_the_next_goes_with_it_undivided(browser: Browser) -> None:
    blocks = [*row_of(20), body("国" * 40, keep_next=True), para(STYLES.note, "（此件公开）")]
    first, second = lines_of(browser, page(sheet(*blocks)))
    assert (len(first), len(second)) == (20, 3)


def test_chain_longer_than_a_page_is_broken(browser: Browser) -> None:
    chain = [para(STYLES.heading_1, f"{n}、") for n in range(50)]
    assert [len(x) for x in lines_of(browser, page(sheet(*chain)))] == [22, 22, 6]


def test_room_above_a_paragraph_is_dropped_at_the_head_of_a_page(browser: Browser) -> None:
    blocks = [*row_of(22), para(STYLES.attachment_only, "附件：1份")]
    first, second = lines_of(browser, page(sheet(*blocks)))
    assert second[0].middle == pytest.approx(first[0].middle, abs=0.02)


def test_page_break_begins_a_page(browser: Browser) -> None:
    blocks = [*row_of(2), para(STYLES.attachment_label, "附件1", page_break=True), *row_of(1)]
    assert [texts(x)[0][:3] for x in lines_of(browser, page(sheet(*blocks)))] == ["国国国", "附件1"]


@pytest.mark.parametrize("name", VARIANTS)
def test_every_layout_has_28_characters(browser: Browser, name: str) -> None:
    layout = VARIANTS[name]
    blocks = [replace(block, style=layout.styles.body) for block in row_of(30)]
    first, _ = lines_of(browser, page(sheet(*blocks), layout=layout))
    assert [len(line.text) for line in first] == [26] + [28] * 21


@pytest.mark.parametrize(
    ("name", "fonts"),
    [("report", {"FandolFang"}), ("latin", {"FandolFang", "Liberation Serif"})],
)
def test_western_letters_have_their_own_font_if_the_layout_says_so(
    browser: Browser, name: str, fonts: set[str]
) -> None:
    content = page(sheet(para(STYLES.body, *SENTENCES)), layout=VARIANTS[name])
    with browser.show(content) as shown:
        found = dict(shown.fonts("p.body"))
    assert set(found) == {PDF_NAMES[font] for font in fonts}
    # Quotation marks, dashes and per cent signs are no Western letters; points in numbers are.
    western = sum(c.isalnum() for c in "".join(SENTENCES) if c.isascii())
    points = len(re.findall(r"\d\.\d", "".join(SENTENCES)))
    assert found.get(PDF_NAMES["Liberation Serif"], western + points) == western + points


@pytest.mark.parametrize(
    ("key", "font"),
    [
        ("title", XIAOBIAOSONG),
        ("heading-1", "FandolHei"),
        ("heading-2", "FandolKai"),
        ("heading-3", "FandolFang"),
        ("body", "FandolFang"),
    ],
)
def test_each_element_has_its_font(browser: Browser, key: str, font: str) -> None:
    headings = [para(STYLES.heading(level), "标题") for level in (1, 2, 3)]
    with browser.show(page(sheet(para(STYLES.title, "标题"), *headings, body("正文")))) as shown:
        assert shown.fonts(f".{key}") == [(PDF_NAMES[font], 2)]
