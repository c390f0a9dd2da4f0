"""What a run tells while it works: a line a report, a counter on a terminal; never on stdout."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")


def say(line: str) -> None:
    """One line on standard error."""
    click.echo(line, err=True)


def counted(items: Iterable[T], label: str) -> Iterator[T]:
    """The items, counted on the terminal's last line while they are worked on.

    Nothing is shown when standard error is no terminal, or for a single item.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    for number, item in enumerate(items, 1):
        if number > 1:
            click.echo(f"\r\x1b[K{label} {number}", nl=False, err=True)
        yield item
        if number > 1:
            click.echo("\r\x1b[K", nl=False, err=True)
