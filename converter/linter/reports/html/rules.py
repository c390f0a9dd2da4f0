"""What each rule found, and what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from converter.bilingual import Lang
from converter.findings import Severity
from converter.linter.catalogue import FIXES
from converter.linter.reports.html import words
from converter.linter.reports.html.entry import Entry, found_rules
from converter.linter.reports.html.markup import Markup, join, percent, tag
from converter.linter.rule import Rule


def totals(entries: list[Entry], lang: Lang) -> Markup:
    """What each rule found, the most first, with a check box that shows and hides it."""
    rules = found_rules(entries)
    counts = Counter(s.finding.code for entry in entries for s in entry.checked.shown)
    most = max(counts.values())
    rows = []
    for rule in sorted(rules, key=lambda rule: (-counts[rule.code], rule.code)):
        count = counts[rule.code]
        where = sum(any(s.finding.code == rule.code for s in e.checked.shown) for e in entries)
        worst = _worst(rule, entries)
        bar = tag("rect", width=percent(100 * count / most), height=8, rx=2)
        box = tag("input", type="checkbox", checked="", id=f"r-{rule.code}")
        label = tag(
            "label", tag("b", rule.code), f" {rule.summary.get(lang)}", for_=f"r-{rule.code}"
        )
        among = words.IN_REPORTS.get(lang).format(count=where) if len(entries) > 1 else ""
        rows.append(
            tag(
                "li",
                box,
                label,
                tag("svg", bar, width="100%", height=8, aria_hidden="true"),
                tag("span", str(count), class_="count"),
                tag("small", among),
                class_=str(worst),
            )
        )
    return tag("ul", *rows, class_="totals")


def _worst(rule: Rule, entries: list[Entry]) -> Severity:
    grave = (
        s.finding.severity for e in entries for s in e.checked.shown if s.finding.code == rule.code
    )
    return min(grave, key=lambda severity: severity.rank)


def explained(rules: list[Rule], entries: list[Entry], lang: Lang) -> Iterator[Markup]:
    for rule in rules:
        facts = [
            (words.WHY, rule.why),
            (words.SOURCE, rule.source),
            (words.FIX, FIXES[rule.fix]),
        ]
        pairs = [
            join([tag("dt", name.get(lang)), tag("dd", fact.get(lang))]) for name, fact in facts
        ]
        if len(entries) > 1:
            links = tag("ul", *_seen_in(rule, entries, lang), class_="links")
            pairs.append(join([tag("dt", words.SEEN_IN.get(lang)), tag("dd", links)]))
        heading = tag(
            "h3", tag("b", rule.code), f" {rule.name} ", tag("span", rule.summary.get(lang))
        )
        yield tag("article", heading, tag("dl", *pairs), class_="about", id=f"rule-{rule.code}")


def _seen_in(rule: Rule, entries: list[Entry], lang: Lang) -> Iterator[Markup]:
    """Links to the reports in which a rule found something."""
    for entry in entries:
        count = sum(s.finding.code == rule.code for s in entry.checked.shown)
        if count:
            times = f" ×{count}" if count > 1 else ""
            yield tag("li", tag("a", entry.title(lang), href=f"#{entry.anchor}"), times)
