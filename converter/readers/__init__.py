"""Input formats. A new one is a module and a line in :data:`READERS`."""

from __future__ import annotations

from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from converter.model.nodes import Document
    from converter.profiles.choice import Choice
    from converter.source.text import SourceText

    Reader = Callable[[bytes, "Options"], tuple[Document, ...]]
    SourceReader = Callable[[SourceText, Choice, str], tuple[Document, ...]]


LARGEST_UNPACKED = 32
"""Default limit of the XML of a Word file in MiB, unpacked. A report has one or two."""


@record
class Options:
    """What a reader needs to know beside the bytes: the input's name for messages, the encoding
    to read it in (None: find out), how the profile is chosen whose words name the parts, and the
    names of bodies that metadata from elsewhere give: a line that is one of them may be a
    signature. ``unpacked`` is the most MiB of XML that a Word file may hold."""

    name: str
    choice: Choice
    encoding: str | None = None
    bodies: tuple[str, ...] = ()
    unpacked: int = LARGEST_UNPACKED


PLAIN, MARKDOWN = "converter.readers.plain", "converter.readers.markdown"
JSON, WORD, OFFICE = "converter.readers.json", "converter.readers.word", "converter.readers.office"
READERS: dict[str, str] = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".json": JSON,
    ".jsonl": JSON,
    ".docx": WORD,
    ".docm": WORD,
    ".dotx": WORD,
    ".doc": OFFICE,
    ".wps": OFFICE,
    ".odt": OFFICE,
    ".rtf": OFFICE,
}
"""Suffix of the input's name → module with a function ``read(data, options)``."""
WORD_SUFFIXES = (".docx", ".dotx")
"""Suffixes of the files whose look can be checked."""
_SIGNS = ((b"PK\x03\x04", WORD), (b"\xd0\xcf\x11\xe0", OFFICE), (b"{\\rtf", OFFICE))
"""How files of programs begin."""


def module_for(suffix: str, data: bytes) -> str:
    """The module that reads an input: by its suffix, and for unknown ones by its first bytes."""
    known = READERS.get(suffix.lower())
    if known:
        return known
    for sign, module in _SIGNS:
        if data.startswith(sign):
            return module
    return JSON if data.lstrip()[:1] == b"{" else PLAIN


def is_json(suffix: str, data: bytes) -> bool:
    """Whether an input is JSON: by its suffix, and for unknown ones by its first byte."""
    return module_for(suffix, data) == JSON


def source_reader(suffix: str) -> SourceReader:
    """The function that reads the reports in a decoded text: as Markdown for a file with its
    suffix, else as plain text."""
    if READERS.get(suffix.lower()) == MARKDOWN:
        from converter.readers.markdown import read_source

        return read_source
    from converter.readers.text import read

    return read


def reader_for(suffix: str, data: bytes) -> Reader:
    """The reader for an input."""
    read: Reader = __import__(module_for(suffix, data), fromlist=["read"]).read
    return read
