"""Regular expressions that are compiled when they are first used, and what does without them.

Most of a command's time is its start; a draft needs few of the patterns that all drafts together
need, and compiling one costs more than looking through a page with it: a set or a choice of three
Chinese characters takes a quarter of a millisecond. So what can be said with plain words is.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from typing import Any, AnyStr

HAN = r"[^\W0-9A-Za-z_]"
"""A character of Chinese text, as a pattern: a letter, but none of ASCII. A range of all twenty
thousand characters would take thirty times as long to compile."""


class _Lazy:
    """Stands for a compiled pattern; becomes one, method by method, at its first use."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        import re  # a draft may be read without any pattern, and it takes as long as reading one

        compiled = re.compile(self._source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern ``source``, compiled at its first use."""
    stand_in: Any = _Lazy(source, flags)
    pattern: re.Pattern[AnyStr] = stand_in
    return pattern


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
    found.sort()
    return found


def matches(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What ``finditer`` finds of a pattern that begins at some places only, given in order."""
    end = 0
    for at in places:
        if at >= end and (match := pattern.match(text, at)):
            end = match.end()
            yield match


def near(text: str, words: Iterable[str], marks: Iterable[str], within: int) -> bool:
    """Whether one of the words stands somewhere in the so many characters before a mark."""
    return any(holds(text[max(0, at - within) : at], words) for at, _ in places(text, marks))
