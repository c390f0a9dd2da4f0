"""Real reports, where they lie beside the checkout: labels, invariants, Word files."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx2txt
import mammoth
from openxml_audit import OpenXmlValidator

import converter
from converter.model import walk
from converter.model.nodes import Document
from converter.readers.text.accounting import lost
from converter.source.decode import decode
from tests.corpus.gold import differences, missing
from tests.tools.office import Office


def documents(path: Path) -> tuple[Document, ...]:
    """The reports in a file."""
    return converter.parse(path.read_bytes())


def labels(corpus: Path) -> list[dict[str, Any]]:
    """The labels of the compilation's reports, in its order."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(corpus.glob("gold/*.json"))]


def test_single_reports_are_as_labelled(corpus: Path) -> None:
    found = {}
    for gold in labels(corpus):
        (document,) = documents(corpus / "reports" / f"{gold['id']}.txt")
        found[gold["id"]] = differences(document, gold)
    assert not {name: items for name, items in found.items() if items}


def test_compilation_is_split_and_as_labelled(corpus: Path) -> None:
    parsed = documents(corpus / "compilation.txt")
    golds = labels(corpus)
    assert len(parsed) == len(golds)
    found = {}
    for document, gold in zip(parsed, golds, strict=True):
        assert document.title
        found[gold["id"]] = differences(document, gold, document.title.line - 1)
    assert not {name: items for name, items in found.items() if items}


def test_neighbouring_kinds_have_their_parts(corpus: Path) -> None:
    for path in sorted((corpus / "more" / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        (text,) = (corpus / "more").glob(f"{gold['id']}*.txt")
        (document,) = documents(text)
        got = [(s.line, s.role, list(s.also)) for s in document.sections]
        want = [(s["line"], s["role"], s.get("also", [])) for s in gold["sections"]]
        assert got == want, gold["id"]
        assert missing(document) == gold["missing"], gold["id"]


def everything(corpus: Path) -> list[Path]:
    """Every text file of the corpus."""
    return [corpus / "compilation.txt", *sorted((corpus / "more").glob("*.txt"))]


def test_nothing_is_lost(corpus: Path) -> None:
    for path in everything(corpus):
        source = decode(path.read_bytes())
        assert lost(source, documents(path)) is None, path.name


def test_word_files(
    corpus: Path,
    tmp_path: Path,
    office: Office,
    sdk_validator: Callable[[Path], list[dict[str, Any]]],
) -> None:
    made: list[tuple[Path, str]] = []
    for path in everything(corpus):
        for document in documents(path):
            data = converter.render(document, "docx")
            assert data == converter.render(document, "docx")
            target = tmp_path / f"{len(made):02d}.docx"
            target.write_bytes(data)
            text = bare("".join(walk.lines(document)))
            assert bare(mammoth.extract_raw_text(io.BytesIO(data)).value) == text
            assert bare(docx2txt.process(io.BytesIO(data))).startswith(text)
            made.append((target, text))
    read = office.to_text_many([path for path, _ in made])
    assert [bare(text) for text in read] == [text for _, text in made]
    for path, _ in made[::4]:
        assert list(OpenXmlValidator().validate(str(path)).errors) == []
        assert sdk_validator(path) == []


def bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())
