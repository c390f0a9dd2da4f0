"""The parts that are the same in every document of a layout, made once in a process."""

from __future__ import annotations

from functools import cache

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from converter.layout.table import Layout
from converter.writers.docx.fonts import font_table
from converter.writers.docx.footers import footer
from converter.writers.docx.package import Part
from converter.writers.docx.section import FOOTER_EVEN, FOOTER_ODD
from converter.writers.docx.settings import settings
from converter.writers.docx.styles import styles
from converter.writers.docx.theme import theme


@cache
def fixed_parts(layout: Layout) -> tuple[Part, ...]:
    """Styles, settings, fonts, theme and the two footers of ``layout``."""
    return (
        Part("/word/styles.xml", RT.STYLES, "styles", styles(layout)),
        Part("/word/settings.xml", RT.SETTINGS, "settings", settings(layout)),
        Part("/word/fontTable.xml", RT.FONT_TABLE, "fonts", font_table(layout)),
        Part("/word/theme/theme1.xml", RT.THEME, "theme", theme(layout)),
        Part("/word/footer1.xml", RT.FOOTER, FOOTER_ODD, footer(layout, "right")),
        Part("/word/footer2.xml", RT.FOOTER, FOOTER_EVEN, footer(layout, "left")),
    )
