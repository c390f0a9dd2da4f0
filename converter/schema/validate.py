"""Holding a document against its schema: every violation as one clear line with its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from converter.bilingual import Lang
from converter.record import record
from converter.schema import for_profile


@record
class Violation:
    """One violation: the field (``$.sections[1].level``), the input's line, and the message."""

    path: str
    line: int
    message: str


@cache
def _validator(profile: str) -> Draft202012Validator:
    return Draft202012Validator(for_profile(profile))


def violations(value: Any, profile: str, lang: Lang = "zh") -> list[Violation]:
    """What in a document's JSON form its profile's schema does not allow, by line and field."""
    found: dict[str, Violation] = {}
    validator = _validator(profile)
    for error in validator.iter_errors(value):
        for leaf in _leaves(error):
            path = leaf.json_path
            own = _own_message(leaf, validator.schema)
            message = own.get(lang, own["zh"]) if own else _message(leaf, lang)
            found.setdefault(f"{path} {message}", Violation(path, _line(value, leaf), message))
    return sorted(found.values(), key=lambda v: (v.line, v.path, v.message))


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    """The errors that people care about: those behind an anyOf or an if, not the anyOf itself."""
    if error.validator == "anyOf" and error.context:
        deepest = max(len(inner.absolute_path) for inner in error.context)
        inner = [e for e in error.context if len(e.absolute_path) == deepest]
        yield from _leaves(inner[-1])
    else:
        yield error


def _own_message(error: ValidationError, schema: Any) -> dict[str, str] | None:
    """The nearest ``x-message`` on the way from the schema's root to the failing keyword."""
    found: dict[str, str] | None = None
    for key in error.absolute_schema_path:
        if isinstance(schema, dict):
            found = schema.get("x-message", found)
        try:
            schema = schema[key]
        except (KeyError, IndexError, TypeError):
            break  # the way goes on through a $ref
    return found


_KINDS = {
    "object": "对象",
    "array": "列表",
    "string": "文字",
    "integer": "整数",
    "boolean": "true 或 false",
    "null": "空",
}


def _message(error: ValidationError, lang: Lang) -> str:
    if lang == "en":
        return error.message
    value: Any = error.validator_value
    match error.validator:
        case "required":
            return f"缺少字段 {error.message.split(' is a required')[0]}"
        case "type":
            kinds: list[str] = value if isinstance(value, list) else [value]
            return f"应为{'或'.join(_KINDS.get(kind, kind) for kind in kinds)}"
        case "enum":
            return f"应为其中之一：{'、'.join(repr(v) for v in value)}"
        case "const":
            return f"应为 {value!r}"
        case "minimum":
            return f"不得小于 {value}"
        case "maximum":
            return f"不得大于 {value}"
        case "minLength" | "minItems":
            return "不得为空"
        case "additionalProperties":
            return f"没有这样的字段：{'、'.join(_unknown(error))}"
        case _:
            return f"不符合 schema：{error.validator}"


def _unknown(error: ValidationError) -> list[str]:
    """The keys of an object that its schema does not know."""
    instance: Any = error.instance
    schema: Any = error.schema
    return [key for key in instance if key not in schema["properties"]]


def _line(value: Any, error: ValidationError) -> int:
    """The line of the nearest thing around the error that has one; else the title's, else 1."""
    line = 0
    node = value
    for key in error.absolute_path:
        try:
            node = node[key]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(node, dict) and isinstance(node.get("line"), int):
            line = node["line"]
    title = value.get("title") if isinstance(value, dict) else None
    if not line and isinstance(title, dict) and isinstance(title.get("line"), int):
        line = title["line"]
    return line or 1
