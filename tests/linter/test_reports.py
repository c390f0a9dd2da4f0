"""The report formats for machines: well formed, complete, the same on every run."""

import json
import xml.dom.minidom

import pytest

import converter
from converter.linter.registry import all_rules
from converter.linter.reports import FORMATS, Report, fingerprints, renderer
from converter.linter.rules._examples import draft

BAD = draft(
    summary="一、2024年工作总结\n1.供水。投资XX万元。\n2、节水。投资XX万元。\n4.防汛。平安。",
    problems="",
)
PATH = "稿件/甲 乙,100%:x.txt"


def report(path: str = PATH) -> Report:
    """The report of a draft with findings of every severity."""
    (document,) = converter.parse(BAD)
    made = Report()
    made.add(path, 1, converter.lint(document, path=path))
    made.add("好.txt", 1, [])
    assert {finding.severity for finding in made.findings} == {"error", "warning", "info"}
    return made


@pytest.mark.parametrize("name", FORMATS)
def test_same_text_on_every_run(name: str) -> None:
    text = renderer(name)(report())
    assert text == renderer(name)(report())
    assert text.endswith("\n")


def test_sarif() -> None:
    made = report()
    value = json.loads(renderer("sarif")(made))
    (run,) = value["runs"]
    assert value["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in all_rules()]
    assert len(run["results"]) == len(made.findings)
    for result, finding in zip(run["results"], made.findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        place = result["locations"][0]["physicalLocation"]
        assert place["region"]["startLine"] == finding.line
        assert place["artifactLocation"]["uri"].isascii()
        assert ("fixes" in result) == (finding.fix is not None)


def test_github_escapes_what_would_break_the_command() -> None:
    lines = renderer("github")(report()).splitlines()
    assert len(lines) == len(report().findings)
    for line in lines:
        command, message = line[2:].split("::", 1)
        assert command.split(" ")[0] in ("error", "warning", "notice")
        assert "file=稿件/甲 乙%2C100%25%3Ax.txt" in command
        assert message


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


def test_fingerprints_outlive_lines_inserted_above() -> None:
    (moved,) = converter.parse("\n\n" + BAD)
    (document,) = converter.parse(BAD)
    before = fingerprints(converter.lint(document, path="x"))
    assert fingerprints(converter.lint(moved, path="x")) == before
