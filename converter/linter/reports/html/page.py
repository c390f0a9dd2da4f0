"""The page as a whole: totals, filters, the table of reports, each report, the rules."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib import resources

from converter import __version__
from converter.bilingual import Lang
from converter.findings import Severity
from converter.linter.reports.html import words
from converter.linter.reports.html.entry import Entry, found_rules, ordered
from converter.linter.reports.html.markup import Markup, join, tag
from converter.linter.reports.html.matrix import legend, matrix
from converter.linter.reports.html.rules import explained, totals
from converter.linter.reports.html.sheets import one_of_many, scrolled, single
from converter.linter.reports.report import Report
from converter.linter.reports.words import SEVERITY
from converter.linter.rule import Rule


def render(report: Report) -> str:
    """The page."""
    lang = report.lang
    entries = [
        Entry(f"report-{number}", item, checked)
        for number, (item, checked) in enumerate(report.checked(), 1)
    ]
    shown = [shown for entry in entries for shown in entry.checked.shown]
    ids = {id(one): f"finding-{number}" for number, one in enumerate(shown, 1)}
    one = len(entries) == 1
    title = words.PAGE.get(lang)
    about = entries[0].title(lang) if one else f"{len(entries)} {words.REPORTS.get(lang)}"
    rules = found_rules(entries)
    filters = [_filters(entries, lang)] if shown else []
    body = [
        tag("header", tag("h1", title), _numbers(report, entries, lang), id="top"),
        *([] if one else [_overview(entries, lang)]),
        *(single(entries[0], filters, ids, lang) if one else filters),
        *([] if one else [one_of_many(entry, ids, lang) for entry in ordered(entries)]),
        *([_section(words.RULES.get(lang), *explained(rules, entries, lang))] if rules else []),
        tag("footer", f"gongwen {__version__} · ", tag("a", words.BACK.get(lang), href="#top")),
    ]
    html = tag(
        "html",
        _head(f"{title} · {about}", _style(rules)),
        tag("body", tag("main", *body)),
        lang="en" if lang == "en" else "zh-CN",
    )
    return f"<!DOCTYPE html>\n{html}\n"


def _head(title: str, style: str) -> Markup:
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Markup(style)),
    )


def _style(rules: list[Rule]) -> str:
    """The style sheet, and what the check boxes of severities and rules hide."""
    hidden = [(f"s-{severity}", f".{severity}") for severity in Severity]
    hidden += [(f"r-{rule.code}", f".r-{rule.code}") for rule in rules]
    boxes = "".join(
        f"main:has(#{box}:not(:checked)) :is(.finding,.mark){kind}{{display:none}}\n"
        for box, kind in hidden
    )
    return (resources.files(__package__) / "page.css").read_text("utf-8") + boxes


def _section(heading: str, *content: Markup) -> Markup:
    return tag("section", tag("h2", heading), *content, class_="panel")


def _overview(entries: list[Entry], lang: Lang) -> Markup:
    table = scrolled(matrix(ordered(entries), lang))
    return _section(words.MATRIX.get(lang), table, legend(lang))


def _numbers(report: Report, entries: list[Entry], lang: Lang) -> Markup:
    """How many reports, findings of each severity, and fixes."""
    counts = report.summary()
    clean = sum(not entry.checked.shown for entry in entries)
    fixable = counts["fixable"]["safe"] + counts["fixable"]["unsafe"]
    cells = [(counts["reports"], words.REPORTS.get(lang), "reports")]
    cells += [(counts[str(s)], SEVERITY[s].get(lang), str(s)) for s in Severity]
    cells.append((fixable, words.FIXABLE.get(lang), "fixable"))
    listed = [
        tag("div", tag("dt", name), tag("dd", str(number)), class_=kind if number else "none")
        for number, name, kind in cells
    ]
    told = []
    if not report.findings:
        told = [(words.ALL_CLEAR_BUT if report.known else words.ALL_CLEAR).get(lang)]
    elif clean and len(entries) > 1:
        told = [words.CLEAN.get(lang).format(count=clean)]
    if report.known:
        told.append(words.KNOWN.get(lang).format(count=report.known))
    line = tag("p", " · ".join(told)) if told else ""
    return join([tag("dl", *listed, class_="numbers"), line])


def _filters(entries: list[Entry], lang: Lang) -> Markup:
    boxes = []
    for severity in Severity:
        if any(entry.count(severity) for entry in entries):
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
        totals(entries, lang),
        class_="panel filters",
    )
