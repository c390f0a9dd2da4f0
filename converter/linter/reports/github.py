"""The lint report as GitHub workflow commands, which become annotations of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from converter.findings import Finding, Severity
from converter.linter.reports.excerpt import seen
from converter.linter.reports.paths import relative
from converter.linter.reports.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def pieces(report: Report) -> Iterator[str]:
    """One command a finding."""
    return (_command(finding) + "\n" for finding in report.each())


def _command(finding: Finding) -> str:
    properties: dict[str, str | int] = {
        "file": relative(finding.path),
        "line": finding.line,
        "endLine": finding.end_line,
    }
    if finding.line == finding.end_line:  # columns are taken for a single line only
        properties |= {"col": finding.column, "endColumn": finding.end_column}
    properties["title"] = f"{finding.code} {finding.name}"
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(finding.told)}"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return seen(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
