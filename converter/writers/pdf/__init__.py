"""A report as a PDF file: its DOCX file, printed by LibreOffice."""

from __future__ import annotations

from dataclasses import replace

from converter.layout.table import Layout
from converter.model.nodes import Document
from converter.writers import AS_STATED, Setting
from converter.writers.docx import render as render_docx
from converter.writers.pdf.drawings import with_drawings
from converter.writers.pdf.fonts import learn, notice, replaced_fonts, samples, with_stand_ins
from converter.writers.pdf.office import printed
from converter.writers.pdf.punctuation import for_libreoffice
from converter.writers.pdf.settled import settled

__all__ = ["notice", "render", "replaced_fonts"]


def render(document: Document, setting: Setting = AS_STATED) -> bytes:
    """The bytes of a PDF file that shows ``document``, set as ``setting`` says.

    The same document and setting give the same bytes with the same LibreOffice and fonts. Which
    fonts had to stand in for the layout's, :func:`notice` tells. Raises OutputError when
    LibreOffice is not there or does not do it, or no font has Chinese characters, and whatever
    the DOCX writer raises.
    """
    layout = setting.layout_of(document)

    def docx(used: Layout) -> bytes:
        made = render_docx(document, replace(setting, layout=used))
        return for_libreoffice(with_drawings(made))

    untried = samples(layout)
    used = layout if untried else with_stand_ins(layout)
    pdf, *shown = printed([docx(used), *untried.values()])
    learn(untried, shown)
    if untried and (better := with_stand_ins(layout)) != used:
        (pdf,) = printed([docx(better)])
    return settled(pdf)
