"""Remedies for the look of characters."""

from __future__ import annotations

from converter.linter.form.deviations import Deviation
from converter.linter.form.fonts import is_of
from converter.linter.form.items import BLANK, HEADING, OTHER, runs_in
from converter.linter.rules.format._looks import CHINESE
from converter.patterns import lazy
from converter.word.edit.formatting import OfCharacters, Property
from converter.word.edit.places import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.layout.table import TextStyle
    from converter.linter.form.form import Form
    from converter.word.model import Run

_MARKS = lazy("[“”‘’…—]")
_BLACK = "auto"
_THEMED = (
    ("asciiTheme", ""),
    ("hAnsiTheme", ""),
    ("eastAsiaTheme", ""),
    ("cstheme", ""),
)


def font(form: Form, found: Deviation) -> Iterator[OfCharacters]:
    """The layout's font for Chinese text in one of another class, and for the Western letters
    beside it that are in the same."""
    for span, run, style in _runs(form, found):
        fonts, due = run.look.fonts, style.font
        text = _text(span)
        if not CHINESE.search(text) or is_of(fonts.east_asia, due):
            continue
        yield _of(span, "rFonts", ("eastAsia", due.name), ("eastAsiaTheme", ""))
        if fonts.ascii == fonts.east_asia:
            yield _of(span, "rFonts", *_latin(due.name))
        elif _MARKS.search(text):
            yield _of(span, "rFonts", ("hint", "eastAsia"))


def western(form: Form, found: Deviation) -> Iterator[OfCharacters]:
    """The layout's font for Western letters and digits."""
    for span, _, style in _runs(form, found):
        latin = form.layout.latin or style.font
        yield _of(span, "rFonts", *_latin(latin.name))


def named(form: Form, found: Deviation) -> Iterator[OfCharacters]:
    """The names of the fonts that the theme gives."""
    for span, run, style in _runs(form, found):
        fonts, due = run.look.fonts, style.font.name
        names = (
            ("ascii", fonts.ascii or due),
            ("hAnsi", fonts.h_ansi or due),
            ("eastAsia", fonts.east_asia or due),
            ("cs", fonts.complex or due),
        )
        yield _of(span, "rFonts", *names, *_THEMED)


def hinted(form: Form, found: Deviation) -> Iterator[OfCharacters]:
    """Marks that both scripts have as Chinese ones, in the whole run."""
    for stretch in found.item.stretches:
        for start, end, _ in runs_in(found.item, stretch.start, stretch.end):
            if start <= found.start < end:
                span = Span(found.item.paragraph, start, end)
                yield _of(span, "rFonts", ("hint", "eastAsia"))


def in_chinese(form: Form, found: Deviation) -> Iterator[OfCharacters]:
    """Chinese as the language."""
    for span, _, _ in _runs(form, found):
        yield _of(span, "lang", ("eastAsia", "zh-CN"))


def size(form: Form, found: Deviation) -> Iterator[OfCharacters]:
    """The layout's size."""
    for span, run, style in _runs(form, found):
        due = style.size.half_points
        if run.look.size != due:
            yield _of(span, "sz", ("val", str(due)))
            yield _of(span, "szCs", ("val", str(due)))


def size_of_text(form: Form, found: Deviation) -> Iterator[OfCharacters]:
    """The layout's size; so for a heading that opens the paragraph and is of the same size, which
    is told with the text."""
    yield from size(form, found)
    sizes = {run.look.size for _, run, _ in _runs(form, found)}
    for stretch in found.item.stretches:
        if stretch.element.startswith(HEADING):
            opening = Deviation(found.item, found.message, stretch.start, stretch.end)
            if sizes.issuperset(run.look.size for _, run, _ in _runs(form, opening)):
                yield from size(form, opening)


def bold(form: Form, found: Deviation) -> Iterator[OfCharacters]:
    """Bold or not, as the layout has it."""
    for span, _, style in _runs(form, found):
        value = "1" if style.bold else "0"
        yield _of(span, "b", ("val", value))
        yield _of(span, "bCs", ("val", value))


def plain(form: Form, found: Deviation) -> Iterator[OfCharacters]:
    """Neither italic nor underlined nor struck through."""
    for span, run, _ in _runs(form, found):
        if run.look.italic:
            yield _of(span, "i", ("val", "0"))
            yield _of(span, "iCs", ("val", "0"))
        if run.look.underline:
            yield _of(span, "u", ("val", "none"))
        if run.look.strike:
            yield _of(span, "strike", ("val", "0"))
            yield _of(span, "dstrike", ("val", "0"))


def colour(form: Form, found: Deviation) -> Iterator[OfCharacters]:
    """The layout's colour."""
    for span, _, style in _runs(form, found):
        yield _of(span, "color", ("val", style.colour or _BLACK))


def no_background(form: Form, found: Deviation) -> Iterator[OfCharacters]:
    """Neither highlighted nor shaded."""
    for span, run, _ in _runs(form, found):
        if run.look.highlight:
            yield _of(span, "highlight", ("val", "none"))
        if run.look.fill:
            yield _of(span, "shd", ("val", "clear"), ("color", "auto"), ("fill", "auto"))


def spacing(form: Form, found: Deviation) -> Iterator[OfCharacters]:
    """The layout's character spacing and the natural width, in all text of the paragraph that is
    of the same element."""
    item, due = found.item, form.expected("body").spacing.twips
    if form.section(item).columns > 1:
        return  # which no spacing makes up for
    for stretch in item.stretches:
        if stretch.element != "body":
            continue
        for start, end, run in runs_in(item, stretch.start, stretch.end):
            span = Span(item.paragraph, start, end)
            if run.look.spacing != due:
                yield _of(span, "spacing", ("val", str(due)))
            if run.look.scale != 100:
                yield _of(span, "w", ("val", "100"))


def _runs(form: Form, found: Deviation) -> Iterator[tuple[Span, Run, TextStyle]]:
    """The runs of a deviation, each with the style that the layout has for it."""
    item = found.item
    stop = len(item.text) if found.end is None else found.end
    for stretch in item.stretches:
        if stretch.element in (BLANK, OTHER):
            continue
        first, last = max(stretch.start, found.start), min(stretch.end, stop)
        for start, end, run in runs_in(item, first, last):
            yield Span(item.paragraph, start, end), run, form.expected(stretch.element)


def _text(span: Span) -> str:
    return span.paragraph.text[span.start : span.end]


def _latin(name: str) -> tuple[tuple[str, str], ...]:
    return ("ascii", name), ("hAnsi", name), ("asciiTheme", ""), ("hAnsiTheme", "")


def _of(span: Span, name: str, *attributes: tuple[str, str]) -> OfCharacters:
    return OfCharacters(span, Property(name, attributes))
