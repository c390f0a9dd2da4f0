"""What the rules about attachments share."""

from __future__ import annotations

from converter.linter.form.looks import TWIPS_OF_HALF, size_of
from converter.linter.rules.format._looks import blanks_width, leading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.layout.table import TextStyle
    from converter.linter.form.items import Item

GAP_TOLERANCE = 0.4
"""Lines: what a room between two elements may be off."""
TOLERANCE = 0.6
"""Characters: digits and points differ in width from font to font."""


def start_of(item: Item) -> float:
    """Where the first line begins, in characters from the left edge."""
    return _start(item) / (size_of(item) * TWIPS_OF_HALF)


def starts_at(item: Item, due: float, style: TextStyle) -> bool:
    """Whether the first line begins so many characters from the left edge: characters of its own
    size or, where that is not right, of the size that is due."""
    fulls = (size_of(item) * TWIPS_OF_HALF, style.size.twips)
    return any(abs(_start(item) / full - due) <= TOLERANCE for full in fulls)


def _start(item: Item) -> float:
    look = item.paragraph.look
    return look.left + look.first_line + blanks_width(leading(item.text), size_of(item))
