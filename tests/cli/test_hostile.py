"""Files that are no Word files, damaged, or made to do harm, through the command line: one line
that says why, exit code 2, and nothing written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Result
from tests.word.hostile import FILES, made

LIGHT = [name for name, file in FILES.items() if not file.get("heavy") and name.endswith(".docx")]


@pytest.mark.parametrize("command", ["convert", "lint", "validate", "check"])
@pytest.mark.parametrize("name", LIGHT)
def test_one_line_and_exit_code_2(
    gongwen: Callable[..., Result], tmp_path: Path, name: str, command: str
) -> None:
    (tmp_path / name).write_bytes(made(name))
    result = gongwen(command, name)
    assert result.code == 2
    assert result.out == ""
    (line,) = result.err.splitlines()
    assert line.startswith(f"gongwen: {name}：")
    assert FILES[name]["says"] in line
    assert [path.name for path in tmp_path.iterdir()] == [name]
