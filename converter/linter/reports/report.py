"""What one run has found, input by input and report by report."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from converter.bilingual import Lang
from converter.findings import Finding, Severity
from converter.linter.reports.excerpt import Change, Excerpt, change, excerpt
from converter.linter.reports.outline import Outline, Places, outline
from converter.model.nodes import Document
from converter.profiles.choice import Choice
from converter.record import record
from converter.source.text import SourceText


@record
class Shown:
    """A finding with what is shown of it: the line, what its fix does, the part of the report it
    is in (an index), and the non-blank characters of the report before it."""

    finding: Finding
    excerpt: Excerpt
    changes: tuple[Change, ...]
    part: int
    offset: int


@record
class Checked:
    """One report and its findings, by line, column and code."""

    outline: Outline
    shown: tuple[Shown, ...]


@record
class InputReport:
    """One input: its name, its encoding (None for JSON), the reports in it."""

    path: str
    encoding: str | None
    reports: tuple[Checked, ...]

    @property
    def findings(self) -> list[Finding]:
        """All findings, by line, column and code."""
        found = [shown.finding for report in self.reports for shown in report.shown]
        return sorted(found, key=_order)


class Report:
    """The findings of one run, in the order of input, line and column.

    Of the inputs only the shape of their reports and the text around findings is kept.
    ``colour`` asks for the colours of a terminal. ``known`` counts the findings left out because a
    baseline knows them, ``stale`` those that it knows and that are gone.
    """

    def __init__(self, lang: Lang = "zh", *, colour: bool = False) -> None:
        self.lang: Lang = lang
        self.colour = colour
        self.inputs: list[InputReport] = []
        self.known = self.stale = 0

    def add(
        self,
        path: str,
        documents: tuple[Document, ...],
        findings: list[Finding],
        choice: Choice | None = None,
        source: SourceText | None = None,
    ) -> None:
        """Takes the findings in the reports of the input ``path``, in the order of the reports.

        ``choice`` tells the profiles they were held against, ``source`` is the input's text.
        """
        choice = choice or Choice()
        shapes = [outline(document, choice.held(document)) for document in documents]
        of_report = _shared_out(findings, [places for _, places in shapes])
        reports = tuple(
            Checked(shape, tuple(_shown(finding, places, source) for finding in found))
            for (shape, places), found in zip(shapes, of_report, strict=True)
        )
        self.inputs.append(InputReport(path, source.encoding if source else None, reports))

    @property
    def paths(self) -> list[str]:
        """The names of all inputs."""
        return [item.path for item in self.inputs]

    @property
    def reports(self) -> int:
        """How many reports were looked at."""
        return sum(len(item.reports) for item in self.inputs)

    @property
    def findings(self) -> list[Finding]:
        """All findings, input by input."""
        return [finding for item in self.inputs for finding in item.findings]

    def checked(self) -> Iterator[tuple[InputReport, Checked]]:
        """Every report with its input."""
        return ((item, report) for item in self.inputs for report in item.reports)

    def summary(self) -> dict[str, Any]:
        """How much was looked at and found, by severity and by rule, and how much of it has a
        fix."""
        findings = self.findings
        severities = Counter(finding.severity for finding in findings)
        fixes = Counter(finding.fix.safe for finding in findings if finding.fix)
        return {
            "inputs": len(self.inputs),
            "reports": self.reports,
            "findings": len(findings),
            **{str(severity): severities[severity] for severity in Severity},
            "fixable": {"safe": fixes[True], "unsafe": fixes[False]},
            "known": self.known,
            "stale": self.stale,
            "rules": dict(sorted(Counter(finding.name for finding in findings).items())),
        }


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.line, finding.column, finding.code


def _shared_out(findings: list[Finding], places: list[Places]) -> list[list[Finding]]:
    """The findings of each report, ordered.

    Where the reports of an input follow one another in its text, the line tells. Reports from
    several texts (JSON Lines) may share lines: there a finding belongs to the first report around
    its place, from the report of the finding before on.
    """
    shares: list[list[Finding]] = [[] for _ in places]
    starts = [place.first for place in places]
    in_turn = all(one < other for one, other in pairwise(starts))
    at = 0
    for finding in findings:
        here = (finding.line, finding.column)
        if in_turn:
            at = max(bisect_right(starts, here) - 1, 0)
        else:
            rest = range(at, len(places))
            at = next((i for i in rest if places[i].first <= here <= places[i].last), at)
        shares[at].append(finding)
    return [sorted(share, key=_order) for share in shares]


def _shown(finding: Finding, places: Places, source: SourceText | None) -> Shown:
    edits = finding.fix.edits if finding.fix else ()
    part, offset = places.locate(finding.line, finding.column)
    changes = tuple(change(edit, source) for edit in edits)
    return Shown(finding, excerpt(finding, source), changes, part, offset)
