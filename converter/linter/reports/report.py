"""What one run has found, input by input and report by report."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import pairwise

from converter.findings import Severity
from converter.linter.reports.excerpt import change, excerpt
from converter.linter.reports.outline import outline
from converter.profiles.choice import Choice
from converter.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from converter.bilingual import Lang
    from converter.findings import Finding
    from converter.linter.reports.excerpt import Change, Excerpt
    from converter.linter.reports.outline import Outline, Places
    from converter.linter.reports.spool import Filed
    from converter.model.nodes import Document
    from converter.source.text import SourceText

_FEW = 32
"""So many reports on inputs are in memory."""


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
        return sorted(self.by_report(), key=_order)

    def by_report(self) -> list[Finding]:
        """All findings, those of one report after those of the other."""
        return [shown.finding for report in self.reports for shown in report.shown]

    def only(self, findings: Iterable[Finding]) -> InputReport:
        """The same with these of its findings alone."""
        kept = {id(finding) for finding in findings}
        reports = (
            replace(report, shown=tuple(s for s in report.shown if id(s.finding) in kept))
            for report in self.reports
        )
        return replace(self, reports=tuple(reports))


def input_report(
    path: str,
    documents: tuple[Document, ...],
    findings: list[Finding],
    choice: Choice | None = None,
    source: SourceText | None = None,
) -> InputReport:
    """The report on the input ``path`` with the findings in its reports, in their order.

    ``choice`` tells the profiles they were held against, ``source`` is the input's text.
    """
    choice = choice or Choice()
    shapes = [outline(document, choice.held(document)) for document in documents]
    of_report = _shared_out(findings, [places for _, places in shapes])
    reports = tuple(
        Checked(shape, tuple(_shown(finding, places, source) for finding in found))
        for (shape, places), found in zip(shapes, of_report, strict=True)
    )
    return InputReport(path, source.encoding if source else None, reports)


class Spool:
    """Reports on inputs, kept in order: a few in memory, the others in a temporary file, from which
    they come back equal, but not the same. Raises OutputError where there is no room for it."""

    def __init__(self) -> None:
        self._few: list[InputReport] = []
        self._filed: Filed | None = None

    def __len__(self) -> int:
        return self._behind + len(self._few)

    def __getitem__(self, index: int) -> InputReport:
        """The one of that index, from 0."""
        if self._filed is not None and index < self._behind:
            return self._filed.read(index)
        return self._few[index - self._behind]

    def __iter__(self) -> Iterator[InputReport]:
        return (self[index] for index in range(len(self)))

    @property
    def held(self) -> int:
        """How many are in memory."""
        return len(self._few)

    @property
    def _behind(self) -> int:
        """How many are in the file."""
        return len(self._filed.starts) if self._filed is not None else 0

    def add(self, item: InputReport) -> None:
        """Takes the next one."""
        if len(self._few) == _FEW:
            if self._filed is None:
                from converter.linter.reports.spool import Filed, temporary

                self._filed = Filed(temporary())
            self._filed.write(self._few)
            self._few.clear()
        self._few.append(item)


class Report:
    """The findings of one run, in the order of input, line and column.

    Of the inputs only the shape of their reports and the text around findings is kept, and of many
    inputs most of that in a temporary file: what goes through all of it should keep none of it.
    ``colour`` asks for the colours of a terminal. ``known`` counts the findings left out because a
    baseline knows them, ``stale`` those that it knows and that are gone.
    """

    def __init__(self, lang: Lang = "zh", *, colour: bool = False) -> None:
        self.lang: Lang = lang
        self.colour = colour
        self.inputs = Spool()
        self.known = self.stale = 0
        self.tally = Tally()

    def add(
        self,
        path: str,
        documents: tuple[Document, ...],
        findings: list[Finding],
        choice: Choice | None = None,
        source: SourceText | None = None,
    ) -> None:
        """Takes the findings in the reports of an input; see :func:`input_report`."""
        self.take(input_report(path, documents, findings, choice, source))

    def take(self, item: InputReport) -> None:
        """Takes the report on the next input. Raises OutputError where it cannot be kept."""
        self.tally.count(item, self.lang)
        self.inputs.add(item)

    @property
    def findings(self) -> list[Finding]:
        """All findings, input by input."""
        return list(self.each())

    def each(self) -> Iterator[Finding]:
        """The findings one after the other, input by input."""
        return (finding for item in self.inputs for finding in item.findings)

    def paths(self) -> Iterator[str]:
        """The names of the inputs."""
        return (item.path for item in self.inputs)

    def checked(self) -> Iterator[tuple[InputReport, Checked]]:
        """Every report with its input."""
        return ((item, report) for item in self.inputs for report in item.reports)

    def summary(self) -> dict[str, Any]:
        """How much was looked at and found, by severity and by rule, and how much of it has a
        fix."""
        tally = self.tally
        return {
            "inputs": len(self.inputs),
            "reports": tally.reports,
            "findings": tally.findings,
            **{str(severity): tally.severities[severity] for severity in Severity},
            "fixable": {"safe": tally.fixes[True], "unsafe": tally.fixes[False]},
            "known": self.known,
            "stale": self.stale,
            "rules": dict(sorted(tally.rules.items())),
        }


class Tally:
    """What the summaries of a run count: reports and findings; the findings by severity, by rule
    and by whether their fix is safe; the reports by what their profile is called; ``clean`` reports
    without findings; ``cases``, the findings and the inputs without any; and the first of the
    gravest findings."""

    def __init__(self) -> None:
        self.reports = self.findings = self.clean = self.cases = 0
        self.severities: Counter[Severity] = Counter()
        self.fixes: Counter[bool] = Counter()
        self.rules: Counter[str] = Counter()
        self.profiles: Counter[str] = Counter()
        self.gravest: Finding | None = None

    def count(self, item: InputReport, lang: Lang) -> None:
        """Counts one more input."""
        findings = item.findings
        self.reports += len(item.reports)
        self.findings += len(findings)
        self.clean += sum(not report.shown for report in item.reports)
        self.cases += max(len(findings), 1)
        self.severities.update(finding.severity for finding in findings)
        self.fixes.update(finding.fix.safe for finding in findings if finding.fix)
        self.rules.update(finding.name for finding in findings)
        self.profiles.update(report.outline.name_of_profile(lang) for report in item.reports)
        for finding in findings:
            if self.gravest is None or finding.severity.rank < self.gravest.severity.rank:
                self.gravest = finding


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
