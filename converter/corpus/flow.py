"""Work handed out to a crew, and its results taken back in the order of the items.

However many items there are, only a window of them is on its way, so memory does not grow with
them; and the order does not depend on who was quicker.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING, Generic, TypeVar

from converter.corpus.crew import Crew
from converter.errors import ConverterError

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 4
"""So many batches a worker are on their way, so that none waits for another's slow one."""
_BATCH = 0.05
"""Seconds that a batch should take: much more than it takes to send it."""
_LARGEST = 32


class Flow(Generic[T, R]):
    """``function`` gives a result for each of some items; ``lost`` makes the result of an item
    with which a worker died."""

    def __init__(
        self,
        crew: Crew,
        function: Callable[[Sequence[T]], Sequence[R]],
        lost: Callable[[T], R],
    ) -> None:
        self._crew, self._function, self._lost = crew, function, lost
        self._size = 1

    def results(self, items: Iterable[T]) -> Iterator[R]:
        """A result an item, in order. Raises the ConverterError that the function raises."""
        left = iter(items)
        for item in islice(left, self._crew.first):
            yield from self._function([item])
        if self._crew.width == 1:
            for item in left:
                yield from self._function([item])
        else:
            yield from self._spread(left)

    def _spread(self, left: Iterator[T]) -> Iterator[R]:
        waiting: deque[tuple[list[T], Future[tuple[float, Sequence[R]]]]] = deque()
        while True:
            while len(waiting) < _AHEAD * self._crew.width:
                batch = list(islice(left, self._size))
                if not batch:
                    break
                waiting.append((batch, self._submit(batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                seconds, results = self._crew.result(future)
            except ConverterError:
                raise
            except Exception:  # a worker has died, by whatever name the executor tells it
                again = [item for other, _ in ((batch, None), *waiting) for item in other]
                waiting.clear()
                yield from self._one_by_one(again)
                continue
            self._learn(seconds / len(batch))
            yield from results

    def _submit(self, batch: list[T]) -> Future[tuple[float, Sequence[R]]]:
        try:
            return self._crew.executor.submit(timed, self._function, batch)
        except RuntimeError as error:  # the executor is broken; told where the result is due
            from concurrent.futures import Future  # slow to import

            future: Future[tuple[float, Sequence[R]]] = Future()
            future.set_exception(error)
            return future

    def _learn(self, seconds: float) -> None:
        """Fits the size of batches to the time that an item takes."""
        wanted = int(_BATCH / max(seconds, 1e-6))
        self._size = max(1, min(_LARGEST, wanted, self._size * 2))

    def _one_by_one(self, items: list[T]) -> Iterator[R]:
        """The results of items of which one has ended a worker: each alone, to find out which."""
        self._crew.renew()
        for item in items:
            try:
                _, results = self._crew.result(self._submit([item]))
            except ConverterError:
                raise
            except Exception:  # as above
                self._crew.renew()
                yield self._lost(item)
            else:
                yield from results


def timed(function: Callable[[Sequence[T]], R], items: Sequence[T]) -> tuple[float, R]:
    """The result of a function, and the seconds it took."""
    start = perf_counter()
    result = function(items)
    return perf_counter() - start, result
