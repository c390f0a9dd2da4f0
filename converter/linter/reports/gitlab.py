"""The lint report as GitLab's code quality JSON."""

from __future__ import annotations

import json

from converter.findings import Severity
from converter.linter.reports import Report, fingerprints

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """A list of one object a finding."""
    names = fingerprints(report.findings)
    value = [
        {
            "description": finding.message,
            "check_name": finding.name,
            "fingerprint": name,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": finding.path,
                "lines": {"begin": finding.line, "end": finding.end_line},
            },
        }
        for finding, name in zip(report.findings, names, strict=True)
    ]
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
