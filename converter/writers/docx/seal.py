"""The seal (GB/T 9704-2012, 7.3.5): a picture behind name and date."""

from __future__ import annotations

from converter.composition.blocks import Seal
from converter.writers.docx.drawing import picture_behind_xml
from converter.writers.docx.parts import Parts
from converter.writers.docx.pictures import blip_xml


def seal_xml(seal: Seal, parts: Parts) -> str:
    """A run with the picture of the seal, its centre at the place that ``seal`` names."""
    return picture_behind_xml(
        blip_xml(seal.file, parts),
        "印章",
        parts.drawing(),
        left=seal.center - seal.size * 0.5,
        top=seal.middle - seal.size * 0.5,
        width=seal.size,
        height=seal.size,
    )
