"""The reports of a job and their findings, counted by kind, rule, organisation and year."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable

from converter.bilingual import Text
from converter.corpus.outcome import FAILED, Noted, Row
from converter.corpus.reading import Surveyed, reason
from converter.record import record

LISTED = 400
"""So many reports, or of each kind so many with gaps, are kept to be listed."""


@record
class Line:
    """A report to be listed: what is recorded of it, its input, and how many findings of each
    severity it has; None where they were not looked for."""

    row: Row
    input: str
    findings: Counter[str] | None


class Counts:
    """Some reports: how many, how many of them have all parts they must have, how many were
    checked, how many have findings, and these by severity."""

    def __init__(self) -> None:
        self.reports = self.complete = self.checked = self.found_in = 0
        self.severities: Counter[str] = Counter()

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return self.severities.total()

    def take(self, line: Line) -> None:
        """Counts a report."""
        self.reports += 1
        self.complete += not line.row.missing
        if line.findings is not None:
            self.checked += 1
            self.found_in += bool(line.findings)
            self.severities.update(line.findings)


class Parts(Counts):
    """Some reports of one kind, with how many have each part, and how many lack it though they
    must have it."""

    def __init__(self) -> None:
        super().__init__()
        self.there: Counter[str] = Counter()
        self.missing: Counter[str] = Counter()

    def take(self, line: Line) -> None:
        """Counts a report and its parts."""
        super().take(line)
        self.there.update(line.row.parts)
        self.missing.update(line.row.missing)


class Kind(Parts):
    """All reports of a kind; ``example`` is an input with one, ``organizations`` has those of each
    organisation."""

    def __init__(self, identifier: str, example: str) -> None:
        super().__init__()
        self.id, self.example = identifier, example
        self.organizations: dict[str | None, Parts] = {}
        self.first: list[Line] = []
        self._gaps: list[tuple[tuple[int, int, int], Line]] = []

    def take(self, line: Line) -> None:
        """Counts a report, and keeps it if it is to be listed."""
        super().take(line)
        self.organizations.setdefault(line.row.organization, Parts()).take(line)
        if len(self.first) < LISTED:
            self.first.append(line)
        if line.row.missing:
            errors = line.findings["error"] if line.findings else 0
            item = ((len(line.row.missing), errors, -self.reports), line)
            if len(self._gaps) < LISTED:
                heapq.heappush(self._gaps, item)
            else:
                heapq.heappushpop(self._gaps, item)

    @property
    def gaps(self) -> list[Line]:
        """The reports that lack most, the worst first."""
        return [line for _, line in sorted(self._gaps, key=lambda item: item[0], reverse=True)]


class Found:
    """What a rule found: how much of each severity, and in how many reports."""

    def __init__(self, code: str, name: str) -> None:
        self.code, self.name = code, name
        self.reports = 0
        self.severities: Counter[str] = Counter()

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return self.severities.total()


class Picture:
    """The whole corpus, counted input by input. ``failed`` and ``unchecked`` are inputs that could
    not be converted, or were not checked, each with the reason; with ``every``, ``lines`` holds all
    reports, else a bounded number of them is kept."""

    def __init__(self, reasons: dict[str, Text] | None = None, *, every: bool = False) -> None:
        self._reasons, self._every = reasons or {}, every
        self.inputs = 0
        self.total = Counts()
        self.kinds: dict[str, Kind] = {}
        self.rules: dict[str, Found] = {}
        self.organizations: dict[str | None, Counts] = {}
        self.years: dict[int | None, Counts] = {}
        self.failed: list[tuple[str, Text | None]] = []
        self.unchecked: list[tuple[str, Text | None]] = []
        self.lines: list[Line] = []

    def take(self, item: Surveyed) -> None:
        """Counts an input."""
        self.inputs += 1
        name = item.input.name
        if item.input.state == FAILED:
            self.failed.append((name, reason(item.input)))
            return
        if not item.input.linted and item.reports:
            self.unchecked.append((name, self._reasons.get(name)))
        by_report: dict[int, list[Noted]] = {}
        for finding in item.findings:
            by_report.setdefault(finding.report, []).append(finding)
        for row in item.reports:
            found = by_report.get(row.nth, [])
            severities = Counter(finding.severity for finding in found)
            self._take(Line(row, name, severities if item.input.linted else None))
            self._take_rules(found)

    def _take(self, line: Line) -> None:
        row = line.row
        self.total.take(line)
        if row.kind not in self.kinds:
            self.kinds[row.kind] = Kind(row.kind, line.input)
        self.kinds[row.kind].take(line)
        self.organizations.setdefault(row.organization, Counts()).take(line)
        year = row.planned if row.reported is None else row.reported
        self.years.setdefault(year, Counts()).take(line)
        if self._every:
            self.lines.append(line)

    def _take_rules(self, findings: Iterable[Noted]) -> None:
        """Counts the findings in one report."""
        codes = set()
        for finding in findings:
            rule = self.rules.setdefault(finding.code, Found(finding.code, finding.name))
            rule.severities[finding.severity] += 1
            codes.add(finding.code)
        for code in codes:
            self.rules[code].reports += 1

    @property
    def whole(self) -> bool:
        """Whether the reports are so few that all of them were kept."""
        return self.total.reports <= LISTED
