"""Regular expressions that are compiled when they are first used.

Most of a command's time is its start; a draft needs few of the patterns that all drafts together
need, and compiling one costs more than looking through a page with it.
"""

from __future__ import annotations

import re
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
