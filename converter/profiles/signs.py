"""What a regular expression needs in a text, and what tells that it matches, in plain words.

``make generated`` finds it out for the built-in profiles, so that a title mostly needs no regular
expression: to compile one takes as long as to read a short report.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

parser: Any = import_module("re._parser")
sre: Any = import_module("re._constants")
_MOST = 30
"""Words that are still worth looking for."""
_Word = tuple[str, bool, bool]
"""What a match begins with, whether that is the whole of it, and whether more is asked for: what
stands before or behind it."""


def signs_of(pattern: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Words of which a text has one if the pattern matches in it; words of which each, anywhere in
    a text, makes it match; and words of which each does so at the end of a text."""
    tree = parser.parse(pattern)
    words = _words(tree)
    if not all(word for word, _, _ in words):
        return (), (), ()
    needed = sorted({word for word, _, _ in words})
    sure = sorted({word for word, whole, asked in words if whole and not asked})
    ending = [] if _looks_back(tree) else [word for word in needed if re.search(pattern, word)]
    return _fewest(needed), _fewest(sure), _fewest(w for w in ending if w not in sure)


def _words(tree: Any) -> list[_Word]:
    """What a match of a parsed pattern may begin with."""
    words: list[_Word] = [("", True, False)]
    for kind, value in tree:
        if kind is sre.LITERAL:
            words = _followed(words, [(chr(value), True, False)])
        elif kind is sre.IN and all(item is sre.LITERAL for item, _ in value):
            words = _followed(words, [(chr(char), True, False) for _, char in value])
        elif kind is sre.SUBPATTERN:
            words = _followed(words, _words(value[-1]))
        elif kind is sre.BRANCH:
            words = _followed(words, [word for branch in value[1] for word in _words(branch)])
        elif kind is sre.MAX_REPEAT and value[:2] == (0, 1):
            words = _followed(words, [("", True, False), *_words(value[2])])
        elif kind in (sre.ASSERT, sre.ASSERT_NOT, sre.AT):
            words = [(word, whole, True) for word, whole, _ in words]
        else:
            words = [(word, False, asked) for word, _, asked in words]
    return words


def _followed(words: list[_Word], more: list[_Word]) -> list[_Word]:
    """The words with more behind those that are whole so far; where that would be too many, these
    as they are, and not whole."""
    found = [word for word in words if not word[1]]
    open_ended = [word for word in words if word[1]]
    if len(found) + len(open_ended) * len(more) > _MOST:
        return found + [(word, False, asked) for word, _, asked in open_ended]
    for word, _, asked in open_ended:
        found += [(word + rest, whole, asked or also) for rest, whole, also in more]
    return found


def _looks_back(tree: Any) -> bool:
    """Whether a match depends on what stands before it."""
    for kind, value in tree:
        if kind is sre.AT or (kind in (sre.ASSERT, sre.ASSERT_NOT) and value[0] < 0):
            return True
        inner = value[1] if kind in (sre.BRANCH, sre.ASSERT, sre.ASSERT_NOT) else value
        if kind is sre.BRANCH and any(map(_looks_back, inner)):
            return True
        if kind in (sre.ASSERT, sre.ASSERT_NOT) and _looks_back(inner):
            return True
        if kind in (sre.SUBPATTERN, sre.MAX_REPEAT) and _looks_back(value[-1]):
            return True
    return False


def _fewest(words: Any) -> tuple[str, ...]:
    """The words without those that another one begins."""
    words = list(words)
    return tuple(w for w in words if not any(w != o and w.startswith(o) for o in words))
