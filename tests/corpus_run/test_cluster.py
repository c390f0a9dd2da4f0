"""The same work on a real cluster: a scheduler and two workers, each a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
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


Cluster = tuple[str, list["subprocess.Popen[bytes]"]]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """The scheduler's address, and the processes: scheduler, workers."""
    with started(tmp_path_factory.mktemp("cluster")) as processes:
        yield processes


@contextmanager
def started(home: Path) -> Iterator[Cluster]:
    """A cluster."""
    home.mkdir(exist_ok=True)
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
        yield address, [scheduler, *workers]
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


def test_a_cluster_gives_the_same_bytes(tmp_path: Path, gongwen: Gongwen, cluster: Cluster) -> None:
    address, _ = cluster
    make_corpus(tmp_path / "in", 60)
    (tmp_path / "in" / "0007.txt").write_bytes(b"")
    there = gongwen("convert", "in", "-o", "there", "--scheduler", address)
    here = gongwen("convert", "in", "-o", "here", "--jobs", "1")
    assert (there.code, here.code) == (1, 1), there.err
    assert there.err == here.err.replace("here", "there")
    assert len(products(tmp_path / "here")) == 59
    assert products(tmp_path / "there") == products(tmp_path / "here")
    assert "没有变化 59 份" in gongwen("convert", "in", "-o", "there", "--scheduler", address).err


def test_a_cluster_checks_the_same(tmp_path: Path, gongwen: Gongwen, cluster: Cluster) -> None:
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
    tmp_path: Path, gongwen: Gongwen, cluster: Cluster
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
    cluster: Cluster,
) -> None:
    address, processes = cluster
    make_corpus(tmp_path / "in", 200)
    process = start("convert", "in", "-o", "there", "--scheduler", address)
    while process.poll() is None and len(list((tmp_path / "there").glob("*.docx"))) < 30:
        time.sleep(0.01)
    for worker in processes[1:2]:
        subprocess.run(["pkill", "-KILL", "-P", str(worker.pid)], check=False)
    err = process.communicate(timeout=120)[1]
    assert process.returncode == 0, err
    gongwen("convert", "in", "-o", "here")
    assert products(tmp_path / "there") == products(tmp_path / "here")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_run_on_a_cluster_that_is_ended_goes_on(
    number: signal.Signals,
    tmp_path: Path,
    gongwen: Gongwen,
    start: Callable[..., "subprocess.Popen[str]"],
    cluster: Cluster,
) -> None:
    address, _ = cluster
    make_corpus(tmp_path / "in", 300)
    command = ("convert", "in", "-o", "there", "-q", "--scheduler", address)
    process = start(*command)
    while process.poll() is None and len(list((tmp_path / "there").glob("*.docx"))) < 30:
        time.sleep(0.01)
    os.killpg(process.pid, number)
    err = process.communicate(timeout=60)[1]
    assert len(err.split()) == (0 if number == signal.SIGKILL else 2), err
    done = gongwen(*command, "--resume")
    assert (done.code, len(done.err.splitlines())) == (0, 2), done.err
    gongwen("convert", "in", "-o", "here")
    assert products(tmp_path / "there") == products(tmp_path / "here")


def test_a_scheduler_that_dies_is_one_line(
    tmp_path: Path, gongwen: Gongwen, start: Callable[..., "subprocess.Popen[str]"]
) -> None:
    make_corpus(tmp_path / "in", 300)
    with started(tmp_path / "cluster") as (address, (scheduler, *_)):
        process = start("convert", "in", "-o", "there", "-q", "--scheduler", address)
        while process.poll() is None and len(list((tmp_path / "there").glob("*.docx"))) < 30:
            time.sleep(0.01)
        scheduler.kill()
        err = process.communicate(timeout=60)[1]
    assert (process.returncode, len(err.splitlines()), "断了联系" in err) == (2, 1, True), err
    assert gongwen("convert", "in", "-o", "there", "-q").code == 0
    gongwen("convert", "in", "-o", "here")
    assert products(tmp_path / "there") == products(tmp_path / "here")


def test_a_table_made_on_a_cluster_is_the_same(
    tmp_path: Path, gongwen: Gongwen, cluster: Cluster
) -> None:
    pytest.importorskip("pyarrow")
    address, _ = cluster
    make_corpus(tmp_path / "in", 20)
    for output, options in (("there", ("--scheduler", address)), ("here", ("--jobs", "1"))):
        done = gongwen("convert", "in", "-o", output, "--to", "parquet", *options)
        assert done.code == 0, done.err
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
