"""The command line: arguments in, one call, exit code out.

0 done; 1 findings at or above the threshold, or not valid; 2 could not do it. A plain command line
is read without click, which takes longer to import than a report to convert; click declares what
options there are (a module a command), and reads, explains or refuses every other line.
"""

from __future__ import annotations

import gc
import os
import sys

from converter.bilingual import Text
from converter.cli.plain import COMPLETION_VARIABLE, LANG_VARIABLE, read
from converter.commands.progress import say
from converter.errors import ConverterError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from converter.bilingual import Lang

_INTERRUPTED = Text("已中断", "interrupted")
_NO_MEMORY = Text("内存不够：请把输入拆开", "out of memory: split the input")
_FAULT = Text(
    "程序出错，请把这一行和稿子告诉维护者：{told}",
    "a fault of the program; tell its maintainers this line and the draft: {told}",
)
_COLLECTED_AFTER = 200_000
"""So many new objects before a search for cycles, of which we make next to none: a short command
would spend a tenth of its time on it."""


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
        return _run(args, lang)
    except ConverterError as error:
        return _fail(error.line(lang))
    except KeyboardInterrupt:
        return _fail(_INTERRUPTED.get(lang))
    except MemoryError:
        return _fail(_NO_MEMORY.get(lang))
    except BrokenPipeError:
        _silence()
        return 1


def _run(args: list[str], lang: Lang) -> int:
    plain = read(args, os.environ)
    if plain is not None:
        return _call(*plain)
    if args == ["--version"] and COMPLETION_VARIABLE not in os.environ:
        from converter import __version__

        print(f"gongwen {__version__}", flush=True)
        return 0
    from converter.cli.group import run as run_by_click

    return run_by_click(args, lang)


def _call(name: str, given: dict[str, object]) -> int:
    """Runs a command with what is given of its Options."""
    try:
        module = __import__(f"converter.commands.{name}", fromlist=["run"])
        code: int = module.run(module.Options(**given))
    except KeyboardInterrupt:
        say("")  # The terminal has put ^C on the line; click ends it, too.
        raise
    return code


def _silence() -> None:
    """Whoever read our output has gone: nothing more can be said, nor must the interpreter try to
    when it flushes the streams at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


def _fail(line: str) -> int:
    say(f"gongwen: {line}")
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
