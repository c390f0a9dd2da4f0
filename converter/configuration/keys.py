"""The keys of a configuration: what each may be, and the value in the form that the rest of the
program works with."""

from __future__ import annotations

import codecs
import math
import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from converter.bilingual import Text
from converter.configuration.faults import unknown, wrong
from converter.errors import ConfigurationError, UsageError
from converter.linter.registry import all_rules, find
from converter.linter.rule import Option

THRESHOLDS = ("error", "warning", "info", "never")
LEVELS = ("error", "warning", "info", "off")

Check = Callable[[Any, str, str], Any]
"""From a value, the place where it stands (for messages) and the folder of its file to the value
that counts. Raises ConfigurationError."""

_NO_KEY = Text("没有这个键", "unknown key")
_TEXT = Text("文字", "text")
_TEXTS = Text('文字的列表，如 ["甲", "乙"]', 'a list of texts such as ["a", "b"]')
_TABLE = Text("一组键", "a table")


def checked(
    data: Mapping[str, Any], keys: Mapping[str, Check], where: str, folder: str
) -> dict[str, Any]:
    """The settings of a table, checked. ``where`` is the file and the table's place in it; it ends
    with what a key is joined by. Raises ConfigurationError for the first fault in the table's
    order."""
    found = {}
    for key, value in data.items():
        if key not in keys:
            raise unknown(_NO_KEY, f"{where}{key}", key, keys)
        found[key] = keys[key](value, f"{where}{key}", folder)
    return found


def _text(value: Any, where: str, folder: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise wrong(value, where, _TEXT)
    return value


def _path(value: Any, where: str, folder: str) -> str:
    return os.path.normpath(os.path.join(folder, os.path.expanduser(_text(value, where, folder))))


def _texts(value: Any, where: str, folder: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise wrong(value, where, _TEXTS)
    return tuple(_text(item, f"{where}[{i}]", folder) for i, item in enumerate(value, 1))


def _paths(value: Any, where: str, folder: str) -> tuple[str, ...]:
    names = _texts(value, where, folder)
    return tuple(_path(name, f"{where}[{i}]", folder) for i, name in enumerate(names, 1))


def _globs(value: Any, where: str, folder: str) -> tuple[str, ...]:
    found = _texts(value, where, folder)
    if not found:
        raise wrong(value, where, _TEXTS)
    return found


def _encoding(value: Any, where: str, folder: str) -> str:
    name = _text(value, where, folder)
    try:
        codecs.lookup(name)
    except (LookupError, ValueError):
        expected = Text("编码名称，如 utf-8、gb18030", "an encoding such as utf-8, gb18030")
        raise wrong(value, where, expected) from None
    return name


def _one_of(choices: tuple[str, ...]) -> Check:
    def check(value: Any, where: str, folder: str) -> str:
        if value not in choices:
            listed = Text(f"{'、'.join(choices)} 之一", f"one of {', '.join(choices)}")
            raise wrong(value, where, listed)
        return str(value)

    return check


_level = _one_of(LEVELS)


def _selectors(value: Any, where: str, folder: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in _texts(value, where, folder))
    for name in names:
        _known_rule(name, where)
    return names


def _known_rule(name: str, where: str) -> None:
    try:
        find(name)
    except UsageError as error:
        raise ConfigurationError(error.what, where, error.todo) from None


def _severity(value: Any, where: str, folder: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise wrong(value, where, _TABLE)
    for name in value:
        _known_rule(name, f"{where}.{name}")
    return {name: _level(level, f"{where}.{name}", folder) for name, level in value.items()}


def _rules(value: Any, where: str, folder: str) -> dict[str, dict[Option[Any], Any]]:
    """By the codes of rules, the options that ``[rules.<name>]`` sets."""
    if not isinstance(value, dict):
        raise wrong(value, where, _TABLE)
    found: dict[str, dict[Option[Any], Any]] = {}
    rules = {key: rule for rule in all_rules() for key in (rule.code, rule.name)}
    for name, table in value.items():
        place = f"{where}.{name}"
        if name not in rules:
            missing = Text(f"没有规则 {name}", f"no rule {name}")
            with_options = (rule.name for rule in all_rules() if rule.options)
            raise unknown(missing, place, name, (r.name for r in all_rules()), with_options)
        if not isinstance(table, dict):
            raise wrong(table, place, _TABLE)
        options = {option.name: option for option in rules[name].options}
        chosen = found.setdefault(rules[name].code, {})
        for key, setting in table.items():
            if key not in options:
                raise unknown(_no_option(name, options), f"{place}.{key}", key, options)
            chosen[options[key]] = option_value(options[key], setting, f"{place}.{key}")
    return found


def _no_option(rule: str, options: Iterable[str]) -> Text:
    if options:
        return Text("没有这个选项", "no such option")
    return Text(f"规则 {rule} 没有选项", f"the rule {rule} has no options")


def option_value(option: Option[Any], value: Any, where: str) -> Any:
    """A value for an option of a rule: of the type of its default; no figure below zero.

    Raises ConfigurationError.
    """
    default = option.default
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise wrong(value, where, Text("true 或 false", "true or false"))
        return value
    if isinstance(default, int | float):
        kinds = int if isinstance(default, int) else int | float
        sound = isinstance(value, kinds) and not isinstance(value, bool)
        if not sound or not 0 <= value < math.inf:
            whole = isinstance(default, int)
            expected = (
                Text("不小于 0 的整数", "a whole number from 0 up")
                if whole
                else Text("不小于 0 的数", "a number from 0 up")
            )
            raise wrong(value, where, expected)
        return type(default)(value)
    return _texts(value, where, "") if isinstance(default, tuple) else _text(value, where, "")


PATH_KEYS: dict[str, Check] = {
    "match": _globs,
    "profile": _text,
    "encoding": _encoding,
    "select": _selectors,
    "extend-select": _selectors,
    "ignore": _selectors,
    "extend-ignore": _selectors,
    "severity": _severity,
    "rules": _rules,
}
"""The keys of a ``[[paths]]`` table."""


def _path_tables(value: Any, where: str, folder: str) -> tuple[dict[str, Any], ...]:
    if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
        raise wrong(value, where, Text("[[paths]] 写的几组键", "tables written [[paths]]"))
    found = []
    for number, table in enumerate(value, 1):
        place = f"{where}[{number}]"
        if "match" not in table:
            raise unknown(Text("缺少 match", "match is missing"), place, "match", ())
        found.append(checked(table, PATH_KEYS, f"{place}.", folder))
    return tuple(found)


KEYS: dict[str, Check] = {
    "extend": _path,
    "profile": _text,
    "profiles": _paths,
    "encoding": _encoding,
    "fail-on": _one_of(THRESHOLDS),
    "baseline": _path,
    "exclude": _globs,
    **{
        key: check
        for key, check in PATH_KEYS.items()
        if key not in ("match", "profile", "encoding")
    },
    "paths": _path_tables,
}
"""The keys of a configuration file."""
