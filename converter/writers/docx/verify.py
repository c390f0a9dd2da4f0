"""The check of what was written: the file is opened again and compared with layout and
composition before anything reaches the disk.

What it finds is a defect of this program, and nothing is written then. It reads the file as any
reader does, by its relationships, and asks the layout, not the writer, what must be there.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import groupby, zip_longest
from zipfile import BadZipFile, ZipFile

from lxml import etree

from converter.bilingual import Text
from converter.composition.blocks import Composition, Frame, Paragraph, Picture, Sheet, Table
from converter.errors import ConverterError
from converter.layout.table import Layout
from converter.writers.docx.drawing import A
from converter.writers.docx.looks import looks_of
from converter.writers.docx.oxml import R, qn
from converter.writers.docx.verify_parts import (
    SLOTS,
    Fault,
    demand,
    number_in,
    paragraph_of,
    relations,
    settings_checked,
    styles_checked,
    typed,
)

_DOCUMENT = "word/document.xml"
_STYLES = ("pStyle", "rStyle", "tblStyle")
_REFERENCES = {
    qn("headerReference"): f"{{{R}}}id",
    qn("footerReference"): f"{{{R}}}id",
    f"{{{A}}}blip": f"{{{R}}}embed",
}
_HOLDERS = ("tc", "txbxContent")
_WATCHED = (
    *map(qn, (*_STYLES, *_HOLDERS, "t", "rFonts", "footnoteReference", "sectPr")),
    *_REFERENCES,
)


def verify(data: bytes, layout: Layout, composition: Composition) -> None:
    """Check the bytes of a DOCX file against the layout and composition it was made of: page,
    margins, grid and page number of every section, every style that is used, all references,
    every text. Raises ConverterError for the first thing that is not as it must be.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            _Check(archive, layout, composition).run()
    except Fault as fault:
        raise _defect(fault.what) from fault
    except (BadZipFile, KeyError, ValueError, zlib.error, etree.XMLSyntaxError) as error:
        raise _defect(Text("文件不完整", "the file is incomplete")) from error


def _defect(what: Text) -> ConverterError:
    return ConverterError(
        Text(
            f"程序有误：DOCX 与版式不符（{what.zh}），没有写出任何文件",
            f"defect: the DOCX file is not as its layout says ({what.en}); nothing was written",
        ),
        "",
        Text("请把稿件和版式发给维护者", "please report this with the draft and the layout"),
    )


