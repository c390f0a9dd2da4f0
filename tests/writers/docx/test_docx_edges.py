"""What stands at the pages' edges, as an office program sets it (lengths in millimetres)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx2txt
import mammoth
import openxml_audit as audit
import pymupdf
import pytest

from converter.composition.blocks import (
    Composition,
    Imprint,
    Margin,
    Seal,
    Sheet,
    Tab,
)
from converter.composition.imprint import lowered
from converter.composition.pictures import measured
from converter.layout.gbt9704 import GRID, IMPRINT, LETTER, OFFICIAL, PAGE, REPORT, SIZE_3
from converter.layout.table import Layout
from converter.layout.units import mm, pt
from converter.model.nodes import Document
from converter.writers.docx import write
from tests.tools import measure as measuring
from tests.tools import measure_ink as inking
from tests.tools.flip import flip_overflow_punct
from tests.tools.office import Office
from tests.writers.docx.compositions import para

STYLES = REPORT.styles
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
SMALL = 14 * 25.4 / 72
"""A 4号 character."""
BODY = para(STYLES.body, "国")
OUTER, INNER = IMPRINT.outer, IMPRINT.inner
COPIES = para(STYLES.copies, "抄送：县委办公室，县人大常委会办公室，县政协办公室。")
LONG_COPIES = para(STYLES.copies, "抄送：" + "县发展改革局，县财政局，" * 6 + "县水务局。")
PRINTING = para(
    STYLES.printing,
    "云岭县人民政府办公室",
    "\t",
    "2024年1月5日印发",
    tabs=(Tab(PAGE.text_width - STYLES.printing.size, "right"),),
)
ONE_LINE = lowered(Imprint(((PRINTING,),), (OUTER, OUTER)))
TWO_LINES = lowered(Imprint(((COPIES,), (PRINTING,)), (OUTER, INNER, OUTER)))
FOUR_LINES = lowered(Imprint(((LONG_COPIES,), (PRINTING,)), (OUTER, INNER, OUTER)))
LETTER_COPIES = Imprint(((COPIES,),), (None, None))
CENTRED = replace(REPORT, page_number=replace(REPORT.page_number, position="center"))


def upright(lines: int, **more: object) -> Sheet:
    """A sheet with so many lines of text."""
    return Sheet(page=PAGE, blocks=(BODY,) * lines, **more)  # type: ignore[arg-type]


def turned(pages: int) -> Sheet:
    """A turned sheet of so many pages."""
    more = (replace(BODY, page_break=True),) * (pages - 1)
    return Sheet(page=PAGE.turned(), blocks=(BODY, *more), landscape=True)


def back(imprint: Imprint) -> Sheet:
    """The sheet that holds an imprint alone."""
    empty = para(STYLES.body)
    return Sheet(page=PAGE, blocks=(empty,), start="even", numbered=False, imprint=imprint)


def letter() -> Sheet:
    """The sheet of a letter: mark of 48 pt, one element 7/8 of a character below the rule."""
    head, size = LETTER.head, pt(48)
    assert head and head.rule and head.foot_rule
    rule_top = mm(60)
    margin = Margin(
        mark=para(STYLES.mark, "云岭县人民政府", height=size * Fraction(5, 4)),
        mark_top=mm(28),
        rule=head.rule,
        rule_top=rule_top,
        foot_rule=head.foot_rule,
        foot_rule_bottom=head.foot_rule_bottom,
    )
    inset = GRID.line_pitch * Fraction(4, 5) - SIZE_3 * Fraction(88, 100)
    before = rule_top + head.rule.weight + SIZE_3 * Fraction(7, 8) - inset - PAGE.top
    first = para(STYLES.secrecy, "机密★1年", before=before)
    return Sheet(page=PAGE, blocks=(first, *(BODY,) * 30), number_first=False, margin=margin)


def seal() -> Seal:
    """A red square as a seal, its centre 100 mm from the left, 15 mm below the line's top."""
    pixels = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 40, 40))
    pixels.set_rect(pixels.irect, (255, 0, 0))
    file = measured(pixels.tobytes("png"), "seal.png", "$")
    return Seal(file, mm(42), mm(100), mm(15))


