"""What can be wrong in a configuration, each as one clear line: file, key, and what to write."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from converter.bilingual import Text
from converter.errors import ConfigurationError

_MOST_SHOWN = 20
"""Code points of a wrong value that are shown."""


def unknown(
    what: Text, where: str, name: str, known: Iterable[str], listed: Iterable[str] | None = None
) -> ConfigurationError:
    """A name that is none of the known ones; the nearest of them is told, or all, or those that
    are ``listed``."""
    names = list(known)
    near = get_close_matches(name.replace("_", "-"), names, n=1, cutoff=0.6)
    if near:
        todo = Text(f"是不是 {near[0]}？", f"is it {near[0]}?")
    elif names := list(names if listed is None else listed):
        todo = Text(f"可以写：{'、'.join(names)}", f"known: {', '.join(names)}")
    else:
        todo = Text("", "")
    return ConfigurationError(what, where, todo)


def wrong(value: object, where: str, expected: Text) -> ConfigurationError:
    """A value of the wrong type, or one that is not allowed."""
    shown = _shown(value)
    return ConfigurationError(
        Text(f"不能是 {shown}", f"cannot be {shown}"),
        where,
        Text(f"应为{' ' * expected.zh[0].isascii()}{expected.zh}", f"it must be {expected.en}"),
    )


def _shown(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            cut = value[:_MOST_SHOWN] + ("…" if len(value) > _MOST_SHOWN else "")
            return f"“{cut}”"
        case dict():
            return "{…}"
        case list():
            return "[…]" if value else "[]"
        case _:
            return str(value)[:_MOST_SHOWN]
