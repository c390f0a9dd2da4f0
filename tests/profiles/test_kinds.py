"""Kinds of report: which one a title calls for, and what is held against it."""

import json
from collections.abc import Callable

import jsonschema
import pytest

import converter
from converter import schema
from converter.errors import ProfileError
from converter.findings import Finding, Severity
from converter.linter.ruleset import Ruleset, selected, standard
from converter.linting import findings_in
from converter.model.nodes import Document
from converter.profiles import load, names
from converter.profiles import parse as parse_profile
from converter.profiles.choice import Choice
from tests.cases import cases
from tests.cli.conftest import Result, gongwen

__all__ = ["gongwen"]
NEEDS = {"summary": "总", "problems": "问", "plan": "计"}
PARTS = ("missing-summary", "missing-problems", "missing-plan", "profile-part-missing")
LEAD = "\n2024年，我局认真履行职责。\n"
SUMMARY = "一、2024年工作情况\n供水620万吨。\n"
OPEN = "一、工作情况\n（一）主动公开。发布信息12条。\n（二）依申请公开。收到2件。\n"


def read(title: str, text: str) -> Document:
    """The report of that title and text."""
    (document,) = converter.parse(f"{title}\n{LEAD}{text}")
    return document


def found(document: Document, choice: Choice | None = None) -> dict[str, str]:
    """What is said of missing parts, with its severity."""
    held = findings_in((document,), choice or Choice(), standard())
    return {f.name: str(f.severity) for f in held if f.name in (*PARTS, "embedded-problems")}


@pytest.mark.parametrize(("given", "expected"), cases("titles", "profiles"))
def test_titles(given: str, expected: str) -> None:
    profile = Choice().for_title(given)
    needs = " ".join(NEEDS[role.id] for role in profile.held_to(given).required)
    assert f"{profile.id} | {needs}" == expected


@pytest.mark.parametrize(("given", "expected"), cases("titles", "profiles"))
def test_the_schema_asks_for_the_same_parts(given: str, expected: str) -> None:
    document = read(given, "")
    if document.profile != expected.split(" | ")[0]:
        pytest.skip("no title line for the reader")
    told = " ".join(violation.message for violation in converter.validate(document))
    for role in load().required:
        demanded = NEEDS[role.id] in expected
        assert (f"“{role.name['zh']}”部分" in told) == demanded


def test_a_title_that_promises_both_is_held_to_all_three() -> None:
    for kind in ("工作", "政务公开工作", "上半年工作", "个人工作"):
        document = read(f"2024年{kind}总结及2025年工作计划", SUMMARY)
        assert found(document) | {"profile-part-missing": ""} == {
            "missing-problems": "error",
            "missing-plan": "error",
            "profile-part-missing": "",
        }


def test_what_is_recommended_is_info() -> None:
    document = read("云岭县水务局2024年工作总结", SUMMARY)
    assert found(document) == {"missing-problems": "info", "missing-plan": "info"}
    assert converter.validate(document) == []
    told = read("云岭县水务局2024年工作总结", SUMMARY + "但也存在管网老化的问题。\n")
    assert found(told) == {"embedded-problems": "info", "missing-plan": "info"}


def test_a_plan_needs_no_problems_even_told_ones() -> None:
    text = "一、总体要求\n坚持节水优先。\n二、主要任务\n但仍存在管网老化的问题，改造管网5公里。\n"
    document = read("云岭县水务局2025年工作计划", text)
    assert [section.role for section in document.sections] == ["plan", "plan"]
    assert found(document) == {}
    assert converter.validate(document) == []


@pytest.mark.parametrize("heading", ["加强党对教育工作的全面领导", "重点工作", "民政工作"])
def test_work_named_in_a_plan_is_work_to_do(heading: str) -> None:
    document = read(
        "云岭县教育局2025年工作要点", f"一、{heading}\n新增学位540个。\n二、{heading}\n"
    )
    assert [section.role for section in document.sections] == ["plan", "plan"]


