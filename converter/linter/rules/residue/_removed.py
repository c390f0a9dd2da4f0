"""What the reader took out of a report, as finds; and taking lines out of the input."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from converter.bilingual import Text
from converter.findings import Edit, Fix
from converter.linter.rule import Hit
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.model.nodes import Removed
from converter.source.text import Piece, SourceText, join

Stretch = list[Removed]
_OF_FIXED_FORM = ("marker", "page-number", "control-character", "toc")
"""Where these end is sure; where an advertisement inside a line ends is not."""


def stretches(subject: Subject, reasons: Collection[str]) -> list[Stretch]:
    """What was removed for one of these reasons: whole lines of one reason that follow each other
    together (blank lines do not part them), and what stands inside one line together."""
    found: list[Stretch] = []
    for item in subject.document.removed:
        if item.reason not in reasons:
            continue
        if found and _follows(subject.source, found[-1][-1], item):
            found[-1].append(item)
        else:
            found.append([item])
    return found


def _follows(source: SourceText | None, before: Removed, item: Removed) -> bool:
    if item.reason != before.reason:
        return False
    if item.line == before.line:
        return True
    if source is None:
        return item.line == before.line + 1
    between = source.lines[before.line : item.line - 1]
    return _fills(source, before) and _fills(source, item) and not any(map(str.strip, between))


def _fills(source: SourceText, item: Removed) -> bool:
    """Whether nothing else stands on the line."""
    return source.lines[item.line - 1].strip() == item.text


def hit(subject: Subject, stretch: Stretch, message: Text) -> Hit:
    """The find of a stretch, with the fix that takes it out of the input."""
    node = join([Piece(item.text, item.line, item.column) for item in stretch], "\n")
    return Hit(node, message, 0, len(node), _without(subject.source, [stretch]))


def hit_of_all(subject: Subject, found: list[Stretch], message: Text) -> Hit:
    """One find for stretches that are too many to be told one by one, at the first of them."""
    first = found[0][0]
    node = Piece(first.text, first.line, first.column)
    return Hit(node, message, 0, len(node), _without(subject.source, found))


def _without(source: SourceText | None, found: Iterable[Stretch]) -> Fix | None:
    if source is None:
        return None
    edits: list[Edit] = []
    safe = True
    for stretch in found:
        if all(_fills(source, item) for item in stretch):
            edits.append(without_lines(source, stretch[0].line, stretch[-1].line))
        else:
            edits += [
                Edit(item.line, item.column, item.line, item.column + len(item.text), "")
                for item in stretch
            ]
            safe = safe and stretch[0].reason in _OF_FIXED_FORM
    return Fix(safe, tuple(edits))


def without_lines(source: SourceText, first: int, last: int) -> Edit:
    """The edit that takes whole lines out, with their line ends."""
    if last < len(source.lines):
        return Edit(first, 1, last + 1, 1, "")
    end = len(source.lines[last - 1]) + 1
    if first == 1:
        return Edit(1, 1, last, end, "")
    return Edit(first - 1, len(source.lines[first - 2]) + 1, last, end, "")


def without(subject: Subject, view: View, start: int, end: int) -> Fix | None:
    """The safe fix that takes a span of a view out: the whole line where the span fills it."""
    source, line = subject.source, view.line(start)
    if source and source.lines[line - 1].strip() == view.text[start:end].strip():
        return Fix(True, (without_lines(source, line, line),))
    return view.fix(start, end, "")
