"""Every requirement of the standard, measured in every document of the proof that has it."""

from __future__ import annotations

import re

import pytest

from tests.layout.proof.documents import Case, cases, rendered
from tests.layout.proof.draft import read
from tests.layout.proof.rendered import Rendered, is_number
from tests.layout.proof.requirement import ALL, Requirement
from tests.layout.proof.requirements import TABLE, applying
from tests.layout.proof.standard import CLASSES, RARE
from tests.tools.fonts import fonts_present
from tests.tools.measure import fonts
from tests.tools.office import office_command
from tests.tools.places import ROOT
from tests.tools.require import require

PAIRS = [
    (requirement, case.name)
    for case in cases()
    for requirement in applying(case.layout, read(case.text).features())
]


@pytest.fixture(scope="session")
def documents() -> dict[str, Rendered]:
    """The rendered documents by name."""
    require(office_command(), "LibreOffice")
    require(fonts_present(), "a stand-in font")
    return {document.name: document for document in rendered()}


@pytest.mark.parametrize(
    ("requirement", "name"),
    PAIRS,
    ids=[f"{name}-{requirement.id}-{requirement.measure.__name__}" for requirement, name in PAIRS],
)
def test_requirement(requirement: Requirement, name: str, documents: dict[str, Rendered]) -> None:
    wrong = [reading for reading in requirement.readings(documents[name]) if not reading.ok]
    told = "\n".join(f"  {reading.value}{reading.unit} {reading.where}" for reading in wrong[:8])
    assert not wrong, f"{requirement.id} {requirement.text}（{requirement.figure}）\n{told}"


@pytest.mark.parametrize("requirement", TABLE, ids=lambda row: f"{row.id}-{row.measure.__name__}")
def test_requirement_is_measured_somewhere(
    requirement: Requirement, documents: dict[str, Rendered]
) -> None:
    having = [document for document in documents.values() if requirement.applies(document)]
    assert any(requirement.readings(document) for document in having)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_pages_hold_the_whole_text(case: Case, documents: dict[str, Rendered]) -> None:
    document = documents[case.name]
    shown = "".join(line.text for page in document.pages for line in page.lines)
    draft = document.draft
    # A table's cells and joint names share lines with others: character by character.
    wanted = [draft.title, *draft.below_title, *(part.text for part in draft.parts)]
    wanted += [bound.title for bound in draft.attachments]
    wanted += [part.text for bound in draft.attachments for part in bound.parts]
    wanted += draft.footnotes
    text = re.sub(r"\s", "", "".join(wanted))
    for character in set(text):
        assert shown.count(character) >= text.count(character), character


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_pages_use_and_embed_known_fonts(case: Case, documents: dict[str, Rendered]) -> None:
    found = fonts(documents[case.name].pdf)
    assert set(found) <= {*CLASSES, RARE}
    assert all(found.values())


@pytest.mark.parametrize("kind", ALL)
def test_long_documents_are_long(kind: str, documents: dict[str, Rendered]) -> None:
    document = documents[f"{kind}-long"]
    assert len(document.pages) >= 60
    assert sum(is_number(line) for page in document.pages for line in page.lines) >= 59


def test_the_report_has_every_requirement() -> None:
    report = (ROOT / "docs" / "layout.md").read_text("utf-8")
    missing = [
        row.text for row in TABLE if f"| {row.id} | {row.clause} | {row.text} |" not in report
    ]
    assert not missing, "make layout-report"
    assert "不符合" not in report
