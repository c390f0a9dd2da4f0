"""Automatic numbers: what is printed before each paragraph, held against LibreOffice."""

import tomllib
from pathlib import Path
from typing import Any

import pypandoc
import pytest

from converter.word.number_formats import printed
from converter.word.numbering import Numbering
from converter.word.package import open_package
from converter.word.properties import W, child
from converter.word.styles import Styles
from tests.tools.office import Office
from tests.tools.places import FIXTURES
from tests.word.snippets import word_file

FOLDER = FIXTURES / "word/numbering"
CASES = tomllib.loads((FOLDER / "lists.toml").read_text("utf-8"))["case"]
FORMATS = tomllib.loads((FOLDER / "formats.toml").read_text("utf-8"))["format"]
END = "｜"
"""Ends every paragraph of a case: no number has it."""
LAST = 120


def made(case: dict[str, Any]) -> bytes:
    """The file of a case; every paragraph ends with a mark that no number has."""
    paragraphs = "".join(paragraph(said) for said, _ in case["body"])
    return word_file(paragraphs, numbering=case["definitions"], styles=case.get("styles", ""))


def paragraph(said: str) -> str:
    """The XML of a paragraph of a case."""
    found = ""
    for word in said.split():
        num_id, colon, level = word.partition(":")
        if colon:
            found += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'
        elif word != "-":
            found += f'<w:pStyle w:val="{word}"/>'
    return f"<w:p><w:pPr>{found}</w:pPr><w:r><w:t>{END}</w:t></w:r></w:p>"


def marks(data: bytes) -> list[str]:
    """The automatic numbers of a file's paragraphs, empty for one that has none."""
    package = open_package(data, "list.docx")
    styles = Styles(package)
    numbering = Numbering(package, styles)
    counter, found = numbering.counter(), []
    for element in package.xml(package.main).iter(f"{W}p"):
        number = styles.paragraph(child(element, "pPr"), numbering=numbering).numbering
        found.append(counter.mark(number)[0] if number else "")
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_lists(case: dict[str, Any]) -> None:
    assert marks(made(case)) == [mark for _, mark in case["body"]]


def test_lists_as_libreoffice_prints_them(office: Office, tmp_path: Path) -> None:
    paths = []
    for number, case in enumerate(CASES):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(made(case))
    for case, text in zip(CASES, office.to_text_many(paths), strict=True):
        found = [line.partition(END)[0].strip() for line in text.splitlines()]
        assert found == case.get("office", [mark for _, mark in case["body"]]), case["name"]


@pytest.mark.parametrize("case", FORMATS, ids=lambda case: case["name"])
def test_formats(case: dict[str, Any]) -> None:
    values = {int(number): text for number, text in case["values"].items()}
    assert {number: printed(number, case["name"]) for number in values} == values


def test_formats_as_libreoffice_prints_them(office: Office, tmp_path: Path) -> None:
    judged = [case for case in FORMATS if case.get("judged", True)]
    paths = []
    for case in judged:
        paths.append(tmp_path / f"{case['name']}.docx")
        paths[-1].write_bytes(numbered_to(LAST, case["name"]))
    for case, text in zip(judged, office.to_text_many(paths), strict=True):
        found = [line.partition(END)[0].strip() for line in text.splitlines()]
        own = [printed(number, case["name"]) for number in range(1, LAST + 1)]
        same = case.get("office", LAST)
        assert found[:same] == own[:same], case["name"]
        assert same == LAST or found[same:] != own[same:], case["name"]


def numbered_to(last: int, form: str) -> bytes:
    """A file of so many paragraphs numbered in a format."""
    case = {
        "definitions": '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        "body": [["1:0", ""]] * last,
    }
    return made(case)


def test_a_number_beyond_any_list_is_decimal() -> None:
    assert printed(10_000, "upperRoman") == "10000"
    assert printed(0, "chineseCounting") == "0"


def test_stories_are_counted_on_their_own() -> None:
    package = open_package(made(CASES[0]), "list.docx")
    numbering = Numbering(package, Styles(package))
    first, second = numbering.counter(), numbering.counter()
    assert [first.mark(("1", 0))[0], first.mark(("1", 0))[0]] == ["一、", "二、"]
    assert second.mark(("1", 0))[0] == "一、"


def test_level_properties_come_with_the_number() -> None:
    definitions = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1"/>'
        "<w:rPr><w:b/></w:rPr></w:lvl></w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    package = open_package(made({"definitions": definitions, "body": [["1:0", "0"]]}), "list.docx")
    styles = Styles(package)
    text, run = Numbering(package, styles).counter().mark(("1", 0))
    assert text == "0"  # a level without w:start begins with 0 (17.9.25)
    assert styles.mark(run, None).bold


def test_lists_of_pandoc_as_libreoffice_prints_them(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "lists.docx"
    source = (FOLDER / "lists.md").read_text("utf-8")
    pypandoc.convert_text(source, "docx", format="markdown", outputfile=str(path))
    lines = [line.strip() for line in office.to_text(path).splitlines()]
    printed_marks = [line.partition("项")[0].strip() for line in lines if "项" in line]
    own = [mark for mark in marks(path.read_bytes()) if mark]
    numbers = [mark for mark in own if mark[-1:] in ".)"]
    assert numbers == [mark for mark in printed_marks if mark[-1:] in ".)"]
    assert len(numbers) > 20
