"""The same work on a real cluster: a scheduler and two workers, each a process of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from converter.corpus.manifest import Manifest
from tests.corpus_run.conftest import Done, make_corpus, products, title
from tests.tools.places import ROOT

Gongwen = Callable[..., Done]


def dask(*arguments: str, cwd: Path) -> "subprocess.Popen[bytes]":
    """One of Dask's own commands."""
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


@pytest.fixture(scope="module")
def cluster(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """The scheduler's address, and the workers' processes."""
    home = tmp_path_factory.mktemp("cluster")
    address = f"tcp://127.0.0.1:{free_port()}"
    scheduler = dask(
        *("scheduler", "--host", address, "--no-dashboard", "--dashboard-address", ":0"), cwd=home
    )
    workers = [
        dask(
            *("worker", address, "--nthreads", "1", "--nworkers", "1", "--no-dashboard"),
            *("--dashboard-address", ":0", "--local-directory", str(home / name)),
            cwd=home,
        )
        for name in ("one", "two")
    ]
    try:
        _wait_for_workers(address, 2)
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.terminate()
        for process in (*workers, scheduler):
            process.wait(20)


def _wait_for_workers(address: str, count: int) -> None:
    program = (
        "import sys; from distributed import Client\n"
        "with Client(sys.argv[1], timeout='60s') as c: c.wait_for_workers(int(sys.argv[2]), 60)"
    )
    subprocess.run([sys.executable, "-c", program, address, str(count)], check=True, timeout=120)


def test_a_cluster_gives_the_same_bytes(
    tmp_path: Path, gongwen: Gongwen, cluster: tuple[str, list["subprocess.Popen[bytes]"]]
) -> None:
    address, _ = cluster
    make_corpus(tmp_path / "in", 60)
    (tmp_path / "in" / "0007.txt").write_bytes(b"")
    there = gongwen("convert", "in", "-o", "there", "--scheduler", address)
    here = gongwen("convert", "in", "-o", "here", "--jobs", "1")
    assert (there.code, here.code) == (1, 1), there.err
    assert len(products(tmp_path / "here")) == 59
    assert products(tmp_path / "there") == products(tmp_path / "here")
    assert "没有变化 59 份" in gongwen("convert", "in", "-o", "there", "--scheduler", address).err


def test_a_cluster_checks_the_same(
    tmp_path: Path, gongwen: Gongwen, cluster: tuple[str, list["subprocess.Popen[bytes]"]]
) -> None:
    make_corpus(tmp_path / "in", 40)
    path = tmp_path / "in" / "0033.txt"
    path.write_text(path.read_text("utf-8").replace("三、", "四、"), "utf-8")
    (tmp_path / "in" / "0007.txt").write_bytes(b"")
    options = ("--format", "json", "--baseline", "known", "-o")
    gongwen("lint", "in", "--jobs", "1", "--write-baseline", "known", "--select", "S")
    there = gongwen("lint", "in", *options, "there.json", "--scheduler", cluster[0])
    here = gongwen("lint", "in", *options, "here.json", "--jobs", "1")
    assert (there.code, there.err) == (2, here.err)
    found = (tmp_path / "there.json").read_bytes()
    assert b'"numbering-gap"' in found
    assert found == (tmp_path / "here.json").read_bytes()


def test_inputs_and_outputs_at_addresses(
    tmp_path: Path, gongwen: Gongwen, cluster: tuple[str, list["subprocess.Popen[bytes]"]]
) -> None:
    address, _ = cluster
    make_corpus(tmp_path / "in", 30)
    given = f"file://{tmp_path}/in"
    wanted = f"file://{tmp_path}/there"
    done = gongwen("convert", given, "-o", wanted, "--scheduler", address)
    assert done.code == 0, done.err
    gongwen("convert", "in", "-o", "here")
    assert products(tmp_path / "there") == products(tmp_path / "here")
    with closing(Manifest(str(tmp_path / "there" / "manifest.sqlite"))) as manifest:
        (job,) = manifest.jobs()
        assert job.finished
        assert next(item.name for item in manifest.inputs(job)) == str(tmp_path / "in" / "0000.txt")
    assert "没有变化 30 份" in gongwen("convert", given, "-o", wanted).err


def test_a_worker_that_is_killed_loses_nothing(
    tmp_path: Path,
    gongwen: Gongwen,
    start: Callable[..., "subprocess.Popen[str]"],
    cluster: tuple[str, list["subprocess.Popen[bytes]"]],
) -> None:
    address, workers = cluster
    make_corpus(tmp_path / "in", 200)
    process = start("convert", "in", "-o", "there", "--scheduler", address)
    while process.poll() is None and len(list((tmp_path / "there").glob("*.docx"))) < 30:
        time.sleep(0.01)
    for worker in workers[:1]:
        subprocess.run(["pkill", "-KILL", "-P", str(worker.pid)], check=False)
    err = process.communicate(timeout=120)[1]
    assert process.returncode == 0, err
    gongwen("convert", "in", "-o", "here")
    assert products(tmp_path / "there") == products(tmp_path / "here")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x", "no address"])
def test_a_scheduler_that_does_not_answer_is_one_line(
    address: str, tmp_path: Path, gongwen: Gongwen
) -> None:
    make_corpus(tmp_path / "in", 1)
    done = gongwen("convert", "in", "-o", "out", "--scheduler", address)
    assert (done.code, len(done.err.splitlines())) == (2, 1), done.err
    assert title(0) not in str(products(tmp_path / "out"))


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("nosuch://bucket/in", "out"),
        ("in", "nosuch://bucket/out"),
        ("file:///no/such/place", "out"),
    ],
)
def test_an_address_that_does_not_work_is_one_line(
    given: str, wanted: str, tmp_path: Path, gongwen: Gongwen
) -> None:
    make_corpus(tmp_path / "in", 1)
    done = gongwen("convert", given, "-o", wanted)
    assert (done.code, len(done.err.splitlines())) == (2, 1), done.err
