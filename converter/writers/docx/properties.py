"""What a file manager shows of a document: title and organization. No times, no user names."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from converter.model.nodes import Document
from converter.writers.docx.oxml import checked, plain_root, xml
from converter.writers.docx.parts import Part

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
APPLICATION = "gongwen"
LANGUAGE = "zh-CN"


def core_properties(document: Document) -> Part:
    """The core properties part: title, creator and language."""
    title = checked(document.name, "$.title")
    root = etree.Element(f"{{{CORE}}}coreProperties", nsmap={"cp": CORE, "dc": DC})
    _add(root, f"{{{DC}}}title", " ".join(title.split()))
    _add(root, f"{{{DC}}}creator", _organization(document))
    _add(root, f"{{{DC}}}language", LANGUAGE)
    name = "/docProps/core.xml"
    return Part(name, RT.CORE_PROPERTIES, "core", xml(root), CT.OPC_CORE_PROPERTIES)


def app_properties(document: Document) -> Part:
    """The extended properties part: the program and the organization."""
    root = plain_root("Properties", EXTENDED)
    _add(root, f"{{{EXTENDED}}}Application", APPLICATION)
    _add(root, f"{{{EXTENDED}}}Company", _organization(document))
    name = "/docProps/app.xml"
    return Part(name, RT.EXTENDED_PROPERTIES, "app", xml(root), CT.OFC_EXTENDED_PROPERTIES)


def _organization(document: Document) -> str:
    return checked(document.organization or "", "$.organization")


def _add(root: etree._Element, name: str, text: str) -> None:
    if text:
        etree.SubElement(root, name).text = text
