"""``gongwen report``: the picture of a corpus."""

from __future__ import annotations

from typing import Any

import click

from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import output_option
from converter.commands.report import Options, run


@click.command("report", cls=Command)
@click.argument("folder", metavar="输出文件夹")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["html", "json"]),
    default="html",
    help="总览的格式，默认 html；json 有每一份报告。",
)
@click.option("--html", "format_name", flag_value="html", help="同 --format html。")
@output_option("写到文件，“-”为标准输出；默认是输出文件夹里的 report.html（或 report.json）。")
@click.option(
    "--job", type=int, metavar="编号", help="哪个任务；默认最近的一个，见 gongwen status。"
)
@click.option(
    "--no-lint", "recorded", is_flag=True, help="只用已经记下的问题，不检查没有查过的稿件。"
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="数目",
    help="几个进程同时检查；默认有几个处理器就几个。",
)
@lang_option
def command(**given: Any) -> int:
    """画出整批稿件的总览：每份报告有哪些部分、缺哪些，问题按规则、单位、年份各有多少，哪些没有做成。

    转换时没有用 --lint 检查过的稿件，现在检查，并记进清单，下次就快了。

    \b
    例：
      gongwen report out/ --html
      gongwen report out/ --html -o 总览.html
      gongwen report out/ --format json -o -
    """
    return run(Options(**given))
