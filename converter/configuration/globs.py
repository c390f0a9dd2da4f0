"""Patterns of paths, as gitignore files have them.

``*`` and ``?`` stand for characters of one name, ``[ab]`` for one of them, ``**`` for any folders
between. A pattern with a slash inside starts at the folder of the configuration; one without fits
at any depth. What fits a folder fits everything in it.
"""

from __future__ import annotations

import re
from functools import cache

_ANY_FOLDERS = "(?:[^/]+/)*"


@cache
def matcher(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """The expression that a path, relative and with slashes, must fit as a whole."""
    return re.compile("|".join(_expression(pattern) for pattern in patterns) or r"(?!)")


def _expression(pattern: str) -> str:
    pattern = pattern.replace("\\", "/").removeprefix("./")
    *folders, name = pattern.strip("/").split("/")
    start = "" if folders or pattern.startswith("/") else _ANY_FOLDERS
    above = "".join(_ANY_FOLDERS if part == "**" else f"{_name(part)}/" for part in folders)
    return f"{start}{above}{'.+' if name == '**' else _name(name)}(?:/.*)?"


def _name(part: str) -> str:
    """The expression for the name of a file or folder."""
    found = ""
    for token in re.findall(r"\*+|\?|\[!?\]?[^\]]*\]|.", part, re.S):
        if token[0] == "*":
            found += "[^/]*"
        elif token == "?":
            found += "[^/]"
        elif token[0] == "[" and len(token) > 2:
            inside = token[1:-1].replace("\\", r"\\").replace("[", r"\[").replace("^", r"\^")
            found += f"[{'^' if inside[0] == '!' else ''}{inside.removeprefix('!')}]"
        else:
            found += re.escape(token)
    return found
