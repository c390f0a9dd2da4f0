"""Inputs and outputs in object storage: a server of its own that speaks S3; and archives."""

import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.corpus_run.conftest import Done, make_corpus, products, title
from tests.corpus_run.test_cluster import free_port
from tests.drafts import draft

Gongwen = Callable[..., Done]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server with an empty bucket."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                with urlopen(address):
                    break
            except URLError:
                time.sleep(0.05)
        yield address
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The file system of the server, on which there is ``s3://archive/in``."""
    import fsspec

    for name, value in {
        "AWS_ENDPOINT_URL": server,
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    files = fsspec.filesystem("s3", endpoint_url=server, key="nobody", secret="nothing")
    files.invalidate_cache()
    if files.exists("archive"):
        files.rm("archive", recursive=True)
    files.mkdir("archive")
    return files


def objects(bucket: Any, folder: str) -> dict[str, bytes]:
    """What is below an address, less the manifest."""
    bucket.invalidate_cache()
    paths = bucket.find(folder)
    return {
        path.removeprefix(f"{folder}/"): bucket.cat_file(path)
        for path in paths
        if not path.endswith("manifest.sqlite")
    }


def upload(bucket: Any, folder: Path, address: str) -> None:
    """Puts the files of a folder there."""
    bucket.pipe({f"{address}/{path.name}": path.read_bytes() for path in folder.iterdir()})


def test_a_corpus_in_object_storage(tmp_path: Path, gongwen: Gongwen, bucket: Any) -> None:
    make_corpus(tmp_path / "in", 30)
    (tmp_path / "in" / "0007.txt").write_bytes(b"")
    upload(bucket, tmp_path / "in", "archive/in")
    gongwen("convert", "in", "-o", "here")
    command = ("convert", "s3://archive/in", "-o", "s3://archive/in/out", "-q", "--jobs", "2")
    done = gongwen(*command)
    assert (done.code, "失败 1 份" in done.err) == (1, True), done.err
    assert objects(bucket, "archive/in/out") == products(tmp_path / "here")
    assert "没有变化 29 份" in gongwen(*command).err
    (name,) = (name for name in products(tmp_path / "here") if name.startswith("03-"))
    bucket.pipe_file(f"archive/in/out/{name}", b"by hand")
    bucket.pipe_file("archive/in/0001.txt", draft(title=title(77)).encode())
    done = gongwen(*command)
    assert "做了 2 份" in done.err
    there = objects(bucket, "archive/in/out")
    assert there.pop(f"{name}.bak") == b"by hand"
    (tmp_path / "in" / "0001.txt").write_text(draft(title=title(77)), "utf-8")
    gongwen("convert", "in", "-o", "fresh")
    assert there == products(tmp_path / "fresh")


def test_a_killed_run_into_object_storage_goes_on(
    tmp_path: Path, gongwen: Gongwen, start: Callable[..., "subprocess.Popen[str]"], bucket: Any
) -> None:
    make_corpus(tmp_path / "in", 60)
    command = ("convert", "in", "-o", "s3://archive/out", "-q", "--jobs", "2")
    process = start(*command)
    while process.poll() is None and len(objects(bucket, "archive/out")) < 5:
        time.sleep(0.05)
    process.kill()
    process.communicate()
    assert gongwen(*command).code == 0
    gongwen("convert", "in", "-o", "here")
    assert objects(bucket, "archive/out") == products(tmp_path / "here")


NO_KEY = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({}, ("s3://nobody/in", "-o", "out")),
        ({}, ("in", "-o", "s3://nobody/out")),
        ({}, ("s3://archive/in", "-o", "out")),
        (NO_KEY, ("in", "-o", "s3://archive/out")),
        (NO_KEY, ("s3://archive/in", "-o", "out")),
    ],
)
def test_storage_that_does_not_answer_is_one_line(
    environment: dict[str, str],
    command: tuple[str, ...],
    tmp_path: Path,
    gongwen: Gongwen,
    bucket: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_corpus(tmp_path / "in", 1)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name, value in environment.items():
        if value:
            monkeypatch.setenv(name, value)
        else:
            monkeypatch.delenv(name)
    done = gongwen("convert", *command)
    assert (done.code, len(done.err.splitlines())) == (2, 1), done.err
    assert "s3://" in done.err


@pytest.mark.parametrize("address", ["zip://::{}", "zip://稿::{}", "zip://稿::file://{}"])
def test_inputs_in_an_archive(address: str, tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 5)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for path in (tmp_path / "in").iterdir():
            archive.write(path, f"稿/{path.name}")
    gongwen("convert", "in", "-o", "here")
    done = gongwen("convert", address.format(tmp_path / "all.zip"), "-o", "out", "--jobs", "2")
    assert done.code == 0, done.err
    assert products(tmp_path / "out") == products(tmp_path / "here")
