"""How wide a text is, without any font at hand."""

from __future__ import annotations

from converter.patterns import lazy

GAP = 0.2
"""What a program may set between Chinese and Western characters, in full-width characters."""

_WESTERN = "09AZazªªµµººÀÖØöøʯͰ֏"
_CHINESE = "⺀⿟々〇〡〩぀ㄯ㐀鿿豈\ufaff０９ＡＺａｚ\U00020000\U0003ffff"
"""First and last character of each range of letters and digits, and of characters; at marks no
program sets a gap."""

WESTERN_TEXT = lazy(r"((?:[A-Za-zÀ-ÖØ-öø-ɏ]|[0-9]+(?:[.,][0-9]+)*)+)")
"""What stands in a Western font where a layout has one: letters and digits, with the point or comma
inside a number. Quotation marks and dashes are Chinese ones. (One group, for ``split``.)"""


def width(text: str) -> float:
    """The text's width in full-width characters.

    Letters and digits are half a character wide. Marks that Unicode calls ambiguous (“ ” — …)
    are as wide as a character in every Chinese font; combining and invisible ones take no room.
    """
    return sum(map(_WIDTHS.__getitem__, text))


def width_with_gaps(text: str) -> float:
    """The text's width where a program sets a fifth of a character between Chinese and Western
    characters, as LibreOffice does whatever the document says."""
    scripts = "".join(map(_SCRIPTS.__getitem__, text))
    return width(text) + GAP * (scripts.count("wc") + scripts.count("cw"))


def character_width(character: str) -> float:
    """One character's width in full-width characters, in the Chinese fonts of offices."""
    return _WIDTHS[character]


class _Widths(dict[str, float]):
    """The widths of the characters met so far."""

    def __missing__(self, character: str) -> float:
        found = self[character] = _width(character)
        return found


def _width(character: str) -> float:
    if " " <= character <= "~":
        return 0.5
    if "一" <= character <= "鿿":
        return 1
    import unicodedata  # a large file, for the few others

    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 1 if unicodedata.east_asian_width(character) in "WFA" else 0.5


class _Scripts(dict[str, str]):
    """Of the characters met so far, whether each is Western (w), Chinese (c), or neither."""

    def __missing__(self, character: str) -> str:
        western, chinese = _within(character, _WESTERN), _within(character, _CHINESE)
        found = self[character] = "w" if western else "c" if chinese else " "
        return found


def _within(character: str, ranges: str) -> bool:
    ends = zip(ranges[::2], ranges[1::2], strict=True)
    return any(first <= character <= last for first, last in ends)


# The marks of everyday texts.
_WIDTHS = _Widths(
    dict.fromkeys("、。，．：；？！“”‘’（）《》〈〉【】〔〕「」『』—…·％～〇　－＋", 1)
)
_SCRIPTS = _Scripts()
