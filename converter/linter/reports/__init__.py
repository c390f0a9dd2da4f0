"""Forms of the lint report. A new one is a module and a line in :data:`FORMATS`."""

from __future__ import annotations

from converter.linter.reports.report import Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["FORMATS", "Report", "pieces", "renderer"]

FORMATS: dict[str, str] = {
    "text": "converter.linter.reports.text",
    "json": "converter.linter.reports.json",
    "html": "converter.linter.reports.html",
    "sarif": "converter.linter.reports.sarif",
    "github": "converter.linter.reports.github",
    "gitlab": "converter.linter.reports.gitlab",
    "junit": "converter.linter.reports.junit",
}
"""Name of the format → module with a function ``pieces(report)``."""


def pieces(format_name: str, report: Report) -> Iterator[str]:
    """The report in a format, piece by piece, none much longer than what is said of one input;
    imports the module on first use."""
    module = __import__(FORMATS[format_name], fromlist=["pieces"])
    found: Iterator[str] = module.pieces(report)
    return found


def renderer(format_name: str) -> Callable[[Report], str]:
    """The function from a report to the whole text of a format."""
    return lambda report: "".join(pieces(format_name, report))
