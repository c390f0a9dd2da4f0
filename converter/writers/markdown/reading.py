"""Whether a Markdown file reads as the document that it was written from."""

from __future__ import annotations

from converter.errors import ConverterError
from converter.model.codec import to_json
from converter.profiles.choice import Choice
from converter.readers import Options
from converter.readers.markdown import read
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import Document

_PLACES = ("line", "column", "breaks")
_NOT_HELD = ("merged", "header_rows", "width", "height")
_FOUND = ("$schema", "role", "also", "organization", "period", "points")
_LEFT_OUT = frozenset((*_PLACES, *_NOT_HELD, *_FOUND))
"""Places, what Markdown cannot hold, and what every reader finds out anew."""
_NAME = "md"


def reads_as(data: bytes, document: Document) -> bool:
    """Whether a file reads as ``document``, but for what :func:`text_of` leaves out."""
    choice = Choice().of(document.profile)
    try:
        found = read(data, Options(_NAME, Choice(choice)))
    except ConverterError:
        return False
    return len(found) == 1 and text_of(found[0]) == text_of(document)


def text_of(document: Document) -> object:
    """What a Markdown file can say of a document, as JSON values."""
    bare = replace(document, removed=(), encoding=None, profile="")
    return _kept(to_json(bare))


def _kept(value: object) -> object:
    if isinstance(value, dict):
        return {
            key: _kept(item)
            for key, item in value.items()
            if key not in _LEFT_OUT and not (key == "align" and not any(item))
        }
    if isinstance(value, list):
        return [_kept(item) for item in value]
    return value
