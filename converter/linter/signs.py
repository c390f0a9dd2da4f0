"""Which of all words that rules need are in a text, told in two looks.

What rules need is written in their index (:mod:`converter.linter.index`). A word is there only if
all *pairs* of neighbouring characters in it are; which of all needed pairs a text has is one look
through its UTF-16 form, two characters a number. Single characters are told by a codec made for
them, which leaves out all others; a set of all characters would take as long as ten rules.
"""

from __future__ import annotations

from codecs import charmap_build, charmap_encode

from converter.linter.index import CHARACTERS, PAIRS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.view import View

_MOST = 255
"""Characters that one codec can tell apart; the first of its 256 bytes is of no use."""
BLANKS = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""White space. Chinese is slowly searched for one: many characters share its last byte."""


def _numbers(text: str, start: int = 0) -> memoryview:
    """The pairs of characters from ``start`` on, one behind the other, as numbers."""
    units = memoryview(text.encode("utf-16-le", "surrogatepass"))[2 * start :]
    return units[: len(units) // 4 * 4].cast("I")


_PAIRS = frozenset(_numbers("".join(PAIRS)))
_ALL = "".join(CHARACTERS)
_CHARACTERS = frozenset(_ALL)
_TABLES = ["\0" + _ALL[at : at + _MOST] for at in range(0, len(_ALL), _MOST)]
_CODECS = [charmap_build(table.ljust(256, "\ufffe")) for table in _TABLES]


def pairs(text: str) -> frozenset[int]:
    """The pairs of needed words that a text has, as numbers."""
    return _PAIRS.intersection(_numbers(text)) | _PAIRS.intersection(_numbers(text, 1))


def characters(text: str) -> frozenset[str]:
    """The needed characters that a text has."""
    found: list[str] = []
    for table, codec in zip(_TABLES, _CODECS, strict=True):
        found += [table[byte] for byte in {*charmap_encode(text, "ignore", codec)[0]}]
    return frozenset(found)


def pairs_in(word: str) -> str:
    """The pairs of characters in a word, one behind the other."""
    return "".join([word[at : at + 2] for at in range(len(word) - 1)])


class Words:
    """Words, or single characters, that are looked for together. Those that the index does not
    know are looked for one by one."""

    __slots__ = ("_by_pair", "_characters", "_other", "_pairs")

    def __init__(self, words: str | tuple[str, ...]) -> None:
        self._characters = _CHARACTERS.intersection(words)
        self._by_pair: dict[int, list[tuple[str, frozenset[int]]]] = {}
        self._other: list[str] = []
        for word in words:
            if word in self._characters:
                continue
            numbers = _numbers(pairs_in(word)).tolist()
            if numbers and _PAIRS.issuperset(numbers):
                others = frozenset(numbers[1:])
                self._by_pair.setdefault(numbers[0], []).append((word, others))
            else:
                self._other.append(word)
        self._pairs = frozenset(self._by_pair)

    def possible(self, view: View) -> list[str]:
        """Which of the words may be in a view; the others are not."""
        found = list(self._other)
        if self._pairs:
            there = view.pairs
            for number in self._pairs & there:
                found += [word for word, others in self._by_pair[number] if others <= there]
        if self._characters:
            found += self._characters & view.characters
        return found


_looked_for: dict[str | tuple[str, ...], Words] = {}


def looked_for(words: str | tuple[str, ...]) -> Words:
    """The words as :class:`Words`, which are made once."""
    found = _looked_for.get(words)
    if found is None:
        found = _looked_for[words] = Words(words)
    return found
