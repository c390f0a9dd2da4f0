"""The lint report as JUnit XML: a suite an input, a failed case a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from converter.findings import Finding
from converter.linter.reports.report import InputReport, Report

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def pieces(report: Report) -> Iterator[str]:
    """The XML document. An input without findings is a suite with one passed case."""
    tests, failures = report.tally.cases, report.tally.findings
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="gongwen" tests="{tests}" failures="{failures}" errors="0">\n'
    for item in report.inputs:
        for line in _suite(item):
            yield f"{line}\n"
    yield "</testsuites>\n"


def _suite(item: InputReport) -> Iterator[str]:
    findings = item.findings
    name = _text(item.path)
    count = len(findings)
    yield (
        f'  <testsuite name="{name}" tests="{max(count, 1)}" failures="{count}" errors="0"'
        ' skipped="0">'
    )
    if not findings:
        yield f'    <testcase classname="{name}" name="gongwen lint" file="{name}"/>'
    for finding in findings:
        yield from _case(finding, name)
    yield "  </testsuite>"


def _case(finding: Finding, name: str) -> Iterator[str]:
    case = _text(f"{finding.code} {finding.name} {finding.line}:{finding.column}")
    message = _text(finding.told)
    place = _text(f"{finding.path}:{finding.line}:{finding.column} {finding.excerpt}")
    yield f'    <testcase classname="{name}" name="{case}" file="{name}" line="{finding.line}">'
    yield f'      <failure type="{finding.severity}" message="{message}">{place}</failure>'
    yield "    </testcase>"


def _text(text: str) -> str:
    """Text for XML: escaped, a mark for what XML cannot hold, and no line broken."""
    return escape(_NO_XML.sub("\ufffd", text)).replace("\n", "&#10;").replace("\r", "&#13;")
