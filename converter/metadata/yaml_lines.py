"""Lines of YAML as people write them: colons made regular, and what a line is wrong in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from converter.bilingual import Text
from converter.errors import MetadataError
from converter.metadata.fields import BY_KEY, find
from converter.metadata.signs import named_field

_KEY_LINE = re.compile(
    r"(?P<key>[^\s:：#\"'\[\]{}&*!|>%@`,-][^:：]{0,40}?)[ \t\u3000]{0,8}"
    r"[:：][ \t\u3000]*(?P<rest>.*)"
)
"""A top-level line of YAML. The first colon divides it, also a full-width one and one without a
blank behind it: people write 发文字号：云农〔2024〕5号."""
_OTHER = tuple(" \t\u3000-#[]{}\"'&*!|>%@`?,.")
"""First characters of lines that are no plain line with a key."""
_DECORATION = " \t\u3000【】[]*;；"
"""What stands around keys in place of a colon."""
_SHOWN = 20


def divided(line: str) -> str:
    """The line, its key and its value divided as YAML wants it."""
    match = _KEY_LINE.fullmatch(line)
    return f"{match['key']}: {match['rest']}".rstrip() if match else line


def line_fault(lines: list[str], upto: int, name: str, first: int) -> MetadataError | None:
    """What is wrong in the first wrong line before index ``upto``, in a text that is no YAML; None
    when nothing is seen. ``first`` is the number of the text's first line."""
    for index, line in enumerate(lines[:upto]):
        indented = line[:1].isspace() and index > 0
        where = f"{name}:{first + index}"
        if indented and (entry := _KEY_LINE.fullmatch(line.strip())) and find(entry["key"]):
            return MetadataError(
                Text(f"“{_shown(line)}”前面有空格", f"“{_shown(line)}” has blanks before it"),
                where,
                Text("请删去", "take them out"),
            )
        if indented and named_field(line):
            return _no_colon(line, where)
        if line.strip() and not line.startswith(_OTHER) and not _KEY_LINE.fullmatch(line):
            return _no_colon(line, where)
    return None


def swallowed(lines: Iterable[str], name: str, first: int) -> MetadataError | None:
    """What is wrong in lines that go on with a plain value: one begins with the name of a field,
    and is meant as an entry of its own. ``first`` is the number of the first of them."""
    for number, line in enumerate(lines, first):
        if named_field(line):
            return _no_colon(line, f"{name}:{number}")
    return None


def _no_colon(line: str, where: str) -> MetadataError:
    text = line.strip(_DECORATION)
    known = [key for key in BY_KEY if text.startswith(key)]
    key = max(known, key=len, default="")
    right = f"{key}: {text.removeprefix(key).lstrip(_DECORATION)}"
    todo = (
        Text(f"应写作 {right}", f"write {right}")
        if key
        else Text("一行一项，如 密级: 机密", "one entry a line, as in 密级: 机密")
    )
    return MetadataError(
        Text(f"“{_shown(line)}”里没有冒号", f"“{_shown(line)}” has no colon"), where, todo
    )


def _shown(line: str) -> str:
    text = line.strip()
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
