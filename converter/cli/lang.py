"""The language of messages; alone here, so that the bare help imports nothing else."""

from __future__ import annotations

import click
from click.core import ParameterSource

from converter.cli.plain import LANG_VARIABLE


def inherit(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """The language of the command, or, where it names none, of ``gongwen --lang`` before it."""
    named = context.get_parameter_source("lang") is not ParameterSource.DEFAULT
    outer = context.parent.params.get("lang") if context.parent else None
    return value if named or outer is None else str(outer)


lang_option = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default="zh",
    envvar=LANG_VARIABLE,
    callback=inherit,
    help="提示信息用中文（zh）还是英文（en）。",
)
