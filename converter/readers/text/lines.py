"""The lines of an input as the reader's later stages see them."""

from __future__ import annotations

from converter.model.nodes import BODY, Paragraph, Picture, Removed
from converter.readers.text import residue
from converter.readers.text.directives import take_directives
from converter.record import record
from converter.source.text import Piece, SourceText

FOOTNOTE = "footnote"
"""The kind of a line that is a footnote's text; no paragraph comes of it."""


@record
class Line:
    """A line with text on it, stripped; ``gap`` counts the blank lines before it.

    ``kind``, ``align`` and ``picture`` are those of the paragraph that the line makes. Only a line
    of the kind :data:`BODY` is looked at as text: a table, whose rows are one line here, or a
    picture is no heading, no title and no date, whatever it says.
    """

    piece: Piece
    gap: int = 0
    kind: str = BODY
    align: tuple[str, ...] = ()
    picture: Picture | None = None

    @property
    def text(self) -> str:
        """The line's text."""
        return self.piece.text

    @property
    def is_text(self) -> bool:
        """Whether the line is looked at as text."""
        return self.kind == BODY

    def with_piece(self, piece: Piece) -> Line:
        """The same line with other text."""
        return Line(piece, self.gap, self.kind, self.align, self.picture)

    def of_kind(self, kind: str) -> Line:
        """The same line as another kind."""
        return Line(self.piece, self.gap, kind, self.align, self.picture)

    def paragraph(self) -> Paragraph:
        """The paragraph that the line makes, its points not looked for."""
        piece = self.piece
        return Paragraph(
            piece.text,
            piece.line,
            piece.column,
            breaks=piece.breaks,
            kind=self.kind,
            align=self.align,
            picture=self.picture,
        )


def read_lines(source: SourceText) -> tuple[list[Line], list[Removed]]:
    """The lines that hold text once residue is taken out, and the residue."""
    lines: list[Line] = []
    gone: list[Removed] = []
    gap = 0
    sought = residue.Sought(source.text)
    for raw in source.pieces():
        bare, directives = take_directives(raw)
        gone += directives
        if directives and not bare.text.strip():
            continue
        piece, dropped = residue.clean(bare, residue.ALL if directives else sought)
        gone += dropped
        if piece.text:
            lines.append(Line(piece, gap))
            gap = 0
        else:
            gap += 1
    return lines, gone
