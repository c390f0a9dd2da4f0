"""What an office program makes of the files, measured in its PDF (lengths in millimetres)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from converter.model.nodes import DateLine, Document, Number, Paragraph, Section, SideLine, TextLine
from converter.writers.docx import render
from tests.tools.flip import flip_overflow_punct
from tests.tools.office import Office

MM = 25.4 / 72
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
CHARACTER = 15.75 * MM
"""A body character with its spacing."""


@dataclass(frozen=True)
class Glyph:
    text: str
    x: float
    y: float
    size: float

    @property
    def right(self) -> float:
        """Right edge of a full-width character."""
        return self.x + self.size


Page = list[list[Glyph]]
"""The lines of a page from top to bottom, each from left to right, page number included."""


def pages(pdf: Path) -> list[Page]:
    """The visible glyphs of each page by baseline."""
    with pymupdf.open(pdf) as opened:
        return [_lines(page.get_text("rawdict")) for page in opened]


def _lines(raw: dict[str, Any]) -> Page:
    found: dict[float, list[Glyph]] = defaultdict(list)
    for block in raw["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for char in span["chars"]:
                    if char["c"].strip():
                        x, y = (value * MM for value in char["origin"])
                        found[round(y, 1)].append(Glyph(char["c"], x, y, span["size"] * MM))
    return [sorted(line, key=lambda glyph: glyph.x) for _, line in sorted(found.items())]


def text(line: list[Glyph]) -> str:
    return "".join(glyph.text for glyph in line)


@pytest.fixture
def laid_out(office: Office, tmp_path: Path) -> Callable[[Document], list[Page]]:
    """The pages of a document as the office program sets them."""

    def lay_out(document: Document) -> list[Page]:
        path = tmp_path / "report.docx"
        path.write_bytes(render(document))
        return pages(office.to_pdf(flip_overflow_punct(path)))

    return lay_out


LayOut = Callable[[Document], list[Page]]


def test_22_lines_of_28_characters(laid_out: LayOut) -> None:
    # Two characters of indent and 725 more: 26 lines of 28.
    filled = Paragraph("国" * (26 + 25 * 28), 1)
    found = laid_out(Document(lead=(filled, filled)))
    assert len(found) == 3
    first = found[0][:-1]
    assert [len(line) for line in first] == [26] + [28] * 21
    assert first[0][0].x == pytest.approx(LEFT + 32 * MM, abs=0.3)
    for line in first[1:]:
        assert line[0].x == pytest.approx(LEFT, abs=0.1)
        # 28 × 15.75 pt is 0.4 mm less than the text is wide.
        assert line[-1].right == pytest.approx(RIGHT, abs=0.5)
    pitches = {round(below[0].y - above[0].y, 2) for above, below in pairwise(first)}
    assert all(pitch == pytest.approx(28.95 * MM, abs=0.03) for pitch in pitches)
    # The em box of the first and the last line: within the text area.
    assert first[0][0].y - 0.88 * first[0][0].size >= TOP
    assert first[-1][0].y + 0.12 * first[-1][0].size <= BOTTOM


def test_page_number(laid_out: LayOut) -> None:
    odd, even, *_ = laid_out(Document(lead=(Paragraph("国" * 1400, 1),)))
    (odd_number, even_number) = odd[-1], even[-1]
    assert (text(odd_number), text(even_number)) == ("—1—", "—2—")
    size = odd_number[0].size
    assert size == pytest.approx(14 * MM, abs=0.01)
    assert odd_number[-1].right == pytest.approx(RIGHT - size, abs=0.3)
    assert even_number[0].x == pytest.approx(LEFT + size, abs=0.3)
    # The dash is drawn about 0.36 of the size above the baseline.
    for number in (odd_number, even_number):
        assert number[0].y - 0.36 * size - BOTTOM == pytest.approx(7, abs=0.3)


def test_title_is_centred_and_a_blank_line_follows(laid_out: LayOut) -> None:
    title = TextLine("云岭县农业农村局关于一年来各项工作情况的总结报告", 1)
    (page,) = laid_out(Document(title=title, lead=(Paragraph("国" * 40, 2),)))
    *lines, first, _, _ = page
    assert len(lines) == 2
    for line in lines:
        assert (line[0].x + line[-1].right) / 2 == pytest.approx(106, abs=0.3)
        assert line[0].size == pytest.approx(22 * MM, abs=0.01)
    assert first[0].y - lines[-1][0].y == pytest.approx(2 * 28.95 * MM, abs=0.05)


def test_lines_below_the_title_stand_close_to_it(laid_out: LayOut) -> None:
    below = (SideLine("云岭县农业农村局", "unit", 2), SideLine("张三", "person", 3))
    title, body = TextLine("工作总结", 1), (Paragraph("国" * 20, 4),)
    (page,) = laid_out(Document(title=title, below_title=below, lead=body))
    steps = [round((b[0].y - a[0].y) / (28.95 * MM), 1) for a, b in pairwise(page[:4])]
    assert steps == [1, 1, 2]


def test_headings_are_indented_like_text(laid_out: LayOut) -> None:
    inner = Section(2, Number("（一）", 1), "粮食", "。", True, 1, (Paragraph("国" * 60, 1),))
    outer = Section(1, Number("一、", 1), "总结", "", False, 1, (inner,))
    (page,) = laid_out(Document(sections=(outer,)))
    starts = [line[0].x for line in page[:-1]]
    assert starts == pytest.approx([LEFT + 32 * MM, LEFT + 32 * MM, LEFT, LEFT], abs=0.3)
    assert {round(glyph.size / MM) for line in page[:-1] for glyph in line} == {16}


def test_ending(laid_out: LayOut) -> None:
    # Without digits: LibreOffice sets digits apart from characters, which no file can turn off.
    name, date = TextLine("云岭县农业农村局", 2), DateLine("二〇二三年十二月", None, 3)
    (page,) = laid_out(Document(lead=(Paragraph("正文。", 1),), signature=name, date=date))
    body, signature, dated, _ = page
    assert signature[0].y - body[0].y == pytest.approx(2 * 28.95 * MM, abs=0.05)
    assert dated[0].y - signature[0].y == pytest.approx(28.95 * MM, abs=0.05)
    assert signature[-1].x + CHARACTER == pytest.approx(RIGHT - 32 * MM, abs=0.3)
    assert dated[0].x - signature[0].x == pytest.approx(32 * MM, abs=0.3)


@pytest.mark.parametrize("lines", [19, 20, 21, 22])
def test_ending_never_stands_alone_on_a_page(laid_out: LayOut, lines: int) -> None:
    body = tuple(Paragraph("国" * (26 + 28 * (count - 1)), 1) for count in (lines - 4, 4))
    name, date = TextLine("云岭县农业农村局", 2), DateLine("2023年12月19日", None, 3)
    found = laid_out(Document(lead=body, signature=name, date=date))
    last = [text(line) for line in found[-1][:-1]]
    assert last[-2:] == [name.text, date.text]
    assert last[-3].startswith("国")


def test_no_heading_at_the_foot_of_a_page(laid_out: LayOut) -> None:
    lead = Paragraph("国" * (26 + 28 * 20), 1)
    section = Section(1, Number("一、", 1), "总结", "", False, 1, (Paragraph("年" * 60, 1),))
    found = laid_out(Document(lead=(lead,), sections=(section,)))
    assert text(found[1][0]) == "一、总结"


def test_punctuation_stays_in_the_text_area(laid_out: LayOut) -> None:
    body = tuple(Paragraph("稳粮增收，" * count + "全局上下。", 1) for count in range(20, 40))
    for page in laid_out(Document(lead=body)):
        for line in page:
            # A mark at the end may be squeezed to half its width, its ink is on the left.
            assert line[-1].x + line[-1].size / 2 <= RIGHT + 0.3
            assert line[0].text not in "，。"
