"""Findings as an editor shows them."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol.types import Diagnostic, DiagnosticSeverity, Position, Range, TextEdit

from converter.editor.checked import Checked
from converter.editor.places import span
from converter.findings import Edit, Finding, Severity

SOURCE = "gongwen"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


def diagnostics(checked: Checked, encoding: str) -> list[Diagnostic]:
    """One diagnostic a finding; where the draft cannot be read, the reason at its head."""
    if checked.error:
        start = Range(start=Position(line=0, character=0), end=Position(line=0, character=0))
        return [
            Diagnostic(
                range=start,
                message=checked.error,
                severity=DiagnosticSeverity.Error,
                source=SOURCE,
            )
        ]
    return [diagnostic(finding, checked.lines, encoding) for finding in checked.findings]


def diagnostic(finding: Finding, lines: Sequence[str], encoding: str) -> Diagnostic:
    """A finding as a diagnostic: the same place, message and code."""
    start, end = (finding.line, finding.column), (finding.end_line, finding.end_column)
    return Diagnostic(
        range=span(lines, start, end, encoding),
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source=SOURCE,
    )


def text_edits(edits: Sequence[Edit], lines: Sequence[str], encoding: str) -> list[TextEdit]:
    """Edits of a fix as an editor makes them."""
    return [
        TextEdit(
            range=span(lines, (edit.line, edit.column), (edit.end_line, edit.end_column), encoding),
            new_text=edit.text,
        )
        for edit in edits
    ]
