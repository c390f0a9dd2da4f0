"""Independent readers find the document's text in the file, and the file is always the same."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from converter.model import walk
from converter.model.nodes import Document, Paragraph
from converter.writers.docx import render
from tests.tools.office import Office

Saved = Callable[[Document], Path]


def squeezed(text: str) -> str:
    return "".join(text.split())


def expected(document: Document) -> str:
    """The document's text; a date that stands first in the source stands first in the file."""
    lines = list(walk.lines(document))
    signature, date = document.signature, document.date
    if signature and date and (date.line, date.column) < (signature.line, signature.column):
        lines[-2:] = [date.text, signature.text]
    return squeezed("".join(lines))


def test_python_docx(document: Document) -> None:
    opened = docx.Document(io.BytesIO(render(document)))
    assert squeezed("".join(item.text for item in opened.paragraphs)) == expected(document)
    assert opened.core_properties.author == (document.organization or "")
    assert opened.core_properties.title == (document.title.text if document.title else "")
    assert opened.core_properties.language == "zh-CN"


def test_python_docx_shows_the_names_of_styles(full: Document) -> None:
    opened = docx.Document(io.BytesIO(render(full)))
    heading = next(item for item in opened.paragraphs if item.text == "二、存在问题")
    assert heading.style is not None
    assert (heading.style.name, heading.style.base_style.name) == ("一级标题", "Heading 1")


def test_mammoth(document: Document) -> None:
    mammoth = pytest.importorskip("mammoth")
    found = mammoth.extract_raw_text(io.BytesIO(render(document))).value
    assert squeezed(found) == expected(document)


def test_mammoth_knows_headings(full: Document) -> None:
    mammoth = pytest.importorskip("mammoth")
    found = mammoth.convert_to_html(io.BytesIO(render(full))).value
    assert "<h1>二、存在问题</h1>" in found
    assert "<h2>（一）粮食生产</h2>" in found


def test_docx2txt(document: Document, saved: Saved) -> None:
    docx2txt = pytest.importorskip("docx2txt")
    # It appends the text of both footers.
    assert squeezed(docx2txt.process(str(saved(document)))) == expected(document) + "—1—" * 2


def test_office_reads_the_same_text(full: Document, saved: Saved, office: Office) -> None:
    found = office.to_text(saved(full))
    assert squeezed(found) == expected(full)


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


def test_a_large_document_in_linear_time() -> None:
    text = "全面推进乡村振兴，" * 30
    document = Document(lead=tuple(Paragraph(text, line) for line in range(1, 10_001)))
    assert len(render(document)) < 1_000_000
