"""Where titles are broken. A new case is a line of the table; ``|`` marks the breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.layout.title import title_lines
from converter.layout.title_words import NO_END, NO_START
from converter.layout.width import width

LIMIT = 20

CASES = """\
某某镇2023年工作总结及2024年工作计划
某某县农业农村局|2023年工作总结和2024年工作计划
某某县农业农村局关于2023年工作总结和|2024年工作计划的报告
关于2024年工作总结和|2025年工作计划的报告
某某市人力资源和社会保障局|2023年工作总结和2024年工作思路
某某县发展和改革局|2023年工作总结与2024年工作计划
某某大学经济管理学院|2021—2023年工作总结及2024年工作要点
某某县XinKeJi123科技有限公司|2023年工作总结及2024年工作计划
某某省某某市某某县人民政府办公室|2023年全年工作总结和2024年重点工作安排
2023年度工作总结暨|2024年度工作计划报告会材料
关于某某镇二〇二三年工作总结及|二〇二四年工作计划的报告
某某街道办事处关于学习贯彻|《中共中央关于全面深化改革的决定》|情况的报告
关于某某县2023年全县|干部队伍建设工作情况的总结报告
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
""".splitlines()


@pytest.mark.parametrize("case", CASES)
def test_breaks(case: str) -> None:
    assert title_lines(case.replace("|", ""), LIMIT) == tuple(case.split("|"))


def test_white_space_at_a_break_falls_away() -> None:
    lines = title_lines("某某县某某镇农业农村局 2023年工作总结和2024年工作计划", LIMIT)
    assert lines == ("某某县某某镇农业农村局", "2023年工作总结和2024年工作计划")


def test_breaks_of_the_title_itself_are_kept() -> None:
    assert title_lines("某某局\n工作总结", LIMIT) == ("某某局", "工作总结")


def test_brackets_too_wide_for_a_line_hold_nothing_together() -> None:
    title = "关于《" + "深入推进全县农业农村工作" * 2 + "》的报告"
    assert len(title_lines(title, LIMIT)) == 2


def test_a_title_of_too_many_lines_is_left_alone() -> None:
    title = "工作总结" * 30
    assert title_lines(title, LIMIT) == (title,)


@given(st.text("某县局工作总结和及的年度《》（）“”、，2024A. —", max_size=60))
def test_nothing_is_lost_and_every_line_can_stand(title: str) -> None:
    lines = title_lines(title, LIMIT)
    assert "".join("".join(lines).split()) == "".join(title.split())
    if len(lines) > 1:
        assert all(width(line) <= LIMIT for line in lines)
        assert not any(line[0] in NO_START for line in lines[1:])
        assert not any(line[-1] in NO_END for line in lines[:-1])
