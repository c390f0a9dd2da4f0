"""What was left in, masked, cut out or damaged: where the rules of group R speak, and what their
fixes leave."""

import re

import pytest

import converter
from converter.inputs import parse, source_of
from converter.linter.rules._examples import draft
from converter.linter.rules.residue.placeholder import MASKED_NAMES
from converter.linter.ruleset import Ruleset, selected
from converter.linting import findings_in, fix
from converter.profiles.choice import Choice
from tests.linter.speaking import hits
from tests.linter.told import rule_cases, told
from tests.tools.places import FIXTURES

FIXED = (
    *("masked-word", "toc-residue", "advertisement", "platform-marker", "page-residue"),
    *("invisible-character", "markup-residue"),
)
TOLD = ("deleted-word", "mojibake", "partial-anonymisation")
_CODE = re.compile("‹([0-9A-F]{4,5})›")


def real(text: str) -> str:
    """A case's text with the characters that it names by their codes, and its tabs."""
    return _CODE.sub(lambda match: chr(int(match[1], 16)), text).replace("\\t", "\t")


@pytest.mark.parametrize(("rule", "given", "expected"), rule_cases(*FIXED))
def test_marks_and_fixes(rule: str, given: str, expected: str) -> None:
    fixed = "⇒" in expected
    assert told(rule, real(given), fixed=fixed) == real(expected)


@pytest.mark.parametrize(("rule", "given", "expected"), rule_cases(*TOLD))
def test_marks(rule: str, given: str, expected: str) -> None:
    assert told(rule, given) == expected


def around(text: str, *rules: str) -> list[tuple[int, int, str]]:
    """(first line, last line, rule) of what the rules find in a text."""
    data = text.encode()
    source = source_of("-", data)
    documents = parse("-", data, Choice()).documents
    found = findings_in(documents, Choice(), selected(rules, []), source=source)
    return [(finding.line, finding.end_line, finding.name) for finding in found]


def test_a_word_masked_twice_on_a_line_is_one_finding_with_one_fix() -> None:
    (hit,) = hits("masked-word", draft(lead="2024年，我局抓D建、强D建，现总结如下："))
    assert "共2处" in hit.message.zh
    assert hit.fix and len(hit.fix.edits) == 2 and not hit.fix.safe


def test_names_masked_on_purpose_may_be_let_pass() -> None:
    text = draft(lead="2024年，XX县水务局投入XX万元，某某同志牵头，现总结如下：").encode()
    documents = parse("-", text, Choice()).documents
    rules = selected(["placeholder"], []).rules
    (all_of_them,) = findings_in(documents, Choice(), Ruleset(rules))
    (figures,) = findings_in(documents, Choice(), Ruleset(rules, values={MASKED_NAMES: False}))
    assert "共3处" in all_of_them.message
    assert figures.message == "有没填的内容：“XX”"
    assert figures.column > all_of_them.column


ADVERTISEMENTS = "【澜文素材库】每日更新，入群请加客服：lanwen\n\n加入会员群，海量范文免费下载"


def test_lines_that_follow_each_other_are_one_finding() -> None:
    text = draft(more=ADVERTISEMENTS, signature="")
    line = text.split("\n").index(ADVERTISEMENTS.split("\n")[0]) + 1
    assert around(text, "advertisement") == [(line, line + 2, "advertisement")]
    fixed = fix(text.encode(), "-", Choice(), selected(["advertisement"], []))
    assert fixed.after.text == draft(signature="")
    apart = draft(more=ADVERTISEMENTS.replace("\n\n", "\n供水稳定。\n"))
    assert [finding[0] for finding in around(apart, "advertisement")] == [line, line + 2]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_the_last_line_goes_with_the_line_end_before_it(newline: str, end: str) -> None:
    text = draft().rstrip("\n").replace("\n", newline)
    marked = text + newline + "##paidend##" + (newline if end else "")
    fixed = fix(marked.encode(), "-", Choice(), selected(["platform-marker"], []))
    assert fixed.after.text == text + (newline if end else "")


def test_many_page_numbers_are_told_once() -> None:
    pages = "\n".join(f"全年供水{n}万吨。\n— {n} —" for n in range(1, 9))
    (hit,) = hits("page-residue", draft(summary=f"一、2024年工作总结\n{pages}"))
    assert "共8处" in hit.message.zh
    assert hit.fix and len(hit.fix.edits) == 8


def test_broken_lines_and_running_heads() -> None:
    title = draft().split("\n")[0]
    text = draft(summary=f"一、2024年工作总结\n全年供水620万吨。\n{title}\n水质稳定达标。")
    assert any("页眉" in hit.message.zh for hit in hits("page-residue", text))
    broken = (FIXTURES / "reports" / "pdf-hard-breaks.txt").read_text("utf-8")
    found = hits("page-residue", broken)
    assert ["断成了短行（全文5处）" in hit.message.zh for hit in found].count(True) == 1


CONTENTS = "目录\n{0}\t1\n{1}\t3\n"
OTHER = "县林业局2024年工作总结及2025年工作计划"


def test_the_contents_page_of_a_compilation_is_none_of_its_reports() -> None:
    first, second = draft(), draft(title=OTHER)
    contents = CONTENTS.format(first.split("\n")[0], OTHER)
    assert around(f"{contents}\n{first}\n{second}", "toc-residue") == []
    assert around(f"{contents}\n{first}", "toc-residue") == [(1, 3, "toc-residue")]
    inside = first.replace("现总结如下：", "现总结如下：\n二、存在问题………………5")
    assert around(f"{contents}\n{inside}\n{second}", "toc-residue") == [(8, 8, "toc-residue")]


def test_a_document_without_source_is_told_of_its_residue_too() -> None:
    text = draft(more=ADVERTISEMENTS + "\n##paidend##\n— 3 —", signature="")
    (document,) = converter.parse(text)
    data = converter.render(document, "json")
    (again,) = parse("-", data, Choice()).documents
    names = {finding.name for finding in converter.lint(again)}
    assert {"advertisement", "platform-marker", "page-residue"} <= names
