"""Where titles are broken. A new case is a line of ``fixtures/layout/titles.case``."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.composition.title import title_lines
from converter.composition.title_parts import parts
from converter.composition.title_words import NO_END, NO_START
from converter.layout.width import width, width_with_gaps
from tests.tools.places import FIXTURES

LIMIT = 20

CASES = [
    line
    for line in (FIXTURES / "layout" / "titles.case").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
BROKEN = [case for case in CASES if "|" in case]


@pytest.mark.parametrize("case", CASES)
def test_breaks(case: str) -> None:
    assert title_lines(case.replace("|", ""), LIMIT) == tuple(case.split("|"))


@pytest.mark.parametrize("case", BROKEN)
def test_expected_lines_stand_well(case: str) -> None:
    """What the standard asks of the lines (7.3.1) holds of the cases themselves."""
    lines = case.split("|")
    assert all(width_with_gaps(line) <= LIMIT for line in lines)
    assert not any(line[0] in "的、" for line in lines)
    steps = [width(below) - width(above) for above, below in pairwise(lines)]
    assert all(steps), "a rectangle"
    assert not any(first < 0 < second for first, second in pairwise(steps)), "an hourglass"


@pytest.mark.parametrize(
    ("title", "names"),
    [
        (
            "积石山保安族东乡族撒拉族自治县地方金融监督管理局2024年工作总结",
            ["积石山保安族东乡族撒拉族自治县", "地方金融监督管理局"],
        ),
        ("伊犁哈萨克自治州不动产登记中心工作总结", ["伊犁哈萨克自治州", "不动产登记中心"]),
        (
            "云州省禾城市乡村振兴局、文化和旅游局关于工作情况的报告",
            ["云州省", "禾城市", "乡村振兴局", "文化和旅游局"],
        ),
        (
            "阿鲁科尔沁旗住房和城乡建设局局长张伟2024年度述职报告",
            ["阿鲁科尔沁旗", "住房和城乡建设局", "局长张伟"],
        ),
        (
            "关于印发禾湾经济技术开发区市场监督管理局党组工作要点的通知",
            ["禾湾经济技术开发区", "市场监督管理局"],
        ),
        ("买买提·艾力同志在云岭县大坪村的讲话", ["买买提·艾力同志", "云岭县", "大坪村"]),
        ("云岭县财政局和审计局关于工作情况的报告", ["云岭县", "财政局", "审计局"]),
        ("县农业农村局2024年工作总结", ["县", "农业农村局"]),
        ("镇2024年工作总结", ["镇"]),
        ("云岭县委宣传部2024年工作总结", ["云岭县", "委宣传部"]),
    ],
)
def test_names(title: str, names: list[str]) -> None:
    kinds = ("place", "body", "person")
    assert [part.text for part in parts(title, LIMIT) if part.kind in kinds] == names


@pytest.mark.parametrize(
    "title",
    [
        "全面推进乡村振兴工作总结",
        "2024年市场秩序和区域发展工作情况的报告",
        "关于安全生产工作情况的报告",
        "干部队伍建设工作总结",
        "党建工作总结及处置情况的报告",
        "“十四五”规划实施情况的报告",
    ],
)
def test_no_names(title: str) -> None:
    found = [part for part in parts(title, LIMIT) if part.kind in ("place", "body", "person")]
    assert found == []


def test_white_space_at_a_break_falls_away() -> None:
    lines = title_lines("某某县某某镇农业农村局 2023年工作总结和2024年工作计划", LIMIT)
    assert lines == ("某某县某某镇农业农村局", "2023年工作总结和2024年工作计划")


def test_breaks_of_the_title_itself_are_kept() -> None:
    assert title_lines("某某局\n工作总结", LIMIT) == ("某某局", "工作总结")


def test_brackets_too_wide_for_a_line_hold_nothing_together() -> None:
    title = "关于《" + "深入推进全县农业农村工作" * 2 + "》的报告"
    assert len(title_lines(title, LIMIT)) == 2


def test_a_name_wider_than_a_line_is_broken_between_words() -> None:
    title = "云岭县农业农村生态环境交通运输卫生健康综合治理委员会工作总结"
    lines = title_lines(title, LIMIT)
    assert "".join(lines) == title
    assert len(lines) == 2


def test_a_shape_fault_is_better_than_a_split_word() -> None:
    # Nothing is known of these characters, and the only good break leaves two equal lines.
    first, second = "关于璀璨琉璃髹漆螺钿錾情况", "鎏金錾刻璀璨琉璃髹漆螺报告"
    assert width(first) == width(second)
    assert title_lines(first + second, LIMIT) == (first, second)


def test_a_title_of_too_many_lines_is_left_alone() -> None:
    title = "工作总结" * 30
    assert title_lines(title, LIMIT) == (title,)


@pytest.mark.parametrize("limit", [8, 12, 16, 27])
def test_other_limits(limit: int) -> None:
    title = "云岭县农业农村局2024年工作总结"
    lines = title_lines(title, limit)
    assert "".join(lines) == title
    assert all(width_with_gaps(line) <= limit for line in lines)


@given(st.text("某县局工作总结和及的年度《》（）“”、，2024A. —乡族州长同志在关于", max_size=60))
def test_nothing_is_lost_and_every_line_can_stand(title: str) -> None:
    lines = title_lines(title, LIMIT)
    assert "".join("".join(lines).split()) == "".join(title.split())
    if len(lines) > 1:
        assert all(width(line) <= LIMIT for line in lines)
        assert not any(line[0] in NO_START for line in lines[1:])
        assert not any(line[-1] in NO_END for line in lines[:-1])


@given(st.text("某县局工作总结和及的年度《》（）“”、，2024A. —乡族州长同志在关于", max_size=60))
def test_parts_are_the_title(title: str) -> None:
    found = list(parts(title, LIMIT))
    assert "".join(part.text for part in found) == title
    assert [part.start for part in found] == [
        sum(len(part.text) for part in found[:index]) for index in range(len(found))
    ]
