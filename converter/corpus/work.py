"""What is done with one input, and the function that does it wherever it runs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from time import perf_counter
from typing import Protocol

from converter.bilingual import Text
from converter.corpus.hashing import digest, digest_of
from converter.corpus.outcome import DONE, FAILED, SAME, Outcome, Output, Task, Yield
from converter.corpus.places import Place
from converter.errors import ConfigurationError, ConverterError, OutputError, UsageError
from converter.inputs import fetch, is_address
from converter.record import replace

_FATAL = (ConfigurationError, OutputError, UsageError)
"""What is wrong with the whole run, not with an input."""
_NO_MEMORY = Text("内存不够：请把输入拆开", "out of memory: split the input")


class Work(Protocol):
    """One kind of work; an instance is a value that can be sent to another process."""

    def fingerprint(self, name: str) -> str:
        """What, beside its bytes, decides what comes out for an input: version, options, and the
        content of the files that options and configuration name. Raises ConfigurationError."""
        ...

    def do(self, name: str, data: bytes) -> Yield:
        """What the bytes of an input give. Raises ConverterError."""
        ...


def attend(
    work: Work, limit: int, place: Place | None, linting: bool, tasks: Sequence[Task]
) -> list[Outcome]:
    """The outcomes of some tasks, in order. ``limit`` is the largest input in MiB; outputs are
    staged in ``place``, or kept as bytes without one. With ``linting``, an input that was not
    linted is done again.

    Raises ConfigurationError, OutputError, UsageError: what is wrong with the whole run.
    """
    return [_attend(work, limit, place, linting, task) for task in tasks]


def _attend(work: Work, limit: int, place: Place | None, linting: bool, task: Task) -> Outcome:
    start = perf_counter()
    data = b""
    fingerprint = hashed = ""
    path = task.path or task.name
    try:
        data = fetched(path, limit)
        hashed, fingerprint = digest(data), work.fingerprint(path)
        if place and _is_same(task, hashed, fingerprint, place, linting):
            return Outcome(task, SAME, hashed, len(data), fingerprint)
        made = work.do(path, data)
        outputs = tuple(
            _put(place, name, content, f"{task.position}-{index}")
            for index, (name, content) in enumerate(made.outputs)
        )
        depends = tuple((path, digest_of(path)) for path in made.depends)
    except _FATAL:
        raise
    except ConverterError as error:
        zh, en = (error.line(lang).replace(path, task.name) for lang in ("zh", "en"))
        told = Text(zh, en)
    except MemoryError:
        told = _NO_MEMORY
    except Exception as error:  # one input must not end the run of the others
        told = _fault(error)
    else:
        return Outcome(
            task,
            DONE,
            hashed,
            len(data),
            fingerprint,
            perf_counter() - start,
            outputs=outputs,
            depends=depends,
            made=replace(made, outputs=()),
        )
    seconds = perf_counter() - start
    return Outcome(task, FAILED, hashed, len(data), fingerprint, seconds, told)


def fetched(path: str, limit: int) -> bytes:
    """The bytes of an input, a path or an address; at most ``limit`` MiB. Raises InputError."""
    if not is_address(path):
        return fetch(path, limit)
    from converter.corpus.addresses import fetch as fetch_from  # slow to import

    return fetch_from(path, limit)


def _is_same(task: Task, hashed: str, fingerprint: str, place: Place, linting: bool) -> bool:
    """Whether an input, all that went into its outputs, and the outputs are as recorded."""
    known = task.known
    return (
        known is not None
        and (known.hash, known.fingerprint) == (hashed, fingerprint)
        and (known.linted or not linting)
        and all(digest_of(path) == recorded for path, recorded in known.depends)
        and all(place.hash(path) == recorded for path, recorded in known.files)
    )


def _put(place: Place | None, name: str, content: bytes, key: str) -> Output:
    staged = place.stage(key, content) if place else None
    return Output(name, digest(content), len(content), None if place else content, staged)


def _fault(error: Exception) -> Text:
    """An exception that nobody foresaw, and where it was raised, as one line."""
    import traceback  # slow to import, and seldom needed

    frames = traceback.extract_tb(error.__traceback__)
    where = f", {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    told = " ".join(f"{type(error).__name__}: {error}{where}".split())
    return Text(
        f"程序出错，请把这一行和稿子告诉维护者：{told}",
        f"a fault of the program; tell its maintainers this line and the draft: {told}",
    )
