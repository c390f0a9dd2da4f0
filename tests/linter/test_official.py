"""The rules on the elements of official documents, case by case."""

import pytest

import converter
from converter.findings import Finding
from converter.inputs import parse, source_of
from converter.linter.rules.official._evidence import official
from converter.linter.ruleset import Ruleset, selected
from converter.linting import findings_in, fix
from converter.profiles.choice import Choice
from tests.cases import cases

BODY = (
    "一、2024年工作总结\n全年供水620万吨，水质达标。\n"
    "二、存在问题\n队伍力量不足。\n三、2025年工作计划\n招录专业人员3名。\n"
    "云岭县水务局\n2024年12月20日\n"
)


def findings(text: str, ruleset: Ruleset) -> list[Finding]:
    """What a set of rules says of a text file."""
    data = text.encode()
    documents = parse("-", data, Choice()).documents
    return findings_in(documents, Choice(), ruleset, source=source_of("-", data))


def judge(rule: str, before: str, expected: str, after: str) -> None:
    """``expected``: 无 for no finding, 有 for one without a fix; else the fix gives ``after``."""
    ruleset = selected([rule], [])
    found = findings(before, ruleset)
    assert bool(found) == (expected != "无"), [finding.message for finding in found]
    if expected == "有":
        assert all(finding.fix is None for finding in found)
    elif expected != "无":
        made = fix(before.encode(), "-", Choice(), ruleset, unsafe=False).after.text
        assert made == after
        assert findings(made, ruleset) == []


@pytest.mark.parametrize(("given", "expected"), cases("missing-recipient", "lint"))
def test_missing_recipient(given: str, expected: str) -> None:
    above, title, lead = given.replace("／", "\n").split("｜")
    text = "\n".join([*([above] if above else []), title, "", lead, BODY])
    assert bool(findings(text, selected(["D801"], []))) == (expected == "有")


@pytest.mark.parametrize(("given", "expected"), cases("recipient-form", "lint"))
def test_recipient_form(given: str, expected: str) -> None:
    judge("D802", official(recipient=given), expected, official(recipient=expected))


def test_one_name_below_the_title_of_a_plain_report_is_who_reports() -> None:
    text = "云岭县水务局2024年工作总结\n\n云岭县水务局\n2024年，供水稳定。\n" + BODY
    assert findings(text, selected(["D"], [])) == []


@pytest.mark.parametrize(("given", "expected"), cases("attachment-form", "lint"))
def test_attachment_form(given: str, expected: str) -> None:
    before, after = (text.replace("／", "\n") for text in (given, expected))
    judge("D803", official(attachments=before), expected, official(attachments=after))


@pytest.mark.parametrize(("given", "expected"), cases("date-form", "lint"))
def test_date_form(given: str, expected: str) -> None:
    before, after = (official(signature=f"云岭县水务局\n{date}") for date in (given, expected))
    judge("D804", before, expected, after)


def test_a_date_without_a_day_is_enough_for_a_plain_report() -> None:
    text = "云岭县水务局2024年工作总结\n\n2024年，供水稳定。\n" + BODY.replace("20日", "")
    assert findings(text, selected(["D804"], [])) == []


@pytest.mark.parametrize(("given", "expected"), cases("request-in-report", "lint"))
def test_request_in_report(given: str, expected: str) -> None:
    found = findings(official(closing=given), selected(["D805"], []))
    assert len(found) == (expected == "有")


def test_a_request_may_ask() -> None:
    text = official(closing="妥否，请批示。").replace("工作计划的报告", "工作计划的请示")
    assert findings(text, selected(["D805"], [])) == []


@pytest.mark.parametrize(("given", "expected"), cases("closing-formula", "lint"))
def test_closing_formula(given: str, expected: str) -> None:
    assert len(findings(official(closing=given), selected(["D806"], []))) == (expected == "有")


@pytest.mark.parametrize(("given", "expected"), cases("classification-form", "lint"))
def test_classification_form(given: str, expected: str) -> None:
    before, after = (text.replace("／", "\n") for text in (given, expected))
    judge("D807", official(above=before), expected, official(above=after))


@pytest.mark.parametrize(
    ("metadata", "codes"),
    [
        ({}, set()),
        ({"发文字号": "云水〔2024〕8号"}, {"D801"}),
        ({"发文字号": "云水〔2024〕8号", "主送": "县人民政府"}, {"D806"}),
        ({"密级": "秘密★1年"}, {"D807"}),
        ({"密级": "秘密★1年", "份号": "000001"}, set()),
        ({"密级": "秘密★15年", "份号": "000001"}, {"D807"}),
    ],
)
def test_what_the_metadata_state(metadata: dict[str, str], codes: set[str]) -> None:
    text = "云岭县水务局关于2024年工作总结的报告\n\n2024年，供水稳定。\n" + BODY
    (document,) = converter.parse(text, metadata=metadata)
    found = {finding.code for finding in converter.lint(document)}
    assert {code for code in found if code[0] == "D"} == codes
