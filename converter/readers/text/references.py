"""Giving the paragraphs of a finished document the footnote references that stand in them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise
from operator import attrgetter

from converter.model import walk
from converter.model.nodes import BODY, Block, Document, Node, Paragraph, Reference, Section
from converter.readers.text.footnotes import Mark, Marks
from converter.record import record, replace

Found = dict[int, list[Reference]]
"""The references of each paragraph, by its ``id``."""


@record
class _Stretch:
    """A part of a node's text that stands together in the input, from ``column`` on."""

    column: int
    node: Node
    start: int
    end: int


def attach(document: Document, marks: Marks) -> tuple[Document, set[Mark]]:
    """The document with its references; or as it is, with those that no paragraph of the text can
    take: they stand in a heading, a signature, a salutation."""
    stretches = _stretches(document, {mark.line for mark in marks.references})
    found: Found = defaultdict(list)
    refused: set[Mark] = set()
    for mark in marks.references:
        paragraph, offset = _place(mark, stretches[mark.line])
        if paragraph:
            found[id(paragraph)].append(Reference(offset, mark.label))
        else:
            refused.add(mark)
    return (document, refused) if refused or not found else (_referring(document, found), refused)


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


def _place(mark: Mark, stretches: list[_Stretch]) -> tuple[Paragraph | None, int]:
    """The paragraph in which a mark stands, and where: behind the text to its left, or before
    that to its right where nothing is left of it or only the heading that opens the paragraph."""
    index = bisect_right(stretches, mark.column, key=attrgetter("column"))
    for stretch, offset in (
        *((s, s.end) for s in stretches[index - 1 : index]),
        *((s, s.start) for s in stretches[index : index + 1]),
    ):
        node = stretch.node
        if isinstance(node, Paragraph):
            return (node, offset) if node.kind == BODY else (None, 0)
        if not isinstance(node, Section):
            return None, 0
    return None, 0


def _referring(document: Document, found: Found) -> Document:
    lead = tuple(_paragraph(paragraph, found) for paragraph in document.lead)
    sections = tuple(_section(section, found) for section in document.sections)
    attachments = tuple(
        replace(item, content=_blocks(item.content, found)) for item in document.attachments
    )
    return replace(document, lead=lead, sections=sections, attachments=attachments)


def _blocks(blocks: tuple[Block, ...], found: Found) -> tuple[Block, ...]:
    return tuple(
        _section(block, found) if isinstance(block, Section) else _paragraph(block, found)
        for block in blocks
    )


def _section(section: Section, found: Found) -> Section:
    return replace(section, content=_blocks(section.content, found))


def _paragraph(paragraph: Paragraph, found: Found) -> Paragraph:
    own = sorted(found.get(id(paragraph), ()), key=attrgetter("offset"))
    return replace(paragraph, references=tuple(own)) if own else paragraph
