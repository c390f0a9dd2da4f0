"""Parts put together to an Open Packaging file, the same bytes for the same parts."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part as OpcPart
from lxml import etree

from converter.composition.pictures import TYPES as PICTURES
from converter.writers.docx.oxml import plain_root, xml
from converter.writers.docx.parts import Part

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

# The earliest time that a ZIP archive can hold: the time of writing would differ on every run.
EPOCH = (1980, 1, 1, 0, 0, 0)
LEVEL = 6


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
    opc = OpcPart(PackURI(part.name), part.content_type, part.content)
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
    """The part that tells what each part is: pictures by their suffix, the others by name."""
    types = plain_root("Types", TYPES)
    defaults = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}
    defaults |= {p.partname.ext: p.content_type for p in parts if p.content_type in PICTURES}
    for extension, kind in defaults.items():
        etree.SubElement(types, f"{{{TYPES}}}Default", Extension=extension, ContentType=kind)
    for part in parts:
        if part.content_type not in PICTURES:
            override = {"PartName": part.partname, "ContentType": part.content_type}
            etree.SubElement(types, f"{{{TYPES}}}Override", override)
    return xml(types)
