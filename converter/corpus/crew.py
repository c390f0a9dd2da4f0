"""Who does the work: this process, processes of its own, or the workers of a cluster.

All are executors of ``concurrent.futures``; nothing else in a run knows which.
"""

from __future__ import annotations

import os

from converter.bilingual import Text
from converter.corpus.outcome import Task
from converter.errors import UsageError
from converter.inputs import is_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future
    from typing import TypeVar

    from converter.corpus.processes import Processes

    T = TypeVar("T")
_FEW = 24
"""So few items one process has done before others are started."""
_WARM = 2
"""What processes are forked from has done so many, and has patterns and parts ready for all."""


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
    return _Local(width, _FEW if jobs is None else _WARM)


class _Local(Crew):
    """Processes of this machine."""

    def __init__(self, width: int, first: int) -> None:
        super().__init__(width, self._begun, first)
        self._processes: Processes | None = None

    def _begun(self) -> Executor:
        from converter.corpus.processes import Processes

        self._processes = Processes(self.width)
        return self._processes

    def end(self) -> None:
        """See :class:`Crew`."""
        if self._executor is not None and self._processes is not None:
            self._processes.end()
        self._executor = self._processes = None


def cluster(address: str) -> Crew:
    """The workers of a Dask cluster; ``address`` is that of its scheduler (``tcp://host:8786``).

    Raises UsageError when Dask is not installed, nobody answers there, or its workers do not have
    this version of gongwen.
    """
    from importlib.util import find_spec

    if find_spec("distributed") is None:
        raise UsageError(
            Text("没有安装 Dask", "Dask is not installed"),
            "--scheduler",
            Text('请运行 pip install "gongwen[cluster]"', 'run pip install "gongwen[cluster]"'),
        )
    from converter.corpus.cluster import ClusterCrew

    return ClusterCrew(address)
