"""The table of a manifest: what it says is what is recorded, as people and programs read it."""

import json
import shlex
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from converter.bilingual import Text
from converter.corpus.manifest import Manifest
from converter.corpus.places import place_of
from converter.corpus.run import locked
from converter.linter.reports.width import width
from tests.cli.conftest import Result, gongwen
from tests.corpus_run.conftest import make_corpus
from tests.corpus_run.made_up import INPUTS, done, failed, finding, many, recorded, report
from tests.tools.places import FIXTURES

__all__ = ["gongwen"]
Gongwen = Callable[..., Result]
EMPTY = Text("文件是空的", "the file is empty")


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Inputs of every sort: checked or not, with several reports, failed."""
    two = [report("甲", nth=1), report("乙", nth=2)]
    entries = [
        done("甲.txt", [report("云岭县水务局工作总结")], [finding("S104"), finding("T701")], 2048),
        done("a-汇编.txt", two, [finding("S104", nth=2)], 3 * 2**20),
        failed("坏.txt", EMPTY),
        done("未查.txt", [report("禾湾区工作计划")], None),
    ]
    return recorded(tmp_path / "out", entries)


def test_json_is_what_is_recorded(gongwen: Gongwen, tmp_path: Path) -> None:
    shutil.copytree(FIXTURES / "reports", tmp_path / "in")
    (tmp_path / "in" / "空.txt").write_text("")
    assert gongwen("convert", "in", "-o", "out", "--to", "json", "--lint").code == 1
    told = json.loads(gongwen("status", "out", "--format", "json").out)
    (job,) = told["jobs"]
    base = sqlite3.connect(tmp_path / "out" / "manifest.sqlite")
    with closing(base):
        rows = base.execute(
            "select name, state, hash, size, seconds, at, error_zh from input order by id"
        ).fetchall()
        counts = dict(base.execute("select severity, count(*) from finding group by severity"))
        (reports,) = base.execute("select count(*) from report").fetchone()
    assert [
        (r["input"], r["state"], r["hash"], r["size"], r["seconds"], r["at"]) for r in job["rows"]
    ] == [row[:-1] for row in rows]
    for told_row, row in zip(job["rows"], rows, strict=True):
        assert (told_row["error"] is None) == (row[-1] is None)
        assert (told_row["findings"] is None) == (row[1] == "failed")
    assert job["summary"]["findings"] == counts
    assert job["summary"]["reports"] == reports == sum(row["reports"] for row in job["rows"])
    assert (job["summary"]["failed"], job["state"]) == (1, "finished")


def table(text: str) -> list[str]:
    """The lines of the table of inputs."""
    lines = text.splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith(("  状态", "  state")))
    return lines[start : lines.index("", start)]


def test_failed_first_with_its_reason(gongwen: Gongwen, mixed: Path) -> None:
    lines = table(gongwen("status", mixed).out)
    assert lines[1].split() == ["失败", "0", "—", "0", "B", "0.00", f"{INPUTS}/坏.txt"]
    assert lines[2].split() == ["文件是空的"]
    assert [line.split()[:3] for line in lines[3:]] == [
        ["完成", "1", "2"],
        ["完成", "2", "1"],
        ["完成", "1", "—"],
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_columns_are_aligned_as_shown(gongwen: Gongwen, mixed: Path, lang: str) -> None:
    lines = table(gongwen("status", mixed, "--lang", lang).out)
    names = [line for line in lines[1:] if INPUTS in line]
    assert len(names) == 4
    assert len({width(line[: line.index(INPUTS)]) for line in names}) == 1
    head = lines[0]
    assert width(head[: head.rindex("  ") + 2]) == width(names[0][: names[0].index(INPUTS)])


def test_totals(gongwen: Gongwen, mixed: Path) -> None:
    out = gongwen("status", mixed).out
    assert "4 份稿件：完成 3，失败 1；报告 4 份，3.0 MB；问题 3 处" in out
    assert "（1 份没有检查）" in out


@pytest.mark.parametrize("args", [["--failed"], ["--failed", "--all"]])
def test_failed_only(gongwen: Gongwen, mixed: Path, args: list[str]) -> None:
    lines = table(gongwen("status", mixed, *args).out)
    assert [line.split()[0] for line in lines] == ["状态", "失败", "文件是空的"]


def test_none_failed(gongwen: Gongwen, tmp_path: Path) -> None:
    out = recorded(tmp_path / "out", many(3))
    assert "没有失败的稿件" in gongwen("status", out, "--failed").out


@pytest.mark.parametrize(("args", "listed"), [([], 1), (["--all"], 301), (["--failed"], 1)])
def test_of_many_only_what_failed_is_listed(
    gongwen: Gongwen, tmp_path: Path, args: list[str], listed: int
) -> None:
    out = recorded(tmp_path / "out", [*many(300), failed("坏.txt", EMPTY)])
    told = gongwen("status", out, *args).out
    assert told.count(f"{INPUTS}/") == listed
    assert ("其余 300 份" in told) == (args == [])


def test_a_run_that_was_broken_off_says_how_to_go_on(gongwen: Gongwen, tmp_path: Path) -> None:
    make_corpus(tmp_path / "稿 件", 2)
    args = ("--to", "docx", "--layout", "official", "--set", "密级=秘密", "--no-config")
    assert gongwen("convert", "稿 件", "-o", "out", *args).code == 0
    with closing(sqlite3.connect(tmp_path / "out" / "manifest.sqlite")) as base, base:
        base.execute("update job set finished = null")
    told = gongwen("status", "out").out
    assert "中断了" in told
    (line,) = [line for line in told.splitlines() if "--resume" in line]
    program, *command = shlex.split(line.partition("：")[2])
    assert program == "gongwen"
    result = gongwen(*command)
    assert result.code == 0, result.err
    assert "已完成" in gongwen("status", "out").out


def test_while_a_run_is_writing(gongwen: Gongwen, tmp_path: Path) -> None:
    out = recorded(tmp_path / "out", many(3), finished=False)
    writing = sqlite3.connect(out / "manifest.sqlite", isolation_level=None)
    with locked(place_of(str(out))), closing(writing):
        writing.execute("begin immediate")
        writing.execute("update input set seconds = 1")
        told = gongwen("status", out)
        writing.execute("commit")  # nobody who reads is in the way
    assert (told.code, "正在运行" in told.out, "--resume" in told.out) == (0, True, False)
    assert "中断了" in gongwen("status", out).out


def test_inputs_that_are_gone(gongwen: Gongwen, tmp_path: Path) -> None:
    make_corpus(tmp_path / "in", 2)
    gongwen("convert", "in", "-o", "out")
    (tmp_path / "in" / "0000.txt").unlink()
    gongwen("convert", "in", "-o", "out")
    out = gongwen("status", "out").out
    assert "已不在 1" in out
    assert [line.split()[0] for line in table(out)] == ["状态", "已不在", "完成"]


@pytest.mark.parametrize("number", [1, 2])
def test_one_job_of_several(gongwen: Gongwen, tmp_path: Path, number: int) -> None:
    for form in ("docx", "json"):
        out = recorded(tmp_path / "out", many(2), form=form)
    both = json.loads(gongwen("status", out, "--format", "json").out)
    assert [job["format"] for job in both["jobs"]] == ["docx", "json"]
    one = json.loads(gongwen("status", out, "--format", "json", "--job", number).out)
    assert one["jobs"] == [both["jobs"][number - 1]]
    assert gongwen("status", out).out.count("任务 ") == 2


def test_at_an_address(gongwen: Gongwen, mixed: Path) -> None:
    pytest.importorskip("fsspec")
    before = (mixed / "manifest.sqlite").stat().st_mtime_ns
    there = gongwen("status", mixed.as_uri(), "--format", "json")
    assert there.out == gongwen("status", mixed, "--format", "json").out
    assert (mixed / "manifest.sqlite").stat().st_mtime_ns == before


def nothing(folder: Path) -> None:
    """Not even a folder."""


def no_manifest(folder: Path) -> None:
    folder.mkdir()


def no_database(folder: Path) -> None:
    folder.mkdir()
    (folder / "manifest.sqlite").write_bytes(b"not a database at all" * 100)


def no_jobs(folder: Path) -> None:
    folder.mkdir()
    Manifest(str(folder / "manifest.sqlite")).close()


def damaged(folder: Path) -> None:
    recorded(folder, many(200))
    path = folder / "manifest.sqlite"
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))


@pytest.mark.parametrize("command", ["status", "report"])
@pytest.mark.parametrize("make", [nothing, no_manifest, no_database, no_jobs, damaged])
def test_bad_folders(
    gongwen: Gongwen, tmp_path: Path, make: Callable[[Path], None], command: str
) -> None:
    make(tmp_path / "out")
    result = gongwen(command, "out")
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert "程序出错" not in result.err


@pytest.mark.parametrize("command", ["status", "report"])
def test_no_job_of_that_number(gongwen: Gongwen, mixed: Path, command: str) -> None:
    result = gongwen(command, mixed, "--job", 7)
    assert (result.code, "没有任务 7" in result.err) == (2, True)


def test_what_would_do_something_to_a_terminal_is_not_written(
    gongwen: Gongwen, tmp_path: Path
) -> None:
    out = recorded(tmp_path / "out", [failed("\x1b[2J.txt", Text("\x1b]0;x\x07", "\x1b[31m"))])
    assert "\x1b" not in gongwen("status", out).out
