"""The rules as documentation: a table, JSON, Markdown, and one rule explained."""

from __future__ import annotations

from typing import Any

from converter.bilingual import Lang, Text
from converter.linter.registry import all_rules
from converter.linter.rule import Rule

_BAD = Text("反例", "Bad")
_GOOD = Text("正例", "Good")
_WHY = Text("为什么", "Why")
_SOURCE = Text("依据", "Source")


def as_text(lang: Lang) -> str:
    """One line a rule."""
    rows = [(r.code, r.name, str(r.severity), r.summary.get(lang)) for r in all_rules()]
    return "".join(
        f"{code}  {name:<22} {severity:<8} {text}\n" for code, name, severity, text in rows
    )


def as_json(lang: Lang) -> list[dict[str, Any]]:
    """One object a rule."""
    return [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": str(rule.severity),
            "summary": rule.summary.get(lang),
            "why": rule.why.get(lang),
            "source": rule.source.get(lang),
            "bad": rule.bad,
            "good": rule.good,
            "url": rule.url,
        }
        for rule in all_rules()
    ]


def as_markdown(lang: Lang) -> str:
    """The page ``docs/rules.md``: the table, then each rule."""
    title = Text("# 检查规则", "# Rules").get(lang)
    note = Text(
        "由 `gongwen rules --format markdown` 生成。",
        "Made by `gongwen rules --format markdown --lang en`.",
    )
    head = Text("| 编号 | 名称 | 级别 | 说明 |", "| code | name | severity | fault |").get(lang)
    rows = [
        f"| [{r.code}](#{r.code}) | `{r.name}` | {r.severity} | {r.summary.get(lang)} |"
        for r in all_rules()
    ]
    pages = [_section(rule, lang) for rule in all_rules()]
    return "\n".join([title, "", note.get(lang), "", head, "|---|---|---|---|", *rows, "", *pages])


def _section(rule: Rule, lang: Lang) -> str:
    fence = "```"
    return "\n".join(
        [
            f'<a id="{rule.code}"></a>',
            f"## {rule.code} {rule.name}",
            "",
            f"{rule.summary.get(lang)} ({rule.severity})",
            "",
            f"{_WHY.get(lang)}: {rule.why.get(lang)}",
            "",
            f"{_SOURCE.get(lang)}: {rule.source.get(lang)}",
            "",
            f"{_BAD.get(lang)}:",
            f"{fence}text\n{rule.bad}{fence}",
            f"{_GOOD.get(lang)}:",
            f"{fence}text\n{rule.good}{fence}",
            "",
        ]
    )


def explain(rule: Rule, lang: Lang) -> str:
    """One rule for the terminal: fault, reason, source, a bad and a good example."""
    indent = "    "
    parts = [
        f"{rule.code} {rule.name} ({rule.severity})",
        rule.summary.get(lang),
        "",
        f"{_WHY.get(lang)}: {rule.why.get(lang)}",
        f"{_SOURCE.get(lang)}: {rule.source.get(lang)}",
        "",
        f"{_BAD.get(lang)}:",
        *(indent + line for line in rule.bad.splitlines()),
        "",
        f"{_GOOD.get(lang)}:",
        *(indent + line for line in rule.good.splitlines()),
    ]
    return "\n".join(parts) + "\n"
