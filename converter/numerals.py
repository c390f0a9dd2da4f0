"""Chinese, full-width and circled numerals and their values."""

from __future__ import annotations

DIGITS = {
    **{char: value for value, char in enumerate("〇一二三四五六七八九")},
    "零": 0,
    "○": 0,
    "两": 2,
}
UNITS = {"十": 10, "百": 100}
LARGEST_HAN = 999
"""The largest Chinese ordinal that is read and written."""
HAN_ORDINAL = "一二三四五六七八九十百零〇"
_CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)}
_PARENTHESISED_HAN = {chr(0x3220 + i): i + 1 for i in range(10)}
_PARENTHESISED_ARABIC = {chr(0x2474 + i): i + 1 for i in range(20)}
SINGLE = {**_CIRCLED, **_PARENTHESISED_HAN, **_PARENTHESISED_ARABIC}
"""Characters that are a whole number mark of their own: ① ㈠ ⑴."""


_SHORT: dict[str, int] = {}
"""The values of one or two characters, which are most of what is asked for."""


def value_of(text: str) -> int | None:
    """The value of a numeral as written in a number mark, or None if it is no numeral.

    Reads Chinese ordinals up to 999 (``十二``, ``二十一``, ``一百零二``), Arabic digits of either
    width, and the one-character marks of :data:`SINGLE`.
    """
    if text in _SHORT:
        return _SHORT[text]
    value = _value(text)
    if len(text) <= 2 and value is not None:
        _SHORT[text] = value
    return value


def _value(text: str) -> int | None:
    if text in SINGLE:
        return SINGLE[text]
    if text.isdecimal():
        return int(text)
    if not text or any(char not in DIGITS and char not in UNITS for char in text):
        return None
    if not any(char in UNITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total, digit = 0, None
    for char in text:
        if char in UNITS:
            total += (1 if digit is None else digit) * UNITS[char]
            digit = None
        else:
            digit = DIGITS[char]
    return total + (digit or 0)


def to_han(value: int) -> str:
    """``value`` (1 to 999) as a Chinese ordinal: 12 → 十二, 102 → 一百零二.

    Raises ValueError outside that range.
    """
    if not 1 <= value <= LARGEST_HAN:
        raise ValueError(value)
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    text = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (digits[ones] if ones else "")
