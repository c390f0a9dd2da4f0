"""Numbered headings in the lists in which their numbers must run, and edits to their marks."""

from __future__ import annotations

from functools import lru_cache

from converter.bilingual import Text
from converter.findings import Fix
from converter.linter.rule import Option
from converter.linter.view import edit
from converter.numbering import in_form_of, match_mark, shape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from converter.findings import Edit
    from converter.linter.subject import Subject
    from converter.model.nodes import Number, Section
    from converter.numbering import MarkStyle

    Member: TypeAlias = tuple[Section, Number]


class Listing:
    """Headings of one mark style whose numbers must run 1, 2, 3 …, in document order.

    ``inner`` tells of a list inside another of the same style that only the way of writing keeps
    apart: 1、 and 2、 between 1. and 2.
    """

    __slots__ = ("inner", "members", "style")

    def __init__(self, style: MarkStyle, members: list[Member], inner: bool) -> None:
        self.style = style
        self.members = members
        self.inner = inner


ALLOWED = Option(
    "allowed",
    "",
    Text(
        "本单位手册许可的序号写法，用空格分开，如“1、 (一)”",
        "number marks that a house manual allows, apart by spaces: 1、 (一)",
    ),
)
"""Option of number-mark, which the fix of numbering-style-mixed keeps to as well."""

_RIGHT = {
    "han": ("、",),
    "han-bracketed": ("（）", ""),
    "arabic": (".", "．"),
    "arabic-bracketed": ("（）", "()", "）", ")", ""),
    "circled": ("",),
}
"""The shapes of a style's marks that no standard is against; of other styles all are right."""
_WIDE = "０１２３４５６７８９"
_TO_WIDE = {ord(str(value)): digit for value, digit in enumerate(_WIDE)}
_TO_ASCII = {ord(digit): str(value) for value, digit in enumerate(_WIDE)}


@lru_cache(maxsize=1)
def listings(subject: Subject) -> tuple[Listing, ...]:
    """All lists of numbered headings of a report.

    A list is what one parent holds of a style; where numbers run on from one parent to the next
    (一、 1. 2. 二、 3. 4.), the lists of both are one.
    """
    outer: dict[MarkStyle, list[list[Member]]] = {}
    found: list[Listing] = []
    for style, group in _groups(subject):
        first, *others = _apart(group)
        outer.setdefault(style, []).append(first)
        found += [Listing(style, other, True) for other in others]
    for style, groups in outer.items():
        found += [Listing(style, members, False) for members in _running_on(groups)]
    return tuple(found)


@lru_cache(maxsize=1)
def by_style(subject: Subject) -> dict[MarkStyle, list[Member]]:
    """The numbered headings of each style, without the styles that number two levels in one."""
    two_levels = {listing.style for listing in listings(subject) if listing.inner}
    found: dict[MarkStyle, list[Member]] = {}
    for listing in listings(subject):
        if listing.style not in two_levels:
            found.setdefault(listing.style, []).extend(listing.members)
    return found


def _groups(subject: Subject) -> Iterator[tuple[MarkStyle, list[Member]]]:
    """Each parent's numbered sub-sections, by mark style, parents in document order."""
    for _, children in subject.families:
        styles: dict[MarkStyle, list[Member]] = {}
        for child in children:
            if child.number:
                style = _style(child.number.text)
                if style:
                    styles.setdefault(style, []).append((child, child.number))
        yield from styles.items()


@lru_cache(maxsize=1000)
def _style(text: str) -> MarkStyle | None:
    """The style of a number mark."""
    mark = match_mark(text + "题")
    return mark.style if mark else None


def _apart(group: list[Member]) -> list[list[Member]]:
    """A group by the ways its marks are written, if its numbers run only so; else as it is."""
    ways: dict[str, list[Member]] = {}
    for member in group:
        ways.setdefault(written(member[1].text), []).append(member)
    parts = list(ways.values())
    if len(parts) < 2 or _runs(group):
        return [group]
    return parts if all(len(part) > 1 and _runs(part) for part in parts) else [group]


def _runs(members: list[Member]) -> bool:
    """Whether numbers run 1, 2, 3 …, again from 1 at will."""
    last = 0
    for _, number in members:
        if number.value not in (1, last + 1):
            return False
        last = number.value
    return True


def _running_on(groups: list[list[Member]]) -> Iterator[list[Member]]:
    """The lists of one style, those joined that run on: at least half of the groups between two
    that begin with 1 begin where the one before them ended."""
    chunk: list[list[Member]] = []
    for group in groups:
        if chunk and group[0][1].value == 1:
            yield from _joined(chunk)
            chunk = []
        chunk.append(group)
    if chunk:
        yield from _joined(chunk)


def _joined(chunk: list[list[Member]]) -> list[list[Member]]:
    ends = [group[-1][1].value for group in chunk]
    going_on = sum(
        min(number.value for _, number in group) == group[0][1].value == end + 1
        for end, group in zip(ends, chunk[1:], strict=False)
    )
    if len(chunk) > 1 and 2 * going_on >= len(chunk) - 1:
        return [[member for group in chunk for member in group]]
    return chunk


@lru_cache(maxsize=1000)
def written(mark: str) -> str:
    """How a mark is written, whatever its number: its shape, full-width digits told apart."""
    return shape(mark) + ("０" if any(char in _WIDE for char in mark) else "")


def like(mark: str, sample: str) -> str:
    """The mark's number written as the sample is written: 2、 like １． gives ２．"""
    text = in_form_of(mark, sample)
    return text.translate(_TO_WIDE if any(char in _WIDE for char in sample) else _TO_ASCII)


def is_right(mark: str, style: MarkStyle, allowed: str = "") -> bool:
    """Whether a mark is written as GB/T 15834 has it, or as :data:`ALLOWED` says."""
    own = shape(mark)
    right = _RIGHT.get(style.name)
    return right is None or own in right or own in [shape(form) for form in allowed.split()]


def corrected(mark: str, style: MarkStyle) -> str:
    """The mark as GB/T 15834 and GB/T 9704 have it: 1、 → 1. and （一）、 → （一）."""
    sample = style.form.format("1" if style.name.startswith("arabic") else "一")
    return in_form_of(mark, sample).translate(_TO_ASCII)


def mark_edit(section: Section, text: str) -> Edit | None:
    """The edit that writes ``text`` for a heading's number mark; None where the mark is broken
    over two places of the input."""
    return edit(section, 0, len(section.mark), text)


def rewriting(members: Sequence[Member], texts: Sequence[str]) -> Fix | None:
    """The safe fix that writes the members' marks anew; None if one of them cannot be edited."""
    edits = [
        mark_edit(section, text)
        for (section, number), text in zip(members, texts, strict=True)
        if text != number.text
    ]
    whole = tuple(change for change in edits if change is not None)
    return Fix(True, whole) if whole and len(whole) == len(edits) else None
