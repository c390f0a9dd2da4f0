"""The published JSON Schemas: of a report, built from a profile and checked against, and of the
files that users write."""

from __future__ import annotations

import json
import os
from functools import cache

from converter.bilingual import Text
from converter.errors import UsageError
from converter.profiles import load
from converter.profiles import names as profile_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DEFAULT = "work-report"
SUFFIX = ".schema.json"
BUILDERS: dict[str, str] = {
    "layout": "converter.layout.house.schema",
    "metadata": "converter.schema.metadata",
}
"""Name of a schema that belongs to no profile → module with its ``build()``, without arguments."""


@cache
def folder() -> str:
    """Where the published schemas are: inside the installed package, or beside a checkout's."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "schemas")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "schemas")


def names() -> tuple[str, ...]:
    """The names of the published schemas."""
    files = [file for file in os.listdir(folder()) if file.endswith(SUFFIX)]
    return tuple(sorted(file.removesuffix(SUFFIX) for file in files))


def published(name: str = DEFAULT) -> str:
    """The text of a published schema. Raises UsageError for an unknown name."""
    if name not in names():
        raise UsageError(
            Text(f"没有这个 schema：{name}", f"no such schema: {name}"),
            todo=Text(f"可选：{'、'.join(names())}", f"choose from: {', '.join(names())}"),
        )
    with open(os.path.join(folder(), f"{name}{SUFFIX}"), encoding="utf-8") as file:
        return file.read()


@cache
def for_profile(name: str) -> dict[str, Any]:
    """The schema a profile's reports are held against: the published one, or, for a profile of
    one's own, the one built from it."""
    if name in profile_names() and name in names():
        loaded: dict[str, Any] = json.loads(published(name))
        return loaded
    return _built(name)


def text_for(name: str) -> str:
    """The schema of that name, or of that profile, built anew as it is published."""
    from importlib import import_module

    from converter.schema.pretty import pretty

    return pretty(import_module(BUILDERS[name]).build() if name in BUILDERS else _built(name))


def _built(profile: str) -> dict[str, Any]:
    from converter.schema.build import build

    return build(load(profile))
