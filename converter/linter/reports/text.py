"""The lint report for people: place, severity, rule, message, and the text at fault."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Finding, Severity
from converter.linter.reports import Report

_SEVERITY = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "info"),
}


def render(report: Report) -> str:
    """Two lines a finding, then one line that sums up."""
    lines = [line for finding in report.findings for line in _lines(finding, report)]
    return "\n".join([*lines, _sum(report)]) + "\n"


def _lines(finding: Finding, report: Report) -> list[str]:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    severity = _SEVERITY[finding.severity].get(report.lang)
    head = f"{place}: {severity} {finding.code} {finding.name} {finding.message}"
    return [head, f"    {finding.excerpt}"] if finding.excerpt else [head]


def _sum(report: Report) -> str:
    counts = report.summary()
    if report.lang == "en":
        return (
            f"{counts['reports']} reports checked: {counts['error']} errors, "
            f"{counts['warning']} warnings, {counts['info']} notes"
        )
    if not report.findings:
        return f"检查了 {counts['reports']} 份报告，没有发现问题"
    return (
        f"检查了 {counts['reports']} 份报告：错误 {counts['error']} 处，"
        f"警告 {counts['warning']} 处，提示 {counts['info']} 处（gongwen explain 编号 可看说明）"
    )
