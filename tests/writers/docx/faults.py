"""What lies across the parts of a DOCX, and escapes a validator that looks at one at a time."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
REFERRING = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}

Parts = dict[str, etree._Element]


def faults(file: bytes) -> list[str]:
    """Every fault of a file, as a line each."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        names = archive.namelist()
        xml = [name for name in names if name.endswith((".xml", ".rels"))]
        parts = {name: etree.fromstring(archive.read(name)) for name in xml}
    return [
        *_names(names, parts),
        *_relationships(names, parts),
        *_styles(parts),
        *_notes(parts),
        *(fault for name, part in parts.items() for fault in _part(name, part)),
    ]


def _names(names: list[str], parts: Parts) -> Iterator[str]:
    yield from (f"{name}: twice" for name, count in Counter(names).items() if count > 1)
    types = parts["[Content_Types].xml"]
    named = {item.get("PartName", "")[1:] for item in types}
    suffixes = {item.get("Extension") for item in types}
    for name in names:
        known = suffixes - {"xml"} if name.startswith("word/") else suffixes
        if name not in named and name.rpartition(".")[2] not in known:
            yield f"{name}: no content type"
    yield from (f"{name}: named, not there" for name in named - {""} - set(names))


def _relationships(names: list[str], parts: Parts) -> Iterator[str]:
    targets: set[str] = set()
    for name, part in parts.items():
        folder, base = posixpath.split(name)
        relations = parts.get(posixpath.join(folder, "_rels", f"{base}.rels"), ())
        ids = {item.get("Id"): item.get("Target", "") for item in relations}
        targets |= {posixpath.normpath(posixpath.join(folder, path)) for path in ids.values()}
        for element in part.iter():
            for key, value in element.attrib.items():
                if str(key).startswith(R) and value not in ids:
                    yield f"{name}: relationship {value} is not there"
    root = {item.get("Target") for item in parts["_rels/.rels"]}
    yield from (f"{name}: no such part" for name in (targets | root) - set(names))
    content = {name for name in names if "_rels/" not in name and not name.startswith("[")}
    yield from (f"{name}: nothing refers to it" for name in content - targets - root)


def _styles(parts: Parts) -> Iterator[str]:
    known = {item.get(f"{W}styleId"): item.get(f"{W}type") for item in parts["word/styles.xml"]}
    for name, part in parts.items():
        for tag, kind in REFERRING.items():
            for element in part.iter(f"{W}{tag}"):
                if known.get(element.get(f"{W}val")) != kind:
                    yield f"{name}: {kind} style {element.get(f'{W}val')} is not there"
    for style in parts["word/styles.xml"].iter(f"{W}style"):
        for tag in ("basedOn", "next", "link"):
            other = style.find(f"{W}{tag}")
            if other is not None and other.get(f"{W}val") not in known:
                yield f"styles: {tag} {other.get(f'{W}val')} is not there"


def _notes(parts: Parts) -> Iterator[str]:
    called = [
        item.get(f"{W}id") for item in parts["word/document.xml"].iter(f"{W}footnoteReference")
    ]
    notes = [
        item.get(f"{W}id")
        for item in parts.get("word/footnotes.xml", ())
        if item.get(f"{W}type") is None
    ]
    if called != notes:
        yield f"notes {notes}, called {called}"


def _part(name: str, part: etree._Element) -> Iterator[str]:
    for cell in part.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield f"{name}: a cell that does not end in a paragraph"
    for paragraph in part.iter(f"{W}p"):
        if (paragraph.text or "").strip() or any((child.tail or "").strip() for child in paragraph):
            yield f"{name}: text in a paragraph outside of runs"
    for run in part.iter(f"{W}t"):
        if run.getparent() is None or run.getparent().tag != f"{W}r":  # type: ignore[union-attr]
            yield f"{name}: text outside of a run"
    fields = [item.get(f"{W}fldCharType") for item in part.iter(f"{W}fldChar")]
    if fields != ["begin", "separate", "end"] * (len(fields) // 3):
        yield f"{name}: field {fields}"
    numbers = Counter(item.get("id") for item in part.iter(DOC_PR))
    yield from (f"{name}: drawing {n} twice" for n, count in numbers.items() if count > 1)
