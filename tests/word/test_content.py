"""What is read of a Word file: the accepted view, and what is noted beside it."""

import tomllib
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from converter.errors import InputError
from converter.word.limits import Limits
from converter.word.model import WordFile
from converter.word.notes import paragraphs_of
from converter.word.package import open_package
from converter.word.reading import read_word
from tests.tools.places import FIXTURES
from tests.word.outline import outline, stories
from tests.word.revisions import root_of, settled, texts
from tests.word.snippets import word_file

FOLDER = FIXTURES / "word/content"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]
PARTS = ("styles", "numbering", "settings", "footnotes", "endnotes", "comments")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def made(case: dict[str, Any]) -> bytes:
    """The file of a case; ``related`` are other parts: id, kind, name and content of each."""
    headers = {name: text for name, text in case.items() if name[:6] in ("header", "footer")}
    headers.pop("footers", None)
    parts = {name: case[name] for name in PARTS if name in case}
    data = word_file(case["body"], **parts, **headers)
    package = open_package(data)
    relations = "word/_rels/document.xml.rels"
    more, files = "", {}
    for identifier, kind, target, *content in case.get("related", []):
        outside = "" if content else ' TargetMode="External"'
        more += (
            f'<Relationship Id="{identifier}" Type="{_OFFICE}{kind}" Target="{target}"{outside}/>'
        )
        files |= {f"word/{target}": text.encode() for text in content}
    end = b"</Relationships>"
    files[relations] = package.read(relations).replace(end, more.encode() + end)
    return package.rewritten(files)


def read(case: dict[str, Any]) -> WordFile:
    """A case's file as it is read."""
    return read_word(made(case), "case.docx")


@pytest.mark.parametrize("case", CASES)
def test_what_is_read(case: dict[str, Any]) -> None:
    word = read(case)
    assert outline(word) == case["read"].strip("\n").splitlines()
    expected = {
        name: case[name]
        for name in ("notes", "revisions", "hidden", "asides", "footers")
        if name in case
    }
    if "commented" in case:
        expected["comments"] = case["commented"]
    assert stories(word) == expected


@pytest.mark.parametrize("case", [case for case in CASES if "fields" in case.values[0]])
def test_results_of_fields_are_known_as_such(case: dict[str, Any]) -> None:
    paragraphs = list(paragraphs_of(read(case).blocks))
    runs = [run for paragraph in paragraphs for run in paragraph.runs if run.field]
    expected = [line.replace("→", "\t") for line in case["fields"]]
    assert [f"{run.field} {run.text}" for run in runs] == expected


@pytest.mark.parametrize("case", [case for case in CASES if "contents" in case.values[0]])
def test_automatic_contents_are_known_as_such(case: dict[str, Any]) -> None:
    paragraphs = paragraphs_of(read(case).blocks)
    assert [each.number for each in paragraphs if each.contents] == case["contents"]


@pytest.mark.parametrize("case", [case for case in CASES if "boxes" in case.values[0]])
def test_text_boxes_have_their_place(case: dict[str, Any]) -> None:
    runs = [run for each in paragraphs_of(read(case).blocks) for run in each.runs]
    for box, expected in zip(
        [box for run in runs for box in run.boxes], case["boxes"], strict=True
    ):
        assert {name: _plain(getattr(box, name)) for name in expected} == expected


@pytest.mark.parametrize("case", [case for case in CASES if "pictures" in case.values[0]])
def test_pictures_have_their_size(case: dict[str, Any]) -> None:
    runs = [run for each in paragraphs_of(read(case).blocks) for run in each.runs]
    drawings = [run.drawing for run in runs if run.drawing]
    for drawing, expected in zip(drawings, case["pictures"], strict=True):
        assert {name: getattr(drawing, name) for name in expected} == expected


def test_joined_paragraphs_look_like_the_last_one() -> None:
    mark = '<w:pStyle w:val="T"/><w:rPr><w:del/></w:rPr>'
    gone = f"<w:p><w:pPr>{mark}</w:pPr><w:r><w:t>前</w:t></w:r></w:p>"
    last = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>后</w:t></w:r></w:p>'
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="标题"/></w:style>'
    (paragraph,) = paragraphs_of(read_word(word_file(gone + last, styles=styles)).blocks)
    assert (paragraph.text, paragraph.style, paragraph.look.align) == ("前后", "", "center")


