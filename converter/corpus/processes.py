"""Processes of this machine that work side by side. Apart from the crew, because to import what
starts them takes longer than to convert a few reports."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait

_COLLECTED_AFTER = 200_000


class Processes(ProcessPoolExecutor):
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
        """Ends the processes, whatever they are doing.

        One may be in the middle of a result. Who waits here for the rest of it waits as long as
        anyone could still write it, so this process gives up its own way of doing so.
        """
        self._told.send_bytes(b"end")
        results = getattr(self, "_result_queue", None)
        if results is not None:
            results._writer.close()
        self.shutdown(wait=True, cancel_futures=True)


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
