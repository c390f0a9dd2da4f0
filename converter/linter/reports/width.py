"""How wide text is on a terminal, and text cut to a width."""

from __future__ import annotations

MORE = "…"


def width(text: str) -> int:
    """The columns that a text takes: two for a full-width character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if "\u4e00" <= char <= "\u9fff" or "\u3000" <= char <= "\u303e" or "\uff01" <= char <= "\uff60":
        return 2
    if " " <= char <= "~" or "\u2010" <= char <= "\u2027":
        return 1
    from unicodedata import combining, east_asian_width  # slow to import, and seldom needed

    if east_asian_width(char) in "WF":
        return 2
    return 0 if combining(char) else 1


def head(text: str, columns: int) -> str:
    """As much of the text's beginning as fits."""
    taken = 0
    for index, char in enumerate(text):
        taken += _cells(char)
        if taken > columns:
            return text[:index]
    return text


def tail(text: str, columns: int) -> str:
    """As much of the text's end as fits."""
    return head(text[::-1], columns)[::-1]


def shortened(text: str, columns: int) -> str:
    """The text, cut with … where it is wider than ``columns``."""
    return text if width(text) <= columns else head(text, columns - width(MORE)) + MORE
