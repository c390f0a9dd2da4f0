"""The reports one by one: title, picture, parts, findings."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Lang
from converter.findings import Severity
from converter.linter.reports.html import words
from converter.linter.reports.html.entry import Entry
from converter.linter.reports.html.findings import findings
from converter.linter.reports.html.markup import Markup, percent, tag
from converter.linter.reports.html.picture import colour, picture
from converter.linter.reports.words import SEVERITY, part_name


def single(entry: Entry, filters: list[Markup], lang: Lang) -> Iterator[Markup]:
    """The only report: its picture and parts, the filters, its findings."""
    ids = entry.ids()
    yield tag(
        "section",
        _title(entry, lang),
        picture(entry.checked, ids, lang),
        tag("p", words.LEGEND.get(lang), class_="legend"),
        scrolled(_parts(entry, lang)),
        class_="panel report",
        id=entry.anchor,
    )
    yield from filters
    if entry.checked.shown:
        yield tag("section", *findings(entry.checked, ids, lang), class_="panel list")


def one_of_many(entry: Entry, lang: Lang) -> Markup:
    """One report of many: its picture, its parts (folded away), its findings."""
    ids = entry.ids()
    parts = tag("details", tag("summary", words.OUTLINE.get(lang)), scrolled(_parts(entry, lang)))
    return tag(
        "section",
        _title(entry, lang),
        picture(entry.checked, ids, lang),
        parts,
        *findings(entry.checked, ids, lang),
        class_="panel report",
        id=entry.anchor,
    )


def _title(entry: Entry, lang: Lang) -> Markup:
    outline = entry.checked.outline
    profile = words.HELD.get(lang).format(profile=outline.name_of_profile(lang))
    size = words.SIZE.get(lang).format(count=f"{outline.characters:,}")
    counts = [
        tag("span", f"{SEVERITY[s].get(lang)} {count}", class_=f"tally {s}")
        for s in Severity
        if (count := entry.count(s))
    ]
    return tag(
        "header",
        tag("h2", entry.title(lang)),
        tag("p", f"{entry.place()} · {profile} · {size}", class_="facts"),
        tag("p", *(counts or [tag("span", words.ALL_CLEAR.get(lang), class_="tally clear")])),
    )


def _parts(entry: Entry, lang: Lang) -> Markup:
    """The parts as a table: what the picture shows, in words and numbers."""
    outline = entry.checked.outline
    names = (words.PART, words.LINE, words.CHARACTERS, words.SHARE, words.FINDINGS)
    rows = []
    for index, part in enumerate(outline.parts):
        kind = colour(part.roles[0] if part.roles else "")
        count = sum(shown.part == index for shown in entry.checked.shown)
        share = 100 * part.characters / max(outline.characters, 1)
        bar = tag("rect", width=percent(share), height=8, rx=2, class_=kind)
        heading = tag("th", tag("i", class_=f"swatch {kind}"), part_name(part, outline, lang))
        numbers = (str(part.line), f"{part.characters:,}", f"{share:.0f}%", str(count or ""))
        cells = [tag("td", number, class_="number") for number in numbers]
        cells[2] = tag(
            "td", tag("svg", bar, width="100%", height=8), tag("span", numbers[2]), class_="share"
        )
        rows.append(tag("tr", heading, *cells))
    head = tag("tr", *(tag("th", name.get(lang), scope="col") for name in names))
    return tag("table", tag("thead", head), tag("tbody", *rows), class_="parts")


def scrolled(table: Markup) -> Markup:
    """A table that scrolls by itself where it is too wide."""
    return tag("div", table, class_="scrolled")
