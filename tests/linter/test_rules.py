"""Every rule speaks on its bad example, is silent on its good one, and is documented."""

import re

import pytest

from converter.errors import UsageError
from converter.findings import Severity
from converter.inputs import parse, source_of
from converter.linter.catalogue import explain
from converter.linter.registry import all_rules, choose, find
from converter.linter.rule import Rule
from converter.linter.ruleset import Ruleset
from converter.linting import findings_in
from converter.profiles import parse as parse_profile
from converter.profiles.choice import Choice

RULES = all_rules()
DRAFTED = [rule for rule in RULES if rule.sample is None]
"""The rules whose examples are drafts; those of the others are planted in Word files."""
PROMISED = {
    *("missing-title", "missing-lead", "missing-summary", "missing-problems", "missing-plan"),
    *("section-order", "embedded-problems", "empty-section", "missing-signature", "missing-date"),
    *("numbering-gap", "numbering-duplicate", "numbering-style-mixed", "level-skipped"),
    *("heading-punctuation", "truncated-heading", "enumeration-gap"),
    *("enumeration-marker-damaged", "placeholder", "masked-word", "toc-residue", "advertisement"),
    *("year-inconsistent", "sum-mismatch", "impossible-value", "invalid-date", "repeated-word"),
    *("ascii-punctuation", "unbalanced-pair", "stray-space", "plan-not-answering-problem"),
}


def findings(rule: Rule, draft: str) -> list[str]:
    """The names of all rules that speak on a draft, held against the rule's own profile."""
    given = parse_profile(rule.example_profile, rule.name) if rule.example_profile else None
    choice = Choice(given)
    documents = parse("-", draft.encode(), choice).documents
    rules = [other for other in RULES if other.default or other is rule]
    source = source_of("-", draft.encode())
    found = findings_in(documents, choice, Ruleset(tuple(rules)), source=source)
    return [finding.name for finding in found]


@pytest.mark.parametrize("rule", DRAFTED, ids=lambda rule: rule.name)
def test_examples(rule: Rule) -> None:
    assert findings(rule, rule.bad).count(rule.name) == 1
    assert findings(rule, rule.good) == []
    # A bad example shows its own fault; problems told elsewhere are missing as a part, too, and
    # half a marker of an enumeration is one that is not there.
    assert set(findings(rule, rule.bad)) - {rule.name} <= {"missing-problems", "enumeration-gap"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_documented(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z][0-9]{3}", rule.code)
    for name in (rule.name, *(option.name for option in rule.options)):
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
    assert isinstance(rule.severity, Severity)
    for text in (rule.summary, rule.why, rule.source):
        assert text.zh and text.en
    for lang in ("zh", "en"):
        page = explain(rule, lang)
        assert rule.code in page and rule.name in page


def test_promised_names_are_there() -> None:
    assert {rule.name for rule in RULES} >= PROMISED


def test_selection() -> None:
    assert [rule.code for rule in choose(["S101"], [])] == ["S101"]
    assert {rule.code[0] for rule in choose(["H"], [])} == {"H"}
    assert [rule.name for rule in choose(["h201", "placeholder"], ["H201"])] == ["placeholder"]
    assert choose([], []) == tuple(rule for rule in RULES if rule.default)
    assert len(choose([], ["S", "H"])) < len(RULES)
    with pytest.raises(UsageError, match="numbering-gap"):
        find("numbering-gaps")
