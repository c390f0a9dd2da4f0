"""PDF files: page, outline, properties, fonts, pictures; the same bytes again and again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest

from converter import parse
from converter.layout.gbt9704 import REPORT
from converter.layout.house import load
from converter.layout.table import Layout
from converter.model import walk
from converter.model.nodes import Document, Paragraph, Picture, Section
from converter.writers import FORMATS, Setting
from converter.writers.pdf import notice, render, replaced_fonts
from tests.tools.fonts import PDF_NAMES, XIAOBIAOSONG
from tests.tools.places import FIXTURES, FONT_DIR, ROOT
from tests.writers.docx.compositions import PICTURE

MM = 72 / 25.4
DRAFT = FIXTURES / "compilation.txt"
_SCRIPT = """
import sys
from converter import parse
from converter.writers import Setting
from converter.writers.pdf import render
sys.stdout.buffer.write(render(parse(open(sys.argv[1], "rb").read())[0], Setting()))
"""


@pytest.fixture(scope="module")
def report(standin_fonts: None) -> Document:
    """A report of some pages, with headings of two levels."""
    return parse(DRAFT.read_bytes())[0]


@pytest.fixture(scope="module")
def pdf(report: Document) -> bytes:
    """The report as a PDF."""
    return render(report, Setting())


@pytest.fixture(scope="module")
def opened(pdf: bytes) -> Iterator[pymupdf.Document]:
    """The PDF, opened by a reader that is not ours."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        yield document


