"""Footnotes as Markdown writes them: ``[^1]`` in the text, ``[^1]: …`` on a line of its own.

A reference counts only with the note it calls, and a note only with a reference in a paragraph of
the text; whatever else looks like one stays text.
"""

from __future__ import annotations

from converter.model.nodes import Footnote, Removed
from converter.patterns import lazy
from converter.readers.text.compilation import split
from converter.readers.text.lines import FOOTNOTE, Line
from converter.readers.text.residue import removed
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.readers.text.compilation import Extract

REASON = "footnote-mark"
_LABEL = r"\[\^([^\[\]\s^]{1,32})\]"
_REFERENCE = lazy(_LABEL)
_NOTE = lazy(_LABEL + r"\s*[：:]\s*(?=\S)")


@record
class Mark:
    """A reference in the text: its label and where it stands in the input."""

    label: str
    line: int
    column: int


@record
class Marks:
    """The references of a report, and the label of each line that is a footnote by its index."""

    references: tuple[Mark, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()

    def without(self, refused: set[Mark]) -> Marks:
        """The marks less the references refused, and less the notes that no other one calls."""
        kept = tuple(mark for mark in self.references if mark not in refused)
        called = {mark.label for mark in kept}
        return Marks(kept, tuple(note for note in self.notes if note[1] in called))


def find(lines: list[Line]) -> Marks:
    """The references and the notes among a report's lines that belong together."""
    notes: dict[str, int] = {}
    references: list[Mark] = []
    for index, line in enumerate(lines):
        if not line.is_text or line.is_literal or "[^" not in line.text:
            continue
        note = _NOTE.match(line.text)
        if note:
            notes.setdefault(note[1], index)
        elif _REFERENCE.sub("", line.text).strip():
            for match in _REFERENCE.finditer(line.text):
                references.append(Mark(match[1], *line.piece.place(match.start())))
    kept = tuple(mark for mark in references if mark.label in notes)
    called = {mark.label for mark in kept}
    return Marks(kept, tuple((i, label) for label, i in notes.items() if label in called))


def given_marks(lines: list[Line], rest: int) -> Marks:
    """The references and the notes that a structured format tells of a report's lines, of which
    those from ``rest`` on are below its title."""
    references: list[Mark] = []
    for line in lines:
        if line.given:
            references += [
                Mark(label, *_place(line, offset)) for offset, label in line.given.references
            ]
            references += [Mark(label, *place) for *place, label in line.given.calls]
    notes = [
        (index, line.given.label)
        for index, line in enumerate(lines[rest:])
        if line.kind == FOOTNOTE and line.given
    ]
    return Marks(tuple(references), tuple(notes))


def _place(line: Line, offset: int) -> tuple[int, int]:
    """The place in the source of an offset: in a line of it, or in the lines of a table, joined by
    line ends."""
    number = line.piece.line
    if line.kind != "table":
        return number, offset + 1
    for row in line.text.split("\n"):
        if offset <= len(row):
            break
        number, offset = number + 1, offset - len(row) - 1
    return number, offset + 1


def split_apart(lines: list[Line], gone: list[Removed]) -> list[Extract]:
    """The reports in the lines of a structured format, each with the notes that it calls; those
    that none calls go with the last."""
    notes = [line for line in lines if line.kind == FOOTNOTE]
    extracts = split([line for line in lines if line.kind != FOOTNOTE], gone)
    for index, extract in enumerate(extracts):
        called = {
            label
            for line in extract.lines
            if line.given
            for *_, label in (*line.given.references, *line.given.calls)
        }
        is_last = index == len(extracts) - 1
        own = [n for n in notes if is_last or (n.given and n.given.label in called)]
        extract.lines += own
        taken = set(map(id, own))
        notes = [note for note in notes if id(note) not in taken]
    return extracts


def take_out(lines: list[Line], marks: Marks) -> tuple[list[Line], list[Removed]]:
    """The lines without the marks, those that are notes of the kind ``footnote``, and the marks."""
    notes = {index for index, _ in marks.notes}
    places = {(mark.line, mark.column) for mark in marks.references}
    result: list[Line] = []
    gone: list[Removed] = []
    for index, line in enumerate(lines):
        match = _NOTE.match(line.text) if index in notes else None
        if match:
            gone += removed(line.piece.slice(0, match.end()), REASON)
            result.append(line.with_piece(line.piece.slice(match.end())).of_kind(FOOTNOTE))
            continue
        spans = list(_spans(line, places))
        gone += [item for a, b in spans for item in removed(line.piece.slice(a, b), REASON)]
        result.append(line.with_piece(line.piece.without(spans).strip()) if spans else line)
    return result, gone


def _spans(line: Line, places: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if places and line.is_text and "[^" in line.text:
        for match in _REFERENCE.finditer(line.text):
            if line.piece.place(match.start()) in places:
                yield match.span()


def divide(lines: list[Line], marks: Marks) -> tuple[list[Line], tuple[Footnote, ...]]:
    """The lines that are no footnotes, and the footnotes."""
    labels = iter([label for _, label in sorted(marks.notes)])
    kept: list[Line] = []
    notes: list[Footnote] = []
    gap = 0
    for line in lines:
        if line.kind == FOOTNOTE:
            piece = line.piece
            notes.append(Footnote(next(labels), piece.text, piece.line, piece.column, piece.breaks))
            gap += line.gap + 1
        else:
            kept.append(line.behind(line.gap + gap) if gap else line)
            gap = 0
    return kept, tuple(notes)
