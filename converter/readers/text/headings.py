"""Headings with a number mark: where the heading ends and the text begins.

Three shapes: the heading stands alone on its line; it opens its paragraph and is closed by 。 or
： (run-in); or the numbered line is a sentence and no heading at all.
"""

from __future__ import annotations

from converter.numbering import BY_NAME
from converter.patterns import holds
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.numbering import Mark
    from converter.source.text import Piece

_LIMITS = {True: (60, 4), False: (45, 2)}
"""Longest heading and most commas in it, for 一、 and （一）, which rarely number a sentence, and
for the marks below them."""
_LONGEST_ALONE = 60
_LONGEST_LABEL = 15
_SHORT = 20
_OUTER_RANK = BY_NAME["han-bracketed"].rank
_OPEN, _CLOSE = "“‘（(《〈【[「『", "”’）)》〉】]」』"
_COMMAS = "，,；;"
_DIGITS = "0123456789"
_COUNTED = tuple("万亿%％元人个家户件次项名条亩吨批场处座起份套台宗")
"""What stands behind a figure: 35万元, 3 家, 20余次."""


@record
class Heading:
    """A numbered line taken apart. ``heading`` is empty for a sentence; ``rest`` is the text that
    follows on the same line."""

    mark: Mark
    opening: Piece
    heading: str
    terminator: str
    run_in: bool
    rest: Piece | None


def read_heading(piece: Piece, mark: Mark, *, followed: bool, in_company: bool = False) -> Heading:
    """Takes a line that begins with ``mark`` apart.

    ``followed`` tells whether text or deeper headings of its own come on the next lines: that is
    what makes a one-sentence line a heading. Without it, a short one is a heading only
    ``in_company``, that is, where siblings of it have text; else it is an item of a list.
    """
    body = piece.text[mark.end :]
    stop, colon = _first_stop(body)
    if colon is not None and _is_label(body[:colon]):
        return _cut(piece, mark, colon, body[colon])
    if stop is None:
        return _whole_line(piece, mark, body, followed=followed)
    if stop == len(body) - 1:
        short = in_company and len(body) <= _SHORT and not holds(body, _COMMAS)
        if is_heading_like(body[:stop], mark) and (followed or short):
            full_stop = body[stop] == "。"
            return _cut(piece, mark, stop if full_stop else len(body), "。" if full_stop else "")
        return sentence(piece, mark)
    if body[stop : stop + 1] == "。" and is_heading_like(body[:stop], mark):
        return _cut(piece, mark, stop, body[stop])
    return sentence(piece, mark)


def is_heading_like(text: str, mark: Mark) -> bool:
    """Whether a first sentence reads as a heading: short, few commas, no account of figures."""
    longest, most_commas = _LIMITS[mark.style.rank <= _OUTER_RANK]
    commas = sum(map(text.count, _COMMAS))
    if not text.strip() or len(text) > longest or commas > most_commas:
        return False
    return not ((commas or len(text) > _SHORT) and _tells_figures(text))


def _tells_figures(text: str) -> bool:
    """Whether a number of something stands in a text."""
    if not holds(text, _DIGITS):
        return False
    at = 0
    while at < len(text):
        if text[at] in _DIGITS:
            behind = text[at:].lstrip(_DIGITS + ".,").lstrip()
            if behind[behind.startswith(("余", "多")) :].startswith(_COUNTED):
                return True
            at = len(text) - len(behind)
        else:
            at += 1
    return False


def is_sentence(text: str, mark: Mark) -> bool:
    """Whether a line that begins with ``mark`` is one whole sentence, or a part of one that ends
    in ；, without a label before a colon."""
    body = text[mark.end :]
    stop, colon = _first_stop(body)
    ends = stop == len(body) - 1 or (stop is None and text[-1] in "；;")
    return ends and (colon is None or not _is_label(body[:colon]))


def may_be_heading(text: str, mark: Mark) -> bool:
    """Whether such a line, read alone, may be a heading that is closed by 。"""
    return text[-1] not in "；;" and is_heading_like(text[mark.end : -1], mark)


def _first_stop(body: str) -> tuple[int | None, int | None]:
    """Offsets of the first full stop and of a colon before it, outside brackets and quotes."""
    head = body[: _LONGEST_ALONE + 40]
    if not holds(head, _OPEN):  # as in most: then the first ones stand outside
        stop = min((at for at in map(head.find, "。！？") if at >= 0), default=None)
        before = head if stop is None else head[:stop]
        colon = min((at for at in map(before.find, "：:") if at >= 0), default=None)
    else:
        stop, colon = _outside(head)
    if stop is None and len(body) > len(head):
        stop = len(body)  # no stop where a heading would have one
    return stop, colon


def _outside(head: str) -> tuple[int | None, int | None]:
    """The same for a text with brackets or quotes."""
    depth, colon = 0, None
    for index, char in enumerate(head):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif char in "：:" and colon is None:
            colon = index
        elif char in "。！？":
            return index, colon
    return None, colon


def _is_label(text: str) -> bool:
    return 0 < len(text.strip()) <= _LONGEST_LABEL and not holds(text, _COMMAS)


def _whole_line(piece: Piece, mark: Mark, body: str, *, followed: bool) -> Heading:
    """A line without a full stop: a heading, unless it is long, or a list item ending in ； or ，
    with nothing of its own below."""
    last = body[-1:]
    if len(body) > _LONGEST_ALONE or (last and last in "；;，,、" and not followed):
        return sentence(piece, mark)
    if last and last in "：:；;，,":
        if last not in "：:" and not is_heading_like(body[:-1], mark):
            return sentence(piece, mark)
        return _cut(piece, mark, len(body) - 1, last)
    return _cut(piece, mark, len(body), "")


def _cut(piece: Piece, mark: Mark, end: int, terminator: str) -> Heading:
    stop = mark.end + end + len(terminator)
    rest = piece.slice(stop).strip() if piece.text[stop:].strip() else None
    heading = piece.text[mark.end : mark.end + end]
    opening = _opening(piece, mark, stop)
    return Heading(mark, opening, heading.strip(), terminator, rest is not None, rest)


def sentence(piece: Piece, mark: Mark) -> Heading:
    """A numbered line that is no heading: all of it behind the mark is text."""
    rest = piece.slice(mark.end).strip()
    opening = piece.slice(0, len(mark.text))
    return Heading(mark, opening, "", "", False, rest if rest.text else None)


def _opening(piece: Piece, mark: Mark, stop: int) -> Piece:
    """Mark, heading and terminator as one piece, without the layout blanks between them."""
    text = piece.text
    blanks = [(len(mark.text), mark.end)] if mark.end > len(mark.text) else []
    heading_end = stop - 1 if text[stop - 1 : stop] in tuple("。：:；;，,") else stop
    end = len(text[:heading_end].rstrip())
    if mark.end < end < heading_end:
        blanks.append((end, heading_end))
    head = piece.slice(0, stop)
    return head.without(blanks).strip() if blanks else head
