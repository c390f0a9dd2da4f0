"""附件: the list of them before the signature (附件说明), and those bound with the report."""

from __future__ import annotations

from converter.model.nodes import Attachment
from converter.numbering import match_mark
from converter.numerals import value_of
from converter.patterns import lazy
from converter.readers.text.ending import read_ending, text_line
from converter.readers.text.outline import build
from converter.record import record
from converter.source.text import Piece, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.readers.text.bodies import Known
    from converter.readers.text.lines import Line

_N = r"[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}"
_LABEL = lazy(rf"附\s?件\s*({_N})?\s*(?P<colon>[：:])?")
_NAMED = lazy(rf"附\s?件\s*({_N})\s*[：:]\s*(?P<title>\S.{{0,80}})")
_LIST = lazy(rf"附\s?件\s*(?P<number>{_N})?\s*[：:]\s*")
_LONGEST_NAME = 80
_LONGEST_TITLE = 80
_SHORTEST_WRAPPED = 15
_ENDS_SENTENCE = lazy(r"[。；，、：:,;！!？?]$")
_SENTENCE = lazy(r"[。；！？\t]")


# ---- The list -----------------------------------------------------------------------------------


def mark_list(lines: list[Line]) -> list[Line]:
    """The lines of a report's text with the list of attachments at their end, if there is one, of
    the kind ``attachment``: a line each, a name that a program broke into two lines as one."""
    start = _list_start(lines)
    items = _items(lines[start:]) if start else None
    if not items:
        return lines
    joined = [
        item[0].with_piece(join([line.piece for line in item])).of_kind("attachment")
        for item in items
    ]
    return lines[:start] + joined


def _list_start(lines: list[Line]) -> int:
    """The index of the last line that begins a list (附件：…, 附件1：…), or 0."""
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index]
        match = _LIST.match(line.text) if line.is_text and line.text.startswith("附") else None
        if match and (match["number"] is None or value_of(match["number"]) == 1):
            return index
    return 0


def _items(lines: list[Line]) -> list[list[Line]] | None:
    """The items of a list, each the lines it is on; None if the lines are no list."""
    items: list[list[Line]] = []
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        if not line.is_text or len(line.text) > _LONGEST_NAME or _SENTENCE.search(line.text):
            return None
        if items and _is_bare(items[-1]):
            items[-1].append(line)  # the name below 附件：
        elif _begins_item(line.text, len(items) + 1):
            items.append([line])
        elif items and after and _goes_on(items[-1], after, len(items) + 1):
            items[-1].append(line)
        else:
            return None
    return None if items and _is_bare(items[-1]) else items


def _is_bare(item: list[Line]) -> bool:
    """Whether nothing of an item is there yet but 附件：."""
    return len(item) == 1 and _LIST.fullmatch(item[0].text) is not None


def _begins_item(text: str, due: int) -> bool:
    """Whether a line is the item of a list that comes as the one numbered ``due``."""
    head = _LIST.match(text)
    if head and head["number"]:
        return value_of(head["number"]) == due
    if head:
        mark = match_mark(text[head.end() :])
        return due == 1 and (mark is None or mark.value == 1)
    mark = match_mark(text)
    return mark is not None and mark.style.name == "arabic" and mark.value == due and due > 1


def _goes_on(item: list[Line], after: Line, due: int) -> bool:
    """Whether a line is the rest of a long name: the next item follows it."""
    long = len(item) == 1 and len(item[0].text) >= _SHORTEST_WRAPPED
    return long and after.is_text and _begins_item(after.text, due)


# ---- The attachments themselves -----------------------------------------------------------------


@record
class _Head:
    """A line that begins an attachment: its number, and its title where that stands on it too."""

    number: int | None
    label: Piece
    title: Piece | None
    colon: bool


