"""``gongwen lint`` over a corpus: the same report whoever checks, and little of it in memory."""

import gc
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.linter.reports import FORMATS, Report, pieces
from converter.linter.reports.report import InputReport
from tests.corpus_run.conftest import Done, make_corpus, title
from tests.corpus_run.test_run import family
from tests.drafts import draft
from tests.linter.reports.samples import BAD, checked

Gongwen = Callable[..., Done]
Start = Callable[..., "subprocess.Popen[str]"]


def make_faulty(folder: Path, count: int) -> Path:
    """A corpus with faults in most drafts, a compilation, and two inputs that cannot be read."""
    make_corpus(folder, count)
    for number, path in enumerate(sorted(folder.glob("*.txt"))):
        text = path.read_text("utf-8")
        if number % 3:
            text = text.replace("三、", "四、")
        if number % 4 == 1:
            text = text.replace("。", ".", 2)
        path.write_text(text, "utf-8")
    several = "\n\n".join(draft(title=title(number)) for number in range(900, 903))
    (folder / "0005.txt").write_text(several.replace("三、", "五、"), "utf-8")
    (folder / "0003.txt").write_bytes(b"")
    (folder / f"{count - 2:04d}.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    return folder


@pytest.mark.parametrize("form", FORMATS)
def test_any_number_of_workers_gives_the_same_bytes(
    form: str, tmp_path: Path, gongwen: Gongwen
) -> None:
    make_faulty(tmp_path / "in", 70)
    done = {}
    for jobs in (None, 1, 2, 3):
        said = gongwen(
            *("lint", "in", "in/0001.txt", "--format", form, "-o", f"{jobs}.out"),
            *(("--jobs", jobs) if jobs else ()),
        )
        done[jobs] = (said.code, said.err, (tmp_path / f"{jobs}.out").read_bytes())
    assert done[None] == done[1] == done[2] == done[3]
    code, err, data = done[1]
    assert code == 2
    assert [line.split("：")[0] for line in err.splitlines()] == [
        f"gongwen: {Path('in', name)}" for name in ("0003.txt", "0068.txt")
    ]
    assert data.count(b"0069.txt") >= 1


@pytest.mark.parametrize("form", ["text", "json"])
def test_statistics(form: str, tmp_path: Path, gongwen: Gongwen) -> None:
    make_faulty(tmp_path / "in", 40)
    for jobs in (1, 2):
        options = ("--statistics", "--format", form, "-o", f"{jobs}.out", "--jobs", jobs)
        assert gongwen("lint", "in", *options).code == 2
    assert (tmp_path / "1.out").read_bytes() == (tmp_path / "2.out").read_bytes()
    assert "numbering-gap" in (tmp_path / "1.out").read_text("utf-8")


def test_findings_come_in_the_order_of_inputs(tmp_path: Path, gongwen: Gongwen) -> None:
    make_faulty(tmp_path / "in", 70)
    gongwen("lint", "in", "--jobs", "3", "--format", "json", "-o", "x.json")
    found = json.loads((tmp_path / "x.json").read_text("utf-8"))
    paths = [finding["path"] for finding in found["findings"]]
    assert paths == sorted(paths)
    documents = [document["path"] for document in found["summary"]["documents"]]
    readable = [n for n in range(70) if n not in (3, 68)]
    expected = [
        str(Path("in", f"{n:04d}.txt")) for n in readable for _ in range(3 if n == 5 else 1)
    ]
    assert documents == expected


def test_threshold(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 60)
    last = tmp_path / "in" / "0059.txt"
    last.write_text(last.read_text("utf-8").replace("三、", "四、"), "utf-8")
    for jobs in (1, 2):
        assert gongwen("lint", "in", "--jobs", jobs, "--fail-on", "error").code == 0
        assert gongwen("lint", "in", "--jobs", jobs, "--fail-on", "warning").code == 1


def test_configuration_of_each_folder_counts(tmp_path: Path, gongwen: Gongwen) -> None:
    make_faulty(tmp_path / "in" / "a", 30)
    make_faulty(tmp_path / "in" / "b", 30)
    (tmp_path / "in" / "b" / "gongwen.toml").write_text('ignore = ["numbering-gap"]\n', "utf-8")
    for jobs in (1, 2):
        gongwen("lint", "in", "--jobs", jobs, "--format", "json", "-o", f"{jobs}.json")
    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()
    found = json.loads((tmp_path / "2.json").read_text("utf-8"))["findings"]
    gaps = {Path(f["path"]).parent.name for f in found if f["name"] == "numbering-gap"}
    assert gaps == {"a"}


def test_a_wrong_configuration_stops_the_run(tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 40)
    make_corpus(tmp_path / "in" / "z", 1)
    (tmp_path / "in" / "z" / "gongwen.toml").write_text("nonsense = 1\n", "utf-8")
    for jobs in (1, 2):
        done = gongwen("lint", "in", "--jobs", jobs, "-o", "x.txt")
        assert (done.code, len(done.err.splitlines())) == (2, 1)
        assert "nonsense" in done.err
    assert not (tmp_path / "x.txt").exists()


def test_baselines(tmp_path: Path, gongwen: Gongwen) -> None:
    make_faulty(tmp_path / "in", 60)
    for jobs in (1, 2):
        done = gongwen("lint", "in", "--jobs", jobs, "--write-baseline", f"{jobs}.known")
        assert done.code == 2
    known = (tmp_path / "1.known").read_bytes()
    assert known == (tmp_path / "2.known").read_bytes()
    assert known.count(b"numbering-gap") >= 30
    new = tmp_path / "in" / "0000.txt"
    new.write_text(new.read_text("utf-8").replace("三、", "四、"), "utf-8")
    put_right = tmp_path / "in" / "0056.txt"
    put_right.write_text(draft(title=title(56)), "utf-8")
    (tmp_path / "in" / "0031.txt").unlink()
    told = {}
    for jobs in (1, 2):
        done = gongwen(
            *("lint", "in", "--jobs", jobs, "--baseline", "1.known"),
            *("--format", "json", "-o", f"{jobs}.json"),
        )
        told[jobs] = (done.code, done.err, (tmp_path / f"{jobs}.json").read_bytes())
    assert told[1] == told[2]
    found = json.loads(told[2][2])
    assert {Path(finding["path"]).name for finding in found["findings"]} == {"0000.txt"}
    assert found["summary"]["known"] > 30
    assert found["summary"]["stale"] >= 2


def test_fixes_are_made_one_after_the_other(tmp_path: Path, gongwen: Gongwen) -> None:
    for jobs in (1, 2):
        make_faulty(tmp_path / f"in{jobs}", 30)
        gongwen("lint", f"in{jobs}", "--fix", "--jobs", jobs)
    one, two = ([p.read_bytes() for p in sorted(tmp_path.glob(f"in{n}/*"))] for n in (1, 2))
    assert one == two
    assert two != [path.read_bytes() for path in sorted(make_faulty(tmp_path / "in", 30).glob("*"))]


def test_addresses(tmp_path: Path, gongwen: Gongwen) -> None:
    make_faulty(tmp_path / "in", 30)
    address = f"file://{tmp_path}/in"
    for name, given in (("here", "in"), ("there", address)):
        done = gongwen("lint", given, "--format", "sarif", "-o", f"{name}.json", "--jobs", "2")
        assert done.code == 2
    here, there = (
        [
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            for result in json.loads((tmp_path / f"{name}.json").read_text("utf-8"))["runs"][0][
                "results"
            ]
        ]
        for name in ("here", "there")
    )
    assert there == [f"file://{tmp_path}/{uri}" for uri in here]
    done = gongwen("lint", address, "--fix")
    assert (done.code, len(done.err.splitlines())) == (2, 1)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_a_worker_that_is_killed_loses_nothing(
    tmp_path: Path, gongwen: Gongwen, start: Start
) -> None:
    make_corpus(tmp_path / "in", 300)
    gongwen("lint", "in", "--jobs", "1", "--format", "json", "-o", "one.json")
    process = start("lint", "in", "--jobs", "2", "--format", "json", "-o", "two.json")
    while process.poll() is None and len(family(process)) < 3:
        time.sleep(0.002)
    workers = [pid for pid in family(process) if pid != process.pid]
    assert workers
    os.kill(workers[0], signal.SIGKILL)
    err = process.communicate(timeout=120)[1]
    assert process.returncode == 0, err
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def many(count: int) -> Report:
    """A report on so many inputs, every other one with faults."""
    texts = (BAD, draft())
    return checked(*((f"{number:04d}.txt", texts[number % 2]) for number in range(count)))


def held() -> int:
    """How many reports on inputs are in memory."""
    gc.collect()
    return sum(isinstance(each, InputReport) for each in gc.get_objects())


def test_what_is_filed_comes_back_equal() -> None:
    report = many(100)
    assert len(report.inputs) == 100
    assert report.inputs.held <= 32
    assert [item.path for item in report.inputs] == [f"{n:04d}.txt" for n in range(100)]
    one, other = report.inputs[0], checked(("0000.txt", BAD)).inputs[0]
    assert one.findings == other.findings
    assert one.reports[0].outline.parts == other.reports[0].outline.parts
    assert [shown.excerpt for shown in one.reports[0].shown] == [
        shown.excerpt for shown in other.reports[0].shown
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_little_of_a_large_report_is_in_memory(form: str) -> None:
    before = held()
    report = many(150)
    most = held() - before
    longest = 0
    for number, piece in enumerate(pieces(form, report)):
        longest = max(longest, len(piece))
        if number % 900 == 0:
            most = max(most, held() - before)
    assert most <= 40
    assert longest <= 1.1 * max(map(len, pieces(form, many(40))))
