"""The decoded input and pieces of it that know where they stand."""

from __future__ import annotations

from converter.model.position import Break, locate
from converter.patterns import lazy
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from functools import cached_property as kept
else:

    class kept:
        """A cached property, without the lock and the module that the library's one comes with."""

        def __init__(self, make):
            self.make, self.__doc__ = make, make.__doc__

        def __set_name__(self, owner, name):
            self.name = name

        def __get__(self, instance, owner):
            value = instance.__dict__[self.name] = self.make(instance)
            return value


NEWLINE = lazy(r"\r\n|\r|\n")


@record(slots=False)
class SourceText:
    """The decoded input.

    ``encoding`` is the Python codec it was decoded with; ``marked`` tells of a byte order mark
    that the codec does not write by itself.
    """

    text: str
    encoding: str
    marked: bool = False

    @kept
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; CRLF, LF and CR all end a line."""
        text = self.text
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return tuple(text.split("\n"))

    @kept
    def line_starts(self) -> list[int]:
        """The offset of each line's first character in :attr:`text`."""
        return [0, *(match.end() for match in NEWLINE.finditer(self.text))]

    def has(self, part: str) -> bool:
        """Whether ``part`` stands anywhere in the text, which is looked through once for it: not
        once for each of a compilation's reports."""
        found = self._parts.get(part)
        if found is None:
            found = self._parts[part] = part in self.text
        return found

    @kept
    def _parts(self) -> dict[str, bool]:
        return {}

    def encode(self) -> bytes:
        """The text as bytes in its encoding, with the byte order mark it came with."""
        mark = "\ufeff" if self.marked else ""
        return (mark + self.text).encode(self.encoding, "surrogatepass")

    def pieces(self) -> Iterator[Piece]:
        """Every line, blank ones too, as a piece."""
        return (Piece(text, number) for number, text in enumerate(self.lines, 1))


@record
class Piece:
    """Text taken from the input: its characters and where each of them stands.

    ``line`` and ``column`` (1-based, code points) are those of the first character; ``breaks``
    say where the text goes on at another place of the input.
    """

    text: str
    line: int
    column: int = 1
    breaks: tuple[Break, ...] = ()

    def __len__(self) -> int:
        return len(self.text)

    def place(self, offset: int) -> tuple[int, int]:
        """(line, column) of the character at ``offset``."""
        return locate(self.line, self.column, self.breaks, offset)

    def slice(self, start: int, end: int | None = None) -> Piece:
        """The piece from ``start`` up to ``end``, with its own place."""
        stop = len(self.text) if end is None else end
        if not self.breaks:
            return Piece(self.text[start:stop], self.line, self.column + start)
        line, column = self.place(start)
        breaks = tuple(
            Break(b.start - start, b.line, b.column) for b in self.breaks if start < b.start < stop
        )
        return Piece(self.text[start:stop], line, column, breaks)

    def strip(self) -> Piece:
        """The piece without white space at its ends."""
        text = self.text.strip()
        if len(text) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip()) if text else 0
        return self.slice(start, start + len(text))

    def without(self, spans: list[tuple[int, int]]) -> Piece:
        """The piece with the given half-open, ordered, disjoint spans taken out."""
        kept, start = [], 0
        for begin, end in [*spans, (len(self.text), len(self.text))]:
            if begin > start:
                kept.append(self.slice(start, begin))
            start = end
        return join(kept) if kept else self.slice(0, 0)


def join(pieces: list[Piece], glue: str = "") -> Piece:
    """The pieces as one, ``glue`` between them; the glue stands at no place of its own."""
    first, *rest = pieces
    if not rest:
        return first
    texts, breaks, length = [first.text], list(first.breaks), len(first.text)
    for piece in rest:
        length += len(glue)
        breaks.append(Break(length, piece.line, piece.column))
        breaks += [Break(length + b.start, b.line, b.column) for b in piece.breaks]
        texts += [glue, piece.text]
        length += len(piece.text)
    return Piece("".join(texts), first.line, first.column, tuple(breaks))
