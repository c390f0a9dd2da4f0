"""The markers of enumerations in a report's text (一是, 二要, 第三，, 首先，, ④), in groups.

A marker opens its paragraph or follows a punctuation mark: 统一是否 and 唯一是 hold none.
"""

from __future__ import annotations

from functools import lru_cache

from converter.linter.outline import classes, standing
from converter.model.nodes import BODY
from converter.numerals import SINGLE, to_han, value_of
from converter.patterns import places
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.view import Passage, View

_NUMERALS = frozenset("一二三四五六七八九十")
NUMERAL = "[一二三四五六七八九十]{1,3}"
_SIGNED = classes({"0": "一二三四五六七八九十", "-": "是要", "+": "第其"})
"""A numeral, and what stands behind it or before it in a marker."""
_LONGEST = 3
"""Characters of a numeral, at most."""
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BEFORE = tuple("。；;：:，,！!？?、）)”’—…．｡.")
_NOT_BEHIND = {"是": ("否", "非"), "要": tuple("素求点务件闻害义领道职员地")}
_BEHIND = ("，", ",", "：", ":")
SIGNS = (
    *("一是", "二是", "三是", "一要", "二要", "三要", "第一", "第二", "第三"),
    *("首先", "其次", "其一", "其二", "①", "②"),
)
"""One of these is in every text with an enumeration."""
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3}
WORDS = (*_WORDS, *_CIRCLED)
"""Markers without a numeral beside a sign."""
_FARTHEST = 2
"""Paragraphs from one marker of a group to the next: an item may have a second paragraph."""
_DEEPEST = 8


class Marker:
    """A marker at ``start`` … ``end`` of the view's text, in the passage of that index."""

    __slots__ = ("end", "family", "passage", "start", "value")

    def __init__(self, start: int, end: int, value: int, family: str, passage: int) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.family = family
        self.passage = passage


@record
class Group:
    """The markers of one enumeration, in order; ``parent`` is the path of the content they stand
    in, ``faulty`` are the indices of the markers that are not those due."""

    family: str
    parent: str
    markers: list[Marker]
    faulty: list[int]

    @property
    def first(self) -> Marker:
        """The marker it begins with."""
        return self.markers[0]

    @property
    def last(self) -> Marker:
        """The marker it ends with."""
        return self.markers[-1]


@lru_cache(maxsize=1)
def groups(view: View) -> list[Group]:
    """All enumerations of a view in the order of their first markers; a lone marker is one too.

    A group ends with its section, two paragraphs without a marker, or a marker with 1 again. One
    that begins inside an item of another of its family ends where that goes on.
    """
    if not view.holds(SIGNS):
        return []
    found: list[Group] = []
    open_groups: dict[str, list[Group]] = {}
    parent = ""
    for here, marker in _markers(view):
        if here != parent:
            open_groups, parent = {}, here
        nest = open_groups.setdefault(marker.family, [])
        group = _owner(nest, marker)
        if group is None:
            group = Group(marker.family, here, [], [])
            found.append(group)
            nest.append(group)
            del nest[:-_DEEPEST]
        if not _is_due(group, marker):
            group.faulty.append(len(group.markers))
        group.markers.append(marker)
    return found


def _owner(nest: list[Group], marker: Marker) -> Group | None:
    """The open group that the marker goes on; None for one that begins a group."""
    while nest and marker.passage - nest[-1].last.passage > _FARTHEST:
        nest.pop()
    if not nest or marker.value == 1:
        return None
    if marker.value != nest[-1].last.value + 1:
        for depth in range(len(nest) - 2, -1, -1):
            outer, inner = nest[depth], nest[depth + 1]
            inside = inner.first.passage == outer.last.passage
            if inside and marker.value == outer.last.value + 1:
                del nest[depth + 1 :]
                return outer
    return nest[-1]


