"""The JSON Schema (Draft 2020-12) of a layout file, built from the layout's classes and
:mod:`converter.layout.house.keys`."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

from converter.layout import words
from converter.layout.gbt9704 import LAYOUTS, STYLES
from converter.layout.house.keys import (
    COLOURS,
    ROLES,
    RULE,
    SECTIONS,
    STYLE,
    TOP,
    Key,
)
from converter.layout.table import Layout, Rule, TextStyle
from converter.layout.units import TYPE_SIZES

Schema: TypeAlias = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = "urn:gongwen:schema:layout"
# Nothing that could end a string of XML or CSS, or begin a list of fonts.
_FONT = {"type": "string", "pattern": "^[^\\s,;\"'<>&\\\\][^\\u0000-\\u001f,;\"'<>&\\\\]{0,30}$"}
_COLOUR = {"type": "string", "pattern": f"^([0-9A-Fa-f]{{6}}|{'|'.join(COLOURS)})$"}
_PRINTED = "^[^\\u0000-\\u001f]*$"
_TITLES = {
    "page": ("页面", "纸张和边距，毫米"),
    "grid": ("网格", "每页几行、每行几字"),
    "page_number": ("页码", "页码的样子和位置；字体字号在 styles.page_number"),
    "head": ("版头", "发文机关标志和红色分隔线；report 没有版头"),
    "ending": ("落款", "署名、日期和印章的位置"),
    "imprint": ("版记", "版记的分隔线"),
    "table": ("表格", "表格的线"),
}
_EXAMPLES = [
    {
        "extends": "official",
        "name": "云岭县公文",
        "grid": {"line_pitch": 28},
        "fonts": {"fangsong": "方正仿宋_GBK", "latin": "Times New Roman"},
        "styles": {"title": {"line_pitch": 33}, "heading_2": {"bold": True}},
        "page_number": {"position": "center"},
    }
]


def build() -> Schema:
    """The schema of a layout file."""
    sections = {
        name: _about(*_TITLES[name], **_object(kind, keys))
        for name, (kind, keys) in SECTIONS.items()
    }
    return {
        "$schema": DIALECT,
        "$id": ID,
        "title": "版式文件",
        "description": "一个单位自己的公文版式：在内置版式（或另一个版式文件）上改动的地方",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "$schema": _about("schema", "本文件所依据的 schema，供编辑器用", type="string"),
            "extends": _about(
                "底本",
                f"内置版式（{'、'.join(LAYOUTS)}）或另一个版式文件（从本文件所在的文件夹找）",
                type="string",
                minLength=1,
                default="report",
            ),
            "name": _about(
                "名称",
                "版式的名称；不写则为文件名",
                type="string",
                pattern=_PRINTED,
                minLength=1,
                maxLength=50,
            ),
            "fonts": _about("字体", "各类字用什么字体，换掉所有样式里的", **_fonts()),
            "styles": _about("样式", "各要素的字体、字号、缩进等", **_styles()),
            **sections,
            **_properties(Layout, TOP),
        },
        "$defs": {
            "style": _about("样式", "一个要素怎么排", **_object(TextStyle, STYLE)),
            "rule": _about("线", "一条线", **_object(Rule, RULE)),
            "font": _about(
                "字体",
                "一个字体名，或几个字体名：第一个写进文档，其余在没有装它时依次代替",
                anyOf=[_FONT, {"type": "array", "items": _FONT, "minItems": 1, "maxItems": 8}],
            ),
        },
        "examples": _EXAMPLES,
    }


def _about(title: str, description: str, **rest: Any) -> Schema:
    return {"title": title, "description": description, **rest}


def _object(kind: type, keys: dict[str, Key]) -> Schema:
    properties = _properties(kind, keys)
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _properties(kind: type, keys: dict[str, Key]) -> Schema:
    types = get_type_hints(kind, localns={"Literal": Literal} | vars(words))
    return {
        field.name: _about(keys[field.name].title, keys[field.name].description)
        | _value(keys[field.name], types[field.name])
        for field in fields(kind)
        if field.name in keys
    }


def _value(key: Key, kind: Any) -> Schema:
    match key.unit:
        case "font":
            value: Schema = {"$ref": "#/$defs/font"}
        case "rule":
            value = {"$ref": "#/$defs/rule"}
        case "colour":
            value = dict(_COLOUR)
        case "size":
            points = {"type": "number", "multipleOf": 0.5} | _limits(key)
            value = {"anyOf": [points, {"enum": list(TYPE_SIZES)}]}
        case "own":
            value = _own(key, kind)
        case _:
            value = {"type": "number"} | _limits(key)
    return {"anyOf": [value, {"const": False}]} if key.off else value


def _own(key: Key, kind: Any) -> Schema:
    """The schema of a field's own type."""
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if kind is bool:
        return {"type": "boolean"}
    if kind is int:
        return {"type": "integer"} | _limits(key)
    assert kind is str, kind
    return {"type": "string", "pattern": _PRINTED, "maxLength": key.most}


def _limits(key: Key) -> Schema:
    return {"minimum": key.least, "maximum": key.most}


def _fonts() -> Schema:
    properties: Schema = {}
    for role, about in ROLES.items():
        words = f"{about.name}类字的字体；内置版式用 {about.font.name}"
        for key in (role, about.name):
            properties[key] = _about(about.name, words, **{"$ref": "#/$defs/font"})
    properties["latin"] = _about(
        "西文字体",
        "字母和数字的字体，如 Times New Roman；false 为不另用字体",
        anyOf=[{"$ref": "#/$defs/font"}, {"const": False}],
    )
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _styles() -> Schema:
    properties: Schema = {}
    for key, style in STYLES.items():
        for name in (key, style.name):
            words = f"“{style.name}”的样式"
            properties[name] = _about(style.name, words, **{"$ref": "#/$defs/style"})
    return {"type": "object", "additionalProperties": False, "properties": properties}
