"""Bullets: characters of symbol fonts as those of Unicode that look like them."""

from __future__ import annotations

from converter.word.properties import child, value
from converter.word.symbols import symbol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLAIN = "•"
"""What stands for a character of a symbol font that is not known."""
_PRIVATE = range(0xF000, 0xF100)
"""Where Word puts the characters of symbol fonts."""
_SYMBOL_FONTS = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings")
_LETTER, _RING = "o", "○"
"""Word's own round bullet of the second level is a letter of Courier New."""


def bullet(text: str, run: Element | None = None) -> str:
    """A level's text (``w:lvlText``) as it looks in the font of its ``w:rPr``."""
    fonts = child(run, "rFonts")
    font = (value(fonts, "hAnsi") or value(fonts, "ascii")).lower()
    return "".join(_seen(char, font) for char in text)


def _seen(char: str, font: str) -> str:
    if ord(char) in _PRIVATE or font in _SYMBOL_FONTS:
        found = symbol(font if font in _SYMBOL_FONTS else "symbol", ord(char))
        return _PLAIN if found == char and not char.isspace() else found
    return _RING if char == _LETTER else char
