"""Which elements a kind of layout has a place for, and what a result does not use."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.metadata.fields import BY_NAME, FIELDS, Field
from converter.metadata.tidy import Wrong
from converter.metadata.values import read_value
from converter.model import walk
from converter.model.nodes import Document

_MAIN_PART = frozenset(
    {
        *("layout", "title", "subtitle", "recipients", "attachments", "signatures", "date"),
        *("seal", "post", "signatory", "note"),
    }
)
_TOP_LEFT = {"copy_number", "secrecy", "secrecy_period", "urgency"}
_HEAD = _TOP_LEFT | {"issuers", "mark", "document_number"}
_IMPRINT = {"recipients_last", "copies"}
_PRINTING = {"print_office", "print_date"}
_ATTENDANCE = {"attendees", "absentees", "observers"}

USES: dict[str, frozenset[str]] = {
    "report": _MAIN_PART | _TOP_LEFT,
    "official": _MAIN_PART | _HEAD | {"signers"} | _IMPRINT | _PRINTING,
    # 10.1: the imprint of a letter has no printing line.
    "letter": _MAIN_PART | _HEAD | _IMPRINT,
    "order": _MAIN_PART | _HEAD | _IMPRINT | _PRINTING,
    "minutes": _MAIN_PART | _HEAD | {"signers"} | _IMPRINT | _PRINTING | _ATTENDANCE,
}
"""Kind of layout → names of the elements that it has a place for."""


def unused(document: Document, kind: str | None, label: str) -> Text | None:
    """What the metadata of a document say and its result does not show, on one line; None when
    all is used.

    ``kind`` is the kind of the layout and ``label`` the layout's name; without a kind the result
    has no place for any element, and ``label`` names the format.
    """
    stated = document.elements.stated()
    if not stated:
        return None
    shown = USES[kind] if kind else frozenset(["layout"])
    homeless = [BY_NAME[name] for name in stated if name not in shown]
    replaced = [
        BY_NAME[name]
        for name, text in _own(document)
        if name in stated and name in shown and not _same(BY_NAME[name], text, stated[name])
    ]
    parts = []
    if replaced:
        parts.append((replaced, Text("稿中已有", "the text has its own")))
    if "seal" in stated and _has_no_seal(document):
        why = Text("没有署名，或用签名章", "nobody signs, or a signature stamp is used")
        parts.append(([BY_NAME["seal"]], why))
    if homeless:
        parts.append((homeless, Text(f"{label} 里没有", f"not in {label}")))
    if not parts:
        return None
    return Text(
        "元数据没有用上：" + "，".join(f"{_keys(f)}（{why.zh}）" for f, why in parts),
        "metadata not used: " + ", ".join(f"{_keys(f)} ({why.en})" for f, why in parts),
    )


def _has_no_seal(document: Document) -> bool:
    """Whether a seal that is asked for has nowhere to go."""
    elements = document.elements
    signed = bool(document.signature or elements.signatures)
    return elements.seal != "none" and (not signed or bool(elements.post or elements.signatory))


def _keys(fields: list[Field]) -> str:
    return "、".join(field.key for field in sorted(fields, key=FIELDS.index))


def _own(document: Document) -> Iterator[tuple[str, str]]:
    """The elements that the text itself has, by name: these are the ones that count."""
    if document.title:
        yield "title", document.title.text
    for line in document.above_title:
        if line.kind == "number":
            yield "document_number", line.text
        elif line.kind == "issuer":
            yield "mark", line.text
            yield "issuers", line.text.removesuffix("文件")
    yield from (("subtitle", x.text) for x in document.below_title if x.kind == "subtitle")
    by_kind: dict[str, list[str]] = {}
    for _, paragraph in walk.paragraphs(document):
        by_kind.setdefault(paragraph.kind, []).append(paragraph.text)
    for kind, name in (("recipient", "recipients"), ("attachment", "attachments")):
        if kind in by_kind:
            yield name, "\n".join(by_kind[kind])
    if document.signature:
        yield "signatures", document.signature.text
    if document.date:
        yield "date", document.date.value or document.date.text
    notes = [note.text for note in document.notes if note.kind != "imprint"]
    if notes:
        yield "note", "\n".join(notes)


def _same(field: Field, text: str, stated: object) -> bool:
    """Whether the text says what the metadata say."""
    try:
        return read_value(field, text) == stated
    except Wrong:
        return False
