"""Tables whose cells are more than texts: readers find the same cells, validators no fault, and a
file that has lost one is refused."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import docx
import openxml_audit
import pytest
from hypothesis import given, settings
from lxml import etree

from converter.composition.compose import compose
from converter.composition.subject import pictures_in
from converter.errors import ConverterError
from converter.layout.gbt9704 import REPORT
from converter.layout.house import load
from converter.model import nodes
from converter.model.nodes import Document, TextLine
from converter.writers import Setting
from converter.writers.docx import render
from converter.writers.docx.verify import verify
from tests.cases import read
from tests.composition.drawn_grids import document, drawings, plain
from tests.tools.office import Office
from tests.tools.places import FIXTURES
from tests.writers.docx.drawn_files import W, tables_by_pandoc, tables_in, words_of
from tests.writers.docx.faults import faults

FOLDER = FIXTURES / "layout"
SETTING = Setting(REPORT, FOLDER)
CASES = {place: drawing for place, drawing, _ in read("grids", "layout")}
HOUSE = sorted((FIXTURES / "layouts").glob("yunling*"))[0]


def body_of(file: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    return body


def all_in_one() -> Document:
    """A report with the tables of all cases."""
    lead: list[nodes.Paragraph] = []
    notes: list[nodes.Footnote] = []
    for index, drawing in enumerate(CASES.values()):
        own = document(drawing)
        renamed = {note.label: f"{index}-{note.label}" for note in own.footnotes}
        lead += [_renamed(paragraph, renamed) for paragraph in own.lead]
        notes += [replace(note, label=renamed[note.label]) for note in own.footnotes]
    return Document(title=TextLine("表格", 1), lead=tuple(lead), footnotes=tuple(notes))


def _renamed(paragraph: nodes.Paragraph, labels: dict[str, str]) -> nodes.Paragraph:
    references = tuple(replace(r, label=labels[r.label]) for r in paragraph.references)
    insets = tuple(
        replace(inset, table=_renamed(inset.table, labels)) if inset.table else inset
        for inset in paragraph.insets
    )
    return replace(paragraph, references=references, insets=insets)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of that report."""
    path = tmp_path_factory.mktemp("grids") / "grids.docx"
    path.write_bytes(render(all_in_one(), SETTING))
    return path


@pytest.mark.parametrize("place", CASES)
def test_cells_are_those_of_the_draft(place: str) -> None:
    drawing = CASES[place]
    file = render(document(drawing), SETTING)
    assert tables_in(body_of(file)) == [plain(drawing)]
    assert faults(file) == []


@settings(max_examples=40, deadline=None)
@given(drawings())
def test_cells_of_any_table(drawing: str) -> None:
    file = render(document(drawing), SETTING)
    wanted = plain(drawing)
    if "女/丙" in wanted:
        wanted = wanted.replace("女/丙", "女/丙|")
    assert tables_in(body_of(file)) == [wanted]
    assert faults(file) == []


@settings(max_examples=25, deadline=None)
@given(drawings())
def test_python_docx_finds_the_texts_of_any_table(drawing: str) -> None:
    written = document(drawing)
    table = docx.Document(io.BytesIO(render(written, SETTING))).tables[0]
    (paragraph,) = (each for each in written.lead if each.kind == "table")
    hidden = {
        (row, column): (merge.row, merge.column)
        for merge in paragraph.merged
        for row in range(merge.row, merge.row + merge.rows)
        for column in range(merge.column, merge.column + merge.columns)
    }
    for r, row in enumerate(paragraph.rows):
        for c in range(len(row)):
            own_row, own_column = hidden.get((r, c), (r, c))
            own = paragraph.rows[own_row][own_column]
            assert "".join(table.cell(r, c).text.split()) == "".join(own.split())


def test_pandoc_finds_the_same_cells(whole: Path) -> None:
    found = tables_by_pandoc(whole)
    assert len(found) == len(CASES)
    for drawing, wanted in zip(found, CASES.values(), strict=True):
        assert words_of(drawing) == words_of(wanted)
        for mark in ("[图]", "[注]", "<", "{"):
            assert drawing.count(mark) == wanted.count(mark), (drawing, wanted)


def test_libreoffice_finds_the_same_texts(whole: Path, office: Office) -> None:
    found = "".join(office.to_text(whole).split())
    place = 0
    for drawing in CASES.values():
        for cell in re.split(r"[|/{}¶<^]|\[[图注]\]", drawing):
            place = found.find(cell, place)
            assert place >= 0, (drawing, cell)
            place += len(cell)


