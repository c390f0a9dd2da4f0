"""The styles part: one style of Word for each text style of the layout.

Every style says everything about itself. What it leaves open would come from the program's own
defaults, and those differ.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from lxml import etree

from converter.layout.table import Font, Layout, TextStyle
from converter.writers.docx.oxml import add, root, xml

NORMAL = "Normal"
DEFAULT_CHARACTER = "DefaultParagraphFont"
HUNDREDTHS = 100
"""``…Chars`` attributes count in hundredths of a character."""

_IDS = {
    "title": "GwTitle",
    "body": "GwBody",
    "document_number": "GwDocumentNumber",
    "above_title": "GwAboveTitle",
    "below_title": "GwBelowTitle",
    "signature": "GwSignature",
    "date": "GwDate",
}


@cache
def style_ids(layout: Layout) -> dict[str, str]:
    """The id of each style by its name, run-in styles included.

    Headings have ids that tell a converter what they are (mammoth goes by the id); the names are
    what the user sees.
    """
    ids = {getattr(layout, part).name: style_id for part, style_id in _IDS.items()}
    ids[layout.page_number.style.name] = "GwPageNumber"
    for heading in layout.headings:
        ids[heading.name] = f"Heading{heading.outline}"
        ids[heading.run_in] = f"GwRunIn{heading.outline}"
    return ids


def styles(layout: Layout) -> bytes:
    """The styles part."""
    part = root("styles")
    _add_defaults(part, layout)
    _add_latent(part)
    _add_built_in(part, layout)
    ids = style_ids(layout)
    for priority, style in enumerate(layout.styles, start=1):
        _add_paragraph_style(part, style, ids[style.name], priority)
    for heading in layout.headings:
        _add_run_in_style(part, heading, ids[heading.run_in])
    return xml(part)


def _add_defaults(part: etree._Element, layout: Layout) -> None:
    defaults = add(part, "docDefaults")
    _add_run_properties(add(defaults, "rPrDefault"), layout.body)
    add(defaults, "pPrDefault")


def _add_latent(part: etree._Element) -> None:
    """Keep Word's own styles out of the gallery, so that only those of the layout show."""
    add(
        part,
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def _add_built_in(part: etree._Element, layout: Layout) -> None:
    """The styles that Word expects to find, set as the layout is.

    Names of a program's own styles are translated: "heading 1" shows as 标题 1, in some programs as
    Heading 1. So the headings of a document have styles of their own, which show as 一级标题
    everywhere, and those are based on the built-in ones, by which tables of contents and
    converters know a heading. Whoever applies the built-in one gets the same looks.
    """
    normal = _add_style(part, "paragraph", NORMAL, "Normal", default=1)
    _add_gallery(normal, 0)
    _add_paragraph_properties(normal, replace(layout.body, first_line=0))
    _add_run_properties(normal, layout.body)
    for heading in layout.headings:
        built_in = _add_style(
            part, "paragraph", _built_in_id(heading), f"heading {heading.outline}"
        )
        add(built_in, "basedOn", val=NORMAL)
        add(built_in, "next", val=style_ids(layout)[layout.body.name])
        _add_gallery(built_in, 99, hidden=True)
        _add_paragraph_properties(built_in, heading)
        _add_run_properties(built_in, heading)
    character = _add_style(
        part, "character", DEFAULT_CHARACTER, "Default Paragraph Font", default=1
    )
    _add_gallery(character, 99, hidden=True)


def _built_in_id(heading: TextStyle) -> str:
    return f"BuiltInHeading{heading.outline}"


def _add_paragraph_style(
    part: etree._Element, style: TextStyle, style_id: str, priority: int
) -> None:
    element = _add_style(part, "paragraph", style_id, style.name, customStyle=1)
    add(element, "basedOn", val=_built_in_id(style) if style.outline else NORMAL)
    _add_gallery(element, priority)
    _add_paragraph_properties(element, style)
    _add_run_properties(element, style)


def _add_run_in_style(part: etree._Element, heading: TextStyle, style_id: str) -> None:
    element = _add_style(part, "character", style_id, heading.run_in, customStyle=1)
    add(element, "basedOn", val=DEFAULT_CHARACTER)
    _add_gallery(element, 50)
    _add_run_properties(element, heading)


def _add_style(
    part: etree._Element, kind: str, style_id: str, name: str, **attributes: int
) -> etree._Element:
    style = add(part, "style", type=kind, **attributes, styleId=style_id)
    add(style, "name", val=name)
    return style


def _add_gallery(style: etree._Element, priority: int, *, hidden: bool = False) -> None:
    """Where the style stands in the lists of styles, or that it stays out of them until used."""
    add(style, "uiPriority", val=priority)
    if hidden:
        add(style, "semiHidden")
        add(style, "unhideWhenUsed")
    else:
        add(style, "qFormat")


def _add_paragraph_properties(parent: etree._Element, style: TextStyle) -> None:
    """Append the paragraph properties of ``style`` in the order of the schema."""
    pitch = style.line_pitch.twips
    properties = add(parent, "pPr")
    add(properties, "keepNext", val=int(style.keep_next))
    # On, it would take lines from pages; off must be said, for absent means on.
    add(properties, "widowControl", val=0)
    add(properties, "kinsoku")
    # No punctuation in the right margin. (LibreOffice 7.4 reads this the other way round.)
    add(properties, "overflowPunct", val=0)
    # No extra space beside digits and letters, which are half a character wide on the grid.
    add(properties, "autoSpaceDE", val=0)
    add(properties, "autoSpaceDN", val=0)
    # The exact pitch rules, not the grid: snapped lines sit differently for every font.
    add(properties, "snapToGrid", val=0)
    before, after = style.before * pitch, style.after * pitch
    add(properties, "spacing", before=before, after=after, line=pitch, lineRule="exact")
    _add_indents(properties, style)
    if style.after:
        # Between paragraphs of this one style no blank line.
        add(properties, "contextualSpacing")
    add(properties, "jc", val=style.align)
    if style.outline:
        add(properties, "outlineLvl", val=style.outline - 1)


def _add_indents(properties: etree._Element, style: TextStyle) -> None:
    """Indents both in characters, which Word goes by, and as lengths, for LibreOffice."""
    sides = {"right": style.right, "firstLine": style.first_line}
    indents: dict[str, int] = {}
    for side, characters in sides.items():
        if characters:
            indents[f"{side}Chars"] = characters * HUNDREDTHS
            indents[side] = (style.size * characters).twips
    if indents:
        add(properties, "ind", **indents)


def _add_run_properties(parent: etree._Element, style: TextStyle) -> None:
    """Append the run properties of ``style``: the font for all scripts, size and language."""
    properties = add(parent, "rPr")
    _add_fonts(properties, style.font)
    add(properties, "spacing", val=style.spacing.twips)
    add(properties, "sz", val=style.size.half_points)
    add(properties, "szCs", val=style.size.half_points)
    add(properties, "lang", val="en-US", eastAsia="zh-CN")


def _add_fonts(properties: etree._Element, font: Font) -> None:
    """One font for every script: “ ”, — and · count as Latin in some programs."""
    name = font.name
    add(properties, "rFonts", hint="eastAsia", ascii=name, hAnsi=name, eastAsia=name, cs=name)
