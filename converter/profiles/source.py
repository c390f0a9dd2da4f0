"""The source of :mod:`converter.profiles.built_in`: what the TOML files beside it say, as Python.

To find and read TOML takes longer than to read the report that it is for, so it is done once, by
``make generated``; the tests check that nothing was forgotten.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from pprint import pformat
from typing import Any

from converter.profiles.signs import signs_of

FOLDER = Path(__file__).parent
TITLES = "titles"
_HEAD = '''"""The built-in profiles: made of the TOML files beside it by ``make generated``."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any
'''
_WIDTH = 90


def text() -> str:
    """The whole module."""
    kinds = _data(TITLES)["kinds"]
    names = sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != TITLES)
    profiles = {name: _data(name) for name in names}
    signs = [_signs(pattern) for pattern in _patterns(kinds, profiles)]
    return (
        f"{_HEAD}\nKINDS: list[dict[str, Any]] = {_python(kinds)}"
        f"\nPROFILES: dict[str, dict[str, Any]] = {_python(profiles)}"
        f"\nSIGNS: dict[str, tuple[tuple[str, ...], ...]] = {{\n{''.join(signs)}}}\n"
    )


def _signs(pattern: str) -> str:
    rows = "".join(f"        {words!r},\n" for words in signs_of(pattern))
    return f"    {pattern!r}: (\n{rows}    ),\n"


def _patterns(kinds: list[dict[str, Any]], profiles: dict[str, Any]) -> list[str]:
    """The regular expressions that titles are held against."""
    titles = [pattern for kind in kinds for pattern in kind.get("titles", ())]
    roles = [role for profile in profiles.values() for role in profile.get("roles", ())]
    return titles + [pattern for role in roles for pattern in role.get("promised", ())]


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def _python(value: object) -> str:
    return pformat(value, width=_WIDTH, sort_dicts=False, compact=True) + "\n"
