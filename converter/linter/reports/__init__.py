"""Forms of the lint report. A new one is a module and a line in :data:`FORMATS`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from importlib import import_module
from typing import Any, cast

from converter.bilingual import Lang
from converter.findings import Finding, Severity


@dataclass(slots=True)
class Report:
    """The findings of one run, in the order of input, line and column."""

    lang: Lang = "zh"
    paths: list[str] = field(default_factory=list)
    reports: int = 0
    findings: list[Finding] = field(default_factory=list)

    def add(self, path: str, reports: int, findings: list[Finding]) -> None:
        """Takes the findings of the input ``path``, which holds ``reports`` reports."""
        self.paths.append(path)
        self.reports += reports
        self.findings += sorted(findings, key=lambda f: (f.line, f.column, f.code))

    def summary(self) -> dict[str, Any]:
        """How much was looked at and found, by severity and by rule."""
        severities = Counter(finding.severity for finding in self.findings)
        rules = Counter(finding.name for finding in self.findings)
        return {
            "inputs": len(self.paths),
            "reports": self.reports,
            "findings": len(self.findings),
            **{str(severity): severities[severity] for severity in Severity},
            "rules": dict(sorted(rules.items())),
        }


def fingerprints(findings: list[Finding]) -> list[str]:
    """A name for each finding that outlives edits elsewhere in its file: rule, file, text at
    fault, and which of several alike it is."""
    seen: Counter[tuple[str, str, str]] = Counter()
    names = []
    for finding in findings:
        key = (finding.code, finding.path, finding.excerpt)
        names.append(sha256("\0".join([*key, str(seen[key])]).encode("utf-8", "surrogatepass")))
        seen[key] += 1
    return [name.hexdigest()[:32] for name in names]


FORMATS: dict[str, str] = {
    "text": "converter.linter.reports.text",
    "json": "converter.linter.reports.json",
    "sarif": "converter.linter.reports.sarif",
    "github": "converter.linter.reports.github",
    "gitlab": "converter.linter.reports.gitlab",
    "junit": "converter.linter.reports.junit",
}
"""Name of the format → module with a function ``render(report)``."""


def renderer(format_name: str) -> Callable[[Report], str]:
    """The format's function from a report to text; imports the module on first use."""
    return cast(Callable[[Report], str], import_module(FORMATS[format_name]).render)
