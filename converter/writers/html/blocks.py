"""The blocks of a composition as HTML: tables, frames, pictures, and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from converter.composition.blocks import Block, Cell, Frame, Imprint, Paragraph, Picture, Table
from converter.layout.table import Rule, TextStyle
from converter.writers.html.classes import joined, pt
from converter.writers.html.looks import class_of, colour
from converter.writers.html.markup import element, start_tag, text
from converter.writers.html.paragraphs import Paragraphs


def flow(blocks: Iterable[Block], paragraphs: Paragraphs, prefix: str) -> Iterator[str]:
    """Each block as HTML. A table is named by the caption above it, whose id begins with
    ``prefix``."""
    above: str | None = None
    for index, block in enumerate(blocks):
        caption: str | None = None
        match block:
            case Paragraph():
                if paragraphs.key(block.style) == "caption":
                    caption = f"{prefix}{index}"
                yield paragraphs.write(block, id=caption)
            case Table():
                yield _table(block, above, paragraphs)
            case Frame():
                yield _frame(block, paragraphs)
            case Picture():
                yield _picture(block, paragraphs)
            case _:
                assert_never(block)
        above = caption


def imprint(content: Imprint, paragraphs: Paragraphs) -> str:
    """版记: its rows between its rules."""
    parts = []
    for index, line in enumerate(content.rules):
        parts.append(paragraphs.rule(line) if line else "")
        for paragraph in content.rows[index] if index < len(content.rows) else ():
            parts.append(paragraphs.write(paragraph))
    return element("section", "".join(parts), class_="imprint", aria_label="版记")


def _table(table: Table, caption: str | None, paragraphs: Paragraphs) -> str:
    name = paragraphs.classes.name
    columns = "".join(start_tag("col", class_=name({"width": pt(width)})) for width in table.widths)
    header = table.header_rows
    rows = [
        _row(row, "th", table.header, paragraphs)
        if index < header
        else _row(row, "td", table.body, paragraphs)
        for index, row in enumerate(table.rows)
    ]
    parts = [element("colgroup", columns)]
    if header and table.repeats:
        parts.append(element("thead", "".join(rows[:header])))
        rows = rows[header:]
    parts.append(element("tbody", "\n".join(rows)))
    look = {
        "width": pt(table.width),
        "--outer": _line(table.look.outer),
        "--inner": _line(table.look.inner),
        "--padding": pt(table.look.padding),
    }
    classes = joined(table.look.form, name(look))
    whole = element("table", "".join(parts), class_=classes, aria_labelledby=caption)
    return element("div", whole, class_="table")


def _row(row: tuple[Cell, ...], tag: str, style: TextStyle, paragraphs: Paragraphs) -> str:
    scope = "col" if tag == "th" else None
    return element(
        "tr",
        "".join(
            element(
                tag,
                _content(cell, paragraphs)
                if cell.content
                else text(cell.text, cell.where, paragraphs.latin),
                class_=paragraphs.cell_class(style, cell.align),
                scope=scope,
                rowspan=str(cell.rows) if cell.rows > 1 else None,
                colspan=str(cell.columns) if cell.columns > 1 else None,
            )
            for cell in row
            if not cell.continued
        ),
    )


def _content(cell: Cell, paragraphs: Paragraphs) -> str:
    """What stands in a cell that is more than a text."""
    return "".join(
        _table(item, None, paragraphs) if isinstance(item, Table) else paragraphs.write(item)
        for item in cell.content
    )


def _line(rule: Rule) -> str:
    return f"{pt(rule.weight)} solid {colour(rule.colour)}"


def _frame(frame: Frame, paragraphs: Paragraphs) -> str:
    """Cells in a grid: to a reader without eyes the frame is no table."""
    heights = [*frame.heights, *[None] * len(frame.rows)][: len(frame.rows)]
    grid = {
        "grid-template-columns": " ".join(pt(width) for width in frame.widths),
        "grid-template-rows": " ".join(pt(height) if height else "auto" for height in heights),
    }
    cells = []
    for y, row in enumerate(frame.rows, start=1):
        for x, cell in enumerate(row, start=1):
            merged = x - 1 in frame.merged
            if merged and y > 1:
                continue
            place = {"grid-area": f"1/{x}/-1" if merged else f"{y}/{x}"}
            content = "".join(paragraphs.write(paragraph) for paragraph in cell)
            cells.append(element("div", content, class_=paragraphs.classes.name(place)))
    name = joined("frame", paragraphs.classes.name(grid))
    return element("div", "".join(cells), class_=name)


def _picture(picture: Picture, paragraphs: Paragraphs) -> str:
    return element(
        "figure",
        paragraphs.image(picture),
        class_=class_of(paragraphs.key(picture.style)),
        data_keep="" if picture.keep_next else None,
    )
