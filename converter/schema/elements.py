"""The official elements of a report in its JSON form, made of the table of metadata fields."""

from __future__ import annotations

from converter.metadata.fields import FIELDS, MOST_ITEMS, Field
from converter.schema.shape import Schema, about


def elements() -> Schema:
    """The schema of a document's ``elements``: only those that are stated, by English name."""
    return about(
        "公文要素",
        "由元数据给出、不在正文里的要素；只列写明了的",
        type="object",
        additionalProperties=False,
        properties={field.name: _element(field) for field in FIELDS},
    )


def _element(field: Field) -> Schema:
    text: Schema = {"type": "string", "minLength": 1}
    text |= {"pattern": f"^(?:{field.pattern})$"} if field.pattern else {}
    if field.form == "flag":
        shape: Schema = {"type": "boolean"}
    elif field.form == "list":
        shape = {"type": "array", "minItems": 1, "maxItems": MOST_ITEMS, "items": text}
    else:
        shape = text
    message = {"zh": f"应为 {field.allowed.zh}", "en": f"expected {field.allowed.en}"}
    return about(field.key, field.about.zh, **shape, **{"x-message": message})
