"""Places as an editor counts them: 0-based lines, and columns in units of its encoding."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol.types import Position, PositionEncodingKind, Range


def units(text: str, encoding: str) -> int:
    """The length of a text in an editor's units: UTF-16 code units (the protocol's default),
    bytes of UTF-8, or code points."""
    if encoding == PositionEncodingKind.Utf32:
        return len(text)
    if encoding == PositionEncodingKind.Utf8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def position(lines: Sequence[str], line: int, column: int, encoding: str) -> Position:
    """The editor's place of a 1-based line and a 1-based column in code points."""
    text = lines[line - 1] if line <= len(lines) else ""
    return Position(line=line - 1, character=units(text[: column - 1], encoding))


def span(lines: Sequence[str], start: tuple[int, int], end: tuple[int, int], code: str) -> Range:
    """The editor's range from one (line, column) to another, the end exclusive."""
    return Range(start=position(lines, *start, code), end=position(lines, *end, code))


def place(lines: Sequence[str], at: Position, encoding: str) -> tuple[int, int]:
    """The 1-based (line, column in code points) of an editor's place; past the end of a line it
    is the place behind its last character."""
    text = lines[at.line] if at.line < len(lines) else ""
    column, left = 0, at.character
    while column < len(text) and left > 0:
        left -= units(text[column], encoding)
        column += 1
    return at.line + 1, column + 1
