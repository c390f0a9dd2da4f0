"""The structure of a report: where each rule must speak and where it must stay silent."""

import pytest

import converter
from converter.findings import Severity
from converter.linter.rules._examples import draft
from tests.cases import cases
from tests.linter.speaking import hits

SUMMARY = "一、2024年工作总结"
OTHER = draft(
    title="县林业局2024年工作总结及2025年工作计划",
    lead="2024年，我局扎实做好造林护林，现总结如下：",
    summary="一、2024年工作总结\n全年造林3.2万亩，没有发生火灾。",
    problems="二、存在问题\n护林人员偏少。",
    plan="三、2025年工作计划\n增配护林人员20名。",
    signature="县林业局\n2024年12月23日",
)


def lines(given: str) -> str:
    """The lines of a case, with the marks that stand for line ends put back."""
    return given.replace("／", "\n")


def items(given: str) -> str:
    """Numbered run-in items, one for each of those given."""
    marks = "一二三四五六七八"
    each = zip(marks, given.split("／"), strict=False)
    return "\n".join(f"（{mark}）{text}" for mark, text in each)


@pytest.mark.parametrize(("given", "expected"), cases("embedded-plan", "lint"))
def test_embedded_plan(given: str, expected: str) -> None:
    found = hits("embedded-plan", draft(summary=f"{SUMMARY}\n{given}"))
    assert len(found) == (expected == "有")


@pytest.mark.parametrize(("given", "expected"), cases("merged-section", "lint"))
def test_merged_section(given: str, expected: str) -> None:
    text = draft(problems=f"二、{given}\n队伍力量不足，将招录专业人员3名。", plan="")
    assert len(hits("merged-section", text)) == (expected == "有")


def test_parts_told_apart_by_sub_headings_are_not_merged() -> None:
    text = draft(
        problems="二、存在问题及下一步打算\n（一）存在问题\n人手不足。\n（二）下一步打算\n招录3人。",
        plan="",
    )
    assert hits("merged-section", text) == []


@pytest.mark.parametrize(
    ("heading", "count"),
    [("存在问题及整改措施", 0), ("存在的不足和对策建议", 0), ("存在问题及下一步打算", 1)],
)
def test_remedies_beside_the_problems_are_no_plan_where_one_follows(
    heading: str, count: int
) -> None:
    text = draft(problems=f"二、{heading}\n队伍力量不足，将招录专业人员3名。")
    assert len(hits("merged-section", text)) == count


@pytest.mark.parametrize(("given", "expected"), cases("lone-item", "lint"))
def test_lone_item(given: str, expected: str) -> None:
    found = hits("lone-item", draft(summary=f"{SUMMARY}\n{lines(given)}"))
    assert len(found) == int(expected)


@pytest.mark.parametrize(("given", "expected"), cases("plan-not-answering-problem", "lint"))
def test_plan_not_answering_problem(given: str, expected: str) -> None:
    problems, plan = given.split("｜")
    text = draft(
        problems=f"二、存在问题\n{items(problems)}", plan=f"三、2025年工作计划\n{items(plan)}"
    )
    assert len(hits("plan-not-answering-problem", text)) == int(expected)


@pytest.mark.parametrize(
    "problems",
    ["一是停车泊位紧张。二是噪声扰民多发。", "停车泊位紧张。\n噪声扰民多发。"],
)
def test_problems_in_points_and_paragraphs(problems: str) -> None:
    text = draft(
        problems=f"二、存在问题\n{problems}",
        plan="三、2025年工作计划\n一是植树3000亩。二是修建公厕2座。",
    )
    found = hits("plan-not-answering-problem", text)
    assert [hit.text[hit.start : hit.end] for hit in found] == ["停车泊位紧张", "噪声扰民多发"]
    assert "最接近的一项是“" in found[0].message.zh


@pytest.mark.parametrize(("given", "expected"), cases("duplicate-paragraph", "lint"))
def test_duplicate_paragraph(given: str, expected: str) -> None:
    found = hits("duplicate-paragraph", draft(summary=f"{SUMMARY}\n{lines(given)}"))
    assert len(found) == int(expected)


@pytest.mark.parametrize(("given", "expected"), cases("empty-section", "lint"))
def test_empty_section(given: str, expected: str) -> None:
    found = hits("empty-section", draft(summary=f"{SUMMARY}\n{lines(given)}"))
    severities = [hit.severity or Severity.ERROR for hit in found]
    assert severities == {"无": [], "错误": [Severity.ERROR], "警告": [Severity.WARNING]}[expected]


@pytest.mark.parametrize("role", ["summary", "problems", "plan"])
def test_a_part_without_content(role: str) -> None:
    headings = {"summary": SUMMARY, "problems": "二、存在问题", "plan": "三、2025年工作计划"}
    found = hits("empty-section", draft(**{role: headings[role]}))
    assert [hit.text for hit in found] == [headings[role]]


