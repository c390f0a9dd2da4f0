"""The examples of the rules about form: planted in a file of our own, each is told by its rule and
by no other; the file itself is in form."""

import pytest

from converter.commands.planted import (
    findings_in_word,
    found_in_planted,
    layout_of,
    planted,
    sample,
)
from converter.linter.indexing import defined
from converter.linter.rule import Rule
from converter.linter.ruleset import Ruleset, standard
from converter.linter.samples import SAMPLES

FORM = tuple(rule for _, rule in defined() if rule.sample is not None)
CHECKED = Ruleset((*standard().rules, *(rule for rule in FORM if not rule.default)))


@pytest.mark.parametrize("rule", FORM, ids=lambda rule: rule.name)
def test_planted(rule: Rule) -> None:
    assert rule.sample
    key = rule.sample.layout
    known = {(found.code, found.message) for found in findings_in_word(sample(key), CHECKED)}
    found = findings_in_word(planted(rule), CHECKED, layout_of(key))
    told = [one for one in found if (one.code, one.message) not in known]
    assert [one.name for one in told] == [rule.name], [one.message for one in told]
    assert not rule.default and rule.code[0] == "F"


@pytest.mark.parametrize("key", SAMPLES)
def test_samples_are_in_form(key: str) -> None:
    """Held against the layout that their draft names, and the one that is found for them."""
    for layout in ("", layout_of(key)):
        found = findings_in_word(sample(key), Ruleset(FORM), layout)
        assert [(one.name, one.message) for one in found] == []


def test_documented() -> None:
    """What the pages of the rules show of an example."""
    rule = next(rule for rule in FORM if rule.name == "line-pitch")
    assert found_in_planted(rule)[0].startswith(
        "稿.docx:3:1: 警告 F110 line-pitch 行距是固定值 29 磅，每页 21 行；"
        "应为固定值 28.95 磅，每页 22 行"
    )
