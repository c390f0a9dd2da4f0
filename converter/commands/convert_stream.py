"""Converting a corpus into one file, or to standard output: in parallel, in order."""

from __future__ import annotations

from contextlib import closing

from converter.commands.bulk import inputs, outcomes, tell_failures
from converter.commands.conversion import Conversion, Options, account
from converter.commands.convert_corpus import Converting, bare
from converter.commands.progress import counted, say
from converter.targets import Target


def run(options: Options, target: Target) -> int:
    """Converts a corpus to a target that holds all of it and returns the exit code: 1 when an
    input failed, or a finding reaches the threshold. Raises ConverterError."""
    conversion = Conversion(options, target.format_name)
    work = Converting(bare(options), target.format_name)
    names = inputs(conversion.configured, options.inputs, options.output)
    found = outcomes(work, names, options.jobs, options.scheduler, options.max_size)
    failures, severities = [], set()
    try:
        with closing(found):
            for outcome in counted(found, "正在转换第"):
                if outcome.made is None:
                    failures.append(outcome)
                    continue
                severities |= {finding.severity for finding in outcome.made.findings or ()}
                for row, output in zip(outcome.made.reports, outcome.outputs, strict=True):
                    where = target.put(row.title, outcome.task.name, output.data or b"")
                    if not options.quiet:
                        say(account(row.title, where, row.facts, options.lang))
        target.close()
    except BaseException:
        target.abandon()
        raise
    tell_failures(failures, options.lang)
    return int(bool(failures) or conversion.reaches(severities))
