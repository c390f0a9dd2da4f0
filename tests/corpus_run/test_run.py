"""A run does what has changed, records it, and goes on where it was broken off."""

import json
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import docx
import pytest

import converter
from converter.corpus.manifest import Manifest
from converter.model.nodes import Document, Inset, Paragraph, Picture, TextLine
from tests.corpus_run.conftest import Done, make_corpus, products, title
from tests.drafts import draft
from tests.tools.places import FIXTURES

Gongwen = Callable[..., Done]
Start = Callable[..., "subprocess.Popen[str]"]


def stamps(folder: Path) -> dict[str, int]:
    """When each product was written, in nanoseconds."""
    return {name: (folder / name).stat().st_mtime_ns for name in products(folder)}


def test_one_file_a_report_and_a_manifest(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 3)
    done = gongwen("convert", "in", "-o", "out")
    assert done.code == 0, done.err
    assert list(products(tmp_path / "out")) == [f"{n + 1:02d}-{title(n)}.docx" for n in range(3)]
    assert "共 3 份稿件" in done.err
    with closing(Manifest(str(tmp_path / "out" / "manifest.sqlite"))) as manifest:
        (job,) = manifest.jobs()
        assert (job.command, job.format, job.finished is not None) == ("convert", "docx", True)
        rows = [(item.name, item.state, item.outputs) for item in manifest.inputs(job)]
        assert rows == [(str(tmp_path / "in" / f"{n:04d}.txt"), "done", 1) for n in range(3)]
        assert [row.title for _, row in manifest.reports(job)] == [title(n) for n in range(3)]
        assert manifest.last_number(job) == 3
    assert not (tmp_path / "out" / ".gongwen").exists()


def test_a_second_run_does_nothing(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 5)
    gongwen("convert", "in", "-o", "out")
    before = stamps(tmp_path / "out")
    done = gongwen("convert", "in", "-o", "out")
    assert done.code == 0
    assert "没有变化 5 份" in done.err
    assert stamps(tmp_path / "out") == before


def test_from_wherever_it_is_started(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 3)
    (tmp_path / "meta.toml").write_text('密级 = "秘密"\n', "utf-8")
    gongwen("convert", "in", "-o", "out", "--meta", "meta.toml")
    for given in (tmp_path / "in", f"../{tmp_path.name}/in"):
        done = gongwen("convert", given, "-o", tmp_path / "out", "--meta", tmp_path / "meta.toml")
        assert "没有变化 3 份" in done.err, done.err


def changed_text(folder: Path) -> None:
    path = folder / "in" / "0001.txt"
    path.write_text(path.read_text("utf-8") + "\n附注：已阅。\n", "utf-8")


def changed_title(folder: Path) -> None:
    (folder / "in" / "0001.txt").write_text(draft(title=title(40)), "utf-8")


def lost_output(folder: Path) -> None:
    (folder / "out" / f"02-{title(1)}.docx").unlink()


def emptied_output(folder: Path) -> None:
    (folder / "out" / f"02-{title(1)}.docx").write_bytes(b"")


@pytest.mark.parametrize("change", [changed_text, changed_title, lost_output, emptied_output])
def test_only_what_has_changed_is_done(
    change: Callable[[Path], None], tmp_path: Path, gongwen: Gongwen
) -> None:
    make_corpus(tmp_path / "in", 4)
    gongwen("convert", "in", "-o", "out")
    before = stamps(tmp_path / "out")
    change(tmp_path)
    done = gongwen("convert", "in", "-o", "out")
    assert done.code == 0, done.err
    assert "做了 1 份" in done.err
    after = stamps(tmp_path / "out")
    untouched = [name for name in before if not name.startswith("02-")]
    assert {name: after[name] for name in untouched} == {n: before[n] for n in untouched}
    gongwen("convert", "in", "-o", "fresh")
    assert products(tmp_path / "out") == products(tmp_path / "fresh")


def test_a_word_file_whose_pictures_a_draft_shows_is_one_of_its_files(
    tmp_path: Path, gongwen: Gongwen
) -> None:
    source = tmp_path / "图" / "附表.docx"
    source.parent.mkdir()
    written = docx.Document()
    written.add_picture(str(FIXTURES / "layout" / "chart.png"))
    written.save(str(source))
    shown = Picture("附表.docx/word/media/image1.png", 40.0, 30.0)
    make_corpus(tmp_path / "in", 2)
    for number, picture in enumerate((shown, Picture("没有.docx/word/media/image1.png")), 3):
        table = Paragraph("项目\t", 2, kind="table", insets=(Inset(3, picture),))
        report = Document(title=TextLine(title(number), 1), lead=(table,))
        value = json.dumps(converter.to_json(report), ensure_ascii=False)
        (tmp_path / "in" / f"{number:04d}.json").write_text(value, "utf-8")
    options = ("convert", "in", "-o", "out", "--pictures", "图")
    assert "没有.docx" in gongwen(*options).err
    (tmp_path / "in" / "0004.json").unlink()
    assert "没有变化 3 份" in gongwen(*options, "--prune").err
    written.add_paragraph("说明")
    written.save(str(source))
    assert "做了 1 份" in gongwen(*options).err


