"""What a file manager shows of a document: title and organization. No times, no user names."""

from __future__ import annotations

from lxml import etree

from converter.model.nodes import Document
from converter.writers.docx.oxml import checked, plain_root, xml

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
APPLICATION = "gongwen"
LANGUAGE = "zh-CN"


def core_properties(document: Document) -> bytes:
    """The core properties part: title, creator and language."""
    title = document.title.text if document.title else ""
    root = etree.Element(f"{{{CORE}}}coreProperties", nsmap={"cp": CORE, "dc": DC})
    _add(root, f"{{{DC}}}title", checked(" ".join(title.split()), "$.title"))
    _add(root, f"{{{DC}}}creator", _organization(document))
    _add(root, f"{{{DC}}}language", LANGUAGE)
    return xml(root)


def app_properties(document: Document) -> bytes:
    """The extended properties part: the program and the organization."""
    root = plain_root("Properties", EXTENDED)
    _add(root, f"{{{EXTENDED}}}Application", APPLICATION)
    _add(root, f"{{{EXTENDED}}}Company", _organization(document))
    return xml(root)


def _organization(document: Document) -> str:
    return checked(document.organization or "", "$.organization")


def _add(root: etree._Element, name: str, text: str) -> None:
    if text:
        etree.SubElement(root, name).text = text
