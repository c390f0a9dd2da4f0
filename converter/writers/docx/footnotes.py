"""The part that holds the text of the footnotes."""

from __future__ import annotations

from converter.composition.blocks import Paragraph, Span
from converter.writers.docx.body import footnote_mark, paragraph_xml
from converter.writers.docx.looks import Looks
from converter.writers.docx.opc import ContentType, Relationship
from converter.writers.docx.oxml import element, part, run_text
from converter.writers.docx.parts import Part, Parts

SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""The line above footnotes, and that above what is left of one on the next page, with their ids."""


def footnotes_part(parts: Parts, looks: Looks) -> Part:
    """The part with the footnotes that ``parts`` collected. Raises InputError for characters that
    no XML file can hold."""
    line = Paragraph(style=looks.layout.styles.footnote, spans=(), align="left")
    notes = [
        element(
            "footnote",
            paragraph_xml(line, looks, first=element("r", element(kind))),
            type=kind,
            id=number,
        )
        for kind, number in SEPARATORS.items()
    ]
    for number, (text, where) in enumerate(parts.footnotes, start=1):
        notes.append(element("footnote", _note(text, where, looks), id=number))
    return Part(
        "/word/footnotes.xml",
        Relationship.FOOTNOTES,
        "footnotes",
        part("footnotes", *notes),
        ContentType.WML_FOOTNOTES,
    )


def _note(text: str, where: str, looks: Looks) -> str:
    """The number of the note and its text."""
    paragraph = Paragraph(style=looks.layout.styles.footnote, spans=(Span(text, where),))
    mark = footnote_mark(looks, element("footnoteRef") + run_text(" "))
    return paragraph_xml(paragraph, looks, first=mark)
