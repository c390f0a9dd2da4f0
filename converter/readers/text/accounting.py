"""The promise, checked at every run: each non-blank character of the input is in a document or
among its removed texts, once, in order."""

from __future__ import annotations

from itertools import pairwise

from converter.bilingual import Text
from converter.errors import ConverterError
from converter.model.nodes import Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.model.nodes import Block, Document, Node
    from converter.source.text import SourceText

    Stretch = tuple[int, int, str]
    """(line, column, text): text that stands together in the input."""


def stretches(document: Document) -> Iterator[Stretch]:
    """Every text of a document and of its removed list, cut where it breaks in the input."""
    for node in _nodes(document):
        text = node.opening if isinstance(node, Section) else node.text
        if node.breaks:
            starts = [0, *(b.start for b in node.breaks), len(text)]
            for start, end in pairwise(starts):
                if end > start:
                    yield *node.place(start), text[start:end]
        elif text:
            yield node.line, node.column, text
    for item in document.removed:
        yield item.line, item.column, item.text


def _nodes(document: Document) -> Iterator[Node]:
    """Every node with a text, without the paths that :mod:`converter.model.walk` gives."""
    yield from document.above_title
    if document.title:
        yield document.title
    yield from document.below_title
    yield from _blocks((*document.lead, *document.sections))
    yield from filter(None, (document.signature, document.date))
    yield from _blocks(document.notes)
    for attachment in document.attachments:
        yield from filter(None, (attachment.label, attachment.title))
        yield from _blocks(attachment.content)
    yield from document.footnotes


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    stack = [*blocks][::-1]
    while stack:
        block = stack.pop()
        yield block
        if isinstance(block, Section):
            stack += block.content[::-1]
        elif block.insets:
            stack += [inset.table for inset in block.insets if inset.table]


def lost(source: SourceText, documents: tuple[Document, ...]) -> int | None:
    """The first line of the source whose text the documents do not give back, or None."""
    by_line: dict[int, list[tuple[int, str]]] = {}
    for document in documents:
        for number, column, text in stretches(document):
            by_line.setdefault(number, []).append((column, text))
    for number, line in enumerate(source.lines, 1):
        found = by_line.pop(number, None)
        text = "".join(text for _, text in sorted(found)) if found else ""
        if text != line and text != line.strip() and "".join(text.split()) != "".join(line.split()):
            return number
    return min(by_line, default=None)


def check(source: SourceText, documents: tuple[Document, ...], name: str = "") -> None:
    """Raises ConverterError when a character of the source is unaccounted for.

    That is a defect of this program; nothing is written rather than something incomplete.
    """
    line = lost(source, documents)
    if line is not None:
        raise ConverterError(
            Text(
                f"程序有误：第 {line} 行有文字没有着落，没有写出任何文件",
                f"defect: text of line {line} is unaccounted for; nothing was written",
            ),
            name,
            Text("请把这一行发给维护者", "please report this line"),
        )
