"""The rules as a list, as JSON, and one rule explained; ``manual`` has their pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from converter.bilingual import Lang, Text
from converter.linter.registry import all_rules
from converter.linter.rule import Fixable, Option, Rule

GROUPS = {
    "S": Text("结构", "structure"),
    "H": Text("标题和序号", "headings and numbers"),
    "E": Text("列举", "enumerations"),
    "C": Text("内容", "content"),
    "N": Text("数字和日期", "figures and dates"),
    "R": Text("残留和脱漏", "residue and gaps"),
    "T": Text("文字和标点", "wording and punctuation"),
    "D": Text("公文要素", "elements of official documents"),
    "F": Text("版式（gongwen check）", "form of Word files (gongwen check)"),
}
"""What the letter of a code stands for."""
FORM = "F"
"""The group of the rules about form, which only a check of Word files asks."""
FIXES = {
    Fixable.NO: Text("不能自动改", "no"),
    Fixable.SAFE: Text("可安全修改（--fix）", "safe (--fix)"),
    Fixable.UNSAFE: Text(
        "可修改，但可能改变意思（--fix --unsafe-fixes）", "unsafe (--fix --unsafe-fixes)"
    ),
    Fixable.SOME: Text(
        "看情形：有的可安全修改，有的可能改变意思", "by the case: safe, unsafe or none"
    ),
}
ON, OFF = Text("默认开", "on by default"), Text("默认关", "off by default")
CHECKED = Text("用 gongwen check 时检查", "asked by gongwen check")
BAD = Text("反例", "Bad")
GOOD = Text("正例", "Good")
WHY = Text("为什么", "Why")
SOURCE = Text("依据", "Source")
FIX = Text("修改", "Fix")
OPTIONS = Text("选项", "Options")
_MARKS = {
    Fixable.NO: Text("", ""),
    Fixable.SAFE: Text("可改", "fix"),
    Fixable.UNSAFE: Text("可改!", "fix!"),
    Fixable.SOME: Text("或可改", "fix?"),
}
_DEFAULT = Text("默认 {value}", "default {value}")


def group(rule: Rule) -> Text:
    """The group that a rule belongs to."""
    return GROUPS.get(rule.code[0], Text(rule.code[0], rule.code[0]))


def switch(rule: Rule) -> Text:
    """When a rule is asked that nothing selects."""
    if rule.code.startswith(FORM):
        return CHECKED
    return ON if rule.default else OFF


def groups() -> Iterator[tuple[str, Text, list[Rule]]]:
    """Each group with rules, in the order of :data:`GROUPS`: its letter, its name, its rules."""
    order = list(GROUPS)
    known = sorted(
        all_rules(), key=lambda rule: (order.index(rule.code[0]), rule.code)
    )  # a code of no group is an error of ours
    for letter, rules in groupby(known, key=lambda rule: rule.code[0]):
        yield letter, GROUPS[letter], list(rules)


def value_of(option: Option[Any]) -> str:
    """An option's default as a configuration file writes it."""
    value = option.default
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{item}"' for item in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def as_text(lang: Lang) -> str:
    """The rules by group, one line a rule."""
    widest = max(len(rule.name) for rule in all_rules())
    lines: list[str] = []
    for letter, name, rules in groups():
        lines += ["", f"{letter}  {name.get(lang)}"] if lines else [f"{letter}  {name.get(lang)}"]
        for rule in rules:
            marks = [_MARKS[rule.fix].get(lang), OFF.get(lang) if switch(rule) is OFF else ""]
            noted = "".join(f" [{mark}]" for mark in marks if mark)
            severity = f"{rule.severity:<8}"
            about = rule.summary.get(lang) + noted
            lines.append(f"  {rule.code}  {rule.name:<{widest}}  {severity} {about}")
    return "\n".join(lines) + "\n"


def as_json(lang: Lang) -> list[dict[str, Any]]:
    """One object a rule."""
    return [
        {
            "code": rule.code,
            "name": rule.name,
            "group": group(rule).get(lang),
            "severity": str(rule.severity),
            "fix": str(rule.fix),
            "default": rule.default,
            "summary": rule.summary.get(lang),
            "why": rule.why.get(lang),
            "source": rule.source.get(lang),
            "options": [
                {"name": option.name, "default": option.default, "about": option.about.get(lang)}
                for option in rule.options
            ],
            "bad": rule.bad,
            "good": rule.good,
            "url": rule.url,
        }
        for rule in all_rules()
    ]


def explain(rule: Rule, lang: Lang) -> str:
    """One rule for the terminal: fault, reason, source, fix, options, a bad and a good example."""
    colon = ": " if lang == "en" else "："
    default = switch(rule).get(lang)
    parts = [
        f"{rule.code} {rule.name} · {group(rule).get(lang)} · {rule.severity} · {default}",
        rule.summary.get(lang),
        "",
        f"{WHY.get(lang)}{colon}{rule.why.get(lang)}",
        f"{SOURCE.get(lang)}{colon}{rule.source.get(lang)}",
        f"{FIX.get(lang)}{colon}{FIXES[rule.fix].get(lang)}",
    ]
    if rule.options:
        parts.append(f"{OPTIONS.get(lang)}{colon}")
        parts += [f"    {line}" for line in options_of(rule, lang)]
    if rule.sample:
        parts += ["", planted_in(rule).get(lang)]
    for label, example in ((BAD, rule.bad), (GOOD, rule.good)):
        parts += ["", f"{label.get(lang)}{colon}"]
        parts += [f"    {line}".rstrip() for line in example.splitlines()]
    return "\n".join(parts) + "\n"


def planted_in(rule: Rule) -> Text:
    """Where the examples of a rule about form stand: they are no drafts, but parts of a file."""
    part = rule.sample.part if rule.sample else ""
    return Text(
        f"例子是本工具所写 Word 文件的 {part} 里的一段，正例换成反例，其余不动。",
        f"The examples are text of {part} in a Word file of our own: the bad one in the good one's"
        " place, the rest as it is.",
    )


def options_of(rule: Rule, lang: Lang) -> Iterator[str]:
    """A line for each option of a rule: name, default, what it is for."""
    for option in rule.options:
        default = _DEFAULT.get(lang).format(value=value_of(option))
        yield f"{option.name}（{default}） {option.about.get(lang)}"
