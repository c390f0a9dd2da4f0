"""``gongwen status``: how the jobs of an output folder stand."""

from __future__ import annotations

from typing import Any

import click

from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.commands.status import Options, run


@click.command("status", cls=Command)
@click.argument("output", metavar="输出文件夹")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    help="列表的格式，默认 text；json 有全部内容。",
)
@click.option("--failed", is_flag=True, help="只列没有做成的稿件。")
@click.option("--all", "every", is_flag=True, help="稿件再多也逐份列出。")
@click.option("--job", type=int, metavar="编号", help="只看这个任务；默认全部。")
@lang_option
def command(**given: Any) -> int:
    """列出输出文件夹里的任务和每份稿件的情况：做成没有、几份报告、几处问题、失败的原因。

    看的是 convert 写下的清单（manifest.sqlite）；正在运行时也可以看。

    \b
    例：
      gongwen status out/
      gongwen status out/ --failed
      gongwen status out/ --format json
    """
    return run(Options(**given))
