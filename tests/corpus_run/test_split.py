"""``gongwen split`` over folders of compilations: a folder each, nothing lost, and run again."""

import json
import os
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from converter.corpus.folders import Folders
from converter.corpus.manifest import Manifest, Placed
from tests.corpus_run.conftest import Done, products, title
from tests.corpus_run.test_run import family, stamps
from tests.drafts import draft
from tests.tools.places import FIXTURES

Gongwen = Callable[..., Done]
Start = Callable[..., "subprocess.Popen[str]"]
COMPILATION = (FIXTURES / "compilation.txt").read_bytes()


def compilation(number: int) -> str:
    """Three reports in one text."""
    return "\n\n".join(draft(title=title(3 * number + nth)) for nth in range(3))


def make_compilations(folder: Path, count: int) -> Path:
    """A folder of so many compilations, some of them further down."""
    for number in range(count):
        path = folder / ("" if number % 3 else "下级") / f"{number:03d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(compilation(number), "utf-8")
    return folder


def test_a_folder_for_each_compilation(tmp_path: Path, gongwen: Gongwen) -> None:
    make_compilations(tmp_path / "in", 3)
    done = gongwen("split", "in", "-o", "out")
    assert done.code == 0, done.err
    made = products(tmp_path / "out")
    texts = [f"{nth + 1:02d}-{{}}.txt" for nth in range(3)]
    expected = [
        str(Path(folder, name.format(title(3 * number + nth))))
        for folder, number in (("001", 1), ("002", 2), ("下级/000", 0))
        for nth, name in enumerate(texts)
    ]
    assert [name for name in made if name.endswith(".txt")] == expected
    told = json.loads(made[str(Path("下级", "000", "manifest.json"))])
    assert (told["source"], len(told["reports"])) == ("000.txt", 3)
    assert [line for line in done.err.splitlines() if line.endswith(".txt")] == [
        str(Path("out", name)) for name in expected
    ]
    with closing(Manifest(str(tmp_path / "out" / "manifest.sqlite"))) as manifest:
        (job,) = manifest.jobs()
        assert (job.command, job.format, job.finished is not None) == ("split", "txt", True)
        assert [(item.state, item.outputs) for item in manifest.inputs(job)] == [("done", 4)] * 3
        assert len(list(manifest.reports(job))) == 9


def test_each_is_split_as_it_is_alone_and_nothing_is_lost(tmp_path: Path, gongwen: Gongwen) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "汇编.txt").write_bytes(COMPILATION)
    (tmp_path / "in" / "一份.txt").write_text(draft(), "utf-8")
    assert gongwen("split", "in", "-o", "out").code == 0
    for name in ("汇编", "一份"):
        assert gongwen("split", f"in/{name}.txt", "-o", f"alone/{name}").code == 0
    assert not list((tmp_path / "alone").rglob("manifest.sqlite"))
    made = products(tmp_path / "out")
    assert made == products(tmp_path / "alone")
    text = COMPILATION.decode("utf-8")
    there = [made[name].decode("utf-8") for name in made if name.startswith("汇编/0")]
    told = json.loads(made["汇编/manifest.json"])
    gone = [item["text"] for report in told["reports"] for item in report["removed"]]
    lost = Counter("".join(text.split())) - Counter("".join("".join((*there, *gone)).split()))
    assert not lost


def test_two_inputs_never_share_a_folder(tmp_path: Path, gongwen: Gongwen) -> None:
    names = (
        "甲/稿.txt",
        "甲/稿.md",
        "甲/稿 .txt",
        "乙/稿.txt",
        "乙/稿/01.txt",
        "乙/manifest.json.txt",
    )
    for number, name in enumerate(names):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(compilation(number), "utf-8")
    for _ in range(2):
        done = gongwen("split", "甲", "乙", "甲/稿.md", "-o", "out")
        assert done.code == 0, done.err
        made = products(tmp_path / "out")
        folders = {str(Path(name).parent) for name in made}
        assert folders == {"稿", "稿-2", "稿-3", "稿-4", "稿/01", "manifest.json_"}
        assert len(made) == 6 * 4
    assert "没有变化 6 份" in done.err


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("/in/a.txt", "a"),
        ("/in/A.TXT", "A"),
        ("/in/深/处/稿.md", "深/处/稿"),
        ("/other/稿.txt", "稿"),
        ("/in/con.txt", "con_"),
        ("/in/Aux.2023/x.txt", "Aux.2023_/x"),
        ("/in/a:b*c?.txt", "abc"),
        ("/in/. .txt", "无标题"),
        ("/in/01-x.txt.txt", "01-x.txt_"),
        ("/in/manifest.sqlite.txt", "manifest.sqlite_"),
        ("s3://bucket/in/甲/稿.txt", "甲/稿"),
    ],
)
def test_names_of_folders(name: str, folder: str, tmp_path: Path) -> None:
    with closing(Manifest(str(tmp_path / "manifest.sqlite"))) as manifest:
        folders = Folders(manifest, ("/in", "s3://bucket/in/"))
        assert folders.of(name, []) == folder
        assert folders.of(name.replace("a", "A"), []) == f"{folder}-2".replace("a", "A")
        assert folders.of("/in/b.txt", [Placed("before/x.txt", None, "", 0)]) == "before"


