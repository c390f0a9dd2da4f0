"""The styles of a file: one for each text style of the layout, each saying all about itself."""

from __future__ import annotations

import pytest
from lxml import etree

from converter.layout.gbt9704 import REPORT
from converter.layout.table import Layout
from tests.writers.docx.compositions import NS, VARIANTS, W, attributes, file_of, parts_in, the


def styles_of(layout: Layout) -> etree._Element:
    return parts_in(file_of(layout=layout))["word/styles.xml"]


@pytest.fixture(params=list(VARIANTS))
def layout(request: pytest.FixtureRequest) -> Layout:
    """Each layout in turn."""
    return VARIANTS[request.param]


def style(root: etree._Element, name: str) -> etree._Element:
    found = root.xpath("w:style[w:name/@w:val=$name]", name=name, namespaces=NS)
    assert isinstance(found, list) and len(found) == 1
    assert isinstance(found[0], etree._Element)
    return found[0]


def value(element: etree._Element, path: str) -> str:
    found = element.find(path, NS)
    return "" if found is None else found.get(f"{W}val", "on")


def test_every_text_style_is_there_under_its_name(layout: Layout) -> None:
    root = styles_of(layout)
    for key, text_style in layout.styles.items():
        found = style(root, text_style.name)
        own_id = found.get(f"{W}styleId", "")
        assert own_id.replace("Gw", "").lower() == key.replace("_", "")
        assert value(found, "w:rPr/w:sz") == str(text_style.size.half_points)
        assert value(found, "w:rPr/w:color") == text_style.colour
        assert value(found, "w:pPr/w:jc") == text_style.align
        spacing = attributes(found.find("w:pPr/w:spacing", NS))
        assert spacing and spacing["line"] == str(text_style.line_pitch.twips)
        assert spacing["lineRule"] == ("exact" if text_style.exact else "atLeast")
        assert found.find("w:qFormat", NS) is not None


def test_character_styles_look_like_their_paragraphs(layout: Layout) -> None:
    root = styles_of(layout)
    for _, text_style in layout.styles.items():
        if text_style.run_in and text_style is not layout.styles.footnote:
            found = style(root, text_style.run_in)
            assert found.get(f"{W}type") == "character"
            looks, whole = the(found, "w:rPr"), the(style(root, text_style.name), "w:rPr")
            assert [etree.tostring(x) for x in looks] == [etree.tostring(x) for x in whole]


def test_ids_and_names_are_unique(layout: Layout) -> None:
    root = styles_of(layout)
    ids = [item.get(f"{W}styleId") for item in root.iterfind("w:style", NS)]
    names = [value(item, "w:name") for item in root.iterfind("w:style", NS)]
    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)


def test_every_style_sets_all_fonts_and_no_theme_font(layout: Layout) -> None:
    for fonts in styles_of(layout).iterfind(".//w:rFonts", NS):
        facts = attributes(fonts) or {}
        assert set(facts) == {"hint", "ascii", "hAnsi", "eastAsia", "cs"}
        if facts["hint"] == "eastAsia":
            assert len(set(facts.values())) == 2
        else:  # 西文
            assert (facts["ascii"], facts["hAnsi"]) == ("Times New Roman",) * 2


def test_paragraph_styles_say_the_same_things(layout: Layout) -> None:
    expected = {"keepNext", "widowControl", "kinsoku", "overflowPunct", "autoSpaceDE"}
    expected |= {"autoSpaceDN", "snapToGrid", "spacing", "jc"}
    for found in styles_of(layout).xpath("w:style[@w:type='paragraph']", namespaces=NS):
        assert isinstance(found, etree._Element)
        said = {etree.QName(item).localname for item in the(found, "w:pPr")}
        assert expected <= said
        assert value(found, "w:pPr/w:widowControl") == "0"
        assert found.find("w:rPr/w:rFonts", NS) is not None


def test_defaults_and_normal_are_set_like_the_body(layout: Layout) -> None:
    root = styles_of(layout)
    size = str(layout.styles.body.size.half_points)
    assert value(root, "w:docDefaults/w:rPrDefault/w:rPr/w:sz") == size
    assert value(style(root, "Normal"), "w:rPr/w:sz") == size
    assert style(root, "Normal").find("w:pPr/w:ind", NS) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("公文正文", {"firstLineChars": "200", "firstLine": "640"}),
        ("主送机关", None),
        ("署名", {"rightChars": "200", "right": "640"}),
        # Characters would be those of the first line to Word, those of the others elsewhere.
        ("附件说明", {"left": "1600", "hanging": "960"}),
        # Characters would be those of the body, which are larger.
        ("抄送", {"left": "1120", "hanging": "840", "right": "280"}),
    ],
)
def test_indents(name: str, expected: dict[str, str] | None) -> None:
    assert attributes(style(styles_of(REPORT), name).find("w:pPr/w:ind", NS)) == expected


def test_headings_are_known_by_the_built_in_ones() -> None:
    root = styles_of(REPORT)
    for level, numeral in enumerate("一二三四五", start=1):
        heading = style(root, f"{numeral}级标题")
        assert heading.get(f"{W}styleId") == f"Heading{level}"
        assert value(heading, "w:pPr/w:outlineLvl") == str(level - 1)
        assert value(heading, "w:next") == "GwBody"
        built_in = style(root, f"heading {level}")
        assert value(heading, "w:basedOn") == built_in.get(f"{W}styleId")


def test_the_grid_of_characters_sets_text_of_body_size_and_styles_do_not() -> None:
    root = styles_of(VARIANTS["characters"])
    assert root.find(".//w:rPr/w:spacing", NS) is None
    snapped = {name: value(style(root, name), "w:pPr/w:snapToGrid") for name in NAMES}
    assert snapped == {"公文正文": "1", "一级标题": "1", "公文标题": "0", "表格内容": "0"}
    assert {value(style(styles_of(REPORT), n), "w:pPr/w:snapToGrid") for n in NAMES} == {"0"}


NAMES = ("公文正文", "一级标题", "公文标题", "表格内容")


def test_a_style_for_western_text_only_where_it_has_a_font() -> None:
    names = {
        key: {value(item, "w:name") for item in styles_of(VARIANTS[key]).iterfind("w:style", NS)}
        for key in ("report", "latin")
    }
    assert names["latin"] - names["report"] == {"西文"}


def test_every_font_is_described(layout: Layout) -> None:
    parts = parts_in(file_of(layout=layout))
    described = {font.get(f"{W}name") for font in parts["word/fontTable.xml"]}
    fonts = [
        attributes(item) or {} for item in parts["word/styles.xml"].iterfind(".//w:rFonts", NS)
    ]
    assert {item["ascii"] for item in fonts} | {item["eastAsia"] for item in fonts} == described


def test_settings_of_mirrored_pages() -> None:
    for name, layout in VARIANTS.items():
        settings = parts_in(file_of(layout=layout))["word/settings.xml"]
        assert (settings.find("w:mirrorMargins", NS) is not None) == (name == "characters")
        assert settings.find("w:evenAndOddHeaders", NS) is not None
