"""The reports of the run, as the page deals with them."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from converter.bilingual import Lang
from converter.findings import Severity
from converter.linter.registry import all_rules
from converter.linter.reports.outline import Outline
from converter.linter.reports.report import Checked, InputReport, Report
from converter.linter.reports.words import UNTITLED
from converter.linter.rule import Rule


class Entry(NamedTuple):
    """A report of the run: its anchor, its input, itself; ``first`` is the number of its first
    finding among all."""

    anchor: str
    item: InputReport
    checked: Checked
    first: int

    def count(self, severity: Severity) -> int:
        """How many findings of a severity it has."""
        return sum(shown.finding.severity == severity for shown in self.checked.shown)

    def title(self, lang: Lang) -> str:
        """What it is called."""
        return self.checked.outline.title or UNTITLED.get(lang)

    def place(self) -> str:
        """Where it begins."""
        return f"{self.item.path}:{self.checked.outline.line}"

    def ids(self) -> dict[int, str]:
        """The anchors of its findings, by id()."""
        numbered = enumerate(self.checked.shown, self.first)
        return {id(shown): f"finding-{number}" for number, shown in numbered}


class Line(NamedTuple):
    """What is kept of every report in memory, about 700 bytes: its anchor, where it is (which
    input, which report of it), the number of its first finding, its title, how many findings it has
    by severity and by rule, and which parts it must have (an index)."""

    anchor: str
    at: tuple[int, int]
    first: int
    title: str
    severities: tuple[int, ...]
    rules: dict[str, int]
    kind: int


class Register:
    """All reports of a run: a line each in memory, and what the lines add up to: ``kinds`` are the
    parts, by id and name, that a report must have; ``counts`` the findings by rule, ``worst`` how
    grave the gravest of them are."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.kinds: list[tuple[tuple[str, str], ...]] = []
        self.counts: Counter[str] = Counter()
        self.worst: dict[str, Severity] = {}
        self.lines: list[Line] = []
        for at, item in enumerate(report.inputs):
            for nth, checked in enumerate(item.reports):
                self.lines.append(self._line((at, nth), checked))

    def _line(self, at: tuple[int, int], checked: Checked) -> Line:
        first = self.counts.total() + 1
        for shown in checked.shown:
            code, severity = shown.finding.code, shown.finding.severity
            worst = self.worst.get(code, severity)
            self.worst[code] = min(worst, severity, key=lambda one: one.rank)
        severities = Counter(shown.finding.severity for shown in checked.shown)
        rules = Counter(shown.finding.code for shown in checked.shown)
        self.counts += rules
        return Line(
            f"report-{len(self.lines) + 1}",
            at,
            first,
            checked.outline.title,
            tuple(severities[severity] for severity in Severity),
            dict(rules),
            self._kind(checked.outline),
        )

    def _kind(self, outline: Outline) -> int:
        lang = self.report.lang
        parts = tuple(
            (part.id, outline.name(part.id).get(lang)) for part in outline.profile.required
        )
        if parts not in self.kinds:
            self.kinds.append(parts)
        return self.kinds.index(parts)

    @property
    def rules(self) -> list[Rule]:
        """The rules that found something, by code."""
        return [rule for rule in all_rules() if rule.code in self.counts]

    def entry(self, line: Line) -> Entry:
        """The report that a line is of."""
        at, nth = line.at
        item = self.report.inputs[at]
        return Entry(line.anchor, item, item.reports[nth], line.first)

    def ordered(self) -> list[Line]:
        """The reports, those with the gravest findings first."""
        return sorted(self.lines, key=lambda line: [-count for count in line.severities])
