"""Configuration on the command line: lint, convert, validate, split, config."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.linter.registry import all_rules
from converter.linter.rules._examples import draft
from tests.cli.conftest import Result

Run = Callable[..., Result]
Write = Callable[[str, str], Path]
TEXT = draft(summary="一、2024年工作总结\n完成投资XX万元。", plan="")
ROLE = '[[roles]]\nid = "summary"\nname = "总结"\nrequired = true\nterms = ["总结"]'


def told(result: Result) -> list[tuple[str, str, str]]:
    """The findings of a run: path, rule, severity."""
    found = json.loads(result.out)["findings"]
    return [(item["path"], item["name"], item["severity"]) for item in found]


def test_each_input_has_its_own(gongwen: Run, written: Write) -> None:
    for folder in ("甲", "乙", "丙"):
        written(f"{folder}/稿.txt", TEXT)
    written("甲/gongwen.toml", 'select = ["placeholder"]\nfail-on = "warning"')
    written("乙/gongwen.toml", 'select = ["R601"]\n[severity]\nR = "info"')
    written("丙/gongwen.toml", 'select = ["missing-plan"]\nfail-on = "never"')
    result = gongwen("lint", "甲", "乙", "丙", "--format", "json")
    assert told(result) == [
        ("甲/稿.txt", "placeholder", "warning"),
        ("乙/稿.txt", "placeholder", "info"),
        ("丙/稿.txt", "missing-plan", "error"),
    ]
    assert result.code == 1
    assert gongwen("lint", "乙", "丙").code == 0
    assert gongwen("lint", "丙", "--fail-on", "error").code == 1
    alone = gongwen("lint", "乙", "--format", "json", "--severity", "placeholder=error")
    assert told(alone) == [("乙/稿.txt", "placeholder", "error")]


def test_fix_and_diff_follow_the_configuration(gongwen: Run, written: Write) -> None:
    text = TEXT.replace("二、", "三、")
    for folder in ("甲", "乙"):
        written(f"{folder}/稿.txt", text)
    written("甲/gongwen.toml", 'ignore = ["H"]')
    assert "甲/稿.txt" not in gongwen("lint", "甲", "乙", "--diff").out
    result = gongwen("lint", "甲", "乙", "--fix", "--fail-on", "never")
    assert "乙/稿.txt：改了" in result.err and "甲/稿.txt：改了" not in result.err
    assert Path("甲/稿.txt").read_text("utf-8") == text
    assert "二、存在" in Path("乙/稿.txt").read_text("utf-8")


def test_excluded(gongwen: Run, written: Write) -> None:
    written("稿.txt", TEXT)
    written("requirements.txt", "click\n")
    written("gongwen.toml", 'exclude = ["requirements*.txt"]\nselect = ["placeholder"]')
    assert [path for path, _, _ in told(gongwen("lint", ".", "--format", "json"))] == ["稿.txt"]
    assert "requirements" in gongwen("lint", "requirements.txt", "--select", "S101").out
    written("gongwen.toml", 'exclude = ["*.txt"]')
    assert "都被配置的 exclude 略过" in gongwen("lint", ".").err


def test_a_wrong_configuration_stops_the_run(gongwen: Run, written: Write) -> None:
    written("甲/稿.txt", TEXT)
    written("甲/稿2.txt", TEXT)
    written("甲/gongwen.toml", "ingore = []")
    for command in (["lint"], ["convert", "--to", "json", "-o", "out"], ["validate"]):
        result = gongwen(*command, "甲")
        assert result.code == 2
        assert result.err == "gongwen: 甲/gongwen.toml: ingore：没有这个键；是不是 ignore？\n"
        assert "Traceback" not in result.out + result.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--select", "numbering-gaps"], "numbering-gap"),
        (["--severity", "placeholder"], "--severity"),
        (["--severity", "=error"], "--severity"),
        (["--severity", "placeholder=fatal"], "error、warning、info、off"),
        (["--severity", "placeholders=error"], "没有这条规则"),
        (["--config", "没有.toml"], "找不到配置文件"),
        (["--config", "a.toml", "--no-config"], "只能用一个"),
        (["--statistics", "--format", "sarif"], "--statistics"),
    ],
)
def test_wrong_options(gongwen: Run, written: Write, options: list[str], message: str) -> None:
    written("稿.txt", TEXT)
    result = gongwen("lint", "稿.txt", *options)
    assert result.code == 2 and message in result.err and result.err.count("\n") == 1


def test_convert_follows_the_configuration(gongwen: Run, written: Write) -> None:
    written("稿.txt", TEXT)
    convert = ("convert", "稿.txt", "--to", "json", "-o", "a.json", "--fail-on")
    assert gongwen(*convert, "error").code == 1
    written("gongwen.toml", 'ignore = ["missing-plan"]\nfail-on = "info"')
    assert gongwen(*convert, "error").code == 0
    assert gongwen(*convert[:-1]).code == 0  # only the option makes findings fail a conversion
    assert gongwen(*convert, "warning").code == 1
    written("gongwen.toml", 'profile = "一部分.toml"')
    written("一部分.toml", f'id = "one"\nname = "一部分"\n{ROLE}')
    assert "缺少" not in gongwen(*convert[:-1]).err
    assert json.loads(Path("a.json").read_text("utf-8"))["profile"] == "one"
    assert gongwen("validate", "稿.txt").code == 0
    assert gongwen("validate", "稿.txt", "--no-config").code == 1


def test_encoding(gongwen: Run, written: Write) -> None:
    written("稿.txt", "").write_bytes(TEXT.encode("utf-16-be"))
    written("gongwen.toml", 'encoding = "utf-16-be"')
    for command in (["lint"], ["convert", "-o", "a.txt", "--to", "txt"], ["validate"]):
        assert gongwen(*command, "稿.txt").code < 2
    assert gongwen("split", "稿.txt", "-o", "out").code == 0


def test_statistics(gongwen: Run, written: Write) -> None:
    written("甲.txt", TEXT.replace("二、", "三、"))
    written("乙.txt", TEXT)
    options = ("--select", "placeholder,numbering-gap,missing-plan", "--statistics")
    result = gongwen("lint", "甲.txt", "乙.txt", *options)
    lines = result.out.splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["2", "2", "1"]
    assert "missing-plan" in lines[0] and "[*]" in lines[2]
    assert lines[-1].startswith("共 5 处，1 处可用 --fix 改好")
    assert result.code == 1
    value = json.loads(gongwen("lint", "甲.txt", *options, "--format", "json").out)
    assert [entry["findings"] for entry in value] == [1, 1, 1]
    assert value[1]["fixable"] == {"safe": 1, "unsafe": 0}


def test_config_command(gongwen: Run, written: Write) -> None:
    written("基准.toml", 'exclude = ["草稿"]\n[severity]\nT = "off"')
    written(
        "gongwen.toml",
        'extend = "基准.toml"\nexclude = ["旧"]\nignore = ["missing-date"]\n'
        "[rules.useless-suppression]\nrequire-reason = true\n"
        '[[paths]]\nmatch = ["归档/**"]\n[paths.severity]\nS101 = "info"',
    )
    value = json.loads(gongwen("config", "归档/稿.txt", "--format", "json").out)
    assert value["files"] == ["基准.toml", "gongwen.toml"]
    assert value["settings"]["fail-on"] == {"value": "error", "from": None}
    assert value["settings"]["exclude"]["value"] == ["草稿", "旧"]
    rules = {rule["name"]: rule for rule in value["rules"]}
    assert len(rules) == len(all_rules())
    assert rules["missing-date"]["severity"] == "off"
    assert rules["missing-date"]["from"] == "gongwen.toml: ignore"
    title = rules["missing-title"]
    assert (title["severity"], title["from"]) == ("info", "gongwen.toml: paths[1].severity.S101")
    option = rules["useless-suppression"]["options"]["require-reason"]
    assert option == {
        "value": True,
        "from": "gongwen.toml: rules.useless-suppression.require-reason",
    }
    text = gongwen("config", "归档/稿.txt", "--severity", "S101=error").out
    assert "配置文件: gongwen.toml（继承 基准.toml）" in text
    (line,) = [line for line in text.splitlines() if line.startswith("S101")]
    assert "error" in line and line.endswith("# --severity.S101")
    written("甲/gongwen.toml", 'fail-on = "info"')
    assert 'fail-on = "info"  # 甲/gongwen.toml: fail-on' in gongwen("config", "甲").out
    assert "default" in gongwen("config", "--no-config", "--lang", "en").out
