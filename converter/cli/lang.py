"""The language of messages; alone here, so that the bare help imports nothing else."""

from __future__ import annotations

import click

LANG_VARIABLE = "GONGWEN_LANG"

lang_option = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default="zh",
    envvar=LANG_VARIABLE,
    help="提示信息用中文（zh）还是英文（en）。",
)
