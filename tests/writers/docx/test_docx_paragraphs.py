"""What a paragraph of a composition says directly, and what it leaves to its style."""

from __future__ import annotations

import pytest

from converter.composition.blocks import Indents, Paragraph, Span, Tab
from converter.errors import InputError
from converter.layout.table import Rule
from converter.layout.units import ZERO, pt, twips
from tests.writers.docx.compositions import (
    NS,
    STYLES,
    VARIANTS,
    W,
    attributes,
    file_of,
    main_part,
    para,
    the,
)

SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# Paragraph, element of its properties, attributes of that element (None: it is not there).
DIRECT: dict[str, tuple[Paragraph, str, dict[str, str] | None]] = {
    "nothing": (para(STYLES.body, "文"), "spacing", None),
    "nothing that differs": (
        para(STYLES.body, indents=Indents(first_line=pt(32)), before=ZERO, align="both"),
        "ind",
        None,
    ),
    "before": (para(STYLES.body, before=pt(10)), "spacing", {"before": "200"}),
    "after": (para(STYLES.title, after=ZERO), "spacing", {"after": "0"}),
    "the style's own before": (para(STYLES.signature, before=twips(579)), "spacing", None),
    "height": (para(STYLES.body, height=pt(40)), "spacing", {"line": "800", "lineRule": "exact"}),
    "the style's own height": (para(STYLES.body, height=twips(579)), "spacing", None),
    "height of a line that is not exact": (
        para(STYLES.table_body, height=pt(18)),
        "spacing",
        {"line": "360", "lineRule": "exact"},
    ),
    "first line": (
        para(STYLES.body, indents=Indents()),
        "ind",
        {"firstLineChars": "0", "firstLine": "0"},
    ),
    "right only": (
        para(STYLES.signature, indents=Indents(right=pt(47.25))),
        "ind",
        {"rightChars": "0", "right": "945"},
    ),
    "left with the right of the style": (
        para(STYLES.signature, indents=Indents(left=pt(100), right=pt(32))),
        "ind",
        {"leftChars": "0", "left": "2000"},
    ),
    "hanging": (
        para(STYLES.attachment_next, indents=Indents(pt(100), ZERO, -pt(20))),
        "ind",
        {"leftChars": "0", "left": "2000", "hangingChars": "0", "hanging": "400"},
    ),
    "align": (para(STYLES.body, align="right"), "jc", {"val": "right"}),
    "keep": (para(STYLES.body, keep_next=True), "keepNext", {"val": "1"}),
    "keep not": (para(STYLES.heading_1, keep_next=False), "keepNext", {"val": "0"}),
    "keep as the style": (para(STYLES.heading_1, keep_next=True), "keepNext", None),
    "page break": (para(STYLES.body, page_break=True), "pageBreakBefore", {}),
    "tab": (
        para(STYLES.body, tabs=(Tab(pt(100), "right"),)),
        "tabs/w:tab",
        {"val": "right", "pos": "2000"},
    ),
    "rule": (
        para(STYLES.body, rule=Rule(weight=pt(1), colour="FF0000", distance=pt(7))),
        "pBdr/w:bottom",
        {"val": "single", "sz": "8", "space": "7", "color": "FF0000"},
    ),
    "double rule": (
        para(STYLES.body, rule=Rule(weight=pt(3), form="thick-thin")),
        "pBdr/w:bottom",
        {"val": "thickThinSmallGap", "sz": "24", "space": "0", "color": "000000"},
    ),
}


@pytest.mark.parametrize("name", list(DIRECT))
def test_direct_formatting(name: str) -> None:
    paragraph, tag, expected = DIRECT[name]
    assert attributes(main_part(paragraph).find(f".//w:pPr/w:{tag}", NS)) == expected


def test_a_span_of_another_style_is_a_run_of_its_character_style() -> None:
    spans = Span("（一）供水。", style=STYLES.heading_2), Span("供水平稳。")
    runs = main_part(para(STYLES.body, *spans)).findall(".//w:r", NS)
    styles = [attributes(run.find("w:rPr/w:rStyle", NS)) for run in runs]
    assert styles == [{"val": "Heading2Run"}, None]
    assert ["".join(str(text) for text in run.itertext()) for run in runs] == [
        span.text for span in spans
    ]


def test_a_style_without_a_character_style_is_said_directly() -> None:
    span = Span("附件", style=STYLES.attachment_label)
    fonts = attributes(main_part(para(STYLES.body, span)).find(".//w:rPr/w:rFonts", NS))
    assert fonts and fonts["eastAsia"] == "黑体"


def test_size_of_fitted_characters() -> None:
    body = main_part(para(STYLES.mark, "禾湾区人民政府", size=pt(41.5), height=pt(52)))
    assert attributes(body.find(".//w:rPr/w:sz", NS)) == {"val": "83"}
    assert body.find(".//w:rPr/w:rFonts", NS) is None


def test_line_breaks_tabs_and_spaces() -> None:
    body = main_part(para(STYLES.body, " 甲\t乙  丙\n丁 "))
    run = the(body, ".//w:r")
    assert [item.tag.removeprefix(W) for item in run] == ["t", "tab", "t", "br", "t"]
    assert [item.get(SPACE) for item in run.iterfind("w:t", NS)] == ["preserve"] * 3


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_characters_that_xml_cannot_hold(character: str) -> None:
    with pytest.raises(InputError) as error:
        file_of(para(STYLES.body, "甲", Span(f"乙{character}", "$.lead[3]")))
    assert error.value.where == "$.lead[3]"
    for lang in ("zh", "en"):
        assert f"U+{ord(character):04X}" in error.value.line(lang)


@pytest.mark.parametrize(
    ("text", "western"),
    [
        ("完成投资13.45亿元，增长8%。", ["13.45", "8"]),
        ("GDP达1,234.5亿元（A级）", ["GDP", "1,234.5", "A"]),
        ("DN300管；Café。", ["DN300", "Café"]),
        ("全角１２和一二三——“稳”…·①", []),
        ("2024年12月19日", ["2024", "12", "19"]),
    ],
)
def test_western_text_has_runs_of_its_own(text: str, western: list[str]) -> None:
    body = main_part(para(STYLES.body, text), layout=VARIANTS["latin"])
    runs = [
        ("".join(map(str, run.itertext())), run.find("w:rPr/w:rStyle", NS) is not None)
        for run in body.iterfind(".//w:r", NS)
    ]
    assert [piece for piece, styled in runs if styled] == western
    assert "".join(piece for piece, _ in runs) == text


def test_western_text_in_a_character_style() -> None:
    span = Span("（一）完成5G。", style=STYLES.heading_2)
    body = main_part(para(STYLES.body, span), layout=VARIANTS["latin"])
    runs = body.findall(".//w:r", NS)
    assert [attributes(run.find("w:rPr/w:rStyle", NS)) for run in runs] == [
        {"val": "Heading2Run"}
    ] * 3
    fonts = attributes(runs[1].find("w:rPr/w:rFonts", NS))
    assert fonts and (fonts["ascii"], fonts["eastAsia"]) == ("Times New Roman", "楷体_GB2312")


def test_one_run_a_span_where_western_text_has_no_font_of_its_own() -> None:
    assert len(main_part(para(STYLES.body, "完成13.45亿元ABC。")).findall(".//w:r", NS)) == 1
