"""How far down a page a line of its flow stands, between two bounds: what a program makes of a
line without a fixed height depends on the font."""

from __future__ import annotations

from converter.linter.form.looks import TWIPS_OF_HALF, is_on_grid, size_of
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.form.form import Form
    from converter.linter.form.items import Item

_LEAST, _MOST = 1.1, 1.8
"""The height of a line of Chinese type by itself, in sizes, between 宋体 and 微软雅黑."""
_INK = 0.78
"""The ink of a Chinese character above its baseline, in sizes."""
_ON_EXACT = 0.8
"""Of an exact line so much stands above the baseline."""
_ASCENT = (0.78, 1.35)
"""The same of a line by itself, in sizes."""


@record
class Bounds:
    """A length in twips that is at least ``low`` and at most ``high``."""

    low: float
    high: float

    def plus(self, other: Bounds) -> Bounds:
        """The sum of two lengths."""
        return Bounds(self.low + other.low, self.high + other.high)

    def off(self, due: float) -> float:
        """How far the length is from ``due`` at least."""
        return max(self.low - due, due - self.high, 0)


def fixed(length: float) -> Bounds:
    """A length that is known."""
    return Bounds(length, length)


def line_height(form: Form, item: Item) -> Bounds:
    """The height of a line of a paragraph."""
    look, section = item.paragraph.look, form.section(item)
    size = size_of(item) * TWIPS_OF_HALF
    if look.line_rule == "exact":
        return fixed(look.line)
    natural = Bounds(size * _LEAST, size * _MOST)
    if look.line_rule == "atLeast":
        return Bounds(max(natural.low, look.line), max(natural.high, look.line))
    times = look.line / 240
    if is_on_grid(look, section):
        lines = [max(-(-height // section.pitch), 1) for height in (natural.low, natural.high)]
        return Bounds(section.pitch * lines[0] * times, section.pitch * lines[1] * times)
    return Bounds(natural.low * times, natural.high * times)


def ink_in_line(form: Form, item: Item) -> Bounds:
    """From the top of a paragraph's first line to the ink of its characters."""
    look = item.paragraph.look
    size = size_of(item) * TWIPS_OF_HALF
    if look.line_rule == "exact":
        return fixed(look.line * _ON_EXACT - size * _INK)
    spare = line_height(form, item).high - size * _LEAST
    low, high = ((ascent - _INK) * size for ascent in _ASCENT)
    return Bounds(low, max(high, spare))


def ink_below_edge(form: Form, item: Item) -> Bounds | None:
    """From the paper's top edge to the ink of a paragraph of the flow on the first page. None
    where that cannot be told: something above it is no simple line of text."""
    at = form.flow.index(item)
    reached = fixed(form.section(item).top)
    after = 0
    for above in form.flow[:at]:
        if _is_more(above, form) or above.index != form.items[above.index].index:
            return None
        look = above.paragraph.look
        reached = reached.plus(fixed(max(after, look.before))).plus(line_height(form, above))
        after = look.after
    if not _are_alone(form, item):
        return None
    room = fixed(max(after, item.paragraph.look.before))
    return reached.plus(room).plus(ink_in_line(form, item))


def _is_more(item: Item, form: Form) -> bool:
    """Whether a paragraph may be more than one line, or has what moves the lines around it."""
    paragraph, section = item.paragraph, form.section(item)
    room = section.width - section.left - section.right
    breaks = paragraph.look.page_break_before or any(run.page_break for run in paragraph.runs)
    things = any(run.drawing or run.boxes for run in paragraph.runs)
    long = len(item.text) * size_of(item) * TWIPS_OF_HALF > room or "\n" in item.text
    return bool(breaks or things or long or paragraph.look.framed)


def _are_alone(form: Form, item: Item) -> bool:
    """Whether no table stands above a paragraph of the flow."""
    blocks = form.word.blocks
    at = next((i for i, block in enumerate(blocks) if block is item.paragraph), -1)
    paragraphs = {id(entry.paragraph) for entry in form.flow}
    return at >= 0 and all(id(block) in paragraphs for block in blocks[:at])
