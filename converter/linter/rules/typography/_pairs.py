"""Marks that come in pairs, paragraph by paragraph."""

from __future__ import annotations

from typing import NamedTuple

from converter.patterns import lazy

CLOSING = {
    "“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "〔": "〕",
    "「": "」", "『": "』",
}  # fmt: skip
CLOSING_OF = {close: char for char, close in CLOSING.items()}
_DEPTH = 8
"""How deep pairs are nested at most."""
_MARK = lazy("[“”‘’（）()《》〈〉【】〔〕「」『』]")
_LIST_MARK = lazy(
    r"(?:^|[，。；：、,;:（\s“])(?:[0-9]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])$"
)
_WORD = lazy("[A-Za-z0-9]")


class Odd(NamedTuple):
    """A mark without its partner, or one that closes another kind of bracket, at ``partner``."""

    at: int
    mark: str
    partner: int | None = None


def odd_marks(text: str, start: int, end: int) -> list[Odd]:
    """The marks of one paragraph that are not in pairs, of each kind the first one; every bracket
    that is closed by the other width.

    A mark that crosses another pair (“（”）) is one fault, told at the one that opens. 1） is no
    bracket; where it stands within one, it cannot be told which closes it, and nothing is said.
    """
    opened: list[tuple[int, str]] = []
    mixed: list[Odd] = []
    odd: dict[str, Odd] = {}
    doubtful = False
    for match in _MARK.finditer(text, start, end):
        at, char = match.start(), match.group()
        if char in CLOSING:
            opened.append((at, char))
        elif _is_list_mark(text, start, at, char, opened):
            doubtful = doubtful or any(mark in "（(" for _, mark in opened[-_DEPTH:])
        elif char != "’" or not _WORD.match(text, at - 1):
            kept = _partner(opened, char)
            if kept is None:
                if CLOSING_OF[char] not in odd:  # else the pair was told where it crosses
                    odd.setdefault(char, Odd(at, char))
                continue
            partner, mark = opened[kept]
            if CLOSING[mark] != char:
                mixed.append(Odd(at, char, partner))
            for crossed, other in opened[kept + 1 :]:
                odd.setdefault(other, Odd(crossed, other))
            del opened[kept:]
    for at, mark in opened:
        odd.setdefault(mark, Odd(at, mark))
    found = [*mixed, *odd.values()]
    return [entry for entry in found if not (doubtful and entry.mark in "（()）")]


def _is_list_mark(text: str, start: int, at: int, char: str, opened: list[tuple[int, str]]) -> bool:
    """Whether a closing bracket belongs to 1） and not to （1）."""
    if char not in "）)" or not text[at - 1 : at].isalnum():
        return False
    match = _LIST_MARK.search(text, max(start, at - 5), at)
    if match is None or (match.start() == at - 5 > start and text[at - 5].isalnum()):
        return False
    return not opened or opened[-1][1] not in "（(" or match.group()[0] not in "（("


def _partner(opened: list[tuple[int, str]], char: str) -> int | None:
    """The index of the mark that ``char`` closes, among the innermost open ones."""
    wanted = "（(" if char in "）)" else CLOSING_OF[char]
    for index in range(len(opened) - 1, max(len(opened) - _DEPTH, 0) - 1, -1):
        if opened[index][1] in wanted:
            return index
    return None
