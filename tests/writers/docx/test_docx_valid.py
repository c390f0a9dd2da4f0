"""Files are valid: to schema validators, and in what lies across parts and escapes them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openxml_audit as audit
import pytest
from lxml import etree

from converter.layout.gbt9704 import REPORT
from converter.model.nodes import Document
from converter.writers.docx import render, write
from tests.writers.docx.compositions import NS, everything, parts_in
from tests.writers.docx.faults import faults


def audited(path: Path) -> list[str]:
    """What openxml-audit finds wrong in a file."""
    result = audit.OpenXmlValidator().validate(str(path))
    assert result.is_valid == (not result.errors)
    return [error.description for error in result.errors]


@pytest.fixture
def path(complete: bytes, tmp_path: Path) -> Path:
    """A file with every kind of block, on disk."""
    place = tmp_path / "complete.docx"
    place.write_bytes(complete)
    return place


def test_validator_finds_nothing(document: Document, saved: Callable[[Document], Path]) -> None:
    assert audited(saved(document)) == []


def test_validator_finds_nothing_in_any_layout(path: Path) -> None:
    assert audited(path) == []


def test_open_xml_sdk_finds_nothing(
    path: Path, sdk_validator: Callable[[Path], list[dict[str, Any]]]
) -> None:
    assert sdk_validator(path) == []


def test_parts_fit_together(document: Document) -> None:
    assert faults(render(document)) == []


def test_parts_fit_together_in_any_layout(complete: bytes) -> None:
    assert faults(complete) == []


# What is done to a part of a good file, and the fault that it makes.
BROKEN: dict[str, tuple[str, str, str, str]] = {
    "style": ("word/document.xml", r'"GwBody"', '"GwBodi"', "paragraph style GwBodi"),
    "kind of style": ("word/document.xml", r'"GwTable"', '"GwBody"', "table style GwBody"),
    "base": ("word/styles.xml", r'basedOn w:val="Normal"', 'basedOn w:val="No"', "basedOn No"),
    "cell": ("word/document.xml", r"<w:p>(?:(?!<w:p>).)*?</w:p></w:tc>", "</w:tc>", "a cell"),
    "field": ("word/footer1.xml", r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", "field"),
    "relationship": ("word/_rels/document.xml.rels", '"image1"', '"image9"', "image1 is not"),
    "target": ("word/_rels/document.xml.rels", "media/image1", "media/image9", "no such part"),
    "type": ("[Content_Types].xml", r'Extension="png"', 'Extension="gif"', "no content type"),
    "note": ("word/footnotes.xml", r'w:footnote w:id="2"', 'w:footnote w:id="7"', "notes"),
    "stray text": ("word/document.xml", r"</w:p>", "文</w:p>", "outside of runs"),
    "drawing": ("word/document.xml", r'docPr id="\d+"', 'docPr id="1"', "drawing 1 twice"),
}


@pytest.mark.parametrize("name", list(BROKEN))
def test_faults_are_found(name: str) -> None:
    part, pattern, replacement, fault = BROKEN[name]
    good, bad = io.BytesIO(write(everything(REPORT), REPORT, Document())), io.BytesIO()
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for item in source.namelist():
            data = source.read(item)
            if item == part:
                text = re.sub(pattern, replacement, data.decode(), flags=re.S)
                assert text != data.decode()
                data = text.encode()
            target.writestr(item, data)
    assert any(fault in line for line in faults(bad.getvalue()))


def test_colour_only_where_a_style_or_a_rule_has_one(full: Document) -> None:
    body = parts_in(render(full))["word/document.xml"]
    for tag in ("b", "color", "numPr", "i"):
        assert body.find(f".//w:{tag}", NS) is None


def test_no_theme_font_and_no_numbering(complete: bytes) -> None:
    for name, part in parts_in(complete).items():
        assert part.find(".//w:numPr", NS) is None
        if not name.startswith("word/theme"):
            assert "heme=" not in etree.tostring(part, encoding="unicode")


def test_most_paragraphs_say_nothing_directly(full: Document) -> None:
    properties = parts_in(render(full))["word/document.xml"].findall(".//w:pPr", NS)
    plain = [item for item in properties if len(item) == 1]
    assert len(plain) > 0.6 * len(properties)
