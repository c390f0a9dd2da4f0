"""The pages of docs/rules are what the program makes; lists and explanations say it all."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.bilingual import Lang
from converter.cli.rules import pages
from converter.linter.catalogue import GROUPS, as_json, as_text, explain
from converter.linter.registry import all_rules
from converter.linter.rule import Fixable, Rule
from tests.cli.conftest import Result
from tests.tools.places import ROOT

FOLDER = ROOT / "docs" / "rules"
LANGS: tuple[Lang, ...] = ("zh", "en")


def test_pages_are_current() -> None:
    """After a change of a rule: ``make generated``."""
    made = dict(pages())
    assert {path.name: path.read_text("utf-8") for path in FOLDER.glob("*")} == made
    assert {rule.url for rule in all_rules()} | {"docs/rules/README.md"} == {
        f"docs/rules/{name}" for name in made
    }


def test_pages_say_everything() -> None:
    made = dict(pages())
    for rule in all_rules():
        page, table = made[f"{rule.code}.md"], made["README.md"]
        for text in (rule.summary, rule.why, rule.source):
            assert text.zh in page and text.en in page
        assert rule.bad.rstrip() in page and rule.good.rstrip() in page
        assert re.search(
            rf"^稿\.(?:txt|docx):\d+:\d+: .* {rule.code} {rule.name} ", page, re.MULTILINE
        )
        assert all(f"`{option.name}`" in page for option in rule.options)
        assert f"[{rule.code}]({rule.code}.md)" in table


def test_every_rule_has_a_group() -> None:
    assert {rule.code[0] for rule in all_rules()} <= set(GROUPS)


@pytest.mark.parametrize("lang", LANGS)
def test_list(lang: Lang) -> None:
    text = as_text(lang)
    headings = [line[0] for line in text.splitlines() if line and not line.startswith(" ")]
    assert headings == [letter for letter in GROUPS if letter in headings]
    assert [line.split()[0] for line in text.splitlines() if line.startswith("  ")] == [
        rule.code
        for letter in GROUPS
        for rule in sorted(all_rules(), key=lambda rule: rule.code)
        if rule.code[0] == letter
    ]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_explanation(rule: Rule) -> None:
    text = explain(rule, "zh")
    assert ("默认开" in text) == rule.default
    assert ("不能自动改" in text) == (rule.fix == Fixable.NO)
    assert all(option.name in text and option.about.zh in text for option in rule.options)


def test_json() -> None:
    for row, rule in zip(as_json("zh"), all_rules(), strict=True):
        assert (
            row["code"] == rule.code and row["fix"] == rule.fix and row["default"] == rule.default
        )
        assert [option["name"] for option in row["options"]] == [o.name for o in rule.options]
    assert json.dumps(as_json("en"))


def test_command_writes_files(gongwen: Callable[..., Result], tmp_path: Path) -> None:
    assert gongwen("rules", "--format", "markdown", "-o", str(tmp_path / "规则")).code == 0
    assert len(list((tmp_path / "规则").iterdir())) == len(all_rules()) + 1
    assert gongwen("rules", "--format", "markdown").out == dict(pages())["README.md"]
    assert gongwen("rules", "-o", str(tmp_path / "r.txt")).out == ""
    assert (tmp_path / "r.txt").read_text("utf-8") == as_text("zh")
