"""Counting pages, and LibreOffice's own pages as the judge."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import converter
from converter.composition.blocks import (
    Block,
    Cell,
    Composition,
    Frame,
    Imprint,
    Paragraph,
    Picture,
    Sheet,
    Span,
    Table,
)
from converter.composition.compose import compose
from converter.composition.lines import Setter
from converter.composition.pages import Place, imprint_height, paginate
from converter.composition.pictures import PictureFile
from converter.composition.subject import pictures_in
from converter.layout.gbt9704 import GRID, HEAD_RULE, IMPRINT, PAGE, REPORT, STYLES
from converter.layout.measure import OFFICE, WORD, Measure
from converter.layout.units import ZERO, pt, twips
from tests.composition.long_text import report
from tests.composition.rendering import Rendering, renderings, stand_ins
from tests.tools.fonts import fonts_present
from tests.tools.office import Office
from tests.tools.require import require

LINE = GRID.line_pitch
BODY = STYLES.body


def text(lines: int, character: str = "国", **values: object) -> Paragraph:
    """A paragraph of so many lines."""
    spans = (Span(character * (26 + 28 * (lines - 1))),)
    return Paragraph(style=BODY, spans=spans, **values)  # type: ignore[arg-type]


def heading(name: str) -> Paragraph:
    return Paragraph(style=STYLES.heading_1, spans=(Span(name),))


def table(rows: int) -> Table:
    cells = tuple((Cell(text="名称"), Cell(text=str(row))) for row in range(rows))
    return Table(
        rows=cells,
        widths=(pt(200), pt(200)),
        look=REPORT.table,
        header=STYLES.table_header,
        body=STYLES.table_body,
    )


def composed(*blocks: Block) -> Composition:
    return Composition((Sheet(page=PAGE, blocks=blocks),))


# What LibreOffice 7.4 does: blocks, and first and last page of each.
FLOWS: dict[str, tuple[tuple[Block, ...], list[tuple[int, int]]]] = {
    "22 lines": ((text(22), text(1)), [(1, 1), (2, 2)]),
    "room above falls away on a new page": (
        (text(22), text(1, before=LINE * 2), text(21), text(1)),
        [(1, 1), (2, 2), (2, 2), (3, 3)],
    ),
    "room above stays behind a page break": (
        (text(2), text(1, before=LINE * 2, page_break=True), text(19), text(1)),
        [(1, 1), (2, 2), (2, 2), (3, 3)],
    ),
    "room above stays at the beginning": (
        (text(1, before=LINE * 2), text(19), text(1)),
        [(1, 1), (1, 1), (2, 2)],
    ),
    "the larger room counts": (
        (text(1, after=LINE * 2), text(19, before=LINE), text(1)),
        [(1, 1), (1, 1), (2, 2)],
    ),
    "room below may fall off": (
        (text(21), text(1, after=LINE * 2), text(1)),
        [(1, 1), (1, 1), (2, 2)],
    ),
    "room above must fit": ((text(20), text(1, before=LINE * 2)), [(1, 1), (2, 2)]),
    "its first line then": ((text(19), text(3, before=LINE * 2)), [(1, 1), (1, 2)]),
    "kept is not divided": (
        (text(20), text(4, "年", keep_next=True), text(3)),
        [(1, 1), (2, 2), (2, 2)],
    ),
    "kept goes with the next": (
        (text(18), text(4, "年", keep_next=True), text(3)),
        [(1, 1), (2, 2), (2, 2)],
    ),
    "a chain goes together": (
        (text(19), heading("一"), heading("二"), heading("三"), text(1)),
        [(1, 1), (2, 2), (2, 2), (2, 2), (2, 2)],
    ),
    "a chain of a page is broken": (
        (text(22, keep_next=True), text(1, keep_next=True), text(1)),
        [(1, 1), (2, 2), (2, 2)],
    ),
    "kept and longer than a page": (
        (text(1), text(43, "年", keep_next=True), text(1, keep_next=True), text(1)),
        [(1, 1), (2, 3), (3, 3), (4, 4)],
    ),
    "a rule takes its room": (
        (
            Paragraph(style=STYLES.document_number, spans=(Span("号"),), rule=HEAD_RULE),
            text(20),
            text(1),
        ),
        [(1, 1), (1, 1), (2, 2)],
    ),
    "a caption stays with its table": (
        (text(20), Paragraph(style=STYLES.caption, spans=(Span("表1"),)), table(4), text(1)),
        [(1, 1), (2, 2), (2, 2), (2, 2)],
    ),
    "a header stays with its first row": (
        (text(21), table(3), text(1)),
        [(1, 1), (2, 2), (2, 2)],
    ),
    "rows fill the page, and the header is repeated": (
        (text(1), table(58), text(1)),
        [(1, 1), (1, 3), (3, 3)],
    ),
}


def places(composition: Composition, measure: Measure = OFFICE) -> list[tuple[int, int]]:
    found = paginate(composition, REPORT, measure)
    return [(place.first, place.last) for sheet in found.sheets for place in sheet]


@pytest.mark.parametrize("name", FLOWS)
def test_places(name: str) -> None:
    blocks, expected = FLOWS[name]
    assert places(composed(*blocks)) == expected


def test_the_places_are_those_of_the_office_program(office: Office, tmp_path: Path) -> None:
    compositions = [composed(*blocks) for blocks, _ in FLOWS.values()]
    for (name, (blocks, expected)), rendering in zip(
        FLOWS.items(), renderings(compositions, REPORT, office, tmp_path), strict=True
    ):
        wanted = [
            place
            for block, place in zip(blocks, expected, strict=True)
            if isinstance(block, Paragraph)
        ]
        found = [(each.pages[0], each.pages[-1]) for _, each in rendering.paragraphs]
        assert found == wanted, name
        assert rendering.count == expected[-1][1], name


def judged(
    compositions: list[Composition], found: list[Rendering], measure: Measure
) -> tuple[int, int, int]:
    """How many paragraphs there are, how many have other lines than counted, and how many
    compositions other pages."""
    setter = Setter(measure)
    paragraphs = wrong = pages = 0
    for composition, rendering in zip(compositions, found, strict=True):
        for paragraph, real in rendering.paragraphs:
            assert real.lines, f"not found on the page: {paragraph.text}"
            paragraphs += 1
            wrong += setter.line_count(paragraph, PAGE.text_width.twips) != len(real.lines)
        pages += paginate(composition, REPORT, measure).count != rendering.count
    return paragraphs, wrong, pages


def test_long_reports_against_the_office_program(office: Office, tmp_path: Path) -> None:
    compositions = [report(seed, 150) for seed in range(5)]
    found = renderings(compositions, REPORT, office, tmp_path)
    assert sum(rendering.count for rendering in found) > 60
    paragraphs, wrong, pages = judged(compositions, found, stand_ins())
    assert wrong <= paragraphs * 0.005
    assert pages == 0


def test_the_corpus_against_the_office_program(
    corpus: Path, office: Office, tmp_path: Path
) -> None:
    files = sorted([*corpus.glob("reports/*.txt"), *corpus.glob("more/*.txt")])
    compositions = [
        compose(each, REPORT, pictures_in(None))
        for file in files
        for each in converter.parse(file.read_bytes())
    ]
    found = renderings(compositions, REPORT, office, tmp_path)
    paragraphs, wrong, pages = judged(compositions, found, stand_ins())
    assert wrong <= paragraphs * 0.005
    assert pages == 0


def test_free_room_and_count() -> None:
    pages = paginate(composed(text(20)), REPORT)
    assert (pages.count, pages.free) == (1, LINE * 2)
    assert paginate(composed(text(22)), REPORT).free == ZERO
    assert paginate(composed(text(23)), REPORT).free == LINE * 21
    assert paginate(composed(), REPORT).count == 1


def test_an_even_sheet_leaves_an_odd_page_empty() -> None:
    sheet = Sheet(page=PAGE, blocks=(text(1),))
    even = replace(sheet, start="even")
    assert paginate(Composition((sheet, even)), REPORT).count == 2
    three = paginate(Composition((sheet, even, even)), REPORT)
    assert three.count == 4
    assert three.sheets[-1] == (Place(4, 4),)


def test_a_turned_sheet_has_fewer_lines() -> None:
    sheet = Sheet(page=PAGE.turned(), blocks=(text(1),) * 16, landscape=True)
    assert paginate(Composition((sheet,)), REPORT).count == 2


def test_pictures_and_frames_take_their_height() -> None:
    file = PictureFile(b"", "image/png", pt(100), pt(100))
    picture = Picture(file=file, width=pt(100), height=LINE * 3, style=STYLES.picture)
    assert paginate(composed(text(18), picture), REPORT).free == LINE
    assert places(composed(text(20), picture)) == [(1, 1), (2, 2)]
    cell, tall = (text(1),), (text(1, before=LINE), text(1))
    frame = Frame(rows=((cell, tall), (cell, cell)), widths=(PAGE.text_width,) * 2)
    # A file must have a paragraph of 1 pt behind a table.
    assert paginate(composed(frame), REPORT).free == LINE * 18 - pt(1)
    fixed = replace(frame, heights=(LINE * 5, None), merged=(1,))
    assert paginate(composed(fixed), REPORT).free == LINE * 16 - pt(1)


def test_footnotes_take_room_on_the_page_that_calls_them() -> None:
    called = Paragraph(style=BODY, spans=(Span("国", "", None, "注"),))
    assert places(composed(text(20), called, text(1)))[-1] == (2, 2)
    # Only the last line calls the note, and it has no room with it.
    long = replace(text(4), spans=(Span("国" * (26 + 28 * 3), "", None, "注"), Span("。")))
    assert places(composed(text(18), long)) == [(1, 1), (1, 2)]


def test_the_height_of_an_imprint_counts_wrapped_lines() -> None:
    def row(characters: int) -> tuple[Paragraph, ...]:
        return (Paragraph(style=STYLES.copies, spans=(Span("国" * characters),)),)

    rules = (IMPRINT.outer, IMPRINT.inner, IMPRINT.outer)
    strokes = sum((rule.weight for rule in rules), ZERO)
    short = imprint_height(Imprint((row(5), row(5)), rules), REPORT)
    long = imprint_height(Imprint((row(60), row(5)), rules), REPORT)
    assert abs((short - strokes - LINE * 2).points) < 0.2
    assert long - short == LINE * 2


def test_programs_differ() -> None:
    """Without the gap beside digits a text is shorter; pages too have room for a little more."""
    digits = Paragraph(style=BODY, spans=(Span("国1" * 400),))
    assert Setter(OFFICE).line_count(digits, PAGE.text_width.twips) > Setter(WORD).line_count(
        digits, PAGE.text_width.twips
    )
    spare = paginate(composed(text(21)), REPORT, WORD).free
    assert spare - paginate(composed(text(21)), REPORT).free == twips(18)


def test_the_stand_ins_are_measured() -> None:
    require(fonts_present(), "a stand-in font")
    measure = stand_ins()
    assert measure.width("国", "仿宋_GB2312") == 1
    assert measure.width("5", "仿宋_GB2312") == 0.5
    assert measure.width("%", "仿宋_GB2312") > 0.8
