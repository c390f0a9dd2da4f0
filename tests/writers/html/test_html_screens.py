"""What the page does on different screens, and that it keeps to itself."""

from __future__ import annotations

from pathlib import Path

import pytest

import converter
from converter.composition.blocks import Indents
from converter.layout.gbt9704 import LETTER, REPORT
from converter.layout.units import pt
from converter.writers import Setting
from converter.writers.html import render
from converter.writers.html.page import write
from tests.tools.browser import Browser
from tests.tools.places import FIXTURES
from tests.writers.html.compositions import (
    DOCUMENT,
    STYLES,
    everything,
    letter,
    page,
    para,
    report_blocks,
    row_of,
    sheet,
)

PAGES = {
    "report": page(sheet(*report_blocks())),
    "everything": write(everything(), REPORT, DOCUMENT),
    "letter": write(letter(), LETTER, DOCUMENT),
}
TEXT = "document.querySelector('main').textContent.replace(/\\s/g, '')"
PAGED = "document.documentElement.classList.contains('paged')"
COLOUR = "getComputedStyle(document.querySelector('.page')).backgroundColor"


@pytest.mark.parametrize("content", PAGES.values(), ids=list(PAGES))
def test_page_neither_complains_nor_asks_for_anything(browser: Browser, content: bytes) -> None:
    with browser.show(content) as shown:
        assert shown.value(PAGED)
        shown.pdf()
        assert (shown.complaints, shown.requests) == ([], [])


@pytest.mark.parametrize(
    "intruder",
    [
        "document.body.append(Object.assign(document.createElement('script'), {text: 'hit = 1'}))",
        "document.body.append(Object.assign(new Image(), {src: 'https://example.com/a.png'}))",
        "document.body.setAttribute('style', 'color: red')",
    ],
)
def test_policy_stops_what_is_not_of_the_page(browser: Browser, intruder: str) -> None:
    with browser.show(PAGES["report"]) as shown:
        shown.value(f"() => {{ {intruder} }}")
        shown.page.wait_for_timeout(100)
        assert "Content Security Policy" in " ".join(shown.complaints)
        assert shown.value("typeof hit") == "undefined"
        assert shown.value("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("content", PAGES.values(), ids=list(PAGES))
def test_phone_has_text_to_read_without_scrolling_sideways(
    browser: Browser, content: bytes
) -> None:
    with browser.show(content, width=390, height=800) as shown:
        assert not shown.value(PAGED)
        assert shown.value("document.documentElement.scrollWidth") <= 390
        size = shown.value(
            "(() => { const p = document.querySelector('p.body');"
            " return parseFloat(getComputedStyle(p).fontSize) * (p.currentCSSZoom ?? 1) })()"
        )
        assert 15 <= size <= 20
        # Tables may scroll in their own box; nothing else sticks out.
        sticking_out = shown.value(
            "[...document.querySelectorAll('main p, main h1, main h2, main img, main .table')]"
            ".filter((e) => e.getBoundingClientRect().right > 391).length"
        )
        assert sticking_out == 0


def test_ending_stays_readable_on_a_phone(browser: Browser) -> None:
    ending = [
        para(STYLES.signature, "禾湾区数据局", indents=Indents(left=pt(300), right=pt(-32))),
        para(STYLES.date, "2024年12月26日", indents=Indents(left=pt(332), right=pt(-32))),
    ]
    with browser.show(page(sheet(*ending)), width=390) as shown:
        ((signature, date),) = shown.lines()
        assert shown.value("document.documentElement.scrollWidth") == 390
    assert (signature.text, date.text) == ("禾湾区数据局", "2024年12月26日")
    assert signature.right == pytest.approx(date.right, abs=0.3)


def test_page_is_cut_and_made_whole_as_the_window_changes(browser: Browser) -> None:
    with browser.show(PAGES["everything"], width=390) as shown:
        whole, text = shown.value("document.querySelector('main').outerHTML"), shown.value(TEXT)
        shown.page.set_viewport_size({"width": 1200, "height": 900})
        shown.page.wait_for_selector("html.paged")
        assert shown.value("document.querySelectorAll('.page').length") == 6
        assert sorted(shown.value(TEXT)) == sorted(text)
        shown.page.set_viewport_size({"width": 390, "height": 800})
        shown.page.wait_for_selector("html:not(.paged)")
        assert shown.value("document.querySelector('main').outerHTML") == whole


def test_paper_stays_white_in_the_dark(browser: Browser) -> None:
    desk = "getComputedStyle(document.documentElement).backgroundColor"
    with browser.show(PAGES["report"], dark=True) as shown:
        assert shown.value(COLOUR) == "rgb(255, 255, 255)"
        assert shown.value(desk) == "rgb(38, 38, 38)"


def test_without_script_a_sheet_is_one_long_page(browser: Browser) -> None:
    with browser.show(PAGES["report"], script=False) as shown:
        assert shown.page.locator(".page").count() == 1
        box = shown.page.locator(".page").bounding_box()
        assert box and box["width"] == pytest.approx(794, abs=1)
        assert box["height"] > 2 * 1123
        assert "打通数据堵点" in shown.page.locator("main").inner_text()


def test_long_report_is_cut_in_time(browser: Browser) -> None:
    with browser.show(page(sheet(*report_blocks(), *row_of(*[6] * 500)))) as shown:
        assert shown.value("document.querySelectorAll('.page').length") > 130
        assert shown.value("performance.now()") < 20_000


@pytest.mark.parametrize("name", ["report", "official", "letter", "order", "minutes", "upward"])
def test_every_kind_of_layout(browser: Browser, name: str, tmp_path: Path) -> None:
    folder = FIXTURES / "layout"
    (document,) = converter.parse((folder / f"{name}.txt").read_bytes())
    content = render(document, Setting(folder=folder))
    assert render(document, Setting(folder=folder)) == content
    with browser.show(content) as shown:
        pages = shown.lines()
        assert (shown.complaints, shown.requests) == ([], [])
        numbers = shown.value("document.querySelectorAll('.imprint').length")
    assert numbers == (0 if name == "report" else 1)
    for lines in pages:
        assert all(line.left > 27.5 and line.right < 184.5 for line in lines)
        assert all(line.middle < 262 for line in lines)
    if name != "report":
        assert len(pages) % 2 == 0
