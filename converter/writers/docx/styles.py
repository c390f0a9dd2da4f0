"""The styles part: one style of Word for each text style of the layout.

Every style says everything about itself. What it leaves open would come from the program's own
defaults, and those differ.
"""

from __future__ import annotations

from converter.record import replace
from converter.writers.docx.formatting import (
    first_line_of,
    fonts_xml,
    lengths_of,
    look_xml,
    spacing_of,
)
from converter.writers.docx.looks import LATIN_ID, LATIN_NAME
from converter.writers.docx.oxml import element, part
from converter.writers.docx.table_styles import table_styles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.layout.table import TextStyle
    from converter.writers.docx.formatting import Values
    from converter.writers.docx.looks import Looks

NORMAL = "Normal"
DEFAULT_CHARACTER = "DefaultParagraphFont"
HUNDREDTHS = 100
"""``…Chars`` attributes count in hundredths of a character."""

_BUILT_IN = {"footnote": ("FootnoteText", "footnote text"), "caption": ("Caption", "caption")}
"""Word's own styles, id and name, that styles of a layout are based on, by their keys."""
_REFERENCE = ("FootnoteReference", "footnote reference")

HIDDEN = 99
"""Where styles stand in the gallery that are not shown in it."""


def styles(looks: Looks) -> bytes:
    """The styles part."""
    layout, found = looks.layout, [_defaults(looks), _latent(), *_built_in(looks)]
    for priority, look in enumerate(looks.all(), start=1):
        found.append(_paragraph_style(looks, look.style, priority))
    found += [_run_in_style(looks, look.style) for look in looks.all() if look.run_id]
    if layout.latin:
        found.append(
            _style(
                "character",
                LATIN_ID,
                LATIN_NAME,
                element("basedOn", val=DEFAULT_CHARACTER),
                _gallery(50),
                element("rPr", fonts_xml(layout.styles.body.font, layout.latin.name)),
                customStyle=1,
            )
        )
    return part("styles", *found, *table_styles(layout))


def _defaults(looks: Looks) -> str:
    own = element("rPrDefault", _run_properties(looks, looks.layout.styles.body))
    return element("docDefaults", own, element("pPrDefault"))


def _latent() -> str:
    """Keep Word's own styles out of the gallery, so that only those of the layout show."""
    return element(
        "latentStyles",
        defLockedState=0,
        defUIPriority=HIDDEN,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def _built_in(looks: Looks) -> Iterator[str]:
    """The styles that Word expects to find, set as the layout is.

    Names of a program's own styles are translated: "heading 1" shows as 标题 1, in some programs as
    Heading 1. So the headings of a document have styles of their own, which show as 一级标题
    everywhere, and those are based on the built-in ones, by which tables of contents and
    converters know a heading. So have footnotes and captions. Whoever applies the built-in one, as
    Word does for a new footnote, gets the same looks.
    """
    styles = looks.layout.styles
    body, based, hidden = styles.body, element("basedOn", val=NORMAL), _gallery(HIDDEN, hidden=True)
    own = _paragraph_properties(looks, replace(body, first_line=0)) + _run_properties(looks, body)
    yield _style("paragraph", NORMAL, "Normal", _gallery(0), own, default=1)
    for _, heading in styles.items():
        if heading.outline:
            name, following = f"heading {heading.outline}", element("next", val=looks[body].id)
            own = _properties(looks, heading)
            yield _style("paragraph", _built_in_id(heading), name, based, following, hidden, own)
    for key, (style_id, name) in _BUILT_IN.items():
        own = _properties(looks, getattr(styles, key))
        yield _style("paragraph", style_id, name, based, hidden, own)
    yield _style("character", DEFAULT_CHARACTER, "Default Paragraph Font", hidden, default=1)
    raised = element("rPr", element("vertAlign", val="superscript"))
    yield _style(
        "character", *_REFERENCE, element("basedOn", val=DEFAULT_CHARACTER), hidden, raised
    )


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


def _paragraph_style(looks: Looks, style: TextStyle, priority: int) -> str:
    found = element("basedOn", val=_base(looks, style))
    if style.outline:
        found += element("next", val=looks[looks.layout.styles.body].id)
        # So that a table of contents may take run-in headings, too.
        found += element("link", val=looks[style].run_id)
    found += _gallery(priority, hidden=style is looks.gap) + _properties(looks, style)
    return _style("paragraph", looks[style].id, style.name, found, customStyle=1)


def _run_in_style(looks: Looks, style: TextStyle) -> str:
    """The character style for text inside a paragraph of another style.

    That of footnotes is the raised number, which is as large as the text around it asks.
    """
    is_note = style is looks.layout.styles.footnote
    found = element("basedOn", val=_REFERENCE[0] if is_note else DEFAULT_CHARACTER)
    if style.outline:
        found += element("link", val=looks[style].id)
    found += _gallery(50)
    if is_note:
        found += element("rPr", element("vertAlign", val="superscript"))
    else:
        found += _run_properties(looks, style)
    return _style("character", looks[style].run_id, style.run_in, found, customStyle=1)


def _style(kind: str, style_id: str, name: str, /, *content: str, **attributes: int) -> str:
    named = element("name", val=name)
    return element("style", named, *content, type=kind, **attributes, styleId=style_id)


def _gallery(priority: int, *, hidden: bool = False) -> str:
    """Where the style stands in the lists of styles, or that it stays out of them until used."""
    place = element("uiPriority", val=priority)
    if hidden:
        return place + element("semiHidden") + element("unhideWhenUsed")
    return place + element("qFormat")


def _properties(looks: Looks, style: TextStyle) -> str:
    return _paragraph_properties(looks, style) + _run_properties(looks, style)


def _paragraph_properties(looks: Looks, style: TextStyle) -> str:
    """The paragraph properties of ``style`` in the order of the schema."""
    indents = _indents(style, looks.layout.styles.body)
    return element(
        "pPr",
        element("keepNext", val=int(style.keep_next)),
        # Word would leave the first line of a long heading alone at the foot of a page.
        element("keepLines") if style.keep_next else "",
        # On, it would take lines from pages; off must be said, for absent means on.
        element("widowControl", val=0),
        element("kinsoku"),
        # No punctuation in the right margin. (LibreOffice 7.4 reads this the other way round.)
        element("overflowPunct", val=0),
        # No extra space beside digits and letters, which are half a character wide on the grid.
        element("autoSpaceDE", val=0),
        element("autoSpaceDN", val=0),
        element("snapToGrid", val=int(_on_grid(looks, style))),
        element("spacing", **spacing_of(style)),
        element("ind", **indents) if indents else "",
        # Between paragraphs of this one style no blank line.
        element("contextualSpacing") if style.after else "",
        element("jc", val=style.align),
        element("outlineLvl", val=style.outline - 1) if style.outline else "",
    )


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


def _run_properties(looks: Looks, style: TextStyle) -> str:
    """The run properties of ``style``: the font for all scripts, size and language."""
    language = element("lang", val="en-US", eastAsia="zh-CN")
    return element("rPr", look_xml(style, spaced=looks.spaced), language)
