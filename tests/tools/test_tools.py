"""The judges judge: fonts resolve, LibreOffice reads and measures, the SDK finds faults."""

import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pymupdf
import pytest
from docx.oxml.ns import qn

from tests.tools.flip import flip_overflow_punct
from tests.tools.fonts import PDF_NAMES, STAND_INS, fc_match_present, fonts_present, matched_family
from tests.tools.office import Office, OfficeError
from tests.tools.require import require

NAMES = [(name, family) for family, names in STAND_INS.items() for name in names]


def make_docx(path: Path, text: str, font: str = "仿宋_GB2312") -> Path:
    """A document of one paragraph whose only run is set in `font`."""
    document = docx.Document()
    run = document.add_paragraph().add_run(text)
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(slot), font)
    document.save(str(path))
    return path


@pytest.mark.parametrize(("name", "family"), NAMES, ids=[name for name, _ in NAMES])
def test_official_font_resolves_to_its_stand_in(name: str, family: str) -> None:
    require(fc_match_present(), "fc-match")
    require(fonts_present(), "a stand-in font")
    assert matched_family(name) == family


def test_office_reads_many_files_of_one_name_in_order(office: Office, tmp_path: Path) -> None:
    texts = ["一、标题", "第二份：“引号”——破折号", "三"]
    paths = []
    for n, text in enumerate(texts):
        folder = tmp_path / f"份 {n}"
        folder.mkdir()
        paths.append(make_docx(folder / "同名.docx", text))
    assert [text.strip() for text in office.to_text_many(paths)] == texts


@pytest.mark.parametrize("family", [f for f in STAND_INS if not f.startswith("Liberation")])
def test_full_width_characters_are_one_em_in_pdf(
    office: Office, tmp_path: Path, family: str
) -> None:
    source = make_docx(tmp_path / "font.docx", "汉字“引”—〔号〕，。", STAND_INS[family][0])
    with pymupdf.open(office.to_pdf(source)) as pdf:
        blocks = pdf[0].get_text("rawdict")["blocks"]
    spans = [span for block in blocks for line in block["lines"] for span in line["spans"]]
    assert {span["font"] for span in spans} == {PDF_NAMES[family]}
    left_edges = [char["origin"][0] for span in spans for char in span["chars"]]
    widths = [b - a for a, b in pairwise(left_edges)]
    assert widths == pytest.approx([spans[0]["size"]] * len(widths), rel=0.01)


def test_office_names_the_file_it_could_not_convert(office: Office, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 no document")
    with pytest.raises(OfficeError, match=r"broken\.docx"):
        office.convert([broken], "no-such-format")


def test_sdk_tells_valid_from_invalid(
    sdk_validator: Callable[[Path], list[dict[str, Any]]], tmp_path: Path
) -> None:
    document = docx.Document()
    document.settings.element.remove(document.settings.element.find(qn("w:zoom")))
    good = tmp_path / "good.docx"
    document.save(str(good))
    paragraph = document.add_paragraph("字")
    paragraph._p.get_or_add_pPr().set(qn("w:wrong"), "1")
    bad = tmp_path / "bad.docx"
    document.save(str(bad))
    assert sdk_validator(good) == []
    assert sdk_validator(bad)


def test_flip_turns_every_overflow_punct_round(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.docx", "字")
    document = docx.Document(str(path))
    for value in ("0", "1", None):
        properties = document.add_paragraph("字")._p.get_or_add_pPr()
        element = properties.makeelement(qn("w:overflowPunct"))
        if value is not None:
            element.set(qn("w:val"), value)
        properties.append(element)
    document.save(str(path))
    flipped = docx.Document(str(flip_overflow_punct(path)))
    found = flipped.element.body.iter(qn("w:overflowPunct"))
    assert [element.get(qn("w:val"), "1") for element in found] == ["1", "0", "0"]
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(flip_overflow_punct(path)) as after:
        assert before.namelist() == after.namelist()
