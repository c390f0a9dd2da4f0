"""The lint report as JUnit XML: a suite an input, a failed case a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from converter.findings import Finding
from converter.linter.reports import Report

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(report: Report) -> str:
    """The XML document. An input without findings is a suite with one passed case."""
    suites = [line for path in report.paths for line in _suite(path, report.findings)]
    total = len(report.findings)
    head = f'<testsuites name="gongwen" tests="{max(total, len(report.paths))}" failures="{total}">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>", ""])


def _suite(path: str, findings: list[Finding]) -> Iterator[str]:
    own = [finding for finding in findings if finding.path == path]
    name = _text(path)
    yield f'  <testsuite name="{name}" tests="{max(len(own), 1)}" failures="{len(own)}">'
    if not own:
        yield f'    <testcase classname="{name}" name="gongwen lint"/>'
    for finding in own:
        case = _text(f"{finding.code} {finding.name} {finding.line}:{finding.column}")
        message = _text(finding.message)
        yield f'    <testcase classname="{name}" name="{case}">'
        yield f'      <failure type="{finding.severity}" message="{message}">'
        yield f"{_text(f'{path}:{finding.line}:{finding.column} {finding.excerpt}')}</failure>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _text(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))
