"""Findings as values: places, excerpts, order, and the JSON form of the contract."""

import json

import converter
from converter.linter.reports import Report, renderer
from converter.linter.rules._examples import draft

DRAFT = draft(summary="一、2024年工作总结\n完成投资XX万元，建成泵##paidbegin##站XX座。")


def test_places_and_excerpt() -> None:
    (document,) = converter.parse(DRAFT)
    (finding,) = [f for f in converter.lint(document) if f.name == "placeholder"]
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (5, 5, 5, 7)
    assert finding.excerpt.startswith("XX万元")
    assert "共2处" in finding.message


def test_place_behind_something_removed() -> None:
    (document,) = converter.parse(DRAFT.replace("投资XX", "投资1"))
    (finding,) = [f for f in converter.lint(document) if f.name == "placeholder"]
    line = DRAFT.replace("投资XX", "投资1").splitlines()[4]
    assert line[finding.column - 1 : finding.end_column - 1] == "XX"


def test_json_form() -> None:
    (document,) = converter.parse(DRAFT)
    report = Report()
    report.add("稿.txt", (document,), converter.lint(document, path="稿.txt"))
    value = json.loads(renderer("json")(report))
    assert list(value) == ["version", "findings", "summary"]
    keys = ["code", "name", "severity", "message", "path", "line", "column", "end_line"]
    keys += ["end_column", "excerpt", "fix", "url"]
    assert all(list(finding) == keys for finding in value["findings"])
    places = [(f["line"], f["column"], f["code"]) for f in value["findings"]]
    assert places == sorted(places)
    assert value["summary"]["findings"] == len(value["findings"])
    assert value["findings"][0]["path"] == "稿.txt"


def test_english_messages() -> None:
    (document,) = converter.parse(DRAFT)
    for finding in converter.lint(document, lang="en"):
        assert finding.message.isascii() or "“" in finding.message
