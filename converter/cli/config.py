"""``gongwen config``: what is in force for an input, and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import config_options, rule_options
from converter.commands.configured import Configured
from converter.output import write_stdout

if TYPE_CHECKING:
    from converter.bilingual import Lang


@click.command("config", cls=Command)
@click.argument("name", metavar="[输入]", default="-")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    help="格式，默认 text。",
)
@rule_options
@config_options
@lang_option
def command(
    name: str,
    format_name: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: tuple[str, ...],
    config: str | None,
    isolated: bool,
    lang: Lang,
) -> int:
    """列出对一个输入起作用的配置：每一项的值和出处（哪个文件的哪一项，还是默认）。

    输入不必存在；不写时是当前文件夹。

    \b
    例：
      gongwen config 稿.txt
      gongwen config 归档/2020.txt --format json
    """
    from converter.configuration.account import as_json, as_text

    configured = Configured(config, isolated, select=select, ignore=ignore, severity=severity)
    configuration = configured.of(name)
    if format_name == "json":
        text = as_json(name, configuration)
    else:
        text = as_text(name, configuration, lang)
    write_stdout(text.encode("utf-8", "surrogatepass"))
    return 0
