"""``gongwen convert``: drafts in, documents out."""

from __future__ import annotations

from typing import Any

import click

from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import (
    corpus_options,
    element_options,
    fail_on_choice,
    inputs_argument,
    layout_options,
    output_option,
    reading_options,
)
from converter.commands.convert import Options, run
from converter.writers import FORMATS


@click.command("convert", cls=Command)
@inputs_argument
@output_option("输出文件或文件夹；“-”为标准输出。几份报告时是文件夹，每份一个文件。")
@click.option(
    "--to",
    "format_name",
    type=click.Choice([*FORMATS, "parquet"]),
    help="输出格式；默认看输出文件的后缀，否则 docx。",
)
@layout_options
@element_options
@click.option("--fail-on", type=fail_on_choice, help="有这一级以上的问题时，退出码为 1。")
@click.option("-q", "--quiet", is_flag=True, help="不报告各份的情况。")
@click.option(
    "--annotate", is_flag=True, help="不转换，而是把检查出的问题作为批注写进 Word 稿的副本。"
)
@click.option(
    "--track", is_flag=True, help="不转换，而是把能改的地方作为修订写进 Word 稿的副本，逐条接受。"
)
@click.option("--unsafe-fixes", is_flag=True, help="和 --track 一起用：连可能改变意思的修改也写。")
@click.option(
    "--changes",
    metavar="文件",
    help="列出 Word 稿的版式改了什么、什么没有带过来（.json 或文本）。",
)
@click.option("--lint", "linting", is_flag=True, help="同时检查，把问题记进输出文件夹的清单。")
@corpus_options
@reading_options
@lang_option
def command(**given: Any) -> int:
    """把文字稿、Word 稿、Markdown 稿（或 gongwen 的 JSON）转换成公文格式的 Word 文档等。

    输入可以是文件、文件夹或“-”（标准输入）。汇编会自动拆开，目录、广告不写入结果，但会记录在案。
    Word 稿重排成公文格式，稿子自己不改写：不写 -o 时结果叫 稿-公文.docx。
    红头文件等的要素写在稿首两行“---”之间、--meta 文件里或用 --set，名称见 gongwen schema metadata。

    \b
    例：
      gongwen convert 汇编.txt -o out/
      gongwen convert 稿.txt -o 稿.docx
      gongwen convert 总结.docx -o 公文.docx --changes 改动.txt
      gongwen convert 总结.docx --annotate
      gongwen convert 稿.txt --to json -o -
      gongwen convert 稿件夹/ --to jsonl -o 全部.jsonl
      gongwen convert 稿.txt -o 稿.docx --layout official --meta 要素.yaml
      gongwen convert 稿.txt -o 稿.pdf --set 发文机关=云岭县水务局 --set 密级=秘密
    """
    return run(Options(**given))
