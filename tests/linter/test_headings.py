"""Rules H: headings and their numbers."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import converter
from converter.inputs import parse, source_of
from converter.linter.rules._examples import PLAN, PROBLEMS, SUMMARY, draft
from converter.linter.ruleset import Ruleset, selected
from converter.linting import findings_in, fix
from converter.profiles.choice import Choice
from tests.linter.told import rule_cases, told

RULES = (
    *("numbering-gap", "numbering-duplicate", "numbering-style-mixed", "level-skipped"),
    *("heading-punctuation", "truncated-heading", "merged-heading", "number-mark"),
    *("heading-layout-mixed", "unnumbered-subsection", "heading-too-long", "heading-repeats"),
)


@pytest.mark.parametrize(("rule", "lines", "expected"), rule_cases(*RULES))
def test_cases(rule: str, lines: str, expected: str) -> None:
    assert told(rule, lines, fixed="⇒" in expected) == expected


def names(text: str) -> set[str]:
    (document,) = converter.parse(text)
    return {finding.name for finding in converter.lint(document)}


def test_gaps_on_the_first_level() -> None:
    whole = draft()
    for old, new in permutations("一二三五", 2):
        if old != "五":
            assert names(whole.replace(f"\n{old}、", f"\n{new}、")) & {
                "numbering-gap",
                "numbering-duplicate",
            }, (old, new)


@pytest.mark.parametrize(
    ("line", "glued"),
    [
        ("一、2024年工作总结2024年，我局供水620万吨，水质达标。", True),
        ("一、2024年工作总结我局供水620万吨，水质达标，管网漏损率降到百分之九以下。", True),
        ("一、2024年供水工作完成情况今年以来，供水620万吨。", True),
        ("一、2024年工作总结和2025年工作计划编制情况", False),
        ("一、2024年工作总结及分析，2025年工作计划", False),
        ("一、2024年供水保障情况", False),
    ],
)
def test_a_part_glued_to_its_text(line: str, glued: bool) -> None:
    text = draft(summary=f"{line}\n全年供水稳定。")
    assert ("merged-heading" in names(text)) == glued
    if glued:
        fixed = fix(text.encode(), "-", Choice(), selected(["H207"], []), unsafe=True)
        assert "merged-heading" not in names(fixed.after.text)
        assert fixed.edits == 1


@pytest.mark.parametrize("mark", ["一．", "一.", "一 、"])
def test_a_mark_of_the_first_level_written_otherwise(mark: str) -> None:
    text = draft().replace("一、", mark)
    assert ("numbering-style-mixed" in names(text)) == (mark != "一 、")


@pytest.mark.parametrize(("title", "expected"), rule_cases("title-form", named=False))
def test_title_form(title: str, expected: str) -> None:
    (document,) = converter.parse(draft(title=title))
    found = "；".join(f.message for f in converter.lint(document) if f.name == "title-form")
    assert (expected in found) if expected != "无" else not found


def test_what_stands_beside_the_title_belongs_to_it() -> None:
    title = "云岭县水务局\n2024年工作总结及2025年工作计划\n（2024年12月20日）"
    assert "title-form" not in names(draft(title=title))


def test_a_part_without_a_number() -> None:
    text = draft(plan=PLAN.replace("三、", ""))
    assert "unnumbered-subsection" in names(text)
    bare = [part.partition("、")[2] for part in (SUMMARY, PROBLEMS, PLAN)]
    text = draft(summary=bare[0], problems=bare[1], plan=bare[2])
    assert "unnumbered-subsection" not in names(text)


def test_attachments_number_anew() -> None:
    attachments = "附件1\n一、总则\n（一）甲\n附件2\n一、总则\n二、细则"
    assert names(draft(more="", signature="县水务局\n2024年12月20日\n" + attachments)) == set()


def test_the_marks_a_house_manual_allows() -> None:
    lines = "一、2024年工作总结\n（一）供水\n1、水源。充足。\n2、水质。达标。\n3.管网。完好。"
    (rule,) = selected(["number-mark"], []).rules
    (mixed,) = selected(["numbering-style-mixed"], []).rules
    ruleset = Ruleset((rule, mixed), values={rule.options[0]: "1、"})
    fixed = fix(draft(summary=lines).encode(), "-", Choice(), ruleset)
    assert "3、管网" in fixed.after.text and "1、水源" in fixed.after.text


MARKS = ["（一）", "（二）", "（三）", "（五）", "(一)", "(二)", "（二）、", "（三)", "（四）."]
MORE = ["1.", "2.", "3.", "1、", "2、", "3、", "1．", "２.", "（1）", "(2)", "（3）、", "①", "②、"]
WORDS = ["供水。全年稳定。", "防汛", "节水宣传。", "巡河：到位。", "全年达标。", "一是快；二是准。"]
LINES = st.lists(
    st.builds(
        lambda mark, word: mark + word,
        st.sampled_from([*MARKS, *MORE, "", "一.", "二、", "三．"]),
        st.sampled_from(WORDS),
    ),
    min_size=2,
    max_size=14,
)
FIXING = ("H201", "H202", "H203", "H205", "H208")
CHOICES = st.sampled_from([names for size in (1, 2, 3, 5) for names in combinations(FIXING, size)])


@given(LINES, CHOICES)
def test_the_fixes_of_marks_agree(lines: list[str], rules: tuple[str, ...]) -> None:
    """Whichever of the rules run: nothing that they can fix is left, and once is enough."""
    text = draft(summary="一、2024年工作总结\n" + "\n".join(lines))
    ruleset = selected(rules, [])
    fixed = fix(text.encode(), "-", Choice(), ruleset)
    source = source_of("-", fixed.data)
    documents = parse("-", fixed.data, Choice()).documents
    left = findings_in(documents, Choice(), ruleset, source=source)
    assert not [finding for finding in left if finding.fix and finding.fix.safe]
    assert fix(fixed.data, "-", Choice(), ruleset).edits == 0
