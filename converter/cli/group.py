"""The command line as click reads it: ``gongwen`` itself, and how its complaints are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from converter.cli.help import LazyGroup, one_line
from converter.cli.lang import lang_option
from converter.commands.progress import say

if TYPE_CHECKING:
    from converter.bilingual import Lang


@click.group(cls=LazyGroup, invoke_without_command=True)
@lang_option
@click.option("--version", is_flag=True, help="显示版本。")
@click.pass_context
def cli(context: click.Context, lang: str, version: bool) -> None:
    """把工作总结、工作计划的稿子变成规范的 Word 文档，检查结构缺项和 Word 文件的版式。

    \b
    常用：
      gongwen convert 汇编.txt -o out/        每份报告一个 Word 文件
      gongwen convert 稿.txt -o 稿.docx       一份报告
      gongwen convert 稿.txt --to json -o -   结构化数据
      gongwen convert 总结.docx               Word 稿重排成公文格式
      gongwen lint 稿.txt                     检查结构，指出位置和原因
      gongwen check 总结.docx                 检查 Word 文件的版式
      gongwen validate 稿.txt                 对照标准结构校验
    """
    if version:
        from converter import __version__

        click.echo(f"gongwen {__version__}")
    elif context.invoked_subcommand is None:
        click.echo(context.get_help())


def run(args: list[str], lang: Lang) -> int:
    """Runs one command line and returns its exit code; usage errors are told in one line. Raises
    ConverterError, KeyboardInterrupt and whatever else a command does."""
    try:
        result = cli.main(args=args, prog_name="gongwen", standalone_mode=False)
    except click.exceptions.Exit as error:
        return int(error.exit_code)
    except click.ClickException as error:
        say(f"gongwen: {one_line(error, lang)}")
        return 2
    except click.Abort as error:
        raise KeyboardInterrupt from error
    return result if isinstance(result, int) else 0
