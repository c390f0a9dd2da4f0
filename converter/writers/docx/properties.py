"""What a file manager shows of a document: title and organization. No times, no user names."""

from __future__ import annotations

from converter.writers.docx.oxml import DECLARATION, checked, escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import Document

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
APPLICATION = "gongwen"
LANGUAGE = "zh-CN"


def core_properties(document: Document, layout: str) -> bytes:
    """The core properties part: title, creator and language; ``layout`` is the name of the layout
    that the document is set in."""
    title = " ".join(checked(document.name, "$.title").split())
    facts = {"title": title, "creator": _organization(document), "language": LANGUAGE}
    stated = ",".join(from_metadata(document, layout))
    if stated:
        facts["identifier"] = f"gongwen:{stated}"
    start = f'{DECLARATION}<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}">'
    return f"{start}{_tags('dc:', facts)}</cp:coreProperties>".encode()


def from_metadata(document: Document, layout: str) -> list[str]:
    """The names of the elements that a file has from the metadata and not from the text: on its
    pages both are text. By that a file is read back as the draft was. A layout that they name and
    that is not the one in use is not in the file."""
    stated = document.elements.stated()
    if not stated:
        return []
    from converter.model import walk

    kinds = {paragraph.kind for _, paragraph in walk.paragraphs(document)}
    beside = {line.kind for line in (*document.above_title, *document.below_title)}
    texts = {
        "layout": "." not in str(stated.get("layout")) and stated.get("layout") != layout,
        "title": bool(document.title and document.title.text),
        "subtitle": "subtitle" in beside,
        "recipients": "recipient" in kinds,
        "attachments": "attachment" in kinds,
        "signatures": bool(document.signature and document.signature.text),
        "date": bool(document.date and document.date.text),
        "note": any(note.kind != "imprint" for note in document.notes),
        "document_number": "number" in beside,
        "issuers": "issuer" in beside,
        "mark": "issuer" in beside,
    }
    return [name for name in stated if not texts.get(name)]


def app_properties(document: Document) -> bytes:
    """The extended properties part: the program and the organization."""
    facts = {"Application": APPLICATION, "Company": _organization(document)}
    start = f'{DECLARATION}<Properties xmlns="{EXTENDED}">'
    return f"{start}{_tags('', facts)}</Properties>".encode()


def _organization(document: Document) -> str:
    return checked(document.organization or "", "$.organization")


def _tags(prefix: str, facts: dict[str, str]) -> str:
    """An element for each fact that there is."""
    return "".join(
        f"<{prefix}{name}>{escaped(text)}</{prefix}{name}>" for name, text in facts.items() if text
    )
