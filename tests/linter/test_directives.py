"""Comments that silence findings: read, applied, judged, and without a trace in the report."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import converter
from converter.findings import Finding
from converter.inputs import parse, source_of
from converter.linter.directives import Directive
from converter.linter.registry import find
from converter.linter.rules._examples import draft
from converter.linter.rules.residue.useless_suppression import REQUIRE_REASON
from converter.linter.ruleset import Ruleset, selected
from converter.linting import findings_in, fix
from converter.model import walk
from converter.model.codec import to_json
from converter.model.nodes import Document, Removed
from converter.profiles.choice import Choice
from tests.cases import cases
from tests.cli.conftest import Result

RULES = selected(["numbering-gap", "placeholder", "missing-date", "R612"], [])
LINES = draft(summary="一、2024年工作总结\n完成投资XX万元。", signature="县水务局").splitlines()
LINES = [line.replace("二、", "三、").replace("三、2025", "四、2025") for line in LINES]
TITLE, INVESTED, PROBLEMS = 0, 4, 5


def findings(text: str, ruleset: Ruleset = RULES) -> list[Finding]:
    data = text.encode()
    documents = parse("-", data, Choice()).documents
    return findings_in(documents, Choice(), ruleset, source=source_of("-", data))


def names(lines: list[str], ruleset: Ruleset = RULES) -> set[str]:
    return {finding.name for finding in findings("\n".join(lines) + "\n", ruleset)}


def above(index: int, *comments: str) -> list[str]:
    """The draft with comments on lines of their own."""
    return [*LINES[:index], *(f"<!-- gongwen: {text} -->" for text in comments), *LINES[index:]]


def behind(index: int, comment: str) -> list[str]:
    """The draft with a comment at the end of a line."""
    line = f"{LINES[index]} <!-- gongwen: {comment} -->"
    return [*LINES[:index], line, *LINES[index + 1 :]]


ALL = {"numbering-gap", "placeholder", "missing-date"}


def test_without_comments() -> None:
    assert names(LINES) == ALL


@pytest.mark.parametrize(("given", "expected"), cases("useless-suppression", "lint"))
def test_reading(given: str, expected: str) -> None:
    one = Directive(Removed(1, 1, given, "directive"))
    known = one.scope is not None
    for name in one.names:
        try:
            find(name)
        except converter.errors.UsageError:
            known = False
    if expected == "?":
        assert not known
    else:
        rules, reason = expected.split("｜")
        assert (one.names, one.reason) == ([] if rules == "-" else rules.split(","), reason)
        assert known


@pytest.mark.parametrize(
    ("lines", "silenced"),
    [
        (behind(INVESTED, "忽略 placeholder"), {"placeholder"}),
        (above(INVESTED, "忽略 placeholder 决算未批"), {"placeholder"}),
        (above(INVESTED, "ignore R601"), {"placeholder"}),
        (above(INVESTED, "忽略 R"), {"placeholder"}),
        (above(INVESTED, "忽略"), {"placeholder"}),
        (above(INVESTED, "忽略 numbering-gap", "忽略 placeholder")[1:], {"placeholder"}),
        (above(PROBLEMS, "忽略 numbering-gap"), {"numbering-gap"}),
        (behind(PROBLEMS, "忽略 H"), {"numbering-gap"}),
        (above(TITLE, "忽略 missing-date"), {"missing-date"}),
        (above(len(LINES), "忽略全文 missing-date"), {"missing-date"}),
        (above(3, "忽略全文"), ALL),
        (above(INVESTED, "忽略开始 placeholder, H")[:-1], {"placeholder", "numbering-gap"}),
    ],
)
def test_silences(lines: list[str], silenced: set[str]) -> None:
    assert names(lines) - {"useless-suppression"} == ALL - silenced


def test_range() -> None:
    start = "<!-- gongwen: 忽略开始 placeholder -->"
    end = "<!-- gongwen: 忽略结束 -->"
    lines = [*LINES[:4], start, *LINES[4:5], end, "又投资XX万元。", *LINES[5:]]
    found = [f.line for f in findings("\n".join(lines)) if f.name == "placeholder"]
    assert found == [8]
    assert "useless-suppression" not in names(lines)


def test_blank_lines_between_comment_and_text() -> None:
    lines = [*LINES[:4], "<!-- gongwen: 忽略 placeholder -->", "", *LINES[4:]]
    assert names(lines) == ALL - {"placeholder"}


def test_json_keeps_the_suppression() -> None:
    (document,) = converter.parse("\n".join(above(INVESTED, "忽略 placeholder")))
    data = converter.render(document, "json")
    (again,) = converter.parse(data)
    found = findings_in((again,), Choice(), RULES)
    assert {finding.name for finding in found} == ALL - {"placeholder"}
    assert "gongwen" not in converter.render(document, "txt").decode()


def test_each_report_of_a_compilation_has_its_own() -> None:
    one = "\n".join(LINES) + "\n"
    text = one + "<!-- gongwen: 忽略全文 -->\n" + one.replace("县水务局2024", "县林业局2024")
    documents = converter.parse(text)
    assert len(documents) == 2
    found = findings_in(documents, Choice(), RULES, source=source_of("-", text.encode()))
    assert {finding.name for finding in found} == ALL
    assert max(finding.line for finding in found) <= len(LINES)


@pytest.mark.parametrize(
    ("lines", "message", "fixed"),
    [
        (above(3, "忽略 placeholder"), "没有忽略任何问题", LINES),
        (behind(3, "忽略 placeholder"), "没有忽略任何问题", LINES),
        (
            above(INVESTED, "忽略 placeholder, numbering-gap 决算未批"),
            "没有要忽略的 numbering-gap",
            above(INVESTED, "忽略 placeholder 决算未批"),
        ),
        (above(INVESTED, "忽略结束", "忽略 placeholder"), "没有与它对应的", None),
        (above(INVESTED, "忽略 placeholders"), "是不是 placeholder", None),
        (above(INVESTED, "忽视 placeholder"), "看不懂“忽视”", None),
        (above(INVESTED, "忽略全文 placeholder", "忽略 placeholder"), "没有忽略任何问题", None),
    ],
)
def test_useless(lines: list[str], message: str, fixed: list[str] | None) -> None:
    text = "\n".join(lines) + "\n"
    (finding,) = [f for f in findings(text) if f.name == "useless-suppression"]
    assert message in finding.message
    if fixed is not None:
        after = fix(text.encode(), "-", Choice(), RULES).after.text
        assert _without_numbers(after) == _without_numbers("\n".join(fixed) + "\n")


def _without_numbers(text: str) -> str:
    """The text whatever its headings are numbered: they are put right, too."""
    return text.translate(str.maketrans("二三四", "×××"))


def test_rules_that_did_not_run_are_not_judged() -> None:
    lines = above(3, "忽略 placeholder", "忽略", "忽略 H")
    assert "useless-suppression" not in names(lines, selected(["R612", "S101"], []))
    assert "useless-suppression" in names(lines, selected(["R612", "placeholder"], []))


def test_reason_can_be_required() -> None:
    strict = Ruleset(RULES.rules, values={REQUIRE_REASON: True})
    assert "useless-suppression" in names(above(INVESTED, "忽略 placeholder"), strict)
    assert "useless-suppression" not in names(above(INVESTED, "忽略 placeholder 未批"), strict)


def test_the_judge_can_be_silenced_by_name_only() -> None:
    assert "useless-suppression" in names(above(3, "忽略全文", "忽略 placeholder"))
    assert "useless-suppression" not in names(above(3, "忽略全文 R612", "忽略 placeholder"))


COMMENTS = ["<!-- gongwen: 忽略 -->", "<!--gongwen：ignore-start H 原因-->"]
TEXTS = [
    *LINES,
    "",
    "项目\t投资",
    "供水\t12",
    "| 项目 | 数 |",
    "|---|---|",
    "| 甲 | 2 |",
    "![图1 供水](图/供水.png)",
    "图1 供水",
    "附件：1.统计表",
    "附件1",
    "各位代表：",
    "[^1]: 说明",
    "— 3 —",
    "全年供水稳定，各乡镇都按时完成了管网改造的任务并通过了市里组织的验收，群众",
]


def bare(document: Document) -> list[tuple[str, str, str]]:
    """What is printed of a document."""
    return [
        (path, getattr(node, "kind", ""), walk.node_text(node))
        for path, node in walk.nodes(document)
    ]


@given(st.lists(st.sampled_from([*TEXTS, *COMMENTS]), min_size=2, max_size=25))
def test_comments_leave_no_trace(lines: list[str]) -> None:
    head = [LINES[0], ""]
    plain = converter.parse("\n".join(head + [line for line in lines if line not in COMMENTS]))
    documents = converter.parse("\n".join(head + lines))
    assert [bare(document) for document in documents] == [bare(document) for document in plain]
    kept = [item.text for document in documents for item in document.removed]
    assert sum(text in COMMENTS for text in kept) == sum(line in COMMENTS for line in lines)


def test_above_the_metadata_block() -> None:
    block = "---\n密级: 秘密\n---\n"
    text = "<!-- gongwen: 忽略全文 placeholder -->\n" + block + "\n".join(LINES)
    (document,) = converter.parse(text)
    assert document.elements.secrecy is not None
    assert [item.reason for item in document.removed][:2] == ["directive", "metadata"]
    assert "placeholder" not in {finding.name for finding in findings(text)}


def test_word_file_is_the_same(gongwen: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n".join(LINES), "utf-8")
    (tmp_path / "b.txt").write_text("\n".join(above(INVESTED, "忽略 placeholder")), "utf-8")
    for name in "ab":
        assert gongwen("convert", f"{name}.txt", "-o", f"{name}.docx").code == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    assert "删去残留" not in gongwen("convert", "b.txt", "-o", "c.docx").err


def test_many_comments_take_no_longer_each() -> None:
    """Ranges that all reach to the end are not gone through for each finding."""
    text = "县水务局2024年工作总结\n\n" + "<!-- gongwen: 忽略开始 -->\n完成XX万元。\n" * 4000
    assert findings(text)


def test_codec_round_trip() -> None:
    (document,) = converter.parse("\n".join(above(INVESTED, "忽略 placeholder")))
    assert [item["reason"] for item in to_json(document)["removed"]] == ["directive"]
