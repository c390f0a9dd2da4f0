"""Where a line may end, as LibreOffice decides it for Chinese with Western words in it.

Between Chinese characters two lists decide: marks that begin no line and marks that end none.
Beside Western text the classes of Unicode's line breaking rules do (UAX #14, in the version of
LibreOffice 7.4). Found by measuring: every rule here has a case in ``fixtures/layout/lines.case``.
"""

from __future__ import annotations

from functools import cache

NO_START = frozenset(
    ":!),.;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏～￠々‖•·ˇˉ―-′’”"
)
"""Marks that do not begin a line after a Chinese character. — and … may."""

NO_END = frozenset("([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝“‘")
"""Marks that do not end a line before a Chinese character."""

_CLASSES = {
    "open": "([{（［｛《〈「『【〔〖〝“‘",
    "close": ")]}）］｝》〉」』】〕〗〞、。，．”’",
    "quote": "\"'",
    "exclamation": "!?！？",
    "nonstarter": "：；・々ー",
    "separator": ",.:;",
    "slash": "/",
    "before number": "$+±￥￡£¥",
    "after number": "%％℃‰°′″¢￠",
    "leader": "…‥",
    "dash": "—",
    "hyphen": "-‐–",
    "space": " \t",
    "number": "0123456789",
}
_CLASS_OF = {mark: name for name, marks in _CLASSES.items() for mark in marks}

# Whatever stands before them.
_STICK_TO_LEFT = frozenset(
    ("close", "quote", "exclamation", "nonstarter", "separator", "slash", "leader", "hyphen")
)
# Whatever stands after them.
_STICK_TO_RIGHT = frozenset(("open", "quote"))
# What else is not parted.
_TOGETHER = frozenset(
    (left, right)
    for left, rights in {
        "letter": ("letter", "number", "open", "before number"),
        "number": ("letter", "number", "open", "before number", "after number"),
        "close": ("letter", "number", "after number"),
        "separator": ("letter", "number"),
        "slash": ("number",),
        "before number": ("letter", "number", "open"),
        "after number": ("letter", "number"),
        "dash": ("dash",),
        "character": ("after number",),
    }.items()
    for right in rights
)


def is_western(text: str, index: int) -> bool:
    """Whether a character is set as Western text: “ ” — … are what the text before them is."""
    place = index
    while place >= 0 and _is_neutral(text[place]):
        place -= 1
    if place < 0:
        place = index
        while place < len(text) - 1 and _is_neutral(text[place]):
            place += 1
    return text[place] < "⺀"


def _is_neutral(character: str) -> bool:
    return character in " \xa0％" or "\u2000" <= character < "⺀"


@cache
def _class_of(character: str) -> str:
    known = _CLASS_OF.get(character)
    return known or ("letter" if character < "⺀" else "character")


def may_part(left: str, right: str) -> bool:
    """Whether a line may end between two characters of which one is Western."""
    before, after = _class_of(left), _class_of(right)
    if before == "space":
        return True
    return not (
        after in _STICK_TO_LEFT or before in _STICK_TO_RIGHT or (before, after) in _TOGETHER
    )


def last_break(text: str, start: int, cut: int) -> int:
    """Where the line that begins at ``start`` ends if the character at ``cut`` has no room on it.

    A word that is longer than the line is cut where the line ends.
    """
    place = cut
    while place > start:
        if is_western(text, place):
            place, done = _in_western(text, start, place)
        else:
            place, done = _in_chinese(text, start, place)
        if done:
            return place
    return max(cut, start + 1)


def _in_chinese(text: str, start: int, place: int) -> tuple[int, bool]:
    """The last break at ``place`` or before it, by the two lists; else where Western text ends."""
    cut = place
    while place > start:
        before, after = text[place - 1], text[place]
        listed = after in NO_START or before in NO_END
        if (listed or place == cut) and is_western(text, place - 1):
            # What Western text ends with is for its rules.
            return (place, True) if may_part(before, after) else (place - 1, False)
        if not listed:
            return place, True
        place -= 1
    return place, False


def _in_western(text: str, start: int, place: int) -> tuple[int, bool]:
    """The last break at ``place`` or before it, by the classes; else where Chinese text ends."""
    cut = place
    while place > start:
        opens = not is_western(text, place - 1)
        if opens and place == cut and not text[place].isalnum():
            # Nothing of the Western text has room, and a mark of it is the first.
            return _in_chinese(text, start, place)
        if may_part(text[place - 1], text[place]):
            return place, True
        place -= 1
        if opens:
            break
    return place, False
