"""The workers of a Dask cluster as a crew."""

from __future__ import annotations

import logging
import warnings
from concurrent.futures import CancelledError, Future
from time import monotonic
from typing import Any, TypeVar

from converter import __version__
from converter.bilingual import Text
from converter.corpus.crew import Crew
from converter.errors import UsageError

T = TypeVar("T")

_WHERE = "--scheduler"
_WAIT = 10
"""Seconds that a scheduler may take to answer."""
_LOOK = 5.0
"""Seconds after which a result that does not come is looked after."""
_ALONE = 60.0
"""Seconds that a cluster may be without workers, and its scheduler without an answer."""
_AGAIN = Text("然后再运行同样的命令，接着做", "then run the same command, which goes on")


class ClusterCrew(Crew):
    """The workers of a cluster, behind its own executor; ``address`` is that of its scheduler.

    Raises UsageError when nobody answers there, or its workers do not have this version of
    gongwen.
    """

    far = True

    def __init__(self, address: str) -> None:
        self._address = address
        self._client = _client(address)
        try:
            self._check_versions()
        except BaseException:
            self._client.close()
            raise
        width = sum(self._client.nthreads().values())
        super().__init__(width, lambda: self._client.get_executor(pure=False, retries=0))
        self._seen = monotonic()

    def _check_versions(self) -> None:
        there = self._client.run(version, on_error="return")
        if not there:
            raise UsageError(
                Text(
                    f"调度器 {self._address} 没有工作进程",
                    f"the scheduler {self._address} has no workers",
                ),
                _WHERE,
                Text("请先启动 dask worker", "start a dask worker first"),
            )
        for worker, told in there.items():
            if told != __version__:
                told = told if isinstance(told, str) else "—"
                raise UsageError(
                    Text(
                        f"工作进程 {worker} 上的 gongwen 是 {told}，这里是 {__version__}",
                        f"the worker {worker} has gongwen {told}, this is {__version__}",
                    ),
                    _WHERE,
                    Text("请装同一个版本", "install the same version"),
                )

    def result(self, future: Future[T]) -> T:
        """See :class:`Crew`. Raises UsageError when the scheduler is gone, or no worker is left."""
        while True:
            try:
                result = future.result(_LOOK)
                self._seen = monotonic()
                return result
            except CancelledError as error:
                raise self._gone() from error
            except TimeoutError:
                if future.done():
                    raise
                self._look()

    def _look(self) -> None:
        """Raises UsageError when the scheduler is gone, or there has been no worker for long."""
        if self._client.status != "running":
            raise self._gone()
        try:
            workers = self._client.nthreads(callback_timeout=_ALONE)
        except Exception as error:  # whatever it was, it did not answer
            raise self._gone() from error
        if workers:
            self._seen = monotonic()
        elif monotonic() - self._seen > _ALONE:
            raise UsageError(
                Text("集群里没有工作进程了", "the cluster has no workers left"),
                _WHERE,
                Text(f"请启动 dask worker，{_AGAIN.zh}", f"start a dask worker, {_AGAIN.en}"),
            )

    def _gone(self) -> UsageError:
        return UsageError(
            Text(
                f"和调度器 {self._address} 断了联系",
                f"the scheduler {self._address} does not answer any more",
            ),
            _WHERE,
            Text(f"请检查它是否在运行，{_AGAIN.zh}", f"check that it runs, {_AGAIN.en}"),
        )

    def renew(self) -> None:
        """Nothing: a cluster starts dead workers itself, or goes on with the others."""

    def close(self) -> None:
        """Lets go of the cluster: what it has not begun is not done, its workers go on living."""
        executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=False)
        self._client.close(timeout=_WAIT)


def version() -> str:
    """The version of gongwen where this is called."""
    return __version__


def _client(address: str) -> Any:
    from distributed import Client

    # What it and its libraries log and warn of is said here in one line, if it matters.
    logging.disable()
    warnings.filterwarnings("ignore", module="distributed")
    try:
        return Client(address, timeout=_WAIT)
    except (OSError, TimeoutError, ValueError) as error:
        raise UsageError(
            Text(f"连不上调度器 {address}", f"cannot reach the scheduler {address}"),
            _WHERE,
            Text("请检查地址，以及它是否在运行", "check the address, and that it is running"),
        ) from error
