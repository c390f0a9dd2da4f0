"""The published JSON Schemas: of a report, built from a profile and checked against, and of the
files that users write."""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from converter.bilingual import Text
from converter.errors import UsageError
from converter.profiles import load
from converter.profiles import names as profile_names
from converter.schema.build import build
from converter.schema.pretty import pretty

DEFAULT = "work-report"
SUFFIX = ".schema.json"
BUILDERS: dict[str, str] = {
    "layout": "converter.layout.house.schema",
    "metadata": "converter.schema.metadata",
}
"""Name of a schema that belongs to no profile → module with its ``build()``, without arguments."""


def folder() -> Path:
    """Where the published schemas are: inside the installed package, or beside a checkout's."""
    spec = find_spec("converter.schemas")
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) if places else Path(__file__).parents[2] / "schemas"


def names() -> tuple[str, ...]:
    """The names of the published schemas."""
    return tuple(sorted(p.name.removesuffix(SUFFIX) for p in folder().glob(f"*{SUFFIX}")))


def published(name: str = DEFAULT) -> str:
    """The text of a published schema. Raises UsageError for an unknown name."""
    if name not in names():
        raise UsageError(
            Text(f"没有这个 schema：{name}", f"no such schema: {name}"),
            todo=Text(f"可选：{'、'.join(names())}", f"choose from: {', '.join(names())}"),
        )
    return (folder() / f"{name}{SUFFIX}").read_text("utf-8")


@cache
def for_profile(name: str) -> dict[str, Any]:
    """The schema a profile's reports are held against: the published one, or, for a profile of
    one's own, the one built from it."""
    if name in profile_names() and name in names():
        loaded: dict[str, Any] = json.loads(published(name))
        return loaded
    return build(load(name))


def text_for(name: str) -> str:
    """The schema of that name, or of that profile, built anew as it is published."""
    if name in BUILDERS:
        schema: dict[str, Any] = import_module(BUILDERS[name]).build()
        return pretty(schema)
    return pretty(build(load(name)))
