"""The lint report of drafts, and their fixes."""

from __future__ import annotations

import os
import sys
from itertools import chain

from converter.bilingual import Text
from converter.commands.configured import FORM, Configured, asks_for_form, reaches
from converter.commands.progress import counted, say
from converter.errors import ConfigurationError, ConverterError, UsageError
from converter.inputs import (
    LARGEST,
    STDIN,
    fetch,
    is_address,
    parse,
    read_metadata,
    source_of,
    word_of,
)
from converter.linter.reports import Report, pieces
from converter.linter.reports.colour import wanted
from converter.linter.reports.report import InputReport, input_report
from converter.output import WholeFile, write, write_stdout
from converter.readers import LARGEST_UNPACKED, READERS, WORD_SUFFIXES
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.bilingual import Lang
    from converter.configuration import Configuration
    from converter.corpus.outcome import Outcome
    from converter.findings import Finding
    from converter.linter.baseline import Baseline
    from converter.linter.reports.colour import When
    from converter.metadata.statement import Statement

_FEW = 24
"""So few inputs one process has checked before others are started."""
_WARM = 2
"""What processes are forked from has checked so many, and has patterns ready for all."""
_PIECE = 1 << 16
"""Characters of the report that are written at once."""
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
    """What a call of ``lint`` asks for; the names are those of its options. ``jobs`` None: as many
    as there are processors, once there is enough to do.

    ``form`` asks for the look of Word files, too: that is ``check``, whose options ``layout`` and
    ``render`` are."""

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
    jobs: int | None = None
    scheduler: str | None = None
    colour: When = "auto"
    meta: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    profile: str | None = None
    encoding: str | None = None
    max_size: int = LARGEST
    max_unpacked: int = LARGEST_UNPACKED
    config: str | None = None
    isolated: bool = False
    lang: Lang = "zh"
    form: bool = False
    layout: str | None = None
    render: bool = False


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
    if not options.form and asks_for_form(options.select):
        raise UsageError(
            Text("F 组的规则检查 Word 文件的版式", "rules of group F check the look of Word files"),
            "--select",
            Text("请用 gongwen check", "use gongwen check"),
        )
    far = options.scheduler is not None or any(map(is_address, options.inputs))
    if far and _must_stay(options):
        raise UsageError(
            Text(
                "--scheduler 和网络地址不能和 --fix、--diff 或标准输入一起用",
                "--scheduler and addresses exclude --fix, --diff and standard input",
            )
        )
    to_screen = (
        options.output in (None, STDIN) and options.format_name == "text" and not options.statistics
    )
    report = Report(
        options.lang, colour=to_screen and wanted(options.colour, sys.stdout, os.environ)
    )
    return _run(options, configuration_of(options), report)


def _run(options: Options, configured: Configured, report: Report) -> int:
    job = _Job(
        configured,
        read_metadata(options.meta, options.settings),
        "diff" if options.diff else "fix" if options.fixing else None,
        report,
        options,
    )
    for item in counted(_handed_out(options, configured), "正在检查第"):
        if isinstance(item, str):
            job.check(item, options.max_size)
        else:
            job.take(item)
    report.stale = sum(count for _, count in configured.stale())
    if len(report.inputs) and job.mode != "diff":
        job.write(_rendered(report, options.format_name, options.statistics), options.output)
    job.tell()
    return 2 if job.failed else int(job.flagged)


def configuration_of(options: Options) -> Configured:
    """What some options and the configuration files say together. Raises UsageError."""
    return Configured(
        options.config,
        options.isolated,
        profile=options.profile,
        encoding=options.encoding,
        fail_on=options.fail_on,
        baseline=options.baseline,
        select=options.select,
        ignore=options.ignore,
        severity=options.severity,
        asked=FORM if options.form else "",
    )


def checked(
    name: str, data: bytes, configuration: Configuration, stated: Statement, options: Options
) -> InputReport:
    """The report on an input's bytes, with all findings, wherever it is made. Raises InputError,
    MetadataError; LayoutError for a layout to check against that is not right."""
    from converter.linting import findings_in, placed

    choice, encoding, lang = configuration.choice, configuration.encoding, options.lang
    documents = parse(name, data, choice, encoding, stated, options.max_unpacked).documents
    source = source_of(name, data, encoding, options.max_unpacked)
    word = word_of(name, data, options.max_unpacked)
    form = None
    if options.form:
        from converter.commands.check import form_of

        form = form_of(name, word, documents, options.layout)
    found = findings_in(documents, choice, configuration.ruleset, name, lang, source, form)
    if word is not None:
        from converter.word.transcript import transcript_of

        found = placed(found, transcript_of(word), lang)
        if options.render:
            from converter.commands.check import on_pages

            found = on_pages(found, name, data, word, lang)
    return input_report(name, documents, found, choice, source)


