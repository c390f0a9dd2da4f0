"""The check of what was written: the file is opened again and compared with layout and
composition before anything reaches the disk.

What it finds is a defect of this program, and nothing is written then. It reads the file as any
reader does, by its relationships, and asks the layout, not the writer, what must be there. What
has been read and found good once in a process is not read again: a member that is the same to the
byte as one before, as it is stored, is as good.
"""

from __future__ import annotations

import zlib
from pyexpat import ExpatError

from converter.bilingual import Text
from converter.composition.blocks import Frame, Paragraph, Table
from converter.errors import ConverterError
from converter.writers.docx.archive import Archive
from converter.writers.docx.looks import looks_of
from converter.writers.docx.nodes import Fault, demand, parsed, qn
from converter.writers.docx.skeleton import MAIN, built_in_styles
from converter.writers.docx.verify_body import Body
from converter.writers.docx.verify_parts import number_in, once, relations, settings_checked, typed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.composition.blocks import Composition, Sheet
    from converter.layout.table import Layout
    from converter.writers.docx.looks import Looks
    from converter.writers.docx.verify_body import Section

_GRID_UNIT = 4096
"""What the grid adds to a character is counted in so many parts of a point."""


def verify(data: bytes, layout: Layout, composition: Composition) -> None:
    """Check the bytes of a DOCX file against the layout and composition it was made of: page,
    margins, grid and page number of every section, every style that is used, all references,
    every text. Raises ConverterError for the first thing that is not as it must be.
    """
    try:
        _Check(Archive(data), layout, composition).run()
    except Fault as fault:
        raise _defect(fault.what) from fault
    except (ExpatError, KeyError, ValueError, zlib.error) as error:
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

    def __init__(self, archive: Archive, layout: Layout, composition: Composition) -> None:
        self.archive, self.layout, self.composition = archive, layout, composition
        self.targets = relations(archive, "word/_rels/document.xml.rels")

    def run(self) -> None:
        """Raises Fault for the first thing that is wrong."""
        looks = looks_of(self.layout)
        styles = _styles(self.archive, "word/styles.xml", looks)
        settings_checked(self.archive, "word/settings.xml")
        self.check_parts()
        body, notes = Body(styles, self.targets, self.fonts), list[str]()
        body.read(self.archive.chunks(MAIN), _wanted(self.composition, notes))
        self.check_sections(body.sections)
        self.check_footnotes(body.notes, notes)
        self.check_figures(body.pictures)

    def check_figures(self, pictures: list[str]) -> None:
        """The pictures are those of the composition, and so are the tables that have more than a
        text in each cell."""
        blocks = [block for sheet in self.composition.sheets for block in sheet.blocks]
        others = [block for block in blocks if not isinstance(block, Paragraph)]
        are_plain = all(block.is_plain for block in others if isinstance(block, Table))
        if not (pictures or others):
            return
        from converter.writers.docx.verify_figures import check_pictures, check_tables

        names = [self.targets[target] for target in pictures]
        check_pictures(self.archive, names, self.composition)
        if not are_plain:
            check_tables(parsed(self.archive.read(MAIN)), self.composition)

    def check_parts(self) -> None:
        """Every relationship leads to a part, and every part has a type."""
        names = self.archive.names
        for name in self.targets.values():
            demand(name in names, "缺少部件", f"missing part {name}")
        suffixes, known = typed(self.archive, "[Content_Types].xml")
        for name in names - known:
            good = name.rpartition(".")[2] in suffixes
            demand(good, "有部件没有类型", f"part without a type: {name}")

    def fonts(self) -> set[str | None]:
        """The names of the layout's fonts: those that are said directly must be among them."""
        return {font.name for font in self.layout.fonts}

    def check_sections(self, sections: list[Section]) -> None:
        """One section a sheet, each with its paper, margins, grid and page numbers."""
        sheets = self.composition.sheets
        demand(len(sections) == len(sheets), "节数不对", "wrong number of sections")
        for section, sheet in zip(sections, sheets, strict=True):
            self.check_page(section, sheet)
            self.check_grid(section)
            self.check_numbers(section, sheet)

    def check_page(self, section: Section, sheet: Sheet) -> None:
        """Paper, margins, where the section starts."""
        page, facts = sheet.page, section.facts
        size, margins = facts.get("pgSz", {}), facts.get("pgMar", {})
        wanted = {"w": page.width.twips, "h": page.height.twips}
        demand(_says(size, wanted), "纸张不对", "wrong paper")
        turned = size.get("orient", "portrait") == "landscape"
        demand(turned == sheet.landscape, "纸张方向不对", "wrong orientation")
        wanted = {"gutter": 0, "top": page.top.twips, "right": page.right.twips}
        wanted |= {"bottom": page.bottom.twips, "left": page.left.twips}
        demand(_says(margins, wanted), "页边距不对", "wrong margins")
        start = facts.get("type", {}).get("val")
        starts = ("evenPage",) if sheet.start == "even" else ("nextPage", None)
        demand(start in starts, "节的起始页不对", "wrong start of a section")
        if sheet.numbered and not sheet.landscape:
            place = {"footer": page.footer.twips}
            demand(_says(margins, place), "页码位置不对", "wrong place of the page number")

    def check_grid(self, section: Section) -> None:
        """The grid has the layout's lines, and characters that fit."""
        grid, values = self.layout.grid, section.facts.get("docGrid", {})
        kind = "lines" if grid.kind == "lines" else "linesAndChars"
        wanted = {"linePitch": grid.line_pitch.twips}
        demand(values.get("type") == kind and _says(values, wanted), "网格不对", "wrong grid")
        if grid.kind == "characters":
            cell = self.layout.styles.body.size.pt + int(values.get("charSpace", 0)) / _GRID_UNIT
            fit = int(self.layout.page.text_width.pt / cell)
            demand(fit == grid.characters, "每行字数不对", "wrong number of characters a line")

    def check_numbers(self, section: Section, sheet: Sheet) -> None:
        """Odd, even and first pages show the number where they must, and only there."""
        first = "titlePg" in section.facts
        demand(first != sheet.number_first, "首页页码不对", "wrong number on a first page")
        for kind in ("default", "even", "first") if first else ("default", "even"):
            demand(("footer", kind) in section.edges, "缺少页脚", "missing footer")
            shown = self.number_wanted(kind) if sheet.numbered and kind != "first" else None
            wanted = (shown, None) if sheet.landscape else (None, shown)
            found = self.number(section, "header", kind), self.number(section, "footer", kind)
            demand(found == wanted, "页码不对", "wrong page number")

    def number(self, section: Section, name: str, kind: str) -> tuple[str, str, int, int] | None:
        """The number in a header or footer that the section has itself."""
        edge = section.edges.get((name, kind))
        return None if edge is None else number_in(self.archive, self.targets[edge])

    def number_wanted(self, kind: str) -> tuple[str, str, int, int]:
        """Text, alignment, left and right indent of the page number on a kind of page."""
        number = self.layout.page_number
        text = f"{number.before}PAGE{number.after}"
        if number.position == "center":
            return text, "center", 0, 0
        outer = number.outer.twips
        return (text, "left", outer, 0) if kind == "even" else (text, "right", 0, outer)

    def check_footnotes(self, marks: list[str], wanted: list[str]) -> None:
        """Footnotes are called in order, each once, and say what they must."""
        numbers = [str(number) for number in range(1, len(wanted) + 1)]
        demand(marks == numbers, "脚注序号不对", "wrong numbers of footnotes")
        if wanted:
            part = parsed(self.archive.read("word/footnotes.xml"))
            notes = {note.get(qn("id")): note for note in part.children}
            texts = ["".join(text.text for text in notes[n].iter(qn("t"))) for n in numbers]
            demand([text.strip() for text in texts] == wanted, "脚注不符", "wrong footnote")


