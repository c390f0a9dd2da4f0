"""What goes wrong in a run, or around it: it ends with one line, loses nothing, and goes on."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from converter.corpus import crew
from converter.corpus.manifest import Manifest
from converter.corpus.outcome import Row, Yield
from converter.corpus.places import place_of
from converter.corpus.run import Order, Run
from converter.record import record
from tests.corpus_run.conftest import Done, make_corpus, products, title
from tests.corpus_run.test_run import family
from tests.drafts import draft
from tests.tools.places import ROOT

Gongwen = Callable[..., Done]
Start = Callable[..., "subprocess.Popen[str]"]


@record
class Dying:
    """Work that ends its process for an input that says so, in the way it says."""

    def fingerprint(self, name: str) -> str:
        return ""

    def do(self, name: str, data: bytes) -> Yield:
        if data == b"exit":
            os._exit(3)
        if data == b"kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if data == b"memory":
            most = 2**28 + int(Path("/proc/self/statm").read_text().split()[0]) * 4096
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
            data = b"x" * 2**40
        stem = Path(name).stem
        row = Row(1, stem, None, None, None, "", (), ())
        return Yield((row,), ((f"{stem}.txt", data * 2),))


def dying(folder: Path, output: Path, jobs: int) -> tuple[list[str], Run]:
    """The states of the inputs in a folder, in order, and the run."""
    order = Order(
        work=Dying(),
        command="test",
        format="txt",
        inputs=(str(folder),),
        options="",
        version="",
        limit=1,
    )
    run = Run(order, crew.local(jobs), place_of(str(output)))
    entries = run.entries(str(path) for path in sorted(folder.iterdir()))
    return [entry.outcome.state for entry in entries], run


@pytest.mark.parametrize("how", ["exit", "kill", "memory"])
def test_an_input_that_ends_its_worker_fails_alone(how: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(80):
        (folder / f"{number:02d}").write_bytes(b"%d" % number)
    bad = (5, 40, 41, 79)
    for number in bad:
        (folder / f"{number:02d}").write_bytes(how.encode())
    states, run = dying(folder, tmp_path / "out", 2)
    assert states == ["failed" if number in bad else "done" for number in range(80)]
    assert [Path(failure.task.name).name for failure in run.failures] == ["05", "40", "41", "79"]
    assert all(failure.error and "内存不够" in failure.error.zh for failure in run.failures)
    for number in bad:
        (folder / f"{number:02d}").unlink()
    dying(folder, tmp_path / "alone", 1)
    assert products(tmp_path / "out") == products(tmp_path / "alone")
    assert not (tmp_path / "out" / ".gongwen").exists()


def end_here(folder: Path, process: "subprocess.Popen[str]", *, wanted: int) -> None:
    """Waits until there are so many products."""
    while process.poll() is None and len(list(folder.glob("*.docx"))) < wanted:
        time.sleep(0.005)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("group", [True, False])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_says_how_to_go_on(
    number: signal.Signals, group: bool, jobs: int, tmp_path: Path, gongwen: Gongwen, start: Start
) -> None:
    make_corpus(tmp_path / "in", 300)
    process = start("convert", "in", "-o", "out", "-q", "--jobs", jobs)
    end_here(tmp_path / "out", process, wanted=20)
    (os.killpg if group else os.kill)(process.pid, number)
    err = process.communicate(timeout=60)[1]
    assert (process.returncode, err) == (2, "\ngongwen: 已中断；再运行同样的命令就接着做\n")
    assert not family(process), "workers outlive their parent"
    assert not (tmp_path / "out" / ".gongwen").exists()
    there = len(products(tmp_path / "out"))
    with closing(Manifest(str(tmp_path / "out" / "manifest.sqlite"))) as manifest:
        (job,) = manifest.jobs()
        assert (job.finished, len(list(manifest.inputs(job)))) == (None, there)
    done = gongwen("convert", "in", "-o", "out", "--resume")
    assert (done.code, f"没有变化 {there} 份" in done.err) == (0, True), done.err
    gongwen("convert", "in", "-o", "fresh")
    assert products(tmp_path / "out") == products(tmp_path / "fresh")


LIMITED = """
import resource, sys
most = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
from converter.cli import main
main()
"""
"""No file may get larger: a disk that is full, for whoever may not mount one."""


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("most", [7_000, 200_000])
def test_no_room_is_one_line_and_the_run_goes_on_when_there_is_some(
    most: int, jobs: int, tmp_path: Path, gongwen: Gongwen
) -> None:
    make_corpus(tmp_path / "in", 400)
    command = ("convert", "in", "-o", "out", "-q", "--jobs", str(jobs))
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(most), *command],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    there = products(tmp_path / "out")
    assert gongwen(*command).code == 0
    gongwen("convert", "in", "-o", "fresh")
    whole = products(tmp_path / "fresh")
    assert there.items() <= whole.items()
    assert products(tmp_path / "out") == whole


def test_an_output_folder_that_is_moved_away_is_one_line(tmp_path: Path, start: Start) -> None:
    make_corpus(tmp_path / "in", 300)
    process = start("convert", "in", "-o", "out", "-q", "--jobs", "2")
    end_here(tmp_path / "out", process, wanted=20)
    os.rename(tmp_path / "out", tmp_path / "away")
    err = process.communicate(timeout=60)[1]
    assert (process.returncode, len(err.splitlines())) == (2, 1), err
    assert "程序出错" not in err


@pytest.mark.parametrize("jobs", [1, 2])
def test_inputs_that_vanish_and_change_while_it_runs(
    jobs: int, tmp_path: Path, gongwen: Gongwen, start: Start
) -> None:
    make_corpus(tmp_path / "in", 400)
    process = start("convert", "in", "-o", "out", "-q", "--jobs", jobs)
    end_here(tmp_path / "out", process, wanted=10)
    (tmp_path / "in" / "0399.txt").unlink()
    (tmp_path / "in" / "0398.txt").write_text(draft(title=title(900)), "utf-8")
    err = process.communicate(timeout=60)[1]
    assert (process.returncode, "0399.txt：找不到文件" in err) == (1, True), err
    assert any(title(900) in name for name in products(tmp_path / "out"))
    gongwen("convert", "in", "-o", "fresh")
    gongwen("convert", "in", "-o", "out")
    assert products(tmp_path / "out") == products(tmp_path / "fresh")


@pytest.mark.parametrize("jobs", [1, 2])
def test_any_name_that_a_file_may_have(jobs: int, tmp_path: Path, gongwen: Gongwen) -> None:
    folder = make_corpus(tmp_path / "in", 3)
    names = (b"a\nb.txt", b"'\";--%s.txt", b"\xff\xfe.txt", "　甲.txt".encode(), b"\x1b[31m.txt")
    for number, name in enumerate(names, 10):
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(draft(title=title(number)).encode())
    with open(os.path.join(os.fsencode(folder), b"\xfe.txt"), "wb"):
        pass
    done = gongwen("convert", "in", "-o", "out", "-q", "--lint", "--jobs", jobs)
    assert (done.code, "失败 1 份" in done.err, "程序出错" in done.err) == (1, True, False), (
        done.err
    )
    with closing(Manifest(str(tmp_path / "out" / "manifest.sqlite"))) as manifest:
        (job,) = manifest.jobs()
        found = {os.path.basename(os.fsencode(item.name)) for item in manifest.inputs(job)}
        assert {*names, b"\xfe.txt"} < found
        assert {os.path.basename(os.fsencode(name)) for name, _ in manifest.reports(job)} > {*names}
    assert "没有变化 8 份" in gongwen("convert", "in", "-o", "out", "-q").err
    for command in (("status", "out"), ("report", "out", "--html")):
        told = gongwen(*command)
        assert told.code == 0, told.err
    os.unlink(os.path.join(os.fsencode(folder), b"\xff\xfe.txt"))
    assert "移除了它们的结果 1 个" in gongwen("convert", "in", "-o", "out", "-q", "--prune").err


def test_a_folder_that_leads_astray(tmp_path: Path, gongwen: Gongwen) -> None:
    folder = make_corpus(tmp_path / "in", 2)
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere.txt").symlink_to(tmp_path / "nowhere")
    (folder / "null.txt").symlink_to(os.devnull)
    os.mkfifo(folder / "pipe.txt")
    for given in ("in", folder.as_uri()):
        done = gongwen("convert", given, "-o", "out", "-q")
        assert (done.code, "共 2 份稿件：" in done.err) == (0, True), done.err


@pytest.mark.parametrize("given", [["in", "in"], ["in", "in/0001.txt"], ["in/0001.txt", "./in"]])
def test_what_is_given_twice_is_done_once(
    given: list[str], tmp_path: Path, gongwen: Gongwen
) -> None:
    make_corpus(tmp_path / "in", 3)
    done = gongwen("convert", *given, "-o", "out", "-q")
    assert (done.code, "共 3 份稿件：" in done.err) == (0, True), done.err
    assert len(products(tmp_path / "out")) == 3


@pytest.mark.parametrize("command", [["-", "in", "-o", "out"], ["-", "-o", "out", "--redo"]])
def test_standard_input_is_none_of_a_corpus(
    command: list[str], tmp_path: Path, gongwen: Gongwen
) -> None:
    make_corpus(tmp_path / "in", 1)
    done = gongwen("convert", *command)
    assert (done.code, len(done.err.splitlines()), "标准输入" in done.err) == (2, 1, True), done.err


def test_every_file_that_somebody_changed_is_kept(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 1)
    gongwen("convert", "in", "-o", "out")
    path = tmp_path / "out" / f"01-{title(0)}.docx"
    for content in (b"once", b"twice", b"twice"):
        path.write_bytes(content)
        gongwen("convert", "in", "-o", "out")
    kept = {n.partition(".docx")[2]: d for n, d in products(tmp_path / "out").items()}
    kept.pop("")
    assert kept == {".bak": b"once", ".bak2": b"twice"}


def test_a_lock_that_is_none_is_one_line(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 1)
    (tmp_path / "out" / ".gongwen").mkdir(parents=True)
    (tmp_path / "out" / ".gongwen" / "lock").write_bytes(b"no database at all, but long" * 60)
    done = gongwen("convert", "in", "-o", "out")
    assert (done.code, len(done.err.splitlines())) == (2, 1), done.err
