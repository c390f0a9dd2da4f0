"""Sections, settings, and drawn lines."""

import tomllib
from typing import Any

import pytest

from converter.word.drawn import lines_of
from converter.word.model import Footer
from converter.word.package import open_package
from converter.word.properties import W
from converter.word.sections import sections_of
from converter.word.settings import settings_of
from converter.word.styles import Styles
from tests.tools.places import FIXTURES
from tests.word.snippets import word_file

SECTIONS = tomllib.loads((FIXTURES / "word/looks/sections.toml").read_text("utf-8"))
DRAWN = tomllib.loads((FIXTURES / "word/looks/drawn.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", SECTIONS["case"], ids=lambda case: case["name"])
def test_sections(case: dict[str, Any]) -> None:
    *first, last = (f"<w:sectPr>{said}</w:sectPr>" for said in case["sections"])
    body = "".join(f"<w:p><w:pPr>{said}</w:pPr></w:p>" for said in first) + last
    parts = dict.fromkeys(case.get("parts", ()), "<w:p/>")
    package = open_package(word_file(body, settings=case.get("settings", ""), **parts), "a.docx")
    elements = list(package.xml(package.main).iter(f"{W}sectPr"))
    spans = [(number, number) for number, _ in enumerate(elements, start=1)]
    sections = sections_of(package, elements, spans, settings_of(package), lambda part: ())
    assert len(sections) == len(case["expected"])
    for section, expected, span in zip(sections, case["expected"], spans, strict=True):
        assert (section.first, section.last) == span
        for field, value in expected.items():
            found = getattr(section, field)
            assert (shown(found) if field == "footers" else found) == value, field


def shown(footers: tuple[Footer, ...]) -> list[str]:
    """The headers and footers as the cases say them."""
    return [f"{'footer ' if each.footer else ''}{each.kind} {each.part[5:-4]}" for each in footers]


def test_a_body_without_section() -> None:
    package = open_package(word_file("<w:p/>"), "a.docx")
    (section,) = sections_of(package, [None], [(1, 1)], settings_of(package), lambda part: ())
    assert (section.width, section.height) == (12240, 15840)


@pytest.mark.parametrize("case", SECTIONS["settings"], ids=lambda case: case["xml"][:40])
def test_settings(case: dict[str, Any]) -> None:
    settings = settings_of(open_package(word_file("<w:p/>", settings=case["xml"]), "a.docx"))
    found = {field: getattr(settings, field) for field in case["expected"]}
    assert found == case["expected"]


@pytest.mark.parametrize("case", DRAWN["case"], ids=lambda case: case["name"])
def test_drawn_lines(case: dict[str, Any]) -> None:
    body = f"<w:p><w:r>{case['drawing']}</w:r></w:p>"
    package = open_package(word_file(body, theme=DRAWN["shared"]["theme"]), "a.docx")
    root = package.xml(package.main)
    paragraph = next(root.iter(f"{W}p"))
    lines = lines_of(
        root, "body", Styles(package).theme, lambda found: 7 if found is paragraph else 0
    )
    assert len(lines) == len(case["lines"])
    for line, expected in zip(lines, case["lines"], strict=True):
        assert line.paragraph == 7
        for field, value in expected.items():
            found = getattr(line, field)
            if isinstance(found, tuple):
                found = ["" if each is None else each for each in found]
            assert found == value, field
