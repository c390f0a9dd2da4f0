"""Titles: which lines are the title of a report, and what stands above and below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from converter.model.nodes import SideLine
from converter.numbering import match_mark
from converter.readers.text.contents import key
from converter.readers.text.lines import Line
from converter.source.text import Piece, join

_LONGEST_TITLE = 80
_LONGEST_BESIDE = 45
_LINES_ABOVE = 8
_LINES_BELOW = 6
_SPACE = re.compile(r"\s+")
_GENRE = re.compile(
    r"总结|计划|报告|要点|汇报|述职|打算|安排|思路|回顾|方案|述评|小结|意见|函|通知|说明|材料|总结会|讲话"
)
_ENDS_AS_TITLE = re.compile(
    r"(?:总结|计划|报告|要点|汇报|打算|安排|思路|回顾|方案|小结|意见|的?函|通知|说明|材料|讲话|设想|谋划)"
    r"(?:[（(].{1,20}[）)])?$"
)
_YEAR = re.compile(
    r"(?:19|20)[0-9]{2}年|[二〇○零一三四五六七八九]{4}年|上半年|年度|“十[二三四五六]五”"
)
UNIT = re.compile(
    r"(?:局|委|办|厅|院|校|所|站|处|科|部|署|会|社|团|队|中心|公司|集团|银行|医院|学校|大学|学院|中学|小学"
    r"|幼儿园|街道|社区|乡|镇|村|县|区|市|省|政府|人民政府|办公室|管委会|委员会|支部|党委|党组|工会|企业|厂|馆|园|台|法院|检察院)"
)
_SENTENCE_END = re.compile(r"[。；，：:,;！!？?、]$")
_NO_PUNCTUATION = re.compile(r"[^。；，：:,;！!？?、“”]+")
_INSIDE_SENTENCE = re.compile(r"[。；！？]")
_SALUTATION = re.compile(r".{1,30}[：:]$")
_SUBTITLE = re.compile(r"(?:—|--).*|[（(].{2,40}[）)]")
_PERSON = re.compile(
    r"(?:.{0,12}(?:报告人|述职人|汇报人)[：:]?.{0,12}"
    r"|.{0,20}(?:省长|市长|区长|县长|州长|镇长|乡长|主任|局长|院长|校长|书记|主席|代表)"
    r"\s+\S{1,4}(?:\s\S{1,2})?)"
)
_ISSUER = re.compile(r".{2,30}文件")
_DOCUMENT_NUMBER = re.compile(
    r".{0,14}[〔\[（(【]\s*(?:19|20)[0-9]{2}\s*[〕\]）)】]\s*第?\s*[0-9]+\s*号"
)
DATE_ONLY = re.compile(
    r"[（(]?\s*(?:19|20)[0-9]{2}\s*年\s*[0-9]{1,2}\s*月(?:\s*[0-9]{1,2}\s*日)?\s*[）)]?"
)


def squeeze(text: str) -> str:
    """The text without any white space."""
    return _SPACE.sub("", text)


def strength(text: str) -> int:
    """How much a line looks like a report's title: 0 not, 1 it may be one, 2 it is one by itself.

    A title by itself names a kind of report and either two kinds (总结和计划) or a year together
    with the unit it is about.
    """
    bare = squeeze(text)
    if (
        not 4 <= len(bare) <= _LONGEST_TITLE
        or _SENTENCE_END.search(bare)
        or _INSIDE_SENTENCE.search(bare)
        or match_mark(bare)
        or bare.startswith(("—", "-", "附件"))
        or _DOCUMENT_NUMBER.fullmatch(bare)
        or not _ENDS_AS_TITLE.search(bare)
    ):
        return 0
    kinds = set(_GENRE.findall(bare))
    if len(kinds) >= 2 and _YEAR.search(bare):
        return 2
    before = bare[: match.start()] if (match := _YEAR.search(bare)) else ""
    after = bare[match.end() :] if match else ""
    if match and (UNIT.search(before) or UNIT.search(_ENDS_AS_TITLE.sub("", after))):
        return 2
    return 1 if match or len(bare) <= 30 else 0


@dataclass(frozen=True, slots=True)
class Opening:
    """What a report begins with: its title, the lines beside it, and where the text begins."""

    title: Piece | None
    above: tuple[SideLine, ...]
    below: tuple[SideLine, ...]
    rest: int


def read_opening(lines: list[Line], titles: set[str]) -> Opening:
    """The title at the head of a report's lines. ``titles`` are the keys a contents page lists."""
    best, length = _find_title(lines, titles)
    if best is None:
        return Opening(None, (), (), 0)
    title = join([line.piece for line in lines[best : best + length]])
    above = tuple(_side_line(line.piece) for line in lines[:best])
    rest = best + length
    below: list[SideLine] = []
    while rest + 1 < len(lines) and len(below) < _LINES_BELOW:
        side = _side_line(lines[rest].piece)
        if not lines[rest].is_text or side.kind == "other" or len(side.text) > _LONGEST_BESIDE:
            break
        below.append(side)
        rest += 1
    return Opening(title, above, tuple(below), rest)


