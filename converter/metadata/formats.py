"""YAML, TOML and JSON as metadata entries: every scalar stays the text that it is.

The parsers are imported when they are used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from converter.bilingual import Text
from converter.errors import MetadataError
from converter.metadata.statement import Entry
from converter.metadata.yaml_lines import divided, line_fault, swallowed

if TYPE_CHECKING:
    from yaml.events import Event

Parser: TypeAlias = Callable[[str, str, int], Iterator[Entry]]
"""A function from a text, its name and the number of its first line to its entries."""

LARGEST = 256
"""The largest metadata that is read, in KiB."""

_TOML_LINE = re.compile(
    r"(?m)^([ \t]{0,8})([^\s\"'#=\[\].]{0,40}[^\x00-\x7f\s][^\s\"'#=\[\].]{0,40})([ \t]{0,8}=)"
)
"""A TOML line with a key in Chinese, which TOML wants in quotation marks."""
_TOML_PLACE = re.compile(r"\(at line (\d+), column \d+\)")


def yaml_entries(text: str, name: str, first: int = 1) -> Iterator[Entry]:
    """The entries of a YAML mapping. Raises MetadataError."""
    import yaml

    lines = text.split("\n")
    try:
        events = yaml.parse("\n".join(map(divided, lines)), yaml.BaseLoader)
        yield from _from_events(events, lines, name, first)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        fault = line_fault(lines, line + 1, name, first)
        raise fault or _unreadable("YAML", f"{name}:{line + first}") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first
        raise _unreadable("YAML", f"{name}:{line}") from error


def _from_events(
    events: Iterable[Event], lines: list[str], name: str, first: int
) -> Iterator[Entry]:
    from yaml import events as e

    around = (e.StreamStartEvent, e.DocumentStartEvent, e.DocumentEndEvent, e.StreamEndEvent)
    stream = (event for event in events if not isinstance(event, around))

    def place(event: Event) -> str:
        return f"{name}:{(event.start_mark.line if event.start_mark else 0) + first}"

    def scalar(event: Event) -> str | None:
        if getattr(event, "anchor", None) or isinstance(event, e.AliasEvent):
            raise _refused("不能用 & 和 *", "anchors and aliases are not allowed", place(event))
        if getattr(event, "tag", None):
            raise _refused("不能用 ! 标签", "tags are not allowed", place(event))
        if not isinstance(event, e.ScalarEvent):
            raise _refused("不能分层", "nesting is not allowed", place(event))
        if not event.style and event.start_mark and event.end_mark:
            start, end = event.start_mark.line + 1, event.end_mark.line + 1
            fault = swallowed(lines[start:end], name, first + start)
            if fault:
                raise fault
        is_null = event.implicit[0] and event.value in ("~", "null")
        return None if is_null else event.value

    opening = next(stream, None)
    if opening is None or (isinstance(opening, e.ScalarEvent) and not opening.value):
        return
    if not isinstance(opening, e.MappingStartEvent) or opening.anchor or opening.tag:
        raise line_fault(lines, 1, name, first) or _no_mapping(place(opening))
    for event in stream:
        if isinstance(event, e.MappingEndEvent):
            break
        key, value = scalar(event), next(stream)
        if isinstance(value, e.SequenceStartEvent) and not (value.anchor or value.tag):
            items = []
            while not isinstance(item := next(stream), e.SequenceEndEvent):
                items.append(scalar(item))
            yield Entry(key or "", items, place(event))
        else:
            yield Entry(key or "", scalar(value), place(event))
    further = next(stream, None)
    if further:
        raise _no_mapping(place(further))


def toml_entries(text: str, name: str, first: int = 1) -> Iterator[Entry]:
    """The entries of a TOML text; its keys may be Chinese without quotation marks.

    Raises MetadataError.
    """
    import tomllib

    try:
        values = tomllib.loads(_TOML_LINE.sub(r'\1"\2"\3', text))
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line = int(place[1]) + first - 1 if place else first + text.count("\n")
        if "overwrite" in str(error):
            raise _refused("同一项写了两次", "a key is given twice", f"{name}:{line}") from error
        raise _unreadable("TOML", f"{name}:{line}") from error
    except RecursionError as error:
        raise _refused("不能分层", "nesting is not allowed", name) from error
    for key, value in values.items():
        yield _plain_entry(key, value, text, name, first)


class _Pairs(list[tuple[str, Any]]):
    """A JSON object with its keys as they stand, repeated ones too."""


def json_entries(text: str, name: str, first: int = 1) -> Iterator[Entry]:
    """The entries of a JSON object; numbers keep their digits. Raises MetadataError."""
    import json

    try:
        value = json.loads(
            text, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=str
        )
    except json.JSONDecodeError as error:
        raise _unreadable("JSON", f"{name}:{error.lineno + first - 1}") from error
    except RecursionError as error:
        raise _refused("不能分层", "nesting is not allowed", name) from error
    if not isinstance(value, _Pairs):
        raise _no_mapping(name)
    for key, item in value:
        yield _plain_entry(key, item, text, name, first)


def _plain_entry(key: str, value: object, text: str, name: str, first: int) -> Entry:
    """An entry of a format whose parser does not tell lines: the first one with the key."""
    found = re.search(rf"(?m)(?:^[ \t]*|[\"']){re.escape(key)}[\"']?[ \t]*[=:]", text)
    where = f"{name}:{text.count(chr(10), 0, found.end()) + first}" if found else name
    nested = isinstance(value, (dict, _Pairs))
    if nested or (isinstance(value, list) and any(isinstance(x, (dict, list)) for x in value)):
        raise _refused("不能分层", "nesting is not allowed", where)
    return Entry(key, value, where)


PARSERS: dict[str, Parser] = {
    ".yaml": yaml_entries,
    ".yml": yaml_entries,
    ".json": json_entries,
    ".toml": toml_entries,
}
"""Suffix of a metadata file → its parser."""


def read_entries(suffix: str, text: str, name: str, first: int = 1) -> Iterator[Entry]:
    """The entries of a metadata text in the format of that suffix; ``first`` is the number of its
    first line. Raises MetadataError."""
    check_suffix(suffix, name)
    kind = suffix.lower()
    try:
        yield from PARSERS[kind](text.replace("\r\n", "\n").replace("\r", "\n"), name, first)
    except (ArithmeticError, LookupError, RecursionError, ValueError) as error:
        # What parsers raise for numbers and escapes that cannot be.
        shown = {".yml": "YAML"}.get(kind, kind.lstrip(".").upper())
        raise _unreadable(shown, f"{name}:{first}") from error


def check_suffix(suffix: str, name: str) -> None:
    """Raises MetadataError for a suffix that no metadata file has."""
    if suffix.lower() not in PARSERS:
        shown = Text(suffix or "没有后缀", suffix or "no suffix")
        raise MetadataError(
            Text(f"不认识的元数据文件（{shown.zh}）", f"no metadata file ({shown.en})"),
            name,
            Text("请用 .yaml、.json 或 .toml 文件", "use a .yaml, .json or .toml file"),
        )


def too_large(name: str) -> MetadataError:
    """The error for metadata beyond :data:`LARGEST`."""
    return MetadataError(
        Text(f"元数据超过 {LARGEST} KiB", f"metadata larger than {LARGEST} KiB"),
        name,
        Text("请检查是否选对了文件", "check that this is the right file"),
    )


_EXAMPLES = {
    "YAML": Text(
        "一行一项，如 密级: 机密；含特殊符号的内容请加引号",
        "one entry a line, as in 密级: 机密; quote values with special characters",
    ),
    "TOML": Text(
        '一行一项，如 密级 = "机密"，内容要加引号',
        'one entry a line, as in 密级 = "机密", values in quotation marks',
    ),
    "JSON": Text('例：{"密级": "机密"}', 'for example {"密级": "机密"}'),
}


def _unreadable(kind: str, where: str) -> MetadataError:
    what = Text(f"元数据不是正确的 {kind}", f"the metadata is no {kind}")
    return MetadataError(what, where, _EXAMPLES[kind])


def _refused(zh: str, en: str, where: str) -> MetadataError:
    return MetadataError(
        Text(f"元数据里{zh}", en),
        where,
        Text("只能是 键和值，值是文字或列表", "only keys with texts or lists"),
    )


def _no_mapping(where: str) -> MetadataError:
    return MetadataError(
        Text("元数据不是 键和值", "the metadata is no mapping of keys to values"),
        where,
        Text("一行一项，如 密级: 机密", "one entry a line, as in 密级: 机密"),
    )
