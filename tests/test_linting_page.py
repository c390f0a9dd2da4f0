"""docs/linting.md says what happens: its files are written and its commands run, in turn."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

from converter.configuration.keys import KEYS
from tests.cli.conftest import Result, gongwen
from tests.tools.places import ROOT

__all__ = ["gongwen"]
PAGE = (ROOT / "docs" / "linting.md").read_text("utf-8")
BLOCK = re.compile(r"^```(?:(?:text|toml) (\S+)|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ gongwen (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def test_page(gongwen: Callable[..., Result], tmp_path: Path) -> None:
    """Each line of a session begins a line of the output, in order; … stands for any lines."""
    commands = 0
    for name, text in BLOCK.findall(PAGE):
        if name:
            (tmp_path / name).write_text(text, "utf-8")
            continue
        for command, expected in COMMAND.findall(text):
            result = gongwen(*shlex.split(command))
            assert result.code < 2 or "gongwen: " in expected, result.err
            _same(expected.splitlines(), (result.out + result.err).splitlines(), command)
            commands += 1
    assert commands > 10


def _same(expected: list[str], lines: list[str], command: str) -> None:
    at = 0
    for line in expected:
        if line == "…":
            continue
        begins = (i for i in range(at, len(lines)) if lines[i].strip().startswith(line))
        found = next(begins, None)
        assert found is not None, (command, line, lines[at:])
        at = found + 1


def test_every_key_is_on_the_page() -> None:
    for key in KEYS:
        assert f"`{key}`" in PAGE or f"[{key}" in PAGE, key
