"""Spans found in a view, line by line of the input: what repeats on a line is one find."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from converter.bilingual import Text
from converter.findings import Fix
from converter.linter.view import View

Span = tuple[int, int]


def by_line(view: View, spans: Iterable[Span], *, alike: bool = False) -> Iterator[list[Span]]:
    """The spans of each line together; with ``alike``, those of the same text on each line."""
    groups: dict[Hashable, list[Span]] = {}
    for start, end in spans:
        key = (view.line(start), view.text[start:end] if alike else "")
        groups.setdefault(key, []).append((start, end))
    yield from groups.values()


def times(count: int) -> Text:
    """How often something stands on a line, as the end of a message; empty for once."""
    if count == 1:
        return Text("", "")
    return Text(f"，本行共{count}处", f", {count} on this line")


def write(view: View, changes: Iterable[tuple[int, int, str]], *, safe: bool = True) -> Fix | None:
    """One fix that writes a text for each span, as far as the spans are whole in the input; None
    where none of them is."""
    edits = (view.edit(start, end, text) for start, end, text in changes)
    found = tuple(edit for edit in edits if edit)
    return Fix(safe, found) if found else None


def erase(view: View, spans: Iterable[Span]) -> Fix | None:
    """One safe fix that takes the spans out."""
    return write(view, ((start, end, "") for start, end in spans))
