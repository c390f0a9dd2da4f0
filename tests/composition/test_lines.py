"""Counting the lines of a paragraph, and LibreOffice's own lines as the judge."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.composition.blocks import Composition, Indents, Paragraph, Sheet, Span, Tab
from converter.composition.lines import break_lines, line_count
from converter.layout.gbt9704 import BODY, PAGE, REPORT, SONGTI, STYLES
from converter.layout.measure import WORD
from converter.layout.units import pt
from tests.cases import cases
from tests.composition.rendering import renderings
from tests.tools.office import Office

WIDTH = PAGE.text_width
FIRST = WIDTH - BODY.size * 2
BEHIND = "国" * 26

CASES = cases("lines", "layout")


def whole(given: str) -> str:
    """The text of a case: so many 国, the text, more 国."""
    count, text = given.split(" ", 1)
    return "国" * int(count) + text + BEHIND


def first_line(given: str, expected: str) -> str:
    """What the case says of the first line."""
    count = int(given.split(" ", 1)[0])
    return "国" * (count - 1) + expected.split("|")[0]


@pytest.mark.parametrize(("given", "expected"), CASES)
def test_end_of_a_line(given: str, expected: str) -> None:
    text = whole(given)
    starts = break_lines(text, BODY, FIRST, WIDTH)
    assert text[: starts[0]] == first_line(given, expected)


def test_the_cases_are_what_the_office_program_does(office: Office, tmp_path: Path) -> None:
    given = [case.values for case in CASES]
    blocks = tuple(Paragraph(style=BODY, spans=(Span(whole(text)),)) for text, _ in given)
    composition = Composition((Sheet(page=PAGE, blocks=blocks),))
    (rendering,) = renderings([composition], REPORT, office, tmp_path)
    for (text, expected), (_, found) in zip(given, rendering.paragraphs, strict=True):
        assert found.lines[0] == "".join(first_line(text, expected).split())


def body(text: str, **values: object) -> Paragraph:
    return Paragraph(style=BODY, spans=(Span(text),), **values)  # type: ignore[arg-type]


def test_26_and_28_characters() -> None:
    starts = break_lines("国" * (26 + 25 * 28), BODY, FIRST, WIDTH)
    assert starts == tuple(range(26, 26 + 25 * 28, 28))
    assert line_count(body("国" * (26 + 25 * 28)), WIDTH) == 26
    assert line_count(body("国" * (26 + 25 * 28 + 1)), WIDTH) == 27


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("国", 1),
        ("国\n国", 2),
        ("国\n", 2),
        ("\n\n国", 3),
        ("国" * 26 + "\n" + "国" * 28, 2),
        ("国" * 26 + "\n" + "国" * 29, 3),
        ("国" * 26 + " " * 9, 1),
        ("A" * 200, 4),
        ("国" * 25 + "。” 国", 2),
    ],
)
def test_line_count(text: str, lines: int) -> None:
    assert line_count(body(text), WIDTH) == lines


def test_indents_of_the_paragraph_come_before_those_of_the_style() -> None:
    text = "国" * 28
    assert line_count(body(text), WIDTH) == 2
    assert line_count(body(text, indents=Indents()), WIDTH) == 1
    assert line_count(body(text, indents=Indents(left=pt(221), right=pt(206))), WIDTH) == 28


def test_a_size_of_its_own() -> None:
    assert line_count(body("国" * 20, size=pt(32)), WIDTH) == 2


def test_a_tab_reaches_to_the_hanging_indent() -> None:
    style = STYLES.attachment_first
    room = int((WIDTH - style.size * style.left).points / style.character.points)
    for count, lines in ((room, 1), (room + 1, 2), (2 * room, 2), (2 * room + 1, 3)):
        paragraph = Paragraph(style=style, spans=(Span("附件：1.\t" + "国" * count),))
        assert line_count(paragraph, WIDTH) == lines


def test_a_right_tab_leaves_both_sides_on_one_line() -> None:
    tab = Tab(WIDTH - STYLES.printing.size, "right")
    paragraph = Paragraph(
        style=STYLES.printing, spans=(Span("办公室\t2024年12月20日印发"),), tabs=(tab,)
    )
    assert line_count(paragraph, WIDTH) == 1


def test_gaps_beside_western_text() -> None:
    """LibreOffice sets digits apart from characters whatever the file says, Word does not."""
    text = "国1" * 18
    assert break_lines(text, BODY, WIDTH, WIDTH) != ()
    assert break_lines(text, BODY, WIDTH, WIDTH, WORD) == ()


def test_letters_in_a_font_of_their_own() -> None:
    times = replace(SONGTI, name="Times New Roman")
    wide = body("WWWWW " * 11)
    assert line_count(wide, WIDTH) == 2
    assert line_count(wide, WIDTH, latin=times) == 3


@given(st.text("国年12aB。，（）“”、—…%～ \n\t", max_size=200), st.integers(3, 30))
def test_lines_hold_all_of_the_text(text: str, characters: int) -> None:
    room = BODY.character * characters
    starts = break_lines(text, BODY, room, room)
    assert list(starts) == sorted(set(starts))
    assert all(0 < start <= len(text) for start in starts)
    assert len(starts) >= text.count("\n")
