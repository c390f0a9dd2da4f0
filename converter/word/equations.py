"""EQ fields: characters put together (ISO/IEC 29500-1, 17.16.5.18), as Chinese texts have them for
numerals in circles and for the reading of a character."""

from __future__ import annotations

import re

_OPTION = re.compile(r"\\\*\s*(?:\"[^\"]*\"|\S+)")
_TOKEN = re.compile(r"\\([A-Za-z]+)|\\(.)|([(),;])|([^\\(),;]+)", re.DOTALL)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CIRCLES = ("○", "〇", "◯")
_READING = "jc"
"""What the alignment of a reading begins with: ``\\* jc2``."""
_JOINED = {"f": "/", "l": ","}
_BEFORE = {"r": "√", "i": "∫"}


class _Group:
    """Something in brackets: the names of what it belongs to (``o``, ``ac``; none for brackets
    that are text), and its arguments so far."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.arguments = [""]

    def shown(self) -> str:
        """The characters that it shows."""
        if not self.names:
            return f"({','.join(self.arguments)})"
        name = self.names[0].lower()
        if name == "b":
            return f"({''.join(self.arguments)})"
        if name == "o" and len(self.arguments) == 2:
            return _overlaid(*(each.strip() for each in self.arguments))
        parts = [each.strip() for each in self.arguments]
        return _BEFORE.get(name, "") + _JOINED.get(name, "").join(parts)


def equation(instruction: str) -> tuple[str, str]:
    """The characters that an EQ field shows, without their arrangement, and the reading that it
    puts above them (empty for none)."""
    options = [option[2:].strip() for option in _OPTION.findall(instruction)]
    text = _OPTION.sub("", instruction.strip()[2:])
    shown, last = _evaluated(text)
    if any(option.startswith(_READING) for option in options) and len(last) == 2:
        return last[1].strip(), last[0].strip()
    return shown.strip(), ""


def _evaluated(text: str) -> tuple[str, list[str]]:
    """What an expression shows, and the arguments of its last part."""
    groups = [_Group([])]
    names: list[str] = []
    last: list[str] = []
    for match in _TOKEN.finditer(text):
        name, escaped, mark, plain = match.groups()
        top = groups[-1].arguments
        if name:
            names.append(name)
        elif mark == "(":
            groups.append(_Group(names))
            names = []
        elif mark == ")" and len(groups) > 1:
            closed = groups.pop()
            groups[-1].arguments[-1] += closed.shown()
            last = closed.arguments
        elif mark in (",", ";") and len(groups) > 1:
            top.append("")
        elif not names:  # else it is an option of what is named
            top[-1] += escaped or mark or plain
    while len(groups) > 1:
        closed = groups.pop()
        groups[-1].arguments[-1] += "".join(closed.arguments)
    return groups[0].arguments[0], last


def _overlaid(below: str, above: str) -> str:
    """Two texts over each other; a numeral in a circle is the character of that kind."""
    if above in _CIRCLES:
        below, above = above, below
    if below in _CIRCLES and above.isdecimal() and 0 < int(above) <= len(_CIRCLED):
        return _CIRCLED[int(above) - 1]
    return below + above
