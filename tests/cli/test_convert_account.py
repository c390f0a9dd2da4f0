"""What convert says of each report on standard error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Result, gongwen
from tests.tools.places import FIXTURES

__all__ = ["gongwen"]
INCOMPLETE = FIXTURES / "reports" / "problems-sub-heading.txt"


@pytest.mark.parametrize(
    ("layout", "told"),
    [("report", True), ("official", True), ("letter", False), ("order", False)],
)
def test_only_reports_are_judged_as_reports(
    gongwen: Callable[..., Result], tmp_path: Path, layout: str, told: bool
) -> None:
    result = gongwen("convert", str(INCOMPLETE), "-o", str(tmp_path / "x.docx"), "--layout", layout)
    assert (result.code, "缺少：" in result.err) == (0, told)


def test_a_head_without_anybody_is_told(gongwen: Callable[..., Result], tmp_path: Path) -> None:
    draft = tmp_path / "稿.txt"
    draft.write_text("关于做好工作的通知\n\n各项工作照常进行。\n", "utf-8")
    call = ("convert", str(draft), "-o", str(tmp_path / "x.docx"), "--layout", "official")
    assert "没有发文机关标志" in gongwen(*call).err
    assert "没有发文机关标志" not in gongwen(*call, "--set", "发文机关=云岭县水务局").err


def test_marks_of_tables_and_pictures_are_no_residue(
    gongwen: Callable[..., Result], tmp_path: Path
) -> None:
    draft = FIXTURES / "reports" / "markdown-tables.txt"
    result = gongwen("convert", str(draft), "-o", str(tmp_path / "x.docx"))
    assert "删去残留" not in result.err


def test_a_missing_picture_is_named_with_its_line(
    gongwen: Callable[..., Result], tmp_path: Path
) -> None:
    draft = tmp_path / "稿.txt"
    draft.write_text("云岭县水务局2024年工作总结\n\n全年平稳。\n![图1](没有.png)\n", "utf-8")
    result = gongwen("convert", str(draft), "-o", str(tmp_path / "x.docx"))
    assert result.code == 2
    assert f"{draft}:4：找不到图片：没有.png" in result.err
    assert not (tmp_path / "x.docx").exists()