class _Check:
    """One file being checked."""

    def __init__(self, archive: ZipFile, layout: Layout, composition: Composition) -> None:
        self.archive, self.layout, self.composition = archive, layout, composition
        self.names = frozenset(archive.namelist())
        self.targets = relations(archive.read("word/_rels/document.xml.rels"))

    def run(self) -> None:
        """Raises Fault for the first thing that is wrong."""
        looks = looks_of(self.layout)
        styles = styles_checked(self.archive.read("word/styles.xml"), looks)
        settings_checked(self.archive.read("word/settings.xml"))
        self.check_parts()
        found: dict[str, list[etree._Element]] = {tag: [] for tag in _WATCHED}
        for element in etree.fromstring(self.archive.read(_DOCUMENT)).iter(*_WATCHED):
            found[element.tag].append(element)
        for name in _STYLES:
            for element in found[qn(name)]:
                demand(element.get(qn("val")) in styles, "用了没有的样式", "unknown style")
        for tag, attribute in _REFERENCES.items():
            for element in found[tag]:
                demand(element.get(attribute) in self.targets, "引用了没有的部件", "unknown part")
        for name in _HOLDERS:
            for element in found[qn(name)]:
                filled = element.find(qn("p")) is not None
                demand(filled, "有空的单元格或文本框", "a cell or box without a paragraph")
        self.check_fonts(found[qn("rFonts")])
        self.check_sections(found[qn("sectPr")])
        self.check_texts(found[qn("t")])
        self.check_footnotes(found[qn("footnoteReference")])

    def check_parts(self) -> None:
        """Every relationship leads to a part, and every part has a type."""
        for name in self.targets.values():
            demand(name in self.names, "缺少部件", f"missing part {name}")
        for name in self.names - typed(self.archive.read("[Content_Types].xml"), self.names):
            demand(False, "有部件没有类型", f"part without a type: {name}")

    def check_fonts(self, direct: list[etree._Element]) -> None:
        """Fonts that are said directly are those of the layout, in all four slots."""
        known = {font.name for font in self.layout.fonts}
        for fonts in direct:
            slots = {fonts.get(qn(slot)) for slot in SLOTS}
            demand(slots <= known, "用了版式以外的字体", "a font that is not the layout's")

    def check_sections(self, sections: list[etree._Element]) -> None:
        """One section a sheet, each with its paper, margins, grid and page numbers."""
        sheets = self.composition.sheets
        demand(len(sections) == len(sheets), "节数不对", "wrong number of sections")
        for section, sheet in zip(sections, sheets, strict=True):
            self.check_page(section, sheet)
            self.check_grid(section)
            self.check_numbers(section, sheet)

    def check_page(self, section: etree._Element, sheet: Sheet) -> None:
        """Paper, margins, where the section starts."""
        page = sheet.page
        size, margins = _attributes(section, "pgSz"), _attributes(section, "pgMar")
        wanted = {"w": page.width.twips, "h": page.height.twips}
        demand(_says(size, wanted), "纸张不对", "wrong paper")
        turned = size.get("orient", "portrait") == "landscape"
        demand(turned == sheet.landscape, "纸张方向不对", "wrong orientation")
        edges = ("top", "right", "bottom", "left")
        wanted = {"gutter": 0, **{edge: getattr(page, edge).twips for edge in edges}}
        demand(_says(margins, wanted), "页边距不对", "wrong margins")
        start = _attributes(section, "type").get("val")
        starts = ("evenPage",) if sheet.start == "even" else ("nextPage", None)
        demand(start in starts, "节的起始页不对", "wrong start of a section")
        if sheet.numbered and not sheet.landscape:
            place = {"footer": page.footer.twips}
            demand(_says(margins, place), "页码位置不对", "wrong place of the page number")

    def check_grid(self, section: etree._Element) -> None:
        """The grid has the layout's lines, and characters that fit."""
        grid, values = self.layout.grid, _attributes(section, "docGrid")
        kind = "lines" if grid.kind == "lines" else "linesAndChars"
        wanted = {"linePitch": grid.line_pitch.twips}
        demand(values.get("type") == kind and _says(values, wanted), "网格不对", "wrong grid")
        if grid.kind == "characters":
            cell = self.layout.styles.body.size.pt + int(values.get("charSpace", 0)) / 4096
            fit = int(self.layout.page.text_width.pt / cell)
            demand(fit == grid.characters, "每行字数不对", "wrong number of characters a line")

    def check_numbers(self, section: etree._Element, sheet: Sheet) -> None:
        """Odd, even and first pages show the number where they must, and only there."""
        first = section.find(qn("titlePg")) is not None
        demand(first != sheet.number_first, "首页页码不对", "wrong number on a first page")
        for kind in ("default", "even", "first") if first else ("default", "even"):
            footer = self.edge(section, "footer", kind)
            demand(footer is not None, "缺少页脚", "missing footer")
            header = self.edge(section, "header", kind)
            shown = self.number_wanted(kind) if sheet.numbered and kind != "first" else None
            wanted = (shown, None) if sheet.landscape else (None, shown)
            found = (number_in(header or b""), number_in(footer or b""))
            demand(found == wanted, "页码不对", "wrong page number")

    def edge(self, section: etree._Element, name: str, kind: str) -> bytes | None:
        """The content of a header or footer that the section has itself."""
        for reference in section.iterfind(qn(f"{name}Reference")):
            if reference.get(qn("type")) == kind:
                return self.archive.read(self.targets[reference.get(f"{{{R}}}id", "")])
        return None

    def number_wanted(self, kind: str) -> tuple[str, str, int, int]:
        """Text, alignment, left and right indent of the page number on a kind of page."""
        number = self.layout.page_number
        text = f"{number.before}PAGE{number.after}"
        if number.position == "center":
            return text, "center", 0, 0
        outer = number.outer.twips
        return (text, "left", outer, 0) if kind == "even" else (text, "right", 0, outer)

    def check_texts(self, texts: list[etree._Element]) -> None:
        """Every text of the composition is there, paragraph by paragraph, and nothing else."""
        found = filter(None, _by_paragraph(texts))
        wanted = (text for text in map(_bare, _wanted(self.composition)) if text)
        for one, other in zip_longest(found, wanted):
            demand(one == other, "文字不符", "wrong text")

    def check_footnotes(self, called: list[etree._Element]) -> None:
        """Footnotes are called in order, each once, and say what they must."""
        marks = [mark.get(qn("id")) for mark in called]
        wanted = [_bare(text) for text in _footnotes(self.composition)]
        numbers = [str(number) for number in range(1, len(wanted) + 1)]
        demand(marks == numbers, "脚注序号不对", "wrong numbers of footnotes")
        if wanted:
            part = etree.fromstring(self.archive.read("word/footnotes.xml"))
            notes = {note.get(qn("id")): note for note in part}
            texts = ["".join(_by_paragraph(notes[n].iter(qn("t")))) for n in numbers]
            demand([text.strip() for text in texts] == wanted, "脚注不符", "wrong footnote")


def _attributes(section: etree._Element, name: str) -> dict[str, str]:
    """The attributes of a child without their namespace; empty where there is no child."""
    child = section.find(qn(name))
    if child is None:
        return {}
    return {etree.QName(str(key)).localname: str(value) for key, value in child.attrib.items()}


def _says(values: dict[str, str], wanted: dict[str, int]) -> bool:
    return all(values.get(name) == str(value) for name, value in wanted.items())


def _by_paragraph(texts: Iterable[etree._Element]) -> Iterator[str]:
    """The text of each paragraph."""
    for _, group in groupby(texts, key=paragraph_of):
        yield "".join(text.text or "" for text in group)


def _bare(text: str) -> str:
    """The text without what is an element of its own in a file."""
    for control in "\t\n\r":
        if control in text:
            text = text.replace(control, "")
    return text


def _wanted(composition: Composition) -> Iterator[str]:
    """The text of each paragraph of a composition, in the order in which a file has them."""
    for sheet in composition.sheets:
        if sheet.margin:
            yield sheet.margin.mark.text
        for block in sheet.blocks:
            if isinstance(block, Table):
                yield from (cell.text for row in block.rows for cell in row)
            else:
                yield from (paragraph.text for paragraph in _paragraphs(block))
        if sheet.imprint:
            yield from (paragraph.text for row in sheet.imprint.rows for paragraph in row)


def _paragraphs(block: Paragraph | Frame | Picture) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Frame):
        yield from (paragraph for row in block.rows for cell in row for paragraph in cell)


def _footnotes(composition: Composition) -> Iterator[str]:
    for sheet in composition.sheets:
        for block in sheet.blocks:
            if not isinstance(block, Table):
                for paragraph in _paragraphs(block):
                    notes = (span.footnote for span in paragraph.spans)
                    yield from (note for note in notes if note is not None)
