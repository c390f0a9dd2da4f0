"""A report as one text: what most rules search, with every character's way back to its place."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from converter.findings import Edit, Fix
from converter.linter.outline import outline
from converter.linter.rule import Hit
from converter.linter.signs import characters, looked_for, pairs
from converter.model.nodes import BODY, CELL_PARAGRAPH, Paragraph, Section
from converter.model.walk import nodes
from converter.patterns import holds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from converter.bilingual import Text
    from converter.findings import Severity
    from converter.model.nodes import Document, Node

    Entry: TypeAlias = tuple[str, str, Node, str, tuple[str, ...]]
    """A text, its path, its node, and the kind and the roles of its :class:`Passage`."""

_STOP = "。"
_CLOSING = "”’」』）)"
_BEHIND_STOP = _STOP + _CLOSING
_GLUE = "\n"  # one character

LEAD = "lead"


class Passage:
    """One node's text in a view: from ``start`` up to ``end``. ``kind`` is ``title``, ``side``,
    ``heading``, ``signature``, ``date``, ``footnote``, or the kind of a paragraph; ``roles`` are
    those of the level-1 section it stands in: ``("lead",)`` for the lead, empty elsewhere."""

    __slots__ = ("end", "kind", "node", "path", "roles", "start")

    def __init__(
        self, start: int, end: int, path: str, node: Node, kind: str, roles: tuple[str, ...]
    ) -> None:
        self.start, self.end = start, end
        self.path, self.node = path, node
        self.kind, self.roles = kind, roles


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Each sentence of a text that has no other stops than 。."""
    begin = 0
    for line in text.split(_GLUE):
        line_end = begin + len(line)
        start = begin
        while start < line_end:
            stop = text.find(_STOP, start, line_end)
            if stop == start:
                start += 1
                continue
            end = line_end if stop < 0 else stop + 1
            if end < line_end and text[end] in _BEHIND_STOP:
                while end < line_end and text[end] == _STOP:
                    end += 1
                while end < line_end and text[end] in _CLOSING:
                    end += 1
            yield start, end
            start = end
        begin = line_end + 1


class View:
    """The texts of some nodes, joined by line feeds.

    Offsets are code points of :attr:`text`. A section's text is its opening (number mark, heading,
    terminator); the paragraph of a run-in heading stands on a line of its own here, and so does
    each paragraph of a table's cell.
    """

    def __init__(self, entries: list[Entry], whole: View | None = None) -> None:
        self._whole = whole
        self.text = _GLUE.join([entry[0] for entry in entries])
        self.passages: list[Passage] = []
        self._starts: list[int] = []
        start = 0
        for text, path, node, kind, roles in entries:
            end = start + len(text)
            self.passages.append(Passage(start, end, path, node, kind, roles))
            self._starts.append(start)
            start = end + 1

    def at(self, offset: int) -> Passage:
        """The passage that the character at ``offset`` is in (or that a line feed ends)."""
        return self.passages[bisect_right(self._starts, offset) - 1]

    def line(self, offset: int) -> int:
        """The 1-based line of the input on which the character at ``offset`` stands."""
        passage = self.at(offset)
        return passage.node.place(offset - passage.start)[0]

    @cached_property
    def pairs(self) -> frozenset[int]:
        """The pairs of needed words (:mod:`converter.linter.signs`) that occur, here or elsewhere
        in the whole that this is a part of."""
        return self._whole.pairs if self._whole else pairs(self.text)

    @cached_property
    def characters(self) -> frozenset[str]:
        """The needed characters that occur, here or elsewhere in the whole."""
        return self._whole.characters if self._whole else characters(self.text)

    @cached_property
    def outline(self) -> bytes:
        """The text with one byte a character (:mod:`converter.linter.outline`)."""
        if self._whole is None:
            return outline(self.text)
        whole, own = self._whole, {passage.path for passage in self.passages}
        return b"\n".join([whole.outline[p.start : p.end] for p in whole.passages if p.path in own])

    def holds(self, words: str | tuple[str, ...]) -> bool:
        """Whether one of some words (or of the characters of a string) occurs."""
        return holds(self.text, looked_for(words).possible(self))

    def possible(self, words: str | tuple[str, ...]) -> list[str]:
        """Those of some words (or characters of a string) that may occur: of the others it is
        sure that they do not."""
        return looked_for(words).possible(self)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Each sentence as (start, end): up to 。！？ with the quotes that close behind it, or to
        the end of its passage."""
        return list(_sentences(self.text.replace("！", _STOP).replace("？", _STOP)))

    def of_part(self, role: str) -> Iterator[Passage]:
        """The passages of the level-1 sections with that role, headings among them."""
        return (passage for passage in self.passages if role in passage.roles)

    def hit(
        self,
        start: int,
        end: int,
        message: Text,
        fix: Fix | None = None,
        severity: Severity | None = None,
    ) -> Hit:
        """A find from ``start`` up to ``end``; it must lie within one passage, and is cut off at
        the passage's end if it does not."""
        passage = self.at(start)
        return Hit(
            passage.node,
            message,
            start - passage.start,
            min(end, passage.end) - passage.start,
            fix,
            severity,
        )

    def edit(self, start: int, end: int, text: str) -> Edit | None:
        """The edit that writes ``text`` for what stands from ``start`` up to ``end``; None where
        that is broken over two places of the input, or over two passages."""
        passage = self.at(start)
        if end > passage.end:
            return None
        return edit(passage.node, start - passage.start, end - passage.start, text)

    def fix(self, start: int, end: int, text: str, *, safe: bool = True) -> Fix | None:
        """The fix with this one :meth:`edit`; None where there can be none."""
        change = self.edit(start, end, text)
        return Fix(safe, (change,)) if change else None


