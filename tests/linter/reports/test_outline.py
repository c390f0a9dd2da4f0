"""The shape of a report, and which finding belongs where."""

import json

from converter.inputs import parse
from converter.linter.reports import Report, renderer
from converter.linter.reports.outline import outline
from converter.linter.reports.standing import Standing, standings
from converter.linter.rules._examples import TITLE, draft
from converter.model.codec import to_json
from converter.profiles import load
from converter.profiles.choice import Choice
from tests.linter.reports.samples import BAD, GOOD, checked, finding


def standing(text: str, *rules: str) -> dict[str, Standing]:
    (document,) = parse("-", text.encode(), Choice()).documents
    found = standings(outline(document, load())[0], rules)
    return {role: how for role, how in found.items() if role in ("summary", "problems", "plan")}


def test_parts_cover_the_report() -> None:
    (document,) = parse("-", GOOD.encode(), Choice()).documents
    shape, _ = outline(document, load())
    roles = [part.roles for part in shape.parts]
    assert roles == [("head",), ("lead",), ("summary",), ("problems",), ("plan",), ("ending",)]
    assert shape.characters == len("".join(GOOD.split()))
    starts = [part.start for part in shape.parts]
    sizes = [part.characters for part in shape.parts]
    assert starts == [sum(sizes[:index]) for index in range(len(sizes))]
    assert shape.parts[2].heading == "一、2024年工作总结" and shape.parts[2].line == 4


def test_divisions() -> None:
    text = draft(summary="一、2024年工作总结\n全年平稳。\n（一）供水\n1.多。\n（二）节水\n少。")
    (document,) = parse("-", text.encode(), Choice()).documents
    (part,) = [part for part in outline(document, load())[0].parts if "summary" in part.roles]
    assert [(d.heading, d.characters) for d in part.divisions] == [
        ("（一）供水", 9),
        ("（二）节水", 7),
    ]


def test_places() -> None:
    (document,) = parse("-", GOOD.encode(), Choice()).documents
    shape, places = outline(document, load())
    assert places.locate(1, 1) == (0, 0)
    part, offset = places.locate(5, 3)
    assert shape.parts[part].roles == ("summary",)
    assert offset == len("".join("".join(GOOD.splitlines()[:4]).split())) + 2
    assert places.locate(99, 1) == (5, shape.characters)
    assert places.locate(2, 1) == (0, shape.parts[0].characters)


def test_standings() -> None:
    there = {"summary": "present", "problems": "present", "plan": "present"}
    assert standing(GOOD) == there
    assert standing(draft(problems="")) == {**there, "problems": "missing"}
    assert standing(draft(problems=""), "embedded-problems")["problems"] == "embedded"
    assert standing(draft(problems="二、存在问题"))["problems"] == "empty"
    swapped = draft(problems="二、2025年工作计划\n充实队伍。", plan="三、存在问题\n队伍力量不足。")
    assert standing(swapped) == {**there, "plan": "misplaced"}


def test_findings_of_a_compilation_go_to_their_reports() -> None:
    titles = [f"{name}县水务局2024年工作总结及2025年工作计划" for name in "甲乙丙"]
    drafts = [
        text.replace(TITLE, title) for text, title in zip((BAD, GOOD, BAD), titles, strict=True)
    ]
    report = checked(("汇编.txt", "\n\n\n".join(drafts)))
    reports = [reported for _, reported in report.checked()]
    assert [reported.outline.title for reported in reports] == titles
    lines = [drafts[0].count("\n") + 3, drafts[1].count("\n") + 3]
    first, second = lines[0], sum(lines)
    for reported, begin, end in zip(reports, (1, first, second), (first, second, 999), strict=True):
        assert all(begin <= shown.finding.line <= end for shown in reported.shown)
    assert len(reports[0].shown) > 3 and len(reports[2].shown) > 3


def test_findings_of_reports_that_share_lines() -> None:
    documents = parse("a.txt", GOOD.encode(), Choice()).documents * 2
    report = Report()
    report.add("a.jsonl", documents, [finding(5, 1, 2), finding(5, 3, 4)], Choice())
    places = [(f.line, f.column) for f in report.findings]
    assert places == [(5, 1), (5, 3)]
    assert sum(len(reported.shown) for _, reported in report.checked()) == 2


def test_json_without_text_shows_what_the_finding_says() -> None:
    (document,) = parse("a.txt", BAD.encode(), Choice()).documents
    shown = renderer("text")(checked(("a.json", json.dumps(to_json(document)))))
    assert "a.json:1:1: 错误 S104" in shown
    assert "│ 县水务局2024年工作总结" in shown


def test_json_summary() -> None:
    value = json.loads(renderer("json")(checked(("稿.txt", BAD), ("好.txt", GOOD))))
    first, second = value["summary"]["documents"]
    assert first["path"] == "稿.txt" and first["profile"] == "work-report"
    assert first["standing"]["problems"] == "missing"
    assert sum(part["findings"] for part in first["parts"]) == first["findings"]
    assert second["findings"] == 0
    assert value["summary"]["fixable"]["safe"] == sum(
        bool(found["fix"] and found["fix"]["safe"]) for found in value["findings"]
    )


def test_only_the_text_around_findings_is_kept() -> None:
    text = draft(summary="一、2024年工作总结\n" + "供水平稳。" * 20_000 + "投资XX万元。")
    report = checked(("稿.txt", text))
    (reported,) = [reported for _, reported in report.checked()]
    assert reported.shown
    for shown in reported.shown:
        line = shown.excerpt
        assert all(len(part) <= 100 for part in (line.before, line.marked, line.behind))
