"""A Word file as lines, and the way back from each character of them to its paragraph."""

import tomllib

import pytest

from converter.word.model import Paragraph
from converter.word.reading import read_word
from converter.word.stretches import is_number
from converter.word.transcript import LEFT_OUT, Transcript, transcript_of
from tests.readers.word.notation import made
from tests.tools.places import FIXTURES
from tests.word.snippets import word_file

FILES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((FIXTURES / "word").glob("*/*.toml"))
    for case in tomllib.loads(path.read_text("utf-8")).get("case", ())
    if path.parent.name in ("content", "reading")
]
PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header1", "footer1")
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
NUMBERED = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    "<w:r><w:t>工作回顾</w:t></w:r></w:p>"
)
ROW = (
    "<w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>丙</w:t><w:tab/><w:t>丁</w:t><w:br/><w:t>戊</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p/></w:tc></w:tr>"
)


def transcript(body: str, **parts: str) -> Transcript:
    return transcript_of(read_word(word_file(body, **parts)))


@pytest.mark.parametrize("case", FILES)
def test_every_character_has_its_way_back(case: dict[str, str]) -> None:
    parts = {name: case[name] for name in PARTS if name in case}
    written = transcript_of(read_word(made(case["body"], **parts)))
    lines = written.source.lines
    assert len(lines) == len(written.origins)
    seen: dict[int, list[int]] = {}
    for number, (line, origin) in enumerate(zip(lines, written.origins, strict=True), 1):
        for stretch in origin.stretches:
            text = stretch.paragraph.text
            for at in range(stretch.length):
                offset = stretch.start + at
                here = line[stretch.column - 1 + at]
                assert here == text[offset] or (here in " \u2028" and text[offset].isspace())
                found = written.place(number, stretch.column + at)
                assert found is not None
                assert (found[0], found[1]) == (stretch.paragraph, offset)
                seen.setdefault(id(stretch.paragraph), []).append(offset)
    assert all(len(offsets) == len(set(offsets)) for offsets in seen.values())


@pytest.mark.parametrize(
    ("form", "text", "line"),
    [
        ("chineseCounting", "%1、", "一、工作回顾"),
        ("chineseCounting", "（%1）", "（一）工作回顾"),
        ("decimal", "%1.", "1.工作回顾"),
        ("chineseCounting", "第%1章", "第一章 工作回顾"),
        ("decimal", "%1", "1 工作回顾"),
        ("bullet", "●", "工作回顾"),
    ],
)
def test_an_automatic_number_reads_as_a_typed_one(form: str, text: str, line: str) -> None:
    written = transcript(NUMBERED, numbering=NUMBERING.format(form, text))
    assert written.source.lines == (line,)
    mark = written.origins[0].mark
    assert mark == len(line) - len("工作回顾")
    assert written.place(1, mark + 1) is not None
    assert not mark or written.place(1, 1) is None  # nothing can be edited there


def test_lines_and_paragraphs() -> None:
    body = (
        "<w:p><w:r><w:t>标题</w:t><w:br/><w:t>二行</w:t></w:r></w:p><w:p/>"
        f"<w:tbl>{ROW}</w:tbl><w:p><w:r><w:t>末段</w:t></w:r></w:p>"
    )
    written = transcript(body)
    row = "甲\u2028乙\t丙 丁\u2028戊\t"
    assert written.source.lines == ("标题", "二行", "", row, "末段")
    assert [written.paragraph_at(line) for line in range(1, 6)] == [1, 1, 2, 3, 7]
    assert [written.line_of(number) for number in range(1, 8)] == [1, 3, 4, 4, 4, 0, 5]
    assert written.paragraph_at(4, row.index("丁") + 1) == 5
    assert written.paragraph_at(9) == 0
    assert [origin.first for origin in written.origins[:2]] == [True, False]
    assert written.origins[3].rows == 1


def test_the_one_made_last_is_kept() -> None:
    word = read_word(word_file("<w:p/>"))
    assert transcript_of(word) is transcript_of(word)


def test_what_is_left_out_comes_last_with_its_reason() -> None:
    body = (
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r></w:p>"
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    )
    header = "<w:p><w:r><w:t>眉</w:t></w:r></w:p>"
    written = transcript(body, header1=header)
    assert written.source.lines == ("正文", "眉", "暗")
    assert [LEFT_OUT.get(origin.kind) for origin in written.origins] == [
        None,
        "header",
        "hidden-text",
    ]
    assert [written.paragraph_at(line) for line in (1, 2, 3)] == [1, 0, 1]


def test_bullets_are_no_numbers() -> None:
    assert not any(map(is_number, ("●", "—", "\uf06c", "o", "")))
    assert all(map(is_number, ("一、", "(a)", "1.1", "第一章", "①")))
    assert Paragraph(number=1).text == ""
