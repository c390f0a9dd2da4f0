"""Tables, pictures, footnotes and frames as an office program sets them (millimetres)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from converter.composition.blocks import Cell, Composition, Sheet, Span
from converter.layout.gbt9704 import REPORT
from converter.layout.table import Layout
from converter.layout.units import mm
from converter.model.nodes import Document
from converter.writers.docx import write
from tests.tools.flip import flip_overflow_punct
from tests.tools.office import Office
from tests.writers.docx.compositions import STYLES, VARIANTS, frame, para, picture, table

MM = 25.4 / 72
LEFT, RIGHT, MIDDLE = 28.0, 184.0, 106.0
ROWS = 50


def composition(layout: Layout) -> Composition:
    """A long table, then on a page of their own a frame, a picture, and text with a footnote."""
    small = table(layout.table)
    filler = tuple(
        (Cell(text=str(number)), Cell(text="清水河治理", align="left"), Cell(text="13.45"))
        for number in range(ROWS)
    )
    long = replace(small, rows=(*small.rows, *filler))
    narrow = replace(small, widths=(mm(20), mm(40), mm(30)))
    text = para(
        STYLES.body, Span("完成投资", footnote="据县统计公报。"), "，增长。", page_break=True
    )
    blocks = (long, text, frame(), narrow, picture("图1"))
    return Composition((Sheet(page=layout.page, blocks=blocks),))


@pytest.fixture(scope="module")
def opened(office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The pages of the composition, with a table of either look."""
    folder: Path = tmp_path_factory.mktemp("blocks")
    names = ("report", "three-line")
    paths = []
    for name in names:
        path = folder / f"{name}.docx"
        path.write_bytes(write(composition(VARIANTS[name]), VARIANTS[name], Document()))
        paths.append(flip_overflow_punct(path))
    pdfs = office.to_pdf_many(paths)
    return {name: pymupdf.open(pdf) for name, pdf in zip(names, pdfs, strict=True)}


def lines(page: Any) -> list[Any]:
    """The boxes of what is drawn on a page."""
    return [drawing["rect"] * MM for drawing in page.get_drawings()]


def test_header_is_repeated_and_the_rows_go_on(opened: dict[str, Any]) -> None:
    pages = [page.get_text() for page in opened["report"]]
    long = [text for text in pages if "清水河治理" in text and "公报" not in text]
    assert len(long) > 1
    assert all("序号" in text and "投资" in text for text in long)


def test_a_wide_table_fills_the_text_area(opened: dict[str, Any]) -> None:
    for document in opened.values():
        boxes = lines(document[0])
        assert min(box.x0 for box in boxes) == pytest.approx(LEFT, abs=0.4)
        assert max(box.x1 for box in boxes) == pytest.approx(RIGHT, abs=0.4)


def test_a_narrow_table_is_centred(opened: dict[str, Any]) -> None:
    boxes = [box for box in lines(opened["report"][-1]) if box.height < 20 and box.width > 5]
    wide = [box for box in boxes if box.x0 > LEFT + 20]
    assert min(box.x0 for box in wide) == pytest.approx(MIDDLE - 45, abs=0.4)
    assert max(box.x1 for box in wide) == pytest.approx(MIDDLE + 45, abs=0.4)


def test_a_table_with_three_lines_has_no_upright_ones(opened: dict[str, Any]) -> None:
    upright = {
        name: any(box.height > 3 > box.width for box in lines(document[0]))
        for name, document in opened.items()
    }
    assert upright == {"report": True, "three-line": False}


def test_a_row_is_as_high_as_its_lines_and_the_room_below(opened: dict[str, Any]) -> None:
    words = opened["report"][1].get_text("words")
    # The numbers in the first column, not that of the page.
    tops = sorted(word[1] * MM for word in words if word[4].isdigit() and word[1] * MM < 262)
    steps = {round(below - above, 2) for above, below in pairwise(tops)}
    expected = (STYLES.table_body.line_pitch + REPORT.table.padding + REPORT.table.inner.weight).mm
    assert steps and all(step == pytest.approx(expected, abs=0.15) for step in steps)


def test_picture_has_its_size_and_is_centred(opened: dict[str, Any]) -> None:
    (image,) = opened["report"][-1].get_image_info()
    left, top, right, bottom = (value * MM for value in image["bbox"])
    assert (right - left, bottom - top) == pytest.approx((100, 50), abs=0.2)
    assert (left + right) / 2 == pytest.approx(MIDDLE, abs=0.3)


def test_footnote_stands_at_the_foot_of_its_page(opened: dict[str, Any]) -> None:
    page: Any = opened["report"][-1]
    (box,) = page.search_for("据县统计公报")
    assert 240 < box.y1 * MM <= 262.5
    assert box.x0 * MM < LEFT + 8


def test_merged_cell_is_centred_on_the_others(opened: dict[str, Any]) -> None:
    page: Any = opened["report"][-1]

    def middle(text: str) -> float:
        (box,) = page.search_for(text)
        return float(box.y0 + box.y1) / 2

    names = (middle("云岭县水务局") + middle("云岭县财政局")) / 2
    assert middle("文件") == pytest.approx(names, abs=1)
