"""The lines of an input as the reader's later stages see them."""

from __future__ import annotations

from converter.model.nodes import BODY, Paragraph
from converter.numbering import match_mark
from converter.patterns import holds
from converter.readers.text import residue
from converter.source.text import Piece, SourceText, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import Picture, Removed
    from converter.numbering import Mark
    from converter.readers.text.given import Given, GivenLine

FOOTNOTE = "footnote"
"""The kind of a line that is a footnote's text; no paragraph comes of it."""
_FRONT_MARKS = tuple("-‐‑‒–—―─━−－=＝*＊+＋_＿`~")
_LONGEST_KEY = 60
ELEMENT_KINDS = {
    "recipient": "recipient",
    "attachment": "attachment",
    "caption": "caption",
    "unit": "unit",
}
"""The kinds of paragraph that elements of a layout are."""
_BLANKS = " \u3000\t"
"""What a layout puts before and behind a line."""


class Line:
    """A line with text on it, stripped; ``gap`` counts the blank lines before it.

    ``kind``, ``align`` and ``picture`` are those of the paragraph that the line makes. Only a line
    of the kind :data:`BODY` is looked at as text (:attr:`is_text`): a table, whose rows are one
    line here, or a picture is no heading, no title and no date, whatever it says. ``given`` is what
    a structured format says of the line; None in a text file.
    """

    __slots__ = (
        *("align", "bare", "gap", "given", "is_text", "kind", "mark", "picture", "piece", "text"),
    )
    mark: Mark | None
    """The number mark that the text begins with."""
    bare: str
    """The text without any white space."""

    def __init__(
        self,
        piece: Piece,
        gap: int = 0,
        kind: str = BODY,
        align: tuple[str, ...] = (),
        picture: Picture | None = None,
        given: GivenLine | None = None,
    ) -> None:
        self.piece, self.text, self.gap = piece, piece.text, gap
        self.kind, self.is_text = kind, kind == BODY
        self.align, self.picture, self.given = align, picture, given

    @property
    def level(self) -> int:
        """The level of the heading that its format says it is; 0 where it says nothing."""
        return self.given.level if self.given else 0

    @property
    def is_literal(self) -> bool:
        """Whether what looks like a mark of Markdown in it is text."""
        return self.given is not None and self.given.literal

    @property
    def element(self) -> str:
        """The element of the layout that its format says it is; empty where it says nothing."""
        return self.given.element if self.given else ""

    def __getattr__(self, name: str) -> Mark | str | None:
        """What is asked for a line again and again: found out once, and not before."""
        if name == "mark":
            self.mark = match_mark(self.text)
            return self.mark
        if name == "bare":
            self.bare = "".join(self.text.split())
            return self.bare
        raise AttributeError(name)

    def with_piece(self, piece: Piece) -> Line:
        """The same line with other text."""
        return Line(piece, self.gap, self.kind, self.align, self.picture, self.given)

    def of_kind(self, kind: str) -> Line:
        """The same line as another kind."""
        return Line(self.piece, self.gap, kind, self.align, self.picture, self.given)

    def behind(self, gap: int) -> Line:
        """The same line with so many blank lines before it."""
        return Line(self.piece, gap, self.kind, self.align, self.picture, self.given)

    def paragraph(self) -> Paragraph:
        """The paragraph that the line makes, its points not looked for."""
        piece, given = self.piece, self.given
        if given is not None and self.kind == "table":
            return Paragraph(
                piece.text,
                piece.line,
                piece.column,
                breaks=piece.breaks,
                kind=self.kind,
                align=self.align,
                merged=given.merged,
                insets=given.insets,
                header_rows=given.header_rows,
            )
        return Paragraph(
            piece.text,
            piece.line,
            piece.column,
            breaks=piece.breaks,
            kind=self.kind,
            align=self.align,
            picture=self.picture,
        )


def may_be_metadata(line: str) -> bool:
    """Whether a first line may begin metadata: with marks, or a key. Others are titles."""
    bare = line.lstrip()
    head = line[1 : len(line) - len(bare) + _LONGEST_KEY + 1]
    return bare.startswith(_FRONT_MARKS) or holds(head, ":：=")


