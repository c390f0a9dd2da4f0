"""Remedies for paper, margins and grid."""

from __future__ import annotations

from converter.linter.form.looks import CHARACTER_GRIDS
from converter.linter.rules.format._looks import HEADINGS
from converter.word.edit.formatting import OfParagraph, OfSection, Property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from converter.layout.table import Page
    from converter.linter.form.deviations import Deviation
    from converter.linter.form.form import Form

_NO_GUTTER = ("gutter", "0")
_WORDY = ("body", "recipient", *HEADINGS)


def paper(form: Form, found: Deviation) -> Iterator[OfSection]:
    """The layout's paper; upright where text stands on it, and then with the margins of that."""
    index, page = found.item.paragraph.section, form.layout.page
    section = form.word.sections[index]
    is_turned = section.width > section.height
    has_text = any(item.element in _WORDY and item.paragraph.section == index for item in form.flow)
    width, height = page.width.twips, page.height.twips
    if is_turned and not has_text:
        width, height = height, width
    elif is_turned:
        yield _of(found, "pgSz", ("orient", "portrait"))
        yield _of(found, "pgMar", *_margins(page), _NO_GUTTER)
    yield _of(found, "pgSz", ("w", str(width)), ("h", str(height)))


def margin(side: str) -> Callable[[Form, Deviation], Iterator[OfSection]]:
    """The remedy that gives the layout's margin on one side."""

    def remedy(form: Form, found: Deviation) -> Iterator[OfSection]:
        wanted = [each for each in _margins(form.layout.page) if each[0] == side]
        if side == "left":
            wanted.append(_NO_GUTTER)  # which belongs to the binding margin
        yield _of(found, "pgMar", *wanted)

    return remedy


def turned_margins(form: Form, found: Deviation) -> Iterator[OfSection]:
    """The margins of a turned page."""
    yield _of(found, "pgMar", *_margins(form.layout.page.turned()))


def grid_of_lines(form: Form, found: Deviation) -> Iterator[OfSection | OfParagraph]:
    """The grid's type; lines of an exact height stay off the grid, as they are while it is none."""
    yield _of(found, "docGrid", ("type", "lines"))
    off = Property("snapToGrid", (("val", "0"),))
    for item in form.flow:
        look = item.paragraph.look
        is_here = item.paragraph.section == found.item.paragraph.section
        if is_here and look.line_rule == "exact" and look.snap_to_grid:
            yield OfParagraph(item.paragraph, off)


def no_character_grid(form: Form, found: Deviation) -> Iterator[OfSection]:
    """A grid of lines alone, where the layout's own is no grid of characters."""
    section = form.section(found.item)
    if section.grid in CHARACTER_GRIDS and form.layout.grid.kind != "characters":
        yield _of(found, "docGrid", ("type", "lines"), ("charSpace", ""))


def _margins(page: Page) -> tuple[tuple[str, str], ...]:
    return (
        ("top", str(page.top.twips)),
        ("right", str(page.right.twips)),
        ("bottom", str(page.bottom.twips)),
        ("left", str(page.left.twips)),
    )


def _of(found: Deviation, name: str, *attributes: tuple[str, str]) -> OfSection:
    return OfSection(found.item.paragraph.section, Property(name, attributes))
