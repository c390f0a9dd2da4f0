"""Many reports at a glance: which part of which report is there, and how it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from converter.bilingual import Lang
from converter.findings import Severity
from converter.linter.reports.html import words
from converter.linter.reports.html.entry import Entry, Register
from converter.linter.reports.html.markup import Markup, enclosed, tag
from converter.linter.reports.html.picture import small
from converter.linter.reports.standing import Standing, standings
from converter.linter.reports.words import SEVERITY


def matrix(register: Register, lang: Lang) -> Iterator[Markup]:
    """A row a report, the gravest first; a column a part that some report must have."""
    lines = register.ordered()
    roles: dict[str, str] = {}
    for line in lines:
        for role, name in register.kinds[line.kind]:
            roles.setdefault(role, name)
    totals = [sum(counts) for counts in zip(*(line.severities for line in lines), strict=True)]
    complete: Counter[str] = Counter()
    due: Counter[str] = Counter()

    def rows() -> Iterator[Markup]:
        for line in lines:
            entry = register.entry(line)
            stands = standings(entry.checked.outline, {s.finding.name for s in entry.checked.shown})
            complete.update(role for role, how in stands.items() if how == Standing.PRESENT)
            due.update(role for role, how in stands.items() if how != Standing.OPTIONAL)
            yield _row(entry, roles, stands, lang)

    def table() -> Iterator[Markup]:
        yield _head(list(roles.values()), lang)
        yield from enclosed("tbody", rows())
        shares = [f"{complete[role]}/{due[role]}" for role in roles]  # counted by the rows
        yield _foot(shares, totals or [0 for _ in Severity], lang)

    return enclosed("table", table(), class_="matrix")


def _head(names: list[str], lang: Lang) -> Markup:
    cells = [
        tag("th", words.REPORT.get(lang), scope="col", class_="title"),
        tag("th", words.STRUCTURE.get(lang), scope="col", class_="bar"),
        *(tag("th", name, scope="col", class_="role") for name in names),
        *(tag("th", SEVERITY[s].get(lang), scope="col", class_=f"count {s}") for s in Severity),
    ]
    return tag("thead", tag("tr", *cells))


def _foot(shares: list[str], totals: list[int], lang: Lang) -> Markup:
    cells = [
        tag("th", words.COMPLETE.get(lang), scope="row"),
        tag("td", class_="bar"),
        *(tag("td", share, class_="role") for share in shares),
        *(tag("td", str(total), class_="count") for total in totals),
    ]
    return tag("tfoot", tag("tr", *cells))


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
