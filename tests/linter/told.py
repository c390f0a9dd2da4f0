"""Case files of rules whose findings are places: what a rule marks in a few lines of a report, and
what its fix makes of them."""

from __future__ import annotations

import pytest

from converter.inputs import parse, source_of
from converter.linter.rules._examples import draft
from converter.linter.ruleset import selected
from converter.linting import findings_in, fix
from converter.profiles.choice import Choice
from tests.cases import read

HEADING = "一、2024年工作总结\n"


def rule_cases(*rules: str, named: bool = True) -> list[object]:
    """The pairs of ``fixtures/lint/<rule>.case``, with the rule's name before them."""
    return [
        pytest.param(*((rule,) if named else ()), given, expected, id=place)
        for rule in rules
        for place, given, expected in read(rule, "lint")
    ]


def told(rule: str, lines: str, *, fixed: bool = False) -> str:
    """What ``rule`` marks in the lines (／ between them) of a summary, ｜ between its places, and
    behind ⇒ the lines as its fix, safe or not, leaves them; 无 for nothing."""
    data = draft(summary=HEADING + lines.replace("／", "\n")).encode()
    ruleset = selected([rule], [])
    source = source_of("-", data)
    assert source
    found = findings_in(parse("-", data, Choice()).documents, Choice(), ruleset, source=source)
    marked = "｜".join(
        source.lines[finding.line - 1][finding.column - 1 : finding.end_column - 1]
        for finding in found
    )
    if not fixed:
        return marked or "无"
    after = fix(data, "-", Choice(), ruleset, unsafe=True).after.text
    body = after.split(HEADING)[1].split("\n二、存在问题")[0]
    return f"{marked} ⇒ {body.replace(chr(10), '／')}"
