"""Holding a document against its schema: every violation as one clear line with its place."""

from __future__ import annotations

from converter.record import record
from converter.schema import for_profile
from converter.schema.faults import faults
from converter.schema.messages import message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from converter.bilingual import Lang


@record
class Violation:
    """One violation: the field (``$.sections[1].level``), the input's line, and the message."""

    path: str
    line: int
    message: str


def violations(value: Any, profile: str, lang: Lang = "zh") -> list[Violation]:
    """What in a document's JSON form its profile's schema does not allow, by line and field.

    Raises InputError for JSON that is nested too deep to be checked.
    """
    schema = for_profile(profile)
    found = {
        Violation(_named(fault.path), _line(value, fault.path), message(fault, value, schema, lang))
        for fault in faults(value, profile)
    }
    return sorted(found, key=lambda v: (v.line, v.path, v.message))


def _named(path: tuple[str | int, ...]) -> str:
    """The path as people write it: ``$.sections[1].level``."""
    return "$" + "".join(_step(key) for key in path)


def _step(key: str | int) -> str:
    if isinstance(key, int):
        return f"[{key}]"
    plain = key.isascii() and key.isidentifier() and not key.startswith("_")
    return f".{key}" if plain else f"[{key!r}]"


def _line(value: Any, path: tuple[str | int, ...]) -> int:
    """The line of the nearest thing around the fault that has one; else the title's, else 1."""
    line = 0
    node = value
    for key in path:
        node = node[key]
        if isinstance(node, dict) and isinstance(node.get("line"), int):
            line = node["line"]
    title = value.get("title") if isinstance(value, dict) else None
    if not line and isinstance(title, dict) and isinstance(title.get("line"), int):
        line = title["line"]
    return line or 1
