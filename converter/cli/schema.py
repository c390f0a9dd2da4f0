"""``gongwen schema``: the published JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.output import write_stdout
from converter.profiles import names as profile_names
from converter.schema import DEFAULT, published, text_for

if TYPE_CHECKING:
    from converter.bilingual import Lang


@click.command("schema", cls=Command)
@click.argument("name", metavar="[名称]", default=DEFAULT)
@click.option("--profile", metavar="文件", help="由自定的报告类型文件生成。")
@lang_option
def command(name: str, profile: str | None, lang: Lang) -> int:
    """输出 JSON Schema（Draft 2020-12）：报告的（名称是报告类型，默认 work-report），或 metadata
    （元数据）、layout（版式文件）的。

    \b
    例：
      gongwen schema metadata
      gongwen schema openness
      gongwen schema > work-report.schema.json
      gongwen schema --profile 本单位.toml
    """
    if profile is not None and profile not in profile_names():
        text = text_for(profile)
    else:
        text = published(profile or name)
    write_stdout(text.encode("utf-8"))
    return 0
