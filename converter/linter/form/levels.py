"""The levels of headings by their number marks, where their styles say otherwise."""

from __future__ import annotations

from itertools import pairwise

from converter.linter.form.items import HEADING, Item, Stretch, as_whole, is_text
from converter.numbering import match_mark
from converter.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.numbering import Mark

MARKS = frozenset("。，；：！？、…“”")
"""What names and headings that stand alone do not have."""
_LONGEST = 40


@record
class _Numbered:
    """A paragraph with a number mark: its place, the mark, its level (0 for text)."""

    at: int
    mark: Mark
    level: int


def correct_headings(found: list[Item], flow: list[int]) -> None:
    """Headings at the level of their like, and those that stand in the style of text; each
    attachment counts its own levels."""
    starts = [i for i, at in enumerate(flow) if found[at].element == "attachment_label"]
    for start, end in pairwise([0, *starts, len(flow)]):
        _correct_levels(found, flow[start:end])


def _correct_levels(found: list[Item], flow: list[int]) -> None:
    numbered = list(_numbered(found, flow))
    levels = _levels(numbered)
    alone = {
        name: level
        for name, level in _USUAL.items()
        if name not in levels and _stands_alone(found, numbered, name)
    }
    levels |= alone
    for index, entry in enumerate(numbered):
        name = entry.mark.style.name
        level = levels.get(name)
        if level is None or level == entry.level:
            continue
        item = found[entry.at]
        if entry.level:
            found[entry.at] = _at_level(item, entry.level, level)
        elif name in alone or _follows(numbered, index):
            found[entry.at] = _as_heading(item, level)


def _numbered(found: list[Item], flow: list[int]) -> Iterator[_Numbered]:
    for at in flow:
        item = found[at]
        if not is_text(item) or item.paragraph.mark:
            continue
        mark = match_mark(item.text.strip())
        if mark:
            first = item.stretches[0].element
            is_heading = first.startswith(HEADING)
            yield _Numbered(at, mark, int(first.removeprefix(HEADING)) if is_heading else 0)


def _levels(numbered: list[_Numbered]) -> dict[str, int]:
    """The level of each kind of mark: that of most headings with it, but below that of the kinds
    that rank before it."""
    counts: dict[int, dict[int, int]] = {}
    names: dict[int, str] = {}
    for entry in numbered:
        if entry.level:
            rank = entry.mark.style.rank
            names[rank] = entry.mark.style.name
            own = counts.setdefault(rank, {})
            own[entry.level] = own.get(entry.level, 0) + 1
    levels: dict[str, int] = {}
    above = 0
    for rank in sorted(counts):
        own = counts[rank]
        most = max(own, key=lambda level: (own[level], level > above))
        above = most if most > above else min(above + 1, 5)
        levels[names[rank]] = above
    return levels


_USUAL = {"han": 1, "han-bracketed": 2}
"""The levels of marks that hardly open anything but headings."""


_NEAR = 100
"""So many numbered paragraphs away the like of one is looked for."""


def _stands_alone(found: list[Item], numbered: list[_Numbered], name: str) -> bool:
    """Whether all paragraphs with a kind of mark are short lines without an end mark, two at
    least: headings, though none has the style of one."""
    own = [entry for entry in numbered if entry.mark.style.name == name]
    texts = [found[entry.at].text.strip() for entry in own]
    return len(own) > 1 and all(
        len(text) <= _LONGEST and text[-1] not in MARKS and not entry.level
        for text, entry in zip(texts, own, strict=True)
    )


def _follows(numbered: list[_Numbered], index: int) -> bool:
    """Whether a numbered paragraph goes on with a heading of its kind, or one with it."""
    own = numbered[index]
    before = numbered[max(index - _NEAR, 0) : index][::-1]
    behind = numbered[index + 1 : index + 1 + _NEAR]
    for step, others in ((-1, before), (1, behind)):
        for other in others:
            if other.mark.style is own.mark.style:
                if other.level and other.mark.value == own.mark.value + step:
                    return True
                break
            if other.mark.style.rank < own.mark.style.rank:
                break
    return False


def _at_level(item: Item, old: int, level: int) -> Item:
    """A heading at another level."""
    was, now = f"{HEADING}{old}", f"{HEADING}{level}"
    return replace(
        item,
        element=now if item.element == was else item.element,
        stretches=tuple(
            replace(stretch, element=now) if stretch.element == was else stretch
            for stretch in item.stretches
        ),
    )


def _as_heading(item: Item, level: int) -> Item:
    """A paragraph of text as a heading, or as one that a heading opens; as it is where it has
    neither a short first sentence nor no sentence at all."""
    text, element = item.text, f"{HEADING}{level}"
    end = text.find("。") + 1
    if not end:
        is_short = len(text.strip()) <= _LONGEST and text.strip()[-1] not in MARKS
        return as_whole(item, element) if is_short else item
    if end > _LONGEST or not text[end:].strip():
        return item
    stretches = (
        Stretch(element=element, start=0, end=end),
        Stretch(element="body", start=end, end=len(text)),
    )
    return replace(item, element="body", stretches=stretches)
