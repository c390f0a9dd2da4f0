"""Numbered headings in the groups in which their numbers must run, and edits to their marks."""

from __future__ import annotations

from collections.abc import Iterator

from converter.findings import Edit
from converter.model import walk
from converter.model.nodes import Document, Number, Section
from converter.numbering import match_mark


def groups(document: Document) -> Iterator[list[tuple[Section, Number]]]:
    """Each parent's numbered sub-sections, by mark style, in document order."""
    parents = [section for _, section in walk.sections(document)]
    for children in (document.sections, *(parent.content for parent in parents)):
        styles: dict[str, list[tuple[Section, Number]]] = {}
        for child in children:
            if isinstance(child, Section) and child.number:
                mark = match_mark(child.number.text + "题")
                name = mark.style.name if mark else ""
                styles.setdefault(name, []).append((child, child.number))
        yield from styles.values()


def mark_edit(section: Section, text: str) -> Edit | None:
    """The edit that writes ``text`` for a heading's number mark; None where the mark is broken
    over two places of the input."""
    mark = section.mark
    line, column = section.place(0)
    last_line, last_column = section.place(len(mark) - 1)
    if (last_line, last_column) != (line, column + len(mark) - 1):
        return None
    return Edit(line, column, line, last_column + 1, text)
