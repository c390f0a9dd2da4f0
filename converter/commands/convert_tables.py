"""A corpus as tables: one row a report, a section, a finding."""

from __future__ import annotations

import os
from contextlib import closing
from typing import cast

from converter.bilingual import Text
from converter.commands.bulk import inputs, outcomes, tell_failures
from converter.commands.conversion import Conversion, Options
from converter.commands.convert_corpus import bare, prepared, row_of
from converter.commands.progress import counted, say
from converter.corpus.outcome import Yield
from converter.corpus.parquet import ParquetTables, check_installed
from converter.corpus.tables import Rows, rows_of
from converter.errors import UsageError
from converter.inputs import is_address
from converter.record import record


def run(options: Options) -> int:
    """Writes the tables of a corpus into a folder and returns the exit code: 1 when an input
    failed, or a finding reaches the threshold. Raises ConverterError."""
    check_installed()
    output = _folder(options.output)
    conversion = Conversion(options, "json")
    names = inputs(conversion.configured, options.inputs, output)
    work = Tabling(bare(options))
    found = outcomes(work, names, options.jobs, options.scheduler, options.max_size)
    failures, severities = [], set()
    with closing(found), ParquetTables(output) as tables:
        for outcome in counted(found, "正在转换第"):
            if outcome.made is None:
                failures.append(outcome)
                continue
            rows = _named(cast(Rows, outcome.made.payload), outcome.task.name)
            severities |= {str(row[_SEVERITY]) for row in rows["findings"]}
            tables.add(rows)
    if not options.quiet:
        for path in tables.paths:
            say(path)
    tell_failures(failures, options.lang)
    return int(bool(failures) or conversion.reaches(severities))


def _named(rows: Rows, name: str) -> Rows:
    """The rows with the input's name as it was given; where they were made, it may be another."""
    return {table: [(name, *row[1:]) for row in group] for table, group in rows.items()}


_SEVERITY = 4
"""Where a row of findings has the severity."""


def _folder(output: str | None) -> str:
    if output in (None, "-") or is_address(output or "") or os.path.isfile(output or ""):
        raise UsageError(
            Text("parquet 是几个文件，要写到文件夹", "parquet is several files in a directory"),
            output or "",
            Text("请用 -o 指定文件夹", "give a directory with -o"),
        )
    return output or ""


@record
class Tabling:
    """The work of ``convert --to parquet`` with one input."""

    options: Options

    def fingerprint(self, name: str) -> str:
        """See :class:`~converter.corpus.work.Work`: tables are made anew each time."""
        return ""

    def do(self, name: str, data: bytes) -> Yield:
        """See :class:`~converter.corpus.work.Work`."""
        conversion = prepared(self.options, "json")
        item = conversion.read(name, data)
        groups = conversion.findings(item)
        choice = conversion.configured.of(name).choice
        reports = [
            row_of(nth, document, choice.held(document))
            for nth, document in enumerate(item.documents, 1)
        ]
        return Yield(tuple(reports), payload=rows_of(name, item.documents, reports, groups))
