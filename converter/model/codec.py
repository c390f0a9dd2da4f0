"""The document as JSON values; :mod:`converter.model.decode` is the way back.

Keys come in the order of the published schema. Keys a reader can do without (``breaks``, ``also``,
a paragraph's ``kind``, the lines beside the title, what stands behind the date) are written only
where they say something.
"""

from __future__ import annotations

from converter.model.nodes import (
    BODY,
    Attachment,
    Block,
    DateLine,
    Document,
    Footnote,
    Inset,
    Node,
    Paragraph,
    Picture,
    Reference,
    Section,
    SideLine,
    TextLine,
)
from converter.model.position import Break

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    Json: TypeAlias = dict[str, Any]


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
    if document.notes:
        value["notes"] = [_paragraph(note) for note in document.notes]
    if document.attachments:
        value["attachments"] = [_attachment(item) for item in document.attachments]
    if document.footnotes:
        value["footnotes"] = [_footnote(note) for note in document.footnotes]
    if stated := document.elements.stated():
        value["elements"] = {
            name: list(item) if isinstance(item, tuple) else item for name, item in stated.items()
        }
    return value


def _breaks(breaks: tuple[Break, ...]) -> Json:
    if not breaks:
        return {}
    return {"breaks": [{"start": b.start, "line": b.line, "column": b.column} for b in breaks]}


def _place(node: Node) -> Json:
    return {"line": node.line, "column": node.column, **_breaks(node.breaks)}


def _references(references: tuple[Reference, ...]) -> Json:
    if not references:
        return {}
    return {"references": [{"offset": r.offset, "label": r.label} for r in references]}


def _line(node: TextLine) -> Json:
    return {"text": node.text, **_place(node), **_references(node.references)}


def _side(node: SideLine) -> Json:
    more = _references(node.references)
    return {"text": node.text, "kind": node.kind, **_place(node), **more}


def _date(node: DateLine) -> Json:
    more = _references(node.references)
    return {"text": node.text, "value": node.value, **_place(node), **more}


def _attachment(node: Attachment) -> Json:
    title = node.title and _line(node.title)
    return {"label": _line(node.label), "title": title, "content": _blocks(node.content)}


def _footnote(node: Footnote) -> Json:
    return {"label": node.label, "text": node.text, **_place(node)}


def _blocks(content: tuple[Block, ...]) -> list[Json]:
    return [
        _section(block) if isinstance(block, Section) else _paragraph(block) for block in content
    ]


def _paragraph(node: Paragraph) -> Json:
    value: Json = {
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
    if node.kind != BODY:
        value["kind"] = node.kind
    if node.references:
        value |= _references(node.references)
    if node.align:
        value["align"] = list(node.align)
    if node.picture:
        value["picture"] = _picture(node.picture)
    if node.kind == "table":
        value |= _grid(node)
    return value


def _grid(node: Paragraph) -> Json:
    """What a table has beyond its text."""
    value: Json = {}
    if node.merged:
        value["merged"] = [
            {"row": m.row, "column": m.column, "rows": m.rows, "columns": m.columns}
            for m in node.merged
        ]
    if node.insets:
        value["insets"] = [_inset(inset) for inset in node.insets]
    if node.header_rows != 1:
        value["header_rows"] = node.header_rows
    return value


def _picture(picture: Picture) -> Json:
    size = {"width": picture.width, "height": picture.height}
    return {"path": picture.path} | {k: length for k, length in size.items() if length is not None}


def _inset(inset: Inset) -> Json:
    if inset.table:
        return {"offset": inset.offset, "table": _paragraph(inset.table)}
    return {"offset": inset.offset, "picture": inset.picture and _picture(inset.picture)}


def _section(node: Section) -> Json:
    value: Json = {"type": "section"}
    if node.role is not None:
        value["role"] = node.role
    if node.also:
        value["also"] = list(node.also)
    number = node.number and {"text": node.number.text, "value": node.number.value}
    place = _place(node)
    if node.references:
        place |= _references(node.references)
    return value | {
        "level": node.level,
        "number": number,
        "heading": node.heading,
        "terminator": node.terminator,
        "run_in": node.run_in,
        **place,
        "content": _blocks(node.content),
    }
