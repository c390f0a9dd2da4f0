"""``gongwen lint``: the lint report of drafts, and their fixes."""

from __future__ import annotations

from typing import Any

import click

from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import (
    crew_options,
    element_options,
    inputs_argument,
    reading_options,
    report_options,
)
from converter.commands.lint import Options, run


@click.command("lint", cls=Command)
@inputs_argument
@report_options
@click.option("--fix", "fixing", is_flag=True, help="改好能安全修改的问题，再报告其余的。")
@click.option("--diff", is_flag=True, help="只显示会怎样修改，不改文件。")
@click.option(
    "--unsafe-fixes", is_flag=True, help="和 --fix、--diff 一起用：连可能改变意思的修改也做。"
)
@element_options
@crew_options
@reading_options
@lang_option
def command(**given: Any) -> int:
    """检查稿件的结构：缺哪一部分、哪里断号、哪里没填，指出行、列和原因。

    规则的选用、级别和选项可写进 gongwen.toml，个别地方可在稿中注明忽略，见 docs/linting.md。

    \b
    例：
      gongwen lint 稿.txt
      gongwen lint 稿件夹/ --format json -o 报告.json
      gongwen lint 稿.txt --select S,H2 --ignore missing-date --fail-on warning
      gongwen lint 稿.txt --diff
      gongwen lint 存档/ --write-baseline 基线.json

    Word 文件的版式用 gongwen check 检查。
    """
    return run(Options(**given))
