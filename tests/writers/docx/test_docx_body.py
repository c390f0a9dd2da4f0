"""Each node of a document becomes the right paragraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from converter.errors import InputError
from converter.layout.gbt9704 import OFFICIAL, REPORT
from converter.model.elements import Elements
from converter.model.nodes import DateLine, Document, Paragraph, Picture, TextLine
from converter.writers import Setting
from converter.writers.docx import render
from tests.writers.docx.compositions import PICTURE, attributes, parts_in
from tests.writers.docx.samples import section

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}

PartsOf = Callable[[Document], dict[str, etree._Element]]

EXPECTED = """\
题上行 内部资料
发文字号 云农〔2023〕5号
公文标题 云岭县农业农村局/2023年工作总结和2024年工作计划
题下行 张三
题下行 （2023年12月19日）
公文正文 2023年，全局上下坚持“稳粮、增收”的思路，取得新的进展。
一级标题 一、2023年工作情况
二级标题 （一）粮食生产
公文正文 总产量13.45万吨。一是抓面积；二是抓技术。
公文正文 [二级标题字:（二）产业发展。]规模扩大。
公文正文 质量提高。
公文正文 [二级标题字:特色做法：]成效明显。
公文正文 1.有编号而无标题的一句话。
三级标题 2.三级标题
四级标题 （1）四级
五级标题 ①五级
公文正文 文。
一级标题 二、存在问题
公文正文 没有编号也没有标题。
一级标题 三、
一级标题 四、2024年工作计划
二级标题 （一）只有下级
署名 云岭县农业农村局
成文日期 2023年12月19日
""".splitlines()


def style_names(parts: dict[str, etree._Element]) -> dict[str, str]:
    names = {}
    for style in parts["word/styles.xml"].iterfind("w:style", NS):
        name = style.find("w:name", NS)
        assert name is not None
        names[style.get(f"{W}styleId", "")] = name.get(f"{W}val", "")
    return names


def shown(parts: dict[str, etree._Element]) -> list[str]:
    """Each paragraph as ``style text``, with ``/`` for a line break and runs of other styles."""
    names = style_names(parts)
    return [_paragraph(item, names) for item in parts["word/document.xml"].iterfind(".//w:p", NS)]


def _paragraph(paragraph: etree._Element, names: dict[str, str]) -> str:
    text = ""
    for run in paragraph.iterfind("w:r", NS):
        inner = "".join(
            {f"{W}t": item.text or "", f"{W}br": "/", f"{W}tab": "\t"}.get(item.tag, "")
            for item in run
        )
        style = run.find("w:rPr/w:rStyle", NS)
        text += inner if style is None else f"[{names[style.get(f'{W}val', '')]}:{inner}]"
    own = paragraph.find("w:pPr/w:pStyle", NS)
    assert own is not None
    return f"{names[own.get(f'{W}val', '')]} {text}"


def direct(parts: dict[str, etree._Element], index: int, tag: str) -> dict[str, str] | None:
    """The direct formatting ``tag`` of a paragraph, without namespaces."""
    found = parts["word/document.xml"].findall(".//w:p", NS)[index].find(f"w:pPr/w:{tag}", NS)
    return attributes(found)


def test_every_node(full: Document, parts_of: PartsOf) -> None:
    assert shown(parts_of(full)) == EXPECTED


def test_blank_line_moves_behind_the_lines_below_the_title(
    full: Document, parts_of: PartsOf
) -> None:
    assert direct(parts_of(full), 2, "spacing") == {"after": "0"}
    assert direct(parts_of(replace(full, below_title=())), 2, "spacing") is None


def test_headings_without_content_are_not_kept_with_the_next(
    full: Document, parts_of: PartsOf
) -> None:
    parts = parts_of(full)
    kept = [direct(parts, index, "keepNext") for index in range(len(EXPECTED))]
    free = [EXPECTED[index] for index, value in enumerate(kept) if value == {"val": "0"}]
    # The last one of all is kept with the ending.
    assert free == ["一级标题 二、存在问题", "一级标题 三、"]


def test_ending_takes_a_line_of_text_along(parts_of: PartsOf) -> None:
    for document in (
        Document(lead=(Paragraph("正文。", 1),), signature=TextLine("某某局", 2)),
        Document(sections=(section(1, "一、", "计划"),), signature=TextLine("某某局", 2)),
    ):
        parts = parts_of(document)
        # Said directly, or by the style of a heading, which does not say the contrary.
        kept = direct(parts, 0, "keepNext")
        assert kept == ({"val": "1"} if shown(parts)[0].startswith("公文正文") else None)


def test_ending_in_the_order_of_the_source(parts_of: PartsOf) -> None:
    signature, date = TextLine("某某局", 2), DateLine("2023年12月1日", None, 1)
    parts = parts_of(Document(signature=signature, date=date))
    assert shown(parts) == ["成文日期 2023年12月1日", "署名 某某局"]
    assert direct(parts, 0, "spacing") == {"before": "579"}
    assert direct(parts, 1, "spacing") == {"before": "0"}


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
@pytest.mark.parametrize(
    ("where", "make"),
    [
        ("$.title", lambda text: Document(title=TextLine(text, 1))),
        ("$.lead[1]", lambda text: Document(lead=(Paragraph("甲", 1), Paragraph(text, 2)))),
        ("$.date", lambda text: Document(date=DateLine(text, None, 1))),
        ("$.organization", lambda text: Document(organization=text)),
    ],
)
def test_characters_that_xml_cannot_hold(
    character: str, where: str, make: Callable[[str], Document]
) -> None:
    with pytest.raises(InputError) as error:
        render(make(f"甲{character}"))
    assert error.value.where == where
    for lang in ("zh", "en"):
        assert f"U+{ord(character):04X}" in error.value.line(lang)


def test_the_layout_that_the_setting_names(full: Document) -> None:
    wide = replace(REPORT, page=replace(REPORT.page, left=REPORT.page.right))
    assert render(full, Setting(wide)) != render(full)
    assert render(full, Setting(REPORT)) == render(full)


def test_the_layout_that_the_document_names(full: Document) -> None:
    official = replace(full, elements=Elements(layout="official", issuers=("云岭县人民政府",)))
    assert render(official) == render(official, Setting(OFFICIAL)) != render(full)


def test_pictures_are_found_from_the_folder_of_the_setting(tmp_path: Path) -> None:
    (tmp_path / "图.png").write_bytes(PICTURE.data)
    shown_picture = Paragraph("图1", 1, kind="picture", picture=Picture("图.png"))
    document = Document(lead=(shown_picture,))
    parts = parts_in(render(document, Setting(folder=tmp_path)))
    assert shown(parts) == ["图片 ", f"{REPORT.styles.caption.name} 图1"]
    with pytest.raises(InputError) as error:
        render(document, Setting(folder=tmp_path / "别处"))
    assert error.value.where == "$.lead[0].picture.path"
