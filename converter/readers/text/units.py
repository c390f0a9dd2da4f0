"""Lines of text that a format makes of stretches of its file: what stands between them is marks."""

from __future__ import annotations

from converter.model.nodes import BODY
from converter.model.position import Break
from converter.numbering import match_mark
from converter.readers.text import residue
from converter.readers.text.directives import take_directives
from converter.readers.text.lines import ELEMENT_KINDS, Line
from converter.source.text import Piece

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.model.nodes import Removed
    from converter.readers.text.given import Given, Unit
    from converter.source.text import SourceText


def read_units(source: SourceText, given: Given) -> tuple[list[Line], list[Removed]]:
    """The lines that a format makes of a source, residue taken out of them, and what is no text:
    marks, directives, residue."""
    pieces = list(source.pieces())
    units = [(_piece(unit, pieces), unit) for unit in given.units]
    texts = [piece.text.strip() for piece, _ in units]
    sought = residue.sought_in(texts, [text for text in texts if match_mark(text) is None])
    lines: list[Line] = []
    gone = [
        item
        for line, start, end, reason in given.marks
        for item in residue.removed(pieces[line - 1].slice(start, end), reason)
    ]
    due = 0
    for piece, unit in units:
        known = unit.known
        if known.kind:
            gap = unit.gap + due
            lines.append(Line(piece, gap, known.kind, known.align, known.picture, known))
            due = 0
            continue
        piece, directives = take_directives(piece)
        gone += directives
        if not known.text:
            piece, dropped = residue.clean(piece, residue.ALL if directives else sought)
            gone += dropped
        piece = piece.strip()
        if piece.text:
            kind = ELEMENT_KINDS.get(known.element, BODY)
            lines.append(Line(piece, unit.gap + due, kind, given=known))
        due = 0 if piece.text else due + unit.gap
    return lines, gone


def _piece(unit: Unit, pieces: Sequence[Piece]) -> Piece:
    """The unit's text with its places."""
    texts: list[str] = []
    breaks: list[Break] = []
    length = 0
    for line, start, end, glue in unit.stretches:
        length += len(glue)
        if texts:
            breaks.append(Break(length, line, start + 1))
        text = pieces[line - 1].text[start:end]
        texts += (glue, text)
        length += len(text)
    line, start, *_ = unit.stretches[0]
    return Piece("".join(texts), line, start + 1, tuple(breaks))
