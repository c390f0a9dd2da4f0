"""The lint report as one JSON object."""

from __future__ import annotations

import json

from converter import __version__
from converter.linter.reports import Report


def render(report: Report) -> str:
    """``{"version", "findings", "summary"}``, indented, with a final newline."""
    value = {
        "version": __version__,
        "findings": [finding.to_json() for finding in report.findings],
        "summary": report.summary(),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