@st.composite
def changed_paragraphs(draw: st.DrawFn) -> str:
    """Paragraphs whose runs and marks are inserted, deleted and moved; the last mark stays."""
    kinds = st.sampled_from(["", "ins", "del", "moveTo", "moveFrom"])
    runs = st.lists(st.tuples(kinds, st.sampled_from("云岭县禾湾区")), max_size=4)
    paragraphs = draw(st.lists(st.tuples(runs, kinds), min_size=1, max_size=6))
    made = ""
    for at, (words, mark) in enumerate(paragraphs):
        change = f"<w:{mark}/>" if mark and at + 1 < len(paragraphs) else ""
        made += f"<w:p><w:pPr><w:rPr>{change}</w:rPr></w:pPr>"
        for kind, text in words:
            name = "delText" if kind == "del" else "t"
            run = f"<w:r><w:{name}>{text}</w:{name}></w:r>"
            made += f"<w:{kind}>{run}</w:{kind}>" if kind else run
        made += "</w:p>"
    return made


@given(changed_paragraphs())
def test_the_accepted_view_is_the_file_with_all_changes_accepted(body: str) -> None:
    data = word_file(body)
    found = [paragraph.text for paragraph in paragraphs_of(read_word(data).blocks)]
    assert found == texts(settled(root_of(data), "accept"))


def test_sections_know_their_paragraphs() -> None:
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    word = read_word(word_file(f"<w:p/>{section}<w:p/>{section}"), "case.docx")
    assert [(each.first, each.last) for each in word.sections] == [(1, 2), (3, 4)]
    assert [each.section for each in paragraphs_of(word.blocks)] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("first", "inner", "last"),
    [
        ("<w:tbl><w:tr><w:tc>", "<w:p/>", "</w:tc></w:tr></w:tbl>"),
        (
            "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
            "<w:p/>",
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
        ),
    ],
)
def test_tables_and_text_boxes_are_not_read_too_deep(first: str, inner: str, last: str) -> None:
    limits = Limits(tables=3)
    assert read_word(word_file(first * 3 + inner + last * 3), "case.docx", limits).blocks
    with pytest.raises(InputError, match="3"):
        read_word(word_file(first * 4 + inner + last * 4), "case.docx", limits)


def test_no_limit_lets_tables_be_too_deep_to_be_read() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60
    with pytest.raises(InputError, match="50"):
        read_word(word_file(deep), "case.docx", Limits(tables=1000, depth=1000))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:customXml>", "</w:customXml>"),
        ("<w:ins>", "</w:ins>"),
        ('<mc:AlternateContent><mc:Choice Requires="w14">', "</mc:Choice></mc:AlternateContent>"),
    ],
)
def test_what_wraps_content_may_be_as_deep_as_the_limit_lets_it(first: str, last: str) -> None:
    deep = 90 if first.count("<") > 1 else 180
    text = "<w:r><w:t>底</w:t></w:r>"
    inline = f"<w:p>{first * deep}{text}{last * deep}</w:p>"
    outside = f"{first * deep}<w:p>{text}</w:p>{last * deep}"
    rows = f"<w:tbl>{first * deep}<w:tr><w:tc><w:p>{text}</w:p></w:tc></w:tr>{last * deep}</w:tbl>"
    word = read_word(word_file(inline + outside + rows), "case.docx")
    assert [each.text for each in paragraphs_of(word.blocks)] == ["底"] * 3


def test_the_last_file_is_kept() -> None:
    data, other = word_file("<w:p/>"), word_file("<w:p/><w:p/>")
    word = read_word(data, "case.docx")
    assert read_word(data, "case.docx") is word
    assert read_word(data, "case.docx", Limits(tables=3)) is not word
    assert len(read_word(other, "case.docx").blocks) == 2


def test_a_file_without_a_body_is_refused() -> None:
    package = open_package(word_file(""))
    root = package.read(package.main).replace(b"w:body", b"w:text")
    with pytest.raises(InputError, match="正文"):
        read_word(package.rewritten({package.main: root}), "case.docx")


def _plain(values: tuple[object, ...]) -> list[object]:
    """A pair as TOML has it."""
    return ["none" if each is None else each for each in values]
