"""Footnotes and pictures: parts of their own that the text refers to."""

from __future__ import annotations

import io
import zipfile

import pytest

from converter.composition.blocks import Span
from converter.errors import InputError
from tests.writers.docx.compositions import (
    NS,
    PICTURE,
    STYLES,
    VARIANTS,
    W,
    attributes,
    everything,
    file_of,
    para,
    parts_in,
    picture,
    the,
)

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"

NOTED = (
    para(STYLES.body, Span("甲", footnote="其一"), "乙", Span("丙", footnote="其二")),
    para(STYLES.body, Span("丁", footnote="其三\n续")),
)


def test_notes_are_numbered_from_one_in_the_order_of_the_text() -> None:
    parts = parts_in(file_of(*NOTED))
    body, notes = parts["word/document.xml"], parts["word/footnotes.xml"]
    calls = [attributes(call) for call in body.iterfind(".//w:footnoteReference", NS)]
    assert calls == [{"id": "1"}, {"id": "2"}, {"id": "3"}]
    texts = {
        note.get(f"{W}id"): "".join(text.text or "" for text in note.iterfind(".//w:t", NS)).strip()
        for note in notes
        if note.get(f"{W}type") is None
    }
    assert texts == {"1": "其一", "2": "其二", "3": "其三续"}


def test_a_call_stands_behind_its_span_and_is_raised() -> None:
    parts = parts_in(file_of(*NOTED))
    runs = parts["word/document.xml"].findall(".//w:p", NS)[0].findall("w:r", NS)
    assert [[child.tag.removeprefix(W) for child in run] for run in runs] == [
        ["t"],
        ["rPr", "footnoteReference"],
        ["t"],
        ["t"],
        ["rPr", "footnoteReference"],
    ]
    used = attributes(runs[1].find("w:rPr/w:rStyle", NS))
    assert used == {"val": "GwFootnoteRun"}
    style = the(parts["word/styles.xml"], "w:style[@w:styleId='GwFootnoteRun']")
    assert attributes(style.find("w:rPr/w:vertAlign", NS)) == {"val": "superscript"}


def test_each_note_begins_with_its_number_in_the_style_of_notes() -> None:
    for note in parts_in(file_of(*NOTED))["word/footnotes.xml"]:
        (paragraph,) = note.findall("w:p", NS)
        assert attributes(paragraph.find("w:pPr/w:pStyle", NS)) == {"val": "GwFootnote"}
        first = paragraph.findall("w:r", NS)[0]
        kind = note.get(f"{W}type") or "footnoteRef"
        assert first.find(f"w:{kind}", NS) is not None


def test_separators_are_named_in_the_settings() -> None:
    parts = parts_in(file_of(*NOTED))
    named = parts["word/settings.xml"].findall("w:footnotePr/w:footnote", NS)
    kinds = [note for note in parts["word/footnotes.xml"] if note.get(f"{W}type")]
    assert [note.get(f"{W}id") for note in named] == [note.get(f"{W}id") for note in kinds]


def test_no_note_no_part() -> None:
    parts = parts_in(file_of(para(STYLES.body, "文")))
    assert "word/footnotes.xml" not in parts
    assert parts["word/settings.xml"].find("w:footnotePr", NS) is None


def test_characters_that_xml_cannot_hold_in_a_note() -> None:
    with pytest.raises(InputError) as error:
        file_of(para(STYLES.body, Span("文", "$.lead[0]", footnote="注\x00")))
    assert error.value.where == "$.lead[0]"


def test_picture() -> None:
    parts = parts_in(file_of(picture("图1 “清水河”<示意>")))
    (inline,) = parts["word/document.xml"].iter(f"{WP}inline")
    # 100 × 50 mm in English metric units, 36,000 a millimetre.
    size = {"cx": "3600000", "cy": "1800000"}
    assert attributes(inline.find(f"{WP}extent")) == size
    assert attributes(inline.find(f".//{A}ext")) == size
    properties = attributes(inline.find(f"{WP}docPr"))
    assert properties and properties["descr"] == "图1 “清水河”<示意>"
    paragraph = the(parts["word/document.xml"], ".//w:p")
    assert attributes(paragraph.find("w:pPr/w:pStyle", NS)) == {"val": "GwPicture"}
    assert paragraph.find("w:pPr/w:keepNext", NS) is not None


def test_a_picture_used_twice_is_one_part() -> None:
    file = file_of(picture(), picture("又"))
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        (name,) = [name for name in archive.namelist() if "/media/" in name]
        assert (name, archive.read(name)) == ("word/media/image1.png", PICTURE.data)
    body = parts_in(file)["word/document.xml"]
    blips = [blip.get(EMBED) for blip in body.iter(f"{A}blip")]
    assert blips == ["image1", "image1"]
    numbers = [item.get("id") for item in body.iter(f"{WP}docPr")]
    assert len(set(numbers)) == len(numbers) == 2


@pytest.mark.parametrize("layout", list(VARIANTS))
def test_no_line_is_exact_where_a_picture_stands(layout: str) -> None:
    parts = parts_in(file_of(*everything(VARIANTS[layout]).sheets[1].blocks))
    style = the(parts["word/styles.xml"], "w:style[@w:styleId='GwPicture']/w:pPr/w:spacing")
    assert style.get(f"{W}lineRule") == "atLeast"
    for inline in parts["word/document.xml"].iter(f"{WP}inline"):
        (paragraph,) = inline.iterancestors(f"{W}p")
        assert paragraph.find("w:pPr/w:spacing", NS) is None
