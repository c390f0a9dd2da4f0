"""What several rules about form ask of paragraphs and characters."""

from __future__ import annotations

from converter.linter.form.looks import TWIPS_OF_HALF, size_of
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.layout.table import TextStyle
    from converter.linter.form.form import Form
    from converter.linter.form.items import Item

WORD = {"traits": ("word",)}
"""What every rule about form needs."""
TEXT = (
    *("body", "recipient", "attachment_only", "attachment_first", "attachment_next"),
    *("signature", "date", "note"),
)
"""The elements that are set like the text, in the standard's words: 3号 仿宋."""
HEADINGS = ("heading_1", "heading_2", "heading_3", "heading_4", "heading_5")
MM = 57
"""A millimetre in twips."""
CHINESE = lazy(
    "[\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""A Chinese character."""
LEADING = lazy("[ \t\u3000\xa0\u2002-\u200a]+")
_HUNDREDTHS = 100
_CHARS_TOLERANCE = 10
_INDENT_TOLERANCE = 23
"""0.4 mm: what R048's measure of the first line allows."""


def leading(text: str) -> str:
    """The blanks that a text begins with."""
    found = LEADING.match(text)
    return found.group() if found else ""


def blanks_width(blanks: str, size: int) -> float:
    """What blanks take of a line at a size in half-points, in twips; a tab counts for two
    characters."""
    full = size * TWIPS_OF_HALF
    return sum(full * (2 if char == "\t" else 1 if char == "\u3000" else 0.5) for char in blanks)


def begins_at(item: Item, characters: int, style: TextStyle, *, is_first: bool = False) -> bool:
    """Whether a paragraph's first line begins so many characters in from the text's left edge
    (``is_first``: from where its other lines begin), by indents, blanks, or both."""
    look, size = item.paragraph.look, size_of(item)
    given = dict(look.chars).get("firstLineChars")
    if given and not leading(item.text) and (is_first or not look.left):
        # So many characters, whichever size they are reckoned in; programs write 196 for 200.
        return abs(given - characters * _HUNDREDTHS) <= _CHARS_TOLERANCE
    start = look.first_line + (0 if is_first else look.left)
    with_blanks = start + blanks_width(leading(item.text), size)
    return any(
        abs(width - characters * full) <= _INDENT_TOLERANCE
        for width in (start, with_blanks)
        for full in (style.size.twips, size * TWIPS_OF_HALF)
    )


def characters_in(item: Item, twips: float) -> str:
    """A length in characters of a paragraph's own size, as a clerk says it."""
    return f"{round(twips / (size_of(item) * TWIPS_OF_HALF), 1):g}"


def first_of_section(form: Form, index: int) -> Item | None:
    """The first paragraph of a section that has a number, be it in a table."""
    return next(
        (item for item in form.items if item.number and item.paragraph.section == index), None
    )
