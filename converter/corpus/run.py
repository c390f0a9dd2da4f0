"""A run over a corpus into an output folder: only what has changed is done, and all is recorded."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from time import monotonic

from converter.bilingual import Text
from converter.corpus.crew import Crew
from converter.corpus.flow import Flow
from converter.corpus.ledger import Ledger
from converter.corpus.manifest import FILE, Entry, Job, Manifest, failed
from converter.corpus.moment import now
from converter.corpus.outcome import DONE, FAILED, SAME, Outcome, Task
from converter.corpus.places import STAGE, Local, Place
from converter.corpus.work import Work, attend
from converter.errors import ConverterError, OutputError, UsageError
from converter.record import record, replace

_SAVED_EVERY = 20.0
"""Seconds between copies of the manifest to an address."""
_LOST = Text(
    "处理它的进程意外终止，多半是内存不够",
    "the process that worked on it died, most likely for want of memory",
)


@record(kw_only=True)
class Order:
    """What a run is to do. ``work`` with every input, as ``command`` to ``format``; ``inputs`` are
    the names given, as absolute paths or addresses; ``options`` those given, as JSON; ``limit`` the
    largest input in MiB. ``numbered`` outputs get numbers, ``foldered`` ones a folder an input;
    with ``linting`` inputs without findings are done again; ``redo`` does all again; ``strict``
    stops at the first input that fails; ``resume`` demands a run that was broken off, with the same
    options; ``prune`` removes the outputs of inputs that are gone."""

    work: Work
    command: str
    format: str
    inputs: tuple[str, ...]
    options: str
    version: str
    limit: int
    numbered: bool = True
    foldered: bool = False
    linting: bool = False
    redo: bool = False
    strict: bool = False
    resume: bool = False
    prune: bool = False


class Run:
    """A run of an order by a crew into a place; the attributes count what has become of the
    inputs. ``gone`` are inputs of earlier runs that are no longer there, ``pruned`` how many of
    their outputs were removed, ``severities`` those of the findings recorded, now or before;
    ``changed`` are outputs that somebody changed, which is why they were not removed, ``aside``
    those that were kept under another name before they were made again."""

    def __init__(self, order: Order, crew: Crew, place: Place) -> None:
        self._order, self._crew, self._place = order, crew, place
        self.done = self.same = self.failed = self.reports = self.pruned = 0
        self.failures: list[Outcome] = []
        self.gone: list[str] = []
        self.severities: set[str] = set()
        self.changed: list[str] = []
        self.aside: list[tuple[str, str]] = []
        self._ended = False

    def entries(self, names: Iterable[str]) -> Generator[Entry, None, None]:
        """What becomes of the inputs, in order, each told when it is recorded and its outputs are
        in their places.

        Raises ConverterError: for what is wrong with the whole run, and with ``strict`` for the
        first input that fails.
        """
        with locked(self._place), kept(self._place) as store:
            former = store.manifest.job(*self._key)
            job = self._begin(store.manifest)
            ledger = self._ledger(store.manifest, job)
            try:
                ledger.clear()
                for outcome in self._outcomes(store.manifest, job, names):
                    yield from ledger.take(outcome)
                    self._count(outcome)
                    if outcome.state == FAILED and self._order.strict and outcome.error:
                        yield from ledger.flush()
                        raise ConverterError(outcome.error)
                    store.save(later=True)
                yield from ledger.flush()
                self._end(store.manifest, job, ledger)
                self.aside = ledger.aside
            except sqlite3.Error as error:
                raise failed(error, store.path) from error
            finally:
                # Of a run that is broken off, all that was done up to there is kept.
                self._crew.end()
                ledger.flush()
                if not self._ended and not self.done + self.same + self.failed:
                    store.manifest.restore(job, former)

    @property
    def _key(self) -> tuple[str, str, tuple[str, ...]]:
        return self._order.command, self._order.format, self._order.inputs

    def _ledger(self, manifest: Manifest, job: Job) -> Ledger:
        order = self._order
        folders = None
        if order.foldered:
            from converter.corpus.folders import Folders  # slow to import

            folders = Folders(manifest, order.inputs)
        return Ledger(self._place, manifest, job, numbered=order.numbered, folders=folders)

    def _begin(self, manifest: Manifest) -> Job:
        order, key = self._order, self._key
        if order.resume:
            job = manifest.job(*key)
            if job is None or job.finished:
                raise UsageError(
                    Text("没有中断的任务可以接着做", "there is no run that was broken off"),
                    f"{self._place.name} --resume",
                    Text("去掉 --resume 即可，没有变化的不会重做", "leave out --resume"),
                )
            if (job.options, job.version) != (order.options, order.version):
                raise UsageError(
                    Text(
                        "选项或版本和中断的那次不同，接着做等于全部重做",
                        "options or version differ from those of the run that was broken off",
                    ),
                    f"{self._place.name} --resume",
                    Text("请用原来的选项，或去掉 --resume", "use the same, or leave out --resume"),
                )
        return manifest.begin(*key, order.options, order.version, now())

    def _outcomes(self, manifest: Manifest, job: Job, names: Iterable[str]) -> Iterator[Outcome]:
        order = self._order
        function = partial(attend, order.work, order.limit, self._place, order.linting)
        tasks = self._crew.tasks(names)
        if not order.redo:
            tasks = (replace(task, known=manifest.known(job, task.key)) for task in tasks)
        flow: Flow[Task, Outcome] = Flow(self._crew, function, lost)
        return flow.results(tasks)

    def _count(self, outcome: Outcome) -> None:
        self.done += outcome.state == DONE
        self.same += outcome.state == SAME
        self.reports += len(outcome.made.reports) if outcome.made else 0
        if outcome.state == FAILED:
            self.failed += 1
            self.failures.append(outcome)

    def _end(self, manifest: Manifest, job: Job, ledger: Ledger) -> None:
        self.gone = manifest.gone(job)
        self.severities = manifest.severities(job)
        if self._order.prune and self.gone:
            self.pruned, self.changed = ledger.prune(self.gone)
        manifest.finish(job, now())
        self._ended = True


def lost(task: Task) -> Outcome:
    """The outcome of an input with which a worker died."""
    told = Text(f"{task.name}：{_LOST.zh}", f"{task.name}: {_LOST.en}")
    return Outcome(task, FAILED, error=told)


class Store:
    """The manifest of a place, for an address a copy of it on this machine."""

    def __init__(self, place: Place, path: str) -> None:
        self.manifest = Manifest(path)
        self.path = path
        self._place = place
        self._saved = monotonic()

    def save(self, *, later: bool = False) -> None:
        """Copies the manifest to its address; with ``later``, only if that was a while ago."""
        if isinstance(self._place, Local) or (later and monotonic() - self._saved < _SAVED_EVERY):
            return
        with open(self.path, "rb") as file:
            self._place.write(FILE, file.read())
        self._saved = monotonic()


@contextmanager
def kept(place: Place) -> Iterator[Store]:
    """The manifest of a place, closed at the end and, for an address, copied there."""
    if isinstance(place, Local):
        with _opened(place, os.path.join(place.folder, FILE)) as store:
            yield store
        return
    import tempfile  # slow to import

    with tempfile.TemporaryDirectory(prefix="gongwen-") as folder:
        path = os.path.join(folder, FILE)
        if (content := place.read(FILE)) is not None:
            with open(path, "wb") as file:
                file.write(content)
        with _opened(place, path) as store:
            yield store


@contextmanager
def _opened(place: Place, path: str) -> Iterator[Store]:
    store = Store(place, path)
    try:
        yield store
    finally:
        store.manifest.close()
        store.save()


@contextmanager
def locked(place: Place) -> Iterator[None]:
    """Keeps other runs out of an output folder, and leaves nothing staged there. SQLite's lock is
    gone with the process that held it, however it ended. At an address nothing can be locked.
    Raises OutputError."""
    if not isinstance(place, Local):
        try:
            yield
        finally:
            place.sweep()
        return
    stage = os.path.join(place.folder, STAGE)
    try:
        os.makedirs(stage, exist_ok=True)
        base = sqlite3.connect(os.path.join(stage, "lock"), timeout=0, isolation_level=None)
        base.execute("begin exclusive")
    except OSError as error:
        from converter.output import failure

        raise failure(error, place.name) from error
    except sqlite3.Error as error:
        if "locked" not in str(error):
            raise failed(error, place.name) from error
        raise OutputError(
            Text("另一个 gongwen 正在往这个文件夹里写", "another gongwen is writing there"),
            place.name,
            Text("请等它做完", "wait until it is done"),
        ) from error
    try:
        yield
    finally:
        place.sweep()
        with suppress(sqlite3.Error):
            base.close()
