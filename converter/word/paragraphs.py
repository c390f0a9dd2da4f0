"""Paragraphs with their runs: looks resolved, and what the accepted view does not show noted down
instead."""

from __future__ import annotations

from converter.record import record
from converter.word.fields import Fields
from converter.word.ledger import Change, author_of
from converter.word.model import Box, Paragraph, Run, RunLook
from converter.word.pieces import Reader
from converter.word.properties import child
from converter.word.symbols import unmoved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element as Element

    from converter.word.book import At, Book
    from converter.word.drawings import Found
    from converter.word.model import Block, ParagraphLook
    from converter.word.pieces import Piece

_MARK_CHANGES = (
    ("del", "deletion"),
    ("moveFrom", "departure"),
    ("ins", "insertion"),
    ("moveTo", "move"),
)


@record(kw_only=True)
class _Shown:
    """A piece that is shown, with its look."""

    piece: Piece
    look: RunLook
    text: str


class Paragraphs:
    """Reads the paragraphs of a story, which all stand in ``container``; ``inner`` reads what
    stands in a text box."""

    def __init__(
        self,
        book: Book,
        at: At,
        container: Element,
        inner: Callable[[Element, At], tuple[Block, ...]],
    ) -> None:
        self._book, self._home, self._inner = book, at.home, inner
        self._reader = Reader(book.package, at.part, book.ledger, Fields(container))
        self._counter = book.numbering.counter()

    @property
    def next_number(self) -> int:
        """The number of the paragraph that comes next."""
        return self._book.ledger.number + 1 if self._home is None else self._home

    def read(self, elements: Sequence[Element], at: At, *, last: bool) -> tuple[Paragraph, ...]:
        """The paragraph that some ``w:p`` are, of which all but the last have no mark of their own.
        It has the look of the last one: looks belong to the mark.

        None where nothing is left of it: its mark is deleted or hidden, too. If ``last``, it stays
        all the same, as a cell or text box is not without paragraphs.
        """
        book, number = self._book, self.next_number
        properties = child(elements[-1], "pPr")
        style = book.styles.style_of(properties)
        shown = [each for element in elements for each in self._shown(element, number, at, style)]
        end_look = book.styles.run(child(properties, "rPr"), style, at.place)
        ends = [child(child(element, "pPr"), "sectPr") for element in elements]
        gone = mark_is_gone(elements[-1]) or end_look.hidden
        if at.is_gone or (not shown and gone and not last and ends == [None] * len(ends)):
            return ()
        if self._home is None:
            book.ledger.number = number
            book.numbers.update(dict.fromkeys(elements, number))
        first = next((each.look.size for each in shown if each.text.strip()), end_look.size)
        look = book.styles.paragraph(properties, at.place, book.numbering, first)
        mark, mark_look = self._mark(look, properties, at)
        paragraph = Paragraph(
            number=self._counted(number),
            runs=tuple(self._run(each, at) for each in shown),
            look=look,
            end_look=end_look,
            mark=mark,
            mark_look=mark_look,
            style=style,
            styles=book.styles.names(style),
            section=self._section,
            contents=at.contents or any(each.piece.contents for each in shown),
            element=elements[-1],
        )
        if self._home is None and not at.depth:
            book.sections.extend((end, number) for end in ends if end is not None)
        return (paragraph,)

    def _counted(self, number: int) -> int:
        return number if self._home is None else 0

    @property
    def _section(self) -> int:
        return len(self._book.sections) if self._home is None else 0

    def _mark(self, look: ParagraphLook, properties: Element | None, at: At) -> tuple[str, RunLook]:
        if look.numbering is None:
            return "", RunLook()
        mark, level = self._counter.mark(look.numbering)
        return mark, self._book.styles.mark(level, properties, at.place)

    # -- Pieces

    def _shown(self, element: Element, number: int, at: At, style: str) -> list[_Shown]:
        """The pieces of a ``w:p`` that are shown; the others are noted."""
        shown = []
        for piece in self._reader.pieces(element, number):
            look = self._book.styles.run(piece.properties, style, at.place)
            text = unmoved(piece.text, look.fonts.ascii, look.fonts.h_ansi)
            change = piece.change or at.change
            gone = change is not None and change.gone
            self._note(piece, text, change, number, hidden=look.hidden)
            if not gone and not look.hidden:
                shown.append(_Shown(piece=piece, look=look, text=text))
        ledger = self._book.ledger
        ledger.change(mark_change(element) or at.change, "\n", number)
        changed = child(child(element, "pPr"), "pPrChange")
        if changed is not None:
            text = "".join(each.text for each in shown)
            ledger.formatted(author_of(changed), text, number)
        return shown

    def _note(
        self, piece: Piece, text: str, change: Change | None, number: int, *, hidden: bool
    ) -> None:
        """Notes down how a piece was changed, that it is hidden, and the note that goes with it."""
        ledger = self._book.ledger
        gone = change is not None and change.gone
        if (gone or hidden) and piece.found is not None:
            text = piece.found.words
        ledger.change(change, text, number)
        if not gone:
            ledger.hide(text, number, on=hidden)
            changed = child(piece.properties, "rPrChange")
            if changed is not None and change is None:
                ledger.formatted(author_of(changed), text, number)
        if piece.note is not None and (gone or hidden):
            ledger.lose(piece.note, change if gone else None, number)

    # -- Runs

    def _run(self, shown: _Shown, at: At) -> Run:
        piece = shown.piece
        return Run(
            text=shown.text,
            look=shown.look,
            field=piece.field,
            page_break=piece.page_break,
            drawing=piece.found.drawing if piece.found else None,
            note=piece.note,
            boxes=self._boxes(piece.found, at) if piece.found else (),
            element=piece.element,
        )

    def _boxes(self, found: Found, at: At) -> tuple[Box, ...]:
        """The text box that was found, none where it is something else or empty."""
        if found.aside:
            number = self._book.ledger.number if self._home is None else self._home
            self._book.ledger.aside("chart", found.aside, number)
        if found.content is not None:
            blocks = self._inner(found.content, at)
        else:
            blocks = tuple(self._plain(text) for text in found.texts)
        frame = found.frame
        box = Box(
            blocks=blocks,
            relative_from=frame.relative_from,
            offset=frame.offset,
            align=frame.align,
            size=frame.size,
        )
        return (box,) if blocks else ()

    def _plain(self, text: str) -> Paragraph:
        """A paragraph that is none in the file: words of a diagram, letters drawn as a picture."""
        number = self.next_number
        if self._home is None:
            self._book.ledger.number = number
        run = Run(text=text, look=self._book.styles.run(None))
        return Paragraph(number=self._counted(number), runs=(run,), section=self._section)


def mark_is_gone(paragraph: Element) -> bool:
    """Whether a ``w:p`` has lost its mark in the accepted view, so that it goes on in the next."""
    change = mark_change(paragraph)
    return change is not None and change.gone


def mark_change(paragraph: Element) -> Change | None:
    """The tracked change that a paragraph's mark stands in."""
    properties = child(child(paragraph, "pPr"), "rPr")
    for name, kind in _MARK_CHANGES:
        mark = child(properties, name)
        if mark is not None:
            return Change(kind, author_of(mark))
    return None