def test_what_somebody_changed_in_a_result_is_kept_beside_it(
    tmp_path: Path, gongwen: Gongwen
) -> None:
    make_corpus(tmp_path / "in", 2)
    gongwen("convert", "in", "-o", "out")
    path = tmp_path / "out" / f"01-{title(0)}.docx"
    made = path.read_bytes()
    path.write_bytes(b"changed by hand")
    assert gongwen("convert", "in", "-o", "out").code == 0
    assert path.read_bytes() == made
    assert path.with_name(path.name + ".bak").read_bytes() == b"changed by hand"


def test_new_inputs_get_the_next_numbers_and_old_ones_keep_theirs(
    tmp_path: Path, gongwen: Gongwen
) -> None:
    make_corpus(tmp_path / "in", 3)
    gongwen("convert", "in", "-o", "out")
    (tmp_path / "in" / "0000a.txt").write_text(draft(title=title(50)), "utf-8")
    (tmp_path / "in" / "0002.txt").unlink()
    done = gongwen("convert", "in", "-o", "out")
    assert "1 份稿件已经不在" in done.err
    names = [f"01-{title(0)}.docx", f"02-{title(1)}.docx", f"03-{title(2)}.docx"]
    assert list(products(tmp_path / "out")) == [*names, f"04-{title(50)}.docx"]
    done = gongwen("convert", "in", "-o", "out", "--prune")
    assert "移除了它们的结果 1 个" in done.err
    assert list(products(tmp_path / "out")) == [*names[:2], f"04-{title(50)}.docx"]


@pytest.mark.parametrize(
    ("options", "config"),
    [(("--layout", "official"), ""), (("--set", "密级=秘密"), ""), ((), 'encoding = "utf-8"\n')],
)
def test_other_options_and_another_configuration_do_all_again(
    options: tuple[str, ...], config: str, tmp_path: Path, gongwen: Gongwen
) -> None:
    make_corpus(tmp_path / "in", 2)
    gongwen("convert", "in", "-o", "out")
    if config:
        (tmp_path / "gongwen.toml").write_text(config, "utf-8")
    done = gongwen("convert", "in", "-o", "out", *options)
    assert "做了 2 份" in done.err
    done = gongwen("convert", "in", "-o", "out", *options)
    assert "没有变化 2 份" in done.err
    assert "做了 2 份" in gongwen("convert", "in", "-o", "out", *options, "--redo").err


def test_two_jobs_share_a_folder(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 2)
    gongwen("convert", "in", "-o", "out")
    gongwen("convert", "in", "-o", "out", "--to", "json")
    assert [Path(name).suffix for name in products(tmp_path / "out")] == [".docx", ".json"] * 2
    assert "没有变化 2 份" in gongwen("convert", "in", "-o", "out").err


