"""Giving the texts of a finished document the footnote references that stand in them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise
from operator import attrgetter

from converter.model import walk
from converter.model.nodes import BODY, Footnote, Paragraph, Reference, Section
from converter.readers.text.footnotes import Mark, Marks
from converter.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from converter.model.nodes import Block, DateLine, Document, Node, SideLine, TextLine

    Referring = TypeVar("Referring", TextLine, SideLine, DateLine, Paragraph, Section)

Found = dict[int, list[Reference]]
"""The references of each node, by its ``id``."""


@record
class _Stretch:
    """A part of a node's text that stands together in the input, from ``column`` on."""

    column: int
    node: Node
    start: int
    end: int


def attach(
    document: Document, marks: Marks, *, anywhere: bool = False
) -> tuple[Document, set[Mark]]:
    """The document with its references; or as it is, with those that no paragraph of the text can
    take: they stand in a heading, a signature, a salutation. ``anywhere`` lets every text take
    them, as those of a structured format are no matter of guessing."""
    stretches = _stretches(document, {mark.line for mark in marks.references})
    found: Found = defaultdict(list)
    refused: set[Mark] = set()
    for mark in marks.references:
        node, offset = _place(mark, stretches[mark.line], anywhere=anywhere)
        if node:
            found[id(node)].append(Reference(offset, mark.label))
        else:
            refused.add(mark)
    if not found or (refused and not anywhere):
        return document, refused
    return _referring(document, found), refused


def _stretches(document: Document, lines: set[int]) -> dict[int, list[_Stretch]]:
    """What stands on each of ``lines``, by column."""
    found: dict[int, list[_Stretch]] = {line: [] for line in lines}
    for _, node in walk.nodes(document) if lines else ():
        starts = [0, *(b.start for b in node.breaks), len(walk.node_text(node))]
        for start, end in pairwise(starts):
            line, column = node.place(start)
            if line in lines and end > start:
                found[line].append(_Stretch(column, node, start, end))
    for stretches in found.values():
        stretches.sort(key=attrgetter("column"))
    return found


def _place(mark: Mark, stretches: list[_Stretch], *, anywhere: bool) -> tuple[Node | None, int]:
    """The text in which a mark stands, and where: in the one to its left, or before that to its
    right where nothing is left of it or only the heading that opens the paragraph."""
    index = bisect_left(stretches, mark.column, key=attrgetter("column"))
    left, right = stretches[index - 1 : index], stretches[index : index + 1]
    places = [(s, min(s.start + mark.column - s.column, s.end)) for s in left]
    if right and left and isinstance(left[0].node, Section) and places[0][1] == left[0].end:
        places = []
    places += [(s, s.start) for s in right]
    for stretch, offset in places:
        node = stretch.node
        if anywhere:
            return (None, 0) if isinstance(node, Footnote) else (node, offset)
        if isinstance(node, Paragraph):
            return (node, offset) if node.kind == BODY else (None, 0)
        if not isinstance(node, Section):
            return None, 0
    return None, 0


def _referring(document: Document, found: Found) -> Document:
    return replace(
        document,
        title=_line(document.title, found),
        above_title=tuple(_own(line, found) for line in document.above_title),
        below_title=tuple(_own(line, found) for line in document.below_title),
        lead=tuple(_paragraph(paragraph, found) for paragraph in document.lead),
        sections=tuple(_section(section, found) for section in document.sections),
        signature=_line(document.signature, found),
        date=_own(document.date, found) if document.date else None,
        notes=tuple(_paragraph(paragraph, found) for paragraph in document.notes),
        attachments=tuple(
            replace(
                item,
                label=_own(item.label, found),
                title=_line(item.title, found),
                content=_blocks(item.content, found),
            )
            for item in document.attachments
        ),
    )


def _line(line: TextLine | None, found: Found) -> TextLine | None:
    return _own(line, found) if line else None


def _blocks(blocks: tuple[Block, ...], found: Found) -> tuple[Block, ...]:
    return tuple(
        _section(block, found) if isinstance(block, Section) else _paragraph(block, found)
        for block in blocks
    )


def _section(section: Section, found: Found) -> Section:
    return replace(_own(section, found), content=_blocks(section.content, found))


def _paragraph(paragraph: Paragraph, found: Found) -> Paragraph:
    own = _own(paragraph, found)
    if not own.insets:
        return own
    insets = tuple(
        replace(inset, table=_paragraph(inset.table, found)) if inset.table else inset
        for inset in own.insets
    )
    return replace(own, insets=insets)


def _own(node: Referring, found: Found) -> Referring:
    """The node with the references that stand in its text, if any do."""
    own = sorted(found.get(id(node), ()), key=attrgetter("offset"))
    return replace(node, references=tuple(own)) if own else node
