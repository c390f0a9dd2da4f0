"""The metadata block of a text, taken out of it and accounted for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from converter.model.elements import NONE, Elements
from converter.model.nodes import Document, Removed
from converter.readers.text.residue import removed
from converter.source.text import SourceText

REASON = "metadata"
_OPENINGS = ("---", "+++")


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
    if not opening.startswith(_OPENINGS):
        return None
    from converter.metadata.block import find_block  # most drafts have none
    from converter.metadata.statement import merged

    block = find_block(source.lines, name)
    if block is None:
        return None
    pieces = [piece for piece in source.pieces() if block.first <= piece.line <= block.last]
    starts = source.line_starts
    rest = source.text[starts[block.last] :] if block.last < len(starts) else ""
    return Front(
        merged(NONE, block.stated, f"{name}:{block.first}"),
        tuple(item for piece in pieces for item in removed(piece, REASON)),
        replace(source, text="\n" * block.last + rest),
    )
