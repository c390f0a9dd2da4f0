"""The JSON Schema of metadata, made of the table of fields."""

from __future__ import annotations

from converter.metadata.fields import FIELDS, MOST_ITEMS, Field
from converter.schema.build import DIALECT
from converter.schema.shape import Schema, about

ID = "urn:gongwen:schema:metadata"


def build() -> Schema:
    """The schema of a metadata file or block: every name that may be used, and what is allowed."""
    return {
        "$schema": DIALECT,
        "$id": ID,
        **about("元数据", "公文要素：稿首“---”之间的一段，或 --meta 文件；每项都可不写"),
        "type": "object",
        "additionalProperties": False,
        "properties": {
            key: about(key, _description(field), **{"$ref": f"#/$defs/{field.name}"})
            for field in FIELDS
            for key in (*field.keys, field.name)
        },
        "$defs": {
            field.name: about(field.key, _description(field), **_shape(field)) for field in FIELDS
        },
    }


def _description(field: Field) -> str:
    clause = f"（GB/T 9704-2012，{field.clause}）" if field.clause else ""
    return f"{field.about.zh}{clause}。应为 {field.allowed.zh}"


def _shape(field: Field) -> Schema:
    """What a value may be; null says that there is no such element."""
    if field.form == "flag":
        return {"enum": [True, False, "是", "否", None]}
    text: Schema = {"type": "string", "maxLength": field.longest}
    tail = r"(★.+)?" if field.tail else ""
    text |= {"pattern": f"^({field.pattern}){tail}$"} if field.pattern else {}
    several: Schema = {"type": "array", "maxItems": MOST_ITEMS, "items": text}
    if field.form == "list":
        # A single text may hold several items.
        return {"anyOf": [{"type": "string"}, several, {"type": "null"}]}
    return {"anyOf": [text, *([several] if field.glue else []), {"type": "null"}]}
