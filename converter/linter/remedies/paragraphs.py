"""Remedies for the look of paragraphs."""

from __future__ import annotations

from bisect import bisect_right

from converter.linter.form.items import HEADING, is_text
from converter.linter.form.looks import grid_pitch, pitch_of
from converter.linter.rules.format._looks import MM, begins_at, leading
from converter.word.edit.formatting import OfParagraph, Property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from converter.layout.table import TextStyle
    from converter.linter.form.deviations import Deviation
    from converter.linter.form.form import Form
    from converter.linter.form.items import Item

_BESIDE = ("left", "both")
_NO_INDENT = (
    *(("left", "0"), ("leftChars", "0"), ("right", "0"), ("rightChars", "0")),
    *(("firstLine", "0"), ("firstLineChars", "0"), ("hanging", ""), ("hangingChars", "")),
)
_ALSO_START = (("start", ""), ("startChars", ""), ("end", ""), ("endChars", ""))


def switched(name: str, value: str) -> Callable[[Form, Deviation], Iterator[OfParagraph]]:
    """The remedy that sets a property to one value."""

    def remedy(form: Form, found: Deviation) -> Iterator[OfParagraph]:
        yield _of(found.item, name, ("val", value))

    return remedy


def line_pitch(form: Form, found: Deviation) -> Iterator[OfParagraph]:
    """Exact lines of the layout's pitch, which no grid moves; not around a picture in the line,
    which they would cut."""
    item = found.item
    if any(run.drawing and not run.drawing.floating for run in item.paragraph.runs):
        return
    due = form.expected(item.element).line_pitch.twips
    yield from _exact(form, item, due)
    pitch = pitch_of(form, item)
    for blank in _blanks_below(form, item):
        if abs(pitch_of(form, blank) - pitch) <= 1:  # which is told with the text above it
            yield from _exact(form, blank, due)


def blank_line(form: Form, found: Deviation) -> Iterator[OfParagraph]:
    """A blank line as high as a line of the layout's grid, or as several."""
    due = grid_pitch(form)
    return _exact(form, found.item, max(round(pitch_of(form, found.item) / due), 1) * due)


def _blanks_below(form: Form, item: Item) -> Iterator[Item]:
    at = bisect_right(form.flow, item.index, key=lambda each: each.index)
    while at < len(form.flow) and form.flow[at].is_blank:
        yield form.flow[at]
        at += 1


def _exact(form: Form, item: Item, twips: int) -> Iterator[OfParagraph]:
    yield _of(item, "spacing", ("line", str(twips)), ("lineRule", "exact"))
    if item.paragraph.look.snap_to_grid and form.layout.grid.kind != "characters":
        yield _of(item, "snapToGrid", ("val", "0"))


def room(form: Form, found: Deviation) -> Iterator[OfParagraph]:
    """The layout's room above and below; a blank line too many is for people to take out."""
    if found.item.is_blank:
        return
    style = form.expected(found.item.element)
    full = style.line_pitch.twips
    for side, lines in (("before", style.before), ("after", style.after)):
        yield _of(
            found.item,
            "spacing",
            (side, str(lines * full)),
            (f"{side}Lines", "0"),
            (f"{side}Autospacing", "0"),
        )


def centred(form: Form, found: Deviation) -> Iterator[OfParagraph]:
    """The layout's alignment; of what is centred no indent that moves it."""
    item = found.item
    look, due = item.paragraph.look, form.expected(item.element).align
    yield _of(item, "jc", ("val", due))
    if due == "center" and abs(look.left + look.first_line - look.right) > 2 * MM:
        yield _of(item, "ind", *_NO_INDENT, *_ALSO_START)


def flush(form: Form, found: Deviation) -> Iterator[OfParagraph]:
    """Flush left; blanks in front of the text are no matter of properties."""
    item = found.item
    if leading(item.text):
        return
    if item.paragraph.look.align not in _BESIDE:
        yield _of(item, "jc", ("val", form.expected(item.element).align))
    yield _of(item, "ind", *_NO_INDENT, *_ALSO_START)


def aligned(form: Form, found: Deviation) -> Iterator[OfParagraph]:
    """The layout's alignment, and the first line where it is due once it is not centred."""
    item = found.item
    yield _of(item, "jc", ("val", form.expected(item.element).align))
    if not _begins(form, item):
        yield from first_line(form, found)


def first_line(form: Form, found: Deviation) -> Iterator[OfParagraph]:
    """The first line as far in as the layout says."""
    item, style = found.item, form.expected(found.item.element)
    yield _of(item, "ind", *_first_line(style))
    if item.element.startswith(HEADING) or not is_text(item):
        yield _of(item, "ind", *_left(style))


def sides(form: Form, found: Deviation) -> Iterator[OfParagraph]:
    """As far in on both sides as the layout says, and so the first line unless it is."""
    item, style = found.item, form.expected(found.item.element)
    right = style.right * style.size.twips
    yield _of(item, "ind", *_left(style), ("right", str(right)), ("rightChars", "0"))
    if item.paragraph.look.first_line < 0 or not _begins(form, item):
        yield _of(item, "ind", *_first_line(style))


def in_lengths(form: Form, found: Deviation) -> Iterator[OfParagraph]:
    """The indents that are given in characters only in lengths, too."""
    look = found.item.paragraph.look
    lengths = {name for name, _ in look.lengths}
    for name, count in look.chars:
        twin = name.removesuffix("Chars")
        if not count or twin in lengths:
            continue
        twips = {"left": look.left, "right": look.right}.get(twin, look.first_line)
        if twin == "firstLine" and twips < 0:
            twin, twips = "hanging", -twips
        yield _of(found.item, "ind", (twin, str(twips)))


def outlined(form: Form, found: Deviation) -> Iterator[OfParagraph]:
    """The outline level of the heading's own level."""
    element = found.item.element
    level = form.expected(element).outline or int(element.removeprefix(HEADING))
    yield _of(found.item, "outlineLvl", ("val", str(level - 1)))


def no_background(form: Form, found: Deviation) -> Iterator[OfParagraph]:
    """No shading of the paragraph."""
    if found.item.paragraph.look.fill:
        yield _of(found.item, "shd", ("val", "clear"), ("color", "auto"), ("fill", "auto"))


def _begins(form: Form, item: Item) -> bool:
    style = form.expected(item.element)
    return begins_at(item, style.first_line - style.hanging, style, is_first=True)


def _first_line(style: TextStyle) -> tuple[tuple[str, str], ...]:
    """The first line's indent, in characters and in their length."""
    count = style.first_line - style.hanging
    twips = str(abs(count) * style.size.twips)
    if count < 0:
        hanging = (("hanging", twips), ("hangingChars", "0"))
        return (*hanging, ("firstLine", ""), ("firstLineChars", ""))
    first = (("firstLine", twips), ("firstLineChars", str(count * 100)))
    return (*first, ("hanging", ""), ("hangingChars", ""))


def _left(style: TextStyle) -> tuple[tuple[str, str], ...]:
    """The left indent as a length, for one in characters means different things beside a hanging
    first line."""
    return ("left", str(style.left * style.size.twips)), ("leftChars", "0"), *_ALSO_START[:2]


def _of(item: Item, name: str, *attributes: tuple[str, str]) -> OfParagraph:
    return OfParagraph(item.paragraph, Property(name, attributes))
