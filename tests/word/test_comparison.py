"""The text that is read, held against independent readers.

Blanks apart, and automatic numbers, which most of them lose. What a reader is known to do otherwise
stands with its reason in the cases (``differs``).
"""

from collections.abc import Callable
from pathlib import Path

import docx
import pypandoc
import pytest
from docx.enum.text import WD_BREAK

import converter
from converter.layout.gbt9704 import LAYOUTS
from converter.word.reading import read_word
from tests.tools.office import Office
from tests.tools.places import FIXTURES
from tests.word.readers import READERS, bare, differ, read_by, taken_by
from tests.word.test_content import CASES, made

ENOUGH = 2
"""So many readers must agree about a file that is no case."""
_MARKDOWN = """---
title: 云岭县2025年工作报告
---

# 一、工作回顾

过去一年，[全县](https://example.org)增长 5.6%[^1]，**工业**增长*较快*。

1. 第一项
   - 子项甲
2. 第二项

> 引用一段，
> 还是这段。

| 指标 | 数值 |
|:-----|-----:|
| 总值 | 1.2  |
| 增速 | 5.6  |

: 表1 主要指标

硬换行\\
第二行。H~2~O。

[^1]: 脚注之文。

    第二段。
"""
_OPEN_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text><text:tracked-changes><text:changed-region xml:id="c" text:id="c">
<text:insertion><office:change-info><dc:creator>甲</dc:creator><dc:date>2026-01-01T00:00:00</dc:date>
</office:change-info></text:insertion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">一、回顾</text:h>
<text:p>增长<text:change-start text:change-id="c"/>百分之五<text:change-end
 text:change-id="c"/><text:note text:id="n1" text:note-class="footnote">
<text:note-citation>1</text:note-citation><text:note-body><text:p>初步核算。</text:p>
</text:note-body></text:note>，较快<text:note text:id="n2" text:note-class="endnote">
<text:note-citation>i</text:note-citation><text:note-body>
<text:p>尾注。</text:p></text:note-body></text:note>。<office:annotation><dc:creator>乙</dc:creator>
<text:p>请核。</text:p></office:annotation></text:p>
<text:p>前<draw:frame text:anchor-type="char" svg:width="5cm" svg:height="2cm"><draw:text-box>
<text:p>框内</text:p></draw:text-box></draw:frame>后<text:line-break/>换行<text:tab/>制表
<text:a xlink:href="http://example.org/">网页</text:a></text:p>
<table:table><table:table-column table:number-columns-repeated="3"/><table:table-row>
<table:table-cell table:number-columns-spanned="2"><text:p>宽</text:p></table:table-cell>
<table:covered-table-cell/><table:table-cell table:number-rows-spanned="2"><text:p>高</text:p>
</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>一</text:p>
<table:table><table:table-column/><table:table-row><table:table-cell><text:p>里</text:p>
</table:table-cell></table:table-row></table:table></table:table-cell><table:table-cell>
<text:p>二</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>
<text:list><text:list-item><text:p>列一</text:p></text:list-item><text:list-item><text:p>列二</text:p>
</text:list-item></text:list></office:text></office:body></office:document>
"""


def by_python_docx(folder: Path) -> Path:
    """A file of python-docx: styles, a table of merged cells, headers, a page break, a comment."""
    document = docx.Document()
    document.add_heading("云岭县工作报告", 0)
    document.add_heading("工作回顾", 1)
    paragraph = document.add_paragraph("增长")
    run = paragraph.add_run("5.6%")
    run.bold = True
    paragraph.add_run("\t左\n右").add_break(WD_BREAK.PAGE)
    document.add_comment(run, text="请核", author="甲")
    document.add_paragraph("第一项", style="List Number")
    table = document.add_table(3, 3)
    for at, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"格{at}"
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 2).merge(table.cell(2, 2))
    table.cell(1, 0).add_table(1, 1).cell(0, 0).text = "里"
    document.sections[0].footer.paragraphs[0].text = "页脚"
    document.add_section().header.paragraphs[0].text = "页眉"
    document.add_paragraph("末段。")
    path = folder / "python-docx.docx"
    document.save(str(path))
    return path


def by_pandoc(folder: Path) -> Path:
    """A file of pandoc from Markdown: a table of contents, notes, lists, a table, links."""
    path = folder / "pandoc.docx"
    pypandoc.convert_text(_MARKDOWN, "docx", "markdown", outputfile=str(path), extra_args=["--toc"])
    return path


def by_office(folder: Path, office: Office) -> Path:
    """A file of LibreOffice: a text box, notes, a tracked change, merged cells, a table in a
    cell, a list."""
    text = folder / "text.fodt"
    text.write_text(_OPEN_DOCUMENT, "utf-8")
    (path,) = office.convert([text], "docx")
    return path


@pytest.fixture(scope="module")
def case_files(
    tmp_path_factory: pytest.TempPathFactory, office: Office
) -> dict[str, tuple[Path, str]]:
    """The files of all cases by name, and what LibreOffice reads in each."""
    folder = tmp_path_factory.mktemp("cases")
    paths = []
    for at, case in enumerate(CASES):
        path = folder / f"{at}.docx"
        path.write_bytes(made(case.values[0]))
        paths.append(path)
    readable = [
        path
        for path, case in zip(paths, CASES, strict=True)
        if "read the file" not in case.values[0].get("differs", {}).get("office", "")
    ]
    texts = dict(zip(readable, office.to_text_many(readable), strict=True))
    return {
        str(case.id): (path, texts.get(path, "")) for path, case in zip(paths, CASES, strict=True)
    }


@pytest.mark.parametrize("name", [str(case.id) for case in CASES])
def test_cases_are_read_as_others_read_them(
    name: str, case_files: dict[str, tuple[Path, str]]
) -> None:
    case = next(case.values[0] for case in CASES if case.id == name)
    path, by_office = case_files[name]
    word = read_word(path.read_bytes(), path.name)
    found = set()
    for reader in READERS:
        text = by_office if reader == "office" else read_by(reader, path)
        if differ(bare(text), taken_by(reader, word)):
            found.add(reader)
    assert found <= set(case.get("differs", {}))


@pytest.mark.parametrize("make", [by_python_docx, by_pandoc, by_office])
def test_files_of_other_programs(make: Callable[..., Path], office: Office, tmp_path: Path) -> None:
    path = make(tmp_path, office) if make is by_office else make(tmp_path)
    word = read_word(path.read_bytes(), path.name)
    texts = {reader: read_by(reader, path) for reader in READERS if reader != "office"}
    texts["office"] = office.to_text(path)
    equal = [name for name, text in texts.items() if not differ(bare(text), taken_by(name, word))]
    assert len(equal) >= ENOUGH, {name: bare(text) for name, text in texts.items()}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_files_of_this_program(layout: str, tmp_path: Path) -> None:
    """Heads, imprints in text boxes, tables, footnotes and seals of every layout."""
    for draft in sorted((FIXTURES / "layout").glob("*.txt")):
        (document, *_) = converter.parse(draft.read_bytes())
        data = converter.render(document, "docx", layout=layout, folder=draft.parent)
        path = tmp_path / "own.docx"
        path.write_bytes(data)
        word = read_word(data, path.name)
        for reader in ("mammoth", "docx2txt"):
            assert not differ(bare(read_by(reader, path)), taken_by(reader, word)), reader
