"""The picture of a report's structure, as SVG that is as wide as the page."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Lang
from converter.linter.reports.html import words
from converter.linter.reports.html.markup import Markup, join, percent, tag
from converter.linter.reports.html.slots import Mark, Slot, marks, slots
from converter.linter.reports.outline import Outline, Part
from converter.linter.reports.report import Checked
from converter.linter.reports.words import part_name

_BAR = 54
_LANE = 13
_RADIUS = 5
_MOST = 6
"""So many findings stand above one another; the last one counts those that are not shown."""
_LABELLED = 6.0
_ROOMY = 15.0
"""Per cent of the width from which a part has its name, and has it on a small screen."""
_SMALL = 9
_GAP = 0.12
COLOURS = ("summary", "problems", "plan", "head", "lead", "ending", "attached", "footnotes", "")
"""Roles with a colour of their own."""


def colour(role: str) -> str:
    """The class of a role's colour. Roles that only a profile knows share six, by their name."""
    if role in COLOURS:
        return f"of-{role or 'other'}"
    return f"of-{sum(role.encode('utf-8')) % 6}"


def picture(checked: Checked, ids: dict[int, str], lang: Lang) -> Markup:
    """The bar of parts with the marks above it; ``ids`` are the anchors of findings, by id()."""
    laid = slots(checked)
    found = marks(checked, laid)
    highest = min(max((len(mark.findings) for mark in found), default=0), _MOST)
    top = highest * _LANE + (6 if highest else 0)
    outline = checked.outline
    drawn = [
        *(_mark(mark, top, ids) for mark in found),
        *(_slot(slot, top, outline, lang) for slot in laid),
    ]
    return tag(
        "svg",
        tag("title", words.PICTURE.get(lang)),
        *drawn,
        class_="picture",
        width="100%",
        height=top + _BAR,
        role="group",
    )


def small(checked: Checked) -> Markup:
    """The bar alone, low."""
    rects = [
        tag(
            "rect",
            x=percent(slot.x + _GAP),
            width=percent(max(slot.width - 2 * _GAP, 0.3)),
            height=_SMALL,
            class_=colour(slot.role) if slot.part else "lacking",
        )
        for slot in slots(checked)
    ]
    return tag("svg", *rects, class_="small", width="100%", height=_SMALL, aria_hidden="true")


def _slot(slot: Slot, top: int, outline: Outline, lang: Lang) -> Markup:
    """A part: its block, the lines between its sub-sections, its name and share."""
    inner: list[Markup] = []
    if slot.part is None:
        name = outline.name(slot.role).get(lang)
        inner.append(tag("title", f"{words.LACKS.get(lang)} {name}"))
        inner.append(tag("rect", x=1, y=1, width="100%", height=_BAR - 2, class_="lacking"))
        inner.append(tag("text", words.LACKS.get(lang), x="50%", y=24, class_="lacking"))
        inner.append(tag("text", name, x="50%", y=41, class_="lacking share narrow"))
    else:
        inner += _block(slot.part, slot, outline, lang)
    return tag(
        "svg",
        *inner,
        x=percent(slot.x + _GAP),
        y=top,
        width=percent(max(slot.width - 2 * _GAP, 0.3)),
        height=_BAR,
    )


def _block(part: Part, slot: Slot, outline: Outline, lang: Lang) -> Iterator[Markup]:
    share = round(100 * part.characters / max(outline.characters, 1))
    size = words.SIZE.get(lang).format(count=part.characters)
    heading = part_name(part, outline, lang)
    yield tag("title", f"{heading} · {size} · {share}%")
    yield tag("rect", width="100%", height=_BAR, class_=colour(slot.role))
    for other in part.roles[1:2]:
        yield tag("rect", y="50%", width="100%", height="50%", class_=colour(other))
    if part.bare:
        yield tag("rect", width="100%", height=_BAR, class_="bare")
    yield from _lines(part)
    if slot.width >= _LABELLED:
        kind = "label" if slot.width >= _ROOMY else "label narrow"
        yield from _label(outline.name(slot.role).get(lang), f"{share}%", kind)


def _lines(part: Part) -> Iterator[Markup]:
    """A thin line before each sub-section but one that begins the part."""
    at = part.characters - sum(division.characters for division in part.divisions)
    for division in part.divisions:
        x = percent(100 * at / max(part.characters, 1))
        yield tag("line", x1=x, x2=x, y1=0, y2=_BAR, class_="division")
        at += division.characters


def _label(first: str, second: str, kind: str) -> list[Markup]:
    return [
        tag("text", first, x="50%", y=24, class_=kind),
        tag("text", second, x="50%", y=41, class_=f"{kind} share"),
    ]


def _mark(mark: Mark, top: int, ids: dict[int, str]) -> Markup:
    """Dots one above the other, the gravest at the bottom, each a link to its finding."""
    x = percent(mark.x)
    shown = mark.findings[: _MOST if len(mark.findings) <= _MOST else _MOST - 1]
    dots: list[Markup] = []
    for lane, item in enumerate(shown):
        finding = item.finding
        y = top - 8 - lane * _LANE
        title = tag("title", f"{finding.line}:{finding.column} {finding.told}")
        dot = tag("circle", cx=x, cy=y, r=_RADIUS, class_="dot")
        hidden = f"mark {finding.severity} r-{finding.code}"
        dots.append(tag("a", title, dot, href=f"#{ids[id(item)]}", class_=hidden))
    rest = mark.findings[len(shown) :]
    if rest:
        count = tag("text", f"+{len(rest)}", x=x, y=12, class_="more")
        dots.append(tag("a", count, href=f"#{ids[id(rest[0])]}"))
    return join(dots)