@once
def _styles(content: bytes, looks: Looks) -> frozenset[str]:
    """The ids of the styles, all of which are as the layout says."""
    known = built_in_styles(looks.layout)
    if known and known.content == content:
        return known.ids  # checked when they were made
    from converter.writers.docx.verify_styles import styles_checked

    return styles_checked(content, looks)


def _says(values: dict[str, str], wanted: dict[str, int]) -> bool:
    return all(values.get(name) == str(value) for name, value in wanted.items())


def _bare(text: str) -> str:
    """The text without what is an element of its own in a file."""
    for control in "\t\n\r":
        if control in text:
            text = text.replace(control, "")
    return text


def _wanted(composition: Composition, notes: list[str]) -> Iterator[str]:
    """The text of each paragraph of a composition that has one, in the order in which a file has
    them; ``notes`` gets the texts of the footnotes."""
    for paragraph in _paragraphs(composition):
        if isinstance(paragraph, str):
            text = paragraph
        else:
            text = paragraph.text
            notes += [_bare(s.footnote) for s in paragraph.spans if s.footnote is not None]
        if text := _bare(text):
            yield text


def _paragraphs(composition: Composition) -> Iterator[Paragraph | str]:
    """The paragraphs, and the texts of cells, which are paragraphs too, as a file has them."""
    for sheet in composition.sheets:
        if sheet.margin:
            yield sheet.margin.mark
        for block in sheet.blocks:
            if isinstance(block, Paragraph):
                yield block
            elif isinstance(block, Table):
                yield from _in_table(block)
            elif isinstance(block, Frame):
                yield from (each for row in block.rows for cell in row for each in cell)
        if sheet.imprint:
            yield from (paragraph for row in sheet.imprint.rows for paragraph in row)


def _in_table(table: Table) -> Iterator[Paragraph | str]:
    for row in table.rows:
        for cell in row:
            if not cell.content:
                yield cell.text
                continue
            for item in cell.content:
                if isinstance(item, Table):
                    yield from _in_table(item)
                else:
                    yield item
