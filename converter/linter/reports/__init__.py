"""Forms of the lint report. A new one is a module and a line in :data:`FORMATS`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, cast

from converter.bilingual import Lang
from converter.findings import Finding, Severity


@dataclass(slots=True)
class Report:
    """The findings of one run, in the order of input, line and column."""

    lang: Lang = "zh"
    inputs: int = 0
    reports: int = 0
    findings: list[Finding] = field(default_factory=list)

    def add(self, reports: int, findings: list[Finding]) -> None:
        """Takes the findings of one input that holds ``reports`` reports."""
        self.inputs += 1
        self.reports += reports
        self.findings += sorted(findings, key=lambda f: (f.line, f.column, f.code))

    def summary(self) -> dict[str, Any]:
        """How much was looked at and found, by severity and by rule."""
        severities = Counter(finding.severity for finding in self.findings)
        rules = Counter(finding.name for finding in self.findings)
        return {
            "inputs": self.inputs,
            "reports": self.reports,
            "findings": len(self.findings),
            **{str(severity): severities[severity] for severity in Severity},
            "rules": dict(sorted(rules.items())),
        }


FORMATS: dict[str, str] = {
    "text": "converter.linter.reports.text",
    "json": "converter.linter.reports.json",
}
"""Name of the format → module with a function ``render(report)``."""


def renderer(format_name: str) -> Callable[[Report], str]:
    """The format's function from a report to text; imports the module on first use."""
    return cast(Callable[[Report], str], import_module(FORMATS[format_name]).render)
