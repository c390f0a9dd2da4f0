"""A text as one byte a character, for what is told by marks and figures alone.

Looking for one of a few dozen marks in a text of Chinese costs a table of all characters for each
pattern, and a second look at every character. In an outline each mark has a byte of its own and
what is none is ``?``, so that the patterns are small and offsets are those of the text.
"""

from __future__ import annotations

from codecs import charmap_build, charmap_encode

from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

HAN = (
    "?一二两三四五六七八九十百零千万亿〇年月日号时份县市镇乡至到由从共未不达总累合计量其分包第"
    "约概近逾超破少于足数几上似余多占过某待是要"
)
"""What Chinese characters may be in an outline, for a class of a pattern."""
_MARKS = (
    "，。、；：！？“”‘’（）《》〈〉【】〔〕「」『』｛＜｝＞—–―－～…·％．　＊＃＿○△□■█●×ＸｘＤｄＯ"
    + HAN[1:]
)
"""The characters, beside those of ASCII, that an outline tells."""
_TABLE = "".join(map(chr, range(128))) + "".join(dict.fromkeys(_MARKS))
_BYTES = charmap_build(_TABLE.ljust(256, "\ufffe"))


def outline(text: str) -> bytes:
    """The text with one byte a character; ``?`` for question marks and for what has none."""
    return charmap_encode(text, "replace", _BYTES)[0]


def coded(marks: str) -> bytes:
    """What marks are in an outline. Raises UnicodeEncodeError for one that has no byte."""
    return charmap_encode(marks, "strict", _BYTES)[0]


def classes(of: dict[str, str]) -> bytes:
    """The table by which :meth:`bytes.translate` makes of each mark in an outline the name of its
    class, one letter, and of all else a blank."""
    table = bytearray(b" " * 256)
    for name, marks in of.items():
        for byte in coded(marks):
            table[byte] = ord(name)
    return bytes(table)


def standing(outline: bytes, table: bytes, names: bytes = b"X") -> list[int]:
    """Where marks of the classes ``names`` stand one behind the other, by a table of
    :func:`classes`; a tenth of what it takes to search for a set of marks."""
    named = outline.translate(table)
    found: list[int] = []
    at = named.find(names)
    while at >= 0:
        found.append(at)
        at = named.find(names, at + 1)
    return found


def runs(outline: bytes, table: bytes) -> list[tuple[int, int]]:
    """The spans of marks of the one class of a table, as long as they are."""
    named = outline.translate(table)
    found: list[tuple[int, int]] = []
    end = 0
    for run in named.split():
        start = named.find(run, end)
        end = start + len(run)
        found.append((start, end))
    return found


def outlined(source: str, flags: int = 0) -> re.Pattern[bytes]:
    """The pattern for outlines that is written ``source``, compiled at its first use."""
    return lazy(coded(source), flags)
