"""What is said about a fault: the schema's own message, or one made of the keyword."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from converter.bilingual import Lang
    from converter.schema.faults import Fault

_KINDS = {
    "object": "对象",
    "array": "列表",
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "boolean": "true 或 false",
    "null": "空",
}


def message(fault: Fault, value: Any, schema: dict[str, Any], lang: Lang) -> str:
    """What to say about a fault of a value: the nearest ``x-message`` on the way from the schema's
    root to the failing keyword, or what the keyword means."""
    own, at = _found(schema, fault.way)
    if own:
        return own.get(lang, own["zh"])
    if fault.keyword == "required":
        return (
            f"{fault.missing} is a required property"
            if lang == "en"
            else f"缺少字段 {fault.missing}"
        )
    for key in fault.path:
        value = value[key]
    if fault.keyword == "additionalProperties":
        return _unknown([key for key in value if key not in at["properties"]], lang)
    constraint = at[fault.keyword]
    if lang == "en":
        return _english(fault.keyword, constraint, value)
    return _chinese(fault.keyword, constraint)


def _found(
    schema: dict[str, Any], way: tuple[str | int, ...]
) -> tuple[dict[str, str] | None, dict[str, Any]]:
    """The nearest message on a way in a schema, and the schema that has the keyword at its end."""
    own: dict[str, str] | None = None
    node: Any = schema
    for key in way:
        if isinstance(node, dict):
            if key not in node:
                node = schema["$defs"][node["$ref"].removeprefix("#/$defs/")]
            own = node.get("x-message", own)
            holder = node
        node = node[key]
    return own, holder


def _unknown(keys: list[str], lang: Lang) -> str:
    if lang == "zh":
        return f"没有这样的字段：{'、'.join(keys)}"
    were = "was" if len(keys) == 1 else "were"
    named = ", ".join(map(repr, sorted(keys)))
    return f"Additional properties are not allowed ({named} {were} unexpected)"


def _kinds(constraint: str | list[str]) -> Iterable[str]:
    return [constraint] if isinstance(constraint, str) else constraint


def _chinese(keyword: str, constraint: Any) -> str:
    match keyword:
        case "type":
            return f"应为{'或'.join(_KINDS.get(kind, kind) for kind in _kinds(constraint))}"
        case "enum":
            return f"应为其中之一：{'、'.join(map(repr, constraint))}"
        case "const":
            return f"应为 {constraint!r}"
        case "minimum":
            return f"不得小于 {constraint}"
        case "exclusiveMinimum":
            return f"应大于 {constraint}"
        case "maximum":
            return f"不得大于 {constraint}"
        case "minLength" | "minItems":
            return "不得为空"
        case _:
            return f"不符合 schema：{keyword}"


def _english(keyword: str, constraint: Any, value: Any) -> str:
    match keyword:
        case "type":
            return f"{value!r} is not of type {', '.join(map(repr, _kinds(constraint)))}"
        case "enum":
            return f"{value!r} is not one of {constraint!r}"
        case "const":
            return f"{constraint!r} was expected"
        case "minimum":
            return f"{value!r} is less than the minimum of {constraint!r}"
        case "exclusiveMinimum":
            return f"{value!r} is not greater than {constraint!r}"
        case "maximum":
            return f"{value!r} is greater than the maximum of {constraint!r}"
        case "minLength" | "minItems":
            return f"{value!r} should be non-empty"
        case _:
            return f"{value!r} does not satisfy {keyword}"
