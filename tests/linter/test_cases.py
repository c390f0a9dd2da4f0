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


@pytest.mark.parametrize(("given", "expected"), cases("missing-lead", "lint"))
def test_missing_lead(given: str, expected: str) -> None:
    (document,) = converter.parse(draft(lead=given.replace("／", "\n").replace("－", "")))
    names = [finding.name for finding in converter.lint(document)]
    assert ("missing-lead" in names) == (expected == "有")


@pytest.mark.parametrize(
    ("metadata", "missing"),
    [
        ({}, {"S101", "S114", "S115"}),
        ({"标题": "供水工作总结"}, {"S114", "S115"}),
        ({"署名": "县水务局"}, {"S101", "S115"}),
        ({"签名人": "张三"}, {"S101", "S115"}),
        ({"成文日期": "2024-12-20"}, {"S101", "S114"}),
        ({"印发机关": "县水务局", "印发日期": "2024-12-20"}, {"S101", "S114", "S115"}),
    ],
)
def test_what_the_metadata_state_is_not_missing(
    metadata: dict[str, str], missing: set[str]
) -> None:
    (document,) = converter.parse(draft(title="", signature=""), metadata=metadata)
    codes = {finding.code for finding in converter.lint(document)}
    assert codes & {"S101", "S114", "S115"} == missing


def test_problems_in_tables_and_attachments_are_not_told_in_the_report() -> None:
    told = "但也存在管网老化的问题"
    summary = f"一、2024年工作总结\n乡镇\t情况\n甲镇\t{told}"
    more = f"县水务局\n2024年12月20日\n附件\n情况表\n{told}。"
    plan = "二、2025年工作计划\n招人。"
    (document,) = converter.parse(
        draft(summary=summary, problems="", plan=plan, more=more, signature="")
    )
    assert document.attachments
    assert "embedded-problems" not in [finding.name for finding in converter.lint(document)]


def test_numbers_and_headings_of_attachments_are_their_own_business() -> None:
    more = "县水务局\n2024年12月20日\n附件\n一、总则\n（一）甲\n三、细则\n3.乙\n附件1\n二、附则"
    (document,) = converter.parse(draft(more=more, signature=""))
    assert len(document.sections) == 3
    assert converter.lint(document) == []
