"""Forms of the lint report. A new one is a module and a line in :data:`FORMATS`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from converter.linter.reports.report import Report

__all__ = ["FORMATS", "Report", "renderer"]

FORMATS: dict[str, str] = {
    "text": "converter.linter.reports.text",
    "json": "converter.linter.reports.json",
    "html": "converter.linter.reports.html",
    "sarif": "converter.linter.reports.sarif",
    "github": "converter.linter.reports.github",
    "gitlab": "converter.linter.reports.gitlab",
    "junit": "converter.linter.reports.junit",
}
"""Name of the format → module with a function ``render(report)``."""


def renderer(format_name: str) -> Callable[[Report], str]:
    """The format's function from a report to text; imports the module on first use."""
    return cast(Callable[[Report], str], import_module(FORMATS[format_name]).render)
