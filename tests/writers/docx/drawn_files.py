"""Tables drawn as in ``fixtures/layout/grids.case``, from what readers find in a file."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pypandoc
from lxml import etree

from tests.composition.drawn_grids import ABOVE, LEFT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GAP = "GwGap"
_MARKS = {f"{W}drawing": "[图]", f"{W}footnoteReference": "[注]", f"{W}br": "\n"}


def tables_in(body: etree._Element) -> list[str]:
    """The drawing of each table in a main part."""
    return [_table(table) for table in body.iterchildren(f"{W}tbl")]


def _table(table: etree._Element) -> str:
    return "/".join("|".join(_row(row)) for row in table.iterchildren(f"{W}tr"))


def _row(row: etree._Element) -> Iterator[str]:
    for cell in row.iterchildren(f"{W}tc"):
        merge, span = cell.find(f"{W}tcPr/{W}vMerge"), cell.find(f"{W}tcPr/{W}gridSpan")
        is_covered = merge is not None and merge.get(f"{W}val") != "restart"
        columns = 1 if span is None else int(span.get(f"{W}val", ""))
        yield ABOVE if is_covered else _blocks(list(cell)[1:])
        yield from [ABOVE if is_covered else LEFT] * (columns - 1)


def _blocks(blocks: Sequence[etree._Element]) -> str:
    found, last = "", ""
    for block in blocks:
        style = block.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") == GAP:
            continue
        if block.tag == f"{W}tbl":
            found += f"{{{_table(block)}}}"
        else:
            found += "¶" if last == f"{W}p" else ""
            found += "".join(_text(block))
        last = block.tag
    return found


def _text(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(f"{W}t", *_MARKS):
        yield _MARKS.get(element.tag) or element.text or ""


def tables_by_pandoc(path: Path) -> list[str]:
    """The drawing of each table that pandoc finds in a file; a paragraph that only the file has is
    not told from others."""
    command = (pypandoc.get_pandoc_path(), "--from=docx", "--to=json", str(path))
    done = subprocess.run(command, capture_output=True, check=True)
    blocks = json.loads(done.stdout)["blocks"]
    return [_pandoc_table(block["c"]) for block in blocks if block["t"] == "Table"]


def _pandoc_table(content: list[Any]) -> str:
    _, _, columns, head, bodies, foot = content
    rows = [*head[1]]
    for body in bodies:
        rows += [*body[2], *body[3]]
    rows += foot[1]
    grid = [[""] * len(columns) for _ in rows]
    taken: set[tuple[int, int]] = set()
    for r, (_, cells) in enumerate(rows):
        column = 0
        for _, _, down, across, blocks in cells:
            while (r, column) in taken:
                column += 1
            for row in range(r, r + down):
                for c in range(column, column + across):
                    taken.add((row, c))
                    grid[row][c] = LEFT if row == r else ABOVE
            grid[r][column] = "¶".join(map(_pandoc_block, blocks))
            column += across
    return "/".join("|".join(row) for row in grid)


def _pandoc_block(block: dict[str, Any]) -> str:
    if block["t"] == "Table":
        return f"{{{_pandoc_table(block['c'])}}}"
    return "".join(map(_pandoc_inline, block.get("c", [])))


def _pandoc_inline(inline: dict[str, Any]) -> str:
    words = {"Image": "[图]", "Note": "[注]", "Space": " ", "SoftBreak": "\n", "LineBreak": "\n"}
    if inline["t"] == "Str":
        return str(inline["c"])
    if inline["t"] in words:
        return words[inline["t"]]
    content = inline["c"][-1] if isinstance(inline["c"][-1], list) else inline["c"]
    return "".join(map(_pandoc_inline, content))


def words_of(drawing: str) -> str:
    """The characters of a drawing that are text, in order."""
    return re.sub(r"\[[图注]\]|[¶|/{}<^\s]", "", drawing)
