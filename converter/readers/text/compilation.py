"""Splitting a compilation into its reports."""

from __future__ import annotations

from itertools import pairwise

from converter.patterns import holds, lazy
from converter.readers.text.residue import edge_reason, removed
from converter.readers.text.title import key, strength, title_length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import Removed
    from converter.readers.text.lines import Line

_COMPILATIONS = ("汇编", "合集", "汇总", "范文", "材料集", "精选", "大全")
_COMPILATION = lazy(rf".{{0,40}}(?:{'|'.join(_COMPILATIONS)})\s*(?:[（(].{{1,12}}[）)])?")
_ATTACHMENT = lazy(r"附\s?件\s*[0-9０-９一二三四五六七八九十]{0,3}\s*[：:]?")
_TITLE_FIELD = lazy(r"标题\s*[：:]\s*(?P<title>\S.{3,80})")
_PAGE_ENDS = tuple("0123456789）)")
_LOOK_AHEAD = 40
_LONGEST_TRIM = 60


class Extract:
    """The lines of one report, what was removed with them, and the titles of the contents page."""

    def __init__(self, lines: list[Line], titles: set[str]) -> None:
        self.lines = lines
        self.removed: list[Removed] = []
        self.titles = titles


def split(lines: list[Line], gone: list[Removed]) -> list[Extract]:
    """One extract a report, in order; what stands before the first report goes with the first.

    An empty list means that there is no report text at all.
    """
    contents, titles = _contents(lines)
    gone = gone + [item for i in contents for item in _removed(lines[i], "toc")]
    kept, trimmed = _without_leading_trim([x for i, x in enumerate(lines) if i not in contents])
    gone += trimmed
    starts = _starts(kept, titles)
    first = starts[0] if starts else 0
    if titles or len(starts) > 1:
        for line in kept[:first]:
            gone += _removed(line, _front_reason(line.text))
    else:
        first = 0
    bounds = [first, *starts[1:], len(kept)] if kept[first:] else []
    extracts = []
    for begin, end in pairwise(bounds):
        body, trimmed = _without_trailing_trim(kept[begin:end])
        gone += trimmed
        extracts.append(Extract(body, titles))
    _allot(gone, extracts, [kept[b].piece.line for b in bounds[:-1]])
    return [extract for extract in extracts if extract.lines]


def _removed(line: Line, reason: str) -> list[Removed]:
    """A line as removed text, that of the tables in a table's cells with it."""
    if line.given is None or not line.given.insets:
        return removed(line.piece, reason)
    from converter.readers.text.told import inner_pieces

    return [item for piece in inner_pieces(line) for item in removed(piece, reason)]


def _contents(lines: list[Line]) -> tuple[set[int], set[str]]:
    """Indices of the lines that are a table of contents, and the keys of the titles it lists. In
    most drafts no line ends in a page number, and none heads a table of contents."""
    if not any(line.text.endswith(_PAGE_ENDS) or line.text.startswith("目") for line in lines):
        return set(), set()
    from converter.readers.text.contents import find_contents

    return find_contents(lines)


def _front_reason(text: str) -> str:
    return "compilation-title" if _names_compilation(text) else "front-matter"


def _names_compilation(text: str) -> bool:
    return holds(text, _COMPILATIONS) and _COMPILATION.fullmatch(text) is not None


def _starts(lines: list[Line], titles: set[str]) -> list[int]:
    """Indices of the lines that begin a report."""
    starts: list[int] = []
    headings = 0
    index = 0
    while index < len(lines):
        length = title_length(lines, index, titles)
        if length and _begins_report(
            lines, index, length, titles, started=bool(starts or headings)
        ):
            starts.append(index)
            headings = 0
        elif lines[index].mark:
            headings += 1
        index += max(length, 1)
    return starts


def _begins_report(
    lines: list[Line], index: int, length: int, titles: set[str], *, started: bool
) -> bool:
    """Whether the title at ``index`` opens a report and is no heading inside one.

    The contents page says so; or the line is a title by itself and the numbering starts anew
    behind it. The name of the compilation, which a contents page may list too, is none, nor is
    the title of an attachment, unless that is a report itself.
    """
    text = "".join(line.text for line in lines[index : index + length])
    if _names_compilation(text):
        return False
    if key(text) in titles:
        return True
    if started and "总结" not in text and _labels_attachment(lines[index - 1].text):
        return False
    if strength(text) < 2:
        return not started and index == 0
    return not started or _numbering_restarts(lines, index + length)


def _labels_attachment(text: str) -> bool:
    return text.startswith("附") and _ATTACHMENT.fullmatch(text) is not None


def _numbering_restarts(lines: list[Line], index: int) -> bool:
    for line in lines[index : index + _LOOK_AHEAD]:
        mark = line.mark
        if mark:
            return mark.value == 1
        if strength(line.text) == 2:
            return False
    return False


def _without_leading_trim(lines: list[Line]) -> tuple[list[Line], list[Removed]]:
    """The lines without the web page's trim among the first ones, and that trim.

    The title may stand among them, so they are looked for up to the first line that is neither
    trim nor short. A field 标题：… is where the title stands, if it stands nowhere else. Text is
    always left.
    """
    gone: list[Removed] = []
    kept: list[Line] = []
    for index, line in enumerate(lines[:-1]):
        field = _TITLE_FIELD.fullmatch(line.text) if line.text.startswith("标题") else None
        if field and not any(key(other.text) == key(field["title"]) for other in lines):
            gone += removed(line.piece.slice(0, field.start("title")), "web-page")
            kept.append(line.with_piece(line.piece.slice(field.start("title"))))
            continue
        reason = edge_reason(line.text)
        if reason:
            gone += _removed(line, reason)
            continue
        if len(line.text) > _LONGEST_TRIM or line.mark:
            return kept + lines[index:], gone
        kept.append(line)
    return kept + lines[-1:], gone


def _without_trailing_trim(lines: list[Line]) -> tuple[list[Line], list[Removed]]:
    """A report's lines without the web page's trim at their end, and that trim."""
    gone: list[Removed] = []
    end = len(lines)
    while end > 1 and (reason := edge_reason(lines[end - 1].text)):
        gone += _removed(lines[end - 1], reason)
        end -= 1
    return lines[:end], gone


def _allot(gone: list[Removed], extracts: list[Extract], first_lines: list[int]) -> None:
    """Gives every removed text to the report it stands in or behind; what comes before the first
    report to the first. A directive behind a report's last line is for the next one."""
    gone.sort(key=lambda item: (item.line, item.column))
    index = 0
    for item in gone:
        while index + 1 < len(extracts) and item.line >= first_lines[index + 1]:
            index += 1
        if extracts:
            ahead = _looks_ahead(item) and item.line > _last_line(extracts[index])
            extracts[min(index + ahead, len(extracts) - 1)].removed.append(item)


def _looks_ahead(item: Removed) -> bool:
    if item.reason != "directive":
        return False
    from converter.readers.text.directives import looks_ahead

    return looks_ahead(item)


def _last_line(extract: Extract) -> int:
    piece = extract.lines[-1].piece
    return piece.place(len(piece) - 1)[0]
