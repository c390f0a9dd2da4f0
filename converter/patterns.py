"""Regular expressions that are compiled when they are first used, and what does without them.

Most of a command's time is its start; a draft needs few of the patterns that all drafts together
need, and compiling one costs more than looking through a page with it: a set or a choice of three
Chinese characters takes a quarter of a millisecond. So what can be said with plain words is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

HAN = r"[^\W0-9A-Za-z_]"
"""A character of Chinese text, as a pattern: a letter, but none of ASCII. A range of all twenty
thousand characters would take thirty times as long to compile."""


class _Lazy:
    """Stands for a compiled pattern; becomes one, method by method, at its first use."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern ``source``, compiled at its first use."""
    return cast("re.Pattern[str]", _Lazy(source, flags))


def holds(text: str, parts: Iterable[str]) -> bool:
    """Whether one of the parts (words, or the characters of a string) is in a text."""
    return any(map(text.__contains__, parts))


def places(
    text: str, words: Iterable[str], start: int = 0, end: int | None = None
) -> list[tuple[int, str]]:
    """Where words stand in ``text[start:end]``, each place with its word, in order."""
    found = []
    for word in words:
        at = text.find(word, start, end)
        while at >= 0:
            found.append((at, word))
            at = text.find(word, at + 1, end)
    return sorted(found)


def near(text: str, words: Iterable[str], marks: Iterable[str], within: int) -> bool:
    """Whether one of the words stands somewhere in the so many characters before a mark."""
    return any(holds(text[max(0, at - within) : at], words) for at, _ in places(text, marks))
