"""The lint report as GitLab's code quality JSON."""

from __future__ import annotations

from collections.abc import Iterator

from converter.findings import Severity
from converter.linter.reports.dump import dumped
from converter.linter.reports.fingerprint import fingerprints
from converter.linter.reports.paths import relative
from converter.linter.reports.report import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def pieces(report: Report) -> Iterator[str]:
    """A list of one object a finding."""
    return dumped(
        {
            "description": finding.told,
            "check_name": finding.name,
            "fingerprint": name,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": relative(finding.path),
                "lines": {"begin": finding.line, "end": finding.end_line},
            },
        }
        for finding, name in fingerprints(report)
    )
