"""A command does and tells the same, whether click has read its line or not."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.cli import main
from tests.cli.conftest import Result
from tests.drafts import draft
from tests.tools.places import FIXTURES, ROOT

Run = Callable[..., Result]
COMPILATION = str(FIXTURES / "compilation.txt")
WAYS: dict[str, list[str]] = {"plain": [], "click": ["--lang", "zh"]}
"""What stands before the command; an option there is click's business."""

LINES = {
    "lint": ["lint", COMPILATION],
    "lint as JSON": ["lint", COMPILATION, "--format=json", "--select", "S", "--fail-on=never"],
    "convert to JSON": ["convert", COMPILATION, "--to", "json", "-o", "-"],
    "convert quietly": ["convert", COMPILATION, "-q", "--to=txt", "-o-"],
    "validate": ["validate", COMPILATION],
    "standard input": ["lint", "-", "--lang", "en"],
    "no such file": ["lint", "没有.txt"],
    "no such file in English": ["lint", "没有.txt", "--lang=en"],
    "options that do not go together": ["lint", COMPILATION, "--unsafe-fixes"],
    "no output": ["split", COMPILATION],
}


@pytest.mark.parametrize("name", LINES)
def test_same_result(gongwen: Run, name: str) -> None:
    data = draft(problems="").encode()
    plain, click = (gongwen(*way, *LINES[name], stdin=data) for way in WAYS.values())
    assert plain == click
    assert plain.raw or plain.err


@pytest.mark.parametrize("command", ["convert", "split"])
def test_same_files(gongwen: Run, tmp_path: Path, command: str) -> None:
    for name, way in WAYS.items():
        assert gongwen(*way, command, COMPILATION, "-o", name).code == 0
    plain, click = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir() if path.is_file()}
        for name in WAYS
    )
    made = {name for name in plain if name.endswith((".docx", ".txt", ".json"))}
    assert len(made) >= 6
    assert {name: plain[name] for name in made} == {name: click[name] for name in made}


STOPS = {
    "interrupted": (KeyboardInterrupt(), "\ngongwen: 已中断\n"),
    "no memory": (MemoryError(), "gongwen: 内存不够：请把输入拆开\n"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", STOPS)
def test_stopped(monkeypatch: pytest.MonkeyPatch, gongwen: Run, name: str, way: str) -> None:
    error, told = STOPS[name]
    monkeypatch.setattr("converter.commands.lint.fetch", raising(error))
    result = gongwen(*WAYS[way], "lint", COMPILATION)
    assert (result.code, result.out, result.err) == (2, "", told)


@pytest.mark.parametrize("way", WAYS)
def test_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], way: str
) -> None:
    monkeypatch.setattr("converter.commands.lint.fetch", raising(IndexError("out of range")))
    monkeypatch.setattr("gc.set_threshold", lambda *_: None)
    with pytest.raises(SystemExit) as left:
        main([*WAYS[way], "lint", COMPILATION])
    assert left.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("gongwen: 程序出错")
    assert "IndexError: out of range, test_both_ways.py:" in line


def raising(error: BaseException) -> Callable[..., bytes]:
    """A function that fails."""

    def fail(*_: object) -> bytes:
        raise error

    return fail


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["lint", "convert quietly"])
def test_nobody_reads_the_output(name: str, way: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = process([*WAYS[way], *LINES[name]], writer)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("way", WAYS)
def test_nobody_reads_what_is_told(way: str) -> None:
    """Nor does the interpreter complain at the end about the stream that it cannot flush."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = process([*WAYS[way], *LINES["no such file"]], subprocess.PIPE, writer)
    finally:
        os.close(writer)
    assert (done.returncode, done.stdout) == (1, b"")


def process(
    args: list[str], out: int, err: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    """A process of its own that runs a command line."""
    return subprocess.run(
        [sys.executable, "-m", "converter", *args], stdout=out, stderr=err, cwd=ROOT
    )


@pytest.mark.parametrize("args", [["--version"], ["--lang", "zh", "--version"]], ids=" ".join)
def test_version(gongwen: Run, args: list[str]) -> None:
    from converter import __version__

    assert gongwen(*args) == Result(0, f"gongwen {__version__}\n".encode(), "")
