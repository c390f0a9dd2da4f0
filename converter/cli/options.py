"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from converter.inputs import LARGEST
from converter.linter.reports import FORMATS
from converter.readers import LARGEST_UNPACKED

F = TypeVar("F", bound=Callable[..., Any])
inputs_argument = click.argument("inputs", metavar="输入...", nargs=-1, required=True)


profile_option = click.option(
    "--profile",
    metavar="名称|文件",
    help="报告类型：应有哪些部分、用哪些词点明；默认看标题。",
)


def config_options(command: F) -> F:
    """The options that say where the configuration is: ``config``, ``isolated``."""
    for option in (
        click.option(
            "--no-config", "--isolated", "isolated", is_flag=True, help="不读任何配置文件。"
        ),
        click.option(
            "--config",
            metavar="文件",
            help="配置文件；默认从输入所在的文件夹往上找 gongwen.toml。",
        ),
    ):
        command = option(command)
    return command


def limit_options(command: F) -> F:
    """The options that say how large inputs may be: ``max_size``, ``max_unpacked``."""
    for option in (
        click.option(
            "--max-unpacked",
            type=click.IntRange(min=1),
            default=LARGEST_UNPACKED,
            metavar="MiB",
            help=f"Word 文件解压后文字部分的大小上限，默认 {LARGEST_UNPACKED} MiB。",
        ),
        click.option(
            "--max-size",
            type=click.IntRange(min=1),
            default=LARGEST,
            metavar="MiB",
            help=f"输入文件的大小上限，默认 {LARGEST} MiB。",
        ),
    ):
        command = option(command)
    return command


def reading_options(command: F) -> F:
    """The options of every command that reads drafts: ``profile``, ``encoding``, ``max_size``,
    ``max_unpacked``, and those of :func:`config_options`."""
    command = limit_options(config_options(command))
    for option in (
        click.option("--encoding", metavar="名称", help="输入的编码；不写则自动识别。"),
        profile_option,
    ):
        command = option(command)
    return command


def element_options(command: F) -> F:
    """The options that state elements of the document: ``meta``, ``settings``."""
    for option in (
        click.option(
            "--set",
            "settings",
            multiple=True,
            metavar="键=值",
            help="一项元数据，如 密级=机密；可重复，比 --meta 和稿首的元数据优先。",
        ),
        click.option(
            "--meta",
            multiple=True,
            metavar="文件",
            help="元数据文件（.yaml、.json 或 .toml），比稿首的元数据优先；可重复，后面的优先。",
        ),
    ):
        command = option(command)
    return command


def layout_options(command: F) -> F:
    """The options of how documents are set: ``layout``, ``pictures``."""
    for option in (
        click.option(
            "--pictures",
            metavar="文件夹",
            help="图片的相对路径从哪里算起；默认是输入所在的文件夹。",
        ),
        click.option(
            "--layout",
            metavar="名称|文件",
            help="版式：report（默认）、official、letter、order、minutes，或一个版式文件。",
        ),
    ):
        command = option(command)
    return command


def corpus_options(command: F) -> F:
    """The options of a run over a corpus into a folder: ``resume``, ``redo``, ``prune``,
    ``strict``, and those of :func:`crew_options`."""
    for option in (
        click.option("--strict", is_flag=True, help="遇到第一份做不成的稿件就停下，退出码为 2。"),
        click.option("--prune", is_flag=True, help="移除已经不在的稿件留下的结果。"),
        click.option("--redo", is_flag=True, help="全部重做，没有变化的也不例外。"),
        click.option("--resume", is_flag=True, help="接着做中断的那次；选项要和那次一样。"),
    ):
        command = option(command)
    return crew_options(command)


def crew_options(command: F) -> F:
    """The options that say who works: ``jobs``, ``scheduler``."""
    for option in (
        click.option(
            "--scheduler",
            metavar="地址",
            help="由 Dask 集群来做：调度器的地址，如 tcp://主机:8786。",
        ),
        click.option(
            "-j",
            "--jobs",
            type=click.IntRange(min=1),
            metavar="数目",
            help="几个进程同时做；默认有几个处理器就几个，稿件很少时一个。",
        ),
    ):
        command = option(command)
    return command


def output_option(help_text: str) -> Callable[[F], F]:
    """The ``-o`` option, ``-`` being standard output."""
    return click.option("-o", "--output", metavar="输出", help=help_text)


def report_options(command: F) -> F:
    """The options of a lint report: ``format_name``, ``output``, ``fail_on``, ``baseline``,
    ``write_baseline``, ``statistics``, ``colour``, and those of :func:`rule_options`."""
    for option in (
        click.option(
            "--color",
            "colour",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            help="报告用不用颜色；默认在终端上用。",
        ),
        click.option("--statistics", is_flag=True, help="只报每条规则有多少处（text 或 json）。"),
        click.option(
            "--write-baseline",
            metavar="文件",
            help="把现有的问题都记进基线文件，以后只报新的。",
        ),
        click.option("--baseline", metavar="文件", help="不报告这个基线文件里已知的问题。"),
        click.option(
            "--fail-on",
            type=fail_on_choice,
            help="有这一级以上的问题时退出码为 1，默认 error。",
        ),
        rule_options,
        output_option("报告写到文件；默认标准输出。"),
        click.option(
            "--format",
            "format_name",
            type=click.Choice(list(FORMATS)),
            default="text",
            help="报告格式，默认 text。",
        ),
    ):
        command = option(command)
    return command


def rule_options(command: F) -> F:
    """The options that say which rules run: ``select``, ``ignore``, ``severity``."""
    for option in (
        click.option(
            "--severity",
            multiple=True,
            metavar="规则=级别",
            help="改一条或一组规则的级别：error、warning、info，off 为不用；可重复。",
        ),
        click.option("--ignore", multiple=True, metavar="规则", help="不用这些规则。"),
        click.option(
            "--select",
            multiple=True,
            metavar="规则",
            help="只用这些规则：编号、编号开头或名称，逗号分隔。",
        ),
    ):
        command = option(command)
    return command


fail_on_choice = click.Choice(["error", "warning", "info", "never"])
