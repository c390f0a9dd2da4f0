"""Deviations from the official look as tracked changes of formatting: accepted, they are gone;
rejected, everything looks as before; and the text is the same."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor
from lxml import etree

from converter.commands.planted import findings_in_word, looked_at
from converter.findings import Finding
from converter.linter.form.items import placed
from converter.linter.remedies.remedies import REMEDIES
from converter.linter.ruleset import Ruleset
from converter.linting import remedies_in
from converter.profiles.choice import Choice
from converter.word.edit import corrected
from converter.word.edit.formatting import OfCharacters, OfParagraph, Property
from converter.word.edit.places import Span
from converter.word.edit.review import Corrected
from converter.word.model import WordFile
from converter.word.reading import read_word
from converter.word.transcript import transcript_of
from tests.linter.format.test_deviations import CHECKED, DEVIATIONS, FORM, layout_of, planted
from tests.tools.office import Office, office_command
from tests.tools.require import require
from tests.tools.sdk import sdk_findings, sdk_present
from tests.word.accepted import W, changes_of_looks, with_looks
from tests.word.revisions import root_of, settled, texts

CODES = {rule.name: rule.code for rule in FORM}
BOXED = ("imprint-type",)
"""Our own imprint stands in a text box, which is left alone."""
LEFT = (
    *("正文两段之间空一行", "正文一段加下边框", "正文一段升高三磅", "正文分两栏"),
    *("段首是标题的整段用宋体", "段首是标题的整段加粗"),
)
"""Kinds that rules with remedies find, too, and that are put right in part or not at all: blank
lines, borders, raised text, columns, and a run-in heading behind the text around it."""
CURABLE = [
    item
    for item in DEVIATIONS
    if CODES.get(item["rule"]) in REMEDIES
    and item["rule"] not in BOXED
    and item["name"] not in LEFT
]
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLD = f'<w:rPrChange {NAMESPACE} w:id="7" w:author="李四"><w:rPr/></w:rPrChange>'


def about_form(data: bytes, layout: str, ruleset: Ruleset = CHECKED) -> list[Finding]:
    return [one for one in findings_in_word(data, ruleset, layout) if one.code.startswith("F")]


def put_right(data: bytes, layout: str, ruleset: Ruleset = CHECKED) -> Corrected:
    """The file with its fixes, those of the look and (safe ones) of the text."""
    _, form = looked_at(data, layout)
    found = findings_in_word(data, ruleset, layout)
    return corrected(form.word, found, remedies_in(found, Choice(), ruleset, form))


def looks(word: WordFile) -> list[Any]:
    """How every paragraph, every character and every section of a file looks."""
    paragraphs: list[Any] = [
        (paragraph.look, paragraph.end_look, [(c, r.look) for r in paragraph.runs for c in r.text])
        for paragraph, _ in placed(word)
    ]
    pages = [
        (
            *(s.width, s.height, s.landscape, s.top, s.right, s.bottom, s.left),
            *(s.header, s.footer, s.gutter, s.grid, s.pitch, s.char_space),
        )
        for s in word.sections
    ]
    return [*paragraphs, pages]


def messy() -> bytes:
    """A draft as it comes from an office: fonts of the theme, colours, indents, a heading in the
    middle of a run, a change of looks that somebody else made."""
    document = docx.Document()
    title = document.add_heading("云岭县水务局2024年工作总结", 0)
    title.runs[0].font.color.rgb = RGBColor(0x2F, 0x54, 0x96)
    document.add_heading("一、工作情况", 1)
    paragraph = document.add_paragraph("（一）供水有保障。全年供水3400万立方米,比上年增长5%。")
    paragraph.paragraph_format.left_indent = Pt(24)
    for text, size in (
        ("建成供水点12处，", 14),
        ("惠及群众3400人。", 12),
        ("“双百”行动有序。", 16),
    ):
        paragraph = document.add_paragraph()
        paragraph.add_run(text).font.size = Pt(size)
        paragraph.runs[0].italic = True
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before = Pt(12)
    paragraph.runs[0]._r.get_or_add_rPr().append(parse_xml(OLD))
    document.add_heading("二、下一步打算", 1)
    document.add_paragraph("一是抓好春耕灌溉。")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("item", CURABLE, ids=lambda item: str(item["name"]))
def test_planted_deviations_are_put_right(item: dict[str, Any]) -> None:
    data, layout = planted(item), layout_of(item["sample"])
    _, form = looked_at(data, layout)
    found = about_form(data, layout)
    copy = corrected(form.word, [], remedies_in(found, Choice(), CHECKED, form))
    assert copy.looks >= 1
    accepted, rejected = (with_looks(copy.data, answer) for answer in ("accept", "reject"))
    assert [(one.code, one.message) for one in about_form(accepted, layout)] == []
    assert looks(read_word(rejected)) == looks(form.word)
    assert transcript_of(read_word(copy.data)).source.text == form.transcript.source.text


@pytest.mark.parametrize("name", LEFT)
def test_what_is_left_does_no_harm(name: str) -> None:
    (item,) = (item for item in DEVIATIONS if item["name"] == name)
    data, layout = planted(item), layout_of(item["sample"])
    copy = put_right(data, layout)
    accepted, rejected = (with_looks(copy.data, answer) for answer in ("accept", "reject"))
    before, after = about_form(data, layout), about_form(accepted, layout)
    assert len(after) <= len(before)
    assert looks(read_word(rejected)) == looks(read_word(data))


def test_there_are_enough_kinds() -> None:
    assert len(CURABLE) >= 60
    assert len({item["rule"] for item in CURABLE}) >= 40


def test_a_messy_draft_is_put_right() -> None:
    data = messy()
    copy = put_right(data, "report")
    accepted = with_looks(copy.data, "accept")
    left = [one for one in about_form(accepted, "report") if one.code in REMEDIES]
    # The run that somebody else has changed keeps his change, and its look.
    number = transcript_of(read_word(accepted)).source.lines.index("“双百”行动有序。") + 1
    assert left and {one.line for one in left} == {number}
    root = root_of(with_looks(copy.data, "reject", "gongwen"))
    with_text = settled(root, "reject")
    assert texts(with_text) == texts(root_of(data))
    assert looks(read_word(with_main(data, with_text))) == looks(read_word(data))


def with_main(data: bytes, root: etree._Element) -> bytes:
    """A file with another main part."""
    return read_word(data).package.rewritten({"word/document.xml": etree.tostring(root)})


def test_changes_have_ids_of_their_own_and_are_not_nested() -> None:
    copy = put_right(messy(), "report")
    assert copy.texts
    root = root_of(copy.data)
    changes = changes_of_looks(root)
    assert len({change.get(W + "id") for change in changes}) == len(changes)
    assert not [change for change in changes if changes_of_looks(change) != [change]]
    assert [c.get(W + "author") for c in changes].count("李四") == 1
    others = [e.get(W + "id") for e in root.iter(W + "ins", W + "del")]
    assert not {change.get(W + "id") for change in changes} & set(others)


def test_what_looks_right_is_not_touched() -> None:
    data = planted({"sample": "layout/report"})
    _, form = looked_at(data, "report")
    found = about_form(data, "report")
    copy = corrected(form.word, [], remedies_in(found, Choice(), CHECKED, form))
    assert (copy.looks, root_text(copy.data)) == (0, root_text(data))


def root_text(data: bytes) -> bytes:
    return etree.tostring(root_of(data))


def test_rules_that_are_off_change_nothing() -> None:
    data = messy()
    off = Ruleset(tuple(rule for rule in CHECKED.rules if rule.code not in ("F112", "F404")))
    everything, less = (
        root_text(put_right(data, "report", rules).data) for rules in (CHECKED, off)
    )
    assert b"<w:color " in re.sub(rb"<w:rPrChange.*?</w:rPrChange>", b"", everything)
    colour = b'<w:color w:val="auto"/>'
    assert (colour in everything, colour in less) == (True, False)


def test_a_part_of_a_run_is_split_off() -> None:
    document = docx.Document()
    document.add_paragraph("全年供水三千四百万立方米。")
    stream = BytesIO()
    document.save(stream)
    word = read_word(stream.getvalue())
    paragraph = next(paragraph for paragraph, _ in placed(word))
    bold = OfCharacters(Span(paragraph, 2, 4), Property("b", (("val", "1"),)))
    kept = OfParagraph(paragraph, Property("keepNext", (("val", "1"),)))
    copy = corrected(word, [], [bold, kept, bold])
    assert copy.looks == 2
    again = next(paragraph for paragraph, _ in placed(read_word(copy.data)))
    assert [(run.text, run.look.bold) for run in again.runs] == [
        ("全年", False),
        ("供水", True),
        ("三千四百万立方米。", False),
    ]
    assert again.look.keep_next


def test_the_sdk_and_libreoffice_accept_the_copies(tmp_path: Path) -> None:
    require(sdk_present(), "the Open XML SDK validator")
    names = ("标题用黑体", "有装订线宽度", "行距29磅", "每行27字", "字体来自主题")
    files = [planted(item) for item in DEVIATIONS if item["name"] in names]
    assert len(files) == len(names)
    for index, data in enumerate([messy(), *files]):
        path = tmp_path / f"{index}.docx"
        path.write_bytes(put_right(data, "report").data)
        assert sdk_findings(path) == []
    require(office_command(), "LibreOffice")
    assert "全年供水3400万立方米" in Office(tmp_path).to_text(tmp_path / "0.docx")
