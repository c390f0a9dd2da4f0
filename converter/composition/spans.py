"""Texts cut where they call footnotes, or where pictures stand in them."""

from __future__ import annotations

from converter.composition.blocks import Span
from converter.model.nodes import Reference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeAlias

    from converter.composition.blocks import Picture
    from converter.composition.subject import Subject
    from converter.layout.table import TextStyle

    PlacedPicture: TypeAlias = tuple[int, Picture]
    """A picture, and the offset of the character that it stands before."""
    Mark: TypeAlias = tuple[int, Reference | Picture]


def spans_of(
    text: str,
    references: Sequence[Reference],
    where: str,
    subject: Subject,
    style: TextStyle | None = None,
    pictures: Sequence[PlacedPicture] = (),
) -> tuple[Span, ...]:
    """A text in pieces, each of which ends in a footnote's call or in a picture. ``style`` is that
    of text within another one's paragraph.

    A note that was called before is not printed again: its number is.
    """
    marks: list[Mark] = [(reference.offset, reference) for reference in references]
    marks += pictures
    marks.sort(key=lambda mark: mark[0])
    return tuple(_pieces(text, marks, where, subject, style))


def _pieces(
    text: str,
    marks: Iterable[Mark],
    where: str,
    subject: Subject,
    style: TextStyle | None,
) -> Iterator[Span]:
    start = 0
    for end, mark in marks:
        piece, start = text[start:end], end
        if not isinstance(mark, Reference):
            yield Span(piece, where, style, None, mark)
        elif mark.label in subject.called:
            subject.repeats = True
            yield Span(piece, where, style)
            yield Span(str(subject.called[mark.label]), where, subject.styles.footnote)
        elif mark.label in subject.notes:
            subject.called[mark.label] = len(subject.called) + 1
            yield Span(piece, where, style, subject.notes[mark.label])
        else:
            yield Span(piece, where, style)
    if text[start:]:
        yield Span(text[start:], where, style)


def moved(references: Sequence[Reference], text: str, broken: str) -> tuple[Reference, ...]:
    """The references in a text as those in the same text broken into lines, which has other white
    space: each stands behind the same character."""
    offsets = [0]
    place = 0
    for character in text:
        found = place
        while found < len(broken) and broken[found] != character and broken[found].isspace():
            found += 1
        # What is not there fell away at the end of a line.
        if found < len(broken) and broken[found] == character:
            place = found + 1
        offsets.append(place)
    return tuple(Reference(offsets[each.offset], each.label) for each in references)
