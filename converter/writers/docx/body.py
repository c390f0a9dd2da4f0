"""A paragraph of a composition, in the body, a table's cell, a text box, a header or a footer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from lxml import etree

from converter.composition.blocks import Indents, Paragraph, Span
from converter.layout.width import WESTERN_TEXT
from converter.writers.docx.formatting import (
    Lengths,
    Values,
    add_border,
    add_fonts,
    add_look,
    add_size,
    first_line_of,
)
from converter.writers.docx.looks import LATIN_ID, Look, Looks
from converter.writers.docx.oxml import add, add_text, checked
from converter.writers.docx.parts import Parts
from converter.writers.docx.seal import add_seal


def add_paragraph(
    parent: etree._Element, paragraph: Paragraph, looks: Looks, parts: Parts | None = None
) -> etree._Element:
    """The paragraph, appended to ``parent``; direct formatting says only what its style does not.

    ``parts`` collects footnotes and seals; a paragraph without them needs none. Raises InputError
    for characters that no XML file can hold.
    """
    look = looks[paragraph.style]
    element = add(parent, "p")
    properties = add(element, "pPr")
    add(properties, "pStyle", val=look.id)
    _add_differences(properties, paragraph, look)
    for span in paragraph.spans:
        _add_span(element, span, paragraph, looks)
        if span.footnote is not None:
            number = _needed(parts).add_footnote(span.footnote, span.where)
            add_footnote_mark(element, looks, "footnoteReference", id=number)
    if paragraph.seal:
        add_seal(element, paragraph.seal, _needed(parts))
    return element


def add_footnote_mark(
    paragraph: etree._Element, looks: Looks, name: str, **attributes: int
) -> etree._Element:
    """Append the number of a footnote, where it is called or at the head of its text."""
    run = add(paragraph, "r")
    add(add(run, "rPr"), "rStyle", val=looks[looks.layout.styles.footnote].run_id)
    add(run, name, **attributes)
    return run


def _needed(parts: Parts | None) -> Parts:
    if parts is None:
        raise ValueError("a paragraph with a footnote or a seal needs the parts of its file")
    return parts


def _add_differences(properties: etree._Element, paragraph: Paragraph, look: Look) -> None:
    """Append what differs from the style, in the order of the schema."""
    style = look.style
    if paragraph.keep_next not in (None, style.keep_next):
        add(properties, "keepNext", val=int(not style.keep_next))
    if paragraph.page_break:
        add(properties, "pageBreakBefore")
    if paragraph.rule:
        add_border(add(properties, "pBdr"), "bottom", paragraph.rule)
    if paragraph.tabs:
        tabs = add(properties, "tabs")
        for tab in paragraph.tabs:
            add(tabs, "tab", val=tab.align, pos=tab.position.twips)
    if spacing := _spacing(paragraph, look.spacing):
        add(properties, "spacing", **spacing)
    if paragraph.indents and (indents := _indents(paragraph.indents, look.lengths)):
        add(properties, "ind", **indents)
    if paragraph.align not in (None, style.align):
        add(properties, "jc", val=paragraph.align)


def _spacing(paragraph: Paragraph, own: Values) -> Values:
    """The attributes of ``spacing`` that differ; the height of lines only with its rule."""
    found: Values = {}
    for name, length in (("before", paragraph.before), ("after", paragraph.after)):
        if length is not None and length.twips != own[name]:
            found[name] = length.twips
    if paragraph.height is not None:
        line: Values = {"line": paragraph.height.twips, "lineRule": "exact"}
        if not line.items() <= own.items():
            found |= line
    return found


def _indents(indents: Indents, own: Lengths) -> Values:
    """The attributes of ``ind`` that differ; only with no characters given do lengths count."""
    first = indents.first_line.twips
    sides = ("left", indents.left.twips), ("right", indents.right.twips), first_line_of(first)
    differs = indents.left.twips != own[0], indents.right.twips != own[1], first != own[2]
    found: Values = {}
    for side, length in compress(sides, differs):
        found |= {f"{side}Chars": 0, side: length}
    return found


def _add_span(paragraph: etree._Element, span: Span, within: Paragraph, looks: Looks) -> None:
    """Append the runs of a span: one, or more where Western text has a font of its own."""
    text = checked(span.text, span.where)
    run_style = looks[span.style].run_id if span.style else ""
    for piece, is_latin in _pieces(text, looks.latin):
        run = add(paragraph, "r")
        style = run_style or (LATIN_ID if is_latin and not span.style else "")
        latin = looks.latin if is_latin else ""
        if style or span.style or within.size:
            properties = add(run, "rPr")
            if style:
                add(properties, "rStyle", val=style)
            if span.style and not run_style:
                # A style without a character style of its own is said directly.
                add_look(properties, span.style, spaced=looks.spaced, latin=latin)
            elif span.style and latin:
                add_fonts(properties, span.style.font, latin)
            if within.size:
                add_size(properties, within.size)
        add_text(run, piece)


def _pieces(text: str, latin: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and whether each is Western; one piece where there is no such font."""
    if not latin:
        if text:
            yield text, False
        return
    for index, piece in enumerate(WESTERN_TEXT.split(text)):
        if piece:
            yield piece, index % 2 == 1
