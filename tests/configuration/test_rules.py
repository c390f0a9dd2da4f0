"""Which rules are on, layer upon layer."""

from typing import Any

import pytest

from converter.bilingual import Text
from converter.configuration.force import Configuration
from converter.configuration.keys import option_value
from converter.configuration.layer import Layer, command_line
from converter.errors import ConfigurationError
from converter.findings import Severity
from converter.linter.registry import all_rules, find
from converter.linter.rule import Option

STANDARD = {rule.code for rule in all_rules() if rule.default}
NAMED = ("S101", "S102", "H201", "H203", "R601")


def in_force(*layers: dict[str, Any]) -> Configuration:
    return Configuration(tuple(Layer(f"{i}: ", "/", layer) for i, layer in enumerate(layers)))


def on(*layers: dict[str, Any]) -> set[str]:
    """Which of some rules are on."""
    return {rule.code for rule in in_force(*layers).ruleset.rules} & set(NAMED)


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([{}], {*NAMED}),
        ([{"select": ("S",)}], {"S101", "S102"}),
        ([{"select": ()}], set()),
        ([{"select": ("all",)}], {*NAMED}),
        ([{"ignore": ("S", "placeholder")}], {"H201", "H203"}),
        ([{"ignore": ("H",), "extend-select": ("numbering-gap",)}], {*NAMED} - {"H203"}),
        ([{"select": ("H201",), "ignore": ("H",)}], {"H201"}),
        ([{"select": ("H",), "ignore": ("H20",), "extend-select": ("H201",)}], {"H201"}),
        ([{"select": ("H",), "ignore": ("H",)}], set()),
        ([{"ignore": ("S",)}, {"extend-select": ("S1",)}], {*NAMED}),
        ([{"ignore": ("S",)}, {"select": ("S101",)}], {"S101"}),
        ([{"select": ("S",)}, {"extend-select": ("R",)}], {"S101", "S102", "R601"}),
        ([{"select": ("S",)}, {"extend-ignore": ("S101",)}], {"S102"}),
        ([{"severity": {"S": "off"}}], {*NAMED} - {"S101", "S102"}),
        ([{"severity": {"S": "off", "missing-title": "info"}}], {*NAMED} - {"S102"}),
        ([{"severity": {"S": "off"}}, {"severity": {"S": "info"}}], {*NAMED}),
        ([{"severity": {"S101": "off"}}, {"select": ("S",)}], {"S102"}),
        ([{"severity": {"S101": "off"}}, {"select": ("S101",)}], {"S101"}),
    ],
)
def test_selection(layers: list[dict[str, Any]], expected: set[str]) -> None:
    assert on(*layers) == expected


def test_severity() -> None:
    ruleset = in_force({"severity": {"S": "info", "S101": "warning", "all": "error"}}).ruleset
    (title,), (lead,), (gap,) = find("S101"), find("S102"), find("H201")
    assert [ruleset.severity(rule) for rule in (title, lead, gap)] == [
        Severity.WARNING,
        Severity.INFO,
        Severity.ERROR,
    ]


def test_named_outright() -> None:
    chosen = in_force(
        {"select": ("S", "H201"), "severity": {"missing-lead": "info", "R": "info"}}
    ).ruleset.chosen
    assert chosen == {"H201", "S102"}
    assert in_force({"select": ("H201",)}, {"select": ("H",)}).ruleset.chosen == frozenset()


def test_command_line_counts_most() -> None:
    file = Layer("gongwen.toml: ", "/", {"fail-on": "info", "ignore": ("S101",)})
    command = command_line(fail_on="never", select=("S101",), profile=None, ignore=())
    assert command is not None and command.where("fail-on") == "--fail-on"
    configuration = Configuration((file, command))
    assert configuration.fail_on == "never"
    assert [rule.code for rule in configuration.ruleset.rules] == ["S101"]
    assert command_line(profile=None, select=()) is None


ABOUT = Text("", "")


@pytest.mark.parametrize(
    ("default", "value", "expected"),
    [
        (False, True, True),
        (False, 1, None),
        (False, "true", None),
        (800, 900, 900),
        (800, 0, 0),
        (800, -1, None),
        (800, 900.0, None),
        (800, True, None),
        (800, "900", None),
        (0.5, 0.25, 0.25),
        (0.5, 1, 1.0),
        (0.5, float("nan"), None),
        (0.5, float("inf"), None),
        ("亩", "公顷", "公顷"),
        ("亩", 3, None),
        (("甲",), ["乙", "丙"], ("乙", "丙")),
        (("甲",), "乙", None),
        (("甲",), [1], None),
    ],
)
def test_options_have_the_type_of_their_default(default: Any, value: Any, expected: Any) -> None:
    option = Option("o", default, ABOUT)
    if expected is None:
        with pytest.raises(ConfigurationError):
            option_value(option, value, "o")
    else:
        found = option_value(option, value, "o")
        assert found == expected and type(found) is type(expected)


def test_options_reach_the_rules() -> None:
    rule = next(rule for rule in all_rules() if rule.options)
    option = rule.options[0]
    assert in_force({"rules": {rule.code: {option: "x"}}}).ruleset.values == {option: "x"}