def test_validators_find_nothing(
    whole: Path, sdk_validator: Callable[[Path], list[dict[str, Any]]]
) -> None:
    assert sdk_validator(whole) == []
    assert not list(openxml_audit.OpenXmlValidator().validate(str(whole)).errors)


@pytest.mark.parametrize("layout", [REPORT, load(str(HOUSE))], ids=["report", "house"])
def test_nothing_is_said_that_a_style_says(layout: Any) -> None:
    """A table of one header row has no formatting of its own beside its merged cells."""
    drawing = "项目|计划|</清水河|一¶二|{甲|乙}/东山|3[注]|4"
    body = body_of(render(document(drawing), replace(SETTING, layout=layout)))
    table = next(body.iterchildren(f"{W}tbl"))
    said = {etree.QName(e).localname for p in table.iter(f"{W}pPr") for e in p}
    assert said <= {"pStyle", "jc"}
    cells = {etree.QName(e).localname for c in table.iter(f"{W}tcPr") for e in c}
    assert cells == {"tcW", "gridSpan"}
    assert not list(table.iter(f"{W}tblBorders"))


DRAFT = "项目|计划|</^|投资|工期/清水河[注]|一¶二|[图]/东山|上{甲|乙}|[图]"
LOST = {
    "span": (r'<w:gridSpan w:val="2"/>', "", "合并的格子不对"),
    "start of a merge": (r'<w:vMerge w:val="restart"/>', "", "合并的格子不对"),
    "merge": (r"<w:vMerge/>", "", "合并的格子不对"),
    "header": (r"<w:tblHeader/>", "", "表头不对"),
    "column": (r'<w:gridCol w:w="\d+"/>', "", "表格的栏不对"),
    "row": (r"<w:tr>(?:(?!</w:tr>).)*一.*?</w:tr>", "", "文字不符"),
    "empty cell": (r"(</w:tc>)(</w:tr>)", r"\1<w:tc><w:p/></w:tc>\2", "格子数不对"),
    "paragraph": (r"(</w:tcPr>)(<w:p>)", r"\1<w:p/><w:p/><w:p/>\2", "格子里的段落数不对"),
    "last paragraph": (
        r'<w:p><w:pPr><w:pStyle w:val="GwGap"/></w:pPr></w:p></w:tc>',
        "</w:tc>",
        "没有段落",
    ),
    "inner table": (r"<w:tbl>(?:(?!<w:tbl>|</w:tbl>).)*</w:tbl>(?=<w:p>)", "", "文字不符"),
    "picture": (r"<w:drawing>.*?</w:drawing>", "", "图片数不对"),
    "size of a picture": (r'(<wp:extent cx=")\d', r"\g<1>9", "格子里的图片不对"),
    "table": (r"(<w:body>)", r"\1<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "表格数不对"),
}


@pytest.mark.parametrize("name", LOST)
def test_what_is_lost_is_found(name: str) -> None:
    pattern, replacement, message = LOST[name]
    _refused("word/document.xml", pattern, replacement, message)


def test_another_picture_is_found() -> None:
    _refused("word/media/image1.png", "PNG", "GIF", "图片不符")


def _refused(part: str, pattern: str, replacement: str, message: str) -> None:
    written = document(DRAFT)
    file = render(written, SETTING)
    composition = compose(written, REPORT, pictures_in(FOLDER))
    verify(file, REPORT, composition)
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as source, zipfile.ZipFile(changed, "w") as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename == part:
                coding = "utf-8" if part.endswith("xml") else "latin-1"
                text, count = re.subn(
                    pattern, replacement, data.decode(coding), count=1, flags=re.S
                )
                assert count == 1
                data = text.encode(coding)
            target.writestr(item, data)
    with pytest.raises(ConverterError, match=message):
        verify(changed.getvalue(), REPORT, composition)


@pytest.mark.parametrize("form", ["grid", "three-line"])
def test_the_line_below_a_header_of_two_rows(form: Literal["grid", "three-line"]) -> None:
    layout = replace(REPORT, table=replace(REPORT.table, form=form))
    body = body_of(
        render(document("项目|计划|</^|投资|工期/清水河|1|2"), replace(SETTING, layout=layout))
    )
    rows = next(body.iterchildren(f"{W}tbl")).findall(f"{W}tr")
    lined = [len(row.findall(f".//{W}tcBorders/{W}bottom")) for row in rows]
    assert lined == ([0, 3, 0] if form == "three-line" else [0, 0, 0])
