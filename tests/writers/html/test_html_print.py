"""What Chromium prints: pages of A4, the same as on the screen, each number in its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pymupdf
import pytest

from converter.layout.gbt9704 import LETTER, REPORT
from converter.writers.html.page import write
from tests.tools.browser import Browser
from tests.writers.html.compositions import (
    DOCUMENT,
    everything,
    letter,
    page,
    report_blocks,
    row_of,
    sheet,
    table,
)

MM = 25.4 / 72
PAPER, TURNED = (210, 297), (297, 210)


@contextmanager
def printed(browser: Browser, content: bytes, **screen: Any) -> Iterator[pymupdf.Document]:
    with browser.show(content, **screen) as shown:
        data = shown.pdf()
    with pymupdf.open(stream=data) as pdf:
        yield pdf


def baselines(of: pymupdf.Page) -> list[float]:
    """The baselines of a page in mm, from above."""
    spans = (
        span
        for block in of.get_text("rawdict")["blocks"]
        for line in block["lines"]
        for span in line["spans"]
    )
    return sorted({round(char["origin"][1], 2) for span in spans for char in span["chars"]})


def number_box(of: pymupdf.Page) -> list[float]:
    """Left, upper, right and lower edge of the page number, in mm."""
    boxes = of.search_for("—")
    whole = pymupdf.Rect(boxes[0])
    for box in boxes[1:]:
        whole |= box
    return [edge * MM for edge in whole]


def size(of: pymupdf.Page) -> tuple[float, float]:
    return of.rect.width * MM, of.rect.height * MM


CASES = {
    "report": (page(sheet(*report_blocks())), [PAPER] * 8),
    "full": (page(sheet(*row_of(44))), [PAPER] * 2),
    "letter": (write(letter(), LETTER, DOCUMENT), [PAPER] * 2),
    "everything": (write(everything(), REPORT, DOCUMENT), [PAPER] * 3 + [TURNED] * 2 + [PAPER]),
}


@pytest.mark.parametrize("width", [1100, 390])
@pytest.mark.parametrize(("content", "sizes"), CASES.values(), ids=list(CASES))
def test_print_has_the_pages_of_the_screen(
    browser: Browser, content: bytes, sizes: list[tuple[int, int]], width: int
) -> None:
    with printed(browser, content, width=width) as pdf:
        assert [size(one) for one in pdf] == [pytest.approx(x, abs=0.5) for x in sizes]


def test_print_has_22_lines_at_the_pitch_of_the_grid(browser: Browser) -> None:
    with printed(browser, page(sheet(*row_of(44)))) as pdf:
        for one in pdf:
            *text, _ = baselines(one)  # the last one is the page number's
            assert len(text) == 22
            # Chromium puts each line on a pixel of its own, 0.75 pt; the mean is what counts.
            assert (text[-1] - text[0]) / 21 == pytest.approx(28.95, abs=0.05)
            words = one.get_text("words")
            assert min(word[0] for word in words if word[1] < 700) * MM > 27.7
            assert max(word[2] for word in words if word[1] < 700) * MM < 184.3


def test_page_numbers_stand_outside_below_the_text(browser: Browser) -> None:
    with printed(browser, page(sheet(*row_of(44)))) as pdf:
        odd, even = (number_box(one) for one in pdf)
        lows = [baselines(one)[-1] * MM for one in pdf]
    assert odd[2] == pytest.approx(184 - 14 * MM, abs=1)
    assert even[0] == pytest.approx(28 + 14 * MM, abs=1)
    assert lows == pytest.approx([270.8, 270.8], abs=0.8)


def test_centred_page_numbers(browser: Browser) -> None:
    layout = replace(REPORT, page_number=replace(REPORT.page_number, position="center"))
    with printed(browser, page(sheet(*row_of(44)), layout=layout)) as pdf:
        for one in pdf:
            left, _, right, _ = number_box(one)
            assert (left + right) / 2 == pytest.approx(106, abs=0.5)


def test_page_number_of_a_turned_page_stands_where_it_would_upright(browser: Browser) -> None:
    turned = replace(sheet(table(40, 4)), page=REPORT.page.turned(), landscape=True)
    with printed(browser, page(turned)) as pdf:
        odd, even = (number_box(one) for one in pdf)
    # The paper's foot is the left edge now, its right side the foot.
    for number in (odd, even):
        assert (number[0] + number[2]) / 2 == pytest.approx(297 - 269, abs=1.5)
    assert odd[3] == pytest.approx(184 - 14 * MM, abs=1)
    assert even[1] == pytest.approx(28 + 14 * MM, abs=1)


def test_without_script_print_has_pages_too(browser: Browser) -> None:
    with printed(browser, page(sheet(*row_of(44))), script=False) as pdf:
        assert [size(one) for one in pdf] == [pytest.approx(PAPER, abs=0.5)] * 2
        assert [len(baselines(one)) for one in pdf] == [23, 23]
        assert all(f"— {n} —" in one.get_text() for n, one in enumerate(pdf, start=1))
