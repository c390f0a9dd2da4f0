"""Where the configuration of a folder is."""

from __future__ import annotations

import os

NAME = "gongwen.toml"
PYPROJECT = "pyproject.toml"


def nearest(folder: str, known: dict[str, str | None]) -> str | None:
    """The configuration file in a folder, or else in the nearest one above it that has one.

    ``known`` holds what was found before, and takes what is found now. Raises ConfigurationError
    for a pyproject.toml that speaks of gongwen and cannot be read.
    """
    passed = []
    found = None
    while folder not in known:
        passed.append(folder)
        found = _in(folder)
        above = os.path.dirname(folder)
        if found or above == folder:
            break
        folder = above
    else:
        found = known[folder]
    known.update(dict.fromkeys(passed, found))
    return found


def _in(folder: str) -> str | None:
    path = os.path.join(folder, NAME)
    if os.path.isfile(path):
        return path
    path = os.path.join(folder, PYPROJECT)
    return path if os.path.isfile(path) and _speaks_of_us(path) else None


def _speaks_of_us(path: str) -> bool:
    """Whether a pyproject.toml has a table for us."""
    try:
        with open(path, "rb") as file:
            if b"gongwen" not in file.read():
                return False
    except OSError:
        return False
    from converter.configuration.file import has_table

    return has_table(path)
