"""What a program says to lint()."""

from collections.abc import Callable
from pathlib import Path

import pytest

import converter
from converter.errors import ConfigurationError
from converter.linter.rules._examples import draft
from converter.linter.ruleset import selected

TEXT = draft(summary="一、2024年工作总结\n完成投资XX万元。", plan="")


def test_lint(written: Callable[[str, str], Path]) -> None:
    path = written("gongwen.toml", 'ignore = ["missing-plan"]\n[severity]\nR = "info"')
    (document,) = converter.parse(TEXT)
    default = {finding.name for finding in converter.lint(document)}
    assert {"placeholder", "missing-plan"} <= default  # no file is looked for
    configured = converter.lint(document, config=str(path))
    assert {finding.name for finding in configured} == default - {"missing-plan"}
    assert {f.severity for f in configured if f.name == "placeholder"} == {"info"}
    chosen = converter.lint(document, config=str(path), ruleset=selected(["missing-plan"], []))
    assert [finding.name for finding in chosen] == ["missing-plan"]
    with pytest.raises(ConfigurationError):
        converter.lint(document, config="没有.toml")


def test_source(written: Callable[[str, str], Path]) -> None:
    text = TEXT.replace("二、存在", "<!-- gongwen: 忽略 H -->\n二、存在")
    (document,) = converter.parse(text)
    rules = selected(["H", "R612"], [])
    with_source, without = (
        converter.lint(document, ruleset=rules, source=source) for source in (text, None)
    )
    for (finding,) in (with_source, without):
        assert finding.name == "useless-suppression" and finding.fix
    assert with_source[0].fix and with_source[0].fix.edits[0].end_line == 7
