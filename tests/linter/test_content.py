"""What the parts of a report say: where each rule must speak and where it must stay silent."""

import pytest

from converter.linter.rules._examples import draft
from tests.cases import cases
from tests.linter.speaking import hits

SUMMARY = "一、2024年工作总结\n"
PROBLEMS = "二、存在问题\n"
PLAN = "三、2025年工作计划\n"
STEADY = "始终把供水保障放在首位，加强水源巡查和水质检测，及时抢修漏点，保证居民用水。" * 8


def lines(given: str) -> str:
    """The lines of a case, with the marks that stand for line ends put back."""
    return given.replace("／", "\n")


def items(given: str) -> str:
    """Numbered run-in items, one for each of those given."""
    each = zip("一二三四五六七八", given.split("／"), strict=False)
    return "\n".join(f"（{mark}）{text}" for mark, text in each)


@pytest.mark.parametrize(("given", "expected"), cases("plan-without-target", "lint"))
def test_plan_without_target(given: str, expected: str) -> None:
    found = hits("plan-without-target", draft(plan=PLAN + items(given)))
    assert len(found) == (expected == "有")


@pytest.mark.parametrize(("given", "expected"), cases("summary-without-result", "lint"))
def test_summary_without_result(given: str, expected: str) -> None:
    found = hits("summary-without-result", draft(summary=f"{SUMMARY}{STEADY}\n{given}"))
    assert len(found) == (expected == "有")


def test_a_short_summary_or_a_table_needs_no_figure_in_words() -> None:
    assert hits("summary-without-result", draft(summary=f"{SUMMARY}供水稳定。")) == []
    table = f"{SUMMARY}{STEADY}\n乡镇\t供水\n甲镇\t20\n乙镇\t30"
    assert hits("summary-without-result", draft(summary=table)) == []


@pytest.mark.parametrize(("given", "expected"), cases("problem-without-cause", "lint"))
def test_problem_without_cause(given: str, expected: str) -> None:
    found = hits("problem-without-cause", draft(problems=PROBLEMS + lines(given)))
    assert len(found) == int(expected)


@pytest.mark.parametrize(("given", "expected"), cases("problem-is-praise", "lint"))
def test_problem_is_praise(given: str, expected: str) -> None:
    found = hits("problem-is-praise", draft(problems=PROBLEMS + given))
    assert len(found) == (expected == "有")


@pytest.mark.parametrize(("given", "expected"), cases("plan-in-past-tense", "lint"))
def test_plan_in_past_tense(given: str, expected: str) -> None:
    plan = f"{PLAN}（一）充实队伍。招录专业人员3名。\n（二）{given}"
    assert len(hits("plan-in-past-tense", draft(plan=plan))) == (expected == "有")


@pytest.mark.parametrize(("given", "expected"), cases("stale-year", "lint"))
def test_stale_year(given: str, expected: str) -> None:
    plan = f"{PLAN}（一）充实队伍。招录专业人员3名。\n（二）供水。{given}"
    assert len(hits("stale-year", draft(plan=plan))) == (expected == "有")


def test_the_stale_year_of_a_sub_heading() -> None:
    plan = f"{PLAN}（一）2024年主要目标\n招录3人。\n（二）2025年主要目标\n改造管网8公里。"
    (hit,) = hits("stale-year", draft(plan=plan))
    assert hit.text[hit.start : hit.end] == "2024年"


@pytest.mark.parametrize(("given", "expected"), cases("personal-data", "lint"))
def test_personal_data(given: str, expected: str) -> None:
    found = hits("personal-data", draft(summary=SUMMARY + given))
    assert len(found) == (expected == "有")


def test_whom_to_ask_may_be_said_behind_the_text() -> None:
    text = draft(signature="县水务局\n2024年12月20日\n（联系人：张三，电话：13900001234）")
    assert hits("personal-data", text) == []


@pytest.mark.parametrize(("given", "expected"), cases("unexplained-short-form", "lint"))
def test_unexplained_short_form(given: str, expected: str) -> None:
    found = hits("unexplained-short-form", draft(summary=SUMMARY + given))
    assert len(found) == (expected == "有")


@pytest.mark.parametrize(("count", "found"), [(800, 0), (801, 1)])
def test_paragraph_too_long(count: int, found: int) -> None:
    paragraph = ("供水稳定。" * 200)[: count - 1] + "。"
    assert len(hits("paragraph-too-long", draft(summary=SUMMARY + paragraph))) == found


@pytest.mark.parametrize(("count", "found"), [(200, 0), (201, 1)])
def test_sentence_too_long(count: int, found: int) -> None:
    sentence = ("供水稳定，" * 50)[: count - 1] + "。"
    assert len(hits("sentence-too-long", draft(summary=f"{SUMMARY}{sentence}达标。"))) == found
