"""The parts that are the same in every document of a layout, made once in a process."""

from __future__ import annotations

from functools import cache

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from converter.layout.table import Layout
from converter.writers.docx.fonts import font_table
from converter.writers.docx.parts import Part
from converter.writers.docx.settings import settings
from converter.writers.docx.styles import styles
from converter.writers.docx.theme import theme


@cache
def fixed_parts(layout: Layout, has_footnotes: bool) -> tuple[Part, ...]:
    """Styles, settings, fonts and theme of ``layout``."""
    return (
        Part("/word/styles.xml", RT.STYLES, "styles", styles(layout), CT.WML_STYLES),
        Part(
            "/word/settings.xml",
            RT.SETTINGS,
            "settings",
            settings(layout, has_footnotes),
            CT.WML_SETTINGS,
        ),
        Part("/word/fontTable.xml", RT.FONT_TABLE, "fonts", font_table(layout), CT.WML_FONT_TABLE),
        Part("/word/theme/theme1.xml", RT.THEME, "theme", theme(layout), CT.OFC_THEME),
    )
