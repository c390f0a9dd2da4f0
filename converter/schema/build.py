"""Building the JSON Schema (Draft 2020-12) from a profile.

The shape of a document is the same for all profiles; what a profile adds is which parts must be
there and in which order. Messages for people stand in the schema too (``x-message``), beside the
constraint they explain, so that the validator needs to know no constraint by name.
"""

from __future__ import annotations

import json
from itertools import combinations
from typing import Any

from converter.model.codec import schema_id
from converter.model.nodes import MAX_LEVEL, OTHER
from converter.profiles import Profile, RoleSpec

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
ORDERED_SECTIONS = 16
"""How many top sections the order of parts is checked over; reports have two to eight."""


def build(profile: Profile) -> Schema:
    """The schema of a report of this profile."""
    return {
        "$schema": DIALECT,
        "$id": schema_id(profile.id),
        "title": profile.name["zh"],
        "description": profile.description["zh"],
        "type": "object",
        "required": ["kind", "title", "lead", "sections", "removed"],
        "properties": _document(profile),
        "$defs": _definitions(profile),
        "x-roles": [_role_annotation(role) for role in profile.roles],
    }


def _about(title: str, description: str, **rest: Any) -> Schema:
    return {"title": title, "description": description, **rest}


def _message(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


def _role_annotation(role: RoleSpec) -> Schema:
    """A role's vocabulary, for tools that read the schema only."""
    value: Schema = {"id": role.id, "name": role.name, "required": role.required}
    value |= {"terms": list(role.terms)} if role.terms else {}
    return value | ({"weak": list(role.weak)} if role.weak else {})


def _document(profile: Profile) -> Schema:
    year = {"type": ["integer", "null"], "minimum": 1900, "maximum": 2199}
    return {
        "$schema": _about("schema", "本文件所依据的 schema 的标识", type="string"),
        "kind": _about("文件类型", "固定为 work-report", const="work-report"),
        "title": _about(
            "标题",
            "报告的标题及其所在行",
            **{"$ref": "#/$defs/line"},
            **{"x-message": _message("缺少标题", "the title is missing")},
        ),
        "organization": _about("单位", "标题写明的报告单位", type=["string", "null"]),
        "period": _about(
            "年份",
            "总结哪一年、计划哪一年",
            type="object",
            properties={
                "reported": _about("总结年份", "总结的是哪一年的工作", **year),
                "planned": _about("计划年份", "计划的是哪一年的工作", **year),
            },
        ),
        "lead": _about(
            "前言",
            "第一部分之前的段落；建议要有",
            type="array",
            items={"$ref": "#/$defs/paragraph"},
        ),
        "sections": _sections(profile),
        "signature": _nullable("署名", "正文之后的报告单位", "line"),
        "date": _nullable("成文日期", "署名之下的日期", "date"),
        "removed": _about(
            "删去的文字",
            "不属于报告正文、没有写进结果的文字，连同位置和原因",
            type="array",
            items={"$ref": "#/$defs/removed"},
        ),
        "profile": _about("报告类型", "解析时所用的报告类型", type="string"),
        "encoding": _about("编码", "输入文本的编码", type=["string", "null"]),
        "above_title": _lines("标题上方", "标题上方的行，如发文字号"),
        "below_title": _lines("标题下方", "标题下方、前言之前的行，如副标题、报告人、日期"),
    }


def _nullable(title: str, description: str, definition: str) -> Schema:
    either = [{"type": "null"}, {"$ref": f"#/$defs/{definition}"}]
    return _about(title, description, anyOf=either)


def _lines(title: str, description: str) -> Schema:
    return _about(title, description, type="array", items={"$ref": "#/$defs/side"})


def _sections(profile: Profile) -> Schema:
    required = profile.required
    pairs = combinations(required, 2)
    return _about(
        "各部分",
        "一级标题领起的各部分，依文中顺序",
        type="array",
        items={"$ref": "#/$defs/part"},
        allOf=[
            *(_must_contain(role) for role in required),
            *(entry for earlier, later in pairs for entry in _in_order(earlier, later)),
        ],
    )


def _must_contain(role: RoleSpec) -> Schema:
    zh, en = role.name["zh"], role.name.get("en", role.id)
    return {
        "contains": {"allOf": [_is(role), {"properties": {"content": {"minItems": 1}}}]},
        "x-message": _message(
            f"缺少“{zh}”部分，或这一部分没有内容", f"the part “{en}” is missing or empty"
        ),
    }


def _in_order(earlier: RoleSpec, later: RoleSpec) -> list[Schema]:
    """``later`` may not come before the first ``earlier``, if the report has both.

    A plain validator must be able to check this, so it is said position by position: when the
    sections before position k are not ``earlier`` and the one at k is ``later``, k is at fault.
    """
    a, b = earlier.name["zh"], later.name["zh"]
    message = _message(
        f"“{b}”写在了“{a}”前面",
        f"“{later.name.get('en', later.id)}” stands before “{earlier.name.get('en', earlier.id)}”",
    )
    entries = []
    for k in range(ORDERED_SECTIONS):
        before = [{"$ref": f"#/$defs/not-{earlier.id}"}] * (k + 1)
        at = {"allOf": [{"$ref": f"#/$defs/not-{earlier.id}"}, {"$ref": f"#/$defs/is-{later.id}"}]}
        condition = {"contains": {"$ref": f"#/$defs/is-{earlier.id}"}, "minItems": k + 1}
        entries.append(
            {
                "if": condition | {"prefixItems": [*before[:k], at]},
                "then": {"prefixItems": [*[True] * k, {"not": {}}]},
                "x-message": message,
            }
        )
    return entries


def _is(role: RoleSpec) -> Schema:
    return {"$ref": f"#/$defs/is-{role.id}"}


def _definitions(profile: Profile) -> Schema:
    roles = sorted({role.id for role in profile.roles} | {OTHER})
    place = {
        "line": _about("行", "在输入文本中的行号，从 1 起", type="integer", minimum=1),
        "column": _about("列", "在该行中的列号，从 1 起，按字符计", type="integer", minimum=1),
    }
    breaks = {
        "breaks": _about(
            "换位",
            "文字从第 start 个字符起，接在输入的另一处",
            type="array",
            items={
                "type": "object",
                "required": ["start", "line", "column"],
                "properties": {
                    "start": _about(
                        "起点", "在本段文字中的偏移，从 0 起", type="integer", minimum=0
                    ),
                    **place,
                },
            },
        )
    }
    text = _about("文字", "原文", type="string")
    section = _section_properties(place | breaks)
    needed = ["type", "level", "heading", "run_in", "line", "content"]
    return {
        "line": {
            "type": "object",
            "required": ["text", "line"],
            "properties": {"text": text | {"minLength": 1}, **place, **breaks},
        },
        "side": {
            "type": "object",
            "required": ["text", "line"],
            "properties": {
                "text": text,
                "kind": _about("种类", "如 subtitle（副标题）、number（发文字号）", type="string"),
                **place,
                **breaks,
            },
        },
        "date": {
            "type": "object",
            "required": ["text", "line"],
            "properties": {
                "text": text,
                "value": _about(
                    "日期值", "公历日期 YYYY-MM-DD；不成日期时为空", type=["string", "null"]
                ),
                **place,
                **breaks,
            },
        },
        "removed": {
            "type": "object",
            "required": ["line", "column", "text", "reason"],
            "properties": {
                **place,
                "text": text,
                "reason": _about("原因", "为什么删去，如 toc、advertisement", type="string"),
            },
        },
        "point": {
            "type": "object",
            "required": ["marker", "value", "start", "end"],
            "properties": {
                "marker": _about("标记", "如“一是”", type="string"),
                "value": _about("次第", "标记表示第几", type="integer", minimum=1),
                "start": _about("起点", "在本段中的偏移，从 0 起", type="integer", minimum=0),
                "end": _about("终点", "在本段中的偏移，不含", type="integer", minimum=0),
            },
        },
        "paragraph": {
            "type": "object",
            "required": ["type", "text", "line"],
            "properties": {
                "type": _about("类别", "固定为 paragraph", const="paragraph"),
                "text": text,
                **place,
                "points": _about(
                    "列举",
                    "段中“一是……二是……”各项",
                    type="array",
                    items={"$ref": "#/$defs/point"},
                ),
                **breaks,
            },
        },
        "section": {"type": "object", "required": needed, "properties": section},
        "part": {
            "type": "object",
            "required": [*needed, "role"],
            "properties": section
            | {
                "level": _about("级别", "一级", const=1),
                "role": _about("作用", "这一部分讲什么", enum=roles),
                "also": _about(
                    "兼有", "同一标题兼讲的其他部分", type="array", items={"enum": roles}
                ),
            },
        },
        **{f"is-{role.id}": _has_role(role) for role in profile.required},
        **{f"not-{role.id}": {"not": _is(role)} for role in profile.required},
    }


def _has_role(role: RoleSpec) -> Schema:
    by_also = {"required": ["also"], "properties": {"also": {"contains": {"const": role.id}}}}
    by_role = {"required": ["role"], "properties": {"role": {"const": role.id}}}
    return {"anyOf": [by_role, by_also]}


def _section_properties(place: Schema) -> Schema:
    number = {
        "type": "object",
        "required": ["text", "value"],
        "properties": {
            "text": _about("写法", "序号原文，如“一、”", type="string"),
            "value": _about("数值", "序号的值", type="integer", minimum=0),
        },
    }
    return {
        "type": _about("类别", "固定为 section", const="section"),
        "level": _about("级别", "标题的层次", type="integer", minimum=1, maximum=MAX_LEVEL),
        "number": _about("序号", "标题的序号；没有则为空", anyOf=[{"type": "null"}, number]),
        "heading": _about("标题", "不带序号和收尾标点的标题文字", type="string"),
        "terminator": _about("收尾", "标题后的标点，没有则为空", enum=["", *"。：:；;，,"]),
        "run_in": _about("段首标题", "标题与正文同在一段", type="boolean"),
        **place,
        "content": _about(
            "内容",
            "标题下的段落和下级标题，依文中顺序",
            type="array",
            items={
                "if": {"properties": {"type": {"const": "section"}}},
                "then": {"$ref": "#/$defs/section"},
                "else": {"$ref": "#/$defs/paragraph"},
            },
        ),
    }


def pretty(schema: Schema) -> str:
    """The schema as text: indented, but what fits on a line, and each order entry, on one."""
    return _pretty(schema, 0) + "\n"


def _pretty(value: Any, indent: int) -> str:
    compact = json.dumps(value, ensure_ascii=False)
    one_line = isinstance(value, dict) and "if" in value and "x-message" in value
    if one_line or len(compact) + indent <= 100 or not isinstance(value, (dict, list)):
        return compact
    pad, end = " " * (indent + 1), " " * indent
    if isinstance(value, dict):
        items = [
            f"{json.dumps(k, ensure_ascii=False)}: {_pretty(v, indent + 1)}"
            for k, v in value.items()
        ]
        return "{\n" + ",\n".join(pad + item for item in items) + f"\n{end}}}"
    return "[\n" + ",\n".join(pad + _pretty(v, indent + 1) for v in value) + f"\n{end}]"
