"""Marks that come in pairs, paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from converter.linter.outline import coded, outlined
from converter.linter.view import View
from converter.record import record

CLOSING = {
    "“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "〔": "〕",
    "「": "」", "『": "』",
}  # fmt: skip
CLOSING_OF = {close: char for char, close in CLOSING.items()}
_DEPTH = 8
"""How deep pairs are nested at most."""
MARKS = (*CLOSING, *CLOSING_OF)
_ALIKE = tuple(coded(char + close) for char, close in CLOSING.items() if char != "‘")
"""The pairs, but for ’, which is an apostrophe, too."""
_OTHERS = bytes(set(range(256)).difference(coded("".join(MARKS) + '"\n')))
_LIST_MARK = outlined(
    r"）(?:(?<=[\s\x1c-\x1f　，。；：、,;:“][0-9A-Za-z?一二三四五六七八九十].)"
    r"|(?<=[\s\x1c-\x1f　，。；：、,;:“][0-9一二三四五六七八九十]{2}.)"
    r"|(?<=[\s\x1c-\x1f　，。；：、,;:“][0-9一二三四五六七八九十]{3}.))"
)
"""What may be a list mark, 1）, within brackets."""
_SPACES = "\x85\xa0\u1680\u2028\u2029\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B)))
"""White space that outlines do not tell."""
_BEFORE_LIST_MARK = tuple("，。；：、,;:（“")


@record
class Odd:
    """A mark without its partner, or one that closes another kind of bracket, at ``partner``."""

    at: int
    mark: str
    partner: int | None = None


@lru_cache(maxsize=1)
def unpaired(view: View) -> list[int]:
    """Where the passages begin whose marks may not all be in pairs, in order; of the others it is
    sure that they are.

    Taking out pairs of neighbours, again and again, leaves nothing of what is in order.
    """
    if view.holds(_SPACES):
        return [passage.start for passage in view.passages]
    rest = view.outline.translate(None, _OTHERS)
    for _ in range(_DEPTH // 2):
        for pair in _ALIKE:
            rest = rest.replace(pair, b"")
    closed = view.outline.replace(b")", coded("）"))
    found = {view.at(match.start()).start for match in _LIST_MARK.finditer(closed)}
    if rest.count(b"\n") == len(rest):
        return sorted(found)
    lines = rest.split(b"\n")
    if len(lines) != len(view.passages):
        return [passage.start for passage in view.passages]
    found.update(p.start for p, left in zip(view.passages, lines, strict=True) if left)
    return sorted(found)


def any_from(places: list[int], start: int, end: int) -> bool:
    """Whether one of some places, which are in order, is from ``start`` up to ``end``."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def odd_marks(text: str, marks: Iterable[tuple[int, str]]) -> list[Odd]:
    """Those of the marks of one paragraph, each with its place, that are not in pairs, of each kind
    the first one; every bracket that is closed by the other width.

    A mark that crosses another pair (“（”）) is one fault, told at the one that opens. 1） is no
    bracket; where it stands within one, it cannot be told which closes it, and nothing is said.
    """
    opened: list[tuple[int, str]] = []
    mixed: list[Odd] = []
    odd: dict[str, Odd] = {}
    doubtful = False
    for at, char in marks:
        if char in CLOSING:
            opened.append((at, char))
        elif _is_list_mark(text, at, char, opened):
            doubtful = doubtful or any(mark in "（(" for _, mark in opened[-_DEPTH:])
        elif char != "’" or not _is_latin(text[at - 1 : at]):
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


def _is_list_mark(text: str, at: int, char: str, opened: list[tuple[int, str]]) -> bool:
    """Whether a closing bracket belongs to 1） and not to （1）."""
    if char not in "）)":
        return False
    first = at - _label_length(text[max(0, at - 3) : at])
    lead = text[first - 1 : first]
    if first == at or not (first == 0 or lead.isspace() or lead in _BEFORE_LIST_MARK):
        return False
    return not opened or opened[-1][1] not in "（(" or lead != "（"


def _label_length(text: str) -> int:
    """How many of the characters that a text ends with may be the label of a list's item: a
    numeral of three figures at most, a letter, ①."""
    for kind in ("0123456789", "一二三四五六七八九十"):
        if text.endswith(tuple(kind)):
            return len(text) - len(text.rstrip(kind))
    return int(_is_latin(text[-1:]) or "①" <= text[-1:] <= "⑳")


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _partner(opened: list[tuple[int, str]], char: str) -> int | None:
    """The index of the mark that ``char`` closes, among the innermost open ones."""
    wanted = "（(" if char in "）)" else CLOSING_OF[char]
    for index in range(len(opened) - 1, max(len(opened) - _DEPTH, 0) - 1, -1):
        if opened[index][1] in wanted:
            return index
    return None
