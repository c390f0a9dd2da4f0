"""Totals divided by 其中, 分别, 包括: 共X件，其中A a件、B b件."""

from __future__ import annotations

from collections.abc import Iterator

from converter.linter.rules.figures._clauses import Item, Mark, Sentence
from converter.linter.rules.figures._division import MOST, Division, alike, divisible, division
from converter.linter.rules.figures._quantities import COUNTED, Quantity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.rules.figures._division import How

_MOST_UNITS = 3
"""How many totals of different units one list may divide (100户300人)."""
_FAR = 30
"""How far 其中 may stand behind the total that it divides."""


def marked(text: str, sentence: Sentence, previous: Sentence | None) -> Iterator[Division]:
    """The divisions that a sentence marks by a word. ``previous`` is the sentence before it, in
    which the total of one that begins with 其中 stands."""
    for number in range(len(sentence.marks)):
        yield from _marked(text, sentence, previous, number)


def _marked(
    text: str, sentence: Sentence, previous: Sentence | None, number: int
) -> Iterator[Division]:
    """The divisions behind one mark: one for each unit that its total is told in."""
    mark = sentence.marks[number]
    totals, others = _totals(text, sentence, previous, mark)
    if not totals:
        return
    after, closed = _behind(sentence, number)
    how: How = "some" if mark.word == "其中" else "all"
    for total in totals:
        parts = alike(after, total.quantity.unit)
        if parts[0] and divisible(total):
            unit = total.quantity.unit
            rest = [q for q in others if q.unit == unit and q is not total.quantity]
            found = division(text, total, parts, rest, how, closed=closed)
            found.last = _last(after, found.parts)
            found.apart = _apart(sentence, mark, unit)
            yield found


def _totals(
    text: str, sentence: Sentence, previous: Sentence | None, mark: Mark
) -> tuple[list[Item], list[Quantity]]:
    """The items that a mark may divide: those of the last clause before it that has any; and all
    quantities before it."""
    items, bracket = sentence.items, mark.bracket
    first = max(sentence.brackets[bracket][1], mark.before - MOST)
    own = [item for item in items[first : mark.before] if item.bracket == bracket]
    if not own and bracket:
        outer, before = sentence.brackets[bracket]
        own = [item for item in items[max(0, before - MOST) : before] if item.bracket == outer]
    elif not own and previous and not text[sentence.start : mark.start].strip():
        own = [item for item in previous.items[-MOST:] if item.bracket == 0]
    if not own:
        return [], []
    between = text[own[-1].quantity.end : mark.start].strip()
    if mark.word == "其中":
        known = len(between) <= _FAR and (not between or between[-1] in "，,；;（(。：:”）)")
    else:
        known = len(between) <= 1
    if not known:
        return [], []
    clause = own[-1].clause
    last = [item for item in own if item.clause == clause]
    if not last[0].label:
        last = [item for item in own if item.clause >= clause - 1]
    return last[-_MOST_UNITS:], [item.quantity for item in own]


def _behind(sentence: Sentence, number: int) -> tuple[list[Item], bool]:
    """The items that may be parts, and whether no further mark divides one of them."""
    mark = sentence.marks[number]
    last, closed = mark.before + MOST, True
    for other in sentence.marks[number + 1 : number + MOST]:
        if other.bracket == mark.bracket and other.before > mark.before:
            last, closed = min(last, other.before), False
            break
    found = []
    for item in sentence.items[mark.before : last]:
        if item.bracket == mark.bracket:
            found.append(item)
        elif not _within(sentence, item.bracket, mark.bracket):
            break
    return found, closed


def _last(after: list[Item], parts: list[Item]) -> Quantity | None:
    """The count in another unit that stands right behind the parts, and nothing behind it."""
    if len(after) != len(parts) + 1 or parts[-1].quantity.unit not in COUNTED:
        return None
    last = after[-1].quantity
    return last if last.unit in COUNTED and last is not parts[-1].quantity else None


def _apart(sentence: Sentence, mark: Mark, unit: str) -> int:
    """What the brackets behind parts add to the total or take from it."""
    found = 0
    for item in sentence.items[mark.before : mark.before + MOST]:
        bracketed = item.bracket and sentence.brackets[item.bracket][0] == mark.bracket
        value = item.quantity.value
        if bracketed and item.quantity.unit == unit and value is not None:
            if item.label.startswith("含"):
                found -= value
            elif item.label.startswith("不含"):
                found += value
    return found


def _within(sentence: Sentence, inner: int, outer: int) -> bool:
    """Whether a bracket stands in another; brackets nested deeper than four do not count."""
    for _ in range(4):
        if inner == outer:
            return True
        inner = sentence.brackets[inner][0]
    return inner == outer
