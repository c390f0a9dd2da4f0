"""A report as one text: what most rules search, with every character's way back to its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from converter.bilingual import Text
from converter.findings import Edit, Fix, Severity
from converter.linter.rule import Hit
from converter.model.nodes import BODY, Document, Node, Paragraph, Section
from converter.model.walk import node_text, nodes

_STOP = "。"
_CLOSING = "”’」』）)"
_GLUE = "\n"

LEAD = "lead"


class Passage(NamedTuple):
    """One node's text in a view: from ``start`` up to ``end``. ``kind`` is ``title``, ``side``,
    ``heading``, ``signature``, ``date``, ``footnote``, or the kind of a paragraph; ``roles`` are
    those of the level-1 section it stands in: ``("lead",)`` for the lead, empty elsewhere."""

    start: int
    end: int
    path: str
    node: Node
    kind: str
    roles: tuple[str, ...]


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
            end = line_end if stop < 0 else stop
            while end < line_end and text[end] == _STOP:
                end += 1
            while stop >= 0 and end < line_end and text[end] in _CLOSING:
                end += 1
            yield start, end
            start = end
        begin = line_end + 1


class View:
    """The texts of some nodes, joined by line feeds.

    Offsets are code points of :attr:`text`. A section's text is its opening (number mark, heading,
    terminator); the paragraph of a run-in heading stands on a line of its own here.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, Node, str, tuple[str, ...]]],
        whole: View | None = None,
    ) -> None:
        self._whole = whole
        self.passages: list[Passage] = []
        texts = []
        at = 0
        for path, node, kind, roles in entries:
            text = node_text(node)
            self.passages.append(Passage(at, at + len(text), path, node, kind, roles))
            texts.append(text)
            at += len(text) + len(_GLUE)
        self.text = _GLUE.join(texts)
        self._starts = [passage.start for passage in self.passages]

    def at(self, offset: int) -> Passage:
        """The passage that the character at ``offset`` is in (or that a line feed ends)."""
        return self.passages[bisect_right(self._starts, offset) - 1]

    def line(self, offset: int) -> int:
        """The 1-based line of the input on which the character at ``offset`` stands."""
        passage = self.at(offset)
        return passage.node.place(offset - passage.start)[0]

    @cached_property
    def characters(self) -> frozenset[str]:
        """Each character that occurs, here or elsewhere in the whole that this is a part of."""
        return self._whole.characters if self._whole else frozenset(self.text)

    def holds(self, words: Iterable[str]) -> bool:
        """Whether one of some words (or of the characters of a string) occurs. Those with a
        character that does not are not searched for."""
        there = self.characters
        return any(there.issuperset(word) and word in self.text for word in words)

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


def whole(document: Document) -> View:
    """Everything that is printed: title, text, tables, ending, notes, attachments, footnotes."""
    return View(_entries(document))


def prose(document: Document, whole: View | None = None) -> View:
    """The report's own running text: title, lead, headings and body paragraphs of its sections;
    no tables, captions, ending, attachments."""
    entries = (
        entry
        for entry in _entries(document)
        if entry[2] in ("title", "heading", BODY) and entry[0].startswith(("title", LEAD, "sec"))
    )
    return View(entries, whole)


def _entries(document: Document) -> Iterator[tuple[str, Node, str, tuple[str, ...]]]:
    roles: tuple[str, ...] = ()
    for path, node in nodes(document):
        if isinstance(node, Section):
            kind = "heading"
        elif isinstance(node, Paragraph):
            kind = node.kind
        else:
            kind = _KINDS.get(path.split("[")[0], "side")
        if path.startswith("sections["):
            if isinstance(node, Section) and "." not in path:
                roles = node.roles
        else:
            roles = (LEAD,) if path.startswith("lead[") else ()
        yield path, node, kind, roles


_KINDS = {
    "title": "title",
    "signature": "signature",
    "date": "date",
    "footnotes": "footnote",
    "attachments": "heading",
}
