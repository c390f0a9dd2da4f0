"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from converter.inputs import LARGEST
from converter.profiles import DEFAULT

F = TypeVar("F", bound=Callable[..., Any])
inputs_argument = click.argument("inputs", metavar="输入...", nargs=-1, required=True)


def reading_options(command: F) -> F:
    """The options of every command that reads drafts: ``profile``, ``encoding``, ``max_size``."""
    for option in (
        click.option(
            "--max-size",
            type=click.IntRange(min=1),
            default=LARGEST,
            metavar="MiB",
            help=f"输入文件的大小上限，默认 {LARGEST} MiB。",
        ),
        click.option("--encoding", metavar="名称", help="输入的编码；不写则自动识别。"),
        click.option(
            "--profile",
            default=DEFAULT,
            metavar="名称|文件",
            help=f"报告类型：应有哪些部分、用哪些词点明；默认 {DEFAULT}。",
        ),
    ):
        command = option(command)
    return command


def output_option(help_text: str) -> Callable[[F], F]:
    """The ``-o`` option, ``-`` being standard output."""
    return click.option("-o", "--output", metavar="输出", help=help_text)


fail_on_choice = click.Choice(["error", "warning", "info", "never"])
