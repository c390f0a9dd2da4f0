"""A paragraph of a composition, in the body, a table's cell, a text box, a header or a footer."""

from __future__ import annotations

from converter.writers.docx.formatting import (
    border_xml,
    first_line_of,
    fonts_xml,
    look_xml,
    size_xml,
)
from converter.writers.docx.looks import LATIN_ID
from converter.writers.docx.oxml import checked, element, run_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.composition.blocks import Indents, Paragraph, Span
    from converter.layout.table import TextStyle
    from converter.writers.docx.formatting import Lengths, Values
    from converter.writers.docx.looks import Look, Looks
    from converter.writers.docx.parts import Parts

_PROPERTIES_END = "</w:pPr>"
_NO_LENGTHS = (None, None, None)


def paragraph_xml(
    paragraph: Paragraph, looks: Looks, parts: Parts | None = None, first: str = ""
) -> str:
    """The paragraph; direct formatting says only what its style does not.

    ``parts`` collects footnotes, pictures and seals; a paragraph without them needs none. ``first``
    are runs in front of its own. Raises InputError for characters that no XML file can hold.
    """
    look = looks[paragraph.style]
    differences = _differences(paragraph, look)
    found = [more_properties(look.start, differences) if differences else look.start, first]
    is_plain = not looks.latin and paragraph.size is None
    for span in paragraph.spans:
        start = "<w:r>" if span.style is None else looks[span.style].run_start
        if not (is_plain and start):
            found += _runs(span, paragraph, looks)
        elif span.text:
            found.append(f"{start}{run_text(span.text, span.where)}</w:r>")
        if span.footnote is not None:
            number = _needed(parts).add_footnote(span.footnote, span.where)
            found.append(footnote_mark(looks, element("footnoteReference", id=number)))
        if span.picture is not None:
            from converter.writers.docx.pictures import picture_run

            found.append(picture_run(span.picture, _needed(parts)))
    if paragraph.seal:
        from converter.writers.docx.seal import seal_xml

        found.append(seal_xml(paragraph.seal, _needed(parts)))
    found.append("</w:p>")
    return "".join(found)


def gap_xml(looks: Looks, content: str = "") -> str:
    """A paragraph so low that it takes next to no room; ``content`` are its runs."""
    return f"{looks[looks.gap].start}{content}</w:p>"


def more_properties(paragraph: str, properties: str) -> str:
    """A paragraph with further ``properties`` behind those that it has, which come first in it."""
    own, end, rest = paragraph.partition(_PROPERTIES_END)
    return f"{own}{properties}{end}{rest}"


def footnote_mark(looks: Looks, mark: str) -> str:
    """The run with the number of a footnote, where it is called or at the head of its text."""
    return f"{looks[looks.layout.styles.footnote].run_start}{mark}</w:r>"


def _needed(parts: Parts | None) -> Parts:
    if parts is None:
        raise ValueError("what a paragraph refers to needs the parts of its file")
    return parts


def _differences(paragraph: Paragraph, look: Look) -> str:
    """What differs from the style, in the order of the schema."""
    style, found = look.style, ""
    if paragraph.keep_next not in (None, style.keep_next):
        found += element("keepNext", val=int(not style.keep_next))
    if paragraph.page_break:
        found += element("pageBreakBefore")
    if paragraph.rule:
        found += element("pBdr", border_xml("bottom", paragraph.rule))
    if paragraph.tabs:
        stops = (element("tab", val=tab.align, pos=tab.position.twips) for tab in paragraph.tabs)
        found += element("tabs", *stops)
    lengths = paragraph.before, paragraph.after, paragraph.height
    has_lengths = lengths != _NO_LENGTHS or paragraph.grows
    if has_lengths and (spacing := _spacing(paragraph, look.spacing)):
        found += element("spacing", **spacing)
    if paragraph.indents and (indents := _indents(paragraph.indents, look.lengths)):
        found += element("ind", **indents)
    if paragraph.align not in (None, style.align):
        found += element("jc", val=str(paragraph.align))
    return found


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
    elif paragraph.grows and own["lineRule"] == "exact":
        found |= {"line": own["line"], "lineRule": "atLeast"}
    return found


def _indents(indents: Indents, own: Lengths) -> Values:
    """The attributes of ``ind`` that differ; only with no characters given do lengths count."""
    first = indents.first_line.twips
    sides = ("left", indents.left.twips), ("right", indents.right.twips), first_line_of(first)
    differs = indents.left.twips != own[0], indents.right.twips != own[1], first != own[2]
    found: Values = {}
    for (side, length), is_different in zip(sides, differs, strict=True):
        if is_different:
            found |= {f"{side}Chars": 0, side: length}
    return found


def _runs(span: Span, within: Paragraph, looks: Looks) -> Iterator[str]:
    """The runs of a span: one, or more where Western text has a font of its own."""
    text = checked(span.text, span.where)
    for piece, is_latin in _pieces(text, looks.latin):
        properties = _run_properties(span.style, looks, is_latin=is_latin)
        if within.size:
            properties += size_xml(within.size)
        yield f"<w:r>{element('rPr', properties) if properties else ''}{run_text(piece)}</w:r>"


def _run_properties(style: TextStyle | None, looks: Looks, *, is_latin: bool) -> str:
    """What a run says of its characters; of the paragraph's own ``style`` None says nothing."""
    if style is None:
        return element("rStyle", val=LATIN_ID) if is_latin else ""
    run_id, latin = looks[style].run_id, looks.latin if is_latin else ""
    if not run_id:
        # A style without a character style of its own is said directly.
        return look_xml(style, spaced=looks.spaced, latin=latin)
    return element("rStyle", val=run_id) + (fonts_xml(style.font, latin) if latin else "")


def _pieces(text: str, latin: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and whether each is Western; one piece where there is no such font."""
    if not latin:
        if text:
            yield text, False
        return
    from converter.layout.width import WESTERN_TEXT

    for index, piece in enumerate(WESTERN_TEXT.split(text)):
        if piece:
            yield piece, index % 2 == 1
