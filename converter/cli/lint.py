"""``gongwen lint``: the lint report of drafts."""

from __future__ import annotations

from pathlib import Path

import click

from converter.bilingual import Lang
from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import fail_on_choice, inputs_argument, output_option, reading_options
from converter.cli.progress import counted, say
from converter.errors import ConverterError
from converter.findings import Finding, Severity
from converter.inputs import read_all
from converter.linter.engine import check
from converter.linter.registry import choose
from converter.linter.reports import FORMATS, Report, renderer
from converter.output import write, write_stdout
from converter.profiles import load


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
    "--select", multiple=True, metavar="规则", help="只用这些规则：编号、编号开头或名称，逗号分隔。"
)
@click.option("--ignore", multiple=True, metavar="规则", help="不用这些规则。")
@click.option(
    "--fail-on",
    type=fail_on_choice,
    default="error",
    help="有这一级以上的问题时退出码为 1，默认 error。",
)
@reading_options
@lang_option
def command(
    inputs: tuple[str, ...],
    format_name: str,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    profile: str,
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
    """
    rules = choose(_names(select), _names(ignore))
    kind = load(profile)
    report = Report(lang)
    failed = False
    for item in counted(read_all(inputs, kind, encoding, max_size), "正在检查第"):
        if isinstance(item, ConverterError):
            failed = True
            say(f"gongwen: {item.line(lang)}")
            continue
        found: list[Finding] = []
        for document in item.documents:
            found += check(document, kind, rules, item.name, lang)
        report.add(len(item.documents), found)
    if failed and not report.inputs:
        return 2
    data = renderer(format_name)(report).encode("utf-8", "surrogatepass")
    if output is None or output == "-":
        write_stdout(data)
    else:
        write(Path(output), data)
    return 2 if failed else int(_reaches(report, fail_on))


def _names(values: tuple[str, ...]) -> list[str]:
    return [name for value in values for name in value.split(",") if name.strip()]


def _reaches(report: Report, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    limit = Severity(fail_on).rank
    return any(finding.severity.rank <= limit for finding in report.findings)
