"""How wide a text is, without any font at hand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

GAP = 0.2
"""What a program may set between Chinese and Western characters, in full-width characters."""

_WESTERN = "0-9A-Za-zªµºÀ-ÖØ-öø-ʯͰ-֏"
_CHINESE = "⺀-⿟々〆〇〡-〩぀-ㄯ㐀-鿿豈-﫿０-９Ａ-Ｚａ-ｚ\U00020000-\U0003ffff"
_MEETING = re.compile(f"(?<=[{_WESTERN}])(?=[{_CHINESE}])|(?<=[{_CHINESE}])(?=[{_WESTERN}])")
"""The places where that gap stands: between a letter or digit and a character, not at marks."""

WESTERN_TEXT = re.compile(r"((?:[A-Za-zÀ-ÖØ-öø-ɏ]|\d+(?:[.,]\d+)*)+)", re.ASCII)
"""What stands in a Western font where a layout has one: letters and digits, with the point or comma
inside a number. Quotation marks and dashes are Chinese ones. (One group, for ``split``.)"""


def width(text: str) -> float:
    """The text's width in full-width characters.

    Letters and digits are half a character wide. Marks that Unicode calls ambiguous (“ ” — …)
    are as wide as a character in every Chinese font; combining and invisible ones take no room.
    """
    return sum(map(character_width, text))


def width_with_gaps(text: str) -> float:
    """The text's width where a program sets a fifth of a character between Chinese and Western
    characters, as LibreOffice does whatever the document says."""
    return width(text) + GAP * len(_MEETING.findall(text))


@cache
def character_width(character: str) -> float:
    """One character's width in full-width characters, in the Chinese fonts of offices."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 1 if unicodedata.east_asian_width(character) in "WFA" else 0.5


@dataclass(frozen=True, eq=False)
class Measure:
    """How a program measures text and pages.

    ``gap`` is the room between Chinese and Western characters, ``fonts`` the widths by the name
    of a font where they are not those of :func:`character_width`, both in full-width characters.
    ``whole_lines`` says whether a page with a grid has no room but for whole lines of the grid.
    """

    gap: float = GAP
    whole_lines: bool = True
    fonts: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def width(self, character: str, font: str) -> float:
        """One character's width in full-width characters."""
        own = self.fonts.get(font)
        if own is not None and character in own:
            return own[character]
        return character_width(character)


# Liberation Serif's widths, which are those of Times New Roman, from the space to the tilde.
_TIMES = """
.25 .333 .408 .5 .5 .833 .778 .18 .333 .333 .5 .564 .25 .333 .25 .278
.5 .5 .5 .5 .5 .5 .5 .5 .5 .5 .278 .278 .564 .564 .564 .444
.921 .722 .667 .667 .722 .611 .556 .722 .722 .333 .389 .722 .611 .889 .722 .722
.556 .722 .667 .556 .611 .722 .722 .944 .722 .722 .611 .333 .278 .333 .469 .5
.333 .444 .5 .444 .5 .444 .333 .5 .5 .278 .278 .5 .278 .778 .5 .5
.5 .5 .333 .389 .278 .5 .5 .722 .5 .5 .444 .48 .2 .48 .541
"""
WESTERN_FONTS: dict[str, dict[str, float]] = {
    "Times New Roman": {chr(32 + i): float(each) for i, each in enumerate(_TIMES.split())},
}
"""Widths of the fonts that are used for Western text."""

OFFICE = Measure(fonts=WESTERN_FONTS)
"""LibreOffice, which sets the gap whatever the document says."""

WORD = Measure(gap=0, whole_lines=False, fonts=WESTERN_FONTS)
"""Word and WPS, which leave the gap out where the document says so."""

_FREE = {
    name: dict(WESTERN_FONTS["Times New Roman"])
    for name in ("仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体")
}
FREE = Measure(fonts=WESTERN_FONTS | _FREE)
"""LibreOffice with free Chinese fonts, whose Western characters are not all half as wide."""