def test_problems_may_stand_inside_the_review() -> None:
    told = "一、2024年工作回顾\n稳中有进。\n{}二、2025年工作安排\n抓项目。\n"
    problem = "同时，我们也清醒地看到，还存在产业基础薄弱等问题。\n"
    assert found(read("2025年云岭县政府工作报告", told.format(problem))) == {}
    assert found(read("2025年云岭县政府工作报告", told.format(""))) == {"missing-problems": "info"}
    late = told.format("").replace("抓项目。", f"抓项目。{problem}")
    assert found(read("2025年云岭县政府工作报告", late)) == {"embedded-problems": "info"}


def test_a_government_report_without_a_title_is_known_by_how_it_begins() -> None:
    text = "各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议。\n"
    (document,) = converter.parse(text + SUMMARY)
    assert (document.title, document.profile) == (None, "government-report")
    (other,) = converter.parse("各位代表：\n现在，我报告工作。\n" + SUMMARY)
    assert other.profile == "work-report"


def test_the_title_of_the_metadata_counts_where_the_text_has_none() -> None:
    text = (
        "---\n标题: 云岭县水务局2025年工作计划\n---\n2025年，抓好供水。\n一、主要任务\n改造管网。\n"
    )
    (document,) = converter.parse(text)
    assert document.profile == "plan"


# ---- topics ---------------------------------------------------------------


def test_topics_are_told_under_any_heading_in_other_words() -> None:
    text = OPEN + "（三）其他。及时调整公开目录，办好政务新媒体，开展业务培训。\n"
    assert "profile-part-missing" not in found(read("2024年政务公开工作总结", text))


def test_an_untold_topic_counts_more_where_the_report_is_built_on_them() -> None:
    built = OPEN + "（三）监督考核。开展培训2次。\n（四）其他。调整目录。\n"
    assert found(read("2024年政务公开工作总结", built))["profile-part-missing"] == "warning"
    general = "一、工作情况\n发布信息12条，调整目录，办好网站，开展培训。\n"
    assert found(read("2024年政务公开工作总结", general))["profile-part-missing"] == "info"


# ---- people ---------------------------------------------------------------


def test_a_name_below_the_title_signs_a_personal_report_only() -> None:
    byline = "\n石桥村党支部书记 何松岭\n（2024年12月）\n"
    for title, unsigned in (("2024年度个人述职报告", False), ("云岭县2024年工作总结", True)):
        (document,) = converter.parse(f"{title}{byline}{LEAD}一、履职情况\n走访156户。\n")
        held = {found.name for found in findings_in((document,), Choice(), standard())}
        assert ("missing-signature" in held) == unsigned


@pytest.mark.parametrize(
    ("ending", "name"),
    [
        ("张三\n2024年12月20日\n", "张三"),
        ("\n张　三\n", "张　三"),
        ("述职人：张三\n2024年12月20日\n", "述职人：张三"),
        ("\n县水务局\n2024年12月20日\n", "县水务局"),
    ],
)
def test_a_personal_report_is_signed_by_name(ending: str, name: str) -> None:
    document = read("2024年度个人述职报告", f"一、履职情况\n完成检测120次。\n{ending}")
    assert document.signature and document.signature.text == name
    assert document.organization == ("县水务局" if "局" in name else None)
    unit = read("云岭县水务局2024年工作总结", f"一、工作情况\n完成检测120次。\n{ending}")
    assert (unit.signature is None) == name.startswith("张")


def test_a_unit_called_planning_promises_no_plan() -> None:
    text = "一、守住耕地红线\n完成。\n二、提升审批效能\n完成。\n三、下一步打算\n努力。\n"
    document = read("规划和自然资源局2024年工作总结", text)
    assert [section.role for section in document.sections] == ["summary", "summary", "plan"]


# ---- rules and a profile --------------------------------------------------

MARKED = """
extends = "work-report"
severity = { missing-date = "off", missing-signature = "warning", S102 = "error" }
"""


def marked(ruleset: Ruleset) -> dict[str, str]:
    """What a report without lead, signature and date is told under the marks above."""
    choice = Choice(parse_profile(MARKED, "marked.toml"))
    (document,) = converter.parse(f"2024年工作总结及2025年工作计划\n{SUMMARY}")
    findings: list[Finding] = findings_in((document,), choice, ruleset)
    return {f.name: str(f.severity) for f in findings}


