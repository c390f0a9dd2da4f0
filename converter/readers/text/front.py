"""The metadata block of a text, taken out of it and accounted for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from converter.model.elements import NONE, Elements
from converter.model.nodes import Document, Removed
from converter.readers.text.residue import removed
from converter.source.text import SourceText

REASON = "metadata"
_OPENING = re.compile(r"\s*(?:[-‐‑‒–—―─━−－=＝*＊+＋_＿`~]|.{1,60}[:：=])")
"""The beginning of a first line that may begin metadata: marks, or a key. Others are titles."""


@dataclass(frozen=True, slots=True)
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
    opening = next((line for line in source.lines if line.strip()), "")
    if not _OPENING.match(opening):
        return None
    from converter.metadata.block import find_block  # most drafts have none
    from converter.metadata.statement import merged

    block = find_block(source.lines, name)
    if block is None:
        return None
    lines = {*range(block.first, block.last + 1), block.lid}
    pieces = [piece for piece in source.pieces() if piece.line in lines]
    return Front(
        merged(NONE, block.stated, f"{name}:{block.first}"),
        tuple(item for piece in pieces for item in removed(piece, REASON)),
        replace(source, text=_rest(source, block.last, block.lid)),
    )


def _rest(source: SourceText, last: int, lid: int) -> str:
    """The text below line ``last``, without the characters of line ``lid``, each line with its
    number."""
    starts = [*source.line_starts, len(source.text)]
    if lid:
        length = len(source.lines[lid - 1])
        below = source.text[starts[last] : starts[lid - 1]]
        return "\n" * last + below + source.text[starts[lid - 1] + length :]
    return "\n" * last + source.text[starts[last] :]
