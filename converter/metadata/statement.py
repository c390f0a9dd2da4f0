"""From entries to elements: what one source states, and what several state together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from converter.bilingual import Text
from converter.errors import MetadataError
from converter.metadata.fields import BY_NAME, Field, find, nearest
from converter.metadata.tidy import Wrong
from converter.metadata.values import Value, read_value
from converter.model.elements import Elements
from converter.record import record, replace

Statement: TypeAlias = Mapping[str, Value]
"""What a source states: name in Elements → value. A value that is empty takes away what an
earlier source has stated."""

OPTION = "--set"
_STAR = "★"
_MORE_TOLD = 2
"""Faults of one source that are told beside the first one."""
_MORE_COUNTED = 30
"""Faults beside the first one after which no more are looked for."""
_LIST = Text("全部名称见 gongwen schema metadata", "see gongwen schema metadata for all names")


@record
class Entry:
    """One key with its value as the source has them; ``where`` is the place for messages."""

    key: str
    value: object
    where: str


def statement(entries: Iterable[Entry], *, append: bool = False) -> Statement:
    """What the entries of one source state; with ``append`` a list may be given bit by bit.

    Raises MetadataError for an unknown or repeated key and for a value that is not allowed.
    """
    found: dict[str, Value] = {}
    wrong: list[MetadataError] = []
    for entry in _with_tails(entries):
        try:
            _take(entry, found, append)
        except MetadataError as error:
            wrong.append(error)
            if len(wrong) > _MORE_COUNTED:
                break
    if wrong:
        raise _together(wrong)
    return found


def _take(entry: Entry, found: dict[str, Value], append: bool) -> None:
    """Puts an entry to those found. Raises MetadataError."""
    field = _field(entry)
    value = _value(field, entry)
    earlier = found.get(field.name)
    if field.name not in found:
        found[field.name] = value
    elif append and isinstance(earlier, tuple) and isinstance(value, tuple):
        found[field.name] = earlier + value
    else:
        raise MetadataError(
            Text(f"{field.key} 写了两次", f"{field.key} ({field.name}) is given twice"),
            entry.where,
            Text("请只留一处", "keep one of them"),
        )


def _together(wrong: Sequence[MetadataError]) -> MetadataError:
    """All faults of one source as one: the first with what to do, and what the next ones are."""
    first, *others = wrong
    if not others:
        return first
    told = [_brief(error) for error in others[:_MORE_TOLD]]
    dots = "…" if len(others) > _MORE_TOLD else ""
    above, or_more = ("以上", " or more") if len(others) == _MORE_COUNTED else ("", "")
    zh, en = "，".join(text.zh for text in told), ", ".join(text.en for text in told)
    todo = Text(
        f"{first.todo.zh}；另有 {len(others)} 处{above}：{zh}{dots}",
        f"{first.todo.en}; {len(others)}{or_more} more: {en}{dots}",
    )
    return MetadataError(first.what, first.where, todo)


def _brief(error: MetadataError) -> Text:
    """A fault without what to do about it, its place without the name of the source."""
    line = error.where.rpartition(":")[2]
    zh, en = (f"第 {line} 行 ", f"line {line} ") if line.isdecimal() else ("", "")
    return Text(zh + error.what.zh, en + error.what.en)


def _with_tails(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries; where one value holds two elements (机密★1年), one entry for each."""
    for entry in entries:
        field = find(entry.key)
        if field and field.tail and isinstance(entry.value, str) and _STAR in entry.value:
            head, tail = entry.value.split(_STAR, 1)
            yield replace(entry, value=head)
            yield replace(entry, key=BY_NAME[field.tail].key, value=tail)
        else:
            yield entry


def _field(entry: Entry) -> Field:
    field = find(entry.key)
    if field:
        return field
    near = nearest(entry.key)
    hint_zh, hint_en = (f"是不是“{near}”？", f"did you mean “{near}”? ") if near else ("", "")
    key = entry.key[:30]
    raise MetadataError(
        Text(f"元数据没有“{key}”这一项", f"unknown metadata key “{key}”"),
        entry.where,
        Text(hint_zh + _LIST.zh, hint_en + _LIST.en),
    )


def _value(field: Field, entry: Entry) -> Value:
    try:
        return read_value(field, entry.value)
    except Wrong as error:
        what = error.what or Text("不对", "is wrong")
        allowed = Text(f"应为 {field.allowed.zh}", f"must be {field.allowed.en}")
        key = entry.key.strip()
        raise MetadataError(
            Text(
                f"{key}{what.zh}",
                f"{key if key == field.name else f'{key} ({field.name})'} {what.en}",
            ),
            entry.where,
            error.todo or allowed,
        ) from error


def from_mapping(values: Mapping[str, object], where: str = "metadata") -> Statement:
    """What a mapping of names to values states. Raises MetadataError."""
    return statement(Entry(str(key), value, where) for key, value in values.items())


def from_options(settings: Sequence[str]) -> Statement:
    """What the values of ``--set 键=值`` state; a list key may be repeated.

    Raises MetadataError.
    """
    entries = []
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals or not key.strip():
            raise MetadataError(
                Text(f"“{setting[:30]}”不是 键=值", f"“{setting[:30]}” is not key=value"),
                OPTION,
                Text("例：--set 密级=机密", "for example --set 密级=机密"),
            )
        entries.append(Entry(key, value, OPTION))
    return statement(entries, append=True)


def over(earlier: Mapping[str, Any], later: Statement) -> dict[str, Any]:
    """What two sources state together. An element stated anew (密级), or taken away, takes along
    the earlier one that stood behind its ★ (保密期限)."""
    tails = {tail: None for name in later if (tail := BY_NAME[name].tail)}
    return {**earlier, **tails, **later}


def merged(base: Elements, stated: Statement, where: str) -> Elements:
    """``base`` with what is stated in its stead; ``where`` names the document in messages.

    Raises MetadataError when the elements do not go together.
    """
    changes: dict[str, Any] = over({}, stated)
    elements = replace(base, **changes)
    if elements.secrecy_period and not elements.secrecy:
        raise MetadataError(
            Text("有保密期限而没有密级", "a period of secrecy without 密级 (secrecy)"),
            where,
            Text("请写密级，或删去保密期限", "state the secrecy, or take the period out"),
        )
    return elements


def checked(elements: Elements, where: str) -> Elements:
    """Elements that did not come from a metadata source (but from JSON), held against the table.

    Raises MetadataError.
    """
    stated = elements.stated()
    if not stated:
        return elements
    return merged(Elements(), from_mapping(stated, where), where)
