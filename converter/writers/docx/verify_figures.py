"""What a main part has beside texts, held against the composition: pictures, and the cells of
tables that are more than texts."""

from __future__ import annotations

from converter.composition.blocks import Frame, Paragraph, Picture, Table
from converter.writers.docx.nodes import SEPARATOR, demand, qn
from converter.writers.docx.oxml import WP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.composition.blocks import Cell, Composition
    from converter.composition.pictures import PictureFile
    from converter.writers.docx.archive import Archive
    from converter.writers.docx.nodes import Node

_EXTENT = f"{WP}{SEPARATOR}extent"


def check_pictures(archive: Archive, names: list[str], composition: Composition) -> None:
    """Raises Fault unless the parts of the ``names`` are the pictures of a composition, in
    order."""
    files = list(_files(composition))
    demand(len(names) == len(files), "图片数不对", "wrong number of pictures")
    for name, file in zip(names, files, strict=True):
        demand(archive.read(name) == file.data, "图片不符", "wrong picture")


def _files(composition: Composition) -> Iterator[PictureFile]:
    for sheet in composition.sheets:
        for block in sheet.blocks:
            if isinstance(block, Picture):
                yield block.file
            elif isinstance(block, Frame):
                for row in block.rows:
                    for cell in row:
                        for paragraph in cell:
                            yield from _shown(paragraph)
            else:
                yield from _shown(block)


def _shown(block: Paragraph | Table) -> Iterator[PictureFile]:
    """The picture files that a paragraph or a table shows."""
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                for item in cell.content:
                    yield from _shown(item)
        return
    for span in block.spans:
        if span.picture:
            yield span.picture.file
    if block.seal:
        yield block.seal.file


def check_tables(root: Node, composition: Composition) -> None:
    """Raises Fault unless the tables in a main part have the columns, the rows, the merged cells
    and the content of those of a composition."""
    body = root.find(qn("body"))
    found = [child for child in body.children if child.name == qn("tbl")] if body else []
    wanted = [
        block
        for sheet in composition.sheets
        for block in sheet.blocks
        if isinstance(block, Table | Frame)
    ]
    demand(len(found) == len(wanted), "表格数不对", "wrong number of tables")
    for node, block in zip(found, wanted, strict=True):
        if isinstance(block, Table):
            _check_table(node, block)


def _check_table(node: Node, table: Table) -> None:
    columns = [column.get(qn("w")) for column in node.iter_of(qn("tblGrid"), qn("gridCol"))]
    widths = [str(width.twips) for width in table.widths]
    demand(columns == widths, "表格的栏不对", "wrong columns of a table")
    rows = [child for child in node.children if child.name == qn("tr")]
    demand(len(rows) == len(table.rows), "表格的行数不对", "wrong number of rows")
    for index, (found, row) in enumerate(zip(rows, table.rows, strict=True)):
        repeated = next(found.iter_of(qn("trPr"), qn("tblHeader")), None) is not None
        wanted = table.repeats and index < table.header_rows
        demand(repeated == wanted, "表头不对", "wrong header of a table")
        cells = [child for child in found.children if child.name == qn("tc")]
        demand(len(cells) == len(row), "格子数不对", "wrong number of cells")
        for own, cell in zip(cells, row, strict=True):
            _check_cell(own, cell)


def _check_cell(node: Node, cell: Cell) -> None:
    spans = [span.get(qn("val")) for span in node.iter_of(qn("tcPr"), qn("gridSpan"))]
    merges = [merge.get(qn("val")) for merge in node.iter_of(qn("tcPr"), qn("vMerge"))]
    wanted = [""] if cell.continued else ["restart"] if cell.rows > 1 else []
    across = [str(cell.columns)] if cell.columns > 1 else []
    demand(spans == across and merges == wanted, "合并的格子不对", "wrong merged cell")
    blocks = [child for child in node.children if child.name in (qn("p"), qn("tbl"))]
    demand(bool(blocks) and blocks[-1].name == qn("p"), "格子没有段落", "a cell without paragraph")
    tables = [block for block in blocks if block.name == qn("tbl")]
    inner = [item for item in cell.content if isinstance(item, Table)]
    demand(len(tables) == len(inner), "格子里的表格数不对", "wrong number of tables in a cell")
    for found, table in zip(tables, inner, strict=True):
        _check_table(found, table)
    _check_paragraphs([block for block in blocks if block.name == qn("p")], cell)


def _check_paragraphs(nodes: list[Node], cell: Cell) -> None:
    """The paragraphs of a cell, those that only a file has left out, have the pictures in the size
    that they must have."""
    wanted = [item for item in cell.content if isinstance(item, Paragraph)]
    gaps = sum(isinstance(item, Table) for item in cell.content)
    least = len(wanted) if cell.content else 1
    number = "格子里的段落数不对", "wrong number of paragraphs in a cell"
    demand(least <= len(nodes) <= least + gaps, *number)
    extents = [(e.get("cx"), e.get("cy")) for node in nodes for e in node.iter(_EXTENT)]
    pictures = [span.picture for item in wanted for span in item.spans if span.picture]
    sizes = [(str(picture.width.emu), str(picture.height.emu)) for picture in pictures]
    demand(extents == sizes, "格子里的图片不对", "wrong pictures in a cell")
