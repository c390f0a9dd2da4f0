"""Reading a document from its JSON form."""

from __future__ import annotations

from operator import attrgetter

from converter.model import walk
from converter.model.elements import NONE, Elements
from converter.model.fields import Fields, wrong
from converter.model.nodes import (
    ALIGNMENTS,
    BODY,
    MAX_NESTED,
    PARAGRAPH_KINDS,
    Attachment,
    Block,
    DateLine,
    Document,
    Footnote,
    Inset,
    Merge,
    Number,
    Paragraph,
    Period,
    Picture,
    Point,
    Reference,
    Removed,
    Section,
    SideLine,
    TextLine,
)
from converter.model.position import Break
from converter.record import field_names, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def from_json(value: object) -> Document:
    """The document that a JSON object describes.

    Raises InputError naming the field when the object is not of the document's shape. Whether
    the report is *complete* is the schema's question, not this one's.
    """
    fields = Fields.of(value, "$")
    kind = fields.get("kind", str)
    if kind != "work-report":
        raise wrong("$.kind", "work-report")
    period = fields.sub("period")
    document = Document(
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
        notes=fields.list("notes", _to_paragraph, default=()),
        attachments=fields.list("attachments", _to_attachment, default=()),
        footnotes=fields.list("footnotes", _to_footnote, default=()),
        elements=_to_elements(fields.sub("elements")),
        profile=fields.get("profile", str, "work-report"),
        encoding=fields.nullable("encoding", str),
    )
    _check_references(document)
    return document


def _check_references(document: Document) -> None:
    """Raises InputError for a reference to a footnote that is not there."""
    labels = {note.label for note in document.footnotes}
    for path, node in walk.nodes(document):
        for index, reference in enumerate(walk.references(node)):
            if reference.label not in labels:
                raise wrong(f"$.{path}.references[{index}].label", "label of a footnote")


def _to_breaks(fields: Fields) -> tuple[Break, ...]:
    def read(item: Fields) -> Break:
        return Break(item.get("start", int), item.get("line", int), item.get("column", int))

    return fields.list("breaks", read, default=())


def _place(fields: Fields) -> tuple[int, int, tuple[Break, ...]]:
    """Line, column and breaks of a node."""
    return fields.get("line", int), fields.get("column", int, 1), _to_breaks(fields)


def _to_line(fields: Fields) -> TextLine:
    text = fields.get("text", str)
    return TextLine(text, *_place(fields), _to_references(fields, text))


def _to_side(fields: Fields) -> SideLine:
    text, kind = fields.get("text", str), fields.get("kind", str, "other")
    return SideLine(text, kind, *_place(fields), _to_references(fields, text))


def _to_date(fields: Fields) -> DateLine:
    text, value = fields.get("text", str), fields.nullable("value", str)
    return DateLine(text, value, *_place(fields), _to_references(fields, text))


def _to_point(fields: Fields) -> Point:
    start, end = fields.get("start", int), fields.get("end", int)
    return Point(fields.get("marker", str), fields.get("value", int), start, end)


def _to_paragraph(fields: Fields) -> Paragraph:
    kind = fields.get("kind", str, BODY)
    if kind not in PARAGRAPH_KINDS:
        raise wrong(f"{fields.path}.kind", " | ".join(PARAGRAPH_KINDS))
    text = fields.get("text", str)
    picture = fields.optional("picture", _to_picture)
    if (kind == "picture") != (picture is not None):
        raise wrong(f"{fields.path}.picture", "object, in paragraphs of the kind picture")
    paragraph = Paragraph(
        text,
        fields.get("line", int),
        fields.get("column", int, 1),
        fields.list("points", _to_point, default=()),
        _to_breaks(fields),
        kind,
        _to_references(fields, text),
        _to_align(fields),
        picture,
        fields.list("merged", _to_merge, default=()),
        fields.list("insets", _to_inset, default=()),
        fields.get("header_rows", int, 1),
    )
    if paragraph.merged or paragraph.insets or paragraph.header_rows != 1:
        _check_grid(paragraph, fields)
    return paragraph


