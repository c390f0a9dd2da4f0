"""Files made of a draft's text in many ways are read as the text is."""

from collections.abc import Callable
from pathlib import Path

import pytest

import converter
from converter.model.codec import to_json
from converter.source.decode import decode
from tests.readers.word.effective import without_places
from tests.readers.word.making import MAKERS, numbered
from tests.readers.word.reading import documents_of
from tests.tools.places import FIXTURES

DRAFTS = sorted((FIXTURES / "reports").glob("*.txt"))
PAIRS = [
    pytest.param(path, make, id=f"{path.stem}-{make.__name__}")
    for place, make in enumerate(MAKERS)
    for path in (DRAFTS if make is numbered else DRAFTS[place % 3 :: 3])
]
"""Every draft with its numbers made automatic, and in two or three of the other ways."""


@pytest.mark.parametrize(("path", "make"), PAIRS)
def test_made_of_text(path: Path, make: Callable[[str], bytes]) -> None:
    source = decode(path.read_bytes(), path.name)
    documents = [without_places(to_json(item)) for item in documents_of(make(source.text))]
    assert documents == [without_places(to_json(item)) for item in converter.parse(source.text)]
