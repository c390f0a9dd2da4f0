"""Going through a document: every node with its path, and the document as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.model.nodes import Block, Document, Node, Paragraph, Section


def nodes(document: Document) -> Iterator[tuple[str, Node]]:
    """Each text-bearing node with its JSON path (``sections[0].content[2]``), in document order."""
    yield from ((f"above_title[{i}]", node) for i, node in enumerate(document.above_title))
    if document.title:
        yield "title", document.title
    yield from ((f"below_title[{i}]", node) for i, node in enumerate(document.below_title))
    yield from ((f"lead[{i}]", node) for i, node in enumerate(document.lead))
    yield from blocks(document.sections, "sections")
    yield from _ending(document)


def _ending(document: Document) -> list[tuple[str, Node]]:
    """Signature and date as they stand in the input; nothing is moved."""
    found: list[tuple[str, Node]] = []
    if document.signature:
        found.append(("signature", document.signature))
    if document.date:
        found.append(("date", document.date))
    return sorted(found, key=lambda item: (item[1].line, item[1].column))


def blocks(content: Iterable[Block], path: str) -> Iterator[tuple[str, Section | Paragraph]]:
    """Sections and paragraphs under ``path``, depth first, each with its own path.

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
    """Every section of every level with its path."""
    for path, block in blocks(document.sections, "sections"):
        if isinstance(block, Section):
            yield path, block


def paragraphs(document: Document) -> Iterator[tuple[str, Paragraph]]:
    """Every paragraph, lead first, with its path."""
    yield from ((f"lead[{i}]", paragraph) for i, paragraph in enumerate(document.lead))
    for path, block in blocks(document.sections, "sections"):
        if isinstance(block, Paragraph):
            yield path, block


def node_text(node: Node) -> str:
    """The node's own text, a section's being its opening."""
    return node.opening if isinstance(node, Section) else node.text


def lines(document: Document) -> Iterator[str]:
    """The document as lines of text, a run-in heading together with its first paragraph."""
    held = ""
    for _, node in nodes(document):
        text = held + node_text(node)
        if isinstance(node, Section) and node.inline:
            held = text
            continue
        held = ""
        if text:
            yield text
