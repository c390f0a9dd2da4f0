"""Where a rule must speak and where it must stay silent, sentence by sentence."""

import pytest

import converter
from converter.linter.rules._examples import draft
from tests.cases import cases


@pytest.mark.parametrize(("given", "expected"), cases("placeholder", "lint"))
def test_placeholder(given: str, expected: str) -> None:
    (document,) = converter.parse(draft(summary=f"一、2024年工作总结\n{given}"))
    found = [f.message for f in converter.lint(document) if f.name == "placeholder"]
    count = int(expected)
    assert len(found) == min(count, 1)
    assert count < 2 or f"共{count}处" in found[0]


@pytest.mark.parametrize(("given", "expected"), cases("embedded-problems", "lint"))
def test_embedded_problems(given: str, expected: str) -> None:
    text = draft(
        summary=f"一、2024年工作总结\n{given}", problems="", plan="二、2025年工作计划\n招人。"
    )
    (document,) = converter.parse(text)
    names = [finding.name for finding in converter.lint(document)]
    assert ("embedded-problems" in names) == (expected == "有")
