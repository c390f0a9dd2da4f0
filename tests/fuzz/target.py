"""What a damaged Word file is put through: everything that takes one."""

from collections.abc import Callable
from pathlib import Path

from converter import api
from converter.errors import ConverterError
from converter.inputs import parse, word_of
from converter.profiles.choice import choice
from converter.word.edit import annotated, reviewed
from converter.writers import FORMATS

NAME = "总结.docx"
_WITHOUT_OFFICE = [name for name in FORMATS if name != "pdf"]


def put_through(data: bytes, folder: Path) -> str:
    """Reads, validates, checks, converts and marks a file in ``folder``; gives the one line with
    which it is refused, empty if it is not. Whatever else is raised is a find."""
    path = folder / NAME
    path.write_bytes(data)
    try:
        documents = parse(str(path), data, choice(None)).documents
    except ConverterError as error:
        return _one_line(error)
    for document in documents:
        api.validate(document)
    refused = [_rendered(name, data, folder) for name in _WITHOUT_OFFICE]
    word = word_of(NAME, data)
    assert word is not None
    findings = api.check(data, path=NAME)
    refused += [
        _marked(copy)
        for copy in (
            lambda: annotated(word, findings),
            lambda: reviewed(word, findings, unsafe=True),
        )
    ]
    return "".join(refused)


def _marked(copied: Callable[[], bytes]) -> str:
    """A copy can be read, unless the file has a part that cannot be copied, or nothing is left of
    it when all is mended."""
    try:
        api.parse(copied())
    except ConverterError as error:
        return _one_line(error)
    return ""


def _rendered(name: str, data: bytes, folder: Path) -> str:
    try:
        for document in parse(str(folder / NAME), data, choice(None)).documents:
            api.render(document, name, folder=folder)
    except ConverterError as error:
        return _one_line(error)
    return ""


def _one_line(error: ConverterError) -> str:
    """The line of an error, which must be one that can be printed."""
    line = error.line()
    assert line and line.isprintable()
    return line
