"""Where the ink of 发文机关标志 begins, in the flow or in a text box."""

from __future__ import annotations

from converter.linter.rules.format._heights import Bounds, fixed, ink_below_edge, ink_in_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.word.model import Box

_EMU = 635
"""English metric units in a twip."""
_INSET = 100
"""A text box begins its text up to so far below its own edge, in twips."""


def mark_top(form: Form, item: Item) -> Bounds | None:
    """From the paper's top edge to the ink of the mark."""
    if item.place.where == "body" and not item.paragraph.look.framed:
        if _is_pushed(form, item):
            return None
        return ink_below_edge(form, item)
    box = item.place.box
    if box is None or item.place.table is not None or not box.blocks:
        return None
    edge = _box_top(form, box)
    if edge is None or box.blocks[0] is not item.paragraph:
        return None
    before = fixed(edge + item.paragraph.look.before)
    return before.plus(Bounds(0, _INSET)).plus(ink_in_line(form, item))


def _is_pushed(form: Form, item: Item) -> bool:
    """Whether 份号, 密级 and the like reach down to the mark, which then cannot stand higher."""
    above = form.before(item)
    return (
        item.paragraph.look.before == 0
        and above is not None
        and above.element in ("copy_number", "secrecy", "above_title")
        and form.blank_lines_above(item) == 0
    )


def _box_top(form: Form, box: Box) -> float | None:
    """From the paper's top edge to that of a text box; None where it hangs on a paragraph."""
    offset, section = box.offset[1], form.word.sections[0]
    if offset is None:
        return None
    origins = {"page": 0, "margin": section.top, "topMargin": 0}
    origin = origins.get(box.relative_from[1])
    return None if origin is None else origin + offset / _EMU
