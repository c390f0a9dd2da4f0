"""Putting lines back that another program broke or ran together.

Text taken from a PDF has its paragraphs cut into lines of one width; text taken from a web page
may have lost its line ends altogether. Both are told from ordinary drafts by the document as a
whole, never by one line.
"""

from __future__ import annotations

from itertools import pairwise

from converter.model.nodes import BODY
from converter.numbering import match_mark
from converter.patterns import holds, lazy
from converter.readers.text.dates import date_line
from converter.readers.text.ending import TRAILING_ENDING
from converter.readers.text.lines import FOOTNOTE, Line
from converter.readers.text.residue import removed
from converter.readers.text.title import strength
from converter.source.text import Piece, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from converter.model.nodes import Removed
    from converter.numbering import Mark

_TERMINAL = "。！？；：…!?;:"
_WIDEST_WRAP = 50.0
"""Full-width characters: no page sets more to a line."""
_NARROWEST_WRAP = 20.0
_FEWEST_BROKEN = 3
_FILLED_SHARE = 0.6
_RAGGED = 5.0
"""Full-width characters by which a wrapped line may fall short of the full width."""

_FLATTENED_SHARE = 0.6
_FLATTENED_LENGTH = 120
_INLINE_MARK = lazy(
    r"(?<=[。！？；：\s])(?=第?[一二三四五六七八九十]{1,3}[、部章]|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|[0-9]{1,2}[、.．](?![0-9]))"
)
_INLINE_PAGE = lazy(r"(?<=\s)[—–-]\s?[0-9]{1,3}\s?[—–-](?=\s)")
_WRAP_SPACE = lazy(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f\s])")
_PARAGRAPH_SPACE = lazy(r"(?<=[。！？：])\s+(?=\S)")
_SEGMENT_SPACE = lazy(r"\s+")
_LONGEST_HEADING = 40
_LONGEST_TAIL = 60
_CHARACTERS_A_WRAP = 60
"""In a flattened text with a space more often than this, the spaces are where lines ended."""


def width(text: str) -> float:
    """The width of a text in full-width characters, ASCII counting half."""
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))


def unwrap(lines: list[Line]) -> list[Line]:
    """The lines with hard-wrapped paragraphs joined again; an ordinary draft as it is."""
    full = _full_width(lines)
    if full is None:
        return lines
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1], line, full):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [_joined(paragraph) for paragraph in paragraphs]


