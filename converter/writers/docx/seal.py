"""The seal (GB/T 9704-2012, 7.3.5): a picture behind name and date."""

from __future__ import annotations

from fractions import Fraction

from lxml import etree

from converter.composition.blocks import Seal
from converter.writers.docx.drawing import add_picture_behind
from converter.writers.docx.parts import Parts

HALF = Fraction(1, 2)


def add_seal(paragraph: etree._Element, seal: Seal, parts: Parts) -> None:
    """Append a run with the picture of the seal, its centre at the place that ``seal`` names."""
    add_picture_behind(
        paragraph,
        parts.add_picture(seal.file),
        "印章",
        parts.drawing(),
        left=seal.center - seal.size * HALF,
        top=seal.middle - seal.size * HALF,
        width=seal.size,
        height=seal.size,
    )
