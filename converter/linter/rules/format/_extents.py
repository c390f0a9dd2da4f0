"""Where the characters of a line stand, by tabs, indents and the widths of characters."""

from __future__ import annotations

from converter.linter.form.looks import TWIPS_OF_HALF

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.word.model import Tab

_MANY_BLANKS = "   "
"""How wide blanks are depends on the font; many of them leave the place open."""
_SPREAD = ("both", "left", "start")


def extents(item: Item, room: int) -> list[tuple[float, float]] | None:
    """From where to where each character of a paragraph reaches, in twips from the left edge of
    its ``room``. None where that cannot be told: it takes more than one line, is spaced
    by blanks, or has a tab without a stop of its own."""
    widths = list(_widths(item))
    text, look = item.text, item.paragraph.look
    if "\n" in text or sum(widths) > room or _MANY_BLANKS in text:
        return None
    if look.align in ("right", "center"):
        if "\t" in text:
            return None
        free = room - look.left - look.right - sum(widths) - look.first_line
        start = look.left + look.first_line + (free if look.align == "right" else free / 2)
        return list(_run_on(widths, start))
    if look.align not in _SPREAD:
        return None
    return _tabbed(text, widths, look.left + look.first_line, _stops(item))


def _stops(item: Item) -> list[Tab]:
    stops = [tab for tab in item.paragraph.look.tabs if tab.align != "clear"]
    return sorted(stops, key=lambda tab: tab.position)


def _tabbed(
    text: str, widths: Sequence[float], start: float, stops: Sequence[Tab]
) -> list[tuple[float, float]] | None:
    """The extents of a line that begins at ``start``, each tab reaching up to the next stop."""
    found: list[tuple[float, float]] = []
    at = start
    for index, (character, width) in enumerate(zip(text, widths, strict=True)):
        if character != "\t":
            found.append((at, at + width))
            at += width
            continue
        stop = next((tab for tab in stops if tab.position > at), None)
        if stop is None:
            return None
        end = text.find("\t", index + 1)
        behind = sum(widths[index + 1 : end if end >= 0 else None])
        share = {"right": behind, "center": behind / 2}.get(stop.align, 0)
        reached = max(stop.position - share, at)
        found.append((at, reached))
        at = reached
    return found


def _run_on(widths: Sequence[float], start: float) -> Iterator[tuple[float, float]]:
    at = start
    for width in widths:
        yield at, at + width
        at += width


def _widths(item: Item) -> Iterator[float]:
    """What each character takes: a full-width one its size, a Western one half of it."""
    for run in item.paragraph.runs:
        size = run.look.size * TWIPS_OF_HALF * run.look.scale / 100
        for character in run.text:
            if character in "\t\n":
                yield 0
            else:
                own = size if character >= "⺀" or character in "“”‘’…—·〔〕" else size / 2
                yield own + run.look.spacing


def rooms(form: Form, item: Item) -> tuple[int, ...]:
    """The widths in which a line of the body may be meant to stand: the file's, and the layout's
    (where the margins are not right, that is told by itself)."""
    section = form.section(item)
    own = section.width - section.left - section.right
    return tuple(dict.fromkeys((own, form.layout.page.text_width.twips)))


def visible(item: Item, reach: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """From where to where the visible characters of a line reach."""
    seen = [each for char, each in zip(item.text, reach, strict=True) if char.strip()]
    return seen[0][0], seen[-1][1]
