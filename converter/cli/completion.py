"""``gongwen completion``: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from converter.cli.help import Command
from converter.output import write_stdout


@click.command("completion", cls=Command)
@click.argument(
    "shell", metavar="[bash|zsh|fish]", type=click.Choice(["bash", "zsh", "fish"]), default="bash"
)
@click.pass_context
def command(context: click.Context, shell: str) -> int:
    """输出自动补全脚本。

    \b
    例：
      gongwen completion bash >> ~/.bashrc
      gongwen completion zsh >> ~/.zshrc
    """
    root = context.find_root().command
    maker = get_completion_class(shell)
    if maker is None:
        raise click.BadParameter(shell)
    write_stdout(maker(root, {}, "gongwen", "_GONGWEN_COMPLETE").source().encode())
    return 0
