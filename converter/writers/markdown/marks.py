"""Text as Markdown that reads as that text: what would be a mark is escaped."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.model.nodes import Reference

_MARKS = re.compile(
    r"[*_`~\[]"
    r"|\\(?=[!-/:-@\[-`{-~\n]|\Z)"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?[A-Za-z0-9]{1,32};)"
)
"""What is a mark wherever it stands."""
_FIRST = re.compile(r"#|>|[-+](?=[ \t]|\Z)|=(?==*[ \t]*\Z)|[-:|+](?=[-:|+ \t]*\Z)")
"""What is a mark at the beginning of a line."""
_NUMBER = re.compile(r"([0-9]{1,9})([.)])(?=[ \t]|\Z)")
_BAD_IN_LABEL = re.compile(r"[\[\]\s^]")
_LONGEST_LABEL = 32
_LINE_END = re.compile(r"[\r\n]")


def escaped(text: str) -> str:
    """The text with a backslash before each mark, in one line."""
    return _MARKS.sub(r"\\\g<0>", _LINE_END.sub(" ", text))


def line_of(text: str, references: Iterable[Reference], *, alone: bool = False) -> str:
    """A text with its references, each of its lines escaped; ``alone`` at the beginning of a
    block, where more is a mark."""
    pieces: list[str] = []
    last = 0
    for reference in sorted(references, key=lambda r: r.offset):
        pieces += [_part(text[last : reference.offset], alone=alone and not last)]
        pieces.append(f"[^{note_label(reference.label)}]")
        last = reference.offset
    pieces.append(_part(text[last:], alone=alone and not last))
    return "".join(pieces)


def _part(text: str, *, alone: bool) -> str:
    lines = [escaped(line) for line in text.split("\n")]
    if alone:
        lines = [_begun(line) for line in lines]
    return "\\\n".join(lines)


def _begun(line: str) -> str:
    """A line that begins no block but a paragraph."""
    line = _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line
    return "\\" + line if _FIRST.match(line) else line


def note_calls(references: Iterable[Reference]) -> str:
    """The calls of footnotes, one behind the other."""
    return "".join(f"[^{note_label(reference.label)}]" for reference in references)


def note_label(label: str) -> str:
    """A footnote's label as Markdown can have it."""
    return _BAD_IN_LABEL.sub("-", label)[:_LONGEST_LABEL] or "-"
