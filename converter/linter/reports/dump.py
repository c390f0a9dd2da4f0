"""JSON as the reports write it: indented, half a surrogate pair, which UTF-8 cannot hold,
escaped."""

from __future__ import annotations

import json
from collections.abc import Iterator

_ENCODER = json.JSONEncoder(ensure_ascii=False, indent=1)


def dumped(value: object) -> Iterator[str]:
    """A JSON value with a final newline, piece by piece; iterators in it are written as lists, as
    they come."""
    for piece in _pieces(value, 0):
        yield piece.encode("utf-8", "backslashreplace").decode("utf-8")
    yield "\n"


def _pieces(value: object, depth: int) -> Iterator[str]:
    inside = "\n" + " " * (depth + 1)
    if isinstance(value, dict) and value:
        opening = "{"
        for key, item in value.items():
            yield f"{opening}{inside}{_ENCODER.encode(key)}: "
            yield from _pieces(item, depth + 1)
            opening = ","
        yield inside[:-1] + "}"
    elif isinstance(value, Iterator):
        opening = "["
        for item in value:
            yield opening + inside
            yield from _pieces(item, depth + 1)
            opening = ","
        yield "[]" if opening == "[" else inside[:-1] + "]"
    else:  # no string of JSON has a newline
        yield _ENCODER.encode(value).replace("\n", inside[:-1])
