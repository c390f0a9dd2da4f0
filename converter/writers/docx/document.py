"""The main part: the sheets of a composition, one section of Word each."""

from __future__ import annotations

from typing import assert_never

from lxml import etree

from converter.composition.blocks import (
    Block,
    Composition,
    Frame,
    Paragraph,
    Picture,
    Sheet,
    Table,
)
from converter.writers.docx.body import add_paragraph
from converter.writers.docx.frames import add_frame
from converter.writers.docx.imprint import add_imprint
from converter.writers.docx.looks import Looks
from converter.writers.docx.oxml import add, root, xml
from converter.writers.docx.parts import Parts
from converter.writers.docx.pictures import add_picture
from converter.writers.docx.sections import add_section
from converter.writers.docx.tables import add_table


def document_part(composition: Composition, looks: Looks, parts: Parts) -> bytes:
    """The content of the main part; ``parts`` collects what it refers to."""
    part = root("document")
    body = add(part, "body")
    for sheet in composition.sheets[:-1]:
        end = _add_sheet(body, sheet, looks, parts)
        # The properties of a section stand in its last paragraph.
        if end is None:
            end = _add_gap(body, looks)
        add_section(end[0], sheet, looks.layout, parts, last=False)
    last = composition.sheets[-1]
    _add_sheet(body, last, looks, parts)
    add_section(body, last, looks.layout, parts, last=True)
    return xml(part)


def _add_sheet(
    body: etree._Element, sheet: Sheet, looks: Looks, parts: Parts
) -> etree._Element | None:
    """The last paragraph of a sheet, after all its blocks have been appended; None if there is
    none. Behind a table there must be one, and between tables, which would else be one."""
    end: etree._Element | None = None
    is_table = False
    for block in sheet.blocks:
        if is_table and isinstance(block, Table | Frame):
            _add_gap(body, looks)
        end = _add_block(body, block, looks, parts)
        is_table = end is None
    if is_table or sheet.imprint:
        end = _add_gap(body, looks)
    if sheet.imprint and end is not None:
        # In a paragraph of its own: LibreOffice loses the indents of one that holds a box.
        add_imprint(end, sheet.imprint, looks.layout, parts.drawing())
    return end


def _add_block(
    body: etree._Element, block: Block, looks: Looks, parts: Parts
) -> etree._Element | None:
    """The paragraph that a block is, appended to ``body``; None for tables."""
    match block:
        case Paragraph():
            return add_paragraph(body, block, looks, parts)
        case Picture():
            return add_picture(body, block, looks, parts)
        case Table():
            add_table(body, block, looks)
        case Frame():
            add_frame(body, block, looks, parts)
        case _:
            assert_never(block)
    return None


def _add_gap(body: etree._Element, looks: Looks) -> etree._Element:
    return add_paragraph(body, Paragraph(style=looks.gap, spans=()), looks)
