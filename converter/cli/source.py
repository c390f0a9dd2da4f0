"""The source of :mod:`converter.cli.known`: what the click commands declare, as plain data.

An option that takes more than :mod:`converter.cli.plain` can do is left out, so that a command
line with it is left to click.
"""

from __future__ import annotations

from importlib import import_module
from pprint import pformat
from typing import TYPE_CHECKING

import click

from converter.cli.lang import inherit
from converter.cli.plain import LANG_VARIABLE

if TYPE_CHECKING:
    from converter.cli.known import Option

PLAIN = ("convert", "lint", "check", "validate", "split")
"""The commands that have their work in :mod:`converter.commands`."""
_HEAD = '''"""The options of the commands that are read without click: made of the click commands by
``make generated``.

Of each command: the name of its argument, whether there may be several of it, and its options.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Option: TypeAlias = tuple[str, str, tuple[str, ...] | range | None]
    """What it sets, how (a flag, once, many times), and the values it may have (None: any)."""
'''
_WIDTH = 90
_NO_LIMIT = 10**9


def text() -> str:
    """The whole module."""
    commands = {name: _command(name) for name in PLAIN}
    told = pformat(commands, width=_WIDTH, sort_dicts=False, compact=True)
    return f"{_HEAD}\nCOMMANDS: dict[str, tuple[str, bool, dict[str, Option]]] = \\\n{told}\n"


def _command(name: str) -> tuple[str, bool, dict[str, Option]]:
    command: click.Command = import_module(f"converter.cli.{name}").command
    arguments = [each for each in command.params if isinstance(each, click.Argument)]
    options = [each for each in command.params if isinstance(each, click.Option)]
    if [each.nargs for each in arguments if each.required] not in ([1], [-1]):
        raise ValueError(f"{name} must have one argument, which must be given")
    if needed := [each.name for each in options if each.required]:
        raise ValueError(f"{name} must do without these options: {needed}")
    told = {option: plain_option(option) for option in options}
    known = {each: taken for option, taken in told.items() if taken for each in option.opts}
    return str(arguments[0].name), arguments[0].nargs == -1, known


def plain_option(option: click.Option) -> Option | None:
    """What an option takes; None for one that needs click."""
    simple = (
        option.nargs == 1
        and option.callback in (None, inherit)
        and option.envvar in (None, LANG_VARIABLE)
        and option.expose_value
        and not (option.is_eager or option.count or option.prompt or option.secondary_opts)
        and all(each.startswith("--") or len(each) == 2 for each in option.opts)
    )
    if not simple:
        return None
    name = str(option.name)
    if option.is_flag:
        plain = option.is_bool_flag and option.flag_value is not False and not option.multiple
        return (name, "flag", None) if plain else None
    allowed = _allowed(option)
    if allowed == () or isinstance(option.flag_value, str):  # the value that may be left out
        return None
    return name, "many" if option.multiple else "once", allowed


def _allowed(option: click.Option) -> tuple[str, ...] | range | None:
    """The values it may have: some words, whole numbers, or any text; none where it is of another
    type."""
    kind = option.type
    if kind is click.STRING:
        return None
    if isinstance(kind, click.Choice) and kind.case_sensitive:
        return tuple(kind.choices)
    if isinstance(kind, click.IntRange) and not (kind.clamp or kind.min_open or kind.max_open):
        return range(kind.min or 0, _NO_LIMIT if kind.max is None else kind.max + 1)
    return ()
