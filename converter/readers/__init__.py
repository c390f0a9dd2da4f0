"""Input formats. A new one is a module and a line in :data:`READERS`."""

from __future__ import annotations

from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from converter.model.nodes import Document
    from converter.profiles.choice import Choice

    Reader = Callable[[bytes, "Options"], tuple[Document, ...]]


@record
class Options:
    """What a reader needs to know beside the bytes: the input's name for messages, the encoding
    to read it in (None: find out), how the profile is chosen whose words name the parts, and the
    names of bodies that metadata from elsewhere give: a line that is one of them may be a
    signature."""

    name: str
    choice: Choice
    encoding: str | None = None
    bodies: tuple[str, ...] = ()


READERS: dict[str, str] = {
    ".txt": "converter.readers.plain",
    ".text": "converter.readers.plain",
    ".json": "converter.readers.json",
    ".jsonl": "converter.readers.json",
}
"""Suffix of the input's name → module with a function ``read(data, options)``."""


def is_json(suffix: str, data: bytes) -> bool:
    """Whether an input is JSON: by its suffix, and for unknown ones by its first byte."""
    known = READERS.get(suffix.lower())
    return known == READERS[".json"] if known else data.lstrip()[:1] == b"{"


def reader_for(suffix: str, data: bytes) -> Reader:
    """The reader for an input: by its suffix, and for unknown ones by its first byte."""
    by_content = ".json" if is_json(suffix, data) else ".txt"
    module = READERS.get(suffix.lower(), READERS[by_content])
    read: Reader = __import__(module, fromlist=["read"]).read
    return read
