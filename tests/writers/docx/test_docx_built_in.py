"""What is prepared for the built-in layouts, and what a plain report does without."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE

from converter.composition.blocks import Composition, Sheet
from converter.layout.gbt9704 import LAYOUTS
from converter.layout.table import Layout
from converter.model.nodes import Document
from converter.writers.docx import built_in, opc, write
from converter.writers.docx.looks import looks_of
from converter.writers.docx.plain import plain_file
from converter.writers.docx.skeleton import is_plain, skeleton_of
from converter.writers.docx.source import text
from tests.tools.places import FIXTURES, ROOT
from tests.writers.docx.compositions import VARIANTS, para
from tests.writers.docx.test_docx_verify import parts


def test_module_is_current() -> None:
    assert Path(built_in.__file__).read_text("utf-8") == text(), "run: make generated"


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))
def test_the_data_are_what_would_be_made(layout: Layout) -> None:
    looks = looks_of(layout)
    prepared, made = skeleton_of(looks), plain_file(looks)
    assert (prepared.section, list(prepared.members.items())) == (
        made.section,
        list(made.members.items()),
    )


@pytest.mark.parametrize("name", list(VARIANTS))
def test_a_layout_of_the_same_name_has_its_own(name: str) -> None:
    """Of an equal layout the file is the same, of another one not."""
    layout = VARIANTS[name]
    composition = Composition((Sheet(page=layout.page, blocks=(para(layout.styles.body, "文"),)),))
    again = replace(layout)
    assert again is not layout
    assert write(composition, again, Document()) == write(composition, layout, Document())
    body = replace(layout.styles.body, before=1)
    other = replace(layout, styles=replace(layout.styles, body=body))
    changed = parts(write(composition, other, Document()))["word/styles.xml"]
    assert changed != parts(write(composition, layout, Document()))["word/styles.xml"]


def test_what_is_plain() -> None:
    layout = LAYOUTS["report"]
    sheet = Sheet(page=layout.page, blocks=())
    assert is_plain(sheet, layout)
    changes: tuple[dict[str, object], ...] = (
        {"landscape": True},
        {"start": "even"},
        {"numbered": False},
        {"number_first": False},
        {"page": layout.page.turned()},
    )
    for change in changes:
        assert not is_plain(replace(sheet, **change), layout)


@pytest.mark.parametrize(
    ("own", "theirs"),
    [(opc.Relationship, RELATIONSHIP_TYPE), (opc.ContentType, CONTENT_TYPE)],
    ids=["relationships", "content types"],
)
def test_names_are_those_of_the_convention(own: type, theirs: type) -> None:
    names = [name for name in vars(own) if name.isupper()]
    assert names
    assert {name: getattr(own, name) for name in names} == {
        name: getattr(theirs, name) for name in names
    }
    assert opc.TYPES == NAMESPACE.OPC_CONTENT_TYPES
    assert opc.RELATIONSHIPS == NAMESPACE.OPC_RELATIONSHIPS


CODE = """
import sys, converter
from converter.writers import FORMATS, Setting
(document,) = converter.parse(open({path!r}, "rb").read())
before = set(sys.modules)
FORMATS["docx"].renderer()(document, Setting())
print(*sorted(set(sys.modules) - before))
"""
SELDOM = {
    "converter.composition": ("heads", "imprint", "pages", "pictures", "sealing", "tables"),
    "converter.writers.docx": ("headers", "opc", "plain", "sections", "styles", "tables", "theme"),
}
SLOW = (
    "docx",
    "lxml",
    "zipfile",
    "xml",
    "dataclasses",
    "typing",
    "inspect",
    "fractions",
    "decimal",
)


@pytest.mark.parametrize("name", ["complete", "title-two-lines", "chinese-date"])
def test_a_plain_report_loads_what_it_needs(name: str) -> None:
    path = FIXTURES / "reports" / f"{name}.txt"
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(path=str(path))],
        capture_output=True,
        cwd=ROOT,
        check=True,
        encoding="utf-8",
    )
    loaded = set(done.stdout.split())
    assert "converter.writers.docx.built_in" in loaded
    unwanted = {f"{part}.{name}" for part, names in SELDOM.items() for name in names} | set(SLOW)
    assert sorted(loaded & unwanted) == []
