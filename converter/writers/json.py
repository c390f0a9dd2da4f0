"""A report as one JSON object, indented for reading."""

from __future__ import annotations

from converter.model.codec import to_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from converter.model.nodes import Document
    from converter.writers import Setting

# The part of json that is in C; json itself takes longer to import than a report to write.
try:
    from _json import encode_basestring as quoted
except ImportError:  # a Python without it
    from json.encoder import encode_basestring as quoted

_CONSTANTS = {None: "null", True: "true", False: "false"}


def render(document: Document, setting: Setting) -> bytes:
    """The document as UTF-8 JSON with a final newline, as ``json.dumps`` with ``indent=1`` writes
    it; that does without C, which takes three times as long."""
    chunks: list[str] = []
    _object(to_json(document), "\n", chunks.append)
    chunks.append("\n")
    return "".join(chunks).encode("utf-8", "surrogatepass")


def _object(value: dict[str, object], end: str, write: Callable[[str], object]) -> None:
    """Writes an object; ``end`` is a newline and the blanks before its closing bracket."""
    inside = end + " "
    before = "{" + inside
    for key, item in value.items():
        write(f'{before}"{key}": ')
        _value(item, inside, write)
        before = "," + inside
    write(end + "}" if value else "{}")


def _array(value: list[object], end: str, write: Callable[[str], object]) -> None:
    if not value:
        write("[]")
        return
    inside = end + " "
    before = "[" + inside
    for item in value:
        write(before)
        _value(item, inside, write)
        before = "," + inside
    write(end + "]")


def _value(value: object, end: str, write: Callable[[str], object]) -> None:
    if isinstance(value, str):
        write(quoted(value))
    elif value is None or isinstance(value, bool):
        write(_CONSTANTS[value])
    elif isinstance(value, int):
        write(str(value))
    elif isinstance(value, dict):
        _object(value, end, write)
    elif isinstance(value, list):
        _array(value, end, write)
    elif isinstance(value, float):
        write(repr(value))
    else:
        raise TypeError(value)