def sealed() -> Sheet:
    # No room above the line, which programs count into the paragraph or do not.
    name = para(STYLES.date, "云岭县水务局", seal=seal())
    return Sheet(page=PAGE, blocks=(*(BODY,) * 5, name))


CASES: dict[str, tuple[Layout, tuple[Sheet, ...]]] = {
    "long": (REPORT, (upright(50),)),
    "centred": (CENTRED, (upright(30), turned(2))),
    "first-page-without": (REPORT, (upright(50, number_first=False),)),
    "mixed": (REPORT, (upright(3), turned(3), upright(3))),
    "letter": (LETTER, (letter(),)),
    "letter-imprint": (LETTER, (upright(3, imprint=LETTER_COPIES),)),
    "short": (OFFICIAL, (upright(5, imprint=FOUR_LINES),)),
    "one-fits": (OFFICIAL, (upright(21, imprint=ONE_LINE),)),
    "one-does-not": (OFFICIAL, (upright(22, imprint=ONE_LINE),)),
    "two-fit": (OFFICIAL, (upright(20, imprint=TWO_LINES),)),
    "two-do-not": (OFFICIAL, (upright(21, imprint=TWO_LINES),)),
    "four-fit": (OFFICIAL, (upright(18, imprint=FOUR_LINES),)),
    "back": (OFFICIAL, (upright(3), back(TWO_LINES))),
    "back-after-turned": (OFFICIAL, (upright(3), turned(1), upright(3), back(TWO_LINES))),
    "seal": (OFFICIAL, (sealed(),)),
}


@dataclass(frozen=True)
class Case:
    path: Path
    pages: tuple[Any, ...]


@pytest.fixture(scope="module")
def cases(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Case]:
    """Every case set by the office program, with one start of it."""
    folder, drafts = tmp_path_factory.mktemp("edges"), []
    for name, (layout, sheets) in CASES.items():
        path = folder / f"{name}.docx"
        path.write_bytes(write(Composition(sheets), layout, Document()))
        drafts.append(flip_overflow_punct(path))
    found = office.to_pdf_many(drafts)
    return {
        name: Case(path, measuring.measure(path)) for name, path in zip(CASES, found, strict=True)
    }


def lines(page: Any, text: str = "国") -> list[Any]:
    return [line for line in page.lines if line.text == text]


def number(page: Any) -> Any:
    """The line with the page number, or None."""
    found = [line for line in page.lines if line.text.startswith("—")]
    return found[0] if found else None


def test_numbers_at_the_outer_edge(cases: Mapping[str, Case]) -> None:
    for page in cases["long"].pages:
        line = number(page)
        assert line.text == f"—{page.number}—"
        assert line.size == pytest.approx(14, abs=0.01)
        edge = line.right if page.number % 2 else line.left
        expected = RIGHT - SMALL if page.number % 2 else LEFT + SMALL
        assert edge == pytest.approx(expected, abs=0.3)
        assert line.baseline - 0.36 * SMALL - BOTTOM == pytest.approx(7, abs=0.3)


def test_22_lines_on_pages_with_numbers(cases: Mapping[str, Case]) -> None:
    assert [len(lines(page)) for page in cases["long"].pages] == [22, 22, 6]
    first = lines(cases["long"].pages[0])
    assert {round(b.baseline - a.baseline, 1) for a, b in pairwise(first)} == {10.2}


def test_numbers_in_the_middle(cases: Mapping[str, Case]) -> None:
    first, second, third, fourth = cases["centred"].pages
    for page in (first, second):
        assert number(page).center == pytest.approx(106, abs=0.3)
    for page in (third, fourth):
        ends = [glyph.y for glyph in page.turned[0].glyphs]
        assert (ends[0] + ends[-1] + SMALL) / 2 == pytest.approx(106, abs=0.3)


