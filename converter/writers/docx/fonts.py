"""The table of fonts: what each looks like and what may stand in for it."""

from __future__ import annotations

from converter.layout.table import Font, Layout
from converter.writers.docx.oxml import element, part


def font_table(layout: Layout) -> bytes:
    """The fontTable part: a program that lacks a font chooses by these descriptions."""
    return part("fonts", *map(_font, layout.fonts))


def _font(font: Font) -> str:
    others = ",".join(font.alternatives)
    return element(
        "font",
        element("altName", val=others) if others else "",
        element("panose1", val=font.panose),
        element("charset", val=font.charset),
        element("family", val=font.family),
        element("pitch", val=font.pitch),
        name=font.name,
    )
