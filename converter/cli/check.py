"""``gongwen check``: the look of Word files, held against the official format, and their text."""

from __future__ import annotations

from typing import Any

import click

from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import (
    config_options,
    crew_options,
    element_options,
    inputs_argument,
    limit_options,
    profile_option,
    report_options,
)
from converter.commands.check import Options, run


@click.command("check", cls=Command)
@inputs_argument
@click.option(
    "--layout",
    metavar="名称|文件",
    help="对照哪一种版式：report、official、letter、order、minutes，或一个版式文件；默认看文件本身。",
)
@click.option(
    "--render",
    is_flag=True,
    help="用 LibreOffice 排出页面，指出每一处在第几页第几行。",
)
@report_options
@element_options
@crew_options
@profile_option
@limit_options
@config_options
@lang_option
def command(**given: Any) -> int:
    """检查 Word 文件的版式合不合 GB/T 9704-2012，同时检查文字。

    纸张、页边距、行数、字数、字体、字号、缩进、行距、版头、版记、页码，凡是能从文件读出来的都查；
    样式、自动编号、主题字体先按 Word 的办法算出来。规则是 F 组，见 docs/rules/。

    \b
    例：
      gongwen check 总结.docx
      gongwen check 总结.docx --render
      gongwen check 发文/ --format html -o 报告.html
      gongwen check 报告.docx --layout official --fail-on warning
    """
    return run(Options(**given))
