"""Fixes: whole or not at all, nothing beside them touched, and once is enough."""

import os
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from converter.errors import InputError
from converter.findings import Edit, Finding, Fix, Severity
from converter.inputs import parse, source_of
from converter.linter.edits import apply, chosen
from converter.linter.registry import all_rules
from converter.linter.rule import Fixable, Rule
from converter.linter.rules._examples import draft
from converter.linter.ruleset import Ruleset, selected, standard
from converter.linting import findings_in, fix
from converter.profiles.choice import Choice
from tests.cli.conftest import Result

MARKS = [
    "一、",
    "二、",
    "三、",
    "五、",
    "（一）",
    "(二)",
    "（三）、",
    "1.",
    "2、",
    "3．",
    "３.",
    "①",
    "③",
]
BODY = [
    "抓供水。全年供水稳定。",
    "防汛备汛",
    "存在问题",
    "2024年工作总结",
    "队伍力量不足。",
    "##paidend##汛",
]
numbered = st.lists(
    st.builds(lambda mark, body: mark + body, st.sampled_from(["", *MARKS]), st.sampled_from(BODY)),
    min_size=1,
    max_size=15,
).map(lambda lines: "县水务局2024年工作总结\n\n" + "\n".join(lines) + "\n")


def fixable(data: bytes) -> list[Finding]:
    """The findings of a draft that have a fix."""
    source = source_of("-", data)
    documents = parse("-", data, Choice()).documents
    found = findings_in(documents, Choice(), standard(), source=source)
    return [finding for finding in found if finding.fix]


@given(numbered)
def test_after_fixing_nothing_fixable_is_left(text: str) -> None:
    fixed = fix(text.encode(), "-", Choice(), standard())
    assert not fixable(fixed.data)
    assert fix(fixed.data, "-", Choice(), standard()).edits == 0


@given(numbered)
def test_only_number_marks_change(text: str) -> None:
    fixed = fix(text.encode(), "-", Choice(), selected(["H201", "H202", "H203"], []))
    before, after = fixed.before.lines, fixed.after.lines
    assert len(before) == len(after)
    numerals = set("一二三四五六七八九十0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩（）()、.．")
    for old, new in zip(before, after, strict=True):
        for tag, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
            assert tag == "equal" or set(old[a:b] + new[c:d]) <= numerals


WRONG = draft(summary="一、2024年工作总结\n（一）供水。稳定。\n（三）节水。达标。").replace(
    "二、", "三、"
)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(codec: str, newline: str) -> None:
    fixed = fix(WRONG.replace("\n", newline).encode(codec), "-", Choice(), standard())
    right = WRONG.replace("（三）", "（二）").replace("三、存", "二、存")
    assert fixed.data == right.replace("\n", newline).encode(codec)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("named", [None, "utf"])
def test_the_byte_order_stays(codec: str, named: str | None) -> None:
    encoding = named and codec[:6]
    fixed = fix(("\ufeff" + WRONG).encode(codec), "-", Choice(), standard(), encoding=encoding)
    assert fixed.edits
    assert fixed.data == ("\ufeff" + fixed.after.text).encode(codec)


def finding(*edits: Edit, safe: bool = True) -> Finding:
    return Finding("X1", "x", Severity.INFO, "", "-", 1, 1, 1, 1, "", Fix(safe, edits), "")


def test_fixes_are_taken_whole_or_not_at_all() -> None:
    one, two, three = Edit(1, 1, 1, 3, "a"), Edit(1, 5, 1, 6, "b"), Edit(1, 2, 1, 4, "c")
    assert chosen([finding(one, two), finding(three), finding(two, one)], unsafe=False) == [
        one,
        two,
    ]
    assert chosen([finding(three, two), finding(one)], unsafe=False) == [three, two]
    assert chosen([finding(one, safe=False)], unsafe=False) == []
    assert chosen([finding(one, safe=False)], unsafe=True) == [one]
    assert apply("123456\n", [0, 7], [one, two]) == "a34b6\n"


def test_command_line(gongwen: Callable[..., Result]) -> None:
    shown = gongwen("lint", "-", "--diff", stdin=WRONG.encode())
    assert "-（三）节水。达标。" in shown.out and "+（二）节水。达标。" in shown.out
    piped = gongwen("lint", "-", "--fix", stdin=WRONG.encode())
    assert "（二）节水" in piped.out and "（三）" not in piped.out
    assert "改了 2 处" in piped.err


