"""The metadata block of a text, taken out of it and accounted for."""

from __future__ import annotations

from converter.model.elements import NONE, Elements
from converter.readers.text.directives import take_directives, without_directives
from converter.readers.text.lines import may_be_metadata
from converter.readers.text.residue import removed
from converter.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.model.nodes import Document, Removed
    from converter.source.text import SourceText

REASON = "metadata"


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
    if not may_be_metadata(opening):
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
