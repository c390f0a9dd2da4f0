"""Paragraphs of a Markdown file as lines of text: cut at line breaks and around pictures, joined
where they were wrapped."""

from __future__ import annotations

import re
from urllib.parse import unquote

from converter.model.nodes import Picture
from converter.readers.markdown import wrapping
from converter.readers.markdown.inline import (
    CALL,
    ENTITY,
    HARD,
    PICTURE,
    SOFT,
    TEXT,
    Item,
    read_inline,
)
from converter.readers.markdown.page import NOTE_MARK, PICTURE_MARK, tight
from converter.readers.text.given import PLAIN, GivenLine
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.readers.markdown.page import Page, Stretch
    from converter.readers.markdown.parser import Parser

    Places = list[tuple[int, int]]
    """For each character of a content (line, offset) in the file."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
"""A picture elsewhere (``https:``, ``data:``) cannot be put into a document."""
_LINE_ENDS = str.maketrans("\r\n\u2028\u2029", "    ")


class Row:
    """A line of text, or a picture with its caption. ``wrapped``: only the end of a line of the
    file stands before it."""

    def __init__(self, *, wrapped: bool = False, picture: Picture | None = None) -> None:
        self.stretches: list[Stretch] = []
        self.calls: list[tuple[int, int, str]] = []
        """The footnotes called in it: (line, column, label)."""
        self.wrapped, self.picture = wrapped, picture


def places_of(page: Page, content: str, lines: Iterable[int]) -> Places:
    """Where each character of a block's content stands, whose lines begin on ``lines``. What the
    parser took off a line's ends (quote and list marks, blanks) is not in the content, nor are
    lines of blanks at its ends."""
    places: Places = []
    left = iter(lines)
    for text in content.split("\n"):
        bare = text.strip()
        for number in left:
            end = _end_of(page.lines[number - 1], bare)
            if end is not None:
                start = end - len(bare) - (len(text) - len(text.lstrip()))
                places += [(number, max(start + at, 0)) for at in range(len(text) + 1)]
                break
    return places


def _end_of(line: str, bare: str) -> int | None:
    """Where a text ends that a line ends with, the closing marks of a heading aside; None if it
    does not."""
    shown = line.replace("\0", "\ufffd").rstrip()
    for text in (shown, shown.rstrip("#").rstrip()):
        if text.endswith(bare):
            return len(text)
    return None


def read_heading(
    page: Page, content: str, places: Places, parser: Parser, known: GivenLine
) -> None:
    """Takes a heading, one line of text whatever its lines in the file."""
    for row in rows_of(page, read_inline(parser, content), places):
        if row.picture:
            _add_picture(page, row)
        elif _is_text(page, row):
            page.add(row.stretches, replace(known, calls=tuple(row.calls)))


def read_paragraph(page: Page, content: str, places: Places, parser: Parser) -> None:
    """Takes a paragraph: lines of text, and pictures."""
    _add_rows(page, rows_of(page, read_inline(parser, content), places))


def read_lines(page: Page, items: Iterable[Item], places: Places) -> None:
    """Takes the lines of something that is no paragraph."""
    _add_rows(page, rows_of(page, items, places))


def note_of(page: Page, content: str, places: Places, parser: Parser) -> list[Stretch]:
    """The text of a paragraph in a footnote, in one."""
    found: list[Stretch] = []
    before = ""
    for row in rows_of(page, read_inline(parser, content), places):
        text = page.text_of(row.stretches).strip()
        if text:
            found += _glued(page, row, wrapping.glue(before, text))
            before = text
    return found


def rows_of(page: Page, items: Iterable[Item], places: Places) -> list[Row]:
    """The lines and the pictures that the items make."""
    rows = [Row()]
    for item in items:
        if item.kind in (SOFT, HARD):
            rows.append(Row(wrapped=item.kind == SOFT))
        elif item.kind == PICTURE:
            rows += [_picture(page, item, places), Row()]
        elif item.kind == CALL:
            rows[-1].calls.append(call_of(page, item, places))
        else:
            rows[-1].stretches += stretches_of(page, item, places)
    for row in rows:
        row.stretches = list(tight(row.stretches))
    return rows


def stretches_of(page: Page, item: Item, places: Places) -> Iterator[Stretch]:
    """Where an item of text stands."""
    if item.kind == ENTITY:
        line, start = places[item.start]
        shown = item.text.translate(_LINE_ENDS)
        page.show(line, start, start + item.end - item.start, shown)
        yield line, start, start + len(shown), ""
    elif item.kind == TEXT:
        for line, start, end in runs_of(places[item.start : item.end]):
            yield line, start, end, ""


def runs_of(places: Places) -> Iterator[tuple[int, int, int]]:
    """The places that stand together, as line, start and end."""
    begin = 0
    for index in range(1, len(places) + 1):
        (line, offset), last = places[index - 1], index == len(places)
        if last or places[index] != (line, offset + 1):
            yield line, places[begin][1], offset + 1
            begin = index


def call_of(page: Page, item: Item, places: Places) -> tuple[int, int, str]:
    """Where a footnote is called (line, column), and its label."""
    for line, start, end in runs_of(places[item.start : item.end]):
        page.mark_as(line, start, end, NOTE_MARK)
    line, start = places[item.start]
    return line, start + 1, item.text


def picture_of(item: Item) -> Picture | None:
    """The picture file that an item names, None for one that is elsewhere."""
    path = unquote(item.path.strip())
    return None if not path or _ADDRESS.match(path) else Picture(path)


def _picture(page: Page, item: Item, places: Places) -> Row:
    """A picture, or only its caption where the picture is elsewhere."""
    row = Row(picture=picture_of(item))
    for line, start, end in runs_of(places[item.start : item.end]):
        page.mark_as(line, start, end, PICTURE_MARK)
    for inner in item.inside:
        row.stretches += stretches_of(page, inner, places)
    if not row.stretches and row.picture:
        line, start = places[item.start]
        row.stretches = [(line, start, start, "")]
    return row


def _add_rows(page: Page, rows: list[Row]) -> None:
    run: list[Row] = []
    for row in rows:
        if row.picture or not row.wrapped:
            _add_run(page, run)
            run = []
        if row.picture:
            _add_picture(page, row)
        elif _is_text(page, row):
            run.append(row)
    _add_run(page, run)


def _add_run(page: Page, run: list[Row]) -> None:
    """Takes lines between which only lines of the file end."""
    texts = [page.text_of(row.stretches).strip() for row in run]
    held = Row()
    for index, (row, joins) in enumerate(zip(run, wrapping.joined(texts), strict=True)):
        if held.stretches and not joins:
            _add_text(page, held)
            held = Row()
        glue = wrapping.glue(texts[index - 1], texts[index]) if held.stretches else ""
        held.stretches += _glued(page, row, glue)
        held.calls += row.calls
    if held.stretches:
        _add_text(page, held)


def _add_text(page: Page, row: Row) -> None:
    page.add(row.stretches, GivenLine(calls=tuple(row.calls)) if row.calls else PLAIN)


def _glued(page: Page, row: Row, glue: str) -> list[Stretch]:
    """The stretches of a row, without blanks before its text, behind some glue."""
    first, *others = _stripped(page, row.stretches)
    return [(*first[:3], glue), *others]


def _stripped(page: Page, stretches: list[Stretch]) -> list[Stretch]:
    """The stretches without blanks before their text; there is some."""
    for index, (line, start, end, glue) in enumerate(stretches):
        text = page.shown(line, start, end)
        bare = text.lstrip()
        if bare:
            return [(line, end - len(bare), end, glue), *stretches[index + 1 :]]
    return stretches


def _add_picture(page: Page, row: Row) -> None:
    page.add(row.stretches, replace(PLAIN, kind="picture", picture=row.picture))


def _is_text(page: Page, row: Row) -> bool:
    return bool(page.text_of(row.stretches).strip())
