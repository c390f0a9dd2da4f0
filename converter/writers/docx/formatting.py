"""How a text style is said in WordprocessingML: measures, and properties of runs."""

from __future__ import annotations

from converter.writers.docx.oxml import element

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from converter.layout.table import Font, Rule, TextStyle
    from converter.layout.units import Length

    Lengths: TypeAlias = tuple[int, int, int]
    """Left, right and first-line indent in twips; the last one is negative if hanging."""

    Values: TypeAlias = dict[str, int | str]
    """Attributes of an element."""

BORDERS = {"single": "single", "thick-thin": "thickThinSmallGap", "thin-thick": "thinThickSmallGap"}


def lengths_of(style: TextStyle) -> Lengths:
    """The indents of a style."""
    first = style.first_line - style.hanging
    return (
        (style.size * style.left).twips,
        (style.size * style.right).twips,
        (style.size * first).twips,
    )


def spacing_of(style: TextStyle) -> Values:
    """The room above and below a paragraph of a style, and the height of its lines.

    A line that is not exact grows with what stands on it. Without a least height it would be as
    high as each program and font make it, and nobody could tell the length of a table.
    """
    pitch = style.line_pitch.twips
    return {
        "before": style.before * pitch,
        "after": style.after * pitch,
        "line": pitch,
        "lineRule": "exact" if style.exact else "atLeast",
    }


def first_line_of(first: int) -> tuple[str, int]:
    """The name under which a first-line indent is written, and its length."""
    return ("firstLine", first) if first >= 0 else ("hanging", -first)


def fonts_xml(font: Font, latin: str = "") -> str:
    """One font for every script: “ ”, — and · count as Latin in some programs.

    ``latin`` is the font of text that is known to be Western letters and digits; accented ones
    would be Chinese by the hint.
    """
    name = font.name
    western, hint = (latin, "default") if latin else (name, "eastAsia")
    return element("rFonts", hint=hint, ascii=western, hAnsi=western, eastAsia=name, cs=name)


def look_xml(style: TextStyle, *, spaced: bool, latin: str = "") -> str:
    """What ``style`` says of characters.

    ``spaced`` is False where Word's grid sets the characters, so that styles must not. ``latin``
    is the font of Western text.
    """
    found = fonts_xml(style.font, latin)
    if style.bold:
        found += element("b") + element("bCs")
    if style.colour:
        found += element("color", val=style.colour)
    if spaced:
        found += element("spacing", val=style.spacing.twips)
    return found + size_xml(style.size)


def size_xml(size: Length) -> str:
    """The size of characters."""
    return element("sz", val=size.half_points) + element("szCs", val=size.half_points)


def border_xml(side: str, rule: Rule) -> str:
    """A line at ``side``; Word takes its weight in eighths and its distance in points."""
    return element(
        side,
        val=BORDERS[rule.form],
        sz=max(rule.weight.eighths, 2),
        space=min(round(rule.distance.pt), 31),
        color=rule.colour,
    )
