"""The report for people: the place marked, the line cut, the fix told, the summary right."""

import re
from itertools import pairwise
from unicodedata import east_asian_width

import pytest

from converter.findings import Severity
from converter.linter.reports import renderer
from converter.linter.reports.colour import wanted
from converter.linter.reports.width import shortened, width
from converter.linter.rules._examples import draft
from tests.linter.reports.samples import BAD, GOOD, checked, finding, stated

render = renderer("text")
BAR = "│ "
LONG = "全年供水" + "平稳有序，" * 60 + "投资XX万元，" + "群众满意，" * 60


def cells(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def marked(text: str) -> list[tuple[str, str]]:
    """Each line of an input that is shown, with what the mark below it points at."""
    lines = text.splitlines()
    found = []
    for line, below in pairwise(lines):
        if re.fullmatch(r" +│ +\^+|.*│ \^+", below):
            shown = line.split(BAR, 1)[1]
            mark = below.split(BAR, 1)[1]
            begin, end = len(mark) - len(mark.lstrip()), len(mark)
            places, at = [], 0
            for char in shown:
                places.append((at, char))
                at += cells(char)
            found.append((shown, "".join(char for place, char in places if begin <= place < end)))
    return found


def test_place_is_marked_at_its_width() -> None:
    line = "完成ABC投资XX万元，新建泵站９座。"
    text = draft(summary=f"一、2024年工作总结\n{line}")
    (found,) = marked(render(stated(text, finding(5, 8, 10))))
    assert found == (line, "XX")


def test_first_line_of_a_finding_is_for_machines_too() -> None:
    first = render(checked(("稿.txt", BAD))).splitlines()[0]
    assert re.fullmatch(r"稿\.txt:\d+:\d+: (错误|警告|提示) [A-Z]\d{3} [a-z-]+ .+", first)


@pytest.mark.parametrize("at", ["begin", "middle", "end"])
def test_long_line_is_cut_around_the_place(at: str) -> None:
    line = {"begin": "XX" + LONG, "middle": LONG, "end": "供水，" * 90 + "投资XX"}[at]
    text = draft(summary=f"一、2024年工作总结\n{line}")
    column = line.index("XX") + 1
    shown = render(stated(text, finding(5, column, column + 2)))
    ((cut, mark),) = marked(shown)
    assert mark == "XX"
    assert max(cells(line) for line in shown.splitlines()[:3]) <= 100
    assert cut.startswith("…") == (at != "begin")
    assert cut.endswith("…") == (at != "end")


def test_place_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    ((_, mark),) = marked(render(stated(GOOD, finding(3, 7, 3, end_line=5))))
    assert mark == GOOD.splitlines()[2][6:]


def test_empty_place_has_one_mark() -> None:
    ((_, mark),) = marked(render(stated(GOOD, finding(3, 3, 3, put="，"))))
    assert mark == "2"


@pytest.mark.parametrize(
    ("put", "end", "told"),
    [
        ("县局", 9, "可修改：“我局” → “县局”"),
        ("", 9, "可修改：删去“我局”"),
        ("，", 7, "可修改：在“2024年，”后面加“，”"),
    ],
)
def test_fix_is_told(put: str, end: int, told: str) -> None:
    assert f"= {told}\n" in render(stated(GOOD, finding(3, 7, end, put=put)))


def test_unsafe_fix_and_blanks_are_told() -> None:
    text = GOOD.replace("我局", "我  局")
    shown = render(stated(text, finding(3, 8, 10, put="", safe=False)))
    assert "= 可修改（可能改变意思）：删去“␣␣”" in shown
    assert "1 处可用 --fix --unsafe-fixes 改好" in shown


def test_fixes_of_what_cannot_be_seen_are_told_by_number() -> None:
    text = GOOD.replace("我局", "我\u200b局")
    shown = render(stated(text, finding(3, 8, 9, put="")))
    assert "删去“U+200B”" in shown


def test_what_a_draft_holds_does_nothing_to_the_terminal() -> None:
    text = GOOD.replace("我局", "我\x1b[31m\u202e局")
    shown = render(stated(text, finding(3, 7, 10, message="\x1b]0;x\x07标题\n二")))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
    assert all(line for line in shown.splitlines()[:3])


def test_many_alike_stay_readable() -> None:
    text = draft(summary="一、2024年工作总结\n" + "\n".join("投资XX万元。" for _ in range(16)))
    lines = render(checked(("稿.txt", text))).splitlines()
    assert sum(" R601 " in line for line in lines) == 16
    assert sum(BAR in line for line in lines) == 6


def test_summary_by_part() -> None:
    shown = render(checked(("稿.txt", BAD), ("好.txt", GOOD)))
    assert "县水务局2024年工作总结及2025年工作计划（稿.txt:1，按“工作总结和工作计划”检查）" in shown
    (parts,) = re.findall(r"^    (标题.*)$", shown, re.MULTILINE)
    assert re.search(r"标题 1 · 一、2024年工作总结 \d", parts)
    assert "好.txt:1" not in shown
    assert re.search(r"检查了 2 份报告（按“工作总结和工作计划”）：错误 1 处", shown)
    assert "处可用 --fix 改好" in shown
    assert "gongwen explain S104" in shown


def test_nothing_found() -> None:
    shown = render(checked(("好.txt", GOOD)))
    assert shown == "检查了 1 份报告（按“工作总结和工作计划”），没有发现问题\n"


def test_what_a_baseline_knows_is_not_called_nothing() -> None:
    report = checked(("好.txt", GOOD))
    report.known = 2
    assert "，没有新的问题\n" in render(report)
    assert "没有新的问题 · 基线里已知的 2 处没有列出" in renderer("html")(report)


def test_english() -> None:
    shown = render(checked(("a.txt", BAD), lang="en"))
    assert "1 reports checked" in shown and "fixable with --fix" in shown


def test_colour_says_no_more_than_the_plain_text() -> None:
    plain, colour = render(checked(("x", BAD))), render(checked(("x", BAD), colour=True))
    bare = re.sub("\x1b\\[[0-9;]*m", "", colour)
    words = [line for line in plain.splitlines() if not re.fullmatch(r" +│ [ ^]+", line)]
    assert bare.splitlines() == words
    assert "\x1b[4;33m" in colour


class Terminal:
    def __init__(self, terminal: bool) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("when", "terminal", "environment", "expected"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {}, False),
    ],
)
def test_when_there_is_colour(
    when: str, terminal: bool, environment: dict[str, str], expected: bool
) -> None:
    assert wanted(when, Terminal(terminal), environment) == expected  # type: ignore[arg-type]


def test_width() -> None:
    assert width("工作A，é") == 8 and width("e\u0301") == 1
    assert shortened("工作总结", 8) == "工作总结"
    assert shortened("工作总结", 7) == "工作总…"
    assert shortened("工作总结", 6) == "工作…"


def test_severity_words() -> None:
    shown = render(stated(GOOD, *(finding(3, 1, 2, severity=s) for s in Severity)))
    assert [word in shown for word in ("错误 R601", "警告 R601", "提示 R601")] == [True] * 3
