"""Where configurations are found, what they extend, and what is wrong in them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from converter.configuration import Finder
from converter.errors import ConfigurationError, ConverterError, UsageError
from converter.linter.registry import all_rules

Write = Callable[[str, str], Path]
OPTION = "rules.useless-suppression.require-reason"


def threshold(name: str) -> str:
    return Finder().of(name).fail_on


def test_the_nearest_one_counts_alone(written: Write) -> None:
    written("gongwen.toml", 'fail-on = "info"\nencoding = "gb18030"')
    written("甲/gongwen.toml", 'fail-on = "warning"')
    finder = Finder()
    assert finder.of("稿.txt").fail_on == "info"
    assert finder.of("乙/丙/稿.txt").fail_on == "info"
    assert finder.of("甲/丙/稿.txt").fail_on == "warning"
    assert finder.of("甲/稿.txt").encoding is None
    assert finder.of("-").fail_on == "info"


def test_pyproject(written: Write) -> None:
    written("pyproject.toml", '[tool.gongwen]\nfail-on = "info"')
    written("甲/pyproject.toml", '[project]\nname = "gongwen-drafts"')
    written("乙/pyproject.toml", '[tool.gongwen]\nfail-on = "never"')
    written("乙/gongwen.toml", 'fail-on = "warning"')
    assert [threshold(f"{folder}稿.txt") for folder in ("", "甲/", "乙/")] == [
        "info",
        "info",
        "warning",
    ]


def test_named_or_none(written: Write) -> None:
    written("gongwen.toml", 'fail-on = "info"')
    written("别处/我的.toml", 'fail-on = "never"')
    assert Finder("别处/我的.toml").of("稿.txt").fail_on == "never"
    assert Finder(isolated=True).of("稿.txt").fail_on == "error"
    with pytest.raises(UsageError):
        Finder("别处/我的.toml", isolated=True)


def test_nothing_found(written: Write) -> None:
    configuration = Finder().of("稿.txt")
    assert (configuration.fail_on, configuration.encoding, configuration.baseline) == (
        "error",
        None,
        None,
    )
    assert configuration.ruleset.rules == tuple(rule for rule in all_rules() if rule.default)
    assert configuration.files == ()


def test_extend(written: Write) -> None:
    written("基准/gongwen.toml", 'fail-on = "info"\nbaseline = "b.json"\nignore = ["S101"]')
    written("基准/中.toml", 'extend = "gongwen.toml"\nignore = ["S102"]\nfail-on = "never"')
    written("甲/gongwen.toml", 'extend = "../基准/中.toml"\nextend-select = ["S101"]')
    configuration = Finder().of("甲/稿.txt")
    assert configuration.fail_on == "never"
    assert Path(configuration.baseline or "") == Path("基准/b.json").absolute()
    codes = {rule.code for rule in configuration.ruleset.rules}
    assert "S101" in codes and "S102" not in codes
    assert [Path(file).name for file in configuration.files] == [
        "gongwen.toml",
        "中.toml",
        "gongwen.toml",
    ]


def test_extending_in_a_circle(written: Write) -> None:
    written("a.toml", 'extend = "甲/b.toml"')
    written("甲/b.toml", 'extend = "../a.toml"')
    with pytest.raises(ConfigurationError, match="绕了一圈"):
        Finder("a.toml").of("稿.txt")
    written("c.toml", 'extend = "c.toml"')
    with pytest.raises(ConfigurationError, match=r"c\.toml: extend: c\.toml"):
        Finder("c.toml").of("稿.txt")


def test_paths(written: Write) -> None:
    written(
        "gongwen.toml",
        'exclude = ["草稿"]\nignore = ["S101"]\n[[paths]]\nmatch = ["归档/**"]\n'
        'ignore = ["S102"]\nencoding = "gb18030"\n[[paths]]\nmatch = ["归档/新/*.txt"]\n'
        'extend-select = ["S101"]',
    )
    finder = Finder()

    def codes(name: str) -> set[str]:
        return {rule.code for rule in finder.of(name).ruleset.rules} & {"S101", "S102"}

    assert codes("稿.txt") == {"S102"}
    assert codes("归档/稿.txt") == set()
    assert codes("归档/新/稿.txt") == {"S101"}
    assert finder.of("归档/新/稿.txt").encoding == "gb18030"
    assert finder.of("归档/a.txt") is finder.of("归档/b.txt")
    assert finder.excludes("甲/草稿/稿.txt") and not finder.excludes("甲/稿.txt")


def test_profiles(written: Write) -> None:
    roles = '[[roles]]\nid = "summary"\nname = "总结"\nrequired = true\nterms = ["总结"]'
    written("类型/水务.toml", f'id = "water"\nname = "水务"\ntitles = ["水务"]\n{roles}')
    written("甲/gongwen.toml", 'profiles = ["../类型/水务.toml"]')
    written("乙/gongwen.toml", 'profile = "../类型/水务.toml"')
    written("丙/gongwen.toml", 'profile = "water"\nprofiles = ["../类型/水务.toml"]')
    written("丁/gongwen.toml", 'profile = "没有.toml"')
    finder = Finder()
    own = finder.of("甲/稿.txt").choice
    assert own.for_title("县水务局2024年工作总结").id == "water"
    assert own.for_title("县林业局2024年工作总结和2025年工作计划").id == "work-report"
    assert finder.of("乙/稿.txt").choice.for_title("县林业局工作计划").id == "water"
    assert finder.of("丙/稿.txt").choice.for_title("县林业局工作计划").id == "water"
    assert Path(finder.of("甲/稿.txt").profile_of("water")).name == "水务.toml"
    with pytest.raises(ConfigurationError, match=r"丁/gongwen.toml: profile"):
        assert finder.of("丁/稿.txt").choice


@pytest.mark.parametrize(
    ("text", "where", "hint"),
    [
        ('selct = ["S"]', "gongwen.toml: selct：没有这个键", "是不是 select"),
        ('fail_on = "info"', "gongwen.toml: fail_on：没有这个键", "是不是 fail-on"),
        ("zzz = 1", "gongwen.toml: zzz", "可以写：extend、profile"),
        ('fail-on = "fatal"', "fail-on：不能是 “fatal”", "error、warning、info、never 之一"),
        ('select = "S"', "select：不能是 “S”", "文字的列表"),
        ("select = [1]", "select[1]：不能是 1", "文字"),
        ('ignore = ["numbering-gaps"]', "ignore：没有这条规则：numbering-gaps", "numbering-gap"),
        ('[severity]\nmissing-dat = "off"', "severity.missing-dat：没有", "missing-date"),
        ('[severity]\nS = "fatal"', "severity.S：不能是 “fatal”", "off 之一"),
        ("severity = 1", "severity：不能是 1", "一组键"),
        ("[rules.placeholders]", "rules.placeholders：没有规则 placeholders", "placeholder"),
        ("[rules.numbering-gap]\nmost = 3", "numbering-gap.most：规则 numbering-gap 没有选项", ""),
        ("[rules.R612]\nreasons = true", "R612.reasons：没有这个选项", "require-reason"),
        (f"{OPTION} = 1", f"{OPTION}：不能是 1", "true 或 false"),
        ('encoding = "gb99"', "encoding：不能是 “gb99”", "gb18030"),
        ("paths = 1", "paths：不能是 1", "[[paths]]"),
        ('[[paths]]\nignore = ["S"]', "paths[1]：缺少 match", ""),
        ("[[paths]]\nmatch = []", "paths[1].match：不能是 []", ""),
        ('[[paths]]\nmatch = ["a"]\nfail-on = "info"', "paths[1].fail-on：没有这个键", ""),
        ('baseline = ""', "baseline：不能是 “”", "文字"),
        ('extend = "没有.toml"', "gongwen.toml: extend: 没有.toml：找不到配置文件", ""),
        ("select = [", "gongwen.toml：不是 TOML", ""),
        ("a = " + "[" * 5000, "gongwen.toml：", ""),
    ],
)
def test_faults(written: Write, text: str, where: str, hint: str) -> None:
    written("gongwen.toml", text)
    with pytest.raises(ConverterError) as caught:
        Finder().of("稿.txt")
    line = caught.value.line()
    assert where in line and hint in line
    assert "\n" not in caught.value.line("en")


def test_faults_in_pyproject_name_the_table(written: Write) -> None:
    written("pyproject.toml", "[tool.gongwen]\nselct = []")
    with pytest.raises(ConfigurationError, match=r"pyproject.toml: tool.gongwen.selct"):
        Finder().of("稿.txt")


def test_a_file_of_windows(written: Write) -> None:
    path = written("gongwen.toml", "")
    path.write_bytes(b"\xef\xbb\xbffail-on = 'info'\r\n")
    assert threshold("稿.txt") == "info"
    path.write_bytes("ignore = ['归档']".encode("gb18030"))
    with pytest.raises(ConfigurationError, match="不是 UTF-8"):
        threshold("稿.txt")
