"""Where 署名 and 成文日期 stand at the end of a document without a seal."""

from __future__ import annotations

from converter.layout.table import Layout
from converter.layout.units import ZERO, Length
from converter.layout.width import width


def ending_indents(name: str, date: str, layout: Layout) -> tuple[Length, Length]:
    """The right indents of 署名 and date that let the date begin two characters further right.

    The longer of the two keeps the free space of its style on the right, and the other one is
    set by it (GB/T 9704-2012, 7.3.5.2). Neither is pushed out of the text area on the left.
    """
    style = layout.signature
    free = shift = style.size * style.right
    name_width, date_width = style.character * width(name), style.character * width(date)
    if name_width >= date_width:
        # The date's right edge follows from its left one, which is the name's plus the shift.
        return free, max(free + name_width - shift - date_width, ZERO)
    room = max(layout.page.text_width - name_width, ZERO)
    return min(free + date_width + shift - name_width, room), layout.date.size * layout.date.right
