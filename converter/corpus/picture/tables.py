"""What was counted, as tables with bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from converter.bilingual import Lang, Text
from converter.corpus.picture import words
from converter.corpus.picture.counting import Counts, Kind, Picture
from converter.corpus.picture.names import Names
from converter.corpus.picture.order import by_findings, by_year, rules_by_findings
from converter.findings import Severity
from converter.linter.registry import all_rules
from converter.linter.reports.html.markup import Markup, percent, tag
from converter.linter.reports.html.sheets import scrolled
from converter.linter.reports.words import SEVERITY

_MOST = 200
"""So many organisations, or inputs that failed, are listed."""
_HEIGHT = 9


def table(
    caption: str, head: Sequence[Markup], rows: Iterable[Markup], kind: str, *, titled: bool = False
) -> Markup:
    """A table with its caption, that scrolls by itself where it is too wide. The caption of one
    that is ``titled`` is for those who hear it: a heading above it says the same."""
    return scrolled(
        tag(
            "table",
            tag("caption", caption, class_="unseen" if titled else None),
            tag("thead", tag("tr", *head)),
            tag("tbody", *rows),
            class_=kind,
        )
    )


def column(name: Text, lang: Lang, kind: str | None = None) -> Markup:
    """The head of a column."""
    return tag("th", name.get(lang), scope="col", class_=kind)


def number(value: int, kind: str = "number") -> Markup:
    """A number, left out where it is 0."""
    return tag("td", f"{value:,}" if value else "", class_=kind)


def _stack(shares: Iterable[tuple[str, int]], whole: int) -> Markup:
    """A bar of some lengths, one behind the other, in parts of a whole."""
    rects: list[Markup] = []
    x = 0.0
    for kind, count in shares:
        width = 100 * count / max(whole, 1)
        if count:
            rects.append(
                tag("rect", x=percent(x), width=percent(width), height=_HEIGHT, class_=kind)
            )
        x += width
    svg = tag("svg", *rects, class_="stack", width="100%", height=_HEIGHT, aria_hidden="true")
    return tag("td", svg, class_="share")


def _severities(severities: Counter[str], most: int) -> list[Markup]:
    """A bar, and a number for each severity."""
    return [
        _stack(((str(s), severities[s]) for s in Severity), most),
        *(number(severities[s], f"number {s}") for s in Severity),
    ]


def _severity_columns(lang: Lang) -> list[Markup]:
    return [
        column(words.SHARE, lang, "share"),
        *(column(SEVERITY[s], lang, f"number {s}") for s in Severity),
    ]


def parts(kind: Kind, names: Names, lang: Lang) -> Markup:
    """How many reports of a kind have each part, and how many lack it."""
    rows = []
    for part in names.columns(kind):
        there, missing = kind.there[part], kind.missing[part]
        rest = kind.reports - there - missing
        shares = (("good", there), ("error", missing), ("rest", rest))
        name = tag("th", names.part(kind.id, part).get(lang), scope="row")
        cells = [number(there), number(missing, "number error"), number(rest)]
        rows.append(tag("tr", name, _stack(shares, kind.reports), *cells))
    caption = words.KIND.get(lang).format(
        kind=names.kind(kind.id).get(lang),
        reports=f"{kind.reports:,}",
        complete=f"{kind.complete:,}",
    )
    head = [
        column(words.PART, lang),
        column(words.SHARE, lang, "share"),
        *(column(w, lang, "number") for w in (words.THERE, words.MISSING, words.OTHER)),
    ]
    return table(caption, head, rows, "tallies")


def rules(picture: Picture, lang: Lang) -> Markup:
    """What each rule found, with a link to what it is about."""
    known = {rule.code: rule for rule in all_rules()}
    found = rules_by_findings(picture)
    most = max((rule.findings for rule in found), default=0)
    rows = []
    for item in found:
        rule = known.get(item.code)
        summary = rule.summary.get(lang) if rule else ""
        name: tuple[str, ...] = (tag("b", item.code), f" {summary} ", tag("small", item.name))
        label = tag("a", *name, href=f"#rule-{item.code}") if rule else tag("span", *name)
        cells = _severities(item.severities, most)
        rows.append(tag("tr", tag("th", label, scope="row"), *cells, number(item.reports)))
    head = [
        column(words.RULE, lang),
        *_severity_columns(lang),
        column(words.IN_REPORTS, lang, "number"),
    ]
    return table(words.CAPTION_RULES.get(lang), head, rows, "tallies", titled=True)


def organizations(picture: Picture, lang: Lang) -> Iterator[Markup]:
    """The reports and findings of each organisation."""
    groups = by_findings(picture.organizations)
    shown = groups[:_MOST]
    if len(groups) > _MOST and groups[-1][0] is None:
        shown[-1] = groups[-1]
    named = [(name or words.NAMELESS.get(lang), counts) for name, counts in shown]
    yield _groups(words.CAPTION_ORGANIZATIONS, words.ORGANIZATION, named, lang)
    yield from rest(len(groups) - len(shown), words.WHAT_ORGANIZATIONS, lang)


def years(picture: Picture, lang: Lang) -> Iterator[Markup]:
    """The reports and findings of each year."""
    named = [
        (words.YEARLESS.get(lang) if year is None else str(year), counts)
        for year, counts in by_year(picture)
    ]
    yield _groups(words.CAPTION_YEARS, words.YEAR, named, lang)
    yield tag("p", words.BY_REPORTED.get(lang), class_="note")


def _groups(caption: Text, what: Text, groups: list[tuple[str, Counts]], lang: Lang) -> Markup:
    most = max((counts.findings for _, counts in groups), default=0)
    rows = [
        tag(
            "tr",
            tag("th", name, scope="row"),
            *_severities(counts.severities, most),
            number(counts.found_in, "number extra"),
            number(counts.complete),
            number(counts.reports),
        )
        for name, counts in groups
    ]
    head = [
        column(what, lang),
        *_severity_columns(lang),
        column(words.WITH_FINDINGS, lang, "number extra"),
        column(words.ALL_PARTS, lang, "number"),
        column(words.REPORTS, lang, "number"),
    ]
    return table(caption.get(lang), head, rows, "tallies", titled=True)


def reasons(caption: Text, items: list[tuple[str, Text | None]], lang: Lang) -> Iterator[Markup]:
    """Inputs and what is said of each."""
    rows = [
        tag("tr", tag("th", name, scope="row"), tag("td", (told or words.NO_REASON).get(lang)))
        for name, told in items[:_MOST]
    ]
    head = [column(words.INPUT, lang), column(words.REASON, lang)]
    yield table(caption.get(lang), head, rows, "reasons", titled=True)
    yield from rest(len(items) - _MOST, words.WHAT_INPUTS, lang)


def rest(count: int, what: Text, lang: Lang) -> Iterator[Markup]:
    """A line on what is not listed, if there is any."""
    if count > 0:
        told = words.REST.get(lang).format(count=f"{count:,}", what=what.get(lang))
        yield tag("p", told, class_="note")
