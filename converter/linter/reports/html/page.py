"""The page as a whole: totals, filters, the table of reports, each report, the rules."""

from __future__ import annotations

from collections.abc import Iterator

from converter import __version__
from converter.bilingual import Lang
from converter.findings import Severity
from converter.linter.reports.html import words
from converter.linter.reports.html.entry import Register
from converter.linter.reports.html.frame import pieces as framed
from converter.linter.reports.html.frame import style_sheet
from converter.linter.reports.html.markup import Markup, enclosed, join, tag
from converter.linter.reports.html.matrix import legend, matrix
from converter.linter.reports.html.rules import explained, totals
from converter.linter.reports.html.sheets import one_of_many, single
from converter.linter.reports.report import Report
from converter.linter.reports.words import SEVERITY, UNTITLED
from converter.linter.rule import Rule


def pieces(report: Report) -> Iterator[str]:
    """The page, piece by piece."""
    lang = report.lang
    register = Register(report)
    title = words.PAGE.get(lang)
    count = len(register.lines)
    about = f"{count} {words.REPORTS.get(lang)}"
    if count == 1:
        about = register.lines[0].title or UNTITLED.get(lang)
    return framed(f"{title} · {about}", _style(register.rules), _content(register, lang), lang)


def _content(register: Register, lang: Lang) -> Iterator[Markup]:
    lines, rules = register.lines, register.rules
    filters = [_filters(register, lang)] if register.counts else []
    numbers = _numbers(register.report, lang)
    yield tag("header", tag("h1", words.PAGE.get(lang)), numbers, id="top")
    if len(lines) == 1:
        yield from single(register.entry(lines[0]), filters, lang)
    else:
        yield from _section(words.MATRIX.get(lang), _overview(register, lang))
        yield from filters
        for line in register.ordered():
            yield one_of_many(register.entry(line), lang)
    if rules:
        yield from _section(words.RULES.get(lang), explained(rules, lines, lang))
    back = tag("a", words.BACK.get(lang), href="#top")
    yield tag("footer", f"gongwen {__version__} · ", back)


def _style(rules: list[Rule]) -> str:
    """The style sheet, and what the check boxes of severities and rules hide."""
    hidden = [(f"s-{severity}", f".{severity}") for severity in Severity]
    hidden += [(f"r-{rule.code}", f".r-{rule.code}") for rule in rules]
    boxes = "".join(
        f"main:has(#{box}:not(:checked)) :is(.finding,.mark){kind}{{display:none}}\n"
        for box, kind in hidden
    )
    return style_sheet() + boxes


def _section(heading: str, content: Iterator[Markup]) -> Iterator[Markup]:
    def inner() -> Iterator[Markup]:
        yield tag("h2", heading)
        yield from content

    return enclosed("section", inner(), class_="panel")


def _overview(register: Register, lang: Lang) -> Iterator[Markup]:
    yield from enclosed("div", matrix(register, lang), class_="scrolled")
    yield legend(lang)


def _numbers(report: Report, lang: Lang) -> Markup:
    """How many reports, findings of each severity, and fixes."""
    counts = report.summary()
    clean = report.tally.clean
    fixable = counts["fixable"]["safe"] + counts["fixable"]["unsafe"]
    cells = [(counts["reports"], words.REPORTS.get(lang), "reports")]
    cells += [(counts[str(s)], SEVERITY[s].get(lang), str(s)) for s in Severity]
    cells.append((fixable, words.FIXABLE.get(lang), "fixable"))
    listed = [
        tag("div", tag("dt", name), tag("dd", str(number)), class_=kind if number else "none")
        for number, name, kind in cells
    ]
    told = []
    if not counts["findings"]:
        told = [(words.ALL_CLEAR_BUT if report.known else words.ALL_CLEAR).get(lang)]
    elif clean and counts["reports"] > 1:
        told = [words.CLEAN.get(lang).format(count=clean)]
    if report.known:
        told.append(words.KNOWN.get(lang).format(count=report.known))
    line = tag("p", " · ".join(told)) if told else ""
    return join([tag("dl", *listed, class_="numbers"), line])


def _filters(register: Register, lang: Lang) -> Markup:
    boxes = []
    for severity in Severity:
        if register.report.tally.severities[severity]:
            box = tag("input", type="checkbox", checked="", id=f"s-{severity}")
            name = SEVERITY[severity].get(lang)
            boxes.append(
                tag(
                    "label", box, tag("span", name), class_=f"chip {severity}", for_=f"s-{severity}"
                )
            )
    line = tag("p", tag("span", words.SHOW.get(lang)), *boxes, class_="chips")
    return tag(
        "section",
        tag("h2", words.BY_RULE.get(lang)),
        line,
        totals(register, lang),
        class_="panel filters",
    )
