"""Checking a corpus in parallel: what is done with one input, and by whom."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial

from converter.commands.bulk import crew_of, whole
from converter.commands.configured import Configured
from converter.commands.lint import Options, checked, configuration_of
from converter.corpus.flow import Flow
from converter.corpus.outcome import Outcome, Task, Yield
from converter.corpus.run import lost
from converter.corpus.work import attend
from converter.inputs import read_metadata
from converter.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.metadata.statement import Statement


def outcomes(options: Options, names: Iterable[str]) -> Iterator[Outcome]:
    """What becomes of the inputs, in order; the payload of one that could be read is its
    InputReport. Raises ConfigurationError, UsageError."""
    crew = crew_of(options.jobs, options.scheduler)
    crew.first = 0  # those few are done
    function = partial(look, Checking(_bare(options)), options.max_size)
    flow: Flow[Task, Outcome] = Flow(crew, function, lost)
    try:
        yield from flow.results(crew.tasks(names))
    finally:
        crew.end()


def _bare(options: Options) -> Options:
    """The options that say what is found, the files that they name by absolute paths."""
    return Options(
        inputs=(),
        select=options.select,
        ignore=options.ignore,
        severity=options.severity,
        meta=tuple(map(os.path.abspath, options.meta)),
        settings=options.settings,
        profile=whole(options.profile),
        encoding=options.encoding,
        max_unpacked=options.max_unpacked,
        form=options.form,
        layout=whole(options.layout),
        render=options.render,
        config=whole(options.config),
        isolated=options.isolated,
        lang=options.lang,
    )


def look(work: Checking, limit: int, tasks: Sequence[Task]) -> list[Outcome]:
    """The outcomes of some tasks, in order; see :func:`~converter.corpus.work.attend`. What is
    found bears the names of the tasks, wherever they are read."""
    return [
        outcome
        for task in tasks
        for outcome in attend(replace(work, name=task.name), limit, None, False, [task])
    ]


@record
class Checking:
    """The work of ``lint`` with one input, called ``name`` in what is found."""

    options: Options
    name: str = ""

    def fingerprint(self, name: str) -> str:
        """Nothing: what is found is not kept for another run."""
        return ""

    def do(self, name: str, data: bytes) -> Yield:
        """See :class:`~converter.corpus.work.Work`."""
        configured, stated = _prepared(self.options)
        found = checked(self.name, data, configured.of(name), stated, self.options)
        return Yield(payload=found)


@cache
def _prepared(options: Options) -> tuple[Configured, Statement]:
    """Configuration and metadata that some options ask for; made once in a process."""
    return configuration_of(options), read_metadata(options.meta, options.settings)
