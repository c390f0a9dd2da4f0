"""Parts put together to an Open Packaging file, the same bytes for the same parts."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part as OpcPart
from lxml import etree

from converter.writers.docx.oxml import plain_root, xml

# The content type of a part follows from what it is to the part that refers to it.
CONTENT_TYPES = {
    RT.OFFICE_DOCUMENT: CT.WML_DOCUMENT_MAIN,
    RT.STYLES: CT.WML_STYLES,
    RT.SETTINGS: CT.WML_SETTINGS,
    RT.FONT_TABLE: CT.WML_FONT_TABLE,
    RT.THEME: CT.OFC_THEME,
    RT.FOOTER: CT.WML_FOOTER,
    RT.CORE_PROPERTIES: CT.OPC_CORE_PROPERTIES,
    RT.EXTENDED_PROPERTIES: CT.OFC_EXTENDED_PROPERTIES,
}

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

# The earliest time that a ZIP archive can hold: the time of writing would differ on every run.
EPOCH = (1980, 1, 1, 0, 0, 0)
LEVEL = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name, what it is to its owner, the id of that relationship, its content."""

    name: str
    relationship: str
    id: str
    content: bytes


def pack(main: Part, inner: tuple[Part, ...], outer: tuple[Part, ...]) -> bytes:
    """A file with ``main`` and ``outer`` at its root, and ``inner`` belonging to ``main``."""
    package = OpcPackage()
    document = _relate(package, main)
    for part in inner:
        _relate(document, part)
    for part in outer:
        _relate(package, part)
    return _write(package)


def _relate(owner: OpcPackage | OpcPart, part: Part) -> OpcPart:
    kind = CONTENT_TYPES[part.relationship]
    opc = OpcPart(PackURI(part.name), kind, part.content)
    owner.load_rel(part.relationship, opc, part.id)
    return opc


def _write(package: OpcPackage) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        _add(archive, CONTENT_TYPES_URI, _content_types(package.parts))
        _add(archive, PACKAGE_URI.rels_uri, package.rels.xml)
        for part in package.parts:
            _add(archive, part.partname, part.blob)
            if len(part.rels):
                _add(archive, part.partname.rels_uri, part.rels.xml)
    return stream.getvalue()


def _add(archive: ZipFile, name: PackURI, content: bytes) -> None:
    info = ZipInfo(name.membername, EPOCH)
    info.create_system = 0  # else the operating system's number
    archive.writestr(info, content, ZIP_DEFLATED, LEVEL)


def _content_types(parts: list[OpcPart]) -> bytes:
    types = plain_root("Types", TYPES)
    for extension, kind in (("rels", CT.OPC_RELATIONSHIPS), ("xml", CT.XML)):
        etree.SubElement(types, f"{{{TYPES}}}Default", Extension=extension, ContentType=kind)
    for part in parts:
        override = {"PartName": part.partname, "ContentType": part.content_type}
        etree.SubElement(types, f"{{{TYPES}}}Override", override)
    return xml(types)
