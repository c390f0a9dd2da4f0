"""The manifest of an output folder, to be read: also while a run is writing it."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Generic, TypeVar

from converter.bilingual import Text
from converter.corpus.manifest import FILE, Job, Manifest, Recorded
from converter.corpus.outcome import Noted, Row
from converter.corpus.places import STAGE, Local, Place
from converter.errors import InputError, UsageError
from converter.record import record

T = TypeVar("T")
_NONE = Text("这里没有清单，不是 gongwen 的输出文件夹", "there is no manifest of gongwen here")
_HOW = Text(
    "清单由 gongwen convert 文件夹 -o 输出文件夹 写下",
    "gongwen convert DIR -o OUT writes one",
)


@record
class Surveyed:
    """All that is recorded of an input: itself, its reports, their findings."""

    input: Recorded
    reports: tuple[Row, ...]
    findings: tuple[Noted, ...]


@contextmanager
def opened(place: Place) -> Iterator[Manifest]:
    """The manifest of a place; at an address, a copy of what is there now.

    Raises InputError when there is none, or it cannot be read; OutputError when the file is no
    manifest.
    """
    if isinstance(place, Local):
        path = os.path.join(place.folder, FILE)
        if not os.path.isfile(path):
            raise InputError(_NONE, place.name, _HOW)
        with _closed_after(path) as manifest:
            yield manifest
        return
    content = place.read(FILE)
    if content is None:
        raise InputError(_NONE, place.name, _HOW)
    with tempfile.TemporaryDirectory(prefix="gongwen-") as folder:
        path = os.path.join(folder, FILE)
        with open(path, "wb") as file:
            file.write(content)
        with _closed_after(path) as manifest:
            yield manifest


@contextmanager
def _closed_after(path: str) -> Iterator[Manifest]:
    try:
        with closing(Manifest(path)) as manifest:
            yield manifest
    except sqlite3.Error as error:
        told = " ".join(str(error).split())
        raise InputError(
            Text(f"清单读不了：{told}", f"the manifest cannot be read: {told}"), path
        ) from error


def newest(manifest: Manifest, place: Place, number: int | None = None) -> Job:
    """The job that was started last, or the one of that number.

    Raises UsageError when there is none of that number, InputError when there is none at all.
    """
    jobs = manifest.jobs()
    if not jobs:
        raise InputError(Text("清单里还没有任务", "no job in the manifest"), place.name, _HOW)
    if number is None:
        return max(jobs, key=lambda job: job.started)
    for job in jobs:
        if job.id == number:
            return job
    numbers = ", ".join(str(job.id) for job in jobs)
    raise UsageError(
        Text(f"清单里没有任务 {number}", f"no job {number} in the manifest"),
        "--job",
        Text(f"有：{numbers}", f"there are: {numbers}"),
    )


def survey(manifest: Manifest, job: Job) -> Iterator[Surveyed]:
    """All that is recorded of each input of a job, in the order in which they were done.

    It is read as it is asked for, and a run that writes waits as long: nothing slow may be done
    in between.
    """
    reports = _Shares(manifest.reports(job))
    findings = _Shares(manifest.findings(job))
    for recorded in manifest.inputs(job):
        yield Surveyed(recorded, reports.of(recorded.name), findings.of(recorded.name))


def reason(item: Recorded) -> Text | None:
    """Why an input failed, without its name, where that stands beside it."""
    if item.error is None:
        return None
    return Text(
        item.error.zh.removeprefix(f"{item.name}："), item.error.en.removeprefix(f"{item.name}: ")
    )


class _Shares(Generic[T]):
    """Values with the names of their inputs, taken input by input, in the order they come."""

    def __init__(self, values: Iterable[tuple[str, T]]) -> None:
        self._values = iter(values)
        self._next: tuple[str, T] | None = None
        self._begun = False

    def of(self, name: str) -> tuple[T, ...]:
        """The values of the next input, which has that name; none if they are another's."""
        if not self._begun:
            self._begun, self._next = True, next(self._values, None)
        found = []
        while self._next is not None and self._next[0] == name:
            found.append(self._next[1])
            self._next = next(self._values, None)
        return tuple(found)


def is_running(place: Place) -> bool | None:
    """Whether a run is writing into a place now; None where that cannot be told."""
    if not isinstance(place, Local):
        return None
    path = os.path.join(place.folder, STAGE, "lock")
    if not os.path.isfile(path):
        return False
    try:
        with closing(sqlite3.connect(path, timeout=0)) as base:
            base.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    return False
