"""A file that is not as its layout and composition say is refused; every thing is broken once."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest

from converter.composition.blocks import Composition, Sheet
from converter.errors import ConverterError
from converter.layout.gbt9704 import LETTER, OFFICIAL, PAGE, REPORT
from converter.layout.table import Layout
from converter.layout.units import mm, pt, twips
from converter.model.nodes import Document
from converter.writers.docx import write
from converter.writers.docx.verify import verify
from tests.writers.docx.compositions import VARIANTS, everything, para
from tests.writers.docx.test_docx_edges import CASES

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
LAYOUT = OFFICIAL
COMPOSITION = everything(LAYOUT)
FILE = write(COMPOSITION, LAYOUT, Document())


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return stream.getvalue()


def edge_with(text: str, kind: str = "footer") -> str:
    """The name of the first footer or header that holds ``text``."""
    return next(
        name
        for name, data in parts(FILE).items()
        if name.startswith(f"word/{kind}") and text.encode() in data
    )


@pytest.mark.parametrize("name", list(VARIANTS))
def test_every_layout_passes(name: str) -> None:
    layout = VARIANTS[name]
    composition = everything(layout)
    verify(write(composition, layout, Document()), layout, composition)


@pytest.mark.parametrize("name", list(CASES))
def test_every_kind_of_edge_passes(name: str) -> None:
    layout, sheets = CASES[name]
    composition = Composition(sheets)
    verify(write(composition, layout, Document()), layout, composition)


# (part, pattern, replacement, what the message says); the first match is replaced.
BROKEN = {
    "paper": (DOCUMENT, r'(<w:pgSz [^>]*w:h=")\d+', r"\g<1>15840", "纸张不对"),
    "orientation": (DOCUMENT, r' w:orient="landscape"', "", "纸张方向不对"),
    "top margin": (DOCUMENT, r'(<w:pgMar [^>]*w:top=")\d+', r"\g<1>1440", "页边距不对"),
    "right margin": (DOCUMENT, r'(<w:pgMar [^>]*w:right=")\d+', r"\g<1>1475", "页边距不对"),
    "gutter": (DOCUMENT, r'w:gutter="0"', 'w:gutter="57"', "页边距不对"),
    "footer distance": (DOCUMENT, r'w:footer="\d+"', 'w:footer="992"', "页码位置不对"),
    "grid pitch": (DOCUMENT, r'w:linePitch="579"', 'w:linePitch="580"', "网格不对"),
    "grid type": (DOCUMENT, r'<w:docGrid w:type="lines" ', "<w:docGrid ", "网格不对"),
    "grid": (DOCUMENT, r"<w:docGrid [^>]*/>", "", "网格不对"),
    "start": (DOCUMENT, r'<w:type w:val="nextPage"/>', '<w:type w:val="oddPage"/>', "起始页"),
    "section": (DOCUMENT, r"<w:sectPr>.*?</w:sectPr>", "", "节数不对"),
    "first page": (DOCUMENT, r"(<w:docGrid [^>]*/>)", r"<w:titlePg/>\1", "首页页码不对"),
    "footer": (DOCUMENT, r'<w:footerReference w:type="even"[^>]*/>', "", "缺少页脚"),
    "footers swapped": (
        DOCUMENT,
        r'w:type="default" r:id="(\w+)"/><w:footerReference w:type="even" r:id="(\w+)"',
        r'w:type="default" r:id="\2"/><w:footerReference w:type="even" r:id="\1"',
        "页码不对",
    ),
    "text lost": (DOCUMENT, r"(<w:t>)云", r"\1", "文字不符"),
    "text added": (DOCUMENT, r"(</w:p><w:sectPr>)", r"<w:r><w:t>多</w:t></w:r>\1", "文字"),
    "stray text": (DOCUMENT, r"(<w:r>)(<w:t>)", r"\1多\2", "有文字不在正文里"),
    "text outside": (DOCUMENT, r"(<w:body>)", r"\1<w:r><w:t>多</w:t></w:r>", "文字不在段落里"),
    "other namespace": (DOCUMENT, r'(xmlns:w=")[^"]*', r"\1urn:other", "有文字不在正文里"),
    "paragraph lost": (
        DOCUMENT,
        r"<w:p><w:pPr><w:pStyle [^>]*/>(?:(?!</w:p>).)*<w:t>.*?</w:p>",
        "",
        "文字不符",
    ),
    "style": (DOCUMENT, r'<w:pStyle w:val="GwBody"', '<w:pStyle w:val="Body"', "没有的样式"),
    "font": (
        DOCUMENT,
        r"(<w:r>)(<w:t>)",
        r'\1<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr>\2',
        "字体",
    ),
    "picture": (DOCUMENT, r'r:embed="\w+"', 'r:embed="image99"', "没有的部件"),
    "empty cell": (DOCUMENT, r"(</w:tcPr>)<w:p>.*?</w:p>(</w:tc>)", r"\1\2", "空的单元格"),
    "footnote": (DOCUMENT, r"<w:footnoteReference [^>]*/>", "", "脚注序号不对"),
    "footnote text": ("word/footnotes.xml", r"(<w:t>[^<]*)</w:t>", r"\1多</w:t>", "脚注不符"),
    "even footers off": ("word/settings.xml", r"<w:evenAndOddHeaders/>", "", "偶数页页脚"),
    "style lost": (STYLES, r'w:styleId="GwTitle"', 'w:styleId="GwTitel"', "样式公文标题"),
    "style base": (STYLES, r'<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="No"/>', "没有的样式"),
    "style circle": (
        STYLES,
        r'(w:styleId="Normal"><w:name w:val="Normal"/>)',
        r'\1<w:basedOn w:val="Normal"/>',
        "循环",
    ),
    "theme font": (STYLES, r"<w:rFonts ", '<w:rFonts w:asciiTheme="minorHAnsi" ', "主题字体"),
    "relationship": ("word/_rels/document.xml.rels", r'Target="media/', 'Target="m/', "缺少部件"),
    "content type": ("[Content_Types].xml", r'<Override PartName="/word/styles[^>]*/>', "", "类型"),
    "truncated": (DOCUMENT, r"</w:body></w:document>", "", "不完整"),
}


@pytest.mark.parametrize("name", list(BROKEN))
def test_broken(name: str) -> None:
    part, pattern, replacement, message = BROKEN[name]
    assert_refused(part, pattern, replacement, message)


# The same, inside the style of the body text.
STYLE_FAULTS = {
    "eastAsia slot": (r'w:eastAsia="[^"]*"', 'w:eastAsia="隶书"', "字体不对"),
    "ascii slot": (r'w:ascii="[^"]*"', 'w:ascii="Calibri"', "字体不对"),
    "hAnsi slot": (r'w:hAnsi="[^"]*"', 'w:hAnsi="Calibri"', "字体不对"),
    "cs slot": (r'w:cs="[^"]*"', 'w:cs="Arial"', "字体不对"),
    "size": (r'<w:sz w:val="\d+"', '<w:sz w:val="30"', "字号不对"),
    "complex size": (r'<w:szCs w:val="\d+"', '<w:szCs w:val="30"', "字号不对"),
    "bold": (r"(<w:sz )", r"<w:b/>\1", "加粗"),
    "colour": (r"(<w:sz )", r'<w:color w:val="FF0000"/>\1', "颜色"),
    "pitch": (r'w:line="\d+"', 'w:line="560"', "行距不对"),
    "line rule": (r'w:lineRule="exact"', 'w:lineRule="atLeast"', "行距不对"),
}


@pytest.mark.parametrize("name", list(STYLE_FAULTS))
@pytest.mark.parametrize("style", ["GwBody", "GwTitle", "Heading2", "GwCopies", "GwPageNumber"])
def test_broken_style(style: str, name: str) -> None:
    pattern, replacement, message = STYLE_FAULTS[name]
    assert_refused(
        STYLES, rf'(?<=w:styleId="{style}">)(.*?){pattern}', rf"\1{shifted(replacement)}", message
    )


def shifted(replacement: str) -> str:
    """The replacement with its groups counted one on."""
    return replacement.replace(r"\1", r"\2")


def test_an_inherited_fault_is_found() -> None:
    """A style that leaves its font open gets that of the style it is based on."""
    content = parts(FILE)
    styles = content[STYLES].decode()
    own = re.search(r'w:styleId="GwBody">.*?</w:style>', styles, re.S)
    assert own
    without = re.sub(r"<w:rFonts [^>]*/>", "", own[0])
    content[STYLES] = styles.replace(own[0], without).encode()
    verify(packed(content), LAYOUT, COMPOSITION)
    normal = re.search(r'w:styleId="Normal">.*?</w:style>', styles, re.S)
    assert normal
    other = normal[0].replace("仿宋_GB2312", "宋体")
    content[STYLES] = styles.replace(own[0], without).replace(normal[0], other).encode()
    with pytest.raises(ConverterError, match="字体不对"):
        verify(packed(content), LAYOUT, COMPOSITION)


NUMBER_FAULTS = {
    "no end": (r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", "域不完整"),
    "other field": (r"PAGE", "NUMPAGES", "域不完整"),
    "no field": (r'<w:r><w:fldChar w:fldCharType="begin"/>.*"end"/></w:r>', "", "多余文字"),
    "dash": (r"— ", "- ", "页码不对"),
    "side": (r'w:right="280"', 'w:left="280"', "页码不对"),
}


@pytest.mark.parametrize("name", list(NUMBER_FAULTS))
@pytest.mark.parametrize("kind", ["footer", "header"])
def test_broken_page_number(kind: str, name: str) -> None:
    pattern, replacement, message = NUMBER_FAULTS[name]
    assert_refused(edge_with('w:right="280"', kind), pattern, replacement, message)


def assert_refused(part: str, pattern: str, replacement: str, message: str) -> None:
    """The file with the first match in a part replaced is refused with such a message."""
    content = parts(FILE)
    text, count = re.subn(pattern, replacement, content[part].decode(), count=1, flags=re.S)
    assert count == 1
    content[part] = text.encode()
    with pytest.raises(ConverterError, match=message) as caught:
        verify(packed(content), LAYOUT, COMPOSITION)
    assert caught.value.line().startswith("程序有误：")
    assert "nothing was written" in caught.value.line("en")


def test_a_part_that_is_not_there() -> None:
    for name in parts(FILE):
        if not name.startswith(("docProps", "_rels")):
            content = parts(FILE)
            del content[name]
            with pytest.raises(ConverterError, match="程序有误"):
                verify(packed(content), LAYOUT, COMPOSITION)


@pytest.mark.parametrize("cut", [0, 100, -1])
def test_a_file_that_is_cut_off(cut: int) -> None:
    with pytest.raises(ConverterError, match="不完整"):
        verify(FILE[:cut], LAYOUT, COMPOSITION)


OTHER_LAYOUTS = {
    "pitch": replace(OFFICIAL, grid=replace(OFFICIAL.grid, line_pitch=twips(560))),
    "title": replace(
        OFFICIAL,
        styles=replace(OFFICIAL.styles, title=replace(OFFICIAL.styles.title, size=pt(20))),
    ),
    "number": replace(OFFICIAL, page_number=replace(OFFICIAL.page_number, position="center")),
}


@pytest.mark.parametrize("name", list(OTHER_LAYOUTS))
def test_another_layout(name: str) -> None:
    with pytest.raises(ConverterError, match="程序有误"):
        verify(FILE, OTHER_LAYOUTS[name], COMPOSITION)


def test_another_composition() -> None:
    for sheets in (COMPOSITION.sheets[:-1], COMPOSITION.sheets[::-1]):
        with pytest.raises(ConverterError, match="程序有误"):
            verify(FILE, LAYOUT, Composition(sheets))


def test_other_paper() -> None:
    sheets = [replace(sheet, page=replace(sheet.page, top=mm(30))) for sheet in COMPOSITION.sheets]
    with pytest.raises(ConverterError, match="页边距不对"):
        verify(FILE, LAYOUT, Composition(tuple(sheets)))


def test_text_moved_to_the_next_paragraph() -> None:
    styles = REPORT.styles
    written = pair("甲乙", "丙", REPORT)
    wanted = Composition(
        (Sheet(page=PAGE, blocks=(para(styles.body, "甲"), para(styles.body, "乙丙"))),)
    )
    with pytest.raises(ConverterError, match="文字不符"):
        verify(written, REPORT, wanted)


def pair(first: str, second: str, layout: Layout) -> bytes:
    blocks = (para(layout.styles.body, first), para(layout.styles.body, second))
    return write(Composition((Sheet(page=PAGE, blocks=blocks),)), layout, Document())


def test_letter_has_its_mark_first() -> None:
    layout, sheets = CASES["letter"]
    assert layout is LETTER
    document = parts(write(Composition(sheets), layout, Document()))[DOCUMENT].decode()
    text = "".join(re.findall(r"<w:t[^>]*>([^<]*)", document))
    assert text.startswith("云岭县人民政府机密★1年")
