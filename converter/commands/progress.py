"""What a run tells while it works: a line a report, a counter on a terminal; never on stdout."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    T = TypeVar("T")


def say(line: str) -> None:
    """One line on standard error."""
    _put(f"{line}\n")


def counted(items: Iterable[T], label: str) -> Iterator[T]:
    """The items, counted on the terminal's last line while they are worked on.

    Nothing is shown when standard error is no terminal, or for a single item.
    """
    if not sys.stderr or not sys.stderr.isatty():
        yield from items
        return
    for number, item in enumerate(items, 1):
        if number > 1:
            _put(f"\r\x1b[K{label} {number}")
        yield item
        if number > 1:
            _put("\r\x1b[K")


def _put(text: str) -> None:
    if sys.stderr:  # None where it is closed
        sys.stderr.write(text)
        sys.stderr.flush()
