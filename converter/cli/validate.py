"""``gongwen validate``: drafts and JSON documents against the JSON Schema."""

from __future__ import annotations

from typing import Any

import click

from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import element_options, inputs_argument, reading_options
from converter.commands.validate import Options, run


@click.command("validate", cls=Command)
@inputs_argument
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    help="结果格式，默认 text。",
)
@element_options
@reading_options
@lang_option
def command(**given: Any) -> int:
    """对照标准结构（JSON Schema）校验：稿件先解析，JSON 直接校验。不合格时退出码为 1。

    \b
    例：
      gongwen validate 稿.txt
      gongwen validate 报告.json --format json
    """
    return run(Options(**given))
