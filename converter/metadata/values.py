"""Reading one value: is it of the right shape, is it allowed, and what is printed of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from converter.bilingual import Text
from converter.metadata.fields import MOST_ITEMS, Field
from converter.metadata.tidy import Wrong

if TYPE_CHECKING:
    from collections.abc import Iterable

Value: TypeAlias = str | bool | tuple[str, ...] | None
"""What a field holds; None, an empty tuple and False say that there is no such element."""

_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_FLAGS = {"是": True, "true": True, "yes": True, "否": False, "false": False, "no": False}
_SHOWN = 30
"""Characters of a wrong value that are shown."""


def read_value(field: Field, value: object) -> Value:
    """The value as ``field`` holds it. Raises :class:`Wrong`."""
    if field.form == "flag":
        return _flag(value)
    if isinstance(value, (list, tuple)):
        texts = [text for item in value if (text := _scalar(item))]
        if field.form == "list":
            return _items(field, texts)
        if len(texts) > 1 and not field.glue:
            raise Wrong(what=Text("只能有一个，不能是列表", "must be one text, not a list"))
        return _text(field, field.glue.join(texts))
    text = _scalar(value)
    if field.form == "list":
        divided = re.split(f"[{re.escape(field.dividers)}]", text)
        return _items(field, [item for item in map(str.strip, divided) if item])
    return _text(field, text)


def _scalar(value: object) -> str:
    """One value as text; numbers and dates as they are written."""
    from datetime import date

    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, (int, float, date)) and not isinstance(value, bool):
        try:
            return str(value)
        except ValueError as error:  # a number of thousands of digits
            raise Wrong(what=Text("数字太长", "the number is too long")) from error
    kinds = {bool: ("真假值", "true or false"), dict: ("分层的内容", "nested")}
    zh, en = kinds.get(type(value), ("列表", "a list in a list"))
    raise Wrong(what=Text(f"应是文字，不能是{zh}", f"must be text, not {en}"))


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _scalar(value).lower()
    if not text:
        return False
    if text not in _FLAGS:
        raise _not_allowed(text)
    return _FLAGS[text]


def _items(field: Field, texts: Iterable[str]) -> tuple[str, ...]:
    items = tuple(item for text in texts if (item := _text(field, text)))
    if len(items) > MOST_ITEMS:
        raise Wrong(
            what=Text(f"有 {len(items)} 项，太多", f"has {len(items)} items, too many"),
            todo=Text(f"最多 {MOST_ITEMS} 项", f"at most {MOST_ITEMS}"),
        )
    return items


def _text(field: Field, text: str) -> str | None:
    """One line of text as it is printed; None for an empty one."""
    if not text:
        return None
    if "\n" in text or "\r" in text:
        raise Wrong(
            what=Text("不止一行", "has several lines"),
            todo=Text("请并成一行", "make one line of them"),
        )
    if _INVISIBLE.search(text):
        raise Wrong(
            what=Text("里有看不见的控制字符", "has invisible control characters"),
            todo=Text("请删去", "take them out"),
        )
    text = field.loose(text)
    if len(text) > field.longest:
        raise Wrong(
            what=Text(f"有 {len(text)} 个字，太长", f"has {len(text)} characters, too long"),
            todo=Text(f"最多 {field.longest} 个字", f"at most {field.longest}"),
        )
    if not field.matches(text):
        raise _not_allowed(text, field.right(text) if field.right else None)
    return field.normal(text) or None


def _not_allowed(text: str, right: str | None = None) -> Wrong:
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    todo = Text(f"应写作 {right}", f"write {right}") if right else None
    return Wrong(what=Text(f"“{shown}”不对", f"“{shown}” is wrong"), todo=todo)
