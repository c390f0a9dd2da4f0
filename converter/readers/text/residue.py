"""Taking out what is no report text: pay-wall marks, advertisements, page numbers, web page trim.

What counts is data (``residue.toml``). Nothing is dropped silently: every character taken out
becomes a :class:`Removed` with its place and reason.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from converter.model.nodes import Removed
from converter.numbering import match_mark
from converter.source.text import Piece

# XML 1.0 cannot hold these, so no Word file can; they carry no text.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\ufeff]+")
_ADVERTISEMENT_SIGNALS = 2
_LONGEST_ADVERTISEMENT = 400
_LONGEST_LINE = 200
"""Code points: no residue that fills a line is longer, so longer lines are not even tried."""


@dataclass(frozen=True, slots=True)
class Signals:
    """Turns of phrase that together make a line residue: two, one of them a strong one."""

    reason: str
    strong: tuple[re.Pattern[str], ...]
    weak: tuple[re.Pattern[str], ...]

    def found(self, text: str) -> int:
        """How many different ones a line holds; 0 where none of them is strong."""
        strong = sum(1 for pattern in self.strong if pattern.search(text))
        return strong + sum(1 for pattern in self.weak if pattern.search(text)) if strong else 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The residue patterns, compiled: one expression a reason."""

    inline: tuple[tuple[str, re.Pattern[str]], ...]
    line: tuple[tuple[str, re.Pattern[str]], ...]
    edge: tuple[tuple[str, re.Pattern[str]], ...]
    signals: tuple[Signals, ...]


@cache
def lexicon() -> Lexicon:
    """The built-in lexicon."""
    data = tomllib.loads((resources.files(__package__) / "residue.toml").read_text("utf-8"))

    def whole(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(
            (entry["reason"], re.compile("|".join(f"(?:{p})" for p in entry["patterns"])))
            for entry in data[kind]
        )

    signals = tuple(
        Signals(
            entry["reason"],
            tuple(re.compile(p) for p in entry["strong"]),
            tuple(re.compile(p) for p in entry["weak"]),
        )
        for entry in data["signal"]
    )
    return Lexicon(whole("inline"), whole("line"), whole("edge"), signals)


def removed(piece: Piece, reason: str) -> list[Removed]:
    """The piece as removed text, one entry for each stretch of the input it covers."""
    starts = [0, *(b.start for b in piece.breaks), len(piece)]
    parts = (piece.slice(a, b).strip() for a, b in itertools.pairwise(starts))
    return [Removed(part.line, part.column, part.text, reason) for part in parts if part.text]


def clean(piece: Piece) -> tuple[Piece, list[Removed]]:
    """The line without the residue inside it, and what was taken out.

    A line that is residue as a whole comes back empty.
    """
    gone: list[Removed] = []
    for reason, pattern in (("control-character", _UNPRINTABLE), *lexicon().inline):
        spans = [match.span() for match in pattern.finditer(piece.text)]
        if spans:
            gone += [item for a, b in spans for item in _verbatim(piece.slice(a, b), reason)]
            piece = piece.without(spans)
    piece = piece.strip()
    line_reason = _line_reason(piece.text)
    if line_reason:
        gone += removed(piece, line_reason)
        piece = piece.slice(0, 0)
    return piece, gone


def _verbatim(piece: Piece, reason: str) -> list[Removed]:
    return [Removed(piece.line, piece.column, piece.text, reason)]


def _line_reason(text: str) -> str | None:
    if not text:
        return None
    if len(text) <= _LONGEST_LINE:
        for reason, pattern in lexicon().line:
            if pattern.fullmatch(text):
                return reason
    if len(text) <= _LONGEST_ADVERTISEMENT and not match_mark(text):
        for signals in lexicon().signals:
            if signals.found(text) >= _ADVERTISEMENT_SIGNALS + (len(text) > _LONGEST_LINE):
                return signals.reason
    return None


def edge_reason(text: str) -> str | None:
    """The reason for removing a line at the edge of a report, if it is trim of a web page."""
    if len(text) > _LONGEST_LINE or text.endswith("。"):
        return None
    return next((r for r, pattern in lexicon().edge if pattern.fullmatch(text)), None)
