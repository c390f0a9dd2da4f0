"""A sentence as the quantities in it, each with the words that lead to it."""

from __future__ import annotations

from collections.abc import Iterator

from converter.linter.outline import outlined
from converter.linter.rules.figures._quantities import Quantity, quantities
from converter.linter.view import View

_MARKS = ("其中", "分别", "包括", "包含", "分为")
_STOP = outlined("[，,、；;：:（(）)其分包]")
"""A stop, or what a mark begins with."""


class Item:
    """A quantity in its place: ``label`` are the words between the stop (or quantity) before it
    and the number; ``clause`` counts the stretches between stops, ``group`` the semicolons;
    ``bracket`` is the number of the bracket that it stands in, 0 outside all."""

    __slots__ = ("bracket", "clause", "group", "label", "quantity")

    def __init__(
        self, quantity: Quantity, label: str, clause: int, bracket: int, group: int
    ) -> None:
        self.quantity = quantity
        self.label = label
        self.clause = clause
        self.bracket = bracket
        self.group = group


class Mark:
    """A word that splits a total up (其中, 分别, 包括): its place, the bracket it stands in, and
    how many items come before it."""

    __slots__ = ("before", "bracket", "end", "start", "word")

    def __init__(self, start: int, end: int, word: str, bracket: int, before: int) -> None:
        self.start = start
        self.end = end
        self.word = word
        self.bracket = bracket
        self.before = before


def _stops(view: View, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The stops and marks from ``start`` up to ``end``, each with its place."""
    text = view.text
    for match in _STOP.finditer(view.outline, start, end):
        at = match.start()
        if text[at] not in "其分包":
            yield at, text[at]
        elif text.startswith(_MARKS, at, end):
            yield at, text[at : at + 2]


class Sentence:
    """What is read from ``start`` up to ``end``: items, marks, and of each bracket the one that it
    stands in and how many items come before it; ``brackets[0]`` is the sentence itself."""

    def __init__(self, view: View, start: int, end: int) -> None:
        text = view.text
        self.start = start
        self.items: list[Item] = []
        self.marks: list[Mark] = []
        self.brackets = [(0, 0)]
        self._stack = [0]
        self._clause, self._group, self._edge = 0, 0, start
        stops = _stops(view, start, end)
        stop = next(stops, None)
        for quantity in quantities(view, start, end):
            while stop and stop[0] < quantity.start:
                self._stop(text, *stop)
                stop = next(stops, None)
            label = text[self._edge : quantity.start].strip()
            item = Item(quantity, label, self._clause, self._stack[-1], self._group)
            self.items.append(item)
            self._edge = quantity.end
        while stop:
            self._stop(text, *stop)
            stop = next(stops, None)

    def _stop(self, text: str, at: int, word: str) -> None:
        self._edge = at + len(word)
        if word in _MARKS:
            if word == "分别":
                self._edge += text.startswith(("为", "是", "有"), self._edge)
            self.marks.append(Mark(at, self._edge, word, self._stack[-1], len(self.items)))
            return
        self._clause += 1
        self._group += word in "；;"
        if word in "（(":
            self.brackets.append((self._stack[-1], len(self.items)))
            self._stack.append(len(self.brackets) - 1)
        elif word in "）)" and len(self._stack) > 1:
            self._stack.pop()
