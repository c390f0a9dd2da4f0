"""Taking out what is no report text: pay-wall marks, advertisements, page numbers, web page trim.

What counts is data (``lexicon.py``). Nothing is dropped silently: every character taken out becomes
a :class:`Removed` with its place and reason.
"""

from __future__ import annotations

from itertools import pairwise

from converter.model.nodes import Removed
from converter.numbering import match_mark
from converter.patterns import holds, lazy
from converter.readers.text import lexicon
from converter.source.text import Piece

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# XML 1.0 cannot hold these, so no Word file can; they carry no text.
_UNPRINTABLE = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\ufeff]+")
_FEWEST_PHRASES = 2
_SENTENCE = lazy(r"[^。！？]+[。！？]*[”’」』）)]*")
_CLAUSE = lazy(r"[^，；。！？]+[，；。！？]*")
_BRACKET = lazy(r"[（(【][^（(【】)）]{4,100}[】)）]")
_LONGEST_ADVERTISEMENT = 400
_SHORTEST_TEXT = 8
"""Code points: a sentence beside an advertisement is text of the report from this length on."""
_LONGEST_CERTAIN = 200
"""Code points: an advertisement that is longer needs one phrase more."""


def removed(piece: Piece, reason: str) -> list[Removed]:
    """The piece as removed text, one entry for each stretch of the input it covers."""
    starts = [0, *(b.start for b in piece.breaks), len(piece)]
    parts = (piece.slice(a, b).strip() for a, b in pairwise(starts))
    return [Removed(part.line, part.column, part.text, reason) for part in parts if part.text]


class Sought:
    """The residue that may be in the lines of a text at all, which is little: nothing else need be
    looked for in them, unless something is taken out of them.

    What a line is by its first character alone is not looked for beforehand.
    """

    def __init__(self) -> None:
        """All that there is."""
        self.inline: tuple[lexicon.Entry, ...] = lexicon.INLINE
        self.pair: tuple[lexicon.Entry, ...] = lexicon.PAIR
        self.line: tuple[lexicon.Entry, ...] = lexicon.LINE_SIGNS
        self.strong: tuple[lexicon.Phrase, ...] = lexicon.STRONG

    @property
    def inside(self) -> tuple[str, ...]:
        """The signs of what may be taken out of the middle of a line."""
        return tuple(sign for entry in self.inline + self.pair for sign in entry.signs)


def sought_in(lines: Sequence[str], loose: Sequence[str]) -> Sought:
    """What may be in those lines, which are stripped; the ``loose`` ones have no number mark."""
    sought = Sought()
    text = "\n".join(lines)
    plain = text.encode("ascii", "ignore").decode("ascii")  # of a Chinese text next to nothing
    sought.inline = tuple(entry for entry in lexicon.INLINE if entry.may_match(plain))
    sought.pair = tuple(entry for entry in lexicon.PAIR if entry.may_match(plain))
    text = "\n".join(line for line in lines if len(line) <= lexicon.LONGEST_LINE)
    characters = frozenset(text)
    sought.line = tuple(
        entry for entry in lexicon.LINE_SIGNS if _possible(entry.signs, characters, text)
    )
    text = "\n".join(line for line in loose if len(line) <= _LONGEST_ADVERTISEMENT)
    sought.strong = tuple(phrase for phrase in lexicon.STRONG if phrase.may_be_in(text))
    return sought


def _possible(signs: Iterable[str], characters: frozenset[str], text: str) -> bool:
    """Whether one of the signs is in a text with those characters, looked for only where all of
    its own are among them."""
    return any(characters.issuperset(sign) and sign in text for sign in signs)


ALL = Sought()


def clean(piece: Piece, sought: Sought = ALL) -> tuple[Piece, list[Removed]]:
    """The line without the residue inside it, and what was taken out; ``sought`` are the kinds
    that may be in the line as it stands in the input.

    A line that is residue as a whole comes back empty.
    """
    gone: list[Removed] = []
    # Blanks of a layout are no printable characters either, and in most drafts.
    if not piece.text.replace("\u3000", "").replace("\t", "").isprintable():
        spans = [match.span() for match in _UNPRINTABLE.finditer(piece.text)]
        piece = _take_out(piece, spans, "control-character", gone)
    for entry in (ALL if gone else sought).inline:
        spans = [match.span() for match in entry.found(piece.text)]
        piece = _take_out(piece, spans, entry.reason, gone)
    for entry in (ALL if gone else sought).pair:
        for match in entry.found(piece.text):
            piece = _take_out(piece, [match.span(1), match.span(2)], entry.reason, gone)
    piece = piece.strip()
    if gone:
        sought = ALL
    reason = line_reason(piece.text, sought)
    if reason:
        gone += removed(piece, reason)
        return piece.slice(0, 0), gone
    return _without_advertisement(piece, sought, gone), gone


