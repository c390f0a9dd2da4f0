"""The rule below a document's head, in whichever way it is made: the border of a paragraph or a
drawn line."""

from __future__ import annotations

from converter.linter.form.looks import TWIPS_OF_HALF, size_of
from converter.record import record
from converter.word.model import Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.word.model import Block, Line

EMU = 635
"""English metric units in a twip."""


@record(kw_only=True)
class Drawn:
    """A rule: where it is told, its colour (None where the file's cannot be made out, empty for
    automatic), its length in twips, and how far below the number's characters it stands (None
    where that cannot be told)."""

    item: Item
    colour: str | None
    length: float
    distance: float | None


def zone(form: Form) -> tuple[Item, ...]:
    """The paragraphs of the flow from the mark, or else the first line of the head's number, to
    the one before the title or the text."""
    ends = ("title", "recipient", "body", "heading_1", "heading_2")
    stop = next((at for at, item in enumerate(form.flow) if item.element in ends), len(form.flow))
    return form.flow[:stop]


def last_line(form: Form) -> Item | None:
    """The last line with the number or a signer, if it stands in the flow."""
    found = [item for item in form.having("document_number", "signer") if item in zone(form)]
    return found[-1] if found else None


def rules_below(form: Form, line: Item) -> Iterator[Drawn]:
    """The rules below a line of the flow: its lower border or that of an empty paragraph below it,
    and the drawn lines that hang on either."""
    items = zone(form)
    below = items[items.index(line) :]
    for item in below:
        for border in item.paragraph.look.borders:
            if border.side == "bottom" or (border.side == "top" and item is not line):
                look = item.paragraph.look
                left = min(look.left, look.left + look.first_line)
                # As if the margins were right: where they are not, that is told by itself.
                length = form.layout.page.text_width.twips - left - look.right
                distance = _below(form, line, border.space * 20) if item is line else None
                yield Drawn(item=item, colour=border.colour, length=length, distance=distance)
    numbers = {item.number: item for item in items}
    for drawn in form.word.lines:
        if drawn.paragraph in numbers and drawn.length > drawn.weight * 10:
            item = numbers[drawn.paragraph]
            yield Drawn(
                item=item,
                colour=drawn.colour or None,
                length=drawn.length / EMU,
                distance=_to_line(form, line, drawn) if item is line else None,
            )


def _below(form: Form, line: Item, space: float) -> float | None:
    """From the foot of a line's characters to a border ``space`` twips below it."""
    look = line.paragraph.look
    if look.line_rule != "exact":
        return None
    return foot(look.line, size_of(line) * TWIPS_OF_HALF) + space


def foot(pitch: float, size: float) -> float:
    """From the foot of the characters to that of an exact line."""
    return pitch * 0.2 - size * 0.12


def _to_line(form: Form, line: Item, drawn: Line) -> float | None:
    """From the foot of a line's characters to a drawn line that hangs on its paragraph."""
    look, offset = line.paragraph.look, drawn.offset[1]
    if look.line_rule != "exact" or drawn.relative_from[1] != "paragraph" or offset is None:
        return None
    return offset / EMU - (look.line - foot(look.line, size_of(line) * TWIPS_OF_HALF))


def holds_drawing(item: Item) -> bool:
    """Whether a paragraph has a drawing or a text box without text, either of which may be a rule
    or a mark."""
    runs = item.paragraph.runs
    boxes = (box for run in runs for box in run.boxes)
    is_flat = any(not any(_has_text(block) for block in box.blocks) for box in boxes)
    return is_flat or any(run.drawing for run in runs)


def _has_text(block: Block) -> bool:
    return isinstance(block, Table) or bool(block.text.strip())


def holds_table(form: Form) -> bool:
    """Whether a table stands above the title, whose border may be the rule."""
    last = zone(form)[-1].number
    return any(0 < item.number <= last and item.place.table is not None for item in form.items)
