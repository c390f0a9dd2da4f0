"""Running rules over reports."""

from __future__ import annotations

from converter.bilingual import Lang
from converter.findings import Finding
from converter.linter.rule import Hit, Rule
from converter.linter.ruleset import Ruleset
from converter.linter.subject import Subject


def check(subject: Subject, ruleset: Ruleset, path: str = "-", lang: Lang = "zh") -> list[Finding]:
    """The findings of a set of rules in one report, by line, column and code."""
    found = [
        _finding(rule, hit, ruleset, path, lang)
        for rule in ruleset.rules
        for hit in rule.check(subject)
    ]
    return sorted(found, key=lambda f: (f.line, f.column, f.code))


def _finding(rule: Rule, hit: Hit, ruleset: Ruleset, path: str, lang: Lang) -> Finding:
    line, column, end_line, end_column = _span(hit)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=ruleset.severity(rule),
        message=hit.message.get(lang),
        path=path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        excerpt=hit.excerpt,
        fix=hit.fix,
        url=rule.url,
    )


def _span(hit: Hit) -> tuple[int, int, int, int]:
    if hit.node is None:
        return 1, 1, 1, 1
    line, column = hit.node.place(hit.start)
    length = len(hit.text)
    end = length if hit.end is None else min(hit.end, length)
    if end <= hit.start:
        return line, column, line, column
    end_line, end_column = hit.node.place(end - 1)
    return line, column, end_line, end_column + 1
