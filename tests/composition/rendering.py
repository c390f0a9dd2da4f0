"""Where an office program puts the paragraphs of a composition, for judging our own count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

from converter.composition.blocks import Composition, Paragraph
from converter.layout.measure import WESTERN_FONTS, Measure
from converter.layout.table import Layout
from converter.model.nodes import Document
from converter.writers.docx import write
from tests.tools.flip import flip_overflow_punct
from tests.tools.fonts import FONT_FILES, STAND_INS, XIAOBIAOSONG
from tests.tools.measure import measure
from tests.tools.office import Office
from tests.tools.places import FONT_DIR

_NUMBER = re.compile(r"—\d+—")
_NOTE_SIZE = 10.0


@dataclass(frozen=True)
class Found:
    """The lines of a paragraph, and their pages; none where it was not found as a whole."""

    lines: tuple[str, ...]
    pages: tuple[int, ...]


@dataclass(frozen=True)
class Rendering:
    """The pages of a composition, and its paragraphs with text, in order."""

    count: int
    paragraphs: tuple[tuple[Paragraph, Found], ...]


def renderings(
    compositions: Sequence[Composition], layout: Layout, office: Office, folder: Path
) -> list[Rendering]:
    """What the office program makes of compositions, with one start of it."""
    paths = []
    for number, composition in enumerate(compositions):
        path = folder / f"{number}.docx"
        path.write_bytes(write(composition, layout, Document()))
        paths.append(flip_overflow_punct(path))
    pdfs = office.to_pdf_many(paths)
    return [_found(each, pdf) for each, pdf in zip(compositions, pdfs, strict=True)]


def _found(composition: Composition, pdf: Path) -> Rendering:
    pages = measure(pdf)
    lines = [
        (page.number, line.text)
        for page in pages
        for line in page.lines
        if not _NUMBER.fullmatch(line.text) and line.size > _NOTE_SIZE
    ]
    found = []
    place = 0
    for sheet in composition.sheets:
        for block in sheet.blocks:
            wanted = "".join(block.text.split()) if isinstance(block, Paragraph) else ""
            if not wanted:
                continue
            assert isinstance(block, Paragraph)
            own = next(_matches(wanted, lines, place), None)
            place = own.stop if own else place
            rows = [lines[number] for number in own or ()]
            found.append(
                (block, Found(tuple(text for _, text in rows), tuple(page for page, _ in rows)))
            )
    return Rendering(len(pages), tuple(found))


def _matches(wanted: str, lines: Sequence[tuple[int, str]], start: int) -> Iterator[range]:
    """The runs of lines from ``start`` on whose text is the wanted one."""
    for first in range(start, len(lines)):
        end, text = first, ""
        while end < len(lines) and len(text) < len(wanted) and wanted.startswith(text):
            text += lines[end][1]
            end += 1
        if text == wanted:
            yield range(first, end)


def stand_ins() -> Measure:
    """LibreOffice with the widths of the stand-in fonts, whose letters are not half an em wide."""
    files = {
        "FandolFang": FONT_FILES[0],
        "FandolKai": FONT_FILES[1],
        "FandolHei": FONT_FILES[2],
        "FandolSong": FONT_FILES[3],
        XIAOBIAOSONG: FONT_FILES[4],
    }
    fonts = dict(WESTERN_FONTS)
    for family, file in files.items():
        with TTFont(FONT_DIR / file, lazy=True) as font:
            em, advances = font["head"].unitsPerEm, font["hmtx"]
            glyphs = font.getBestCmap()
            widths = {chr(code): advances[name][0] / em for code, name in glyphs.items()}
        fonts |= dict.fromkeys(STAND_INS[family], widths)
    return Measure(fonts=fonts)
