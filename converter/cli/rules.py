"""``gongwen rules``: the catalogue of rules."""

from __future__ import annotations

import json

import click

from converter.bilingual import Lang
from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.linter.catalogue import as_json, as_markdown, as_text
from converter.output import write_stdout


@click.command("rules", cls=Command)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    help="格式，默认 text。",
)
@lang_option
def command(format_name: str, lang: Lang) -> int:
    """列出全部检查规则：编号、名称、级别、说明。"""
    if format_name == "json":
        text = json.dumps(as_json(lang), ensure_ascii=False, indent=1) + "\n"
    elif format_name == "markdown":
        text = as_markdown(lang)
    else:
        text = as_text(lang)
    write_stdout(text.encode("utf-8"))
    return 0
