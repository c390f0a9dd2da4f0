"""The main part: the sheets of a composition, one section of Word each."""

from __future__ import annotations

from converter.composition.blocks import Frame, Paragraph, Picture, Table
from converter.writers.docx.body import gap_xml, more_properties, paragraph_xml
from converter.writers.docx.oxml import part_start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from converter.composition.blocks import Composition, Sheet
    from converter.writers.docx.looks import Looks
    from converter.writers.docx.parts import Parts

_START, _END = f"{part_start('document')}<w:body>", "</w:body></w:document>"


def document_part(
    composition: Composition, looks: Looks, parts: Parts, section: Callable[[Sheet], str]
) -> bytes:
    """The content of the main part; ``parts`` collects what it refers to. ``section`` gives the
    section properties of each sheet when all its blocks have been written."""
    found = [_START]
    first = composition.sheets[0]
    if first.margin:
        from converter.writers.docx.headers import mark_xml

        found.append(mark_xml(first.margin, looks, first.page))
    for sheet in composition.sheets[:-1]:
        ends_in_paragraph = _add_sheet(found, sheet, looks, parts)
        if not ends_in_paragraph:
            found.append(gap_xml(looks))
        # The properties of a section stand in its last paragraph.
        found[-1] = more_properties(found[-1], section(sheet))
    last = composition.sheets[-1]
    _add_sheet(found, last, looks, parts)
    found += [section(last), _END]
    return "".join(found).encode()


def _add_sheet(found: list[str], sheet: Sheet, looks: Looks, parts: Parts) -> bool:
    """Append the blocks of a sheet; whether the last one is a paragraph. Behind a table there must
    be one, and between tables, which would else be one."""
    is_table = False
    for block in sheet.blocks:
        if isinstance(block, Paragraph):
            found.append(paragraph_xml(block, looks, parts))
            is_table = False
            continue
        if is_table and not isinstance(block, Picture):
            found.append(gap_xml(looks))
        found.append(_block(block, looks, parts))
        is_table = not isinstance(block, Picture)
    if sheet.imprint:
        from converter.writers.docx.imprint import imprint_xml

        # In a paragraph of its own: LibreOffice loses the indents of one that holds a box.
        found.append(gap_xml(looks, imprint_xml(sheet.imprint, looks, parts.drawing())))
    elif is_table:
        found.append(gap_xml(looks))
    return bool(sheet.blocks or sheet.imprint)


def _block(block: Table | Frame | Picture, looks: Looks, parts: Parts) -> str:
    """A block that few reports have."""
    if isinstance(block, Picture):
        from converter.writers.docx.pictures import picture_xml

        return picture_xml(block, looks, parts)
    if isinstance(block, Table):
        from converter.writers.docx.tables import table_xml

        return table_xml(block, looks, parts)
    from converter.writers.docx.frames import frame_xml

    return frame_xml(block, looks, parts)
