"""Tracked changes of looks in a copy: properties of characters, paragraphs and sections, the old
ones beside the new, so that each can be accepted alone (ISO/IEC 29500-1, 17.13.5)."""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise

from lxml import etree

from converter.record import record
from converter.word.edit.copies import AUTHOR
from converter.word.edit.places import Span
from converter.word.model import Paragraph
from converter.word.properties import W, local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeAlias

    from lxml.etree import _Element as Element

    from converter.word.edit.copies import Copy
    from converter.word.edit.letters import Letters
    from converter.word.model import Section

    Wanted: TypeAlias = "OfCharacters | OfParagraph | OfSection"

_RUN = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike"),
    *("outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden"),
    *("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect"),
    *("bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
    *("specVanish", "oMath"),
)
_PARAGRAPH = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
    *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
    *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId"),
    *("cnfStyle", "rPr", "sectPr"),
)
_SECTION = (
    *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar"),
    *("paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign"),
    *("noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings"),
)
_ORDERS = {"rPr": _RUN, "pPr": _PARAGRAPH, "sectPr": _SECTION}
"""The children of each kind of properties, in the schema's order."""
_NOT_KEPT = ("rPr", "sectPr", "headerReference", "footerReference")
"""What the old properties of a change do not hold."""
_BY_ATTRIBUTE = ("rFonts", "lang", "ind", "spacing", "pgSz", "pgMar", "docGrid")
"""Elements of which an attribute that is not wanted otherwise stays."""
_MARGINS = ("top", "right", "bottom", "left", "header", "footer", "gutter")
_CHANGES = tuple(f"{W}{name}Change" for name in _ORDERS)


@record
class Property:
    """A property by the local names of its element and of the attributes; an empty attribute is
    one that is not to be there."""

    name: str
    attributes: tuple[tuple[str, str], ...]


@record(eq=False)
class OfCharacters:
    """A property that some characters shall have."""

    span: Span
    wanted: Property


@record(eq=False)
class OfParagraph:
    """A property that a paragraph shall have."""

    paragraph: Paragraph
    wanted: Property


@record(eq=False)
class OfSection:
    """A property that a section, by its index, shall have."""

    section: int
    wanted: Property


def put_right(copy: Copy, wanted: Iterable[Wanted], letters: Callable[[Paragraph], Letters]) -> int:
    """Gives a copy these properties as tracked changes, and tells how many changes those are; of
    two values of one attribute the later one stands. What has a tracked change of its looks
    already stays as it is."""
    spans: dict[int, list[OfCharacters]] = {}
    paragraphs: dict[int, list[OfParagraph]] = {}
    sections: dict[int, list[Property]] = {}
    for each in wanted:
        match each:
            case OfCharacters():
                spans.setdefault(id(each.span.paragraph), []).append(each)
            case OfParagraph():
                paragraphs.setdefault(id(each.paragraph), []).append(each)
            case OfSection():
                sections.setdefault(each.section, []).append(each.wanted)
    made = 0
    for group in spans.values():
        made += _characters(group, letters(group[0].span.paragraph), copy)
    for own in paragraphs.values():
        element = letters(own[0].paragraph).element
        made += _changed(element, "pPr", [each.wanted for each in own], copy)
    return made + _sections(copy, sections)


def with_own_ids(copy: Copy) -> None:
    """Gives the changes of looks ids of their own where a run that has one was split."""
    seen: set[str] = set()
    for story in copy.stories.values():
        for change in story.iter(*_CHANGES):
            if change.get(W + "id", "") in seen:
                change.set(W + "id", copy.fresh_id())
            seen.add(change.get(W + "id", ""))


def _characters(group: list[OfCharacters], letters: Letters, copy: Copy) -> int:
    """The changes of a paragraph's runs, which are split where a property begins or ends."""
    cuts = sorted({cut for each in group for cut in (each.span.start, each.span.end)})
    made = 0
    for start, end in pairwise(cuts):
        own = [each.wanted for each in group if each.span.start <= start < each.span.end]
        for piece in letters.between(start, end) if own else ():
            if start <= piece.start and piece.end <= end:
                made += _changed(piece.run, "rPr", own, copy)
    return made


def _sections(copy: Copy, wanted: dict[int, list[Property]]) -> int:
    """The changes of sections; none in a file of which it is not clear which is which."""
    found = [
        element
        for element in copy.body.iter(W + "sectPr")
        if (parent := element.getparent()) is not None and local(parent) in ("pPr", "body")
    ]
    if len(found) != len(copy.word.sections):
        return 0
    made = 0
    for index, own in wanted.items():
        if found[index].find(W + "pgMar") is None and any(each.name == "pgMar" for each in own):
            own.insert(0, _margins(copy.word.sections[index]))
        made += _recorded(found[index], own, copy)
    return made


def _margins(section: Section) -> Property:
    """The margins of a section that names none: the schema asks for all of them."""
    return Property("pgMar", tuple((name, str(getattr(section, name))) for name in _MARGINS))


def _changed(owner: Element, kind: str, wanted: Iterable[Property], copy: Copy) -> int:
    """Gives the properties of a run or paragraph what is wanted, the old ones in a change; tells
    how many changes that makes."""
    properties = owner.find(W + kind)
    if properties is not None:
        return _recorded(properties, wanted, copy)
    properties = owner.makeelement(W + kind)
    owner.insert(0, properties)
    made = _recorded(properties, wanted, copy)
    if not made:
        owner.remove(properties)
    return made


def _recorded(properties: Element, wanted: Iterable[Property], copy: Copy) -> int:
    """Gives properties what is wanted, the old ones in a change at their end; tells whether there
    is one (1 or 0)."""
    kind = local(properties)
    if properties.find(f"{W}{kind}Change") is not None:
        return 0
    before = etree.tostring(properties)
    old = properties.makeelement(properties.tag)
    old.extend(deepcopy(each) for each in properties if local(each) not in _NOT_KEPT)
    for each in wanted:
        _set(properties, each, _ORDERS[kind])
    if etree.tostring(properties) == before:
        return 0
    change = properties.makeelement(
        f"{W}{kind}Change", {W + "id": copy.fresh_id(), W + "author": AUTHOR}
    )
    change.append(old)
    properties.append(change)
    return 1


def _set(properties: Element, wanted: Property, order: tuple[str, ...]) -> None:
    """Gives properties one of them, at its place in the schema's order."""
    element = properties.find(W + wanted.name)
    if element is None:
        element = properties.makeelement(W + wanted.name)
        later = {W + name for name in order[order.index(wanted.name) + 1 :]}
        known = {W + name for name in order}
        at = (each for each in properties if each.tag in later or each.tag not in known)
        following = next(at, None)
        if following is None:
            properties.append(element)
        else:
            following.addprevious(element)
    elif wanted.name not in _BY_ATTRIBUTE:
        for name in list(element.attrib):
            del element.attrib[name]
    for name, text in wanted.attributes:
        if text:
            element.set(W + name, text)
        elif W + name in element.attrib:
            del element.attrib[W + name]
