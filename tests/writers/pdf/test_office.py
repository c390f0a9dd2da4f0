"""LibreOffice as a program: not there, failing, hanging; nothing is left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from converter.errors import OutputError
from converter.office import program, run
from converter.writers.pdf import office
from converter.writers.pdf.settled import settled
from tests.tools.places import ROOT

posix = pytest.mark.skipif(os.name != "posix", reason="a shell script plays LibreOffice")


def script(folder: Path, text: str) -> str:
    """A program that does what the shell script says."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)
    return str(path)


def fault(monkeypatch: pytest.MonkeyPatch, command: str) -> str:
    """What the user is told when ``command`` is LibreOffice."""
    monkeypatch.setenv(program.VARIABLE, command)
    with pytest.raises(OutputError) as raised:
        office.printed([b"docx"])
    return raised.value.line()


def test_a_wrong_place_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    line = fault(monkeypatch, str(tmp_path / "nothing"))
    assert program.VARIABLE in line and "没有 LibreOffice" in line


def test_missing_is_told_with_the_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(program.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(program, "_usual_places", lambda: iter(()))
    with pytest.raises(OutputError) as raised:
        office.printed([b"docx"])
    for lang, words in (("zh", "请安装 LibreOffice"), ("en", "install LibreOffice")):
        line = raised.value.line("en" if lang == "en" else "zh")
        assert words in line and "--to docx" in line and program.VARIABLE in line


@posix
def test_found_by_name_and_in_the_usual_places(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(program.VARIABLE, raising=False)
    command = script(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert program.program() == command
    home = tmp_path / "home"
    place = home / "Applications" / "LibreOffice.app" / "Contents" / "MacOS"
    place.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    assert place / "soffice" in list(program._usual_places())


@posix
def test_a_failure_is_told_with_its_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    command = script(tmp_path, "echo 'Error: source file could not be loaded' >&2; exit 1")
    line = fault(monkeypatch, command)
    assert "没有写出 PDF（source file could not be loaded）" in line and "--to docx" in line


@posix
def test_a_program_that_cannot_start_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    command = script(tmp_path, "")
    Path(command).write_bytes(b"\x7fELF nothing")
    assert "启动不了" in fault(monkeypatch, command)


@posix
def test_a_hanging_program_is_ended_with_its_children(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(run, "START_SECONDS", 1.0)
    monkeypatch.setattr(run, "FILE_SECONDS", 0.0)
    pids = tmp_path / "pids"
    command = script(tmp_path, f"sleep 600 & echo $! > {pids}; echo $$ >> {pids}; wait")
    assert "过了 1 秒还没有写出 PDF" in fault(monkeypatch, command)
    for pid in map(int, pids.read_text().split()):
        assert _ends(pid)


def _ends(pid: int) -> bool:
    """Whether a process is gone, or waits for its parent to take notice."""
    for _ in range(50):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False


@posix
def test_the_folder_of_a_process_goes_with_it(tmp_path: Path) -> None:
    command = script(tmp_path, "exit 1")
    code = (
        "from converter.errors import OutputError\n"
        "from converter.office import profile\n"
        "from converter.writers.pdf import office\n"
        "try:\n    office.printed([b''])\nexcept OutputError:\n    pass\n"
        "assert profile.folder().is_dir()\nprint(profile.folder())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {program.VARIABLE: command, "TMPDIR": str(tmp_path)},
    )
    folder = Path(done.stdout.strip())
    assert folder.parent == tmp_path and not folder.exists()


def sample(time: str, identifier: str) -> bytes:
    """The parts of a PDF that differ from run to run."""
    return (
        f"1 0 obj\n<</Type/Catalog/Pages 2 0 R\n/Lang(en-US)\n>>\nendobj\n"
        f"<xmp:CreateDate>{time}</xmp:CreateDate>"
        f"<xmpMM:DocumentID>uuid:{identifier}</xmpMM:DocumentID>"
        f"3 0 obj\n<</Producer(x)\n/CreationDate(D:{time}+08'00')/ModDate(D:{time}Z)>>\nendobj\n"
        f"trailer\n<</Size 4\n/ID [ <{identifier}>\n<{identifier}> ]\n"
        f"/DocChecksum /{identifier}\n>>\n"
    ).encode()


def test_settled_takes_out_time_and_chance() -> None:
    first = sample("20240101120000", "0123456789ABCDEF0123456789ABCDEF")
    second = sample("20251231235959", "FEDCBA9876543210FEDCBA9876543210")
    result = settled(first)
    assert result == settled(second) == settled(result)
    assert len(result) == len(first)
    assert b"2024" not in result and b"0123456789ABCDEF" not in result
    assert b"/Lang(zh-CN)" in result and b"/Producer(x)" in result


def test_settled_identifies_by_content() -> None:
    data = sample("20240101120000", "0" * 32)
    other = data.replace(b"Producer(x)", b"Producer(y)")
    assert settled(data)[-80:] != settled(other)[-80:]
