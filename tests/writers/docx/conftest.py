"""Sample documents, and what tests need to look into the files they become."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from converter.model.nodes import Document
from converter.writers.docx import render, write
from tests.writers.docx.compositions import VARIANTS, everything, parts_in
from tests.writers.docx.samples import DOCUMENTS, FULL

Parts = dict[str, etree._Element]


@pytest.fixture(params=list(DOCUMENTS.values()), ids=list(DOCUMENTS))
def document(request: pytest.FixtureRequest) -> Document:
    """Each of the documents in turn."""
    found = request.param
    assert isinstance(found, Document)
    return found


@pytest.fixture
def full() -> Document:
    """The one document that has something of everything."""
    return FULL


@pytest.fixture(params=list(VARIANTS))
def complete(request: pytest.FixtureRequest) -> bytes:
    """A file with every kind of block, in each layout in turn."""
    layout = VARIANTS[request.param]
    return write(everything(layout), layout, Document(organization="云岭县水务局"))


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[Document], Path]:
    """Write a document to a file and return its path."""

    def save(document: Document) -> Path:
        path = tmp_path / "report.docx"
        path.write_bytes(render(document))
        return path

    return save


@pytest.fixture
def parts_of() -> Callable[[Document], Parts]:
    """The parts of the file that a document becomes, parsed, by name."""
    return lambda document: parts_in(render(document))