def test_a_profile_switches_rules_off_and_sets_severities() -> None:
    told = marked(standard())
    assert "missing-date" not in told
    assert (told["missing-signature"], told["missing-lead"]) == ("warning", "error")


def test_what_the_user_names_counts_more() -> None:
    assert marked(selected(["missing-date"], []))["missing-date"] == "info"
    rules = standard().rules
    ruleset = Ruleset(rules, severities={"S114": Severity.ERROR, "S104": Severity.INFO})
    told = marked(ruleset)
    assert (told["missing-signature"], told["missing-problems"]) == ("error", "info")


def test_a_rule_that_there_is_not_is_told_when_the_profile_is_used() -> None:
    wrong = parse_profile(MARKED.replace("missing-date", "missing-dates"), "own.toml")
    (document,) = converter.parse(f"2024年工作总结\n{SUMMARY}")
    with pytest.raises(ProfileError, match=r"missing-dates.*是不是 missing-date"):
        findings_in((document,), Choice(wrong), standard())


@pytest.mark.parametrize("name", names())
def test_rules_of_built_in_profiles_are_there(name: str) -> None:
    (document,) = converter.parse(f"2024年工作总结\n{SUMMARY}")
    assert findings_in((document,), Choice(load(name)), standard())


# ---- schemas and the command line -----------------------------------------


@pytest.mark.parametrize("name", names())
def test_every_profile_has_a_published_schema(name: str) -> None:
    value = json.loads(schema.published(name))
    jsonschema.Draft202012Validator.check_schema(value)
    assert value["$id"] == f"urn:gongwen:schema:{name}"


def test_a_document_names_its_profile_and_its_schema() -> None:
    value = converter.to_json(read("云岭县水务局2025年工作计划", "一、主要任务\n改造管网。\n"))
    assert (value["profile"], value["$schema"]) == ("plan", "urn:gongwen:schema:plan")


def test_the_choice_is_said(gongwen: Callable[..., Result]) -> None:
    draft = f"禾湾区2024年政务公开工作总结\n{LEAD}{OPEN}".encode()
    converted = gongwen("convert", "-", "-o", "a.json", stdin=draft)
    assert "政务公开工作总结：必须有的部分齐全，最好还有存在问题、计划" in converted.err
    assert "政务公开工作总结" in gongwen("lint", "-", stdin=draft).out
    assert "按“政务公开工作总结”校验" in gongwen("validate", "-", stdin=draft).out
    checked = json.loads(gongwen("validate", "a.json", "--format", "json").out)
    assert checked["results"][0]["profile"] == "openness"
    overridden = gongwen("convert", "-", "-o", "b.json", "--profile", "plan", stdin=draft)
    assert "工作计划，缺少：" in overridden.err


def test_profiles_are_listed_and_shown(gongwen: Callable[..., Result]) -> None:
    listed = gongwen("profiles")
    assert listed.code == 0
    assert [line.split()[0] for line in listed.out.splitlines()] == list(names())
    shown = gongwen("profiles", "openness")
    assert all(topic.name["zh"] in shown.out for topic in load("openness").topics)
    assert "最好有；题目写明就必须有" in shown.out
    assert "可以写在“总结”里" in gongwen("profiles", "government-report").out
    assert "missing-date  不查" in gongwen("profiles", "government-report").out
    assert "落款：个人" in gongwen("profiles", "personal").out
    for lang in ("zh", "en"):
        assert gongwen("profiles", "--lang", lang).code == 0
    value = json.loads(gongwen("profiles", "--format", "json").out)
    assert [profile["id"] for profile in value] == list(names())
    assert gongwen("profiles", "没有").code == 2


@pytest.mark.parametrize(
    "part",
    [
        "1",
        "个人1",
        "个人2024年",
        "计划",
        "总结及",
        "和2025年",
        "上半年",
        "政府工作报告",
        "政协",
        "述职",
    ],
)
def test_a_hostile_title_is_read(part: str) -> None:
    title = "个人" + part * (300_000 // len(part))
    assert Choice().for_title(title).held_to(title).required
    assert Choice().for_title("", "位代表：" + title).required
