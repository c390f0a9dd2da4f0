"""Plain command lines, read without click.

Only what is right beyond doubt is read here, and read as click reads it; every other line is left
to click, which explains and complains. What options there are is said by the click commands;
:mod:`converter.cli.known` is made of them by ``make generated``.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from converter.cli.known import Option

LANG_VARIABLE = "GONGWEN_LANG"
"""The environment's word for ``--lang``."""
COMPLETION_VARIABLE = "_GONGWEN_COMPLETE"
"""Set by a shell that asks what a command line could go on with."""
_MOST_DIGITS = 9


def read(args: list[str], environ: Mapping[str, str]) -> tuple[str, dict[str, object]] | None:
    """The command of a plain line, and what it gives of the command's Options; None for a line
    that click must read."""
    from converter.cli.known import COMMANDS  # here, so that it can be made where it is not

    if not args or args[0] not in COMMANDS or COMPLETION_VARIABLE in environ:
        return None
    argument, several, options = COMMANDS[args[0]]
    lang = environ.get(LANG_VARIABLE)
    rest = ["--lang", lang, *args[1:]] if lang else args[1:]
    taken = _taken(rest, options)
    if taken is None:
        return None
    given, arguments = taken
    if several and arguments:
        given[argument] = tuple(arguments)
    elif not several and len(arguments) == 1:
        given[argument] = arguments[0]
    else:
        return None
    return args[0], given


def _taken(
    args: list[str], options: Mapping[str, Option]
) -> tuple[dict[str, object], list[str]] | None:
    """The values of the options, and the arguments; None if one of them is not plain."""
    given: dict[str, object] = {}
    repeated: dict[str, list[object]] = {}
    arguments: list[str] = []
    left = args[::-1]
    while left:
        arg = left.pop()
        if arg == "--":
            arguments += left[::-1]
            break
        if arg == "-" or not arg.startswith("-"):
            arguments.append(arg)
            continue
        name, value = _parted(arg)
        if name not in options:
            return None
        field, kind, allowed = options[name]
        meant: str | int | None
        if kind == "flag":
            meant = True if value is None else None
        elif value is None:
            meant = _meant(left.pop(), allowed) if left else None
        else:
            meant = _meant(value, allowed)
        if meant is None:
            return None
        if kind == "many":
            repeated.setdefault(field, []).append(meant)
        else:
            given[field] = meant
    given.update((field, tuple(values)) for field, values in repeated.items())
    return given, arguments


def _meant(value: str, allowed: tuple[str, ...] | range | None) -> str | int | None:
    """A value as its command takes it: a number where numbers are allowed. None if it is not
    allowed."""
    if isinstance(allowed, range):
        digits = value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS
        return int(value) if digits and int(value) in allowed else None
    return value if allowed is None or value in allowed else None


def _parted(arg: str) -> tuple[str, str | None]:
    """An option's name, and the value that is attached to it, if there is one."""
    if arg.startswith("--"):
        name, equals, value = arg.partition("=")
        return name, value if equals else None
    return arg[:2], arg[2:] or None
