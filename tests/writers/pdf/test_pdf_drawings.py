"""Drawings (SVG) in a PDF: LibreOffice shows them, but for those that would fetch something."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pymupdf
import pytest

from converter.layout.gbt9704 import REPORT
from converter.model.nodes import Document, Paragraph, Picture, TextLine
from converter.writers import Setting
from converter.writers.docx import render
from converter.writers.pdf.drawings import with_drawings
from tests.composition.made_pictures import svg
from tests.tools.office import Office

WHOLE = {
    "plain": svg('width="40mm" height="30mm"'),
    "of itself": svg('width="40mm" height="30mm" fill="url(#a)"'),
    "of data": svg('width="40mm" height="30mm"').replace(
        b"<circle", b'<image href="data:image/png;base64,AA=="/><circle'
    ),
}
OUTWARD = {
    "picture": b'<image href="file:///etc/hostname"/>',
    "old link": b"<image xlink:href = 'http://127.0.0.1/a.png'/>",
    "style": b'<rect fill="url(http://127.0.0.1/a.svg#b)"/>',
    "coding": b'<desc encoding="utf-7"/>',
    "style sheet": b'<style>@import "http://127.0.0.1/a.css";</style>',
}


def file_of(drawing: bytes, folder: Path) -> bytes:
    """The DOCX file with a drawing."""
    (folder / "图.svg").write_bytes(drawing)
    shown = Paragraph("", 2, kind="picture", picture=Picture("图.svg"))
    return render(Document(title=TextLine("报告", 1), lead=(shown,)), Setting(REPORT, folder))


def main_part(file: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return archive.read("word/document.xml").decode()


@pytest.mark.parametrize("name", WHOLE)
def test_a_drawing_takes_the_place_of_the_picture_beside_it(name: str, tmp_path: Path) -> None:
    file = file_of(WHOLE[name], tmp_path)
    assert '<a:blip r:embed="image1"><a:extLst>' in main_part(file)
    changed = main_part(with_drawings(file))
    assert '<a:blip r:embed="image2"/>' in changed
    assert "svgBlip" not in changed


@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", OUTWARD)
def test_a_drawing_that_reaches_out_stays(name: str, coding: str, tmp_path: Path) -> None:
    drawing = svg('width="40mm" height="30mm"').replace(b"<circle", OUTWARD[name] + b"<circle")
    file = file_of(drawing.decode().encode(coding), tmp_path)
    assert main_part(with_drawings(file)) == main_part(file)


def test_a_file_without_drawings_is_the_same() -> None:
    file = render(Document(title=TextLine("报告", 1)), Setting(REPORT))
    assert with_drawings(file) is file


def test_libreoffice_shows_it(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "drawn.docx"
    path.write_bytes(with_drawings(file_of(WHOLE["plain"], tmp_path)))
    with pymupdf.open(office.to_pdf(path)) as pdf:
        assert pdf[0].get_drawings() or pdf[0].get_images()
