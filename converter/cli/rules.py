"""``gongwen rules``: the catalogue of rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import output_option
from converter.linter.catalogue import as_json, as_text
from converter.linter.registry import all_rules
from converter.linter.rule import Rule
from converter.output import write, write_stdout

if TYPE_CHECKING:
    from converter.bilingual import Lang


@click.command("rules", cls=Command)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    help="格式，默认 text。",
)
@output_option("写到文件；markdown 写到文件夹：总表和每条规则一页。")
@lang_option
def command(format_name: str, output: str | None, lang: Lang) -> int:
    """列出全部检查规则：编号、名称、级别、能否自动改、说明。

    \b
    例：
      gongwen rules
      gongwen rules --format json
      gongwen rules --format markdown -o 规则/
    """
    if format_name == "markdown":
        return _markdown(output)
    text = as_text(lang)
    if format_name == "json":
        text = json.dumps(as_json(lang), ensure_ascii=False, indent=1) + "\n"
    if output is None or output == "-":
        write_stdout(text.encode("utf-8"))
    else:
        write(Path(output), text.encode("utf-8"))
    return 0


def _markdown(output: str | None) -> int:
    from converter.linter.manual import table

    if output is None or output == "-":
        write_stdout(table().encode("utf-8"))
        return 0
    for name, text in pages():
        write(Path(output) / name, text.encode("utf-8"))
    return 0


def pages() -> Iterator[tuple[str, str]]:
    """The files of ``docs/rules/``: their names and what is in them, in both languages."""
    from converter.linter.manual import page, table

    yield "README.md", table()
    for rule in all_rules():
        yield f"{rule.code}.md", page(rule, _found_in_bad(rule))


def _found_in_bad(rule: Rule) -> list[str]:
    """The lines of the report on what the rule finds in its bad example."""
    if rule.sample:
        from converter.commands.planted import found_in_planted

        return list(found_in_planted(rule))
    from converter.inputs import parse, source_of
    from converter.linter.reports import Report
    from converter.linter.reports.text import findings
    from converter.linter.ruleset import Ruleset
    from converter.linting import findings_in
    from converter.profiles import parse as parse_profile
    from converter.profiles.choice import Choice

    given = parse_profile(rule.example_profile, rule.name) if rule.example_profile else None
    choice = Choice(given)
    data = rule.bad.encode("utf-8")
    documents = parse("-", data, choice).documents
    source = source_of("-", data)
    others = tuple(other for other in all_rules() if other.default or other is rule)
    found = findings_in(documents, choice, Ruleset(others), "稿.txt", source=source)
    report = Report()
    own = [finding for finding in found if finding.code == rule.code]
    report.add("稿.txt", documents, own, choice, source)
    return findings(report)
