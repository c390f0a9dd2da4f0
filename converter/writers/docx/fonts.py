"""The table of fonts: what each looks like and what may stand in for it."""

from __future__ import annotations

from converter.layout.table import Layout
from converter.writers.docx.oxml import add, root, xml


def font_table(layout: Layout) -> bytes:
    """The fontTable part: a program that lacks a font chooses by these descriptions."""
    fonts = root("fonts")
    for font in layout.fonts:
        entry = add(fonts, "font", name=font.name)
        if font.alternatives:
            add(entry, "altName", val=",".join(font.alternatives))
        add(entry, "panose1", val=font.panose)
        add(entry, "charset", val=font.charset)
        add(entry, "family", val=font.family)
        add(entry, "pitch", val=font.pitch)
    return xml(fonts)
