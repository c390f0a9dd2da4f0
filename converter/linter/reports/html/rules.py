"""What each rule found, and what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Lang
from converter.linter.catalogue import FIXES
from converter.linter.reports.html import words
from converter.linter.reports.html.entry import Line, Register
from converter.linter.reports.html.markup import Markup, enclosed, join, percent, tag
from converter.linter.reports.words import UNTITLED
from converter.linter.rule import Rule


def totals(register: Register, lang: Lang) -> Markup:
    """What each rule found, the most first, with a check box that shows and hides it."""
    counts = register.counts
    most = max(counts.values())
    rows = []
    for rule in sorted(register.rules, key=lambda rule: (-counts[rule.code], rule.code)):
        count = counts[rule.code]
        where = sum(rule.code in line.rules for line in register.lines)
        bar = tag("rect", width=percent(100 * count / most), height=8, rx=2)
        box = tag("input", type="checkbox", checked="", id=f"r-{rule.code}")
        label = tag(
            "label", tag("b", rule.code), f" {rule.summary.get(lang)}", for_=f"r-{rule.code}"
        )
        among = words.IN_REPORTS.get(lang).format(count=where) if len(register.lines) > 1 else ""
        rows.append(
            tag(
                "li",
                box,
                label,
                tag("svg", bar, width="100%", height=8, aria_hidden="true"),
                tag("span", str(count), class_="count"),
                tag("small", among),
                class_=str(register.worst[rule.code]),
            )
        )
    return tag("ul", *rows, class_="totals")


def explained(rules: list[Rule], lines: list[Line], lang: Lang) -> Iterator[Markup]:
    """What each rule is about and, of several reports, those in which it found something."""
    for rule in rules:
        yield from enclosed(
            "article", _article(rule, lines, lang), class_="about", id=f"rule-{rule.code}"
        )


def _article(rule: Rule, lines: list[Line], lang: Lang) -> Iterator[Markup]:
    yield tag("h3", tag("b", rule.code), f" {rule.name} ", tag("span", rule.summary.get(lang)))
    yield from enclosed("dl", _facts(rule, lines, lang))


def _facts(rule: Rule, lines: list[Line], lang: Lang) -> Iterator[Markup]:
    facts = ((words.WHY, rule.why), (words.SOURCE, rule.source), (words.FIX, FIXES[rule.fix]))
    for name, fact in facts:
        yield join([tag("dt", name.get(lang)), tag("dd", fact.get(lang))])
    if len(lines) > 1:
        links = enclosed("ul", _seen_in(rule, lines, lang), class_="links")
        yield tag("dt", words.SEEN_IN.get(lang))
        yield from enclosed("dd", links)


def _seen_in(rule: Rule, lines: list[Line], lang: Lang) -> Iterator[Markup]:
    """Links to the reports in which a rule found something."""
    for line in lines:
        count = line.rules.get(rule.code)
        if count:
            times = f" ×{count}" if count > 1 else ""
            title = line.title or UNTITLED.get(lang)
            yield tag("li", tag("a", title, href=f"#{line.anchor}"), times)
