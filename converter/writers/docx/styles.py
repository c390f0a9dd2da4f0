"""The styles part: one style of Word for each text style of the layout.

Every style says everything about itself. What it leaves open would come from the program's own
defaults, and those differ.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from converter.layout.table import Layout, TextStyle
from converter.writers.docx.formatting import (
    Values,
    add_fonts,
    add_look,
    first_line_of,
    lengths_of,
    spacing_of,
)
from converter.writers.docx.looks import LATIN_ID, LATIN_NAME, Looks, looks_of
from converter.writers.docx.oxml import add, root, xml
from converter.writers.docx.table_styles import add_table_styles

NORMAL = "Normal"
DEFAULT_CHARACTER = "DefaultParagraphFont"
HUNDREDTHS = 100
"""``…Chars`` attributes count in hundredths of a character."""

_BUILT_IN = {"footnote": ("FootnoteText", "footnote text"), "caption": ("Caption", "caption")}
"""Word's own styles, id and name, that styles of a layout are based on, by their keys."""
_REFERENCE = ("FootnoteReference", "footnote reference")

HIDDEN = 99
"""Where styles stand in the gallery that are not shown in it."""


def styles(layout: Layout) -> bytes:
    """The styles part."""
    looks = looks_of(layout)
    part = root("styles")
    _add_defaults(part, looks)
    _add_latent(part)
    _add_built_in(part, looks)
    for priority, look in enumerate(looks.by_name.values(), start=1):
        _add_paragraph_style(part, looks, look.style, priority)
    for look in looks.by_name.values():
        if look.run_id:
            _add_run_in_style(part, looks, look.style)
    if layout.latin:
        latin = _add_style(part, "character", LATIN_ID, LATIN_NAME, customStyle=1)
        add(latin, "basedOn", val=DEFAULT_CHARACTER)
        _add_gallery(latin, 50)
        add_fonts(add(latin, "rPr"), layout.styles.body.font, layout.latin.name)
    add_table_styles(part, layout)
    return xml(part)


def _add_defaults(part: etree._Element, looks: Looks) -> None:
    defaults = add(part, "docDefaults")
    _add_run_properties(add(defaults, "rPrDefault"), looks, looks.layout.styles.body)
    add(defaults, "pPrDefault")


