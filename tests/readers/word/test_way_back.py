"""A file that our own writer made, read back: text → DOCX → JSON says what text → JSON says, and
JSON → DOCX gives the same body again."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import yaml

import converter
from converter.errors import InputError
from converter.layout.gbt9704 import LAYOUTS
from converter.model.nodes import Document
from converter.record import replace
from converter.word.package import open_package
from tests.readers.word.effective import effective, without_places
from tests.readers.word.reading import document_of
from tests.tools.places import FIXTURES

LAYOUT_TEXTS = FIXTURES / "layout"
DRAFTS = [*sorted((FIXTURES / "reports").glob("*.txt")), *sorted(LAYOUT_TEXTS.glob("*.txt"))]
AWKWARD = sorted(LAYOUT_TEXTS.glob("awkward-*.yaml"))


def way_back(document: Document, layout: str, folder: Path, place: Path) -> None:
    """A document set in a layout, read, and set again; pictures are unpacked in ``place``."""
    try:
        data = converter.render(document, "docx", layout=layout, folder=folder)
    except InputError as error:
        pytest.skip(error.what.en)  # seals of several bodies, and the like
    back = document_of(data)
    own = back.elements.layout or layout
    assert effective(back, own) == effective(document, layout)
    (place / "稿.docx").write_bytes(data)
    again = converter.render(back, "docx", layout=own, folder=place)
    assert body_of(again) == body_of(data)


def body_of(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_drafts_in_all_layouts(path: Path, layout: str, tmp_path: Path) -> None:
    (document,) = converter.parse(path.read_bytes())
    way_back(document, layout, path.parent, tmp_path)


@pytest.mark.parametrize("path", AWKWARD, ids=lambda path: path.stem)
def test_awkward_metadata(path: Path, tmp_path: Path) -> None:
    stated = yaml.safe_load(path.read_text("utf-8"))
    (document,) = converter.parse((LAYOUT_TEXTS / "awkward.txt").read_bytes(), metadata=stated)
    way_back(document, stated["版式"], LAYOUT_TEXTS, tmp_path)


@pytest.mark.parametrize("path", sorted(LAYOUT_TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_metadata_are_metadata_again(path: Path, tmp_path: Path) -> None:
    (document,) = converter.parse(path.read_bytes())
    data = converter.render(document, "docx", folder=LAYOUT_TEXTS)
    back = document_of(data)
    assert replace(back.elements, seal=None) == replace(document.elements, seal=None)
    there, here = (without_places(converter.to_json(item)) for item in (document, back))
    for value in (there, here):
        value.pop("elements", None)
    assert here == there
    saved = without_identifier(data)
    layout = document.elements.layout or "report"
    assert effective(document_of(saved), layout) == effective(document, layout)


def without_identifier(data: bytes) -> bytes:
    """The file as a program leaves it that does not keep what we say of our metadata."""
    package = open_package(data)
    core = package.read("docProps/core.xml")
    bare = re.sub(rb"<dc:identifier>[^<]*</dc:identifier>", b"", core)
    return package.rewritten({"docProps/core.xml": bare})


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "report"])
def test_the_layout_is_known_again(layout: str) -> None:
    """So that a file is set again as it was, without anyone saying so."""
    text = (LAYOUT_TEXTS / f"{layout}.txt").read_bytes()
    (document,) = converter.parse(text)
    back = document_of(converter.render(document, "docx", layout=layout, folder=LAYOUT_TEXTS))
    assert back.elements.layout == layout
