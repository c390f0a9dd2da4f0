"""Page numbers: in which footers they stand, and how."""

from __future__ import annotations

from converter.linter.form.items import runs_in
from converter.linter.form.looks import TWIPS_OF_HALF
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.word.model import Section

_SIDES = {"left": "left", "both": "left", "center": "center", "right": "right", "end": "right"}
_HALVES = 0.4
"""A number that begins (or ends) within so much of the line is on that side."""


@record(kw_only=True)
class Number:
    """A page number: its paragraph, and the pages it is for: ``default`` (odd ones, or all),
    ``even`` or ``first``."""

    item: Item
    pages: str


def upright(form: Form) -> Iterator[Section]:
    """The sections whose pages stand upright: a turned one has its number elsewhere."""
    return (section for section in form.word.sections if section.width <= section.height)


def numbers_of(form: Form, section: Section, *, footer: bool = True) -> list[Number]:
    """The page numbers in a section's footers, or its headers."""
    found = []
    for entry in section.footers:
        if entry.footer != footer:
            continue
        own = (item for item in form.having("page_number") if item.place.part == entry.part)
        number = next(own, None)
        if number:
            found.append(Number(item=number, pages=entry.kind))
    return found


def numbered(form: Form) -> tuple[Section, list[Number]] | None:
    """The first upright section with page numbers, and these."""
    for section in upright(form):
        found = numbers_of(form, section)
        if found:
            return section, found
    return None


def side(form: Form, section: Section, number: Number) -> str:
    """On which side a number stands: left, center, right or outside; empty where that cannot be
    told."""
    item = number.item
    look = item.paragraph.look
    if look.framed or item.place.table is not None:
        return ""
    box = item.place.box
    if box is not None:
        return {"outside": "outside", "center": "center", "left": "left", "right": "right"}.get(
            box.align[0], ""
        )
    room = section.width - section.left - section.right
    if "\t" in item.text.strip("\n") and item.text[:1] == "\t":
        return _by_tab(item, room)
    if look.align == "left" and look.left + look.first_line > room * _HALVES:
        return "right"
    return _SIDES.get(look.align, "")


def _by_tab(item: Item, room: int) -> str:
    """The side to which tabs move a number."""
    count = len(item.text) - len(item.text.lstrip("\t"))
    stops = sorted((tab for tab in item.paragraph.look.tabs), key=lambda tab: tab.position)
    if count > len(stops):
        return ""
    stop = stops[count - 1]
    if stop.align == "center" and abs(stop.position - room / 2) < room * 0.1:
        return "center"
    return "right" if stop.align == "right" and stop.position > room * 0.9 else ""


def free(number: Number, where: str) -> float | None:
    """What a number keeps free on its side, in twips: indents and blanks; None in a text box,
    whose own place may do it."""
    item = number.item
    look = item.paragraph.look
    if item.place.box is not None or "\t" in item.text:
        return None
    blanks = _blanks(item, at_end=where == "right")
    if where == "right":
        return look.right + blanks if look.align in ("right", "end") else None
    return look.left + look.first_line + blanks


def _blanks(item: Item, *, at_end: bool) -> float:
    """The width of the blanks at the beginning or the end of a paragraph."""
    text = item.text
    kept = len(text) - len(text.lstrip())
    start, end = (len(text.rstrip()), len(text)) if at_end else (0, kept)
    width = 0.0
    for first, last, run in runs_in(item, start, end):
        for char in text[first:last]:
            width += run.look.size * TWIPS_OF_HALF * (1 if char == "\u3000" else 0.5)
    return width


def template(number: Number) -> str:
    """The text of a page number with ``#`` for the number itself."""
    parts: list[str] = []
    for run in number.item.paragraph.runs:
        is_number = run.field == "PAGE" and bool(run.text.strip())
        if is_number and parts[-1:] == ["#"]:
            continue
        parts.append("#" if is_number else run.text)
    return "".join(parts)