def find_start(lines: list[Line], known: Known) -> int:
    """The index of the line with which the attachments bound with a report begin; the number of
    lines if there are none.

    They stand behind the signature or the date. In a report that has neither they begin with a
    line of its own (附件, 附件1) behind the end of a sentence, and are no mere list of names.
    """
    heads = [(i, head) for i in range(1, len(lines)) if (head := _head(lines[i]))]
    for index, head in heads:
        ending = read_ending(lines, index, known)
        if (ending.date or ending.signature) and (head.title is None or _has_text(lines, index)):
            return index
    whole = read_ending(lines, len(lines), known)
    if not (whole.date or whole.signature):
        for index, head in heads:
            if _begins_unsigned(lines, index, head):
                return index
    return len(lines)


def _head(line: Line) -> _Head | None:
    if line.element:
        told = line.element == "attachment_label"
        return _Head(None, line.piece, None, colon=True) if told else None
    if not line.is_text or line.text[0] != "附" or len(line.text) > _LONGEST_NAME + 10:
        return None
    piece = line.piece
    match = _LABEL.fullmatch(line.text)
    if match:
        number = value_of(match[1]) if match[1] else None
        return _Head(number, piece, None, match["colon"] is not None)
    match = _NAMED.fullmatch(line.text)
    if not match or _SENTENCE.search(match["title"]):
        return None
    cut = match.start("title")
    return _Head(value_of(match[1]), piece.slice(0, cut).strip(), piece.slice(cut), True)


def _has_text(lines: list[Line], index: int) -> bool:
    """Whether text, and not the next attachment's name, follows the line at ``index``."""
    return index + 1 < len(lines) and _head(lines[index + 1]) is None


def _begins_unsigned(lines: list[Line], index: int, head: _Head) -> bool:
    before = lines[index - 1]
    if head.title or head.number not in (None, 1) or (head.colon and head.number is None):
        return False
    if not (lines[index].gap or not before.is_text or before.text[-1] in "。！？…”）"):
        return False
    rest = lines[index + 1 :]
    return bool(rest) and not all(_is_name(line) for line in rest)


def _is_name(line: Line) -> bool:
    """Whether a line is an item of a list of names."""
    mark = match_mark(line.text) if line.is_text else None
    return (
        mark is not None
        and mark.style.name == "arabic"
        and len(line.text) <= _LONGEST_NAME
        and not _SENTENCE.search(line.text)
    )


def read_attachments(lines: list[Line]) -> tuple[Attachment, ...]:
    """The attachments in lines that begin with the first one's label. Each has an outline of its
    own, its numbers and levels apart from those of the report; its sections have no role."""
    return tuple(_attachment(head, own) for head, own in _divided(lines))


def _divided(lines: list[Line]) -> Iterator[tuple[_Head, list[Line]]]:
    """Each attachment's first line, and the lines below it."""
    current: _Head | None = None
    own: list[Line] = []
    for line in lines:
        head = _head(line)
        if head and (current is None or line.element or _comes_next(head, current, line)):
            if current:
                yield current, own
            current, own = head, []
        else:
            own.append(line)
    if current:
        yield current, own


def _comes_next(head: _Head, current: _Head, line: Line) -> bool:
    """Whether a label begins the next attachment and is no word of the one before it."""
    if head.number is None or current.number is None:
        return head.number is None and current.number is None and line.gap > 0
    return head.number == current.number + 1


def _attachment(head: _Head, lines: list[Line]) -> Attachment:
    title = head.title
    count = 0
    while count < len(lines) and lines[count].element == "attachment_title":
        count += 1
    if count:
        title, lines = join([line.piece for line in lines[:count]]), lines[count:]
    elif title is None and lines and _is_title(lines[0]):
        title, lines = lines[0].piece, lines[1:]
    lead, sections = build(lines, lambda heading: (), ())
    return Attachment(
        text_line(head.label), text_line(title) if title else None, (*lead, *sections)
    )


def _is_title(line: Line) -> bool:
    """Whether an attachment's first line is its title: short, no sentence, no heading."""
    text = line.text
    return (
        line.is_text
        and len(text) <= _LONGEST_TITLE
        and not _ENDS_SENTENCE.search(text)
        and not _SENTENCE.search(text)
        and not match_mark(text)
    )
