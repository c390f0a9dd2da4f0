"""What a document says, wherever it says it: in its text, or in its metadata.

A Word file does not tell whether 主送机关 came from the draft's text or from its metadata: there it
is text. So two documents are held against each other by what is printed of them.
"""

import re
from typing import Any

from converter.layout.gbt9704 import LAYOUTS
from converter.model.codec import to_json
from converter.model.nodes import Document

_PLACES = ("line", "column", "breaks", "removed", "encoding")
_HEAD_ONLY = ("document_number", "mark", "issuers", "signers", "copies", "print_office")
_HEAD_ONLY += ("print_date", "attendees", "absentees", "observers")
_NO_SIGNERS = ("letter", "order", "minutes")


def effective(document: Document, layout: str) -> dict[str, Any]:
    """The document set in a layout as a value, without places and without what is not printed."""
    empty: dict[str, Any] = {"above_title": [], "below_title": [], "title": None}
    found = {**empty, "signature": None, "date": None, **without_places(to_json(document))}
    elements: dict[str, Any] = dict(document.elements.stated())
    elements.pop("layout", None)
    printed: dict[str, Any] = {}
    listed = _taken(found, "attachment")
    notes = found.pop("notes", [])
    kept = [note["text"] for note in notes if note.get("kind") != "imprint" or layout == "report"]
    if layout == "report":
        for name in _HEAD_ONLY:
            elements.pop(name, None)
    else:
        printed["head"] = _head(document, layout, elements)
        rows = [note["text"] for note in notes if note.get("kind") == "imprint"]
        printed["imprint"] = [_bare(row) for row in (*rows, *_imprint(elements, layout))]
        found["above_title"] = [
            line for line in found["above_title"] if line["kind"] not in ("issuer", "number")
        ]
    note = elements.pop("note", None)
    printed["notes"] = kept or [f"（{note}）"] * bool(note)
    _main_part(document, found, elements, printed, listed)
    printed["seal"] = _seal(document, elements, layout, printed["signature"])
    return {**_numbered_notes(found), "elements": elements, "printed": printed}


def without_places(value: Any) -> Any:
    """A document's JSON form without places; a table's columns that say nothing are centred."""
    if isinstance(value, dict):
        kept = {k: without_places(v) for k, v in value.items() if k not in _PLACES}
        if kept.get("type") == "paragraph":
            kept.setdefault("kind", "body")
            aligns = kept.pop("align", [])
            # A column that says nothing is centred, too.
            is_told = any(align in ("left", "right") for align in aligns)
            kept["align"] = [align or "center" for align in aligns] if is_told else []
            if "picture" in kept:
                kept["picture"] = "…"
        return kept
    return [without_places(item) for item in value] if isinstance(value, list) else value


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _taken(found: dict[str, Any], kind: str) -> list[str]:
    """The texts of the paragraphs of a kind, which are taken out."""
    taken: list[str] = []

    def rest(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
        kept = []
        for block in blocks:
            if block.get("kind") == kind:
                taken.append(_bare(block["text"]))
                continue
            if "content" in block:
                block = {**block, "content": rest(block["content"])}
            kept.append(block)
        return kept

    found["lead"], found["sections"] = rest(found["lead"]), rest(found["sections"])
    return taken


def _head(document: Document, layout: str, elements: dict[str, Any]) -> tuple[str, str]:
    """发文机关标志 and 发文字号."""
    above = document.above_title
    number = elements.pop("document_number", None) or ""
    mark, names = elements.pop("mark", None), elements.pop("issuers", ())
    number = next((line.text for line in above if line.kind == "number"), number)
    mark = next((line.text for line in above if line.kind == "issuer"), mark)
    if layout in _NO_SIGNERS:
        elements.pop("signers", None)
    if layout != "minutes":
        for name in ("attendees", "absentees", "observers"):
            elements.pop(name, None)
    if not mark:
        signed = document.signature.text.split("\n") if document.signature else ()
        names = names or signed or elements.get("signatures") or (document.organization or "",)
        head = LAYOUTS[layout].head
        suffix = head.suffix if head else ""
        name = "".join(names[:1] if layout == "letter" else names)
        mark = name.removesuffix(suffix) + suffix if name else ""
    return mark, number


def _imprint(elements: dict[str, Any], layout: str) -> list[str]:
    copies = elements.pop("copies", None)
    office, date = elements.pop("print_office", None), elements.pop("print_date", None)
    rows = [f"抄送：{copies.rstrip('。')}。"] if copies else []
    if layout != "letter" and (office or date):
        rows.append(f"{office or ''} {date}印发" if date else office)
    return rows


def _main_part(
    document: Document,
    found: dict[str, Any],
    elements: dict[str, Any],
    printed: dict[str, Any],
    listed: list[str],
) -> None:
    """The parts that may stand in the text or in the metadata."""
    title, subtitle = elements.pop("title", None), elements.pop("subtitle", None)
    found.pop("title")
    printed["title"] = _bare(document.title.text if document.title else title or "")
    below = [line["text"] for line in found.pop("below_title")]
    if subtitle and not any(line.kind == "subtitle" for line in document.below_title):
        below.insert(0, subtitle if subtitle.startswith(("—", "（")) else f"——{subtitle}")
    printed["below_title"] = below
    addressed = elements.pop("recipients", None) or ""
    elements.pop("recipients_last", None)
    own = _taken(found, "recipient")
    printed["recipients"] = (own[0] if own else _bare(addressed)).rstrip("：:")
    signature, date = found.pop("signature"), found.pop("date")
    signatures, dated = elements.pop("signatures", ()), elements.pop("date", None)
    printed["signature"] = signature["text"] if signature else "\n".join(signatures)
    printed["date"] = date["text"] if date else dated
    names = elements.pop("attachments", ())
    stated = [f"{'' if i else '附件：'}{i + 1}.{name}" for i, name in enumerate(names)]
    if len(names) == 1:
        stated = [f"附件：{names[0]}"]
    printed["attachments"] = listed or [_bare(line) for line in stated]


def _seal(document: Document, elements: dict[str, Any], layout: str, signature: str) -> str:
    """How the ending makes room for a seal; nothing where nobody signs or a stamp is used."""
    seal = elements.pop("seal", None) or LAYOUTS[layout].ending.seal
    if not signature or elements.get("post") or elements.get("signatory"):
        return ""
    return "none" if seal == "none" else "sealed"


def _numbered_notes(found: dict[str, Any]) -> dict[str, Any]:
    """The document with its footnotes numbered as they are called."""
    labels: dict[str, str] = {}

    def walk(value: Any) -> Any:
        if isinstance(value, list):
            return [walk(item) for item in value]
        if not isinstance(value, dict):
            return value
        value = dict(value)
        for reference in value.get("references", ()):
            labels.setdefault(reference["label"], str(len(labels) + 1))
        value["references"] = [
            {**reference, "label": labels[reference["label"]]}
            for reference in value.get("references", ())
        ]
        return {key: walk(item) for key, item in value.items()}

    notes = found.pop("footnotes", [])
    ordered = {key: found.pop(key) for key in ("lead", "sections", "attachments") if key in found}
    result = {**found, **walk(ordered)}
    result["footnotes"] = sorted((labels.get(n["label"], n["label"]), n["text"]) for n in notes)
    return result
