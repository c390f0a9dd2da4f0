"""The source of :mod:`converter.linter.index`: what choosing and asking a rule takes, as Python.

To import the modules of all rules takes longer than to check a report; most have nothing to say of
it. So what they need is written down once, by ``make generated``; the tests check that it is
current.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from pprint import pformat

from converter.linter import rules
from converter.linter.rule import USUAL, Rule
from converter.linter.signs import BLANKS

_HEAD = '''"""The rules by code, from the modules in ``rules``: made by ``make generated``."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PAIRS: tuple[str, ...] = '''
_CHARACTERS = "\n\nCHARACTERS: tuple[str, ...] = "
_RULES = "\n\nRULES: tuple[dict[str, Any], ...] = "
_WIDTH = 90
_LINE = 40


def modules() -> Iterator[str]:
    """The names of the modules with rules, in every group's folder."""
    for folder in rules.__path__:
        for group in sorted(os.listdir(folder)):
            path = os.path.join(folder, group)
            for file in sorted(os.listdir(path)) if os.path.isdir(path) else ():
                if file.endswith(".py") and not file.startswith("_"):
                    yield f"{rules.__name__}.{group}.{file.removesuffix('.py')}"


def defined() -> Iterator[tuple[str, Rule]]:
    """Every rule as its module has it, with the name of the module, by code. Raises RuntimeError
    when two share a code or a name."""
    found: dict[str, tuple[str, Rule]] = {}
    for name in modules():
        for rule in import_module(name).RULES:
            for key in (rule.code, rule.name):
                if key in found:
                    raise RuntimeError(f"two rules are called {key}")
                found[key] = name, rule
    return iter(sorted(set(found.values()), key=lambda entry: entry[1].code))


def text() -> str:
    """The whole module."""
    entries = tuple({"module": name, **_unusual(rule)} for name, rule in defined())
    head = _HEAD + _written(_in_lines(_pairs())) + _CHARACTERS
    return head + _written(_in_lines(_characters())) + _RULES + _written(entries) + "\n"


def _written(value: object) -> str:
    return pformat(value, width=_WIDTH, sort_dicts=False, compact=True)


def _needed() -> set[str]:
    """All words that rules need, all characters that some need one of, and further ones."""
    found: set[str] = set()
    for _, rule in defined():
        found.update(rule.words)
        for need in rule.needs if isinstance(rule.needs, tuple) else (rule.needs or {},):
            for view, words in need.items():
                found.update(words if view != "traits" else ())
    return found


def _pairs() -> str:
    """The pairs of characters in the words."""
    found = {word[at : at + 2] for word in _needed() for at in range(len(word) - 1)}
    return "".join(sorted(found))


def _characters() -> str:
    """The single characters."""
    return "".join(sorted({*BLANKS, *(word for word in _needed() if len(word) == 1)}))


def _in_lines(chars: str) -> tuple[str, ...]:
    return tuple(chars[at : at + _LINE] for at in range(0, len(chars), _LINE))


def _unusual(rule: Rule) -> dict[str, object]:
    """What :func:`converter.linter.rule.listed` must be told of a rule."""
    known = {name: getattr(rule, name) for name in ("code", "name", "severity", *USUAL)}
    known["severity"] = str(rule.severity)
    return {name: value for name, value in known.items() if value != USUAL.get(name, object)}
