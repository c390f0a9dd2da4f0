"""What our own writer makes is in form, whatever the draft, the metadata and the layout, and also
where the layout is told by what stands in the file."""

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
import yaml

from converter.commands.planted import findings_in_word
from converter.inputs import parse
from converter.layout.house import load
from converter.linter.indexing import defined
from converter.linter.ruleset import Ruleset
from converter.metadata.statement import from_mapping
from converter.profiles.choice import Choice
from converter.writers import FORMATS, Setting
from tests.tools.places import FIXTURES

FORM = Ruleset(tuple(rule for _, rule in defined() if rule.code.startswith("F")))
AWKWARD = sorted((FIXTURES / "layout").glob("awkward-*.yaml"))
HOUSES = sorted(path for path in (FIXTURES / "layouts").iterdir() if path.suffix != ".case")
# Titles of attachments differ from those listed, on purpose.
OTHERWISE = ("bound-attachments",)
DRAFTS = sorted(
    path
    for folder in ("layout", "check", "reports")
    for path in (FIXTURES / folder).glob("*.txt")
    if path.stem not in OTHERWISE
)


@cache
def made(draft: Path, metadata: Path | None, layout: str) -> tuple[bytes, str]:
    """The Word file of a draft, and the layout that it is set in."""
    stated = from_mapping(yaml.safe_load(metadata.read_text("utf-8"))) if metadata else None
    document = parse("-", draft.read_bytes(), Choice(), None, stated).documents[0]
    name = layout or document.elements.layout or "report"
    setting = Setting(layout=load(name), folder=FIXTURES / "layout")
    return FORMATS["docx"].renderer()(document, setting), name


def said(file: bytes, layout: str) -> list[tuple[str, str]]:
    return [(one.name, one.message) for one in findings_in_word(file, FORM, layout)]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_a_draft(draft: Path) -> None:
    file, layout = made(draft, None, "")
    assert said(file, layout) == []
    assert said(file, "") == []


@pytest.mark.parametrize("metadata", AWKWARD, ids=lambda path: path.stem)
def test_awkward_elements(metadata: Path) -> None:
    file, layout = made(FIXTURES / "layout" / "awkward.txt", metadata, "")
    assert said(file, layout) == []
    assert said(file, "") == []


@pytest.mark.parametrize("house", HOUSES, ids=lambda path: path.stem)
@pytest.mark.parametrize("draft", ["layout/official", "layout/report", "check/figures"])
def test_a_house_style_is_held_against_itself(draft: str, house: Path) -> None:
    file, layout = made(FIXTURES / f"{draft}.txt", None, str(house))
    assert said(file, layout) == []


def test_another_program_has_named_the_styles_anew() -> None:
    """What saves a file again may give its styles other ids; their names stay."""
    file, layout = made(FIXTURES / "layout" / "report.txt", None, "")
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as before, zipfile.ZipFile(saved, "w") as after:
        for name in before.namelist():
            text = before.read(name).decode()
            for old, new in (("Heading", "Style1"), ("GwBody", "Style22"), ("GwTitle", "a3")):
                text = re.sub(rf'"{old}(\w*)"', rf'"{new}\1"', text)
            after.writestr(name, text)
    assert said(saved.getvalue(), layout) == []
