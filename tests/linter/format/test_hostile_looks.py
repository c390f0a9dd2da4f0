"""Figures that no program writes stop no rule: every attribute in turn is nonsense."""

import re

import pytest

from converter.commands.planted import findings_in_word, replaced, sample
from converter.errors import ConverterError
from converter.linter.indexing import defined
from converter.linter.ruleset import Ruleset

FORM = Ruleset(tuple(rule for _, rule in defined() if rule.sample is not None))
ATTRIBUTES = [
    *('w:sz w:val="32"', 'w:line="579"', 'w:lineRule="exact"', 'w:firstLineChars="200"'),
    *('w:spacing w:val="-5"', 'w:jc w:val="both"', 'w:before="0"'),
]
PAGE = ['w:w="11906"', 'w:h="16838"', 'w:top="2098"', 'w:left="1588"', 'w:linePitch="579"']
NONSENSE = ("0", "-1", "99999999", "-99999999", "", "abc", "1.5")


@pytest.mark.parametrize("attribute", [*ATTRIBUTES, *PAGE])
def test_nonsense(attribute: str) -> None:
    """Only an error of the reader is told, or findings."""
    part = "word/document.xml" if attribute in PAGE else "word/styles.xml"
    for value in NONSENSE:
        changed = re.sub('"[^"]*"$', f'"{value}"', attribute)
        data = replaced(sample("official"), part, attribute, changed)
        try:
            found = findings_in_word(data, FORM)
        except ConverterError:
            continue
        assert all(one.message and one.line > 0 for one in found)
