"""``gongwen split``: a compilation into one clean text a report, with a manifest."""

from __future__ import annotations

from typing import Any

import click

from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import output_option, reading_options
from converter.commands.split import Options, run


@click.command("split", cls=Command)
@click.argument("compilation", metavar="汇编")
@output_option("放结果的文件夹。")
@reading_options
@lang_option
def command(**given: Any) -> int:
    """把汇编拆成一份份干净的文本，另写 manifest.json：标题、起止行、删去了什么、为什么。

    \b
    例：
      gongwen split 汇编.txt -o 各篇/
    """
    return run(Options(**given))
