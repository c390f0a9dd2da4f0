"""Many reports at a glance: which part of which report is there, and how it stands."""

from __future__ import annotations

from collections import Counter

from converter.bilingual import Lang
from converter.findings import Severity
from converter.linter.reports.html import words
from converter.linter.reports.html.entry import Entry
from converter.linter.reports.html.markup import Markup, tag
from converter.linter.reports.html.picture import small
from converter.linter.reports.standing import Standing, standings
from converter.linter.reports.words import SEVERITY


def matrix(entries: list[Entry], lang: Lang) -> Markup:
    """A row a report; a column a part that some report must have."""
    roles: dict[str, str] = {}
    for entry in entries:
        for role in entry.checked.outline.profile.required:
            roles.setdefault(role.id, entry.checked.outline.name(role.id).get(lang))
    complete: Counter[str] = Counter()
    due: Counter[str] = Counter()
    rows = []
    for entry in entries:
        stands = standings(entry.checked.outline, {s.finding.name for s in entry.checked.shown})
        complete.update(role for role, how in stands.items() if how == Standing.PRESENT)
        due.update(role for role, how in stands.items() if how != Standing.OPTIONAL)
        rows.append(_row(entry, roles, stands, lang))
    head = [
        tag("th", words.REPORT.get(lang), scope="col", class_="title"),
        tag("th", words.STRUCTURE.get(lang), scope="col", class_="bar"),
        *(tag("th", name, scope="col", class_="role") for name in roles.values()),
        *(tag("th", SEVERITY[s].get(lang), scope="col", class_=f"count {s}") for s in Severity),
    ]
    foot = [
        tag("th", words.COMPLETE.get(lang), scope="row"),
        tag("td", class_="bar"),
        *(tag("td", f"{complete[role]}/{due[role]}", class_="role") for role in roles),
        *(tag("td", str(sum(e.count(s) for e in entries)), class_="count") for s in Severity),
    ]
    return tag(
        "table",
        tag("thead", tag("tr", *head)),
        tag("tbody", *rows),
        tag("tfoot", tag("tr", *foot)),
        class_="matrix",
    )


def _row(entry: Entry, roles: dict[str, str], stands: dict[str, Standing], lang: Lang) -> Markup:
    link = tag("a", entry.title(lang), href=f"#{entry.anchor}")
    cells = [_cell(stands.get(role, Standing.OPTIONAL), name, lang) for role, name in roles.items()]
    counts = [
        tag("td", str(count) if (count := entry.count(s)) else "", class_=f"count {s}")
        for s in Severity
    ]
    return tag(
        "tr",
        tag("th", link, tag("small", entry.place()), scope="row", class_="title"),
        tag("td", small(entry.checked), class_="bar"),
        *cells,
        *counts,
    )


def _cell(standing: Standing, name: str, lang: Lang) -> Markup:
    about = f"{name}: {words.STANDING[standing].get(lang)}"
    return tag("td", sign(standing, about, lang), class_=f"role {standing}")


def sign(standing: Standing, about: str, lang: Lang) -> Markup:
    """A word or a tick for how a part stands."""
    if standing != Standing.PRESENT:
        return tag("span", words.SIGNS[standing].get(lang), title=about)
    tick = tag("path", d="M2 7l3.5 3.5L12 3")
    return tag("span", tag("svg", tick, width=14, height=12, role="img", aria_label=about))


def legend(lang: Lang) -> Markup:
    """What the signs of the table mean."""
    signs = [
        tag("span", sign(standing, "", lang), f" {meaning.get(lang)}", class_=f"role {standing}")
        for standing, meaning in words.STANDING.items()
    ]
    return tag("p", *signs, class_="legend signs")
