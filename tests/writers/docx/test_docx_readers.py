"""Independent readers find the document's text in the file, and the file is always the same."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import docx
import docx2txt
import mammoth
import pytest

from converter.composition.blocks import Block, Composition, Frame, Paragraph, Table
from converter.layout.gbt9704 import REPORT
from converter.layout.table import Layout
from converter.model import nodes, walk
from converter.model.elements import Elements
from converter.model.nodes import Document
from converter.writers.docx import render, write
from tests.tools.office import Office
from tests.writers.docx.compositions import VARIANTS, everything

Saved = Callable[[Document], Path]


@pytest.fixture(params=[name for name, layout in VARIANTS.items() if layout.kind == "report"])
def layout(request: pytest.FixtureRequest) -> Layout:
    """Each layout without a head in turn."""
    return VARIANTS[request.param]


def squeezed(text: str) -> str:
    return "".join(text.split())


def expected(document: Document) -> str:
    """The document's text."""
    return squeezed("".join(walk.lines(document)))


def text_of(composition: Composition) -> str:
    """All text of a composition but the footnotes and what stands at the pages' edges."""
    return squeezed(
        "".join(
            text for sheet in composition.sheets for block in sheet.blocks for text in _texts(block)
        )
    )


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case Table():
            yield from (cell.text for row in block.rows for cell in row)
        case Frame():
            yield from (paragraph.text for row in block.rows for cell in row for paragraph in cell)


def blocks_only(layout: Layout) -> Composition:
    """Everything but the imprint, which some readers pass over."""
    sheets = everything(layout).sheets
    return Composition((*sheets[:-1], replace(sheets[-1], imprint=None)))


def read_by_python_docx(opened: docx.document.Document) -> Iterator[str]:
    """The texts of paragraphs and, row by row, of tables."""
    for item in opened.iter_inner_content():
        if isinstance(item, docx.text.paragraph.Paragraph):
            yield item.text
        else:
            # A merged cell is given again for each of its rows.
            cells = {cell._tc: cell.text for row in item.rows for cell in row.cells}
            yield from cells.values()


def test_python_docx(document: Document) -> None:
    opened = docx.Document(io.BytesIO(render(document)))
    assert squeezed("".join(item.text for item in opened.paragraphs)) == expected(document)
    assert opened.core_properties.author == (document.organization or "")
    assert opened.core_properties.title == document.name
    assert opened.core_properties.language == "zh-CN"


def test_title_of_the_metadata_is_that_of_the_file() -> None:
    opened = docx.Document(io.BytesIO(render(Document(elements=Elements(title="工作总结")))))
    assert opened.core_properties.title == "工作总结"


def test_python_docx_reads_every_block(layout: Layout) -> None:
    composition = blocks_only(layout)
    opened = docx.Document(io.BytesIO(write(composition, layout, Document())))
    assert squeezed("".join(read_by_python_docx(opened))) == text_of(composition)


def test_python_docx_shows_the_names_of_styles(full: Document) -> None:
    opened = docx.Document(io.BytesIO(render(full)))
    heading = next(item for item in opened.paragraphs if item.text == "二、存在问题")
    assert heading.style is not None
    assert (heading.style.name, heading.style.base_style.name) == ("一级标题", "Heading 1")


def test_mammoth(document: Document) -> None:
    found = mammoth.extract_raw_text(io.BytesIO(render(document))).value
    assert squeezed(found) == expected(document)


def test_mammoth_knows_headings(full: Document) -> None:
    found = mammoth.convert_to_html(io.BytesIO(render(full))).value
    assert "<h1>二、存在问题</h1>" in found
    assert "<h2>（一）粮食生产</h2>" in found


def test_docx2txt(document: Document, saved: Saved) -> None:
    # It appends the text of both footers.
    assert squeezed(docx2txt.process(str(saved(document)))) == expected(document) + "—1—" * 2


def test_mammoth_reads_every_block(layout: Layout) -> None:
    composition = blocks_only(layout)
    file = io.BytesIO(write(composition, layout, Document()))
    assert squeezed(mammoth.extract_raw_text(file).value) == text_of(composition)


def test_mammoth_reads_footnotes(layout: Layout) -> None:
    file = io.BytesIO(write(blocks_only(layout), layout, Document()))
    found = mammoth.convert_to_html(file).value
    assert "据A县2024年公报。" in re.sub("<.*?>", "", found)
    assert found.count('<li id="footnote-') == 2


def test_docx2txt_reads_every_block(layout: Layout, tmp_path: Path) -> None:
    composition = blocks_only(layout)
    path = tmp_path / "blocks.docx"
    path.write_bytes(write(composition, layout, Document()))
    # Before and behind the text stand headers and footers, with the page number.
    assert text_of(composition) in squeezed(docx2txt.process(str(path)))


def test_office_reads_the_same_text(
    full: Document, saved: Saved, office: Office, tmp_path: Path
) -> None:
    composition = blocks_only(REPORT)
    path = tmp_path / "blocks.docx"
    path.write_bytes(write(composition, REPORT, Document()))
    report, blocks = office.to_text_many([saved(full), path])
    assert squeezed(report) == expected(full)
    # The numbers of the footnotes stand in the text.
    bare = squeezed(blocks).replace("13.45亿元1，", "13.45亿元，").replace("末句2", "末句")
    assert bare == text_of(composition)


def test_the_same_bytes_again(document: Document) -> None:
    assert render(document) == render(document)


def test_the_same_bytes_in_another_process(full: Document) -> None:
    script = (
        "import sys; from tests.writers.docx.samples import FULL;"
        "from converter.writers.docx import render; sys.stdout.buffer.write(render(FULL))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    found = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, check=True
    )
    assert found.stdout == render(full)


@pytest.mark.parametrize("name", list(VARIANTS))
def test_every_layout_gives_the_same_bytes_again(name: str) -> None:
    layout = VARIANTS[name]
    first, second = (write(everything(layout), layout, Document()) for _ in range(2))
    assert first == second


def test_a_short_report_is_a_small_file(full: Document) -> None:
    assert len(render(full)) < 12_000


def test_a_large_document() -> None:
    text = "全面推进乡村振兴，" * 30
    document = Document(lead=tuple(nodes.Paragraph(text, line) for line in range(1, 10_001)))
    assert len(render(document)) < 1_000_000
