"""The first thing that a layout file's schema does not allow in it, as one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from converter.bilingual import Text
from converter.errors import LayoutError
from converter.layout.house.schema import Schema, build
from converter.layout.house.text import Data

_MOST_SHOWN = 20
"""Code points of a wrong value that are shown."""


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(build())


def first_fault(data: Data) -> LayoutError | None:
    """What is wrong first, in the order of the file; ``where`` is the key (``styles.body.size``).
    None when all is as it may be."""
    errors = [_leaf(error) for error in _validator().iter_errors(data)]
    if not errors:
        return None
    error = min(errors, key=lambda error: (_order(data, error), error.validator != "type"))
    if error.validator == "additionalProperties":
        return _unknown_key(error)
    return _wrong_value(error)


def _leaf(error: ValidationError) -> ValidationError:
    """The error that people care about: the one inside a value of several forms, if it has the
    form with an inside, else the one of the value."""
    inner = [e for e in error.context or () if len(e.absolute_path) > len(error.absolute_path)]
    inside = [e for e in error.context or () if e.validator == "additionalProperties"]
    return _leaf((inner + inside)[0]) if inner or inside else error


def _order(data: Data, error: ValidationError) -> list[int]:
    """The place of what is wrong: which key of the file, which key of that, and so on."""
    path = list(error.absolute_path)
    if error.validator == "additionalProperties":
        path.append(_unknown(error))
    order, node = [], data
    for key in path:
        inner: Any = node
        order.append(key if isinstance(key, int) else list(inner).index(key))
        node = inner[key]
    return order


def _unknown(error: ValidationError) -> str:
    """The first key that the schema does not know."""
    instance: Any = error.instance
    schema: Any = error.schema
    keys: list[str] = list(instance)
    return next(key for key in keys if key not in schema["properties"])


def _unknown_key(error: ValidationError) -> LayoutError:
    key = _unknown(error)
    schema: Any = error.schema
    known = list(schema["properties"])
    near = get_close_matches(key, known, n=1, cutoff=0.6)
    listed = [name for name in known if name.isascii() and not name.startswith("$")]
    if near:
        todo = Text(f"是不是 {near[0]}？", f"is it {near[0]}?")
    else:
        todo = Text(f"可以写：{'、'.join(listed)}", f"known: {', '.join(listed)}")
    return LayoutError(Text("没有这个键", "unknown key"), _path(error, key), todo)


def _wrong_value(error: ValidationError) -> LayoutError:
    shown = _shown(error.instance)
    title, description, node = _about(error)
    allowed = _allowed(node)
    meaning = f"（{title}：{description}）" if title else ""
    return LayoutError(
        Text(f"不能是 {shown}", f"cannot be {shown}"),
        _path(error),
        Text(
            f"应为{' ' * allowed.zh[0].isascii()}{allowed.zh}{meaning}", f"it must be {allowed.en}"
        ),
    )


def _path(error: ValidationError, *more: str) -> str:
    return ".".join(map(str, (*error.absolute_path, *more)))


def _shown(value: object) -> str:
    """A value as the user knows it, cut where it is long."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            cut = value[:_MOST_SHOWN] + ("…" if len(value) > _MOST_SHOWN else "")
            return f"“{cut}”"
        case dict():
            return "{…}"
        case list():
            return "[…]"
        case None:
            return "null"
        case _:
            return str(value)[:_MOST_SHOWN]


def _about(error: ValidationError) -> tuple[str, str, Schema]:
    """The title, the description and the schema of the value at fault."""
    node = build()
    title = description = ""
    for key in error.absolute_path:
        inner = _properties(node).get(str(key))
        if inner is None:
            break
        title, description = inner["title"], inner["description"]
        node = _resolved(inner)
    return title, description, node


def _properties(node: Schema) -> Schema:
    """The properties of a schema, or of the one of its forms that has some."""
    found: Schema = node.get("properties", {})
    for branch in node.get("anyOf", ()):
        found = found or _properties(_resolved(branch))
    return found


def _resolved(node: Schema) -> Schema:
    reference = node.get("$ref")
    definition: Schema = build()["$defs"][reference.rpartition("/")[2]] if reference else node
    return definition


def _allowed(node: Schema) -> Text:
    """What a schema allows, in words."""
    parts = list(_alternatives(_resolved(node)))
    return Text("或".join(part.zh for part in parts), " or ".join(part.en for part in parts))


def _alternatives(node: Schema) -> Iterator[Text]:
    for branch in node.get("anyOf", ()):
        yield from _alternatives(_resolved(branch))
    if "const" in node:
        yield Text("false", "false")
    elif "enum" in node:
        values = [str(value) for value in node["enum"]]
        yield Text("、".join(values) + " 之一", "one of " + ", ".join(values))
    elif "type" in node:
        yield _kind(node)


def _kind(node: Schema) -> Text:
    least, most = node.get("minimum"), node.get("maximum")
    match node["type"]:
        case "integer":
            return Text(f"{least} 到 {most} 的整数", f"a whole number from {least} to {most}")
        case "number" if "multipleOf" in node:
            zh = f"{least} 到 {most} 的数（整数或 .5）"
            return Text(zh, f"a number from {least} to {most} in halves")
        case "number":
            return Text(f"{least} 到 {most} 的数", f"a number from {least} to {most}")
        case "boolean":
            return Text("true 或 false", "true or false")
        case "array":
            return Text("它们的列表", "a list of them")
        case "object":
            return Text("一组键", "a group of keys")
        case _:
            most = node.get("maxLength")
            zh, en = (f"（最多 {most} 字）", f" of {most} characters at most") if most else ("", "")
            return Text(f"文字{zh}", f"text{en}")