def _most_here(options: Options) -> int | None:
    """How many inputs this process checks before others do; None for all of them."""
    if options.jobs == 1 or _must_stay(options):
        return None
    if options.scheduler is not None:
        return 0
    return _FEW if options.jobs is None else _WARM


def _must_stay(options: Options) -> bool:
    """Whether only this process can do it: it alone has the standard input, and drafts are put
    right one after the other."""
    return options.fixing or options.diff or STDIN in options.inputs


def _handed_out(options: Options, configured: Configured) -> Iterator[str | Outcome]:
    """The inputs that are to be checked here, by name, then what has become of the others."""
    if any(map(is_address, options.inputs)):
        from converter.commands.bulk import inputs

        names = inputs(configured, options.inputs, None)
    else:
        names = configured.inputs(options.inputs, WORD_SUFFIXES if options.form else READERS)
    most = _most_here(options)
    for here, name in enumerate(names):
        if is_address(name) or here == most:
            from converter.commands.lint_corpus import outcomes

            yield from outcomes(options, chain([name], names))
            return
        yield name


def _rendered(report: Report, format_name: str, statistics: bool) -> Iterable[str]:
    if not statistics:
        return pieces(format_name, report)
    from converter.linter.statistics import as_json, as_text

    if format_name == "json":
        return [as_json(report.each())]
    return [as_text(report.each(), report.lang)]


class _Job:
    """One call of ``lint``. ``stated`` counts more than the metadata of the drafts; ``mode`` is
    ``fix``, ``diff`` or None."""

    def __init__(
        self,
        configured: Configured,
        stated: Statement,
        mode: str | None,
        report: Report,
        options: Options,
    ) -> None:
        rewritten = options.write_baseline
        self.configured, self.stated, self.report = configured, stated, report
        self.options, self.mode = options, mode
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
        configuration, lang = self.configured.of(name), self.report.lang
        if self.mode:
            from converter.commands.lint_fix import put_right

            only_shown = self.mode == "diff"
            unsafe = self.options.unsafe_fixes
            right = put_right(name, data, configuration, unsafe, only_shown, lang)
            if right is not None:
                data = right
                self._streams |= name == STDIN and not only_shown
        self._settle(name, checked(name, data, configuration, self.stated, self.options))

    def take(self, outcome: Outcome) -> None:
        """Takes what has become of an input that was checked elsewhere. Raises
        ConfigurationError."""
        item = outcome.made.payload if outcome.made else None
        if isinstance(item, InputReport):
            self._settle(outcome.task.name, item)
        elif outcome.error:
            self.failed = True
            say(f"gongwen: {outcome.error.get(self.report.lang)}")

    def _settle(self, name: str, item: InputReport) -> None:
        """Keeps the findings in an input that are not known."""
        found = item.by_report()
        new = self._new(name, found)
        fail_on = self.configured.of(name).fail_on
        self.flagged |= reaches({finding.severity for finding in new}, fail_on)
        self.report.take(item if len(new) == len(found) else item.only(new))

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

    def write(self, text: Iterable[str], output: str | None) -> None:
        """Writes the report: to standard error where a draft went to standard output."""
        if output is not None and output != STDIN:
            with WholeFile(output) as file:
                for data in _encoded(text):
                    file.write(data)
        elif self._streams:
            say("".join(text).rstrip("\n"))
        else:
            for data in _encoded(text):
                write_stdout(data)

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


def _encoded(text: Iterable[str]) -> Iterator[bytes]:
    """The bytes of a text that comes in pieces, many pieces at once."""
    held: list[str] = []
    size = 0
    for piece in text:
        held.append(piece)
        size += len(piece)
        if size > _PIECE:
            yield "".join(held).encode("utf-8", "surrogatepass")
            held, size = [], 0
    yield "".join(held).encode("utf-8", "surrogatepass")


def _baseline(path: str) -> Baseline:
    """The baseline that is written anew, with what it knows of other inputs."""
    from converter.linter.baseline import read

    return read(path, needed=False)
