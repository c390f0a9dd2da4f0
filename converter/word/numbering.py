"""Automatic numbers (ISO/IEC 29500-1, 17.9): the lists of a file, and what is printed before each
paragraph in them.

Lists (``w:num``) of one definition (``w:abstractNum``) count on together; one that overrides a
start begins there when it is first used.
"""

from __future__ import annotations

from converter.record import record
from converter.word.bullets import bullet
from converter.word.number_formats import printed
from converter.word.properties import W, child, is_on, properties_of, value, whole
from converter.word.style_parts import related

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from converter.word.package import Package
    from converter.word.properties import Properties
    from converter.word.styles import Styles

LEVELS = 9
_LONGEST = 255
"""Characters of a level's text: a longer one, at every paragraph, would fill the memory."""
_LARGEST = 32_767
"""The largest number at which Word lets a list start."""


@record(kw_only=True)
class Level:
    """A level of a list: where it starts, its number format (``custom`` is the format of one that
    is ``custom``), its text with ``%1`` to ``%9`` for the numbers of the levels, whether all levels
    are printed in decimal, the level from 1 whose use lets it start anew (0 for none, None for any
    above), the paragraph style that it is linked to, and what it says of paragraphs; ``run`` is
    its ``w:rPr``."""

    start: int = 1
    form: str = "decimal"
    custom: str = ""
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""
    paragraph: Properties
    run: Element | None = None


@record(kw_only=True)
class _List:
    """A ``w:num``: its definition's id, its levels, and the starts that it overrides."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


_NONE = Level(paragraph={})
_PLACES = tuple("123456789")


class Numbering:
    """The lists of a file."""

    def __init__(self, package: Package, styles: Styles) -> None:
        part = related(package, "numbering")
        root = package.xml(part) if part else None
        self._styles = styles
        self._definitions = _by_id(root, "abstractNum")
        self._nums = _by_id(root, "num")
        self._lists: dict[str, _List] = {}

    def has(self, num_id: str) -> bool:
        """Whether there is such a list."""
        return num_id in self._nums

    def level(self, num_id: str, level: int) -> Level:
        """A level (from 0) of a list; one without text where the file does not have it."""
        return self._list(num_id).levels.get(level, _NONE)

    def level_of_style(self, num_id: str, style_id: str) -> int | None:
        """The level of a list that is linked to a paragraph style, None for none."""
        levels = self._list(num_id).levels
        return next((at for at, level in levels.items() if level.style == style_id), None)

    def paragraph(self, num_id: str, level: int) -> Properties:
        """What a level says of its paragraphs."""
        return self.level(num_id, level).paragraph

    def counter(self) -> Counter:
        """Counts the numbers of one story of the file (its body, a text box, a note)."""
        return Counter(self)

    def definition(self, num_id: str) -> str:
        """The id of a list's definition; lists of one definition count on together."""
        return self._list(num_id).definition

    def start(self, num_id: str, level: int) -> tuple[int, bool]:
        """Where a level of a list starts, and whether that overrides the list's definition."""
        starts = self._list(num_id).starts
        return starts.get(level, self.level(num_id, level).start), level in starts

    def _list(self, num_id: str) -> _List:
        known = self._lists.get(num_id)
        if known is None:
            known = self._lists[num_id] = self._read(num_id)
        return known

    def _read(self, num_id: str) -> _List:
        num = self._nums.get(num_id)
        definition = value(child(num, "abstractNumId"))
        levels = self._levels(num_id, frozenset())
        starts = {}
        for override in num.iterchildren(f"{W}lvlOverride") if num is not None else ():
            level = whole(value(override, "ilvl"))
            start = whole(value(child(override, "startOverride")))
            if level is not None and start is not None and 0 <= start <= _LARGEST:
                starts[level] = start
        return _List(definition=definition, levels=levels, starts=starts)

    def _levels(self, num_id: str, seen: frozenset[str]) -> dict[int, Level]:
        """The levels of a list: of its definition, or of the list of the style that this names
        (``w:numStyleLink``), and on top of them its own."""
        num = self._nums.get(num_id)
        if num is None or num_id in seen:
            return {}
        definition = self._definitions.get(value(child(num, "abstractNumId")))
        levels = dict(_levels(definition))
        link = self._styles.parts.styles.get(value(child(definition, "numStyleLink")))
        if not levels and link is not None:
            linked = link.paragraph.get("numPr", {}).get("numId", "")
            levels = self._levels(linked, seen | {num_id})
        for override in num.iterchildren(f"{W}lvlOverride"):
            levels |= dict(_levels(override))
        return levels


