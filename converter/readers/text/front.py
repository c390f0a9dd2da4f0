"""The metadata block of a text, taken out of it and accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from converter.model.elements import NONE, Elements
from converter.model.nodes import Document, Removed
from converter.patterns import holds
from converter.readers.text.directives import take_directives, without_directives
from converter.readers.text.residue import removed
from converter.record import record
from converter.source.text import SourceText

REASON = "metadata"
_MARKS = tuple("-‐‑‒–—―─━−－=＝*＊+＋_＿`~")
_LONGEST_KEY = 60


@record
class Front:
    """The block's elements and its text, and the source with blank lines in the block's place,
    so that the lines below keep their numbers."""

    elements: Elements
    removed: tuple[Removed, ...]
    rest: SourceText

    def attach(self, documents: tuple[Document, ...]) -> tuple[Document, ...]:
        """The reports with the block's elements; its text goes with the first one."""
        return tuple(
            replace(
                document,
                elements=self.elements,
                removed=((*self.removed, *document.removed) if index == 0 else document.removed),
            )
            for index, document in enumerate(documents)
        )


def take_front(source: SourceText, name: str) -> Front | None:
    """The metadata block at the head of a text, or None. Raises MetadataError."""
    lines = without_directives(source.lines)
    opening = next((line for line in lines if line.strip()), "")
    if not _may_begin(opening):
        return None
    from converter.metadata.block import find_block  # most drafts have none
    from converter.metadata.statement import merged

    block = find_block(lines, name)
    if block is None:
        return None
    return Front(
        merged(NONE, block.stated, f"{name}:{block.first}"),
        tuple(_taken(source, block.last, block.lid)),
        replace(source, text=_rest(source, block.last, block.lid)),
    )


def _may_begin(line: str) -> bool:
    """Whether a first line may begin metadata: with marks, or a key. Others are titles."""
    bare = line.lstrip()
    before = len(line) - len(bare) + _LONGEST_KEY
    return bare.startswith(_MARKS) or holds(line[1 : before + 1], ":：=")


def _taken(source: SourceText, last: int, lid: int) -> Iterator[Removed]:
    """What stands in the block and on the line ``lid``, and directives above the block."""
    for piece in source.pieces():
        if piece.line <= last or piece.line == lid:
            bare, directives = take_directives(piece)
            yield from directives
            yield from removed(bare, REASON)


def _rest(source: SourceText, last: int, lid: int) -> str:
    """The text below line ``last``, without the characters of line ``lid``, each line with its
    number."""
    starts = [*source.line_starts, len(source.text)]
    if lid:
        length = len(source.lines[lid - 1])
        below = source.text[starts[last] : starts[lid - 1]]
        return "\n" * last + below + source.text[starts[lid - 1] + length :]
    return "\n" * last + source.text[starts[last] :]
