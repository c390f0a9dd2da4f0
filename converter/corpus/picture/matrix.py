"""Reports and their parts: each report in a row, or, of very many, those with gaps and the
organisations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from converter.bilingual import Lang, Text
from converter.corpus.picture import words
from converter.corpus.picture.counting import Kind, Line, Parts, Picture
from converter.corpus.picture.names import Names
from converter.corpus.picture.tables import column, number, rest, table
from converter.findings import Severity
from converter.linter.reports.html.markup import Markup, tag
from converter.linter.reports.html.matrix import sign
from converter.linter.reports.standing import Standing
from converter.linter.reports.words import SEVERITY, UNTITLED

_MOST = 100
"""So many organisations of a kind are listed."""
_MEANINGS = {
    Standing.PRESENT: words.LEGEND_THERE,
    Standing.MISSING: words.LEGEND_MISSING,
    Standing.OPTIONAL: words.LEGEND_OPTIONAL,
}


class Matrix:
    """The tables of reports and parts; ``short`` gives the name by which an input is shown."""

    def __init__(
        self, picture: Picture, names: Names, short: Callable[[str], str], lang: Lang
    ) -> None:
        self._picture, self._names, self._short, self._lang = picture, names, short, lang

    def tables(self, kinds: Sequence[Kind]) -> Iterator[Markup]:
        """The tables of each kind, and what the signs in them mean."""
        for kind in kinds:
            if self._picture.whole:
                yield self._reports(kind, kind.first, self._told(words.ALL_LISTED, kind))
            elif gaps := kind.gaps:
                listed = f"{len(gaps):,}"
                number_of = f"{kind.reports - kind.complete:,}"
                told = self._told(words.GAPS_LISTED, kind, gaps=number_of, listed=listed)
                yield self._reports(kind, gaps, told)
                yield from self._groups(kind)
            else:
                yield tag("p", self._told(words.ALL_COMPLETE, kind), class_="note")
        yield self._legend()

    def _told(self, text: Text, kind: Kind, **values: str) -> str:
        name = self._names.kind(kind.id).get(self._lang)
        return text.get(self._lang).format(kind=name, reports=f"{kind.reports:,}", **values)

    def _reports(self, kind: Kind, lines: list[Line], caption: str) -> Markup:
        lang, columns = self._lang, self._names.columns(kind)
        head = [
            column(words.REPORT, lang, "title"),
            *(column(self._names.part(kind.id, part), lang, "role") for part in columns),
            *(column(SEVERITY[s], lang, f"count {s}") for s in Severity),
        ]
        signs = {
            (part, standing): self._sign(kind, part, standing)
            for part in columns
            for standing in _MEANINGS
        }
        rows = [self._row(line, columns, signs) for line in lines]
        return table(caption, head, rows, "matrix")

    def _row(
        self, line: Line, columns: list[str], signs: dict[tuple[str, Standing], Markup]
    ) -> Markup:
        row = line.row
        where = self._short(line.input) + (f" ({row.nth})" if row.nth > 1 else "")
        about = " · ".join(filter(None, (row.organization, where)))
        title = (row.title or UNTITLED.get(self._lang), tag("small", about))
        counts = line.findings
        cells = [
            tag("td", "–") if counts is None else number(counts[s], f"count {s}") for s in Severity
        ]
        return tag(
            "tr",
            tag("th", tag("div", title[0]), title[1], scope="row", class_="title"),
            *(signs[part, _standing(line, part)] for part in columns),
            *cells,
        )

    def _sign(self, kind: Kind, part: str, standing: Standing) -> Markup:
        name = self._names.part(kind.id, part).get(self._lang)
        about = f"{name}: {_MEANINGS[standing].get(self._lang)}"
        return tag("td", sign(standing, about, self._lang), class_=f"role {standing}")

    def _groups(self, kind: Kind) -> Iterator[Markup]:
        """What the reports of each organisation lack; those that lack nothing are left out."""
        lang, columns = self._lang, self._names.columns(kind)
        lacking = [(name, parts) for name, parts in kind.organizations.items() if parts.missing]
        lacking.sort(key=lambda item: (-item[1].missing.total(), item[0] is None, item[0] or ""))
        shown = lacking[:_MOST]
        rows = [self._group(name, parts, columns) for name, parts in shown]
        head = [
            column(words.ORGANIZATION, lang, "title"),
            *(column(self._names.part(kind.id, part), lang, "role") for part in columns),
            column(words.ALL_PARTS, lang, "count"),
            column(words.REPORTS, lang, "count"),
        ]
        yield table(self._told(words.GROUPED, kind, listed=f"{len(shown):,}"), head, rows, "matrix")
        yield from rest(len(lacking) - len(shown), words.WHAT_ORGANIZATIONS, lang)

    def _group(self, name: str | None, parts: Parts, columns: list[str]) -> Markup:
        lang = self._lang
        lacks = words.MISSING.get(lang)
        cells = [
            tag("td", tag("span", f"{lacks} {missing:,}"), class_="role missing")
            if (missing := parts.missing[part])
            else tag("td", f"{parts.there[part]:,}/{parts.reports:,}", class_="number")
            for part in columns
        ]
        return tag(
            "tr",
            tag("th", name or words.NAMELESS.get(lang), scope="row", class_="title"),
            *cells,
            number(parts.complete, "count"),
            number(parts.reports, "count"),
        )

    def _legend(self) -> Markup:
        signs = [
            tag(
                "span",
                sign(standing, "", self._lang),
                f" {meaning.get(self._lang)}",
                class_=f"role {standing}",
            )
            for standing, meaning in _MEANINGS.items()
        ]
        return tag("p", *signs, class_="legend signs")


def _standing(line: Line, part: str) -> Standing:
    if part in line.row.parts:
        return Standing.PRESENT
    return Standing.MISSING if part in line.row.missing else Standing.OPTIONAL