def _check_grid(paragraph: Paragraph, fields: Fields) -> None:
    """Raises InputError for what only a table may have, and for a table that cannot be."""
    if paragraph.kind != "table":
        name = next(name for name in ("merged", "insets", "header_rows") if name in fields.value)
        raise wrong(f"{fields.path}.{name}", "nothing, but in paragraphs of the kind table")
    from converter.model.grid import check

    check(paragraph, fields.path)


def _to_merge(fields: Fields) -> Merge:
    row, column = fields.get("row", int), fields.get("column", int)
    return Merge(row, column, fields.get("rows", int, 1), fields.get("columns", int, 1))


def _to_inset(fields: Fields) -> Inset:
    if fields.path.count(".insets[") > MAX_NESTED:
        raise wrong(fields.path, f"table in at most {MAX_NESTED} others")
    picture = fields.optional("picture", _to_picture)
    table = fields.optional("table", _to_paragraph)
    if (picture is None) == (table is None):
        raise wrong(fields.path, "object with a picture or a table")
    if table and table.kind != "table":
        raise wrong(f"{fields.path}.table.kind", "table")
    return Inset(fields.get("offset", int), picture, table)


def _to_references(fields: Fields, text: str) -> tuple[Reference, ...]:
    """The references in a text, in the order of their places."""
    found = fields.list("references", lambda item: _to_reference(item, len(text)), default=())
    return tuple(sorted(found, key=attrgetter("offset"))) if len(found) > 1 else found


def _to_reference(fields: Fields, length: int) -> Reference:
    offset = fields.get("offset", int)
    if not 0 <= offset <= length:
        raise wrong(f"{fields.path}.offset", "offset in the text")
    return Reference(offset, fields.get("label", str))


def _to_align(fields: Fields) -> tuple[str, ...]:
    align = fields.strings("align")
    for index, name in enumerate(align):
        if name not in ALIGNMENTS:
            raise wrong(f"{fields.path}.align[{index}]", " | ".join(map(repr, ALIGNMENTS)))
    return align


def _to_picture(fields: Fields) -> Picture:
    return Picture(fields.get("path", str), fields.number("width"), fields.number("height"))


def _to_attachment(fields: Fields) -> Attachment:
    label = fields.sub("label")
    title = fields.optional("title", _to_line)
    return Attachment(_to_line(label), title, fields.list("content", _to_block, default=()))


def _to_footnote(fields: Fields) -> Footnote:
    return Footnote(
        fields.get("label", str),
        fields.get("text", str),
        *_place(fields),
    )


def _to_elements(fields: Fields) -> Elements:
    """The elements; a field's type follows from what the model has for it where nothing is said."""
    values: dict[str, Any] = {}
    known = field_names(Elements)
    for name in fields.value:
        if name not in known:
            raise wrong(f"{fields.path}.{name}", " | ".join(known))
    for name in known:
        if fields.value.get(name) is None:
            continue
        nothing = getattr(NONE, name)
        if isinstance(nothing, tuple):
            values[name] = fields.strings(name)
        else:
            values[name] = fields.get(name, bool if isinstance(nothing, bool) else str)
    return Elements(**values)


def _to_removed(fields: Fields) -> Removed:
    return Removed(
        fields.get("line", int),
        fields.get("column", int),
        fields.get("text", str),
        fields.get("reason", str),
    )


def _to_number(fields: Fields) -> Number:
    return Number(fields.get("text", str), fields.get("value", int))


def _to_top_section(fields: Fields) -> Section:
    if fields.value.get("type", "section") != "section":
        raise wrong(f"{fields.path}.type", "section")
    return _to_section(fields)


def _to_block(fields: Fields) -> Block:
    kind = fields.get("type", str)
    if kind == "section":
        return _to_section(fields)
    if kind == "paragraph":
        return _to_paragraph(fields)
    raise wrong(f"{fields.path}.type", "section | paragraph")


def _to_section(fields: Fields) -> Section:
    section = Section(
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
    references = _to_references(fields, section.opening)
    return replace(section, references=references) if references else section
