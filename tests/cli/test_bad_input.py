"""What goes wrong outside: one clear line, exit code 2, no traceback, nothing half-written."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from converter import cli
from tests.cli.conftest import Result
from tests.drafts import draft
from tests.tools.places import FIXTURES, ROOT

Run = Callable[..., Result]
COMPILATION = FIXTURES / "compilation.txt"
BYTES = {
    "empty": b"",
    "blank": " \n\t\n　".encode(),
    "binary": bytes(range(256)) * 100,
    "docx by name of txt": b"PK\x03\x04" + bytes(500),
    "advertisement only": "【澜澜素材库】会员群网盘客服，每天更新\n##paidend##".encode(),
    "broken json": b'{"kind": "work-report", ',
    "json of another kind": b'{"kind": "invoice"}',
    "deep json": b'{"kind": "work-report", "sections": ' + b"[" * 200_000,
    "json array": b'{"kind": 3}\n[1]',
    "json with NaN": b'{"kind": NaN}',
}


@pytest.mark.parametrize("command", ["convert", "lint", "split"])
@pytest.mark.parametrize("name", BYTES)
def test_unreadable_input(gongwen: Run, tmp_path: Path, command: str, name: str) -> None:
    (tmp_path / "稿").write_bytes(BYTES[name])
    options = [] if command == "lint" else ["-o", "out"]
    result = gongwen(command, "稿", *options)
    assert_one_line(result)
    assert "稿" in result.err
    assert not (tmp_path / "out").exists()


def assert_one_line(result: Result) -> None:
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith("gongwen: ")
    assert result.err.count("\n") == 1
    assert "Traceback" not in result.err


USAGE = {
    "no input": ["convert"],
    "no such file": ["lint", "没有.txt"],
    "no such command": ["frobnicate"],
    "no such option": ["lint", "x.txt", "--formt", "json"],
    "no such format": ["convert", "x.txt", "--to", "pdfx"],
    "no such rule": ["lint", str(COMPILATION), "--select", "missing-titel"],
    "no such profile": ["lint", str(COMPILATION), "--profile", "没有"],
    "profile is no TOML": ["lint", str(COMPILATION), "--profile", str(COMPILATION)],
    "no such schema": ["schema", "x"],
    "no such encoding": ["lint", str(COMPILATION), "--encoding", "klingon"],
    "wrong encoding": ["lint", str(COMPILATION), "--encoding", "ascii"],
    "unknown suffix": ["convert", str(COMPILATION), "-o", "x.doc"],
    "several into one file": ["convert", str(COMPILATION), "-o", "x.docx"],
    "several Word files to stdout": ["convert", str(COMPILATION), "--to", "docx", "-o", "-"],
    "too large": ["lint", "large.txt", "--max-size", "1"],
    "folder without drafts": ["lint", "leer"],
    "output below a file": ["convert", str(COMPILATION), "-o", "large.txt/out/"],
    "unwritable": ["convert", str(COMPILATION), "-o", "/proc/none/out"],
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", USAGE)
def test_usage(gongwen: Run, tmp_path: Path, name: str, lang: str) -> None:
    (tmp_path / "large.txt").write_bytes("工作总结。\n".encode() * 100_000)
    (tmp_path / "leer").mkdir()
    before = sorted(tmp_path.rglob("*"))
    result = gongwen(*USAGE[name], "--lang", lang)
    assert_one_line(result)
    if lang == "zh":
        assert any("\u4e00" <= char <= "\u9fff" for char in result.err)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(("option", "told"), [("--select", "要写值"), ("--fix=1", "不写值")])
def test_a_value_too_few_or_too_many(gongwen: Run, option: str, told: str) -> None:
    result = gongwen("lint", COMPILATION, option)
    assert_one_line(result)
    assert told in result.err


@pytest.mark.parametrize(("lang", "told"), [("zh", "程序出错"), ("en", "a fault of the program")])
def test_a_fault_of_ours_is_no_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: str, told: str
) -> None:
    def broken(args: list[str]) -> int:
        raise IndexError("list index\nout of range")

    monkeypatch.setattr(cli, "run", broken)
    monkeypatch.setattr(gc, "set_threshold", lambda *_: None)
    with pytest.raises(SystemExit) as left:
        cli.main(["lint", "稿.txt", "--lang", lang])
    assert left.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line
    assert "IndexError: list index out of range, test_bad_input.py:" in line


def test_one_bad_input_among_good_ones(gongwen: Run, tmp_path: Path) -> None:
    folder = tmp_path / "稿件"
    folder.mkdir()
    (folder / "a.txt").write_text(draft(), "utf-8")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.txt").write_text(draft(), "utf-8")
    result = gongwen("convert", folder, "-o", "out")
    assert result.code == 1
    assert "b.txt：文件是空的" in result.err
    assert len(list((tmp_path / "out").glob("*.docx"))) == 2


def test_control_characters_are_listed_not_lost(gongwen: Run) -> None:
    text = draft().replace("供水", "供\x00水\x07").encode()
    result = gongwen("convert", "-", "--to", "json", stdin=text)
    assert result.code == 0
    assert '"text":"\\u0000","reason":"control-character"' in result.out


def test_one_line_of_five_megabytes(gongwen: Run, tmp_path: Path) -> None:
    (tmp_path / "长.txt").write_text("一是抓供水，二是抓防汛。1.情况（一）" * 100_000, "utf-8")
    result = gongwen("convert", "长.txt", "-o", "长.docx")
    assert result.code == 0
    assert (tmp_path / "长.docx").stat().st_size > 1000


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """A file system with room for two Word files."""
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24k", "tmpfs", str(folder)], capture_output=True
    )
    if done.returncode:
        pytest.skip("only root can mount a small file system")
    return folder


def test_full_disk(gongwen: Run, small_disk: Path) -> None:
    try:
        result = gongwen("convert", COMPILATION, "-o", small_disk, "-q")
        assert_one_line(result)
        assert "磁盘已满" in result.err
        assert all(path.suffix == ".docx" for path in small_disk.iterdir())
        assert all(path.read_bytes()[:2] == b"PK" for path in small_disk.iterdir())
    finally:
        subprocess.run(["umount", str(small_disk)], check=True)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_full_standard_output() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "converter", "lint", str(COMPILATION)],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        )
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "Traceback" not in done.stderr.decode()


def test_reader_of_the_output_goes_away() -> None:
    command = f"{sys.executable} -m converter rules | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, cwd=ROOT)
    assert done.stderr == b""
