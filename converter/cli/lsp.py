"""``gongwen lsp``: the language server, for editors."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from converter.bilingual import Text
from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.errors import UsageError

if TYPE_CHECKING:
    from converter.bilingual import Lang


@click.command("lsp", cls=Command)
@click.option("--config", metavar="文件", help="配置文件；不写则用离稿件最近的 gongwen.toml。")
@click.option("--no-config", "isolated", is_flag=True, help="不读任何配置文件。")
@lang_option
def command(config: str | None, isolated: bool, lang: Lang) -> int:
    """语言服务器：在编辑器里边写边检查，经标准输入输出与编辑器通信。

    要另装 pip install "gongwen[lsp]"。编辑器怎样设置见 docs/editors.md。

    \b
    例：
      gongwen lsp
      gongwen lsp --config 本单位.toml
    """
    if find_spec("pygls") is None:
        raise UsageError(
            Text("没有安装语言服务器要用的 pygls", "pygls, which the server needs, is missing"),
            todo=Text('请运行 pip install "gongwen[lsp]"', 'run pip install "gongwen[lsp]"'),
        )
    from converter.editor.server import create_server

    create_server(isolated, config, lang).start_io()
    return 0