def test_no_number_on_the_first_page(cases: Mapping[str, Case]) -> None:
    first, *others = cases["first-page-without"].pages
    assert number(first) is None
    assert [number(page).text for page in others] == ["—2—", "—3—"]


def test_numbers_of_turned_pages_are_at_the_same_place_of_the_paper(
    cases: Mapping[str, Case],
) -> None:
    """The foot of the paper is the left edge of a turned page, its right edge the lower one."""
    upright_pages = cases["long"].pages
    for page in cases["mixed"].pages[1:4]:
        assert (page.width, page.height) == pytest.approx((297, 210), abs=0.5)
        assert number(page) is None
        (line,) = page.turned
        assert line.text == f"—{page.number}—"
        like = number(upright_pages[(page.number + 1) % 2])
        assert line.glyphs[0].x == pytest.approx(297 - like.baseline, abs=0.1)
        assert line.glyphs[0].y == pytest.approx(like.left, abs=0.1)
    assert number(cases["mixed"].pages[4]).text == "—5—"


def test_text_of_turned_pages(cases: Mapping[str, Case]) -> None:
    page = cases["mixed"].pages[1]
    (line,) = lines(page)
    assert line.left == pytest.approx(35 + 32 * 25.4 / 72, abs=0.3)
    # LibreOffice sets what the grid leaves over half above and half below the text.
    assert 28 <= line.top - 3.2 <= 28 + 1.5
    (after,) = {round(lines(page)[0].baseline, 1) for page in cases["mixed"].pages[::4]}
    assert after == pytest.approx(45.3, abs=0.1)


def test_head_of_a_letter(cases: Mapping[str, Case]) -> None:
    page = cases["letter"].pages[0]
    mark, first = page.lines[:2]
    assert mark.text == "云岭县人民政府"
    assert mark.center == pytest.approx(106, abs=0.3)
    assert mark.size == 48
    # 4/5 of the line are above the baseline.
    assert mark.baseline == pytest.approx(28 + 48 * 25.4 / 72, abs=0.1)
    thick, thin = page.rules[:2]
    assert (thick.near, thin.far) == pytest.approx((60, 60 + 3 * 25.4 / 72), abs=0.1)
    assert first.top - thin.far == pytest.approx(4.9, abs=0.3)
    found = inking.ink(cases["letter"].path, 1, (0, 0, 210, 50), "red")
    assert found.top == pytest.approx(mark.baseline - 0.76 * 48 * 25.4 / 72, abs=0.3)


def test_rules_of_a_letter(cases: Mapping[str, Case]) -> None:
    page, *others = cases["letter"].pages
    assert len(page.rules) == 4
    for rule in page.rules:
        assert (rule.start, rule.end) == pytest.approx((20, 190), abs=0.1)
        assert rule.colour == "FF0000"
    strokes = [rule.stroke for rule in page.rules]
    assert strokes[0] == pytest.approx(2 * strokes[1], abs=0.02)
    assert strokes[3] == pytest.approx(2 * strokes[2], abs=0.02)
    assert 297 - page.rules[3].far == pytest.approx(20, abs=0.1)
    assert not any(other.rules for other in others)
    assert number(page) is None
    assert [number(other).text for other in others] == ["—2—"]


@pytest.mark.parametrize("name", ["short", "one-fits", "two-fit", "four-fit"])
def test_imprint_at_the_foot_of_the_text(cases: Mapping[str, Case], name: str) -> None:
    (page,) = cases[name].pages
    assert_imprint(page)
    assert number(page).text == "—1—"


@pytest.mark.parametrize("name", ["one-does-not", "two-do-not"])
def test_imprint_without_room_goes_to_the_next_page(cases: Mapping[str, Case], name: str) -> None:
    first, second = cases[name].pages
    assert not first.rules
    assert number(second).text == "—2—"
    assert_imprint(second)


