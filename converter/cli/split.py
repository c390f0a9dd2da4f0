"""``gongwen split``: compilations into one clean text a report, with a manifest."""

from __future__ import annotations

from typing import Any

import click

from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import corpus_options, inputs_argument, output_option, reading_options
from converter.commands.split import Options, run


@click.command("split", cls=Command)
@inputs_argument
@output_option("放结果的文件夹。")
@corpus_options
@reading_options
@lang_option
def command(**given: Any) -> int:
    """把汇编拆成一份份干净的文本，另写 manifest.json：标题、起止行、删去了什么、为什么。

    几份汇编或文件夹：每份在输出文件夹里有自己的文件夹，名称同它在原文件夹里的位置。

    \b
    例：
      gongwen split 汇编.txt -o 各篇/
      gongwen split 汇编夹/ -o 各篇/ --jobs 4
    """
    return run(Options(**given))
