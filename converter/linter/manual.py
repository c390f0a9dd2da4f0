"""The rules as pages: ``docs/rules/``, the table and a page each, and the help in SARIF."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import indent

from converter.bilingual import Lang, Text
from converter.linter.catalogue import (
    BAD,
    FIX,
    FIXES,
    GOOD,
    OFF,
    OPTIONS,
    SOURCE,
    WHY,
    group,
    groups,
    options_of,
    planted_in,
    switch,
    value_of,
)
from converter.linter.rule import Fixable, Rule

_NAMES = {"error": "错误", "warning": "警告", "info": "提示"}
_MARKS = {Fixable.NO: "", Fixable.SAFE: "安全", Fixable.UNSAFE: "不安全", Fixable.SOME: "看情形"}
_FOUND = Text("检查结果", "What is found")
_SILENCE = Text("不用这条规则", "Silencing it")
_MADE = "<!-- 由程序生成（make generated），请改规则本身，不要改这里。 -->"
_HOW = """写在稿子里，只管下一行（规则后面是原因；不会印出来）：

```text
<!-- gongwen: 忽略 {name} 原文如此 -->
```

管整篇的写 `忽略全文`；一次检查不用它：`gongwen lint 稿.txt --ignore {code}`；配置文件和别的办法见
[检查稿件](../linting.md)。

*A comment in the draft silences it for the next line (`ignore {name} reason`) or the whole report
(`ignore-report`); `--ignore {code}` for one run; see [linting](../linting.md) for the rest.*"""
_HOW_FORM = """一次检查不用它：`gongwen check 稿.docx --ignore {code}`；总是不用的写进配置文件。单位
有自己的规定，写成版式文件，用 `--layout` 按它检查，就不必忽略。见 [检查稿件](../linting.md)
和 [版式](../layouts.md)。

*`gongwen check FILE.docx --ignore {code}` for one run, or the configuration; what a house style has
otherwise belongs into a layout file for `--layout`.*"""
_KIND = "例子按这种报告类型检查 · *the examples are held against this kind of report*:\n\n"
_SET = """

```toml
[rules.{name}]
{values}
```"""


def table() -> str:
    """The page with all rules, by group."""
    lines = [
        "# 检查规则 · Rules",
        "",
        _MADE,
        "",
        "级别：**错误** 报告不完整或写错了；**警告** 印发前应改好；**提示** 值得看一眼。"
        "修改：“安全”的用 `--fix` 改，不改变意思；“不安全”的要加 `--unsafe-fixes`。",
        "",
        "*Severity: **error** – the report is incomplete or wrong; **warning** – to be put right"
        " before it goes out; **info** – worth a look. A safe fix (`--fix`) changes no meaning; an"
        " unsafe one (`--unsafe-fixes`) may.*",
        "",
        "选用、配置、个别忽略见 [检查稿件](../linting.md)。",
    ]
    for letter, name, rules in groups():
        lines += ["", f"## {letter} {name.zh} · {name.en}", ""]
        lines += ["| 编号 | 名称 | 级别 | 修改 | 说明 | |", "|---|---|---|---|---|---|"]
        lines += [_row(rule) for rule in rules]
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    off = "（默认关）" if switch(rule) is OFF else ""
    cells = [
        f"[{rule.code}]({rule.code}.md)",
        f"`{rule.name}`",
        _NAMES[rule.severity],
        _MARKS[rule.fix],
        _cell(rule.summary.zh) + off,
        f"*{_cell(rule.summary.en)}*",
    ]
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def page(rule: Rule, found: Iterable[str]) -> str:
    """A rule's page; ``found`` are the lines of the report on its bad example."""
    default = switch(rule)
    facts = [
        f"{_NAMES[rule.severity]} {rule.severity}",
        f"{default.zh} {default.en}",
        f"{FIX.zh}：{FIXES[rule.fix].zh} *{FIXES[rule.fix].en}*",
    ]
    name = group(rule)
    parts = [
        f"# {rule.code} {rule.name}",
        _MADE,
        f"**{rule.summary.zh}** · *{rule.summary.en}*",
        f"[{rule.code[0]} {name.zh} · {name.en}](README.md) · " + " · ".join(facts),
        _heading(WHY) + f"{rule.why.zh}\n\n*{rule.why.en}*",
        _heading(SOURCE) + f"{rule.source.zh}\n\n*{rule.source.en}*",
        *([_heading(OPTIONS) + _options(rule)] if rule.options else []),
        *([_KIND + _fenced(rule.example_profile, "toml")] if rule.example_profile else []),
        *([_planted(rule)] if rule.sample else []),
        _heading(BAD) + _fenced(rule.bad, "xml" if rule.sample else "text"),
        _heading(_FOUND) + _fenced("\n".join(found)),
        _heading(GOOD) + _fenced(rule.good, "xml" if rule.sample else "text"),
        _heading(_SILENCE)
        + (_HOW_FORM if rule.sample else _HOW).format(name=rule.name, code=rule.code),
    ]
    return "\n\n".join(parts) + "\n"


def _planted(rule: Rule) -> str:
    """Where the examples of a rule about form stand."""
    text = planted_in(rule)
    return f"{text.zh} · *{text.en}*"


def _heading(text: Text) -> str:
    return f"## {text.zh} · {text.en}\n\n"


def _options(rule: Rule) -> str:
    rows = [
        f"| `{option.name}` | `{value_of(option)}` | {_cell(option.about.zh)}"
        f" *{_cell(option.about.en)}* |"
        for option in rule.options
    ]
    table = "\n".join(["| 名称 | 默认值 | 说明 |", "|---|---|---|", *rows])
    values = "\n".join(f"{option.name} = {value_of(option)}" for option in rule.options)
    return table + _SET.format(name=rule.name, values=values)


def _fenced(text: str, language: str = "text") -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def help_markdown(rule: Rule, lang: Lang) -> str:
    """What a code host shows beside a finding: reason, source, fix, options, examples."""
    parts = [
        rule.why.get(lang),
        f"**{SOURCE.get(lang)}** {rule.source.get(lang)}",
        f"**{FIX.get(lang)}** {FIXES[rule.fix].get(lang)}",
        *(f"- {line}" for line in options_of(rule, lang)),
        *([planted_in(rule).get(lang)] if rule.sample else []),
        f"**{BAD.get(lang)}**\n\n{_fenced(rule.bad)}",
        f"**{GOOD.get(lang)}**\n\n{_fenced(rule.good)}",
    ]
    return "\n\n".join(parts)


def help_text(rule: Rule, lang: Lang) -> str:
    """The same without markup."""
    parts = [
        rule.why.get(lang),
        f"{SOURCE.get(lang)}: {rule.source.get(lang)}",
        f"{FIX.get(lang)}: {FIXES[rule.fix].get(lang)}",
        *options_of(rule, lang),
        *([planted_in(rule).get(lang)] if rule.sample else []),
        f"{BAD.get(lang)}:\n{indent(rule.bad.rstrip(), '    ')}",
        f"{GOOD.get(lang)}:\n{indent(rule.good.rstrip(), '    ')}",
    ]
    return "\n\n".join(parts)
