"""The lint report as SARIF 2.1.0, for code scanning services and editors."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from converter import __version__
from converter.findings import Edit, Finding, Fix, Severity
from converter.linter.registry import all_rules
from converter.linter.reports import Report, fingerprints
from converter.linter.rule import Rule

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report) -> str:
    """One run with all rules and one result a finding; columns count code points."""
    rules = all_rules()
    index = {rule.code: number for number, rule in enumerate(rules)}
    names = fingerprints(report.findings)
    run = {
        "tool": {
            "driver": {
                "name": "gongwen",
                "version": __version__,
                "rules": [_rule(rule, report) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, index[finding.code], name)
            for finding, name in zip(report.findings, names, strict=True)
        ],
    }
    value = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule, report: Report) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary.get(report.lang)},
        "fullDescription": {"text": rule.why.get(report.lang)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "help": {"text": f"{rule.why.get(report.lang)}\n\n{rule.source.get(report.lang)}"},
    }


def _result(finding: Finding, index: int, name: str) -> dict[str, Any]:
    place = {"artifactLocation": _artifact(finding.path), "region": _region(finding)}
    value: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"gongwen/v1": name},
    }
    if finding.fix:
        value["fixes"] = [_fix(finding.fix, finding.path)]
    return value


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path.replace("\\", "/"))}


def _region(place: Finding | Edit) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(fix: Fix, path: str) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    return {
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}]
    }