def edit(node: Node, start: int, end: int, text: str) -> Edit | None:
    """The edit that writes ``text`` for a span of a node's text, in places of the input; for
    ``start == end`` it inserts. None where the span is broken over two places."""
    if not node.breaks:
        return Edit(node.line, node.column + start, node.line, node.column + end, text)
    line, column = node.place(start)
    if end > start:
        last_line, last_column = node.place(end - 1)
        if (last_line, last_column) != (line, column + end - 1 - start):
            return None
        return Edit(line, column, line, last_column + 1, text)
    if start:  # behind the character before, not before the one that may stand elsewhere
        line, column = node.place(start - 1)
        column += 1
    return Edit(line, column, line, column, text)


def views(document: Document) -> tuple[View, View]:
    """Everything that is printed: title, text, tables, ending, notes, attachments, footnotes; and
    the report's own running text: title, lead, headings and body paragraphs of its sections."""
    whole: list[Entry] = []
    prose: list[Entry] = []
    roles: tuple[str, ...] = ()
    for path, node in nodes(document):
        part = path[:4]
        if isinstance(node, Section):
            if part == _SECTIONS and "." not in path:
                roles = node.roles
            elif part != _SECTIONS:
                roles = ()
            entry: Entry = node.opening, path, node, "heading", roles
            own = part == _SECTIONS
        elif isinstance(node, Paragraph):
            if part != _SECTIONS:
                roles = (LEAD,) if part == LEAD else ()
            text = node.text
            if CELL_PARAGRAPH in text:
                text = text.replace(CELL_PARAGRAPH, _GLUE)
            entry = text, path, node, node.kind, roles
            own = node.kind == BODY and part in (LEAD, _SECTIONS)
        else:
            roles = ()
            entry = node.text, path, node, _KINDS.get(path.split("[")[0], "side"), roles
            own = path == "title"
        whole.append(entry)
        if own:
            prose.append(entry)
    everything = View(whole)
    return everything, View(prose, everything)


_SECTIONS = "sect"
"""What the paths of sections and their paragraphs begin with."""
_KINDS = {
    "title": "title",
    "signature": "signature",
    "date": "date",
    "footnotes": "footnote",
    "attachments": "heading",
}
