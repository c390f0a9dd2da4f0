"""What is in force for an input, and where each value comes from: for people and as JSON."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from converter.bilingual import Lang, Text
from converter.configuration.force import FAIL_ON, Configuration
from converter.configuration.rules import OFF, State, states

_DEFAULT = Text("默认", "default")
_UNSET = {
    "profile": Text("看标题", "by the title"),
    "profiles": Text("没有", "none"),
    "encoding": Text("自动识别", "found out"),
    "fail-on": Text(FAIL_ON, FAIL_ON),
    "baseline": Text("没有", "none"),
    "exclude": Text("没有", "none"),
}
"""The settings that are not about rules, and what is in force when nothing is said."""


class Setting(NamedTuple):
    """A value in force, and where it is said; empty for a default."""

    value: Any
    origin: str


def settings(configuration: Configuration) -> dict[str, Setting]:
    """The settings that are not about rules. What configurations exclude adds up; of the others
    the last one counts."""
    found = {}
    for key in _UNSET:
        layer = configuration.source(key)
        value = layer.values[key] if layer else (FAIL_ON if key == "fail-on" else None)
        found[key] = Setting(value, layer.where(key) if layer else "")
    excluding = [layer for layer in configuration.layers if "exclude" in layer.values]
    if len(excluding) > 1:
        patterns = tuple(p for layer in excluding for p in layer.values["exclude"])
        found["exclude"] = Setting(patterns, ", ".join(x.where("exclude") for x in excluding))
    return found


def as_json(name: str, configuration: Configuration) -> str:
    """One object: ``input``, ``files``, ``settings`` and ``rules``; each value with ``from``, which
    is null for a default."""
    value = {
        "input": name,
        "files": list(configuration.files),
        "settings": {
            key: {"value": setting.value, "from": setting.origin or None}
            for key, setting in settings(configuration).items()
        },
        "rules": [_rule(state) for state in states(configuration.layers)],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _rule(state: State) -> dict[str, Any]:
    return {
        "code": state.rule.code,
        "name": state.rule.name,
        "severity": state.level if state.on else OFF,
        "from": _origin(state) or None,
        "options": {
            option.name: {"value": setting.value, "from": setting.origin or None}
            for option, setting in _options(state)
        },
    }


def _origin(state: State) -> str:
    """Where it is said that a rule is off, or how grave its findings are, or else that it is on."""
    if not state.selected:
        return state.selected_by
    return state.level_by or state.selected_by


def _options(state: State) -> list[tuple[Any, Setting]]:
    return [
        (option, Setting(*state.options.get(option, (option.default, ""))))
        for option in state.rule.options
    ]


def as_text(name: str, configuration: Configuration, lang: Lang) -> str:
    """Each setting, then each rule with its severity and options, on a line, with its origin."""
    files = configuration.files
    shown = _UNSET["baseline"].get(lang)
    if files:
        shown = files[-1]
    if files[:-1]:
        extended = ("、" if lang == "zh" else ", ").join(reversed(files[:-1]))
        shown += f"（继承 {extended}）" if lang == "zh" else f" (extends {extended})"
    lines = [f"{'输入' if lang == 'zh' else 'input'}: {name}"]
    lines.append(f"{'配置文件' if lang == 'zh' else 'configuration'}: {shown}")
    lines.append("")
    for key, setting in settings(configuration).items():
        value = _shown(setting.value) if setting.origin else _UNSET[key].get(lang)
        lines.append(f"{key} = {value}{_told(setting.origin, lang)}")
    every = states(configuration.layers)
    on = sum(state.on for state in every)
    counted = f"规则：{len(every)} 条，启用 {on} 条"
    lines += ["", counted if lang == "zh" else f"rules: {on} of {len(every)} are on"]
    widest = max(len(state.rule.name) for state in every)
    for state in every:
        level = state.level if state.on else OFF
        head = f"{state.rule.code} {state.rule.name:<{widest}} {level:<7}"
        lines.append(head + _told(_origin(state), lang))
        for option, setting in _options(state):
            value = f"     {option.name} = {_shown(setting.value)}"
            lines.append(value + _told(setting.origin, lang))
    return "".join(line.rstrip() + "\n" for line in lines)


def _told(origin: str, lang: Lang) -> str:
    return f"  # {origin or _DEFAULT.get(lang)}"


def _shown(value: Any) -> str:
    """A value as it is written in TOML."""
    if isinstance(value, tuple):
        return json.dumps(list(value), ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False)
