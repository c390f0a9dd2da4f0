"""The text of a layout file as plain data: TOML, YAML or JSON, by the file's suffix."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Hashable
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from converter.bilingual import Text
from converter.errors import ConverterError, LayoutError
from converter.source.decode import decode

if TYPE_CHECKING:
    import yaml

Data: TypeAlias = dict[str, object]
_LARGEST = 1 << 18
"""Bytes of the largest file that is read; a house style has a few hundred."""
_MOST_BRACKETS = 1000
"""More brackets than any layout has; a parser of YAML takes long over them."""
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ud800-\udfff\ufffe\uffff]")
_NO_HINT = Text("", "")
_QUOTED = Text(
    '中文的键要加英文引号，如 [styles."一级标题"]',
    'keys that are not ASCII stand in quotes: [styles."一级标题"]',
)
_BARE_KEY = re.compile(r"""\s*\[*[^"'=\]#]*[^\x00-\x7f]""")


class _Fault(Exception):
    """What is wrong with a text, and in which line (0: unknown)."""

    def __init__(self, line: int, what: Text) -> None:
        super().__init__(what.en)
        self.line, self.what = line, what


def parsed(path: Path, shown: str) -> Data:
    """What the file at ``path`` says; ``shown`` is its name in messages.

    Raises LayoutError when there is no such file, its suffix is none of :data:`SUFFIXES`, or its
    text is not what the suffix promises.
    """
    kind, parse = _PARSERS[path.suffix.lower()]
    text = _text(path, shown)
    if text.count("[") + text.count("{") > _MOST_BRACKETS:
        raise LayoutError(Text("嵌套得太深", "nested too deeply"), shown)
    try:
        data = parse(text)
    except _Fault as fault:
        raise _not_readable(fault, kind, text, shown) from fault
    except RecursionError as error:
        what = Text("嵌套得太深", "nested too deeply")
        raise LayoutError(what, shown) from error
    if not isinstance(data, dict):
        what = Text(f"{kind} 的最外层要是一组键", f"the outermost value of {kind} must be keys")
        raise LayoutError(what, shown)
    _check_values(data, shown)
    return data


def _check_values(value: object, shown: str) -> None:
    """Raises LayoutError for what no layout can hold though all three forms can write it: what is
    no number, which no limit keeps out, and characters that no document can hold."""
    inner = [*value, *value.values()] if isinstance(value, dict) else value
    for item in inner if isinstance(inner, list) else ():
        _check_values(item, shown)
    if isinstance(value, float) and isnan(value):
        raise LayoutError(Text("nan 不是数", "nan is no number"), shown)
    if isinstance(value, str) and (found := _UNPRINTED.search(value)):
        code = f"U+{ord(found[0]):04X}"
        raise LayoutError(Text(f"不能有字符 {code}", f"character {code} is not allowed"), shown)


def _text(path: Path, shown: str) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise LayoutError(Text("没有这个版式文件", "no such layout file"), shown) from error
    except OSError as error:
        reason = error.strerror or str(error)
        what = Text(f"读不了版式文件（{reason}）", f"cannot read the layout file ({reason})")
        raise LayoutError(what, shown) from error
    if len(data) > _LARGEST:
        raise LayoutError(Text("太大，不是版式文件", "too large for a layout file"), shown)
    try:
        return decode(data, shown).text.removeprefix("\ufeff") if data else ""
    except ConverterError as error:
        raise LayoutError(error.what, shown, error.todo) from error


def _not_readable(fault: _Fault, kind: str, text: str, shown: str) -> LayoutError:
    line = f"{shown}:{fault.line}" if fault.line else shown
    lines = text.split("\n")
    bad = lines[fault.line - 1] if 0 < fault.line <= len(lines) else ""
    hint = _QUOTED if kind == "TOML" and _BARE_KEY.match(bad) else _NO_HINT
    what = Text(f"不是正确的 {kind}（{fault.what.zh}）", f"not correct {kind} ({fault.what.en})")
    return LayoutError(what, line, hint)


def _toml(text: str) -> object:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        reason, _, place = message.partition(" (at ")
        line = re.match(r"line (\d+)", place)
        last = text.rstrip().count("\n") + 1
        raise _Fault(int(line[1]) if line else last, Text(reason, reason)) from error


def _json(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise _Fault(error.lineno, Text(error.msg, error.msg)) from error


def _unique(pairs: list[tuple[str, object]]) -> Data:
    data: Data = {}
    for key, value in pairs:
        if key in data:
            raise _Fault(0, _twice(key))
        data[key] = value
    return data


def _twice(key: str) -> Text:
    return Text(f"“{key}”写了两次", f"“{key}” stands twice")


def _yaml(text: str) -> object:
    import yaml

    class Loader(yaml.SafeLoader):
        """Keys are what is written (never a number or a truth), and each stands once."""

        def construct_mapping(
            self, node: yaml.MappingNode, deep: bool = False
        ) -> dict[Hashable, object]:
            data: dict[Hashable, object] = {}
            for key_node, value_node in node.value:
                line, key = key_node.start_mark.line + 1, key_node.value
                if not isinstance(key, str):
                    raise _Fault(line, Text("键要是文字", "a key must be text"))
                if key in data:
                    raise _Fault(line, _twice(key))
                data[key] = self.construct_object(value_node, deep=True)
            return data

    try:
        for token in yaml.scan(text):
            # A name for a value has no use here, and could unfold into gigabytes.
            if isinstance(token, yaml.AliasToken):
                what = Text("版式文件里不用 * 引用", "no * references in a layout file")
                raise _Fault(token.start_mark.line + 1, what)
        data = yaml.load(text, Loader)
    except yaml.YAMLError as error:
        raise _yaml_fault(error, text) from error
    return {} if data is None else data


def _yaml_fault(error: yaml.YAMLError, text: str) -> _Fault:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    line = mark.line + 1 if mark else 0
    if hasattr(error, "position"):
        line = text.count("\n", 0, error.position) + 1
    return _Fault(line, Text(reason, reason))


_PARSERS: dict[str, tuple[str, Callable[[str], object]]] = {
    ".toml": ("TOML", _toml),
    ".yaml": ("YAML", _yaml),
    ".yml": ("YAML", _yaml),
    ".json": ("JSON", _json),
}
SUFFIXES = tuple(_PARSERS)
"""How the name of a layout file ends."""
