"""Who does the work: this process, processes of its own, or the workers of a cluster.

All are executors of ``concurrent.futures``; nothing else in a run knows which.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from converter.bilingual import Text
from converter.corpus.outcome import Task
from converter.errors import UsageError
from converter.inputs import is_address

T = TypeVar("T")
_COLLECTED_AFTER = 200_000
_FEW = 24
"""So few items one process has done before others are started."""
_WARM = 2
"""What processes are forked from has done so many, and has patterns and parts ready for all."""


class Inline(Executor):
    """Does what is submitted at once, in this process."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """A future that is done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class Crew:
    """``width`` workers behind an executor, which ``make`` makes when it is first needed, and
    anew when a worker has died. The ``first`` items this process does itself."""

    far = False
    """Whether the workers may be on other machines, where a relative path leads nowhere."""

    def __init__(self, width: int, make: Callable[[], Executor], first: int = 0) -> None:
        self.width, self.first = width, first
        self._make = make
        self._executor: Executor | None = None

    @property
    def executor(self) -> Executor:
        """The executor."""
        if self._executor is None:
            self._executor = self._make()
        return self._executor

    def renew(self) -> None:
        """Gives up the executor, a worker of which has died; the next one is a new one."""
        self.close()

    def result(self, future: Future[T]) -> T:
        """The result of what was submitted, when it is there; raises what that raised, and what
        the executor raises when a worker died."""
        return future.result()

    def tasks(self, names: Iterable[str]) -> Iterator[Task]:
        """The inputs of these names, for these workers."""
        for position, name in enumerate(names):
            path = os.path.abspath(name) if self.far and not is_address(name) else None
            yield Task(name, position, path=path)

    def close(self) -> None:
        """Ends the workers; what they have not begun is not done."""
        executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=True, cancel_futures=True)

    def end(self) -> None:
        """Ends the workers, whatever they are doing."""
        self.close()


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def local(jobs: int | None) -> Crew:
    """This process alone for one job, else so many processes; for None as many as there are
    processors, once there is enough to do."""
    width = jobs or processors()
    if width == 1:
        return Crew(1, Inline)
    return _Local(width, lambda: _Processes(width), _FEW if jobs is None else _WARM)


class _Processes(ProcessPoolExecutor):
    """Processes of this machine, which end with this one, and at once when they are told."""

    def __init__(self, jobs: int) -> None:
        # A forked process has everything imported and costs no start; not every system has them.
        method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(method)
        heard, self._told = context.Pipe(duplex=False)
        super().__init__(jobs, context, _begin, (heard,))
        with _undisturbed():
            self.submit(int)  # all processes are started with the first thing to do

    def end(self) -> None:
        """Ends the processes, whatever they are doing."""
        self._told.send_bytes(b"end")
        self.shutdown(wait=True, cancel_futures=True)


class _Local(Crew):
    """Processes of this machine."""

    def end(self) -> None:
        """See :class:`Crew`."""
        executor, self._executor = self._executor, None
        if isinstance(executor, _Processes):
            executor.end()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Lets Ctrl-C wait, also for the processes that are begun meanwhile."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _begin(heard: Connection) -> None:
    """What a process does first: leaves signals to its parent, and ends when that is gone or tells
    it to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    gc.set_threshold(_COLLECTED_AFTER)
    threading.Thread(target=_end_with_parent, args=(heard,), daemon=True).start()


def _end_with_parent(heard: Connection) -> None:
    parent = multiprocessing.parent_process()
    wait([heard, *([parent.sentinel] if parent else [])])
    os._exit(1)


def cluster(address: str) -> Crew:
    """The workers of a Dask cluster; ``address`` is that of its scheduler (``tcp://host:8786``).

    Raises UsageError when Dask is not installed, nobody answers there, or its workers do not have
    this version of gongwen.
    """
    if find_spec("distributed") is None:
        raise UsageError(
            Text("没有安装 Dask", "Dask is not installed"),
            "--scheduler",
            Text('请运行 pip install "gongwen[cluster]"', 'run pip install "gongwen[cluster]"'),
        )
    from converter.corpus.cluster import ClusterCrew

    return ClusterCrew(address)
