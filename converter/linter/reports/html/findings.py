"""The findings of a report, part by part, each with its line and its fix."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from converter.bilingual import Lang
from converter.linter.reports.excerpt import Change, Excerpt
from converter.linter.reports.html.markup import Markup, join, tag
from converter.linter.reports.html.picture import colour
from converter.linter.reports.report import Checked, Shown
from converter.linter.reports.width import MORE
from converter.linter.reports.words import SAFE, SEVERITY, UNSAFE, part_name

_BEFORE, _BEHIND = 48, 64
"""Characters of a line that are shown on either side of a place."""
_MOST_CHANGES = 6


def findings(checked: Checked, ids: dict[int, str], lang: Lang) -> Iterator[Markup]:
    """A block for each part that has findings; ``ids`` are the anchors, by id()."""
    ordered = sorted(checked.shown, key=lambda shown: shown.part)
    for index, group in groupby(ordered, key=lambda shown: shown.part):
        part = checked.outline.parts[index] if checked.outline.parts else None
        name = part_name(part, checked.outline, lang) if part else ""
        role = part.roles[0] if part and part.roles else ""
        heading = tag("h3", tag("i", class_=f"swatch {colour(role)}"), name)
        yield tag("div", heading, *_cards(list(group), ids, lang), class_="part")


def _cards(group: list[Shown], ids: dict[int, str], lang: Lang) -> Iterator[Markup]:
    """The same said of several places is said once."""
    alike: dict[tuple[str, str], list[Shown]] = {}
    for shown in group:
        alike.setdefault((shown.finding.code, shown.finding.message), []).append(shown)
    for places in alike.values():
        yield _card(places, ids, lang)


def _card(places: list[Shown], ids: dict[int, str], lang: Lang) -> Markup:
    finding = places[0].finding
    rule = tag(
        "a", tag("b", finding.code), f" {finding.name}", href=f"#rule-{finding.code}", class_="rule"
    )
    head = tag(
        "header",
        tag("span", SEVERITY[finding.severity].get(lang), class_="severity"),
        tag("p", finding.message, class_="message"),
        rule,
    )
    items = [_place(shown, ids[id(shown)], lang) for shown in places]
    return tag(
        "article",
        head,
        tag("ol", *items),
        class_=f"finding {finding.severity} r-{finding.code}",
    )


def _place(shown: Shown, anchor: str, lang: Lang) -> Markup:
    finding = shown.finding
    told = f"{finding.line}:{finding.column}{finding.where}"
    place = tag("a", told, href=f"#{anchor}", class_="place")
    line = tag("div", place, tag("q", *_line(shown.excerpt)), class_="line")
    return tag("li", line, *_fix(shown, lang), id=anchor)


def _line(excerpt: Excerpt) -> Iterator[str]:
    """The line around the place; a place between two characters is marked by a bar."""
    before, behind = excerpt.before[-_BEFORE:], excerpt.behind[:_BEHIND]
    if excerpt.more_before or len(before) < len(excerpt.before):
        before = MORE + before
    if excerpt.more_behind or len(behind) < len(excerpt.behind):
        behind += MORE
    yield before
    yield tag("mark", excerpt.marked, class_=None if excerpt.marked else "point")
    yield behind


def _fix(shown: Shown, lang: Lang) -> Iterator[Markup]:
    fix = shown.finding.fix
    if not fix or not shown.changes:
        return
    label = (SAFE if fix.safe else UNSAFE).get(lang)
    kind = "safe" if fix.safe else "unsafe"
    changes = [_change(change) for change in shown.changes[:_MOST_CHANGES]]
    if len(shown.changes) > _MOST_CHANGES:
        changes.append(tag("span", f"{MORE} +{len(shown.changes) - _MOST_CHANGES}"))
    yield tag("div", tag("span", label, class_="label"), *changes, class_=f"fix {kind}")


def _change(change: Change) -> Markup:
    out = (change.out or "") + ("" if change.whole else MORE)
    inner: list[str] = [change.before]
    if out:
        inner.append(tag("del", out))
    if change.put:
        inner.append(tag("ins", change.put))
    return tag("span", join([*inner, change.behind]), class_="change")