def _is_due(group: Group, marker: Marker) -> bool:
    """Whether a marker is the next one, by the one before it or by its place in the group; and a
    smaller one that an earlier fault explains (一、三、二)."""
    if not group.markers:
        return marker.value == 1
    values = [before.value for before in group.markers[-40:]]
    if marker.value in (values[-1] + 1, len(group.markers) + 1):
        return marker.value not in values
    return bool(group.faulty) and marker.value < max(values) and marker.value not in values


def _markers(view: View) -> Iterator[tuple[str, Marker]]:
    """Each marker in body text with the path of the section that holds it."""
    index = 0
    text = view.text
    for start, end, sign in _signs(view):
        family = _family(text, start, end, sign)
        if not family:
            continue
        while view.passages[index].end < start:
            index += 1
        passage = view.passages[index]
        if passage.kind != BODY:
            continue
        number = text[start:end].strip(sign) if sign else text[start:end]
        value = _WORDS.get(number) or SINGLE.get(number) or value_of(number)
        if value:
            yield _parent(passage), Marker(start, end, value, family, index)


def _signs(view: View) -> Iterator[tuple[int, int, str]]:
    """What may be a marker: its start, its end, and the sign beside its numeral (是, 第), if it has
    one. They do not overlap; the leftmost one counts."""
    text, outline = view.text, view.outline
    found = [(at + 1, text[at + 1]) for at in standing(outline, _SIGNED, b"0-")]
    found += [(at, text[at]) for at in standing(outline, _SIGNED, b"+0")]
    found += places(text, view.possible(WORDS))
    done = 0
    for at, word in sorted(found):
        start, end, sign = at, at + len(word), ""
        if word in "是要":
            first = max(done, at - _LONGEST)
            while start > first and text[start - 1] in _NUMERALS:
                start -= 1
            sign = word
        elif word in "第其":
            while text[end : end + 1] in _NUMERALS and end - start <= _LONGEST:
                end += 1
            sign = word
        if start >= done and end - start > len(sign):
            yield start, end, sign
            done = end


def _family(text: str, start: int, end: int, sign: str) -> str:
    """The family of what may be a marker; empty for what is none."""
    before = text[start - 1 : start] if start else ""
    if before and not (before.isspace() or before in _BEFORE):
        return ""
    if sign in ("第", "其"):
        whether = sign == "第" and text.startswith("是否", end)
        closed = text.startswith((*_BEHIND, "是"), end) and not whether
        return sign if closed else ""
    if sign:
        return "" if text.startswith(_NOT_BEHIND[sign], end) else sign
    word = text[start:end]
    if word in SINGLE:
        return "①"
    if word in ("首先", "其次"):
        return "" if text.startswith("数", end) else "首先"
    return "首先" if text.startswith(_BEHIND, end) else ""


def _parent(passage: Passage) -> str:
    return passage.path.rpartition("[")[0]


def continued(found: list[Group], index: int) -> Group | None:
    """The enumeration of another family that the one at ``index`` seems to go on: 一是, 第二."""
    group = found[index]
    if group.first.value == 1:
        return None
    for other in reversed(found[max(0, index - _DEEPEST) : index]):
        near = group.first.passage - other.last.passage <= _FARTHEST
        if (
            other.family != group.family
            and other.parent == group.parent
            and near
            and other.last.start < group.first.start
            and other.last.value == group.first.value - 1
        ):
            return other
    return None


def opens(view: View, marker: Marker) -> bool:
    """Whether a marker stands at the very beginning of its paragraph."""
    return view.passages[marker.passage].start == marker.start


def form(family: str, value: int) -> str:
    """The marker of a family with that value: 三是; the bare numeral for a family without."""
    if family == "首先":
        return {1: "首先", 2: "其次", 3: "再次"}.get(value, "最后")
    if family == "①":
        return next((char for char in SINGLE if SINGLE[char] == value), str(value))
    numeral = to_han(value)
    return family + numeral if family in "第其" else numeral + family