def read_lines(source: SourceText, given: Given | None = None) -> tuple[list[Line], list[Removed]]:
    """The lines that hold text once residue is taken out, and the residue."""
    if given is not None and given.units:
        from converter.readers.text.units import read_units

        return read_units(source, given)
    if given is not None:
        return _read_given(source, given)
    lines: list[Line] = []
    gone: list[Removed] = []
    gap = 0
    texts = [line.strip(_BLANKS) for line in source.lines]
    marks = [match_mark(text) for text in texts]
    loose = [text for text, mark in zip(texts, marks, strict=True) if mark is None]
    sought = residue.sought_in(texts, loose)
    signs = (*sought.inside, "<!--") if source.has("<!--") else sought.inside
    for number, raw in enumerate(source.lines, 1):
        text, mark = texts[number - 1], marks[number - 1]
        if _is_plain(text, mark, sought, signs):
            if text:
                column = 1 + (0 if raw[0] == text[0] else len(raw) - len(raw.lstrip(_BLANKS)))
                line = Line(Piece(text, number, column), gap)
                line.mark = mark
                lines.append(line)
            gap = 0 if text else gap + 1
            continue
        piece, dropped, counts = _cleaned(Piece(raw, number), sought)
        gone += dropped
        if piece.text:
            lines.append(Line(piece, gap))
        gap = 0 if piece.text else gap + counts
    return lines, gone


def _read_given(source: SourceText, given: Given) -> tuple[list[Line], list[Removed]]:
    """The same for a text of which a structured format says what its lines are."""
    lines: list[Line] = []
    gone: list[Removed] = []
    texts = [line.strip(_BLANKS) for line in source.lines]
    sought = residue.sought_in(texts, [text for text in texts if match_mark(text) is None])
    pieces = list(source.pieces())
    gap = number = 0
    while number < len(pieces):
        piece, known = pieces[number], given.lines.get(number + 1)
        number += 1
        if known is None or not (known.reason or known.kind):
            piece, dropped = _without_cuts(piece, known)
            gone += dropped
            piece, dropped, counts = _cleaned(piece, sought)
            gone += dropped
            if piece.text and known and known.joins and lines:
                lines[-1] = lines[-1].with_piece(join([lines[-1].piece, piece], known.glue))
            elif piece.text:
                kind = ELEMENT_KINDS.get(known.element, BODY) if known else BODY
                lines.append(Line(piece, gap, kind, given=known))
            gap = 0 if piece.text else gap + counts
        elif known.reason:
            gone += residue.removed(piece.strip(), known.reason)
        else:
            rows = pieces[number - 1 : number - 1 + known.rows]
            number += known.rows - 1 + known.inner
            whole = join(rows, "\n") if known.kind == "table" else piece.strip()
            lines.append(Line(whole, gap, known.kind, known.align, known.picture, known))
            gap = 0
    return lines, gone


def _without_cuts(piece: Piece, known: GivenLine | None) -> tuple[Piece, list[Removed]]:
    """A line without the marks of its format, and these."""
    if known is None or not known.cuts:
        return piece, []
    gone = [
        item
        for start, end, reason in known.cuts
        for item in residue.removed(piece.slice(start, end), reason)
    ]
    return piece.without([(start, end) for start, end, _ in known.cuts]), gone


def _is_plain(text: str, mark: Mark | None, sought: residue.Sought, signs: tuple[str, ...]) -> bool:
    """Whether a line, stripped of blanks, stays as it is. What is told by ``signs`` or by
    characters that are not printable is looked at more closely."""
    return (
        text.isprintable()
        and not (signs and holds(text, signs))
        and residue.line_reason(text, sought) is None
        and (mark is not None or not residue.advertises(text, sought))
    )


def _cleaned(raw: Piece, sought: residue.Sought) -> tuple[Piece, list[Removed], bool]:
    """A line without directives and residue, these, and whether it counts as a blank line when
    nothing is left of it."""
    if "<!--" not in raw.text:
        return *residue.clean(raw, sought), True
    from converter.readers.text.directives import take_directives  # few drafts have any

    bare, directives = take_directives(raw)
    if directives and not bare.text.strip():
        return bare.slice(0, 0), directives, False
    piece, gone = residue.clean(bare, residue.ALL if directives else sought)
    return piece, directives + gone, True