def _add_latent(part: etree._Element) -> None:
    """Keep Word's own styles out of the gallery, so that only those of the layout show."""
    add(
        part,
        "latentStyles",
        defLockedState=0,
        defUIPriority=HIDDEN,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def _add_built_in(part: etree._Element, looks: Looks) -> None:
    """The styles that Word expects to find, set as the layout is.

    Names of a program's own styles are translated: "heading 1" shows as 标题 1, in some programs as
    Heading 1. So the headings of a document have styles of their own, which show as 一级标题
    everywhere, and those are based on the built-in ones, by which tables of contents and
    converters know a heading. So have footnotes and captions. Whoever applies the built-in one, as
    Word does for a new footnote, gets the same looks.
    """
    body = looks.layout.styles.body
    normal = _add_style(part, "paragraph", NORMAL, "Normal", default=1)
    _add_gallery(normal, 0)
    _add_paragraph_properties(normal, looks, replace(body, first_line=0))
    _add_run_properties(normal, looks, body)
    for _, heading in looks.layout.styles.items():
        if heading.outline:
            name = f"heading {heading.outline}"
            built_in = _add_style(part, "paragraph", _built_in_id(heading), name)
            add(built_in, "basedOn", val=NORMAL)
            add(built_in, "next", val=looks[body].id)
            _add_gallery(built_in, HIDDEN, hidden=True)
            _add_paragraph_properties(built_in, looks, heading)
            _add_run_properties(built_in, looks, heading)
    for key, (style_id, name) in _BUILT_IN.items():
        own = getattr(looks.layout.styles, key)
        built_in = _add_style(part, "paragraph", style_id, name)
        add(built_in, "basedOn", val=NORMAL)
        _add_gallery(built_in, HIDDEN, hidden=True)
        _add_paragraph_properties(built_in, looks, own)
        _add_run_properties(built_in, looks, own)
    character = _add_style(
        part, "character", DEFAULT_CHARACTER, "Default Paragraph Font", default=1
    )
    _add_gallery(character, HIDDEN, hidden=True)
    reference = _add_style(part, "character", *_REFERENCE)
    add(reference, "basedOn", val=DEFAULT_CHARACTER)
    _add_gallery(reference, HIDDEN, hidden=True)
    add(add(reference, "rPr"), "vertAlign", val="superscript")


def _built_in_id(heading: TextStyle) -> str:
    return f"BuiltInHeading{heading.outline}"


def _base(looks: Looks, style: TextStyle) -> str:
    """The id of the style of Word that a style of the layout is based on."""
    if style.outline:
        return _built_in_id(style)
    styles = looks.layout.styles
    return next(
        (base for key, (base, _) in _BUILT_IN.items() if getattr(styles, key) is style), NORMAL
    )


def _add_paragraph_style(
    part: etree._Element, looks: Looks, style: TextStyle, priority: int
) -> None:
    element = _add_style(part, "paragraph", looks[style].id, style.name, customStyle=1)
    add(element, "basedOn", val=_base(looks, style))
    if style.outline:
        add(element, "next", val=looks[looks.layout.styles.body].id)
        # So that a table of contents may take run-in headings, too.
        add(element, "link", val=looks[style].run_id)
    _add_gallery(element, priority, hidden=style is looks.gap)
    _add_paragraph_properties(element, looks, style)
    _add_run_properties(element, looks, style)


def _add_run_in_style(part: etree._Element, looks: Looks, style: TextStyle) -> None:
    """Append the character style for text inside a paragraph of another style.

    That of footnotes is the raised number, which is as large as the text around it asks.
    """
    is_note = style is looks.layout.styles.footnote
    element = _add_style(part, "character", looks[style].run_id, style.run_in, customStyle=1)
    add(element, "basedOn", val=_REFERENCE[0] if is_note else DEFAULT_CHARACTER)
    if style.outline:
        add(element, "link", val=looks[style].id)
    _add_gallery(element, 50)
    if is_note:
        add(add(element, "rPr"), "vertAlign", val="superscript")
    else:
        _add_run_properties(element, looks, style)


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


def _add_paragraph_properties(parent: etree._Element, looks: Looks, style: TextStyle) -> None:
    """Append the paragraph properties of ``style`` in the order of the schema."""
    properties = add(parent, "pPr")
    add(properties, "keepNext", val=int(style.keep_next))
    if style.keep_next:
        # Word would leave the first line of a long heading alone at the foot of a page.
        add(properties, "keepLines")
    # On, it would take lines from pages; off must be said, for absent means on.
    add(properties, "widowControl", val=0)
    add(properties, "kinsoku")
    # No punctuation in the right margin. (LibreOffice 7.4 reads this the other way round.)
    add(properties, "overflowPunct", val=0)
    # No extra space beside digits and letters, which are half a character wide on the grid.
    add(properties, "autoSpaceDE", val=0)
    add(properties, "autoSpaceDN", val=0)
    add(properties, "snapToGrid", val=int(_on_grid(looks, style)))
    add(properties, "spacing", **spacing_of(style))
    if indents := _indents(style, looks.layout.styles.body):
        add(properties, "ind", **indents)
    if style.after:
        # Between paragraphs of this one style no blank line.
        add(properties, "contextualSpacing")
    add(properties, "jc", val=style.align)
    if style.outline:
        add(properties, "outlineLvl", val=style.outline - 1)


def _on_grid(looks: Looks, style: TextStyle) -> bool:
    """Whether the grid sets a style's text: with a grid of characters, text of body size.

    Without, the exact pitch rules, not the grid: snapped lines sit differently for every font.
    """
    body = looks.layout.styles.body
    size = style.size == body.size and style.line_pitch == looks.layout.grid.line_pitch
    return not looks.spaced and style.exact and size


def _indents(style: TextStyle, body: TextStyle) -> Values:
    """Indents both in characters, which Word goes by, and as lengths, for LibreOffice.

    Lengths alone where characters would not mean the same to all: Word's are those of the body,
    whatever the size of the text; and beside a hanging first line its left indent in characters
    is that of the first line, while the length is that of the others.
    """
    left, right, first = lengths_of(style)
    side, first_line = first_line_of(first)
    lengths: Values = {"left": left, "right": right, side: first_line}
    characters = {"left": style.left, "right": style.right, side: style.first_line}
    in_characters = style.size == body.size and not style.hanging
    indents: Values = {}
    for name, length in lengths.items():
        if length:
            if in_characters:
                indents[f"{name}Chars"] = characters[name] * HUNDREDTHS
            indents[name] = length
    return indents


def _add_run_properties(parent: etree._Element, looks: Looks, style: TextStyle) -> None:
    """Append the run properties of ``style``: the font for all scripts, size and language."""
    properties = add(parent, "rPr")
    add_look(properties, style, spaced=looks.spaced)
    add(properties, "lang", val="en-US", eastAsia="zh-CN")
