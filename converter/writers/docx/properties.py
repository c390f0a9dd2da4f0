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


def core_properties(document: Document) -> bytes:
    """The core properties part: title, creator and language."""
    title = " ".join(checked(document.name, "$.title").split())
    facts = {"title": title, "creator": _organization(document), "language": LANGUAGE}
    start = f'{DECLARATION}<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}">'
    return f"{start}{_tags('dc:', facts)}</cp:coreProperties>".encode()


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
