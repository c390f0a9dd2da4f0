"""The figures of real reports against their labels: sums that add up, subsets, rates, years."""

import json
from pathlib import Path

import pytest

from converter.inputs import parse, source_of
from converter.linter.registry import find
from converter.linter.ruleset import Ruleset
from converter.linting import findings_in
from converter.profiles.choice import Choice

NAMES = {
    "sum-mismatch": "sum-mismatch",
    "impossible-value": "impossible-value",
    "year-inconsistent": "year-inconsistent",
    "redundant-approximation": "redundant-approx",
    "invalid-date": "invalid-date",
    "document-number-form": "document-number-form",
}
"""The rules of group N that warn, with the names that the labels have for them."""


@pytest.mark.parametrize("rule", NAMES)
def test_findings_are_those_labelled(rule: str, corpus: Path) -> None:
    """Every label that must be reported is, and nothing is that no label confirms."""
    for path in sorted(corpus.glob("gaps/*.json")):
        labels = [label for label in json.loads(path.read_text("utf-8")) if _is(label, rule)]
        must = {label["line"] for label in labels if label["expect"] == "must_report"}
        may = {label["line"] for label in labels if label["expect"] == "may_report"}
        found = set(lines(corpus / "reports" / f"{path.stem}.txt", rule))
        assert must <= found <= must | may, path.name


def _is(label: dict[str, str], rule: str) -> bool:
    return label.get("rule") == NAMES[rule]


def lines(path: Path, rule: str) -> list[int]:
    """The lines of a report that one rule speaks of."""
    choice = Choice(None)
    documents = parse(path.name, path.read_bytes(), choice).documents
    source = source_of(path.name, path.read_bytes())
    return [f.line for f in findings_in(documents, choice, Ruleset(find(rule)), source=source)]


@pytest.mark.parametrize("rule", NAMES)
def test_neighbouring_kinds_have_no_such_fault(rule: str, corpus: Path) -> None:
    for path in sorted(corpus.glob("more/*.txt")):
        assert lines(path, rule) == [], path.name


def test_a_changed_year_is_found_where_it_was_changed(corpus: Path) -> None:
    """Each year of each title and heading of level 1, a year or two off."""
    for path in sorted(corpus.glob("gold/*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = (corpus / "reports" / f"{path.stem}.txt").read_text("utf-8").split("\n")
        for line in {1, *(section["line"] for section in gold["sections"])}:
            for year in (gold["year_reported"], gold["year_planned"]):
                if year is None or str(year) not in text[line - 1][:40]:
                    continue
                for other in (year - 1, year + 2):
                    changed = text.copy()
                    changed[line - 1] = changed[line - 1].replace(str(year), str(other), 1)
                    assert line in _years("\n".join(changed)), (path.stem, line, other)


def _years(text: str) -> list[int]:
    choice, rules = Choice(None), Ruleset(find("year-inconsistent"))
    documents = parse("-", text.encode(), choice).documents
    return [f.line for f in findings_in(documents, choice, rules)]