def test_bad_inputs_are_recorded_and_the_others_done(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 4)
    (tmp_path / "in" / "0001.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    (tmp_path / "in" / "0002.txt").write_bytes(b"")
    done = gongwen("convert", "in", "-o", "out", "--jobs", "2")
    assert done.code == 1
    assert "失败 2 份" in done.err
    told = done.err[done.err.index("没有做成的稿件") :]
    assert [line.split("：")[0].strip() for line in told.splitlines()[1:]] == [
        os.path.join("in", "0001.txt"),
        os.path.join("in", "0002.txt"),
    ]
    assert list(products(tmp_path / "out")) == [f"01-{title(0)}.docx", f"02-{title(3)}.docx"]
    with closing(Manifest(str(tmp_path / "out" / "manifest.sqlite"))) as manifest:
        (job,) = manifest.jobs()
        states = [(item.state, item.error is None) for item in manifest.inputs(job)]
    assert states == [("done", True), ("failed", False), ("failed", False), ("done", True)]
    # It is tried again, and gets the next number when it can be done.
    (tmp_path / "in" / "0001.txt").write_text(draft(title=title(1)), "utf-8")
    done = gongwen("convert", "in", "-o", "out")
    assert (done.code, "失败 1 份" in done.err) == (1, True)
    assert f"03-{title(1)}.docx" in products(tmp_path / "out")


def test_strict_stops_at_the_first_bad_input(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 4)
    (tmp_path / "in" / "0001.txt").write_bytes(b"")
    done = gongwen("convert", "in", "-o", "out", "--strict")
    assert done.code == 2
    assert done.err.splitlines()[-1].startswith(f"gongwen: {os.path.join('in', '0001.txt')}：")
    assert list(products(tmp_path / "out")) == [f"01-{title(0)}.docx"]


def test_an_input_that_comes_to_fail_keeps_what_it_gave(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 2)
    gongwen("convert", "in", "-o", "out")
    before = products(tmp_path / "out")
    text = (tmp_path / "in" / "0000.txt").read_bytes()
    (tmp_path / "in" / "0000.txt").write_bytes(b"")
    assert gongwen("convert", "in", "-o", "out").code == 1
    assert products(tmp_path / "out") == before
    (tmp_path / "in" / "0000.txt").write_bytes(text)
    assert gongwen("convert", "in", "-o", "out").code == 0
    assert products(tmp_path / "out") == before


@pytest.mark.parametrize("form", ["docx", "json", "txt"])
def test_any_number_of_workers_gives_the_same_bytes(
    form: str, tmp_path: Path, gongwen: Gongwen
) -> None:
    make_corpus(tmp_path / "in", 40)
    (tmp_path / "in" / "0011.txt").write_bytes(b"")
    for jobs in (1, 2, 3):
        gongwen("convert", "in", "-o", f"out{jobs}", "--to", form, "--jobs", jobs)
    one, two, three = (products(tmp_path / f"out{jobs}") for jobs in (1, 2, 3))
    assert len(one) == 39
    assert one == two == three


def test_an_output_folder_among_the_inputs_is_not_read(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 2)
    for _ in range(2):
        done = gongwen("convert", "in", "-o", "in/out", "--to", "txt")
        assert "共 2 份稿件" in done.err
    assert len(products(tmp_path / "in" / "out")) == 2


def family(process: "subprocess.Popen[str]") -> list[int]:
    """The processes that belong to one that was started by ``start``, itself included."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == process.pid and fields[0] != "Z":
                found.append(int(entry.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_run_goes_on_to_the_same_bytes(
    jobs: int, tmp_path: Path, gongwen: Gongwen, start: Start
) -> None:
    """Killed at some moments, the earliest before anything is there, and resumed each time."""
    make_corpus(tmp_path / "in", 500)
    assert gongwen("convert", "in", "-o", "fresh").code == 0
    whole = products(tmp_path / "fresh")
    out = tmp_path / "out"
    arguments = ["convert", "in", "-o", "out", "--jobs", jobs]
    broken_off = False
    for wanted in (0, 1, 60, 61, 300):
        resumed = ["--resume"] if broken_off else []
        process = start(*arguments, *resumed)
        while process.poll() is None and len(list(out.rglob("*"))) < wanted:
            time.sleep(0.001)
        process.kill()
        process.communicate()
        for _ in range(500):
            if not family(process):
                break
            time.sleep(0.01)
        assert not family(process), "workers outlive their parent"
        there = {n: d for n, d in products(out).items() if n.endswith(".docx")}
        assert there.items() <= whole.items(), "a file that is there is whole, and has its name"
        broken_off = unfinished(out)
    done = gongwen(*arguments)
    assert done.code == 0, done.err
    assert products(out) == whole


def unfinished(out: Path) -> bool:
    """Whether the manifest of an output folder has a job that was broken off."""
    path = out / "manifest.sqlite"
    if not path.exists():
        return False
    with closing(Manifest(str(path))) as manifest:
        return any(job.finished is None for job in manifest.jobs())


def test_resume_is_refused_where_there_is_nothing_to_go_on_with(
    tmp_path: Path, gongwen: Gongwen
) -> None:
    make_corpus(tmp_path / "in", 1)
    assert gongwen("convert", "in", "-o", "out", "--resume").code == 2
    gongwen("convert", "in", "-o", "out")
    done = gongwen("convert", "in", "-o", "out", "--resume")
    assert (done.code, "没有中断的任务" in done.err) == (2, True)
    with closing(sqlite3.connect(tmp_path / "out" / "manifest.sqlite")) as base, base:
        base.execute("update job set finished = null")
    done = gongwen("convert", "in", "-o", "out", "--resume", "--layout", "official")
    assert (done.code, "选项或版本" in done.err) == (2, True)
    assert gongwen("convert", "in", "-o", "out", "--resume").code == 0


def test_one_run_at_a_time(tmp_path: Path, gongwen: Gongwen, start: Start) -> None:
    make_corpus(tmp_path / "in", 60)
    (tmp_path / "out").mkdir()
    first = start("convert", "in", "-o", "out", "--jobs", "1")
    try:
        while not (tmp_path / "out" / "manifest.sqlite").exists() and first.poll() is None:
            time.sleep(0.002)
        os.kill(first.pid, signal.SIGSTOP)
        done = gongwen("convert", "in", "-o", "out")
        assert (done.code, "另一个 gongwen" in done.err) == (2, True)
        os.kill(first.pid, signal.SIGCONT)
        assert first.wait(60) == 0
    finally:
        first.kill()
        first.communicate()


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to be one" * 30, b"SQLite format 3\x00"]
)
def test_a_manifest_that_is_none_is_one_line(
    content: bytes, tmp_path: Path, gongwen: Gongwen
) -> None:
    make_corpus(tmp_path / "in", 1)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "manifest.sqlite").write_bytes(content)
    done = gongwen("convert", "in", "-o", "out")
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert (tmp_path / "out" / "manifest.sqlite").read_bytes() == content


def test_findings_are_recorded_when_asked_for(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 2)
    path = tmp_path / "in" / "0001.txt"
    path.write_text(path.read_text("utf-8").replace("三、", "四、"), "utf-8")
    assert gongwen("convert", "in", "-o", "out").code == 0
    done = gongwen("convert", "in", "-o", "out", "--lint")
    assert "做了 2 份" in done.err
    with closing(Manifest(str(tmp_path / "out" / "manifest.sqlite"))) as manifest:
        (job,) = manifest.jobs()
        assert all(item.linted for item in manifest.inputs(job))
        found = [(Path(name).name, item.name) for name, item in manifest.findings(job)]
    assert ("0001.txt", "numbering-gap") in found
    assert ("0000.txt", "numbering-gap") not in found
    assert "没有变化 2 份" in gongwen("convert", "in", "-o", "out").err
    done = gongwen("convert", "in", "-o", "other", "--fail-on", "error")
    assert done.code == 0, done.err
    (tmp_path / "in" / "0000.txt").write_text("云岭县水务局2023年工作总结\n一、工作\n供水。\n")
    for _ in range(2):  # what was found in unchanged inputs counts the second time, too
        assert gongwen("convert", "in", "-o", "other", "--fail-on", "error").code == 0
        assert gongwen("convert", "in", "-o", "other", "--fail-on", "warning").code == 1


def test_two_folders_into_one_do_not_overwrite_each_other(tmp_path: Path, gongwen: Gongwen) -> None:
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(draft(title=title(0), more=f"附注：{name}"), "utf-8")
        assert gongwen("convert", name, "-o", "out").code == 0
    made = products(tmp_path / "out")
    assert list(made) == [f"01-{title(0)}.docx", f"02-{title(0)}.docx"]
    for name in ("甲", "乙"):
        assert "没有变化 1 份" in gongwen("convert", name, "-o", "out").err
    assert products(tmp_path / "out") == made


def test_a_wrong_configuration_leaves_the_job_as_it_was(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 2)
    (tmp_path / "gongwen.toml").write_text("nonsense = 1\n", "utf-8")
    assert gongwen("convert", "in", "-o", "out").code == 2
    with closing(Manifest(str(tmp_path / "out" / "manifest.sqlite"))) as manifest:
        assert manifest.jobs() == []
    (tmp_path / "gongwen.toml").unlink()
    gongwen("convert", "in", "-o", "out")
    with closing(Manifest(str(tmp_path / "out" / "manifest.sqlite"))) as manifest:
        before = manifest.jobs()
    (tmp_path / "gongwen.toml").write_text("nonsense = 1\n", "utf-8")
    assert gongwen("convert", "in", "-o", "out").code == 2
    with closing(Manifest(str(tmp_path / "out" / "manifest.sqlite"))) as manifest:
        assert manifest.jobs() == before
        assert manifest.gone(before[0]) == []


def test_prune_leaves_what_somebody_changed(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 2)
    gongwen("convert", "in", "-o", "out")
    name = f"01-{title(0)}.docx"
    (tmp_path / "out" / name).write_bytes(b"changed by hand")
    (tmp_path / "in" / "0000.txt").unlink()
    for _ in range(2):
        done = gongwen("convert", "in", "-o", "out", "--prune")
        assert (done.code, f"没有移除：{name}" in done.err) == (0, True), done.err
    assert (tmp_path / "out" / name).read_bytes() == b"changed by hand"
    make_corpus(tmp_path / "in", 1)
    done = gongwen("convert", "in", "-o", "out")
    assert f"改过的另存为 {name}.bak" in done.err
    assert set(products(tmp_path / "out")) == {name, f"{name}.bak", f"02-{title(1)}.docx"}


def test_word_files_may_stand_among_the_drafts(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 2)
    for _ in range(2):
        done = gongwen("convert", "in", "-o", "in")
        assert (done.code, "共 2 份稿件" in done.err) == (0, True), done.err
    done = gongwen("convert", "in", "-o", "in", "--to", "txt")
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert len(list((tmp_path / "in").glob("*.txt"))) == 2
    done = gongwen("convert", "in/0000.txt", "in/0001.txt", "-o", "in", "--lint")
    assert done.code == 0, done.err
