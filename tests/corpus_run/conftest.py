"""Small corpora, and the command line as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.drafts import draft
from tests.tools.places import ROOT

COUNTIES = ("云岭县", "禾湾区", "青石镇", "临江县", "南坪区")
BUREAUS = ("水务局", "教育局", "司法局", "民政局", "统计局", "卫生健康局", "文化馆")


def title(number: int) -> str:
    """The title of the report of that number; no two are the same."""
    county, bureau = COUNTIES[number % 5], BUREAUS[number // 5 % 7]
    return f"{county}{bureau}第{number}科2023年工作总结和2024年工作计划"


def make_corpus(folder: Path, count: int) -> Path:
    """A folder of so many drafts, named by their numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:04d}.txt").write_text(draft(title=title(number)), "utf-8")
    return folder


@dataclass
class Done:
    """A process that has ended: exit code and standard error."""

    code: int
    err: str


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., "subprocess.Popen[str]"]:
    """Starts ``gongwen`` as a process of its own, in the test's folder."""

    def call(*args: object) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "converter", *map(str, args)],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    return call


@pytest.fixture
def gongwen(start: Callable[..., "subprocess.Popen[str]"]) -> Callable[..., Done]:
    """Runs ``gongwen`` to its end."""

    def call(*args: object) -> Done:
        process = start(*args)
        err = process.communicate(timeout=120)[1]
        return Done(process.returncode, err)

    return call


def products(folder: Path) -> dict[str, bytes]:
    """What a run has made: names and bytes, the manifest left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("manifest.sqlite")
    }
