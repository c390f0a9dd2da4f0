"""Converting a corpus into one file, or to standard output: in parallel, in order."""

from __future__ import annotations

from functools import partial

from converter.commands.bulk import crew_of, inputs, tell_failures
from converter.commands.conversion import Conversion, Options, account
from converter.commands.convert_corpus import Converting, bare
from converter.commands.progress import counted, say
from converter.corpus.flow import Flow
from converter.corpus.outcome import Outcome, Task
from converter.corpus.run import lost
from converter.corpus.work import attend
from converter.targets import Target


def run(options: Options, target: Target) -> int:
    """Converts a corpus to a target that holds all of it and returns the exit code: 1 when an
    input failed, or a finding reaches the threshold. Raises ConverterError."""
    conversion = Conversion(options, target.format_name)
    work = Converting(bare(options), target.format_name)
    names = inputs(conversion.configured, options.inputs, options.output)
    crew = crew_of(options.jobs, options.scheduler)
    function = partial(attend, work, options.max_size, None, False)
    flow: Flow[Task, Outcome] = Flow(crew, function, lost)
    failures, severities = [], set()
    try:
        for outcome in counted(flow.results(crew.tasks(names)), "正在转换第"):
            if outcome.made is None:
                failures.append(outcome)
                continue
            severities |= {finding.severity for finding in outcome.made.findings or ()}
            _put(outcome, target, options)
        target.close()
    except BaseException:
        target.abandon()
        raise
    finally:
        crew.end()
    tell_failures(failures, options.lang)
    return int(bool(failures) or conversion.reaches(severities))


def _put(outcome: Outcome, target: Target, options: Options) -> None:
    if outcome.made is None:
        return
    for row, output in zip(outcome.made.reports, outcome.outputs, strict=True):
        where = target.put(row.title, outcome.task.name, output.data or b"")
        if not options.quiet:
            say(account(row.title, where, row.facts, options.lang))
