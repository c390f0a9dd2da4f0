"""Compositions that between them have every kind of block, and layouts that write them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from converter.composition.blocks import (
    Block,
    Cell,
    Composition,
    Frame,
    Imprint,
    Indents,
    Paragraph,
    Picture,
    Seal,
    Sheet,
    Span,
    Tab,
    Table,
)
from converter.composition.pictures import PictureFile, measured
from converter.layout.gbt9704 import HEAD_RULE, IMPRINT, LAYOUTS, REPORT
from converter.layout.table import Font, Layout, TableLook, TextStyle
from converter.layout.units import mm, pt
from converter.model.nodes import Document
from converter.writers.docx import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}
STYLES = REPORT.styles
TIMES = Font(
    name="Times New Roman",
    alternatives=(),
    panose="02020603050405020304",
    family="roman",
    pitch="variable",
    charset="00",
)
THREE_LINES = replace(REPORT.table, form="three-line")
VARIANTS: dict[str, Layout] = {
    **LAYOUTS,
    "latin": replace(REPORT, latin=TIMES),
    "three-line": replace(REPORT, table=THREE_LINES),
    "characters": replace(
        REPORT, grid=replace(REPORT.grid, kind="characters", character_spacing=pt(0)), mirror=True
    ),
}


def png(width: int, height: int) -> PictureFile:
    """A picture of one colour, of so many pixels at 96 to the inch."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x60" * width) * height)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    data += chunk(b"pHYs", struct.pack(">IIB", 3780, 3780, 1)) + chunk(b"IDAT", pixels)
    return measured(data + chunk(b"IEND", b""), "picture.png", "$")


PICTURE = png(40, 20)
SEAL = png(30, 30)


def para(style: TextStyle, *spans: Span | str, **more: object) -> Paragraph:
    """A paragraph whose spans may be given as plain texts."""
    found = tuple(Span(item) if isinstance(item, str) else item for item in spans)
    return Paragraph(style=style, spans=found, **more)  # type: ignore[arg-type]


def table(look: TableLook = REPORT.table, header_rows: int = 1) -> Table:
    """A small table with a long text, an empty cell and a broken line in it."""
    rows = [
        ("序号", "项目", "投资"),
        ("1", "云岭县清水河治理工程" * 3, "13.45"),
        ("2", "", "甲\n乙"),
    ]
    return Table(
        rows=tuple(
            (Cell(text=a), Cell(text=b, align="left"), Cell(text=c, align="right"))
            for a, b, c in rows
        ),
        widths=(mm(20), mm(100), mm(36)),
        look=look,
        header=STYLES.table_header,
        body=STYLES.table_body,
        header_rows=header_rows,
    )


def frame() -> Frame:
    """Two names, one below the other, and what is common to them beside both."""
    return Frame(
        rows=(
            ((para(STYLES.mark, "云岭县水务局", size=pt(30), height=pt(40)),), (_common(),)),
            ((para(STYLES.mark, "云岭县财政局", size=pt(30), height=pt(40)),), ()),
        ),
        widths=(mm(100), mm(40)),
        merged=(1,),
        heights=(pt(40), None),
    )


def _common() -> Paragraph:
    return para(STYLES.mark, "文件", size=pt(30), height=pt(40))


def picture(description: str = "") -> Picture:
    """A picture, wider on the page than by its own size."""
    return Picture(
        file=PICTURE,
        width=mm(100),
        height=mm(50),
        style=STYLES.picture,
        description=description,
        keep_next=bool(description),
    )


def paragraphs() -> Iterator[Paragraph]:
    """Paragraphs that between them have everything that a paragraph may have."""
    yield para(STYLES.document_number, "云水〔2024〕5号", rule=HEAD_RULE, before=mm(10))
    yield para(STYLES.title, "云岭县水务局\n2024年工作总结", after=pt(0))
    yield para(STYLES.body, "完成投资", Span("13.45亿元", footnote="据A县2024年公报。"), "，增长。")
    yield para(STYLES.body, Span("（一）供水。", style=STYLES.heading_2), "供水DN300管网平稳。")
    yield para(STYLES.body)
    yield para(STYLES.heading_1, "二、存在问题", keep_next=False)
    yield para(
        STYLES.signer, "\t云水〔2024〕5号\t签发人：", tabs=(Tab(pt(16)), Tab(pt(300), "right"))
    )
    yield para(STYLES.attachment_next, "12.\t名称", indents=Indents(mm(40), mm(0), -mm(12)))
    yield para(STYLES.attachment_label, "附件1", page_break=True)
    yield para(STYLES.body, Span("末句", footnote="第二条\n分两行"), align="left", keep_next=True)
    yield para(STYLES.signature, "云岭县水务局", seal=Seal(SEAL, mm(42), mm(100), mm(5)))


def everything(layout: Layout) -> Composition:
    """Sheets that end in each kind of block, upright, turned, and with an imprint."""
    page = layout.page
    end = Imprint(
        ((para(STYLES.copies, "抄送：县委办公室。"),), (para(STYLES.printing, "县水务局"),)),
        (IMPRINT.outer, IMPRINT.inner, IMPRINT.outer),
    )
    sheets: tuple[tuple[Block, ...], ...] = (
        (*paragraphs(), table(layout.table), table(THREE_LINES), table(layout.table, 2)),
        (frame(), frame(), picture("图1 “清水河”<示意>"), picture()),
    )
    return Composition(
        (
            *(Sheet(page=page, blocks=blocks) for blocks in sheets),
            Sheet(page=page.turned(), blocks=(table(layout.table),), landscape=True),
            Sheet(page=page, blocks=(para(STYLES.body, "完"),), start="even", imprint=end),
        )
    )


def file_of(*blocks: Block, layout: Layout = REPORT) -> bytes:
    """A file of one sheet with ``blocks``."""
    return write(Composition((Sheet(page=layout.page, blocks=blocks),)), layout, Document())


def parts_in(file: bytes) -> dict[str, etree._Element]:
    """The XML parts of a file, parsed, by name."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def main_part(*blocks: Block, layout: Layout = REPORT) -> etree._Element:
    """The main part of a file of one sheet with ``blocks``."""
    return parts_in(file_of(*blocks, layout=layout))["word/document.xml"]


def attributes(element: etree._Element | None) -> dict[str, str] | None:
    """The attributes of an element, names without namespace; None if there is no element."""
    if element is None:
        return None
    return {etree.QName(key).localname: str(value) for key, value in element.attrib.items()}


def the(element: etree._Element, path: str) -> etree._Element:
    """What ``path`` finds in ``element``; it must be there."""
    found = element.find(path, NS)
    assert found is not None, path
    return found