class Counter:
    """Counts the numbers of one story, paragraph by paragraph."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._overridden: set[tuple[str, int]] = set()

    def mark(self, number: tuple[str, int]) -> tuple[str, Element | None]:
        """The automatic number of the next paragraph, as Word prints it, without tab and blanks
        around it, and the ``w:rPr`` of its level, for :meth:`Styles.mark`.

        ``number`` is numId and level (:attr:`ParagraphLook.numbering`). To be called once for every
        numbered paragraph of the accepted text, in document order.
        """
        num_id, level = number
        own = self._numbering.level(num_id, level)
        counts = self._count(num_id, level)
        if own.form == "bullet":
            return bullet(own.text, own.run), own.run
        text, found = own.text, ""
        while text:
            before, percent, text = text.partition("%")
            found += before
            if percent and text[:1] in _PLACES:
                found += self._printed(num_id, int(text[0]) - 1, own, counts)
                text = text[1:]
            else:
                found += percent
        return found.strip(), own.run

    def _count(self, num_id: str, level: int) -> list[int | None]:
        """The counts of the levels, once the next paragraph of a level is counted."""
        numbering = self._numbering
        counts = self._counts.setdefault(numbering.definition(num_id), [None] * LEVELS)
        for above in range(level):
            if counts[above] is None:
                counts[above] = numbering.level(num_id, above).start
        start, overrides = numbering.start(num_id, level)
        before = counts[level]
        if before is None or (overrides and (num_id, level) not in self._overridden):
            counts[level] = start
        else:
            counts[level] = before + 1
        self._overridden.add((num_id, level))
        for below in range(level + 1, LEVELS):
            restart = numbering.level(num_id, below).restart
            if restart is None or restart > below or level < restart:
                counts[below] = None
        return counts

    def _printed(self, num_id: str, level: int, own: Level, counts: list[int | None]) -> str:
        count, other = counts[level], self._numbering.level(num_id, level)
        if count is None:
            return ""
        decimal = own.legal and other.form not in ("none", "bullet", "decimalZero")
        return printed(count, "decimal" if decimal else other.form, other.custom)


def _by_id(root: Element | None, kind: str) -> dict[str, Element]:
    found: dict[str, Element] = {}
    name = "abstractNumId" if kind == "abstractNum" else "numId"
    for element in root.iterchildren(f"{W}{kind}") if root is not None else ():
        found.setdefault(value(element, name), element)
    return found


def _levels(element: Element | None) -> Iterator[tuple[int, Level]]:
    """The levels that a definition or an override says, by their place from 0."""
    for each in element.iterchildren(f"{W}lvl") if element is not None else ():
        place = whole(value(each, "ilvl"))
        if place is not None and 0 <= place < LEVELS:
            yield place, _level(each)


def _level(element: Element) -> Level:
    form = element.find(f".//{W}numFmt")
    start, legal = whole(value(child(element, "start"))), child(element, "isLgl")
    return Level(
        start=start if start is not None and 0 <= start <= _LARGEST else 0,
        form=value(form) or "decimal",
        custom=value(form, "format"),
        text=value(child(element, "lvlText"))[:_LONGEST],
        legal=legal is not None and is_on({"val": value(legal) or "1"}),
        restart=whole(value(child(element, "lvlRestart"))),
        style=value(child(element, "pStyle")),
        paragraph=properties_of(child(element, "pPr")),
        run=child(element, "rPr"),
    )
