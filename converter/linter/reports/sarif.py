"""The lint report as SARIF 2.1.0, for code scanning services and editors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from converter import __version__
from converter.bilingual import Lang, Text
from converter.findings import Edit, Finding, Fix, Severity
from converter.linter.catalogue import group
from converter.linter.manual import help_markdown, help_text
from converter.linter.registry import all_rules
from converter.linter.reports.dump import dumped
from converter.linter.reports.fingerprint import fingerprints
from converter.linter.reports.paths import relative
from converter.linter.reports.report import Report
from converter.linter.rule import Fixable, Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_HELP = "urn:gongwen:rule:"
"""Where the help on a rule is must be an absolute URI. The project has no address of its own yet,
so the rule is named, as schemas are by their ``$id``; the text is in ``help``."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}
_SAFE = Text("安全修改：不改变意思", "safe fix: changes no meaning")
_UNSAFE = Text("可能改变意思的修改：改后请看一遍", "unsafe fix: may change the meaning")


def pieces(report: Report) -> Iterator[str]:
    """One run with all rules and one result a finding; columns count code points."""
    rules = all_rules()
    index = {rule.code: number for number, rule in enumerate(rules)}
    # Every result names its artifact by number, so the paths of all inputs are kept.
    encodings = {item.path: item.encoding for item in report.inputs}
    at = {path: number for number, path in enumerate(encodings)}
    run = {
        "tool": {
            "driver": {
                "name": "gongwen",
                "version": __version__,
                "semanticVersion": __version__,
                "language": "en" if report.lang == "en" else "zh-CN",
                "rules": [_rule(rule, report.lang) for rule in rules],
            }
        },
        "language": "en" if report.lang == "en" else "zh-CN",
        "columnKind": "unicodeCodePoints",
        "artifacts": (_artifact(path, encoding) for path, encoding in encodings.items()),
        "results": (
            _result(finding, index[finding.code], name, at[finding.path], report.lang)
            for finding, name in fingerprints(report)
        ),
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": iter([run])})


def _rule(rule: Rule, lang: Lang) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary.get(lang)},
        "fullDescription": {"text": rule.why.get(lang)},
        "helpUri": _HELP + rule.code,
        "help": {"text": help_text(rule, lang), "markdown": help_markdown(rule, lang)},
        "defaultConfiguration": {"enabled": rule.default, "level": _LEVELS[rule.severity]},
        "properties": {
            "tags": [group(rule).get(lang), *(["fixable"] if rule.fix != Fixable.NO else [])],
            "problem.severity": _PROBLEMS[rule.severity],
            "page": rule.url,
        },
    }


def _result(finding: Finding, rule: int, name: str, artifact: int, lang: Lang) -> dict[str, Any]:
    where = {"uri": _uri(finding.path), "index": artifact}
    place = {"artifactLocation": where, "region": _region(finding)}
    value: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.told},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"gongwen/v1": name},
    }
    if finding.fix:
        value["fixes"] = [_fix(finding.fix, where, lang)]
    return value


def _artifact(path: str, encoding: str | None) -> dict[str, Any]:
    value: dict[str, Any] = {
        "location": {"uri": _uri(path)},
        "roles": ["analysisTarget"],
        "mimeType": "text/plain" if encoding else "application/json",
    }
    if encoding:
        value["encoding"] = encoding
    return value


def _uri(path: str) -> str:
    """A relative reference, the file URI of a path elsewhere, or the address that it is."""
    found = relative(path)
    if "://" in found:
        return quote(found, safe="/:@[]%")
    absolute = PurePath(found)
    if absolute.is_absolute():
        return absolute.as_uri()
    return quote(found.encode("utf-8", "surrogateescape"))


def _region(place: Finding | Edit) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(fix: Fix, where: dict[str, Any], lang: Lang) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": (_SAFE if fix.safe else _UNSAFE).get(lang)},
        "artifactChanges": [{"artifactLocation": where, "replacements": replacements}],
    }
