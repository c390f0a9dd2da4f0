"""Lines of text put together of a Word file's paragraphs, each character with its way back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter

from converter.record import record
from converter.word.model import NoteCall, Paragraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Call: TypeAlias = "tuple[int, NoteCall]"
"""Where a note is called (an offset in a text), and which."""

_NO_LINE_ENDS = str.maketrans({"\r": " ", "\x0b": " ", "\x0c": " ", "\x85": " "})
_IN_CELLS = str.maketrans(
    {"\r": " ", "\x0b": " ", "\x0c": " ", "\x85": " ", "\t": " ", "\n": "\u2028"}
)


@record(kw_only=True)
class Stretch:
    """Characters of a line that stand together in one paragraph: ``column`` of the first of them
    (from 1), their number, and the offset of the first in :attr:`Paragraph.text`."""

    column: int
    length: int
    paragraph: Paragraph
    start: int


def glued(paragraph: Paragraph) -> str:
    """The automatic number of a paragraph as it is read, and its text."""
    return _numbered(paragraph) + paragraph.text


def _numbered(paragraph: Paragraph) -> str:
    """The automatic number as one would type it: 一、 and 1. stand right before the text, what ends
    in a letter or a figure (第一章, 1.1) apart from it."""
    mark = paragraph.mark
    if not is_number(mark):
        return ""
    return f"{mark} " if mark[-1:].isalnum() and paragraph.text else mark


def is_number(mark: str) -> bool:
    """Whether an automatic mark says anything: a number or a letter, and no mere bullet."""
    return mark != "o" and any(char.isalnum() for char in mark)


class Whole:
    """A paragraph with its text and its calls of notes, put together once."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph, self.text = paragraph, paragraph.text
        self.calls = calls_of(paragraph)


class Writing:
    """A line while it is written."""

    def __init__(self) -> None:
        self.text = ""
        self.mark = 0
        self.stretches: list[Stretch] = []
        self.calls: list[Call] = []

    def add(self, text: str) -> None:
        """Adds characters that stand in no paragraph."""
        self.text += text

    def add_paragraph(self, paragraph: Paragraph, *, within_cell: bool = False) -> None:
        """Adds a whole paragraph with its number."""
        number = _numbered(paragraph)
        self.add(number)
        self.mark = self.mark or len(number)
        whole = Whole(paragraph)
        self.add_part(whole, 0, len(whole.text), within_cell=within_cell)

    def add_part(self, whole: Whole, start: int, end: int, *, within_cell: bool = False) -> None:
        """Adds the characters of a paragraph from ``start`` up to ``end``, which is its end or
        that of a line in it, and the calls of notes between them."""
        column = len(self.text) + 1
        if end > start:
            self.stretches.append(
                Stretch(column=column, length=end - start, paragraph=whole.paragraph, start=start)
            )
        self.text += whole.text[start:end].translate(_IN_CELLS if within_cell else _NO_LINE_ENDS)
        first = bisect_left(whole.calls, start, key=itemgetter(0))
        for offset, note in whole.calls[first : bisect_right(whole.calls, end, key=itemgetter(0))]:
            self.calls.append((column - 1 + offset - start, note))

    def add_calls(self, paragraph: Paragraph) -> None:
        """Adds the calls of notes of a paragraph without text."""
        self.calls += [(len(self.text), note) for _, note in calls_of(paragraph)]


def calls_of(paragraph: Paragraph) -> list[Call]:
    """The calls of notes in a paragraph, at offsets of its text."""
    found: list[Call] = []
    offset = 0
    for run in paragraph.runs:
        offset += len(run.text)
        if run.note:
            found.append((offset, run.note))
    return found
