"""A report as JSON: the very text that the standard library writes, and what it reads."""

import json
from pathlib import Path

import pytest

import converter
from converter.model.nodes import Document, Paragraph, Removed, TextLine
from tests.model.test_codec import full
from tests.tools.places import FIXTURES

DOCUMENTS = {
    "nothing": Document(),
    "everything": full(),
    "signs that are escaped": Document(
        title=TextLine('题"目\\', 1),
        lead=(Paragraph("\t甲\n乙\u2028\x00\x1f\x7f😀\ud800", 2),),
        removed=(Removed(1, 1, "", "blank"),),
    ),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_bytes(name: str) -> None:
    document = DOCUMENTS[name]
    value = converter.to_json(document)
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    assert converter.render(document, "json") == text.encode("utf-8", "surrogatepass")
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
    assert converter.render(document, "jsonl") == text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("path", sorted((FIXTURES / "reports").glob("*.txt")), ids=lambda p: p.stem)
def test_drafts(path: Path) -> None:
    for document in converter.parse(path.read_bytes()):
        text = converter.render(document, "json").decode()
        assert text == json.dumps(converter.to_json(document), ensure_ascii=False, indent=1) + "\n"
