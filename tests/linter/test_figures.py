"""Figures, dates, years and names: where the rules of group N speak and where they are silent."""

import pytest

from converter.inputs import parse, source_of
from converter.linter.registry import find
from converter.linter.rules._examples import draft
from converter.linter.rules.figures._quantities import WHOLE, quantities
from converter.linter.rules.figures.unit_form import HECTARES
from converter.linter.ruleset import Ruleset
from converter.linter.subject import Subject
from converter.linting import findings_in, fix
from converter.profiles.choice import Choice
from tests.cases import cases

NOTHING = "无"


def messages(rule: str, text: str) -> list[str]:
    """What one rule says of a draft."""
    choice = Choice(None)
    documents = parse("-", text.encode(), choice).documents
    source = source_of("-", text.encode())
    return [f.message for f in findings_in(documents, choice, Ruleset(find(rule)), source=source)]


def told(rule: str, paragraph: str) -> list[str]:
    """What one rule says of a paragraph in a draft's summary."""
    return messages(rule, draft(summary=f"一、2024年工作总结\n{paragraph}"))


def agree(found: list[str], expected: str) -> None:
    """The messages are as many as are expected, and each holds the words expected of it."""
    wanted = [] if expected == NOTHING else expected.split("；")
    assert len(found) == len(wanted), found
    assert all(want in message for want, message in zip(wanted, found, strict=True)), found


@pytest.mark.parametrize(("given", "expected"), cases("sum-mismatch", "lint"))
def test_sum_mismatch(given: str, expected: str) -> None:
    agree(told("sum-mismatch", given), expected)


@pytest.mark.parametrize(("given", "expected"), cases("impossible-value", "lint"))
def test_impossible_value(given: str, expected: str) -> None:
    agree(told("impossible-value", given), expected)


@pytest.mark.parametrize(("given", "expected"), cases("invalid-date", "lint"))
def test_invalid_date(given: str, expected: str) -> None:
    agree(told("invalid-date", given), expected)


@pytest.mark.parametrize(("given", "expected"), cases("redundant-approximation", "lint"))
def test_redundant_approximation(given: str, expected: str) -> None:
    agree(told("redundant-approximation", given), expected)


@pytest.mark.parametrize(("given", "expected"), cases("number-inconsistent", "lint"))
def test_number_inconsistent(given: str, expected: str) -> None:
    agree(told("number-inconsistent", given), expected)


@pytest.mark.parametrize(("given", "expected"), cases("percentage-points", "lint"))
def test_percentage_points(given: str, expected: str) -> None:
    agree(told("percentage-points", given), expected)


@pytest.mark.parametrize(("given", "expected"), cases("mixed-numerals", "lint"))
def test_mixed_numerals(given: str, expected: str) -> None:
    agree(told("mixed-numerals", given), expected)


def written_right(rule: str, given: str, expected: str) -> None:
    """What is found is what the fix puts right, and nothing else is touched."""
    right = given if expected == NOTHING else expected
    before, after = (draft(summary=f"一、2024年工作总结\n{text}") for text in (given, right))
    assert bool(messages(rule, before)) == (expected != NOTHING)
    fixed = fix(before.encode(), "-", Choice(None), Ruleset(find(rule)), unsafe=True)
    assert fixed.data.decode() == after
    assert messages(rule, after) == []


@pytest.mark.parametrize(("given", "expected"), cases("range-form", "lint"))
def test_range_form(given: str, expected: str) -> None:
    written_right("range-form", given, expected)


@pytest.mark.parametrize(("given", "expected"), cases("unit-form", "lint"))
def test_unit_form(given: str, expected: str) -> None:
    written_right("unit-form", given, expected)


@pytest.mark.parametrize(("given", "expected"), cases("document-number-form", "lint"))
def test_document_number_form(given: str, expected: str) -> None:
    written_right("document-number-form", given, expected)


@pytest.mark.parametrize(("given", "expected"), cases("year-inconsistent", "lint"))
def test_year_inconsistent(given: str, expected: str) -> None:
    title, lead, summary, plan = given.split("／", 3)
    plan = plan.replace("／", "\n")
    text = draft(
        title=title,
        lead=lead,
        summary=f"{summary}\n全年供水稳定。",
        plan=f"{plan}\n充实队伍。",
        signature="",
    )
    found = messages("year-inconsistent", text)
    assert len(found) == (expected != NOTHING), found
    if found:
        was, due = expected.split("→")
        assert f"应是{due}年，这里是{was}年" in found[0]
        rules = Ruleset(find("year-inconsistent"))
        fixed = fix(text.encode(), "-", Choice(None), rules, unsafe=True).data.decode()
        assert messages("year-inconsistent", fixed) == []
        assert sum(a != b for a, b in zip(text, fixed, strict=True)) == 1
        assert fix(text.encode(), "-", Choice(None), rules).edits == 0


@pytest.mark.parametrize(("given", "expected"), cases("name-inconsistent", "lint"))
def test_name_inconsistent(given: str, expected: str) -> None:
    unit, signature = given.split("／")
    text = draft(
        title=f"{unit}2024年工作总结及2025年工作计划", signature=f"{signature}\n2024年12月20日"
    )
    assert bool(messages("name-inconsistent", text)) == (expected == "有")


@pytest.mark.parametrize(
    ("date", "count"),
    [
        ("2024年12月20日", 0),
        ("二〇二四年十二月二十日", 0),
        ("2025年1月6日", 0),
        ("2024年12月XX日", 0),
        ("2024年12月", 0),
        ("2024年11月31日", 1),
        ("2024.13.20", 1),
        ("二〇二四年二月三十日", 1),
        ("2024年13月", 1),
        ("2023年12月20日", 1),
    ],
)
def test_date_of_issue(date: str, count: int) -> None:
    assert len(messages("invalid-date", draft(signature=f"县水务局\n{date}"))) == count


def test_areas_in_mu_only_where_hectares_are_asked_for() -> None:
    text = draft(summary="一、2024年工作总结\n全年灌溉620亩，新增30亩。")
    choice, rules = Choice(None), find("unit-form")
    documents = parse("-", text.encode(), choice).documents
    assert findings_in(documents, choice, Ruleset(rules)) == []
    (found,) = findings_in(documents, choice, Ruleset(rules, values={HECTARES: True}))
    assert found.excerpt.startswith("620亩")


def test_amounts() -> None:
    text = "990件、3.2万人、约5万余户、0.125吨、XX万元、十二起、1,200亩、50人才、第3名、5千瓦时"
    document = parse("-", draft(lead=text + "。").encode(), Choice(None)).documents[0]
    view = Subject(document, Choice(None).held(document)).prose
    start = view.text.index(text)
    quantities_there = quantities(view, start, start + len(text))
    found = [(q.value and q.value / WHOLE, q.unit, q.about) for q in quantities_there]
    assert found == [
        (990, "件", False),
        (32000, "人", False),
        (50000, "户", True),
        (0.125, "吨", False),
        (None, "元", False),
        (12, "件", False),
        (1200, "亩", False),
        (5, "千瓦时", False),
    ]
