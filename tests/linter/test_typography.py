"""The rules on wording and typography: case by case, and all their fixes together."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.findings import Finding
from converter.inputs import parse, source_of
from converter.linter.rules._examples import draft
from converter.linter.ruleset import Ruleset, selected
from converter.linting import findings_in, fix
from converter.profiles.choice import Choice
from tests.cases import cases

RULES = [
    "repeated-word",
    "ascii-punctuation",
    "stray-space",
    "pause-mark-between-marks",
    "missing-terminal-punctuation",
    "doubled-punctuation",
    "wrong-quote",
    "dash-ellipsis-form",
    "traditional-mixed",
    "confusable-word",
    "fullwidth-alnum",
    "title-mark-misuse",
]
HEAD = "一、2024年工作总结\n"


def report(body: str) -> str:
    """The example draft with a text under its first heading."""
    return draft(summary=HEAD + body.replace("／", "\n"))


def findings(text: str, ruleset: Ruleset) -> list[Finding]:
    """What a set of rules says of a text file."""
    data = text.encode()
    documents = parse("-", data, Choice()).documents
    return findings_in(documents, Choice(), ruleset, source=source_of("-", data))


def fixed(text: str, ruleset: Ruleset, *, unsafe: bool) -> str:
    """The text after the fixes of a set of rules."""
    return fix(text.encode(), "-", Choice(), ruleset, unsafe=unsafe).after.text


@pytest.mark.parametrize(
    ("rule", "body", "expected"),
    [
        pytest.param(rule, *case.values, id=case.id)
        for rule in RULES
        for case in cases(rule, "lint")
    ],
)
def test_rule(rule: str, body: str, expected: str) -> None:
    text, ruleset = report(body), selected([rule], [])
    found = [finding.excerpt for finding in findings(text, ruleset)]
    if expected == "无":
        assert found == []
        return
    assert found
    if expected != "有":
        assert fixed(text, ruleset, unsafe=True) == report(expected)


@pytest.mark.parametrize(("body", "expected"), cases("unbalanced-pair", "lint"))
def test_unbalanced_pair(body: str, expected: str) -> None:
    found = findings(report(body), selected(["unbalanced-pair"], []))
    assert len(found) == (0 if expected == "无" else int(expected))


# ---- Places and counts --------------------------------------------------------------------------


def test_a_mark_that_repeats_on_a_line_is_one_finding_with_its_count() -> None:
    text = report("供水,节水,排水;治污。／供水,节水(二期)。")
    found = findings(text, selected(["ascii-punctuation"], []))
    assert [(f.line, f.column, f.end_column) for f in found] == [
        (5, 3, 4),
        (5, 9, 10),
        (6, 3, 4),
        (6, 6, 10),
    ]
    assert "共2处" in found[0].message and "共" not in found[1].message
    assert [len(f.fix.edits) for f in found if f.fix] == [2, 1, 1, 2]


def test_a_mark_at_the_end_of_a_heading_is_the_business_of_another_rule() -> None:
    text = report("（一）供水工作:／供水稳定。／（二）节水工作／节水见效。")
    assert findings(text, selected(["ascii-punctuation"], [])) == []
    assert len(findings(text, selected(["heading-punctuation"], []))) == 1


def test_a_repeated_word_is_shown_whole() -> None:
    (found,) = findings(report("现将将情况报告。"), selected(["repeated-word"], []))
    assert (found.column, found.end_column) == (2, 4)
    assert found.fix and found.fix.safe


def test_the_word_is_told_and_not_two_halves_of_it() -> None:
    (found,) = findings(report("优化政务服务服务，提升服务质量。"), selected(["repeated-word"], []))
    assert found.message.startswith("“服务”重复")


def test_words_that_speech_may_double_are_left_to_the_writer() -> None:
    (found,) = findings(report("开展宣传宣传六场。"), selected(["repeated-word"], []))
    assert found.fix and not found.fix.safe


LINES = [f"（{numeral}）抓供水。水质达标。" for numeral in "一二三四五六"]


@pytest.mark.parametrize("indent", ["", "\u3000\u3000", "    ", "\u2002\u2002"])
def test_a_uniform_indent_is_no_finding(indent: str) -> None:
    text = draft(
        lead=indent + "2024年，我局认真履行职责，现总结如下：",
        summary="\n".join(indent + line for line in ["一、2024年工作总结", *LINES]),
        problems=f"{indent}二、存在问题\n{indent}力量不足。",
        plan=f"{indent}三、2025年工作计划\n{indent}招录3名。",
    )
    assert findings(text, selected(["stray-space"], [])) == []


def test_headings_and_text_may_be_indented_differently() -> None:
    body = ["\u3000\u3000水质达标。", "\u3000\u3000漏损下降。", "\u3000\u3000服务提升。"]
    summary = "\n".join(["一、2024年工作总结", *LINES[:1], *body])
    assert findings(draft(summary=summary), selected(["stray-space"], [])) == []


@pytest.mark.parametrize("odd", ["\u2002", "\u3000", "  ", "\u00a0", "\t"])
def test_a_line_indented_unlike_the_others(odd: str) -> None:
    lines = [*LINES[:3], odd + LINES[3], *LINES[4:]]
    text = draft(summary="\n".join(["一、2024年工作总结", *lines]))
    (found,) = findings(text, selected(["stray-space"], []))
    assert (found.line, found.column, found.end_column) == (8, 1, 1 + len(odd))
    assert fixed(text, selected(["stray-space"], []), unsafe=False) == text.replace(odd, "")


def test_tables_and_endings_are_not_text() -> None:
    body = "项目\t金额(万元)\n供 水\t1,200\n节,水\t300"
    text = draft(summary=HEAD + body, signature="县 水 务 局\n2024年12月20日")
    assert findings(text, selected(["T"], [])) == []


def test_what_crosses_a_run_in_heading_is_one_paragraph() -> None:
    text = draft(summary=HEAD + "（一）推进“一网通办。”一件事一次办，“两不愁三保障”落实。")
    assert findings(text, selected(["unbalanced-pair"], [])) == []


def test_a_text_of_traditional_characters_is_not_mixed() -> None:
    text = "縣水務局工作總結\n\n這個單位對於農業發展與經濟運行進行監測。\n"
    assert findings(text, selected(["traditional-mixed"], [])) == []


# ---- All fixes together -------------------------------------------------------------------------

PIECES = [
    *(
        "供水",
        "节水工作",
        "的",
        "的",
        "将",
        "完成",
        "完成",
        "2024年",
        "5%",
        "1,000",
        "10:30",
        "A",
        "GDP",
    ),
    *(
        ",",
        ";",
        ":",
        "?",
        "!",
        ".",
        "...",
        "。",
        "。",
        "，",
        "，",
        "；",
        "：",
        "、",
        "…",
        "--",
        "——",
        "！",
    ),
    *(
        "(",
        ")",
        "（",
        "）",
        "“",
        "”",
        '"',
        '"',
        "《",
        "》",
        "‘",
        "’",
        "'",
        "「",
        "」",
        "1）",
        "(一)",
    ),
    *(" ", "\u3000", "\u2002", "\t", "１２", "Ａ", "１．", "·", "˙", "》、《", "”、“", "市市政务"),
]
body = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join)
bodies = st.lists(body, min_size=1, max_size=4).map("\n".join)
TYPOGRAPHY = selected(["T"], [])


def is_subsequence(kept: str, text: str) -> bool:
    rest = iter(text)
    return all(char in rest for char in kept)


@settings(max_examples=150, deadline=None)
@given(bodies, st.booleans())
def test_fixes_converge_and_leave_nothing_to_fix(text: str, unsafe: bool) -> None:
    once = fixed(report(text), TYPOGRAPHY, unsafe=unsafe)
    left = [f for f in findings(once, TYPOGRAPHY) if f.fix and (f.fix.safe or unsafe)]
    assert left == []
    assert fixed(once, TYPOGRAPHY, unsafe=unsafe) == once


@settings(max_examples=100, deadline=None)
@given(bodies)
def test_safe_fixes_change_marks_and_doubled_words_only(text: str) -> None:
    before = report(text)
    after = fixed(before, TYPOGRAPHY, unsafe=False)
    words = [char for char in before if "\u4e00" <= char <= "\u9fff"]
    assert is_subsequence("".join(c for c in after if "\u4e00" <= c <= "\u9fff"), "".join(words))
    for tag, a, b, c, d in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        changed = before[a:b] + after[c:d]
        assert tag == "equal" or "\n" not in changed
        assert tag == "equal" or set("供水节工作年GDP5%").isdisjoint(changed)
