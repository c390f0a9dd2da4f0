"""The lines of an input as the reader's later stages see them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from converter.model.nodes import Removed
from converter.readers.text import residue
from converter.source.text import Piece, SourceText


@dataclass(frozen=True, slots=True)
class Line:
    """A line with text on it, stripped; ``gap`` counts the blank lines before it."""

    piece: Piece
    gap: int = 0

    @property
    def text(self) -> str:
        """The line's text."""
        return self.piece.text

    def with_piece(self, piece: Piece) -> Line:
        """The same line with other text."""
        return replace(self, piece=piece)


def read_lines(source: SourceText) -> tuple[list[Line], list[Removed]]:
    """The lines that hold text once residue is taken out, and the residue."""
    lines: list[Line] = []
    gone: list[Removed] = []
    gap = 0
    for raw in source.pieces():
        piece, dropped = residue.clean(raw)
        gone += dropped
        if piece.text:
            lines.append(Line(piece, gap))
            gap = 0
        else:
            gap += 1
    return lines, gone