def _take_out(
    piece: Piece, spans: list[tuple[int, int]], reason: str, gone: list[Removed]
) -> Piece:
    """The piece without the spans, which go into ``gone``."""
    for start, end in spans:
        gone += _verbatim(piece.slice(start, end), reason)
    return piece.without(spans) if spans else piece


def _verbatim(piece: Piece, reason: str) -> list[Removed]:
    starts = [0, *(b.start for b in piece.breaks), len(piece)]
    parts = (piece.slice(a, b) for a, b in pairwise(starts))
    return [Removed(part.line, part.column, part.text, reason) for part in parts]


def line_reason(text: str, sought: Sought) -> str | None:
    """The reason for removing a line that is residue as a whole."""
    if not 0 < len(text) <= lexicon.LONGEST_LINE:
        return None
    heads = lexicon.LINE_HEADS.get(text[0], ())
    if not heads and not sought.line:
        return None
    found = [entry for entry in (*heads, *sought.line) if entry.fills(text)]
    return min(found, key=lexicon.LINE.index).reason if found else None


def _phrases(text: str, sought: Sought) -> int:
    """How many different turns of phrase of advertisements a text holds; 0 where none of them is
    a strong one."""
    strong = sum(phrase.is_in(text) for phrase in sought.strong)
    return strong + sum(phrase.is_in(text) for phrase in lexicon.WEAK) if strong else 0


def _speaks_so(text: str) -> bool:
    """Whether a text holds any of them."""
    return any(phrase.is_in(text) for phrase in (*lexicon.STRONG, *lexicon.WEAK))


def _advertisement(text: str) -> tuple[int, int]:
    """The span of the advertisement in a line that holds one: the whole line, unless sentences of
    text stand there, too. Among those it is a bracket, or goes from the first clause with a signal
    to the end of the last sentence with one."""
    for match in _BRACKET.finditer(text):
        start, end = match.span()
        outside = text[:start] + text[end:]
        if len(outside) >= _SHORTEST_TEXT and not _speaks_so(outside):
            return start, end
    sentences = [match.span() for match in _SENTENCE.finditer(text)]
    told = [span for span in sentences if _speaks_so(text[slice(*span)])]
    rest = [end - start for start, end in sentences if (start, end) not in told]
    if not told or max(rest, default=0) < _SHORTEST_TEXT:
        return 0, len(text)
    start, end = told[0]
    clauses = (match.span() for match in _CLAUSE.finditer(text, start, end))
    start = next((a for a, b in clauses if _speaks_so(text[a:b])), start)
    return start, told[-1][1]


def advertises(text: str, sought: Sought) -> bool:
    """Whether a line without a number mark holds an advertisement."""
    if not sought.strong or len(text) > _LONGEST_ADVERTISEMENT:
        return False
    return _phrases(text, sought) >= _FEWEST_PHRASES + (len(text) > _LONGEST_CERTAIN)


def _without_advertisement(piece: Piece, sought: Sought, gone: list[Removed]) -> Piece:
    """The piece without the advertisement behind or between its sentences."""
    if not advertises(piece.text, sought) or match_mark(piece.text):
        return piece
    start, end = _advertisement(piece.text)
    gone += removed(piece.slice(start, end), "advertisement")
    return piece.without([(start, end)]).strip()


def edge_reason(text: str) -> str | None:
    """The reason for removing a line at the edge of a report, if it is trim of a web page."""
    if text.endswith("。"):
        return None
    if text[:1] not in lexicon.EDGE_HEADS and not holds(text, lexicon.EDGE_SIGNS):
        return None
    is_trim = (
        text in lexicon.EDGE_WORDS
        or any(_begins(text, words, more) for words, more in lexicon.EDGE_STARTS)
        or any(entry.fills(text) for entry in lexicon.EDGE)
    )
    return "web-page" if is_trim else None


def _begins(text: str, words: tuple[str, ...], more: int) -> bool:
    """Whether a text begins with one of the words and has at most so many characters more."""
    return text.startswith(words) and any(
        text.startswith(word) and len(text) - len(word) <= more for word in words
    )
