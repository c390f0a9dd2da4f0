"""The part that holds the text of the footnotes."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from converter.composition.blocks import Paragraph, Span
from converter.writers.docx.body import add_footnote_mark, add_paragraph
from converter.writers.docx.looks import Looks
from converter.writers.docx.oxml import add, add_text, root, xml
from converter.writers.docx.parts import Part, Parts

SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""The line above footnotes, and that above what is left of one on the next page, with their ids."""


def footnotes_part(parts: Parts, looks: Looks) -> Part:
    """The part with the footnotes that ``parts`` collected. Raises InputError for characters that
    no XML file can hold."""
    part = root("footnotes")
    style = looks.layout.styles.footnote
    for kind, number in SEPARATORS.items():
        note = add(part, "footnote", type=kind, id=number)
        line = add_paragraph(note, Paragraph(style=style, spans=(), align="left"), looks)
        add(add(line, "r"), kind)
    for number, (text, where) in enumerate(parts.footnotes, start=1):
        _add_note(add(part, "footnote", id=number), text, where, looks)
    name = "/word/footnotes.xml"
    return Part(name, RT.FOOTNOTES, "footnotes", xml(part), CT.WML_FOOTNOTES)


def _add_note(note: etree._Element, text: str, where: str, looks: Looks) -> None:
    """Append the number of the note and its text."""
    style = looks.layout.styles.footnote
    paragraph = add_paragraph(note, Paragraph(style=style, spans=(Span(text, where),)), looks)
    mark = add_footnote_mark(paragraph, looks, "footnoteRef")
    add_text(mark, " ")
    paragraph.insert(1, mark)
