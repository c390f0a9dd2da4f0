"""The lint report of drafts, and their fixes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from converter.bilingual import Lang, Text
from converter.commands.configured import Configured, reaches
from converter.commands.progress import counted, say
from converter.errors import ConfigurationError, ConverterError, UsageError
from converter.findings import Finding
from converter.inputs import LARGEST, STDIN, fetch, parse, read_metadata, source_of, suffix_of
from converter.linter.reports import Report, renderer
from converter.linter.reports.colour import When, wanted
from converter.output import write, write_stdout
from converter.readers import is_json
from converter.record import record

if TYPE_CHECKING:
    from converter.linter.baseline import Baseline
    from converter.metadata.statement import Statement

_FIXED = Text("{name}：改了 {count} 处", "{name}: {count} edits made")
_NO_TEXT = Text(
    "{name}：JSON 不在这里改，请改它的原稿", "{name}: JSON is not edited; edit the draft it is from"
)
_WRITTEN = Text("{path}：记下 {count} 处已知的问题", "{path}: {count} known findings written")
_KNOWN = Text(
    "基线里已知的 {count} 处没有列出", "{count} findings known to the baseline not listed"
)
_STALE = Text(
    "{path}：有 {count} 处已经不在，可用 --write-baseline 更新",
    "{path}: {count} known findings are gone; --write-baseline brings it up to date",
)


@record(kw_only=True)
class Options:
    """What a call of ``lint`` asks for; the names are those of its options."""

    inputs: tuple[str, ...]
    format_name: str = "text"
    output: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    fail_on: str | None = None
    fixing: bool = False
    diff: bool = False
    unsafe_fixes: bool = False
    baseline: str | None = None
    write_baseline: str | None = None
    statistics: bool = False
    colour: When = "auto"
    meta: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    profile: str | None = None
    encoding: str | None = None
    max_size: int = LARGEST
    config: str | None = None
    isolated: bool = False
    lang: Lang = "zh"


def run(options: Options) -> int:
    """Checks the inputs, writes the report, and returns the exit code. Raises ConverterError."""
    if options.statistics and options.format_name not in ("text", "json"):
        raise UsageError(
            Text("--statistics 只有 text 和 json 两种格式", "--statistics is text or json only")
        )
    if options.unsafe_fixes and not (options.fixing or options.diff):
        raise UsageError(
            Text(
                "--unsafe-fixes 要和 --fix 或 --diff 一起用",
                "--unsafe-fixes goes with --fix or --diff",
            )
        )
    configured = Configured(
        options.config,
        options.isolated,
        profile=options.profile,
        encoding=options.encoding,
        fail_on=options.fail_on,
        baseline=options.baseline,
        select=options.select,
        ignore=options.ignore,
        severity=options.severity,
    )
    to_screen = (
        options.output in (None, STDIN) and options.format_name == "text" and not options.statistics
    )
    job = _Job(
        configured,
        read_metadata(options.meta, options.settings),
        "diff" if options.diff else "fix" if options.fixing else None,
        options.unsafe_fixes,
        Report(options.lang, colour=to_screen and wanted(options.colour, sys.stdout, os.environ)),
        options.write_baseline,
    )
    for name in counted(configured.inputs(options.inputs), "正在检查第"):
        job.check(name, options.max_size)
    job.report.stale = sum(count for _, count in configured.stale())
    if job.report.paths and job.mode != "diff":
        job.write(_rendered(job.report, options.format_name, options.statistics), options.output)
    job.tell()
    return 2 if job.failed else int(job.flagged)


def _rendered(report: Report, format_name: str, statistics: bool) -> str:
    if not statistics:
        return renderer(format_name)(report)
    from converter.linter.statistics import as_json, as_text

    if format_name == "json":
        return as_json(report.findings)
    return as_text(report.findings, report.lang)


class _Job:
    """One call of ``lint``. ``stated`` counts more than the metadata of the drafts; ``mode`` is
    ``fix``, ``diff`` or None; ``rewritten`` is the path of the baseline that is written."""

    def __init__(
        self,
        configured: Configured,
        stated: Statement,
        mode: str | None,
        unsafe: bool,
        report: Report,
        rewritten: str | None,
    ) -> None:
        self.configured, self.stated, self.report = configured, stated, report
        self.mode, self.unsafe = mode, unsafe
        self.failed = self.flagged = False
        self._streams = False  # whether a draft that was put right went to standard output
        self._rewritten = _baseline(rewritten) if rewritten is not None else None

    def check(self, name: str, limit: int) -> None:
        """Checks one input, after putting it right if that is asked for; an input that cannot be
        read is told. Raises ConfigurationError."""
        try:
            self._take(name, fetch(name, limit))
        except ConfigurationError:
            raise
        except ConverterError as error:
            self.failed = True
            say(f"gongwen: {error.line(self.report.lang)}")

    def _take(self, name: str, data: bytes) -> None:
        configuration = self.configured.of(name)
        if self.mode and is_json(suffix_of(name), data):
            say(_NO_TEXT.get(self.report.lang).format(name=name))
        elif self.mode:
            data = self._put_right(name, data)
        item = parse(name, data, configuration.choice, configuration.encoding, self.stated)
        source = source_of(name, data, configuration.encoding)
        found = self._new(name, self.configured.findings(item, source, self.report.lang))
        self.flagged |= reaches(found, configuration.fail_on)
        self.report.add(name, item.documents, found, configuration.choice, source)

    def _new(self, name: str, findings: list[Finding]) -> list[Finding]:
        """The findings that are not known; none, when they are being written down."""
        if self._rewritten:
            rules = self.configured.of(name).ruleset.rules
            self._rewritten.take(name, findings, [rule.code for rule in rules])
            self.report.known += len(findings)
            return []
        new = self.configured.new(name, findings)
        self.report.known += len(findings) - len(new)
        return new

    def _put_right(self, name: str, data: bytes) -> bytes:
        """The bytes after the fixes, which are written back; for a diff, the bytes as they are."""
        from converter.linting import fix

        configuration = self.configured.of(name)
        fixed = fix(
            data,
            name,
            configuration.choice,
            configuration.ruleset,
            unsafe=self.unsafe,
            encoding=configuration.encoding,
        )
        if self.mode == "diff":
            write_stdout(fixed.diff(name).encode("utf-8", "surrogatepass"))
            return data
        if name == STDIN:
            self._streams = True
            write_stdout(fixed.data)
        elif fixed.edits:
            write(name, fixed.data)
        if fixed.edits:
            say(_FIXED.get(self.report.lang).format(name=name, count=fixed.edits))
        return fixed.data

    def write(self, text: str, output: str | None) -> None:
        """Writes the report: to standard error where a draft went to standard output."""
        if output is not None and output != STDIN:
            write(output, text.encode("utf-8", "surrogatepass"))
        elif self._streams:
            say(text.rstrip("\n"))
        else:
            write_stdout(text.encode("utf-8", "surrogatepass"))

    def tell(self) -> None:
        """Writes the baseline that is asked for, and tells what one has done."""
        lang = self.report.lang
        if self._rewritten:
            path = self._rewritten.path
            write(path, self._rewritten.text().encode("utf-8", "surrogatepass"))
            say(_WRITTEN.get(lang).format(path=path, count=self.report.known))
        elif self.report.known:
            say(_KNOWN.get(lang).format(count=self.report.known))
        for path, count in self.configured.stale():
            if count:
                say(_STALE.get(lang).format(path=path, count=count))


def _baseline(path: str) -> Baseline:
    """The baseline that is written anew, with what it knows of other inputs."""
    from converter.linter.baseline import read

    return read(path, needed=False)
