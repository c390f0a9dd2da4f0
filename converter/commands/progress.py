"""What a run tells while it works: a line a report, a counter on a terminal; never on stdout."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    T = TypeVar("T")


_CLEAR = "\r\x1b[K"
_counter = ""
"""What stands on the terminal's last line at the moment."""


def say(line: str) -> None:
    """One line on standard error; a counter goes on below it."""
    _put(f"{_CLEAR}{line}\n{_counter}" if _counter else f"{line}\n")


def counted(items: Iterable[T], label: str) -> Iterator[T]:
    """The items, counted on the terminal's last line while the next ones are waited for.

    Nothing is shown when standard error is no terminal, or for the first two items.
    """
    if not sys.stderr or not sys.stderr.isatty():
        yield from items
        return
    try:
        for number, item in enumerate(items, 1):
            yield item
            if number > 1:
                _show(f"{label} {number + 1} 份")
    finally:
        _show("")


def _show(counter: str) -> None:
    global _counter
    if counter or _counter:
        _put(_CLEAR + counter)
    _counter = counter


def _put(text: str) -> None:
    if sys.stderr:  # None where it is closed
        sys.stderr.write(text)
        sys.stderr.flush()
