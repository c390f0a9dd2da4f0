"""Known findings are known by their content."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.errors import ConfigurationError
from converter.findings import Finding, Severity
from converter.linter.baseline import Baseline, read
from converter.linter.rules._examples import draft
from tests.cli.conftest import Result

Run = Callable[..., Result]
TEXT = draft(summary="一、2024年工作总结\n完成投资XX万元。").replace("二、", "三、")
OPTIONS = ("--select", "placeholder,numbering-gap,missing-lead", "--fail-on", "info")


def shown(result: Result) -> list[str]:
    """The rules of the findings that a run told."""
    return [finding["name"] for finding in json.loads(result.out)["findings"]]


def lint(gongwen: Run, *args: str) -> Result:
    return gongwen("lint", *args, *OPTIONS, "--format", "json")


@pytest.fixture
def started(gongwen: Run, tmp_path: Path) -> Path:
    """A draft in 甲/, with its two findings in 基线.json."""
    path = tmp_path / "甲" / "稿.txt"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    result = lint(gongwen, "甲", "--write-baseline", "基线.json")
    assert result.code == 0 and shown(result) == []
    assert "记下 2 处" in result.err
    return path


def test_known_findings_are_not_told(gongwen: Run, started: Path) -> None:
    result = lint(gongwen, "甲/稿.txt", "--baseline", "基线.json")
    assert (result.code, shown(result)) == (0, [])
    assert "已知的 2 处" in result.err
    assert lint(gongwen, "甲/稿.txt").code == 1


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("2024年，我局", "各位领导：\n\n2024年，我局"),
        TEXT.replace("完成投资", "供水620万吨，完成投资"),
        TEXT.replace("三、存在", "十一、存在"),
        TEXT.replace("三、存在", "三、　存在"),
        TEXT.replace("XX万元。", "XX 万元。"),
    ],
)
def test_lines_and_numbers_may_move(gongwen: Run, started: Path, text: str) -> None:
    started.write_text(text, "utf-8")
    assert shown(lint(gongwen, "甲", "--baseline", "基线.json")) == []


def test_one_more_is_new(gongwen: Run, started: Path) -> None:
    started.write_text(TEXT.replace("队伍力量", "完成投资XX万元。\n队伍力量"), "utf-8")
    result = lint(gongwen, "甲", "--baseline", "基线.json")
    assert (result.code, shown(result)) == (1, ["placeholder"])
    started.with_name("又一份.txt").write_text(TEXT, "utf-8")
    assert len(shown(lint(gongwen, "甲/又一份.txt", "--baseline", "基线.json"))) == 2


def test_what_is_gone_is_told_and_dropped(gongwen: Run, started: Path) -> None:
    started.write_text(TEXT.replace("XX", "620"), "utf-8")
    command = ("lint", "甲", "--baseline", "基线.json")
    assert "有 1 处已经不在" in gongwen(*command).err
    assert "已经不在" not in gongwen(*command, "--select", "missing-lead").err
    assert json.loads(gongwen(*command, "--format", "json").out)["summary"]["stale"] == 1
    before = Path("基线.json").read_text("utf-8")
    lint(gongwen, "甲", "--write-baseline", "基线.json")
    after = Path("基线.json").read_text("utf-8")
    assert set(after.splitlines()) < set(before.replace("},\n", "}\n").splitlines())
    started.rename("别处.txt")
    Path("另一份.txt").write_text(TEXT, "utf-8")
    assert "有 1 处已经不在" in gongwen("lint", "另一份.txt", "--baseline", "基线.json").err


def test_only_what_was_looked_at_is_written_anew(gongwen: Run, started: Path) -> None:
    Path("乙.txt").write_text(TEXT, "utf-8")
    gongwen("lint", "乙.txt", "--select", "placeholder", "--write-baseline", "基线.json")
    gongwen("lint", "甲", "--select", "missing-lead", "--write-baseline", "基线.json")
    entries = json.loads(Path("基线.json").read_text("utf-8"))["findings"]
    assert [(entry["path"], entry["name"]) for entry in entries] == [
        ("乙.txt", "placeholder"),
        ("甲/稿.txt", "numbering-gap"),
        ("甲/稿.txt", "placeholder"),
    ]


def test_the_file(gongwen: Run, started: Path) -> None:
    text = Path("基线.json").read_text("utf-8")
    assert json.loads(text)["version"] == 1
    assert text.count("\n") == 7
    assert '"path": "甲/稿.txt", "code": "H201", "name": "numbering-gap"' in text
    lint(gongwen, str(started), "--write-baseline", "基线.json")
    assert Path("基线.json").read_text("utf-8") == text


def test_configured(gongwen: Run, started: Path) -> None:
    select = 'select = ["placeholder", "numbering-gap"]'
    Path("gongwen.toml").write_text(f'baseline = "基线.json"\n{select}', "utf-8")
    assert shown(lint(gongwen, "甲")) == []
    assert gongwen("convert", "甲/稿.txt", "-o", "a.json", "--fail-on", "warning").code == 0
    result = gongwen("convert", "甲/稿.txt", "-o", "a.json", "--fail-on", "warning", "--no-config")
    assert result.code == 1


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2}', '{"version": 1, "findings": [{}]}'])
def test_other_files_are_refused(gongwen: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "b.json").write_text(text, "utf-8")
    (tmp_path / "稿.txt").write_text(TEXT, "utf-8")
    for option in ("--baseline", "--write-baseline"):
        result = gongwen("lint", "稿.txt", option, "b.json")
        assert result.code == 2 and "不是 gongwen 的基线文件" in result.err
    assert (tmp_path / "b.json").read_text("utf-8") == text


def test_a_missing_file(gongwen: Run, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text(TEXT, "utf-8")
    result = gongwen("lint", "稿.txt", "--baseline", "没有.json")
    assert result.code == 2 and "--write-baseline" in result.err
    with pytest.raises(ConfigurationError):
        read("没有.json")


def test_counts_after_a_merge_add_up(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    entry = '{"path": "-", "code": "H201", "name": "numbering-gap", "text": "存在", "count": 1}'
    path.write_text(f'{{"version": 1, "findings": [{entry}, {entry}]}}', "utf-8")
    baseline = read(str(path))
    found = Finding(
        "H201", "numbering-gap", Severity.INFO, "", "-", 1, 1, 1, 3, "三、存在", None, ""
    )
    assert baseline.new("-", [found] * 3, ["H201"]) == [found]
    assert baseline.stale() == 0


def test_empty() -> None:
    baseline = Baseline("b.json", {}, {})
    assert baseline.text() == '{\n "version": 1,\n "findings": []\n}\n'
