"""What a part of a report consists of: its problems, the items of its plan."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from converter.linter.subject import Subject
from converter.linter.view import Passage, View
from converter.model.nodes import BODY, Document, Paragraph, Section

_STOPS = frozenset("，。；：！？,;:\n")
_LONGEST_CLAUSE = 60


class Item:
    """One item: where it stands in the view (up to ``end``), and what it says first, from
    ``head_start`` up to ``head_end``: its heading, or the first clause behind its marker."""

    __slots__ = ("end", "head_end", "head_start", "start")

    def __init__(self, start: int, end: int, head_start: int, head_end: int) -> None:
        self.start = start
        self.end = end
        self.head_start = head_start
        self.head_end = head_end


def parts(document: Document, role: str) -> list[tuple[str, Section]]:
    """The level-1 sections that have this role alone, each with its path."""
    return [
        (f"sections[{i}]", section)
        for i, section in enumerate(document.sections)
        if section.roles == (role,)
    ]


@lru_cache(maxsize=4)
def items(subject: Subject, role: str) -> tuple[Item, ...]:
    """The items of the parts with that role alone, in the order and with the offsets of the
    report's prose: sub-sections with all that stands under them; without such, enumerated points;
    without those, paragraphs."""
    view = subject.prose
    found: list[Item] = []
    for path, section in parts(subject.document, role):
        under = [p for p in view.passages if p.path.startswith(path + ".")]
        if any(isinstance(block, Section) for block in section.content):
            found += _sections(view, under, path)
        else:
            found += _paragraphs(view, under)
    return tuple(found)


def _sections(view: View, under: list[Passage], path: str) -> Iterator[Item]:
    """The direct sub-sections of the part at ``path``."""
    for place, head in enumerate(under):
        section = head.node
        if not isinstance(section, Section) or "." in head.path[len(path) + 1 :]:
            continue
        last = place
        while last + 1 < len(under) and under[last + 1].path.startswith(head.path + "."):
            last += 1
        start = head.start + len(section.mark)
        end = start + len(section.heading)
        if start == end and last > place:  # a bare number: the text beside it says it all
            yield _item(view, under[place + 1].start, under[last].end, 0)
        else:
            yield Item(head.start, under[last].end, start, end)


def _paragraphs(view: View, under: list[Passage]) -> Iterator[Item]:
    bodies = [p for p in under if isinstance(p.node, Paragraph) and p.kind == BODY]
    pointed = any(p.node.points for p in bodies if isinstance(p.node, Paragraph))
    for passage in bodies:
        points = passage.node.points if isinstance(passage.node, Paragraph) else ()
        for point in points:
            start = passage.start + point.start
            yield _item(view, start, passage.start + point.end, len(point.marker))
        if not pointed and not view.text.startswith("：", passage.end - 1):
            yield _item(view, passage.start, passage.end, 0)


def _item(view: View, start: int, end: int, marker: int) -> Item:
    first = start + marker
    while first < end and view.text[first] in _STOPS:
        first += 1
    last = first
    while last < min(end, first + _LONGEST_CLAUSE) and view.text[last] not in _STOPS:
        last += 1
    return Item(start, end, *((first, last) if first < last else (start, end)))