@pytest.mark.parametrize("options", [["--fix", "--diff"], ["--diff", "--fix", "--unsafe-fixes"]])
def test_a_diff_writes_nothing(
    gongwen: Callable[..., Result], tmp_path: Path, options: list[str]
) -> None:
    draft_file = tmp_path / "稿.txt"
    draft_file.write_text(WRONG, "utf-8")
    assert "+（二）节水。达标。" in gongwen("lint", "稿.txt", *options).out
    assert draft_file.read_text("utf-8") == WRONG


def test_unsafe_fixes_alone_touch_nothing(gongwen: Callable[..., Result], tmp_path: Path) -> None:
    draft_file = tmp_path / "稿.txt"
    draft_file.write_text(WRONG, "utf-8")
    result = gongwen("lint", "稿.txt", "--unsafe-fixes")
    assert (result.code, result.out) == (2, "")
    assert "--fix 或 --diff" in result.err
    assert draft_file.read_text("utf-8") == WRONG


def test_json_is_not_edited(gongwen: Callable[..., Result], tmp_path: Path) -> None:
    gongwen("convert", "-", "-o", "稿.json", stdin=WRONG.encode())
    before = (tmp_path / "稿.json").read_bytes()
    result = gongwen("lint", "稿.json", "--fix")
    assert "稿.json：JSON 不在这里改" in result.err
    assert (tmp_path / "稿.json").read_bytes() == before


def test_a_link_stays_one(gongwen: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "稿").mkdir()
    (tmp_path / "稿" / "原件.txt").write_text(WRONG, "utf-8")
    (tmp_path / "链接.txt").symlink_to("稿/原件.txt")
    gongwen("lint", "链接.txt", "--fix")
    assert (tmp_path / "链接.txt").is_symlink()
    assert "（二）节水" in (tmp_path / "稿" / "原件.txt").read_text("utf-8")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write every file")
def test_a_file_that_may_not_be_written(gongwen: Callable[..., Result], tmp_path: Path) -> None:
    draft_file = tmp_path / "稿.txt"
    draft_file.write_text(WRONG, "utf-8")
    draft_file.chmod(0o444)
    result = gongwen("lint", "稿.txt", "--fix")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "没有写权限" in result.err
    assert draft_file.read_text("utf-8") == WRONG


def test_more_headings_than_chinese_ordinals_go() -> None:
    text = "县水务局2024年工作总结\n\n" + "一、供水\n稳定。\n" * 1200
    findings = fixable(text.encode())
    assert not findings  # a thousand and first 一、 could not be written
    parse("-", text.encode(), Choice())


FIXABLE = [rule for rule in all_rules() if rule.fix != Fixable.NO]


@pytest.mark.parametrize("rule", FIXABLE, ids=lambda rule: rule.name)
def test_the_fix_of_a_rule_puts_its_bad_example_right(rule: Rule) -> None:
    """…and brings no other finding; a rule that says it has safe fixes has one."""
    ruleset = Ruleset((*standard().rules, *([] if rule.default else [rule])))
    before = names_in(rule.bad, ruleset)
    fixed = fix(rule.bad.encode(), "-", Choice(), ruleset, unsafe=True)
    assert fixed.edits
    after = names_in(fixed.after.text, ruleset)
    assert rule.name not in after
    assert set(after) <= set(before)
    if rule.fix == Fixable.SAFE:
        assert fix(rule.bad.encode(), "-", Choice(), ruleset).after.text == fixed.after.text


def names_in(text: str, ruleset: Ruleset) -> list[str]:
    """The names of the rules that speak on a draft."""
    data = text.encode()
    documents = parse("-", data, Choice()).documents
    found = findings_in(documents, Choice(), ruleset, source=source_of("-", data))
    return [finding.name for finding in found]


PIECES = st.sampled_from(
    [line for rule in all_rules() for line in rule.bad.split("\n") if line]
    + ["", "　　", "\u200b", "**", "&nbsp;", "，,", "。。", "“", "）", " "]
)


IN_TURNS = [
    *("2024年12月20日", "一、2024年工作总结", "县水务局2024年工作总结及2025年工作计划"),
    *("一、2024年工作总结", "二、存在问题", "一、2024年工作总结", "二、存在问题"),
]
"""The line in the middle is a heading only as long as the numbers begin anew behind it."""


@example(IN_TURNS, "\n")
@given(st.lists(PIECES, min_size=1, max_size=25), st.sampled_from(["\n", ""]))
def test_all_fixes_together_come_to_an_end(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    assume(text.strip())
    for unsafe in (False, True):
        try:
            fixed = fix(text.encode(), "-", Choice(), standard(), unsafe=unsafe)
        except InputError:
            return  # nothing but residue, or a broken metadata block
        again = fix(fixed.data, "-", Choice(), standard(), unsafe=unsafe)
        assert again.edits == 0
