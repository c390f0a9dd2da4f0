"""Rules E: enumerations inside the text."""

import pytest

import converter
from converter.linter.rules._examples import draft
from tests.linter.told import rule_cases, told

RULES = (
    *("enumeration-gap", "enumeration-marker-damaged", "enumeration-lone"),
    *("enumeration-separator-mixed", "enumeration-style-mixed"),
)


@pytest.mark.parametrize(("rule", "lines", "expected"), rule_cases(*RULES))
def test_cases(rule: str, lines: str, expected: str) -> None:
    assert told(rule, lines, fixed="⇒" in expected) == expected


def names(text: str) -> set[str]:
    (document,) = converter.parse(text)
    return {finding.name for finding in converter.lint(document)}


def test_enumerations_end_with_their_section() -> None:
    lines = (
        "一、2024年工作总结\n（一）供水\n一是水源充足。二是水质达标。\n（二）防汛\n三是备汛到位。"
    )
    assert "enumeration-gap" in names(draft(summary=lines))
    assert "enumeration-gap" not in names(draft(summary=lines.replace("三是", "一是抢险，二是")))


def test_enumerations_of_the_lead() -> None:
    assert "enumeration-gap" in names(draft(lead="一是供水稳定。二是防汛平安。四是节水达标。"))


def test_an_enumeration_glued_to_its_heading_is_the_headings_fault() -> None:
    found = names(draft(summary="一、2024年工作总结\n（一）防汛备汛有力一是备足沙袋。二是平安。"))
    assert "merged-heading" in found
    assert "enumeration-gap" not in found


@pytest.mark.parametrize("changed", ["一是", "三是", "四是", "二", "是", ""])
@pytest.mark.parametrize("glue", ["", "\n"])
def test_every_broken_marker_is_found(changed: str, glue: str) -> None:
    items = ["一是供水全年稳定。", "二是防汛平安有序。", "三是节水成效明显。"]
    assert "enumeration-gap" not in names(draft(summary="一、总结\n" + glue.join(items)))
    items[1] = items[1].replace("二是", changed)
    found = names(draft(summary="一、2024年工作总结\n" + glue.join(items)))
    assert "enumeration-gap" in found


def test_a_number_that_no_chinese_ordinal_writes() -> None:
    text = "".join(f"一百是{i}。" for i in range(3)) + "①甲。⑳乙。"
    converter.lint(converter.parse(draft(summary=f"一、2024年工作总结\n{text}"))[0])
