"""The parts of a file beside its text, made of the layout."""

from __future__ import annotations

from functools import lru_cache

from converter.composition.blocks import Sheet
from converter.writers.docx.fonts import font_table
from converter.writers.docx.footnotes import footnotes_part
from converter.writers.docx.looks import Looks
from converter.writers.docx.opc import ContentType, Relationship
from converter.writers.docx.package import members
from converter.writers.docx.parts import Part, Parts
from converter.writers.docx.sections import section_xml
from converter.writers.docx.settings import settings
from converter.writers.docx.skeleton import APP, CORE, MAIN, VARIABLE, Skeleton
from converter.writers.docx.styles import styles
from converter.writers.docx.theme import theme


def plain_file(looks: Looks) -> Skeleton:
    """The skeleton of the files of a layout."""
    layout, parts = looks.layout, Parts()
    numbered = layout.page_number.position != "none"
    sheet = Sheet(page=layout.page, blocks=(), numbered=numbered)
    section = section_xml(sheet, looks, parts)
    return Skeleton(file_members(looks, parts, dict.fromkeys(VARIABLE, b"")), section)


def file_members(looks: Looks, parts: Parts, own: dict[str, bytes]) -> dict[str, bytes]:
    """The members of a file, name → content, in their order; ``own`` are those that every document
    has its own of. Raises InputError for characters in footnotes that no XML file can hold."""
    notes = (footnotes_part(parts, looks),) if parts.footnotes else ()
    core_type, app_type = ContentType.OPC_CORE_PROPERTIES, ContentType.OFC_EXTENDED_PROPERTIES
    return members(
        Part(
            "/word/document.xml",
            Relationship.OFFICE_DOCUMENT,
            "main",
            own[MAIN],
            ContentType.WML_DOCUMENT_MAIN,
        ),
        (*_fixed_parts(looks, bool(notes)), *notes, *parts),
        (
            Part("/docProps/core.xml", Relationship.CORE_PROPERTIES, "core", own[CORE], core_type),
            Part("/docProps/app.xml", Relationship.EXTENDED_PROPERTIES, "app", own[APP], app_type),
        ),
    )


@lru_cache(16)
def _fixed_parts(looks: Looks, has_footnotes: bool) -> tuple[Part, ...]:
    """Styles, settings, fonts and theme of a layout."""
    layout = looks.layout
    contents = {
        "styles": styles(looks),
        "settings": settings(layout, has_footnotes),
        "fontTable": font_table(layout),
        "theme/theme1": theme(layout),
    }
    kinds = {
        "styles": ("styles", Relationship.STYLES, ContentType.WML_STYLES),
        "settings": ("settings", Relationship.SETTINGS, ContentType.WML_SETTINGS),
        "fontTable": ("fonts", Relationship.FONT_TABLE, ContentType.WML_FONT_TABLE),
        "theme/theme1": ("theme", Relationship.THEME, ContentType.OFC_THEME),
    }
    return tuple(
        Part(f"/word/{stem}.xml", kinds[stem][1], kinds[stem][0], content, kinds[stem][2])
        for stem, content in contents.items()
    )
