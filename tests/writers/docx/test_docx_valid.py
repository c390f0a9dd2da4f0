"""Files are valid: to a schema validator, and in what lies across parts and escapes it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from converter.model.nodes import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
NS = {"w": W[1:-1]}

Parts = dict[str, etree._Element]
PartsOf = Callable[[Document], Parts]


def values(root: etree._Element, path: str) -> list[str]:
    """The ``w:val`` of all elements that ``path`` finds."""
    return [element.get(f"{W}val", "") for element in root.iterfind(path, NS)]


def test_validator_finds_nothing(document: Document, saved: Callable[[Document], Path]) -> None:
    audit = pytest.importorskip("openxml_audit")
    result = audit.OpenXmlValidator().validate(str(saved(document)))
    assert result.is_valid, [error.description for error in result.errors]
    assert not list(result.errors)


def test_open_xml_sdk_finds_nothing(
    full: Document,
    saved: Callable[[Document], Path],
    sdk_validator: Callable[[Path], list[dict[str, Any]]],
) -> None:
    assert sdk_validator(saved(full)) == []


def test_styles_used_are_there(document: Document, parts_of: PartsOf) -> None:
    parts = parts_of(document)
    known = {style.get(f"{W}styleId") for style in parts["word/styles.xml"].iterfind("w:style", NS)}
    for name in ("word/document.xml", "word/footer1.xml", "word/footer2.xml", "word/styles.xml"):
        for kind in ("pStyle", "rStyle", "basedOn", "next"):
            assert set(values(parts[name], f".//w:{kind}")) <= known


def test_every_relationship_leads_to_a_part(document: Document, parts_of: PartsOf) -> None:
    parts = parts_of(document)
    relations = parts["word/_rels/document.xml.rels"]
    targets = {rel.get("Id"): posixpath.join("word", rel.get("Target", "")) for rel in relations}
    assert set(targets.values()) <= set(parts)
    used = {element.get(R_ID) for element in parts["word/document.xml"].iter() if element.get(R_ID)}
    assert used == {"footerOdd", "footerEven"} <= set(targets)


def test_every_part_has_a_content_type(full: Document, parts_of: PartsOf) -> None:
    parts = parts_of(full)
    named = {item.get("PartName", "")[1:] for item in parts["[Content_Types].xml"]} - {""}
    assert named == {name for name in parts if "rels" not in name and "Types" not in name}


@pytest.mark.parametrize("name", ["word/footer1.xml", "word/footer2.xml"])
def test_page_field_is_complete(full: Document, parts_of: PartsOf, name: str) -> None:
    footer = parts_of(full)[name]
    kinds = [item.get(f"{W}fldCharType") for item in footer.iterfind(".//w:fldChar", NS)]
    assert kinds == ["begin", "separate", "end"]
    assert [item.text for item in footer.iterfind(".//w:instrText", NS)] == ["PAGE"]
    assert "".join(item.text or "" for item in footer.iterfind(".//w:t", NS)) == "— 1 —"


def test_every_style_sets_all_fonts_and_no_theme_font(full: Document, parts_of: PartsOf) -> None:
    styles = parts_of(full)["word/styles.xml"]
    found = list(styles.iterfind(".//w:rFonts", NS))
    # One for each style but the default character style, and one for the document's defaults.
    assert len(found) == len(list(styles.iterfind("w:style", NS)))
    for fonts in found:
        slots = {fonts.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert len(slots) == 1
        assert None not in slots
        assert fonts.get(f"{W}hint") == "eastAsia"
        assert not [name for name in fonts.attrib if "heme" in str(name)]


def test_every_font_is_described(full: Document, parts_of: PartsOf) -> None:
    parts = parts_of(full)
    described = {font.get(f"{W}name") for font in parts["word/fontTable.xml"]}
    used = {font.get(f"{W}ascii") for font in parts["word/styles.xml"].iterfind(".//w:rFonts", NS)}
    assert used == described


def test_no_bold_no_colour_no_numbering(full: Document, parts_of: PartsOf) -> None:
    for root in parts_of(full).values():
        for tag in ("b", "color", "numPr", "i"):
            assert root.find(f".//w:{tag}", NS) is None
