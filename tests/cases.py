"""Reading ``.case`` files: one ``input => expected`` a line, ``#`` for prose between."""

from pathlib import Path

import pytest

from tests.tools.places import FIXTURES


def cases(name: str, folder: str = "parse") -> list[object]:
    """The pairs of ``fixtures/<folder>/<name>.case`` as pytest parameters named by their line."""
    return [
        pytest.param(given, expected, id=place) for place, given, expected in read(name, folder)
    ]


def read(name: str, folder: str) -> list[tuple[str, str, str]]:
    """Those pairs, the place of each (file:line) before it."""
    path: Path = FIXTURES / folder / f"{name}.case"
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            given, expected = line.split(" => ")
            found.append((f"{path.name}:{number}", given, expected))
    return found
