"""The promises of every output hold in every layout: nothing lost, one document, one file."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import docx2txt
import mammoth
import openxml_audit
import pytest

import converter
from converter.layout.gbt9704 import LAYOUTS
from converter.model import walk
from converter.model.nodes import Document
from converter.writers import FORMATS, Setting
from tests.tools.places import FIXTURES

ELEMENTS = sorted((FIXTURES / "layout").glob("*.txt"))
PLAIN = [*sorted((FIXTURES / "reports").glob("*.txt")), FIXTURES / "compilation.txt"]
CASES = [
    *(
        pytest.param(draft, name, id=f"{draft.stem}-{name}")
        for draft in ELEMENTS
        for name in LAYOUTS
    ),
    *(pytest.param(draft, "official", id=f"{draft.stem}-official") for draft in PLAIN),
]


@cache
def documents(draft: Path) -> tuple[Document, ...]:
    return converter.parse(draft.read_bytes())


def squeezed(text: str) -> str:
    return "".join(text.split())


def own_text(document: Document) -> str:
    """The report's own text; footnotes stand elsewhere in a file than at its end."""
    return squeezed("".join(walk.lines(document)))


@pytest.mark.parametrize(("draft", "layout"), CASES)
def test_no_character_is_lost(draft: Path, layout: str) -> None:
    for document in documents(draft):
        data = converter.render(document, "docx", layout=layout, folder=draft.parent)
        found = squeezed(docx2txt.process(io.BytesIO(data))) + footnotes(data)
        missing = Counter(own_text(document)) - Counter(found)
        assert not missing
        # In order, paragraph by paragraph, whatever the layout puts between.
        main = squeezed(mammoth.extract_raw_text(io.BytesIO(data)).value)
        position = 0
        for line in texts_in_order(document):
            position = main.find(line, position)
            assert position >= 0, line
            position += len(line)


def footnotes(data: bytes) -> str:
    """The text of the footnotes, which docx2txt does not read."""
    html = mammoth.convert_to_html(io.BytesIO(data)).value
    notes = re.findall(r'<li id="footnote-.*?</li>', html, re.DOTALL)
    return squeezed(unescape(re.sub("<[^>]+>", "", "".join(notes))))


def texts_in_order(document: Document) -> list[str]:
    """Lead and sections as printed: what no layout moves. (A letter's mark stands in its head.)"""
    shown = [*printed(document)]
    lines = walk.lines(Document(lead=document.lead, sections=document.sections))
    found = []
    for line in lines:
        text = line
        for own, numbered in shown:
            if line.endswith(own):
                text = line.removesuffix(own) + numbered
        found.append(squeezed(text))
    return [text for text in found if text]


def printed(document: Document) -> Iterator[tuple[str, str]]:
    """The text of each paragraph that calls a footnote again, and the same with its number."""
    called: list[str] = []
    for _, paragraph in walk.paragraphs(document):
        text, shift = paragraph.text, 0
        for reference in paragraph.references:
            if reference.label in called:
                number = str(called.index(reference.label) + 1)
                place = reference.offset + shift
                text, shift = text[:place] + number + text[place:], shift + len(number)
            else:
                called.append(reference.label)
        if shift:
            yield paragraph.text, text


@pytest.mark.parametrize(("draft", "layout"), CASES)
@pytest.mark.parametrize("form", ["docx", "html"])
def test_json_gives_the_same_file(draft: Path, layout: str, form: str) -> None:
    setting = Setting(LAYOUTS[layout], draft.parent)
    render = FORMATS[form].renderer()
    for document in documents(draft):
        value = json.loads(json.dumps(converter.to_json(document)))
        again = converter.from_json(value)
        assert again == document
        data = render(document, setting)
        assert render(again, setting) == data
        assert render(document, setting) == data


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("draft", ELEMENTS, ids=lambda path: path.stem)
def test_validators_find_nothing(
    draft: Path,
    layout: str,
    tmp_path: Path,
    sdk_validator: Callable[[Path], list[dict[str, Any]]],
) -> None:
    for number, document in enumerate(documents(draft)):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(converter.render(document, layout=layout, folder=draft.parent))
        assert sdk_validator(path) == []
        assert not list(openxml_audit.OpenXmlValidator().validate(str(path)).errors)
