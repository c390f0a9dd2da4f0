"""The source of :mod:`converter.profiles.built_in`: what the TOML files beside it say, as Python.

To find and read TOML takes longer than to read the report that it is for, so it is done once, by
``make generated``; the tests check that nothing was forgotten.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from pprint import pformat
from typing import Any

FOLDER = Path(__file__).parent
TITLES = "titles"
_HEAD = '''"""The built-in profiles: made of the TOML files beside it by ``make generated``."""

from __future__ import annotations

from typing import Any
'''
_WIDTH = 90


def text() -> str:
    """The whole module."""
    kinds = _data(TITLES)["kinds"]
    names = sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != TITLES)
    profiles = {name: _data(name) for name in names}
    return (
        f"{_HEAD}\nKINDS: list[dict[str, Any]] = {_python(kinds)}"
        f"\nPROFILES: dict[str, dict[str, Any]] = {_python(profiles)}"
    )


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def _python(value: object) -> str:
    return pformat(value, width=_WIDTH, sort_dicts=False, compact=True) + "\n"
