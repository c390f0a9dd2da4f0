"""Numbered headings in the groups in which their numbers must run: one parent, one mark style."""

from __future__ import annotations

from collections.abc import Iterator

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