def names(pdf: bytes) -> set[str]:
    """The fonts in a PDF without the letters of a subset."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        fonts = [font for page in document for font in page.get_fonts()]
    return {font[3].partition("+")[2] or font[3] for font in fonts}


def test_is_a_format() -> None:
    assert FORMATS["pdf"].renderer() is render


def test_pages_are_a4_and_text_stays_in_its_area(opened: pymupdf.Document) -> None:
    assert not opened.is_repaired
    for page in opened:
        assert (round(page.rect.width / MM), round(page.rect.height / MM)) == (210, 297)
        for left, _, right, _, word, *_ in page.get_text("words"):
            assert "\ufffd" not in word
            assert left / MM > 27.9 and right / MM < 184.1


def test_no_mark_hangs_in_the_margin(standin_fonts: None) -> None:
    """LibreOffice would let them hang where the DOCX file says that they must not."""
    text = "".join(f"第{number}项工作，按时完成；" for number in range(10, 99))
    (document,) = parse(f"县水务局2024年工作总结\n\n{text}\n")
    with pymupdf.open(stream=render(document, Setting()), filetype="pdf") as opened:
        edges = [word[2] / MM for page in opened for word in page.get_text("words")]
    assert 183 < max(edges) < 184.1


def test_outline_is_the_headings(report: Document, opened: pymupdf.Document) -> None:
    headings = [
        (block.level, block.opening)
        for _, block in walk.blocks(report.sections, "$.sections")
        if isinstance(block, Section) and not block.inline
    ]
    outline = opened.get_toc()
    assert {level for level, _ in headings} == {1, 2}
    assert [(level, title) for level, title, _ in outline] == headings
    for _, title, page in outline:
        # A gap beside digits reads as a space.
        assert title[:8] in "".join(opened[page - 1].get_text().split())


def test_properties(report: Document, opened: pymupdf.Document) -> None:
    assert report.title and report.organization
    properties = opened.metadata
    assert properties["title"] == report.title.text
    assert properties["author"] == report.organization
    assert not properties["creationDate"] and not properties["modDate"]
    catalog = opened.xref_object(opened.pdf_catalog())
    assert "/Lang(zh-CN)" in catalog.replace(" ", "")
    assert "/StructTreeRoot" in catalog and "/Marked true" in catalog


def test_fonts_are_embedded(opened: pymupdf.Document) -> None:
    fonts = {font[0] for page in opened for font in page.get_fonts()}
    assert fonts
    for xref in fonts:
        _, suffix, _, data = opened.extract_font(xref)
        assert suffix != "n/a" and data


def test_every_character_is_there(report: Document, opened: pymupdf.Document) -> None:
    text = "".join("".join(page.get_text().split()) for page in opened)
    for paragraph in report.lead:
        assert "".join(paragraph.text.split())[:20] in text


def test_pictures_lose_nothing(standin_fonts: None, tmp_path: Path) -> None:
    (tmp_path / "图.png").write_bytes(PICTURE.data)
    (document,) = parse("县水务局2024年工作总结\n\n前言。\n")
    shown = Paragraph("图1", 1, kind="picture", picture=Picture("图.png"))
    document = replace(document, lead=(*document.lead, shown))
    data = render(document, Setting(REPORT, tmp_path))
    with pymupdf.open(stream=data, filetype="pdf") as opened:
        (image,) = opened[0].get_images()
        width, height, coding = image[2], image[3], image[8]
    assert (width, height, coding) == (40, 20, "FlateDecode")


def test_same_bytes_from_another_process_later(pdf: bytes) -> None:
    """Another profile, another second: nothing of them is in the file."""
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(DRAFT)], capture_output=True, cwd=ROOT, timeout=300
    )
    assert done.stdout == pdf, done.stderr.decode()


def test_same_bytes_with_a_profile_in_use(report: Document, pdf: bytes) -> None:
    assert render(report, Setting()) == pdf


# ---- fonts that stand in --------------------------------------------------


def test_fonts_that_stand_in_are_told(pdf: bytes) -> None:
    told = replaced_fonts(pdf, REPORT)
    assert told == {
        "方正小标宋简体": PDF_NAMES[XIAOBIAOSONG],
        "楷体_GB2312": PDF_NAMES["FandolKai"],
        "仿宋_GB2312": PDF_NAMES["FandolFang"],
        "黑体": PDF_NAMES["FandolHei"],
        "宋体": PDF_NAMES["FandolSong"],
    }
    assert set(told.values()) <= names(pdf)


def _of_installed_fonts(folder: Path, more: str = "") -> Layout:
    """A layout of the fonts that are there."""
    path = folder / "house.toml"
    path.write_text(
        f'[fonts]\nfangsong = "FandolFang"\nkaiti = "FandolKai"\nheiti = "FandolHei"\n'
        f'songti = "FandolSong"\nxiaobiaosong = "{XIAOBIAOSONG}"\n{more}',
        "utf-8",
    )
    return load(str(path))


def test_nothing_is_told_where_every_font_is_there(report: Document, tmp_path: Path) -> None:
    layout = _of_installed_fonts(tmp_path)
    data = render(report, Setting(layout))
    assert names(data) <= set(PDF_NAMES.values())
    assert replaced_fonts(data, layout) == {}
    assert notice(data, layout) is None


def test_a_font_of_an_unknown_maker_is_told(report: Document, tmp_path: Path) -> None:
    layout = _of_installed_fonts(
        tmp_path, 'latin = "Georgia Pro"\n[styles.heading_1]\nfont = "某单位手写体"\n'
    )
    data = render(report, Setting(layout))
    told = replaced_fonts(data, layout)
    assert told["某单位手写体"] in names(data)
    assert not told.keys() & {"FandolFang", "FandolKai", "FandolSong", XIAOBIAOSONG}


def test_an_alternative_that_is_there_stands_in(report: Document, tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    fonts = '["没有的仿宋", "也没有的仿宋", "FandolFang"]'
    path.write_text(f'[fonts]\nfangsong = {fonts}\nlatin = ["Nowhere", "Liberation Serif"]\n')
    layout = load(str(path))
    first, again = render(report, Setting(layout)), render(report, Setting(layout))
    assert first == again
    told = replaced_fonts(first, layout)
    assert told["没有的仿宋"] == PDF_NAMES["FandolFang"]
    assert told["Nowhere"] == PDF_NAMES["Liberation Serif"]


def test_the_notice_names_both(pdf: bytes) -> None:
    told = notice(pdf, REPORT)
    assert told and "仿宋_GB2312（用的是 FandolFang-Regular）" in told.zh
    assert "仿宋_GB2312 (shown in FandolFang-Regular)" in told.en and "\n" not in told.zh


def test_a_machine_without_chinese_fonts_is_told(standin_fonts: None, tmp_path: Path) -> None:
    """Instead of a PDF of empty boxes."""
    conf = Path(os.environ["FONTCONFIG_FILE"]).read_text("utf-8")
    ours = f"{FONT_DIR}/*"
    (tmp_path / "fonts.conf").write_text(conf.replace(ours, "/nowhere/*"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(DRAFT)],
        capture_output=True,
        cwd=ROOT,
        timeout=300,
        env=os.environ | {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf")},
    )
    assert "没有能显示汉字的字体" in done.stderr.decode() and not done.stdout
