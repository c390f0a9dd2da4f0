"""A report of the run, as the page deals with it."""

from __future__ import annotations

from typing import NamedTuple

from converter.bilingual import Lang
from converter.findings import Severity
from converter.linter.registry import all_rules
from converter.linter.reports.report import Checked, InputReport
from converter.linter.reports.words import UNTITLED
from converter.linter.rule import Rule


class Entry(NamedTuple):
    """A report of the run: its anchor, its input, itself."""

    anchor: str
    item: InputReport
    checked: Checked

    def count(self, severity: Severity) -> int:
        """How many findings of a severity it has."""
        return sum(shown.finding.severity == severity for shown in self.checked.shown)

    def title(self, lang: Lang) -> str:
        """What it is called."""
        return self.checked.outline.title or UNTITLED.get(lang)

    def place(self) -> str:
        """Where it begins."""
        return f"{self.item.path}:{self.checked.outline.line}"


def ordered(entries: list[Entry]) -> list[Entry]:
    """The reports, those with the gravest findings first."""
    return sorted(entries, key=lambda entry: [-entry.count(severity) for severity in Severity])


def found_rules(entries: list[Entry]) -> list[Rule]:
    """The rules that found something, by code."""
    codes = {s.finding.code for entry in entries for s in entry.checked.shown}
    return [rule for rule in all_rules() if rule.code in codes]
