"""``gongwen explain``: one rule, with a bad and a good example."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.linter.catalogue import explain
from converter.linter.registry import find
from converter.output import write_stdout

if TYPE_CHECKING:
    from converter.bilingual import Lang


@click.command("explain", cls=Command)
@click.argument("rule", metavar="规则")
@lang_option
def command(rule: str, lang: Lang) -> int:
    """解释一条规则：什么错、为什么、依据、能否自动改、选项、反例和正例。规则可写编号（S104）或名称。

    \b
    例：
      gongwen explain S104
      gongwen explain numbering-gap
    """
    text = "\n".join(explain(found, lang) for found in find(rule))
    write_stdout(text.encode("utf-8"))
    return 0