@pytest.mark.parametrize(("given", "expected"), cases("section-order", "lint"))
def test_section_order(given: str, expected: str) -> None:
    parts = {
        "总": "2024年工作总结\n供水稳定。",
        "问": "存在问题\n队伍力量不足。",
        "计": "2025年工作计划\n招录3人。",
        "他": "获奖情况\n获评先进集体。",
    }
    text = "\n".join(f"{'一二三四'[i]}、{parts[part]}" for i, part in enumerate(given))
    found = hits("section-order", draft(summary=text, problems="", plan=""))
    assert len(found) == int(expected)


@pytest.mark.parametrize(("given", "expected"), cases("contents-mismatch", "lint"))
def test_contents_mismatch(given: str, expected: str) -> None:
    contents = "目录\n" + lines(given).replace("～", "\t")
    found = hits("contents-mismatch", f"{contents}\n\n{draft()}\n{OTHER}")
    if expected == "无":
        assert found == []
    else:
        assert len(found) == 1
        assert expected in found[0].message.zh


def test_a_page_number_that_one_entry_lacks() -> None:
    titles = [text.split("\n")[0] for text in (draft(), OTHER)]
    third = draft(title="县教育局2024年工作总结及2025年工作计划")
    contents = f"目录\n{titles[0]}\t1\n{titles[1]}\n{third.split(chr(10))[0]}\t9"
    found = hits("contents-mismatch", f"{contents}\n\n{draft()}\n{OTHER}\n{third}")
    assert [hit.text for hit in found] == [titles[1]]


def test_contents_of_one_report_list_its_headings() -> None:
    contents = "目录\n一、2024年工作总结\t1\n二、存在问题\t3\n三、2025年工作计划\t4"
    assert hits("contents-mismatch", draft(lead=f"{contents}\n2024年，我局履职尽责。")) == []


def test_duplicate_report() -> None:
    again = hits("duplicate-report", f"{draft()}\n{OTHER}\n{draft()}")
    assert [hit.text for hit in again] == [draft().split("\n")[0]]
    assert "第1份" in again[0].message.zh


def test_two_years_of_one_unit_are_two_reports() -> None:
    last = draft(
        title="县水务局2023年工作总结及2024年工作计划",
        lead="2023年，我局认真履行职责，现总结如下：",
        summary="一、2023年工作总结\n全年供水598万吨，水质稳定达标。",
        plan="三、2024年工作计划\n充实队伍，招录专业人员2名。",
        signature="县水务局\n2023年12月22日",
    )
    assert hits("duplicate-report", f"{last}\n{draft()}") == []


def test_one_part_far_longer_than_the_rest() -> None:
    work = "\n".join(
        f"（{n}）第{n}项。" + f"全年完成{n}类任务，成效明显。" * 12 for n in "一二三四五六"
    )
    found = hits("unbalanced-sections", draft(summary=f"{SUMMARY}\n{work}"))
    assert [hit.text for hit in found] == ["二、存在问题", "三、2025年工作计划"]
    assert hits("unbalanced-sections", draft()) == []


@pytest.mark.parametrize(
    ("summary", "where"),
    [
        (
            "（一）供水\n供水稳定。\n（二）存在的困难和问题\n队伍老化，设备不足。",
            "存在的困难和问题",
        ),
        ("（一）供水\n供水稳定。\n（二）主要问题和不足\n队伍老化。", "主要问题和不足"),
        ("供水稳定，但仍存在管网老化的问题。", "但仍存在管网老化"),
        ("一是巡查力量薄弱。\n二是监测设备老化。", "薄弱"),
    ],
)
def test_the_place_of_embedded_problems(summary: str, where: str) -> None:
    text = draft(summary=f"{SUMMARY}\n{summary}", problems="", plan="二、2025年工作计划\n招人。")
    (hit,) = hits("embedded-problems", text)
    assert hit.text[hit.start : hit.end] == where


def test_the_problems_heading_lost_its_words() -> None:
    text = draft(problems="二、有关情况\n一是队伍力量薄弱。二是经费不足，设备老化。")
    names = {finding.name for finding in converter.lint(*converter.parse(text))}
    assert {"missing-problems", "embedded-problems"} <= names


@pytest.mark.parametrize("heading", ["突出问题专项整治", "困难群众救助", "问题整改"])
def test_sub_headings_of_work_on_problems(heading: str) -> None:
    summary = f"{SUMMARY}\n（一）供水\n供水稳定。\n（二）{heading}\n整改问题12个。"
    text = draft(summary=summary, problems="", plan="二、2025年工作计划\n招人。")
    assert hits("embedded-problems", text) == []


@pytest.mark.parametrize("closing", ["特此报告。", "以上报告，请审阅。", "妥否，请批示。"])
def test_the_closing_formula_is_no_content(closing: str) -> None:
    (hit,) = hits("empty-section", draft(plan=f"三、2025年工作计划\n{closing}"))
    assert hit.text == "三、2025年工作计划"
    assert hits("empty-section", draft(plan=f"三、2025年工作计划\n招录3人。\n{closing}")) == []
