"""How often each rule has found something."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from converter.bilingual import Lang
from converter.findings import Finding, Severity
from converter.linter.registry import all_rules
from converter.linter.reports.words import SEVERITY
from converter.linter.rule import Rule


class Count(NamedTuple):
    """The findings of a rule with one severity, and how many of them have a safe and an unsafe
    fix."""

    rule: Rule
    severity: Severity
    findings: int
    safe: int
    unsafe: int


def counts(findings: Iterable[Finding]) -> list[Count]:
    """One entry a rule and severity, the grave ones first, then the frequent ones, then by
    code."""
    found: dict[tuple[str, Severity], Counter[bool | None]] = {}
    for finding in findings:
        of_rule = found.setdefault((finding.code, finding.severity), Counter())
        of_rule[finding.fix.safe if finding.fix else None] += 1
    rules = {rule.code: rule for rule in all_rules()}
    entries = [
        Count(rules[code], severity, of_rule.total(), of_rule[True], of_rule[False])
        for (code, severity), of_rule in found.items()
    ]
    return sorted(entries, key=lambda e: (e.severity.rank, -e.findings, e.rule.code))


def as_text(findings: Iterable[Finding], lang: Lang) -> str:
    """A line an entry: how many, how grave, [*] for safe fixes and [u] for unsafe ones, rule."""
    entries = counts(findings)
    width = max((len(str(entry.findings)) for entry in entries), default=1)
    names = max((len(entry.rule.name) for entry in entries), default=1)
    lines = []
    for entry in entries:
        mark = "[*]" if entry.safe else "[u]" if entry.unsafe else "   "
        level = SEVERITY[entry.severity].get(lang)
        name, summary = entry.rule.name.ljust(names), entry.rule.summary.get(lang)
        level = level.ljust(7) if lang == "en" else level
        lines.append(
            f"{entry.findings:>{width}}  {level}  {mark}  {entry.rule.code}  {name}  {summary}"
        )
    total = sum(entry.findings for entry in entries)
    fixable = sum(entry.safe for entry in entries)
    if lang == "en":
        lines.append(f"{total} findings, {fixable} fixable with --fix ([*] safe, [u] unsafe)")
    else:
        lines.append(
            f"共 {total} 处，{fixable} 处可用 --fix 改好（[*] 可安全修改，[u] 可能改变意思）"
        )
    return "".join(line + "\n" for line in lines)


def as_json(findings: Iterable[Finding]) -> str:
    """A list with one object an entry."""
    entries: list[dict[str, Any]] = [
        {
            "code": entry.rule.code,
            "name": entry.rule.name,
            "severity": str(entry.severity),
            "findings": entry.findings,
            "fixable": {"safe": entry.safe, "unsafe": entry.unsafe},
        }
        for entry in counts(findings)
    ]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
