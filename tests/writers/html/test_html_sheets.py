"""What stands on a page besides lines of text: tables, footnotes, imprint, margins, seals."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from converter.composition.blocks import Span
from converter.layout.gbt9704 import LETTER, REPORT
from converter.layout.units import pt
from converter.writers.html.page import write
from tests.tools.browser import Browser, Shown
from tests.writers.html.compositions import (
    DOCUMENT,
    STYLES,
    body,
    everything,
    imprint,
    letter,
    page,
    para,
    row_of,
    sheet,
    table,
)

# Left, right, top and bottom of what a selector finds, in mm from its page's edges.
PLACES = """
(selector) => [...document.querySelectorAll(selector)].map((found) => {
  const edge = found.closest(".page").getBoundingClientRect();
  const box = found.getBoundingClientRect();
  const numbers = [box.left - edge.left, box.right - edge.left, box.top - edge.top,
                   box.bottom - edge.top];
  return numbers.map((number) => number * 25.4 / 96);
})
"""
NUMBERS = "[...document.querySelectorAll('.page')].map((page) => page.dataset.n ?? '')"


def places(shown: Shown, selector: str) -> Any:
    return shown.page.evaluate(PLACES, selector)


def numbers(browser: Browser, content: bytes) -> Any:
    with browser.show(content) as shown:
        return shown.value(NUMBERS)


def test_pages_are_numbered_through_all_sheets(browser: Browser) -> None:
    found = numbers(browser, page(sheet(*row_of(23)), sheet(*row_of(1))))
    assert found == ["— 1 —", "— 2 —", "— 3 —"]


def test_first_page_of_a_letter_has_no_number(browser: Browser) -> None:
    assert numbers(browser, write(letter(), LETTER, DOCUMENT)) == ["", "— 2 —"]


@pytest.mark.parametrize(
    ("lines", "expected"), [(3, ["— 1 —", ""]), (30, ["— 1 —", "— 2 —", "", ""])]
)
def test_sheet_that_begins_on_an_even_page(
    browser: Browser, lines: int, expected: list[str]
) -> None:
    last = sheet(body(""), start="even", numbered=False, imprint=imprint())
    assert numbers(browser, page(sheet(*row_of(lines)), last)) == expected


def test_imprint_ends_at_the_foot_of_the_last_page(browser: Browser) -> None:
    content = page(sheet(*row_of(30), imprint=imprint()))
    with browser.show(content) as shown:
        assert shown.value(
            "document.querySelectorAll('.page')[1].contains(document.querySelector('.imprint'))"
        )
        rules = places(shown, ".imprint .rule")
        lines = [line for line in shown.lines()[1] if line.style in ("copies", "printing")]
    assert [rule[:2] for rule in rules] == [pytest.approx([28, 184], abs=0.1)] * 3
    assert rules[-1][3] == pytest.approx(262, abs=0.1)
    weights = [bottom - top for _, _, top, bottom in rules]
    assert weights == pytest.approx([0.35, 0.25, 0.35], abs=0.01)
    assert [line.text[:3] for line in lines] == ["抄送：", "公室、", "禾湾区"]
    assert lines[-1].right == pytest.approx(184 - pt(14).mm, abs=0.3)


@pytest.mark.parametrize(("lines", "expected"), [(19, 1), (20, 2)])
def test_imprint_takes_the_room_of_its_lines(browser: Browser, lines: int, expected: int) -> None:
    with browser.show(page(sheet(*row_of(lines), imprint=imprint()))) as shown:
        pages = shown.lines()
    assert len(pages) == expected
    if expected == 2:  # the last line of the text goes with it
        assert pages[1][0].style == "body"


def test_table_goes_on_with_its_header(browser: Browser) -> None:
    with browser.show(page(sheet(*row_of(10), table(60, 4)))) as shown:
        assert not shown.complaints
        rows = shown.value(
            "[...document.querySelectorAll('.page')].map((page) =>"
            " page.querySelectorAll('tbody tr').length)"
        )
        heads = places(shown, "thead")
        repeated = shown.value("document.querySelectorAll('th')[4].dataset.t")
        text = shown.value("document.querySelector('main').textContent")
        bottoms = places(shown, "table")
    assert sum(rows) == 60
    assert min(rows) > 0
    assert len(heads) == len(rows) == 3
    assert heads[1][2] == pytest.approx(37, abs=0.3)
    assert repeated == "指标0.0"
    assert text.count("指标0.0") == 1
    assert max(bottom for _, _, _, bottom in bottoms) < 262.3


def test_table_keeps_to_the_text_area(browser: Browser) -> None:
    with browser.show(page(sheet(table(3, 7)))) as shown:
        ((left, right, _, _),) = places(shown, "table")
    # The lines around it stand on the edges of the text area.
    assert (left, right) == pytest.approx((28, 184), abs=0.3)


def test_footnotes_stand_at_the_foot_of_the_page_that_calls_them(browser: Browser) -> None:
    first = para(STYLES.body, Span("甲", footnote="第一条注。"))
    second = para(STYLES.body, Span("乙", footnote="第二条注。" * 30))
    with browser.show(page(sheet(first, *row_of(24), second, *row_of(19)))) as shown:
        pages = shown.lines()
        notes = places(shown, ".notes")
    assert [len([x for x in lines if x.style == "footnote"]) for lines in pages] == [1, 4, 0]
    # The notes took lines from the page.
    assert len([x for x in pages[0] if x.style == "body"]) == 21
    assert [bottom for _, _, _, bottom in notes] == pytest.approx([262, 262], abs=0.1)
    assert [x.style for x in pages[1]][-4:] == ["footnote"] * 4


def test_margins_of_a_letter(browser: Browser) -> None:
    with browser.show(write(letter(), LETTER, DOCUMENT)) as shown:
        rules = places(shown, ".page > .rule")
        first, second = shown.lines()
    assert [rule[:2] for rule in rules] == [pytest.approx([20, 190], abs=0.1)] * 4
    thick, thin, thin_below, thick_below = rules
    assert thick[2] == pytest.approx(52, abs=0.1)
    assert thick[3] - thick[2] == pytest.approx(2 * (thin[3] - thin[2]), abs=0.02)
    assert thick_below[3] == pytest.approx(297 - 20, abs=0.1)
    assert thin_below[2] < thick_below[2]
    assert first[0].style == "mark"
    assert (first[0].left + first[0].right) / 2 == pytest.approx(106, abs=0.3)
    assert len(second) == 8


def test_seal_is_centred_where_the_composition_says(browser: Browser) -> None:
    with browser.show(write(everything(), REPORT, DOCUMENT)) as shown:
        ((left, right, top, bottom),) = places(shown, ".seal")
        (signature,) = [x for page in shown.lines() for x in page if x.style == "signature"]
    assert (right - left, bottom - top) == pytest.approx((42, 42), abs=0.1)
    assert (left + right) / 2 == pytest.approx(28 + 110, abs=0.1)
    line_top = signature.middle - pt(0.8 * 28.95 - 0.38 * 16).mm
    assert (top + bottom) / 2 == pytest.approx(line_top + 8, abs=0.3)


def test_tab_stops_and_labels(browser: Browser) -> None:
    with browser.show(write(everything(), REPORT, DOCUMENT)) as shown:
        stops = places(shown, ".signer .tab")
        names = places(shown, ".attachment-first .label, .attachment-next .label")
    assert [left for left, *_ in stops] == pytest.approx([28 + pt(16).mm, 28 + pt(300).mm], abs=0.1)
    assert [left for left, *_ in names] == pytest.approx([28 + pt(32).mm, 28 + pt(80).mm], abs=0.1)
    assert names[0][1] == pytest.approx(28 + pt(96).mm, abs=0.1)
    assert names[1][1] == pytest.approx(28 + pt(104).mm, abs=0.1)


def test_rule_of_the_head_is_below_its_line(browser: Browser) -> None:
    with browser.show(write(everything(), REPORT, DOCUMENT)) as shown:
        (rule,) = places(shown, ".text > .rule")
        number = next(x for x in shown.lines()[0] if "〔" in x.text)
    assert rule[:2] == pytest.approx([28, 184], abs=0.1)
    foot_of_characters = number.middle + pt(8).mm
    assert rule[2] - foot_of_characters == pytest.approx(4, abs=0.4)


def test_joint_mark_stands_in_rows_with_the_rest_beside_it(browser: Browser) -> None:
    with browser.show(write(everything(), REPORT, DOCUMENT)) as shown:
        first, second, suffix = (
            x
            for x in sorted(
                (x for x in shown.lines()[0] if x.style == "mark"),
                key=lambda x: (x.left > 100, x.middle),
            )
        )
    assert (first.left, first.right) == pytest.approx((second.left, second.right), abs=0.2)
    assert suffix.middle == pytest.approx((first.middle + second.middle) / 2, abs=0.3)
    assert suffix.left > first.right


def test_even_pages_of_a_mirrored_layout_have_the_binding_on_the_right(browser: Browser) -> None:
    layout = replace(REPORT, mirror=True)
    with browser.show(page(sheet(*row_of(30)), layout=layout)) as shown:
        odd, even = shown.lines()
    assert odd[1].left == pytest.approx(28, abs=0.1)
    assert even[1].left == pytest.approx(26, abs=0.1)
