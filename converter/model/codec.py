"""The document as JSON values and back.

Keys come in the order of the published schema. Keys a reader can do without (``breaks``, ``also``,
the lines beside the title) are written only where they say something.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from converter.bilingual import Text
from converter.errors import InputError
from converter.model.nodes import (
    Block,
    DateLine,
    Document,
    Number,
    Paragraph,
    Period,
    Point,
    Removed,
    Section,
    SideLine,
    TextLine,
)
from converter.model.position import Break

T = TypeVar("T")
Json = dict[str, Any]


def schema_id(profile: str) -> str:
    """The ``$id`` of the schema that reports of a profile are held against."""
    return f"urn:gongwen:schema:{profile}"


def to_json(document: Document) -> Json:
    """The document as a JSON object."""
    value: Json = {
        "$schema": schema_id(document.profile),
        "kind": document.kind,
        "title": document.title and _line(document.title),
        "organization": document.organization,
        "period": {"reported": document.period.reported, "planned": document.period.planned},
        "lead": [_paragraph(paragraph) for paragraph in document.lead],
        "sections": [_section(section) for section in document.sections],
        "signature": document.signature and _line(document.signature),
        "date": document.date and _date(document.date),
        "removed": [
            {"line": item.line, "column": item.column, "text": item.text, "reason": item.reason}
            for item in document.removed
        ],
        "profile": document.profile,
        "encoding": document.encoding,
    }
    if document.above_title:
        value["above_title"] = [_side(line) for line in document.above_title]
    if document.below_title:
        value["below_title"] = [_side(line) for line in document.below_title]
    return value


def _breaks(breaks: tuple[Break, ...]) -> Json:
    if not breaks:
        return {}
    return {"breaks": [{"start": b.start, "line": b.line, "column": b.column} for b in breaks]}


def _line(node: TextLine) -> Json:
    return {"text": node.text, "line": node.line, "column": node.column, **_breaks(node.breaks)}


def _side(node: SideLine) -> Json:
    place = {"line": node.line, "column": node.column, **_breaks(node.breaks)}
    return {"text": node.text, "kind": node.kind, **place}


def _date(node: DateLine) -> Json:
    place = {"line": node.line, "column": node.column, **_breaks(node.breaks)}
    return {"text": node.text, "value": node.value, **place}


def _paragraph(node: Paragraph) -> Json:
    return {
        "type": "paragraph",
        "text": node.text,
        "line": node.line,
        "column": node.column,
        "points": [
            {"marker": p.marker, "value": p.value, "start": p.start, "end": p.end}
            for p in node.points
        ],
        **_breaks(node.breaks),
    }


def _section(node: Section) -> Json:
    value: Json = {"type": "section"}
    if node.role is not None:
        value["role"] = node.role
    if node.also:
        value["also"] = list(node.also)
    number = node.number and {"text": node.number.text, "value": node.number.value}
    return value | {
        "level": node.level,
        "number": number,
        "heading": node.heading,
        "terminator": node.terminator,
        "run_in": node.run_in,
        "line": node.line,
        "column": node.column,
        **_breaks(node.breaks),
        "content": [
            _section(block) if isinstance(block, Section) else _paragraph(block)
            for block in node.content
        ],
    }


def from_json(value: object) -> Document:
    """The document that a JSON object describes.

    Raises InputError naming the field when the object is not of the document's shape. Whether
    the report is *complete* is the schema's question, not this one's.
    """
    fields = _Fields.of(value, "$")
    kind = fields.get("kind", str)
    if kind != "work-report":
        raise _wrong("$.kind", "work-report")
    period = fields.sub("period")
    return Document(
        title=fields.optional("title", _to_line),
        organization=fields.nullable("organization", str),
        period=Period(period.nullable("reported", int), period.nullable("planned", int)),
        lead=fields.list("lead", _to_paragraph),
        sections=fields.list("sections", _to_top_section),
        signature=fields.optional("signature", _to_line),
        date=fields.optional("date", _to_date),
        removed=fields.list("removed", _to_removed, default=()),
        above_title=fields.list("above_title", _to_side, default=()),
        below_title=fields.list("below_title", _to_side, default=()),
        profile=fields.get("profile", str, "work-report"),
        encoding=fields.nullable("encoding", str),
    )


def _wrong(path: str, expected: str) -> InputError:
    return InputError(
        Text(f"不是 gongwen 的报告 JSON：应为 {expected}", f"expected {expected}"),
        path,
        Text("请用 gongwen schema 查看格式", "see gongwen schema for the format"),
    )


class _Fields:
    """One JSON object being read: typed access that names the path of what is wrong."""

    def __init__(self, value: Mapping[str, object], path: str) -> None:
        self.value, self.path = value, path

    @classmethod
    def of(cls, value: object, path: str) -> _Fields:
        if not isinstance(value, dict):
            raise _wrong(path, "object")
        return cls(value, path)

    def sub(self, key: str) -> _Fields:
        return self.of(self.value.get(key, {}), f"{self.path}.{key}")

    def get(self, key: str, kind: type[T], default: T | None = None) -> T:
        value = self.value.get(key, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise _wrong(f"{self.path}.{key}", kind.__name__)
        return value

    def nullable(self, key: str, kind: type[T]) -> T | None:
        return None if self.value.get(key) is None else self.get(key, kind)

    def optional(self, key: str, read: Callable[[_Fields], T]) -> T | None:
        if self.value.get(key) is None:
            return None
        return read(self.of(self.value[key], f"{self.path}.{key}"))

    def list(
        self, key: str, read: Callable[[_Fields], T], default: tuple[T, ...] | None = None
    ) -> tuple[T, ...]:
        value = self.value.get(key, default)
        if not isinstance(value, (list, tuple)):
            raise _wrong(f"{self.path}.{key}", "array")
        return tuple(
            read(self.of(item, f"{self.path}.{key}[{index}]")) for index, item in enumerate(value)
        )

    def strings(self, key: str) -> tuple[str, ...]:
        value = self.value.get(key, ())
        if not isinstance(value, (list, tuple)) or any(not isinstance(x, str) for x in value):
            raise _wrong(f"{self.path}.{key}", "array of strings")
        return tuple(value)


def _to_breaks(fields: _Fields) -> tuple[Break, ...]:
    def read(item: _Fields) -> Break:
        return Break(item.get("start", int), item.get("line", int), item.get("column", int))

    return fields.list("breaks", read, default=())


def _to_line(fields: _Fields) -> TextLine:
    return TextLine(
        fields.get("text", str),
        fields.get("line", int),
        fields.get("column", int, 1),
        _to_breaks(fields),
    )


def _to_side(fields: _Fields) -> SideLine:
    return SideLine(
        fields.get("text", str),
        fields.get("kind", str, "other"),
        fields.get("line", int),
        fields.get("column", int, 1),
        _to_breaks(fields),
    )


def _to_date(fields: _Fields) -> DateLine:
    return DateLine(
        fields.get("text", str),
        fields.nullable("value", str),
        fields.get("line", int),
        fields.get("column", int, 1),
        _to_breaks(fields),
    )


def _to_point(fields: _Fields) -> Point:
    start, end = fields.get("start", int), fields.get("end", int)
    return Point(fields.get("marker", str), fields.get("value", int), start, end)


def _to_paragraph(fields: _Fields) -> Paragraph:
    return Paragraph(
        fields.get("text", str),
        fields.get("line", int),
        fields.get("column", int, 1),
        fields.list("points", _to_point, default=()),
        _to_breaks(fields),
    )


def _to_removed(fields: _Fields) -> Removed:
    return Removed(
        fields.get("line", int),
        fields.get("column", int),
        fields.get("text", str),
        fields.get("reason", str),
    )


def _to_number(fields: _Fields) -> Number:
    return Number(fields.get("text", str), fields.get("value", int))


def _to_top_section(fields: _Fields) -> Section:
    if fields.value.get("type", "section") != "section":
        raise _wrong(f"{fields.path}.type", "section")
    return _to_section(fields)


def _to_block(fields: _Fields) -> Block:
    kind = fields.get("type", str)
    if kind == "section":
        return _to_section(fields)
    if kind == "paragraph":
        return _to_paragraph(fields)
    raise _wrong(f"{fields.path}.type", "section | paragraph")


def _to_section(fields: _Fields) -> Section:
    return Section(
        level=fields.get("level", int),
        number=fields.optional("number", _to_number),
        heading=fields.get("heading", str),
        terminator=fields.get("terminator", str, ""),
        run_in=fields.get("run_in", bool, False),
        line=fields.get("line", int),
        content=fields.list("content", _to_block),
        role=fields.nullable("role", str),
        also=fields.strings("also"),
        column=fields.get("column", int, 1),
        breaks=_to_breaks(fields),
    )