def _side_line(piece: Piece) -> SideLine:
    """A line beside a title, with what it is."""
    return SideLine(piece.text, _side_kind(piece.text), piece.line, piece.column, piece.breaks)


def _side_kind(text: str) -> str:
    bare = squeeze(text)
    if _DOCUMENT_NUMBER.fullmatch(bare):
        return "number"
    if DATE_ONLY.fullmatch(text):
        return "date"
    if _SUBTITLE.fullmatch(text):
        return "subtitle"
    if _PERSON.fullmatch(text):
        return "person"
    if _ISSUER.fullmatch(bare):
        return "issuer"
    if len(bare) <= 30 and re.search(UNIT.pattern + "$", bare) and _NO_PUNCTUATION.fullmatch(bare):
        return "unit"
    return "other"


def _find_title(lines: list[Line], titles: set[str]) -> tuple[int | None, int]:
    """Index of the title's first line and the number of its lines."""
    for index in range(min(len(lines), _LINES_ABOVE + 1)):
        text = lines[index].text
        length = title_length(lines, index, titles)
        if length:
            return index, length
        if not lines[index].is_text or not _stands_above(text):
            break
    if lines and _plain_title(lines):
        return 0, 1
    return None, 0


def title_length(lines: list[Line], index: int, titles: set[str]) -> int:
    """How many lines from ``index`` on are one title: 0, 1, or more for a broken one."""
    text = lines[index].text
    if not lines[index].is_text or match_mark(squeeze(text)) or _SENTENCE_END.search(text):
        return 0
    joined = ""
    for count, line in enumerate(lines[index : index + 3], 1):
        if count > 1 and (line.gap or not line.is_text or _INSIDE_SENTENCE.search(line.text)):
            break
        joined += squeeze(line.text)
        if key(joined) in titles:
            return count
    length = 1 if strength(text) else 0
    if not length and index + 1 < len(lines) and _first_of_two(text, lines[index + 1]):
        length = 2
    return _with_last_line(lines, index, length) if length else 0


def _with_last_line(lines: list[Line], index: int, length: int) -> int:
    """``length``, or one more where the next line goes on with the title: it adds the kind that
    the title still lacks (2023年工作总结 / 2024年工作计划, or 及2024年工作计划)."""
    after = index + length
    if after >= len(lines) or lines[after].gap or not lines[after].is_text:
        return length
    title = "".join(squeeze(line.text) for line in lines[index:after])
    rest = squeeze(lines[after].text)
    new = set(_GENRE.findall(rest)) - set(_GENRE.findall(title))
    goes_on = rest[:1] in "及和与暨" or bool(_YEAR.match(rest))
    if new & {"总结", "计划", "打算", "思路", "要点", "安排"} and goes_on and not match_mark(rest):
        return length + (strength(title + rest) == 2)
    return length


def _first_of_two(text: str, after: Line) -> bool:
    """Whether ``text`` (a unit, or 关于…的) is the first line of a title that ends on the next."""
    bare, rest = squeeze(text), squeeze(after.text)
    if (
        after.gap
        or not after.is_text
        or len(bare) > 30
        or _INSIDE_SENTENCE.search(bare)
        or _SALUTATION.fullmatch(bare)
    ):
        return False
    year = _YEAR.search(rest)
    if DATE_ONLY.fullmatch(bare) or (year and UNIT.search(rest[: year.start()])):
        return False  # the second line is a title of its own
    is_head = bool(UNIT.search(bare[-4:])) or bare[:2] == "关于" or bool(_YEAR.search(bare))
    return is_head and strength(bare + rest) == 2 and bool(_ENDS_AS_TITLE.search(rest))


def _plain_title(lines: list[Line]) -> bool:
    """Whether the first line, though it names no kind of report, can only be a title: short, no
    sentence, no heading, and text follows."""
    text = squeeze(lines[0].text)
    return (
        lines[0].is_text
        and 2 <= len(text) <= 40
        and len(lines) > 1
        and not re.search(r"[。；，：:,;！!？?、]", text)
        and bool(re.search(r"[\u4e00-\u9fff]{2}", text))
        and not match_mark(text)
        and not DATE_ONLY.fullmatch(text)
        and (
            lines[1].gap > 0
            or len(lines[1].text) > 2 * len(text)
            or bool(_SUBTITLE.fullmatch(lines[1].text))
        )
        and not text.startswith(("今年", "一年来", "一是"))
    )


def _stands_above(text: str) -> bool:
    """A line that may stand above a title: short, no sentence, no heading, no salutation."""
    return (
        len(text) <= _LONGEST_BESIDE
        and not _INSIDE_SENTENCE.search(text)
        and not _SALUTATION.fullmatch(text)
        and not match_mark(text)
    )
