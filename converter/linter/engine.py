"""Running rules over reports."""

from __future__ import annotations

from collections.abc import Iterable

from converter.bilingual import Lang
from converter.findings import Finding
from converter.linter.rule import Hit, Rule, Subject
from converter.model.nodes import Document
from converter.model.walk import node_text
from converter.profiles import Profile


def check(
    document: Document,
    profile: Profile,
    rules: Iterable[Rule],
    path: str = "-",
    lang: Lang = "zh",
) -> list[Finding]:
    """The findings of ``rules`` in one report, by line, column and code."""
    subject = Subject(document, profile)
    found = [_finding(rule, hit, path, lang) for rule in rules for hit in rule.check(subject)]
    return sorted(found, key=lambda f: (f.line, f.column, f.code))


def _finding(rule: Rule, hit: Hit, path: str, lang: Lang) -> Finding:
    line, column, end_line, end_column = _span(hit)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
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
    length = len(node_text(hit.node))
    end = length if hit.end is None else min(hit.end, length)
    if end <= hit.start:
        return line, column, line, column
    end_line, end_column = hit.node.place(end - 1)
    return line, column, end_line, end_column + 1
