"""Going through a document: every node with its path, and the document as plain text."""

from __future__ import annotations

from converter.model.nodes import (
    CELL_PARAGRAPH,
    Attachment,
    Block,
    Document,
    Footnote,
    Node,
    Paragraph,
    Section,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from converter.model.nodes import Picture, Reference

    Group: TypeAlias = list[tuple[str, Node]]
    """Nodes that stand together, one at least, with their paths."""


def nodes(document: Document) -> Iterator[tuple[str, Node]]:
    """Each text-bearing node with its JSON path (``sections[0].content[2]``), in document order:
    what stands beside the title, the text, the ending, then notes, attachments, footnotes. A table
    that stands in a cell of another comes behind that."""
    for path, node in _outer(document):
        yield path, node
        if isinstance(node, Paragraph) and node.insets:
            yield from inner_tables(node, path)


def inner_tables(table: Paragraph, path: str) -> Iterator[tuple[str, Paragraph]]:
    """The tables that stand in the cells of a table, each with its path, and those in theirs."""
    for i, inset in enumerate(table.insets):
        if inset.table:
            here = f"{path}.insets[{i}].table"
            yield here, inset.table
            yield from inner_tables(inset.table, here)


def _outer(document: Document) -> Iterator[tuple[str, Node]]:
    """The nodes that do not stand in another one's cells."""
    yield from ((f"above_title[{i}]", node) for i, node in enumerate(document.above_title))
    if document.title:
        yield "title", document.title
    yield from ((f"below_title[{i}]", node) for i, node in enumerate(document.below_title))
    yield from ((f"lead[{i}]", node) for i, node in enumerate(document.lead))
    yield from blocks(document.sections, "sections")
    for group in _behind_the_text(document):
        yield from group


def _behind_the_text(document: Document) -> list[Group]:
    """Signature and date, then notes, attachments and footnotes, each as they stand in the input;
    nothing is moved."""
    ending: list[Group] = []
    if document.signature:
        ending.append([("signature", document.signature)])
    if document.date:
        ending.append([("date", document.date)])
    rest: list[Group] = []
    for i, note in enumerate(document.notes):
        rest.append([(f"notes[{i}]", note)])
    for i, attachment in enumerate(document.attachments):
        rest.append(list(_attachment(f"attachments[{i}]", attachment)))
    for i, footnote in enumerate(document.footnotes):
        rest.append([(f"footnotes[{i}]", footnote)])
    return sorted(ending, key=_place) + sorted(rest, key=_place)


def _place(group: Group) -> tuple[int, int]:
    node = group[0][1]
    return node.line, node.column


def _attachment(path: str, attachment: Attachment) -> Iterator[tuple[str, Node]]:
    yield f"{path}.label", attachment.label
    if attachment.title:
        yield f"{path}.title", attachment.title
    yield from blocks(attachment.content, f"{path}.content")


def blocks(content: Iterable[Block], path: str) -> Iterator[tuple[str, Section | Paragraph]]:
    """Sections and paragraphs under ``path``, depth first, each with its own path; not the tables
    that stand in a table's cells.

    Walks with a stack of its own, so that no input, however deep, exhausts Python's.
    """
    stack = [iter([(f"{path}[{i}]", block) for i, block in enumerate(content)])]
    while stack:
        for here, block in stack[-1]:
            yield here, block
            if isinstance(block, Section):
                children = enumerate(block.content)
                stack.append(iter([(f"{here}.content[{i}]", child) for i, child in children]))
                break
        else:
            stack.pop()


def sections(document: Document) -> Iterator[tuple[str, Section]]:
    """Every section of every level of the report itself, attachments apart, with its path."""
    for path, block in blocks(document.sections, "sections"):
        if isinstance(block, Section):
            yield path, block


def paragraphs(document: Document) -> Iterator[tuple[str, Paragraph]]:
    """Every paragraph with its path, in the order of :func:`nodes`, of any kind: those of notes
    and attachments, too."""
    for path, node in nodes(document):
        if isinstance(node, Paragraph):
            yield path, node


def references(node: Node) -> tuple[Reference, ...]:
    """The references to footnotes in a node's text."""
    return () if isinstance(node, Footnote) else node.references


def pictures(paragraph: Paragraph) -> Iterator[Picture]:
    """The pictures of a paragraph: the one that it is, and those in its cells, but for those of
    the tables in them."""
    if paragraph.picture:
        yield paragraph.picture
    for inset in paragraph.insets:
        if inset.picture:
            yield inset.picture


def node_text(node: Node) -> str:
    """The node's own text, a section's being its opening."""
    return node.opening if isinstance(node, Section) else node.text


def lines(document: Document) -> Iterator[str]:
    """The document as lines of text, a run-in heading together with its first paragraph, the
    paragraphs within a table's cell apart by blanks."""
    held = ""
    for _, node in nodes(document):
        text = held + node_text(node)
        if isinstance(node, Section) and node.inline:
            held = text
            continue
        held = ""
        if text:
            yield text.replace(CELL_PARAGRAPH, " ") if CELL_PARAGRAPH in text else text
