"""What a profile's file may say: every key is known, every value of its kind, or the first one that
is not is told with its place and what may stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeAlias

from converter.bilingual import Text
from converter.errors import ProfileError
from converter.findings import Severity
from converter.model.nodes import OTHER
from converter.profiles.making import OFF, ROLE_LISTS, TOPIC_LISTS

if TYPE_CHECKING:
    from converter.profiles.making import Data

Check: TypeAlias = Callable[[Any], Text | None]
"""What is wrong with a value; None when it is as it may be."""
_SEVERITIES = (OFF, *map(str, Severity))
_NOTHING = Text("", "")


def _text(value: Any) -> Text | None:
    fits = isinstance(value, str) and value.strip() != ""
    return None if fits else Text("应为文字", "it must be text")


def _flag(value: Any) -> Text | None:
    fits = isinstance(value, bool)
    return None if fits else Text("应为 true 或 false", "it must be true or false")


def _words(value: Any) -> Text | None:
    fits = isinstance(value, list) and all(_text(word) is None for word in value)
    zh = '应为文字的列表，如 ["问题"]'
    return None if fits else Text(zh, 'it must be a list of texts, as ["a"]')


def _patterns(value: Any) -> Text | None:
    if wrong := _words(value):
        return wrong
    for pattern in value:
        try:
            re.compile(pattern)
        except re.error as error:
            zh = f"不是正确的正则表达式：{pattern}（{error}）"
            return Text(zh, f"not a regular expression: {pattern} ({error})")
    return None


def _name(value: Any) -> Text | None:
    if isinstance(value, dict) and "zh" in value and value.keys() <= {"zh", "en"}:
        return next((wrong for part in value.values() if (wrong := _text(part))), None)
    zh = '应为文字，或 { zh = "…", en = "…" }'
    return _text(value) and Text(zh, 'it must be text or { zh = "…", en = "…" }')


def _one_of(*allowed: str) -> Check:
    def check(value: Any) -> Text | None:
        listed = "、".join(allowed), ", ".join(allowed)
        known = isinstance(value, str) and value in allowed
        return None if known else Text(f"应为 {listed[0]} 之一", f"it must be one of {listed[1]}")

    return check


def _tables(value: Any) -> Text | None:
    fits = isinstance(value, list) and all(isinstance(entry, dict) for entry in value)
    return None if fits else Text("应写成 [[…]] 的几节", "it must be written as [[…]]")


def _severities(value: Any) -> Text | None:
    if not isinstance(value, dict):
        zh = 'severity 应写成 { missing-date = "off" } 的样子'
        return Text(zh, 'severity must be written as { missing-date = "off" }')
    wrong = (_one_of(*_SEVERITIES)(severity) for severity in value.values())
    return next((text for text in wrong if text), None)


_ROLE: dict[str, Check] = {
    "id": _text,
    "name": _name,
    "required": _flag,
    "recommended": _flag,
    "period": _one_of("reported", "planned"),
    **dict.fromkeys(ROLE_LISTS, _words),
    "promised": _patterns,
    "without": _words,
}
_TOPIC: dict[str, Check] = {
    "id": _text,
    "name": _name,
    **dict.fromkeys(TOPIC_LISTS, _words),
    "without": _words,
}
_TOP: dict[str, Check] = {
    "extends": _text,
    "id": _text,
    "name": _name,
    "description": _name,
    "titles": _patterns,
    "examples": _words,
    "unnamed": _text,
    "continues": _words,
    "order": _words,
    "signer": _one_of("unit", "person"),
    "severity": _severities,
    "roles": _tables,
    "topics": _tables,
}


def check(data: Data, name: str) -> None:
    """Nothing when a file says only what it may; ``name`` is the file's in messages.

    Raises ProfileError, ``where`` being the file and the key.
    """
    _check_table(data, _TOP, name, "")
    for key, keys in (("roles", _ROLE), ("topics", _TOPIC)):
        seen: set[str] = set()
        for number, entry in enumerate(data.get(key, ()), 1):
            place = f"{key}.{entry.get('id', number)}"
            _check_table(entry, keys, name, f"{place}.")
            if "id" not in entry:
                raise _wrong(name, f"{place}.id", Text("缺少 id", "the id is missing"))
            if entry["id"] in seen:
                raise _wrong(name, place, Text("写了两次", "it stands twice"))
            if entry.get("required") and entry.get("recommended"):
                zh = "required 和 recommended 只能写一个"
                raise _wrong(name, place, Text(zh, "either required or recommended, not both"))
            seen.add(entry["id"])


def _check_table(data: Data, keys: dict[str, Check], name: str, place: str) -> None:
    for key, value in data.items():
        if key not in keys:
            what = Text("没有这个键", "unknown key")
            raise _wrong(name, place + key, what, nearest(key, keys))
        if wrong := keys[key](value):
            raise _wrong(name, place + key, wrong)


def check_whole(data: Data, name: str) -> None:
    """Nothing when a profile, with what it extends, has all it needs and speaks of no part that
    it does not have. Raises ProfileError."""
    if not data.get("roles"):
        zh = "没有写任何部分（[[roles]]），也没有 extends"
        raise _wrong(name, "roles", Text(zh, "neither parts ([[roles]]) nor extends"))
    for key in ("roles", "topics"):
        for entry in data.get(key, ()):
            if "name" not in entry:
                raise _wrong(name, f"{key}.{entry['id']}.name", Text("缺少名称", "no name"))
    ids = {role["id"] for role in data["roles"]}
    _check_ids(data.get("order", ()), ids, name, "order")
    _check_ids([data.get("unnamed", OTHER)], {*ids, OTHER}, name, "unnamed")
    for role in data["roles"]:
        for key in ("told_in", "follows"):
            _check_ids(role.get(key, ()), ids, name, f"roles.{role['id']}.{key}")


def _check_ids(used: Iterable[str], known: set[str], name: str, place: str) -> None:
    for role_id in used:
        if role_id not in known:
            what = Text(f"没有 {role_id} 这个部分", f"there is no part {role_id}")
            raise _wrong(name, place, what, nearest(role_id, known))


def nearest(wrong: str, known: Iterable[str]) -> Text:
    """Which of the known names may be meant; all of them, when none is near."""
    listed = sorted(known)
    near = get_close_matches(wrong, listed, 1)
    if near:
        return Text(f"是不是 {near[0]}？", f"did you mean {near[0]}?")
    return Text(f"可以写：{'、'.join(listed)}", f"known: {', '.join(listed)}")


def _wrong(name: str, place: str, what: Text, todo: Text = _NOTHING) -> ProfileError:
    return ProfileError(what, f"{name}: {place}", todo)
