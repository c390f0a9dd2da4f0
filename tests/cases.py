"""Reading ``.case`` files: one ``input => expected`` a line, ``#`` for prose between."""

from pathlib import Path

import pytest

from tests.tools.places import FIXTURES


def cases(name: str, folder: str = "parse") -> list[object]:
    """The pairs of ``fixtures/<folder>/<name>.case`` as pytest parameters named by their line."""
    path: Path = FIXTURES / folder / f"{name}.case"
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            given, expected = line.split(" => ")
            found.append(pytest.param(given, expected, id=f"{path.name}:{number}"))
    return found
