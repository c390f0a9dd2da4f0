"""Findings of inputs that were converted without looking for any, looked for afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol

from converter.bilingual import Text
from converter.corpus.crew import Crew
from converter.corpus.flow import Flow
from converter.corpus.hashing import digest
from converter.corpus.manifest import Job, Manifest
from converter.corpus.outcome import DONE, Noted
from converter.corpus.work import fetched
from converter.errors import ConfigurationError, ConverterError, UsageError
from converter.inputs import LARGEST
from converter.record import record

_AT_ONCE = 200
"""So many inputs are recorded at once."""
_CHANGED = Text(
    "转换以后改过，请再运行 convert", "changed since it was converted; run convert again"
)
_LOST = Text(
    "检查它的进程意外终止，多半是内存不够",
    "the process that checked it died, most likely for want of memory",
)
_FATAL = (ConfigurationError, UsageError)
"""What is wrong with all inputs, not with one."""


class Linting(Protocol):
    """What finds the findings; an instance is a value that can be sent to another process."""

    def findings(self, name: str, data: bytes) -> tuple[Noted, ...]:
        """The findings in an input. Raises ConverterError."""
        ...


@record
class Wanted:
    """An input as it was converted: name, hash, size in bytes."""

    name: str
    hash: str
    size: int


@record
class Looked:
    """An input that was looked at: its findings, or why there are none (``error``)."""

    name: str
    findings: tuple[Noted, ...] = ()
    error: Text | None = None


def wanted(manifest: Manifest, job: Job) -> list[Wanted]:
    """The inputs of a job, less those that are gone, whose findings were not looked for."""
    gone = set(manifest.gone(job)) if job.finished else set()
    return [
        Wanted(item.name, item.hash, item.size)
        for item in manifest.inputs(job)
        if item.state == DONE and not item.linted and item.name not in gone
    ]


def looked(
    manifest: Manifest, job: Job, inputs: Sequence[Wanted], linting: Linting, crew: Crew
) -> Iterator[Looked]:
    """What comes of looking at some inputs of a job, in order; what is found is recorded.

    Raises ConfigurationError, UsageError; and OutputError when it cannot be recorded.
    """
    flow: Flow[Wanted, Looked] = Flow(crew, partial(look, linting), _lost)
    found: list[tuple[str, tuple[Noted, ...]]] = []
    try:
        for item in flow.results(inputs):
            if item.error is None:
                found.append((item.name, item.findings))
            if len(found) >= _AT_ONCE:
                manifest.record_findings(job, found)
                found = []
            yield item
    finally:
        # Also what was found before a run is broken off need not be looked for again.
        manifest.record_findings(job, found)


def look(linting: Linting, inputs: Sequence[Wanted]) -> list[Looked]:
    """What comes of looking at some inputs. Raises ConfigurationError, UsageError."""
    return [_look(linting, item) for item in inputs]


def _look(linting: Linting, item: Wanted) -> Looked:
    try:
        data = fetched(item.name, max(LARGEST, item.size // 2**20 + 1))
        if digest(data) != item.hash:
            return Looked(item.name, error=_CHANGED)
        return Looked(item.name, linting.findings(item.name, data))
    except _FATAL:
        raise
    except ConverterError as error:
        return Looked(item.name, error=error.what)


def _lost(item: Wanted) -> Looked:
    return Looked(item.name, error=_LOST)
