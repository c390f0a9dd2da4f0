"""Word files read as reports, for tests."""

from converter.model.nodes import Document
from converter.profiles.choice import choice
from converter.readers import Options
from converter.readers.word import read

NAME = "稿.docx"


def documents_of(data: bytes) -> tuple[Document, ...]:
    """The reports in a Word file."""
    return read(data, Options(NAME, choice(None)))


def document_of(data: bytes) -> Document:
    """The only report in a Word file."""
    (document,) = documents_of(data)
    return document
