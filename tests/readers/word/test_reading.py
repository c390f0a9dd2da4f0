"""What a Word file tells is in the document: headings, title, notes, tables, pictures, the head;
and what is not read is listed."""

import tomllib
from typing import Any

import pytest

from converter.model import walk
from converter.model.nodes import Document, Paragraph
from converter.profiles.choice import choice
from converter.readers import Options
from converter.readers.word import documents_of
from converter.readers.word.facts import facts
from converter.word.reading import read_word
from tests.readers.test_fixtures import outline
from tests.readers.word.notation import made
from tests.readers.word.reading import NAME
from tests.tools.places import FIXTURES

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((FIXTURES / "word/reading").glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]
PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header1", "footer1")


@pytest.mark.parametrize("case", CASES)
def test_what_is_read(case: dict[str, Any]) -> None:
    data = made(case["body"], **{name: case[name] for name in PARTS if name in case})
    word = read_word(data, NAME)
    (document,) = documents_of(word, Options(NAME, choice(None)))
    assert "\n".join(shown(document)) == case["read"].strip("\n")
    assert [fact.zh for fact in facts(word)] == case.get("facts", [])


def shown(document: Document) -> list[str]:
    """The outline of a document, without who and when it is about, with what only Word files have:
    references outside the text, merged cells, insets, elements."""
    lines = [line for line in outline(document) if " 年份 " not in line]
    for path, node in walk.nodes(document):
        if not isinstance(node, Paragraph):
            lines += [f"注 {path} ^{r.label}@{r.offset}" for r in walk.references(node)]
            continue
        lines += [f"合并 {path} {m.row},{m.column} {m.rows}×{m.columns}" for m in node.merged]
        for inset in node.insets:
            what = inset.picture.path if inset.picture else "表格"
            lines.append(f"格内 {path} @{inset.offset} {what}")
        if node.header_rows != 1:
            lines.append(f"表头 {path} {node.header_rows}")
    lines += [f"要素 {name} {value}" for name, value in document.elements.stated().items()]
    return lines
