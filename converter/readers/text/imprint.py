"""版记, as it stands below the ending of a document that was printed already: who gets copies, who
printed it and when."""

from __future__ import annotations

import re

from converter.model.nodes import Paragraph
from converter.readers.text.bodies import NAME_END
from converter.readers.text.dates import DATE
from converter.readers.text.lines import Line
from converter.readers.text.title import squeeze
from converter.source.text import join

KIND = "imprint"
_MOST_LINES = 15
_SHORTEST_WRAPPED = 15
_LONGEST = 80
_COPIES = re.compile(r"(?:抄\s?[送报]|分\s?送|主\s?送|主\s?题\s?词)(?:机关)?\s*[：:]\s*\S")
_MINUTES = re.compile(r"[报送发]\s*[：:]\s*\S")
"""报：…。 送：…。 below minutes: only with its like."""
_PRINTED = re.compile(
    rf"(?:(?P<office>[^\s。；：:，,][^。；：:，,]{{1,39}}?)\s*)?{DATE}\s*印[发制]?"
)
_DISCLOSED = re.compile(
    r"(?:(?:信息|政府信息)?公开(?:方式|属性|选项|类别|形式)|是否公开)\s*[：:]\s*"
    r"(?:主动公开|依申请公开|不予?公开|此件.{2,10}|是|否)"
)
_MORE = re.compile(
    r"[（(]?\s*(?:共\s*印|印数|份数)\s*[：:]?\s*[0-9０-９]+\s*份?\s*[）)]?"
    r"|(?:校\s?对|打\s?[字印]|录\s?入|核\s?稿|拟\s?稿|承办(?:单位|处室|科室|人)?|印制)\s*[：:]\s*\S.{0,60}"
)
"""What stands in no imprint but below one."""


def find_start(lines: list[Line], end: int) -> int:
    """The index of the line with which the imprint begins that ends at ``end``; ``end`` if there
    is none. The very first line is never taken."""
    for start in range(max(1, end - _MOST_LINES), end):
        rows = _rows(lines[start:end])
        if rows and _proves(rows):
            return start
    return end


def paragraphs(lines: list[Line]) -> tuple[Paragraph, ...]:
    """The rows of an imprint, each a paragraph of the kind ``imprint``."""
    return tuple(
        row[0].with_piece(join([line.piece for line in row])).of_kind(KIND).paragraph()
        for row in _rows(lines) or ()
    )


def _rows(lines: list[Line]) -> list[list[Line]] | None:
    """The lines of each row; None if something else is among them."""
    rows: list[list[Line]] = []
    index = 0
    while index < len(lines):
        stop = _row_end(lines, index)
        if stop == index:
            return None
        rows.append(lines[index:stop])
        index = stop
    return rows


def _row_end(lines: list[Line], start: int) -> int:
    """Where the row ends that begins at ``start``; there itself if none does."""
    text = lines[start].text
    if not lines[start].is_text:
        return start
    if _COPIES.match(text) or _MINUTES.match(text):
        stop = start + 1
        while stop < len(lines) and _goes_on(lines[stop - 1], lines[stop]):
            stop += 1
        return stop
    if len(text) > _LONGEST:
        return start
    if _is_printed(text) or _DISCLOSED.fullmatch(text) or _MORE.fullmatch(text):
        return start + 1
    return start + 1 if _is_office(lines, start) else start


def _goes_on(line: Line, after: Line) -> bool:
    """Whether a list of bodies that a program broke goes on in the next line."""
    text = line.text
    is_open = text[-1] in "，、,；;" or (text[-1] != "。" and len(text) >= _SHORTEST_WRAPPED)
    return is_open and after.is_text and not after.gap and not _begins(after.text)


def _begins(text: str) -> bool:
    return any(pattern.match(text) for pattern in (_COPIES, _MINUTES, _PRINTED, _DISCLOSED, _MORE))


def _is_printed(text: str) -> bool:
    """Whether a line says when the document was printed, and perhaps by whom."""
    match = _PRINTED.fullmatch(text)
    return match is not None and (match["office"] is None or _names_office(match["office"]))


def _is_office(lines: list[Line], index: int) -> bool:
    """Whether a line names who printed the document, the date of printing below it."""
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    match = _PRINTED.fullmatch(after)
    return match is not None and match["office"] is None and _names_office(lines[index].text)


def _names_office(text: str) -> bool:
    return NAME_END.search(squeeze(text)) is not None


def _proves(rows: list[list[Line]]) -> bool:
    """Whether rows can only be an imprint: they begin as one, and do not only look like one."""
    texts = [row[0].text for row in rows]
    if _MORE.fullmatch(texts[0]):
        return False
    if len(texts) > 1 and all(_MINUTES.match(text) for text in texts):
        return True
    return any(_COPIES.match(t) or _DISCLOSED.fullmatch(t) or _is_printed(t) for t in texts)