def _joined(paragraph: list[Line]) -> Line:
    """The lines of one paragraph as one, a space between two Latin words only."""
    pieces: list[Piece] = []
    for line in paragraph:
        glue = " " if pieces and _latin(pieces[-1].text[-1]) and _latin(line.text[0]) else ""
        pieces.append(line.piece if not glue else Piece(glue, line.piece.line, line.piece.column))
        if glue:
            pieces.append(line.piece)
    return paragraph[0].with_piece(join(pieces))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _full_width(lines: list[Line]) -> float | None:
    """The width that the lines were wrapped to, or None if they were not."""
    lines = [line for line in lines if line.is_text]
    widths = [width(line.text) for line in lines]
    if len(lines) < 4 or max(widths) > _WIDEST_WRAP:
        return None
    broken = [w for line, w in zip(lines, widths, strict=True) if _is_broken(line.text, w)]
    if len(broken) < _FEWEST_BROKEN:
        return None
    full = sorted(broken)[len(broken) * 4 // 5]
    filled = [w for w in broken if w >= full - _RAGGED]
    # Items of a list lack a full stop, too, but are short or of any length.
    if full < _NARROWEST_WRAP or len(filled) < _FILLED_SHARE * len(broken):
        return None
    wide = [w for w in widths if w >= full - _RAGGED]
    return full if 2 * len(filled) >= len(wide) else None


def _is_broken(text: str, line_width: float) -> bool:
    """Whether a line ends in mid-sentence, as no heading and no short line of its own does."""
    is_heading = match_mark(text) is not None and "。" not in text
    return text[-1] not in _TERMINAL and not is_heading and line_width > 12


def _goes_on(paragraph: list[Line], after: Line, full: float) -> bool:
    """Whether ``after`` is the rest of a paragraph whose last line ends in mid-sentence."""
    text = paragraph[-1].text
    if not after.is_text or paragraph[0].kind not in (BODY, FOOTNOTE):
        return False
    if after.level or paragraph[0].level:
        return False  # its format tells a heading
    if text[-1] in _TERMINAL or after.mark or date_line(after.piece):
        return False
    if len(paragraph) == 1 and match_mark(text) and "。" not in text:
        return width(text) >= full - 1.5
    return width(text) >= full - _RAGGED or text[-1] in "，、,"


def unfold(lines: list[Line]) -> tuple[list[Line], list[Removed]]:
    """The lines with a text that lost its line ends cut at its headings again, and the page
    numbers found inside it; an ordinary draft as it is."""
    total = sum(len(line.text) for line in lines)
    longest = max(lines, key=lambda line: len(line.text), default=None)
    if (
        longest is None
        or len(longest.text) < _FLATTENED_LENGTH
        or len(longest.text) < _FLATTENED_SHARE * total
        or not _has_inline_headings(longest.text)
    ):
        return lines, []
    gone: list[Removed] = []
    result: list[Line] = []
    for line in lines:
        if line is longest:
            piece, pages = _without_pages(line.piece)
            gone += pages
            result += [Line(part, line.gap) for part in _cut(piece)]
        else:
            result.append(line)
    return result, gone


def _has_inline_headings(text: str) -> bool:
    """Whether 一、 and 二、 both stand inside the line, where a heading could begin."""
    values = {mark.value for _, mark in _inline_marks(text) if mark.style.rank <= 4}
    return {1, 2} <= values


def _inline_marks(text: str) -> list[tuple[int, Mark]]:
    """Marks inside a line at places where a heading could begin, numbers in sequence only."""
    found: list[tuple[int, Mark]] = []
    last: dict[str, int] = {}
    for match in _INLINE_MARK.finditer(text):
        mark = match_mark(text[match.start() : match.start() + 80])
        if mark is None or mark.value not in (1, last.get(mark.style.name, 0) + 1):
            continue
        last[mark.style.name] = mark.value
        for deeper in [name for name in last if name != mark.style.name]:
            if mark.style.rank < _rank(deeper, found):
                last.pop(deeper)
        found.append((match.start(), mark))
    return found


def _rank(name: str, found: list[tuple[int, Mark]]) -> int:
    return next((mark.style.rank for _, mark in found if mark.style.name == name), 0)


def _without_pages(piece: Piece) -> tuple[Piece, list[Removed]]:
    spans = [match.span() for match in _INLINE_PAGE.finditer(piece.text)]
    gone = [item for a, b in spans for item in removed(piece.slice(a, b), "page-number")]
    return (piece.without(spans) if spans else piece), gone


def _cut(piece: Piece) -> list[Piece]:
    """A flattened text as the lines it had: cut before headings, after headings that a space
    ends, and, where spaces are rare, at every space behind a sentence."""
    text = piece.text
    wrapped = len(text) < _CHARACTERS_A_WRAP * len(_WRAP_SPACE.findall(text))
    marks = _inline_marks(text)
    starts = [0, *(start for start, _ in marks), len(text)]
    parts: list[Piece] = []
    for start, end in pairwise(starts):
        part = piece.slice(start, end).strip()
        if not part.text:
            continue
        if start == 0:
            parts += _head(part, wrapped=wrapped)
            continue
        heading = _heading_end(part.text)
        rest = part
        if heading:
            parts.append(part.slice(0, heading))
            rest = part.slice(heading).strip()
        parts += [rest] if wrapped else _split(rest, _PARAGRAPH_SPACE)
    parts = [part for part in parts if part.text]
    if parts:
        parts[-1:] = _tail(parts[-1], wrapped=wrapped)
    return [_tight(part) for part in parts]


def _tail(piece: Piece, *, wrapped: bool) -> list[Piece]:
    """The last stretch of a flattened text: signature, date and trim on lines of their own."""
    ending = TRAILING_ENDING.search(piece.text)
    if ending:
        return [piece.slice(0, ending.start()).strip(), piece.slice(ending.start()).strip()]
    if not wrapped and "。" not in piece.text and len(piece) <= _LONGEST_TAIL:
        return _split(piece, _SEGMENT_SPACE)
    return [piece]


def _head(piece: Piece, *, wrapped: bool) -> list[Piece]:
    """What stands before the first heading: title and trim, each behind a space, then text."""
    if not wrapped:
        return _split(piece, _SEGMENT_SPACE)
    space = _SEGMENT_SPACE.search(piece.text)
    if space and strength(piece.text[: space.start()]) == 2:
        return [piece.slice(0, space.start()), piece.slice(space.end())]
    return [piece]


def _heading_end(text: str) -> int | None:
    """Where a stand-alone heading ends that a space, and no full stop, divides from its text."""
    space = _SEGMENT_SPACE.search(text[: _LONGEST_HEADING + 1], 3)
    if space and not holds(text[: space.start()], "。；："):
        return space.start()
    return None


def _split(piece: Piece, space: re.Pattern[str]) -> list[Piece]:
    cuts = [match.span() for match in space.finditer(piece.text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(piece)]
    return [piece.slice(a, b).strip() for a, b in zip(starts, ends, strict=True)]


def _tight(piece: Piece) -> Piece:
    """The piece without the spaces that stand where its lines ended."""
    return piece.without([match.span() for match in _WRAP_SPACE.finditer(piece.text)])
