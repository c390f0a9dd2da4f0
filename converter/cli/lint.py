"""``gongwen lint``: the lint report of drafts, and their fixes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter.bilingual import Lang, Text
from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import (
    element_options,
    fail_on_choice,
    inputs_argument,
    output_option,
    reading_options,
)
from converter.cli.progress import counted, say
from converter.errors import ConverterError
from converter.findings import Severity
from converter.inputs import STDIN, expand, fetch, parse, read_metadata, source_of, suffix_of
from converter.linter.reports import FORMATS, Report, renderer
from converter.linter.ruleset import Ruleset, selected
from converter.linting import findings_in
from converter.output import write, write_stdout
from converter.profiles.choice import Choice, choice
from converter.readers import is_json

if TYPE_CHECKING:
    from converter.metadata.statement import Statement

_FIXED = Text("{name}：改了 {count} 处", "{name}: {count} edits made")


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
@click.option(
    "--select",
    multiple=True,
    metavar="规则",
    help="只用这些规则：编号、编号开头或名称，逗号分隔。",
)
@click.option("--ignore", multiple=True, metavar="规则", help="不用这些规则。")
@click.option(
    "--fail-on",
    type=fail_on_choice,
    default="error",
    help="有这一级以上的问题时退出码为 1，默认 error。",
)
@click.option("--fix", "mode", flag_value="fix", help="改好能安全修改的问题，再报告其余的。")
@click.option("--diff", "mode", flag_value="diff", help="只显示会怎样修改，不改文件。")
@click.option("--unsafe-fixes", is_flag=True, help="连可能改变意思的修改也做。")
@element_options
@reading_options
@lang_option
def command(
    inputs: tuple[str, ...],
    format_name: str,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    mode: str | None,
    unsafe_fixes: bool,
    meta: tuple[str, ...],
    settings: tuple[str, ...],
    profile: str | None,
    encoding: str | None,
    max_size: int,
    lang: Lang,
) -> int:
    """检查稿件的结构：缺哪一部分、哪里断号、哪里没填，指出行、列和原因。

    \b
    例：
      gongwen lint 稿.txt
      gongwen lint 稿件夹/ --format json -o 报告.json
      gongwen lint 稿.txt --select S,H2 --ignore missing-date --fail-on warning
      gongwen lint 稿.txt --diff
    """
    job = _Job(
        selected(_names(select), _names(ignore)),
        choice(profile),
        encoding,
        read_metadata(meta, settings),
        mode or ("fix" if unsafe_fixes else None),
        unsafe_fixes,
        Report(lang),
    )
    failed = False
    for name in counted(expand(inputs), "正在检查第"):
        try:
            job.take(name, fetch(name, max_size))
        except ConverterError as error:
            failed = True
            say(f"gongwen: {error.line(lang)}")
    if job.report.paths and job.mode != "diff":
        text = renderer(format_name)(job.report)
        if output is not None and output != STDIN:
            write(Path(output), text.encode("utf-8", "surrogatepass"))
        elif job.streams:
            say(text.rstrip("\n"))
        else:
            write_stdout(text.encode("utf-8", "surrogatepass"))
    return 2 if failed else int(_reaches(job.report, fail_on))


@dataclass(slots=True)
class _Job:
    """One call of ``lint``. ``stated`` counts more than the metadata of the drafts; ``mode`` is
    ``fix``, ``diff`` or None; ``streams`` tells whether a draft from standard input, put right,
    went to standard output."""

    ruleset: Ruleset
    choice: Choice
    encoding: str | None
    stated: Statement
    mode: str | None
    unsafe: bool
    report: Report
    streams: bool = False

    def take(self, name: str, data: bytes) -> None:
        """Checks one input, after putting it right if that is asked for."""
        if self.mode and not is_json(suffix_of(name), data):
            data = self._put_right(name, data)
        item = parse(name, data, self.choice, self.encoding, self.stated)
        source = source_of(name, data, self.encoding)
        found = findings_in(
            item.documents, self.choice, self.ruleset, name, self.report.lang, source
        )
        self.report.add(name, len(item.documents), found)

    def _put_right(self, name: str, data: bytes) -> bytes:
        """The bytes after the fixes, which are written back; for a diff, the bytes as they are."""
        from converter.linting import fix

        fixed = fix(
            data, name, self.choice, self.ruleset, unsafe=self.unsafe, encoding=self.encoding
        )
        if self.mode == "diff":
            write_stdout(fixed.diff(name).encode("utf-8", "surrogatepass"))
            return data
        if name == STDIN:
            self.streams = True
            write_stdout(fixed.data)
        elif fixed.edits:
            write(Path(name), fixed.data)
        if fixed.edits:
            say(_FIXED.get(self.report.lang).format(name=name, count=fixed.edits))
        return fixed.data


def _names(values: tuple[str, ...]) -> list[str]:
    return [name for value in values for name in value.split(",") if name.strip()]


def _reaches(report: Report, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    limit = Severity(fail_on).rank
    return any(finding.severity.rank <= limit for finding in report.findings)
