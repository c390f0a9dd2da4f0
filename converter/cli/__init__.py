"""The command line: arguments in, one call, exit code out.

0 done; 1 findings at or above the threshold, or not valid; 2 could not do it. Each command is a
module of its own, imported only when it is called.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from converter.bilingual import Lang, Text
from converter.cli.help import LazyGroup, one_line
from converter.cli.lang import LANG_VARIABLE, lang_option
from converter.errors import ConverterError

_INTERRUPTED = Text("已中断", "interrupted")
_NO_MEMORY = Text("内存不够：请把输入拆开", "out of memory: split the input")
_FAULT = Text(
    "程序出错，请把这一行和稿子告诉维护者：{told}",
    "a fault of the program; tell its maintainers this line and the draft: {told}",
)
_COLLECTED_AFTER = 200_000
"""So many new objects before a search for cycles, of which we make next to none: a short command
would spend a tenth of its time on it."""


@click.group(cls=LazyGroup, invoke_without_command=True)
@lang_option
@click.option("--version", is_flag=True, help="显示版本。")
@click.pass_context
def cli(context: click.Context, lang: str, version: bool) -> None:
    """把工作总结、工作计划的文字稿变成规范的 Word 文档，并检查结构缺项。

    \b
    常用：
      gongwen convert 汇编.txt -o out/        每份报告一个 Word 文件
      gongwen convert 稿.txt -o 稿.docx       一份报告
      gongwen convert 稿.txt --to json -o -   结构化数据
      gongwen lint 稿.txt                     检查结构，指出位置和原因
      gongwen validate 稿.txt                 对照标准结构校验
    """
    if version:
        from converter import __version__

        click.echo(f"gongwen {__version__}")
    elif context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(args: Sequence[str] | None = None) -> NoReturn:
    """The console script: runs the command and exits. Never lets a traceback out."""
    gc.set_threshold(_COLLECTED_AFTER)
    given = sys.argv[1:] if args is None else list(args)
    try:
        code = run(given)
    except Exception as error:  # Exit code 1 would say that the draft is at fault.
        code = _fail(_FAULT.get(_lang(given)).format(told=_told(error)))
    _leave(code)


def _leave(code: int) -> NoReturn:
    """Ends the process at once: to take all modules and objects apart first, as the interpreter
    does, takes as long as to read a report. It is left to do so where something is still to be
    done at the end: what is registered for that has imported ``atexit``, or is a thread."""
    threads = sys.modules.get("threading")
    if "atexit" not in sys.modules and (threads is None or threads.active_count() == 1):
        try:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
        except (AttributeError, OSError, ValueError):
            sys.exit(code)  # a stream that is closed, or None: the interpreter's business
        os._exit(code)
    sys.exit(code)


def run(args: list[str]) -> int:
    """Runs one command line and returns its exit code."""
    lang = _lang(args)
    try:
        result = cli.main(args=args, prog_name="gongwen", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except ConverterError as error:
        return _fail(error.line(lang))
    except click.exceptions.Exit as error:
        return int(error.exit_code)
    except click.ClickException as error:
        return _fail(one_line(error, lang))
    except (click.Abort, KeyboardInterrupt):
        return _fail(_INTERRUPTED.get(lang))
    except MemoryError:
        return _fail(_NO_MEMORY.get(lang))
    except BrokenPipeError:
        # Whoever read our output has gone; nothing more can or need be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _fail(line: str) -> int:
    click.echo(f"gongwen: {line}", err=True)
    return 2


def _told(error: Exception) -> str:
    """An exception that nobody foresaw, and where it was raised, as one line."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace else None
    place = f", {os.path.basename(code.co_filename)}:{trace.tb_lineno}" if trace and code else ""
    return " ".join(f"{type(error).__name__}: {error}{place}".split())


def _lang(args: list[str]) -> Lang:
    """The language asked for, as far as it can be told when the arguments did not parse."""
    for index, arg in enumerate(args):
        if arg == "--lang=en" or (arg == "--lang" and args[index + 1 : index + 2] == ["en"]):
            return "en"
    return "en" if os.environ.get(LANG_VARIABLE) == "en" else "zh"
