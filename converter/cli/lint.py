"""``gongwen lint``: the lint report of drafts, and their fixes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from converter.bilingual import Lang, Text
from converter.cli.configured import Configured, reaches
from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import (
    element_options,
    fail_on_choice,
    inputs_argument,
    output_option,
    reading_options,
    rule_options,
)
from converter.cli.progress import counted, say
from converter.errors import ConfigurationError, ConverterError, UsageError
from converter.findings import Finding
from converter.inputs import STDIN, fetch, parse, read_metadata, source_of, suffix_of
from converter.linter.reports import FORMATS, Report, renderer
from converter.linter.reports.colour import When, wanted
from converter.output import write, write_stdout
from converter.readers import is_json

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


@click.command("lint", cls=Command)
@inputs_argument
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="报告格式，默认 text。",
)
@output_option("报告写到文件；默认标准输出。")
@rule_options
@click.option(
    "--fail-on",
    type=fail_on_choice,
    help="有这一级以上的问题时退出码为 1，默认 error。",
)
@click.option("--fix", "fixing", is_flag=True, help="改好能安全修改的问题，再报告其余的。")
@click.option("--diff", is_flag=True, help="只显示会怎样修改，不改文件。")
@click.option(
    "--unsafe-fixes", is_flag=True, help="和 --fix、--diff 一起用：连可能改变意思的修改也做。"
)
@click.option("--baseline", metavar="文件", help="不报告这个基线文件里已知的问题。")
@click.option("--write-baseline", metavar="文件", help="把现有的问题都记进基线文件，以后只报新的。")
@click.option("--statistics", is_flag=True, help="只报每条规则有多少处（text 或 json）。")
@click.option(
    "--color",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="报告用不用颜色；默认在终端上用。",
)
@element_options
@reading_options
@lang_option
def command(
    inputs: tuple[str, ...],
    format_name: str,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: tuple[str, ...],
    fail_on: str | None,
    fixing: bool,
    diff: bool,
    unsafe_fixes: bool,
    baseline: str | None,
    write_baseline: str | None,
    statistics: bool,
    colour: When,
    meta: tuple[str, ...],
    settings: tuple[str, ...],
    profile: str | None,
    encoding: str | None,
    max_size: int,
    config: str | None,
    isolated: bool,
    lang: Lang,
) -> int:
    """检查稿件的结构：缺哪一部分、哪里断号、哪里没填，指出行、列和原因。

    规则的选用、级别和选项可写进 gongwen.toml，个别地方可在稿中注明忽略，见 docs/linting.md。

    \b
    例：
      gongwen lint 稿.txt
      gongwen lint 稿件夹/ --format json -o 报告.json
      gongwen lint 稿.txt --select S,H2 --ignore missing-date --fail-on warning
      gongwen lint 稿.txt --diff
      gongwen lint 存档/ --write-baseline 基线.json
    """
    if statistics and format_name not in ("text", "json"):
        raise UsageError(
            Text("--statistics 只有 text 和 json 两种格式", "--statistics is text or json only")
        )
    if unsafe_fixes and not (fixing or diff):
        raise UsageError(
            Text(
                "--unsafe-fixes 要和 --fix 或 --diff 一起用",
                "--unsafe-fixes goes with --fix or --diff",
            )
        )
    configured = Configured(
        config,
        isolated,
        profile=profile,
        encoding=encoding,
        fail_on=fail_on,
        baseline=baseline,
        select=select,
        ignore=ignore,
        severity=severity,
    )
    to_screen = output in (None, STDIN) and format_name == "text" and not statistics
    job = _Job(
        configured,
        read_metadata(meta, settings),
        "diff" if diff else "fix" if fixing else None,
        unsafe_fixes,
        Report(lang, colour=to_screen and wanted(colour, sys.stdout, os.environ)),
        write_baseline,
    )
    for name in counted(configured.inputs(inputs), "正在检查第"):
        job.check(name, max_size)
    job.report.stale = sum(count for _, count in configured.stale())
    if job.report.paths and job.mode != "diff":
        job.write(_rendered(job.report, format_name, statistics), output)
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