def test_only_what_has_changed_is_done(tmp_path: Path, gongwen: Gongwen) -> None:
    make_compilations(tmp_path / "in", 4)
    gongwen("split", "in", "-o", "out")
    before = stamps(tmp_path / "out")
    assert "没有变化 4 份" in gongwen("split", "in", "-o", "out").err
    assert stamps(tmp_path / "out") == before
    fewer = compilation(1).partition("\n\n" + title(5))[0]
    (tmp_path / "in" / "001.txt").write_text(fewer, "utf-8")
    assert "做了 1 份" in gongwen("split", "in", "-o", "out").err
    after = stamps(tmp_path / "out")
    assert {name: after.get(name) for name in before if not name.startswith("001")} == {
        name: stamp for name, stamp in before.items() if not name.startswith("001")
    }
    gongwen("split", "in", "-o", "fresh")
    assert products(tmp_path / "out") == products(tmp_path / "fresh")
    assert "做了 4 份" in gongwen("split", "in", "-o", "out", "--redo").err
    assert "做了 4 份" in gongwen("split", "in", "-o", "out", "--profile", "summary").err


def test_what_is_gone_is_removed_with_its_folder(tmp_path: Path, gongwen: Gongwen) -> None:
    make_compilations(tmp_path / "in", 3)
    gongwen("split", "in", "-o", "out")
    (tmp_path / "in" / "下级" / "000.txt").unlink()
    assert "1 份稿件已经不在" in gongwen("split", "in", "-o", "out").err
    assert (tmp_path / "out" / "下级" / "000").is_dir()
    assert "移除了它们的结果 4 个" in gongwen("split", "in", "-o", "out", "--prune").err
    assert not (tmp_path / "out" / "下级").exists()


def test_bad_inputs(tmp_path: Path, gongwen: Gongwen) -> None:
    make_compilations(tmp_path / "in", 4)
    (tmp_path / "in" / "001.txt").write_bytes(b"")
    done = gongwen("split", "in", "-o", "out")
    assert (done.code, "失败 1 份" in done.err) == (1, True)
    folders = {str(Path(name).parent) for name in products(tmp_path / "out")}
    assert folders == {"002", "下级/000", "下级/003"}
    done = gongwen("split", "in", "-o", "strict", "--strict")
    assert done.code == 2
    assert not products(tmp_path / "strict")


@pytest.mark.parametrize(
    "options", [("--resume",), ("--redo",), ("--prune",), ("--strict",), ("--scheduler", "tcp://x")]
)
def test_options_of_a_corpus_are_refused_for_one(
    options: tuple[str, ...], tmp_path: Path, gongwen: Gongwen
) -> None:
    (tmp_path / "稿.txt").write_text(compilation(0), "utf-8")
    done = gongwen("split", "稿.txt", "-o", "out", *options)
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert options[0] in done.err
    assert not (tmp_path / "out").exists()


def test_any_number_of_workers_gives_the_same_bytes(tmp_path: Path, gongwen: Gongwen) -> None:
    make_compilations(tmp_path / "in", 40)
    (tmp_path / "in" / "b.text").write_text(compilation(50), "utf-8")
    (tmp_path / "in" / "b.txt").write_text(compilation(51), "utf-8")
    for jobs in (1, 2, 3):
        assert gongwen("split", "in", "-o", f"out{jobs}", "--jobs", jobs).code == 0
    one, two, three = (products(tmp_path / f"out{jobs}") for jobs in (1, 2, 3))
    assert len(one) == 42 * 4
    assert one == two == three


def test_an_output_folder_among_the_inputs_is_not_read(tmp_path: Path, gongwen: Gongwen) -> None:
    make_compilations(tmp_path / "in", 2)
    for _ in range(2):
        assert "共 2 份稿件" in gongwen("split", "in", "-o", "in/out").err


def test_addresses(tmp_path: Path, gongwen: Gongwen) -> None:
    make_compilations(tmp_path / "in", 3)
    given, wanted = f"file://{tmp_path}/in", f"file://{tmp_path}/there"
    assert gongwen("split", given, "-o", wanted).code == 0
    gongwen("split", "in", "-o", "here")
    assert products(tmp_path / "there") == products(tmp_path / "here")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_run_goes_on_to_the_same_bytes(
    jobs: int, tmp_path: Path, gongwen: Gongwen, start: Start
) -> None:
    make_compilations(tmp_path / "in", 240)
    (tmp_path / "in" / "050.text").write_text(compilation(120), "utf-8")
    assert gongwen("split", "in", "-o", "fresh").code == 0
    whole = products(tmp_path / "fresh")
    out = tmp_path / "out"
    arguments = ["split", "in", "-o", "out", "--jobs", jobs]
    broken_off = 0
    for wanted in (10, 300, 600):  # of 960 files, those that have no name yet among them
        process = start(*arguments)
        while process.poll() is None and sum(len(files) for *_, files in os.walk(out)) < wanted:
            time.sleep(0.002)
        process.kill()
        process.communicate()
        for _ in range(500):
            if not family(process):
                break
            time.sleep(0.01)
        made = {n: d for n, d in products(out).items() if not n.startswith(".gongwen")}
        assert made.items() <= whole.items()
        with closing(Manifest(str(out / "manifest.sqlite"))) as manifest:
            unfinished = manifest.jobs()[0].finished is None
        broken_off += unfinished
        arguments = ["split", "in", "-o", "out", "--jobs", jobs, *["--resume"] * unfinished]
    assert broken_off
    done = gongwen(*arguments)
    assert done.code == 0, done.err
    assert products(out) == whole
