"""版记, as it stands below the ending of a document that was printed already: who gets copies, who
printed it and when."""

from __future__ import annotations

from converter.patterns import lazy
from converter.readers.text.bodies import ends_as_name
from converter.readers.text.dates import DATE
from converter.readers.text.title import squeeze
from converter.source.text import join

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from converter.model.nodes import Paragraph
    from converter.readers.text.lines import Line

KIND = "imprint"
_MOST_LINES = 15
_SHORTEST_WRAPPED = 15
_LONGEST = 80
_COPIES = lazy(r"(?:抄\s?[送报]|分\s?送|主\s?送|主\s?题\s?词)(?:机关)?\s*[：:]\s*\S")
_MINUTES = lazy(r"[报送发]\s*[：:]\s*\S")
"""报：…。 送：…。 below minutes: only with its like."""
_PRINTED = lazy(rf"(?:(?P<office>[^\s。；：:，,][^。；：:，,]{{1,39}}?)\s*)?{DATE}\s*印[发制]?")
_DISCLOSED_STARTS = ("信息公开", "政府信息公开", "公开", "是否公开")
_DISCLOSED = lazy(
    r"(?:(?:信息|政府信息)?公开(?:方式|属性|选项|类别|形式)|是否公开)\s*[：:]\s*"
    r"(?:主动公开|依申请公开|不予?公开|此件.{2,10}|是|否)"
)
_MORE_STARTS = tuple("共印份校打录核拟承")
_MORE = lazy(
    r"[（(]?\s*(?:共\s*印|印数|份数)\s*[：:]?\s*[0-9０-９]+\s*份?\s*[）)]?"
    r"|(?:校\s?对|打\s?[字印]|录\s?入|核\s?稿|拟\s?稿|承办(?:单位|处室|科室|人)?|印制)\s*[：:]\s*\S.{0,60}"
)
"""What stands in no imprint but below one."""


def _tells_copies(text: str) -> bool:
    return text.startswith(("抄", "分", "主")) and _COPIES.match(text) is not None


def _tells_as_minutes(text: str) -> bool:
    return text.startswith(("报", "送", "发")) and _MINUTES.match(text) is not None


def _printed(text: str, *, whole: bool = True) -> re.Match[str] | None:
    if "印" not in text:
        return None
    return _PRINTED.fullmatch(text) if whole else _PRINTED.match(text)


def _tells_disclosure(text: str, *, whole: bool = True) -> bool:
    if not text.startswith(_DISCLOSED_STARTS):
        return False
    return (_DISCLOSED.fullmatch(text) if whole else _DISCLOSED.match(text)) is not None


def _tells_more(text: str, *, whole: bool = True) -> bool:
    if not text.lstrip("（(").lstrip().startswith(_MORE_STARTS):
        return False
    return (_MORE.fullmatch(text) if whole else _MORE.match(text)) is not None


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
    if _tells_copies(text) or _tells_as_minutes(text):
        stop = start + 1
        while stop < len(lines) and _goes_on(lines[stop - 1], lines[stop]):
            stop += 1
        return stop
    if len(text) > _LONGEST:
        return start
    if _is_printed(text) or _tells_disclosure(text) or _tells_more(text):
        return start + 1
    return start + 1 if _is_office(lines, start) else start


def _goes_on(line: Line, after: Line) -> bool:
    """Whether a list of bodies that a program broke goes on in the next line."""
    text = line.text
    is_open = text[-1] in "，、,；;" or (text[-1] != "。" and len(text) >= _SHORTEST_WRAPPED)
    return is_open and after.is_text and not after.gap and not _begins(after.text)


def _begins(text: str) -> bool:
    return (
        _tells_copies(text)
        or _tells_as_minutes(text)
        or _printed(text, whole=False) is not None
        or _tells_disclosure(text, whole=False)
        or _tells_more(text, whole=False)
    )


def _is_printed(text: str) -> bool:
    """Whether a line says when the document was printed, and perhaps by whom."""
    match = _printed(text)
    return match is not None and (match["office"] is None or _names_office(match["office"]))


def _is_office(lines: list[Line], index: int) -> bool:
    """Whether a line names who printed the document, the date of printing below it."""
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    match = _printed(after)
    return match is not None and match["office"] is None and _names_office(lines[index].text)


def _names_office(text: str) -> bool:
    return ends_as_name(squeeze(text))


def _proves(rows: list[list[Line]]) -> bool:
    """Whether rows can only be an imprint: they begin as one, and do not only look like one."""
    texts = [row[0].text for row in rows]
    if _tells_more(texts[0]):
        return False
    if len(texts) > 1 and all(_tells_as_minutes(text) for text in texts):
        return True
    return any(_tells_copies(t) or _tells_disclosure(t) or _is_printed(t) for t in texts)
