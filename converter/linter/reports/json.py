"""The lint report as one JSON object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from converter import __version__
from converter.linter.reports.dump import dumped
from converter.linter.reports.report import Checked, InputReport, Report
from converter.linter.reports.standing import standings


def pieces(report: Report) -> Iterator[str]:
    """``{"version", "findings", "summary"}``, indented, with a final newline."""
    value = {
        "version": __version__,
        "findings": (finding.to_json() for finding in report.each()),
        "summary": {
            **report.summary(),
            "documents": (_document(item, checked) for item, checked in report.checked()),
        },
    }
    return dumped(value)


def _document(item: InputReport, checked: Checked) -> dict[str, Any]:
    """One report: where it begins, what it was held against, its parts and their findings."""
    outline = checked.outline
    names = [shown.finding.name for shown in checked.shown]
    of_part = [shown.part for shown in checked.shown]
    return {
        "path": item.path,
        "line": outline.line,
        "title": outline.title or None,
        "profile": outline.profile.id,
        "characters": outline.characters,
        "findings": len(names),
        "standing": {role: str(how) for role, how in standings(outline, names).items()},
        "parts": [
            {
                "roles": list(part.roles),
                "heading": part.heading or None,
                "line": part.line,
                "characters": part.characters,
                "findings": of_part.count(index),
            }
            for index, part in enumerate(outline.parts)
        ],
    }