@pytest.mark.parametrize("name", ["back", "back-after-turned"])
def test_imprint_on_a_page_of_its_own(cases: Mapping[str, Case], name: str) -> None:
    *_, page = cases[name].pages
    assert page.number % 2 == 0
    assert number(page) is None
    assert not page.turned
    assert_imprint(page)


def assert_imprint(page: Any) -> None:
    """Rules of 1 pt outside and 0.75 pt inside, as wide as the text, the last one at its foot."""
    first, *inner, last = page.rules
    assert last.at == pytest.approx(BOTTOM, abs=0.3)
    for rule in page.rules:
        assert (rule.start, rule.end) == pytest.approx((LEFT, RIGHT), abs=0.1)
        assert rule.colour == "000000"
    weights = [round(rule.stroke * 72 / 25.4, 2) for rule in (first, *inner, last)]
    assert weights == [1, *[0.75] * len(inner), 1]
    texts = [line for line in page.lines if first.at < line.baseline < last.at]
    assert texts[-1].text == "云岭县人民政府办公室2024年1月5日印发"
    assert texts[-1].left == pytest.approx(LEFT + SMALL, abs=0.3)
    assert texts[-1].right == pytest.approx(RIGHT - SMALL, abs=0.3)


def test_wrapped_copies_stand_under_the_first_name(cases: Mapping[str, Case]) -> None:
    (page,) = cases["short"].pages
    first, second, third = [line for line in page.lines if 200 < line.baseline < 255][-3:]
    assert first.left == pytest.approx(LEFT + SMALL, abs=0.3)
    assert second.left == third.left == pytest.approx(LEFT + 4 * SMALL, abs=0.3)


def test_imprint_of_a_letter_has_no_rules(cases: Mapping[str, Case]) -> None:
    (page,) = cases["letter-imprint"].pages
    assert not page.rules
    last = [line for line in page.lines if line.baseline < 265][-1]
    assert last.text.startswith("抄送：")
    assert 256 < last.bottom < BOTTOM


def test_seal_behind_the_text(cases: Mapping[str, Case]) -> None:
    case = cases["seal"]
    (page,) = case.pages
    name = page.lines[5]
    top = name.baseline - 0.8 * 28.95 * 25.4 / 72
    found = inking.ink(case.path, 1, (100, top - 20, 160, top + 50), "red")
    assert found.center == pytest.approx(LEFT + 100, abs=0.5)
    assert found.middle == pytest.approx(top + 15, abs=1)
    assert found.right - found.left == pytest.approx(42, abs=0.3)
    assert name.right == pytest.approx(RIGHT - 32 * 25.4 / 72, abs=0.3)
    baselines = [line.baseline for line in page.lines[:5]]
    assert baselines == [line.baseline for line in cases["short"].pages[0].lines[:5]]


def file_of_case(name: str) -> bytes:
    layout, sheets = CASES[name]
    return write(Composition(sheets), layout, Document())


@pytest.mark.parametrize("name", ["mixed", "letter", "four-fit", "back-after-turned", "seal"])
def test_validators_find_nothing(
    name: str, tmp_path: Path, sdk_validator: Callable[[Path], list[dict[str, Any]]]
) -> None:
    path = tmp_path / "edges.docx"
    path.write_bytes(file_of_case(name))
    assert not list(audit.OpenXmlValidator().validate(str(path)).errors)
    assert sdk_validator(path) == []


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("letter", ["云岭县人民政府", "机密★1年"]),
        ("four-fit", ["抄送：县发展改革局", "县水务局。", "2024年1月5日印发"]),
    ],
)
def test_readers_find_the_text_of_boxes_once(name: str, texts: list[str], tmp_path: Path) -> None:
    """Neither lost, as in a box of DrawingML alone, nor doubled, as with a fallback beside it."""
    path = tmp_path / "edges.docx"
    path.write_bytes(file_of_case(name))
    with path.open("rb") as file:
        found = [mammoth.extract_raw_text(file).value, docx2txt.process(str(path))]
    for text in found:
        assert [text.count(item) for item in texts] == [1] * len(texts)
        assert text.index(texts[0]) < text.index(texts[-1])
