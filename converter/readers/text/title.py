"""Titles: which lines are the title of a report, and what stands above and below it."""

from __future__ import annotations

from itertools import pairwise

from converter.model.nodes import SideLine
from converter.numbering import match_mark
from converter.patterns import holds, lazy
from converter.readers.text.bodies import UNITS, names_unit
from converter.readers.text.dates import plain_date
from converter.readers.text.lines import Line
from converter.record import record
from converter.source.text import Piece, join

_LONGEST_TITLE = 80
_LONGEST_BESIDE = 45
_LINES_ABOVE = 8
_LINES_BELOW = 6
_LINES_TOLD = 30
""":data:`_LINES_ABOVE`, where a format says which line is the title."""
_BESIDE = ("subtitle", "below_title")
_KINDS = (
    *("总结", "计划", "报告", "要点", "汇报", "述职", "打算", "安排", "思路", "回顾", "方案"),
    *("述评", "小结", "意见", "函", "通知", "说明", "材料", "讲话"),
)
_ENDS = (
    *("总结", "计划", "报告", "要点", "汇报", "打算", "安排", "思路", "回顾", "方案", "小结"),
    *("意见", "的函", "函", "通知", "说明", "材料", "讲话", "设想", "谋划"),
)
_END_IN_BRACKETS = lazy(rf"(?:{'|'.join(_ENDS)})[（(].{{1,20}}[）)]$")
_FIVE_YEARS = tuple(f"“十{number}五”" for number in "二三四五六")
_ARABIC, _HAN = frozenset("0123456789"), frozenset("二〇○零一三四五六七八九")
_SENTENCE_ENDS = tuple("。；，：:,;！!？?、")
_STOPS = "。；！？"
_PUNCTUATION = "。；，：:,;！!？?、“”"
_CLOSING = ("）", ")")
_PERSONS = (
    *("报告人", "述职人", "汇报人", "省长", "市长", "区长", "县长", "州长", "镇长", "乡长"),
    *("主任", "局长", "院长", "校长", "书记", "主席", "代表"),
)
_PERSON = lazy(
    r"(?:.{0,12}(?:报告人|述职人|汇报人)[：:]?.{0,12}"
    r"|.{0,20}(?:省长|市长|区长|县长|州长|镇长|乡长|主任|局长|院长|校长|书记|主席|代表)"
    r"\s+\S{1,4}(?:\s\S{1,2})?)"
)
_DOCUMENT_NUMBER = lazy(r".{0,14}[〔\[（(【]\s*(?:19|20)[0-9]{2}\s*[〕\]）)】]\s*第?\s*[0-9]+\s*号")


_JOINTS = ("以及", "及", "与", "暨")


def squeeze(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())


def key(text: str) -> str:
    """What two spellings of one title have in common: no white space, 和 for 及, 年 for 年度."""
    bare = squeeze(text).replace("年度", "年")
    for joint in _JOINTS:
        bare = bare.replace(joint, "和")
    return bare


def strength(text: str) -> int:
    """How much a line looks like a report's title: 0 not, 1 it may be one, 2 it is one by itself.

    A title by itself names a kind of report and either two kinds (总结和计划) or a year together
    with the unit it is about.
    """
    bare = squeeze(text)
    if (
        not 4 <= len(bare) <= _LONGEST_TITLE
        or bare.endswith(_SENTENCE_ENDS)
        or holds(bare, _STOPS)
        or match_mark(bare)
        or bare.startswith(("—", "-", "附件"))
        or is_number(bare)
        or _end(bare) is None
    ):
        return 0
    year = _year(bare)
    if year and len(_kinds(bare)) >= 2:
        return 2
    if year:
        before, after = bare[: year[0]], bare[year[1] :]
        if names_unit(before) or names_unit(after[: _end(after)]):
            return 2
    return 1 if year or len(bare) <= 30 else 0


def _end(bare: str) -> int | None:
    """Where the word begins that a title ends with; what stands in brackets may follow it."""
    if bare.endswith(_ENDS):
        return len(bare) - max(len(end) for end in _ENDS if bare.endswith(end))
    match = _END_IN_BRACKETS.search(bare) if bare.endswith(_CLOSING) else None
    return match.start() if match else None


def _kinds(bare: str) -> set[str]:
    """The kinds of report that a text names."""
    apart = bare.replace("汇报", "汇报 ")  # 汇报告知 speaks of no 报告
    return {kind for kind in _KINDS if kind in apart}


def _year(bare: str) -> tuple[int, int] | None:
    """Where the first year (or half or five years) stands in a text."""
    found = []
    at = bare.find("年")
    while at >= 0:
        digits = bare[max(at - 4, 0) : at]
        is_arabic = digits.startswith(("19", "20")) and _ARABIC.issuperset(digits)
        if len(digits) == 4 and (is_arabic or _HAN.issuperset(digits)):
            found.append((at - 4, at + 1))
            break
        if bare.startswith("上半", at - 2) and at >= 2:
            found.append((at - 2, at + 1))
            break
        if bare.startswith("年度", at):
            found.append((at, at + 2))
            break
        at = bare.find("年", at + 1)
    plans = (bare.find(plan) for plan in _FIVE_YEARS)
    found += [(start, start + len(_FIVE_YEARS[0])) for start in plans if start >= 0]
    return min(found, default=None)


def is_number(bare: str) -> bool:
    """Whether a line is the number of a document."""
    return bare.endswith("号") and _DOCUMENT_NUMBER.fullmatch(bare) is not None


@record
class Opening:
    """What a report begins with: its title, the lines beside it, and where the text begins.

    ``held`` are lines above a title that a format tells which are no lines beside it (a picture, a
    table, a paragraph): they go with the text.
    """

    title: Piece | None
    above: tuple[SideLine, ...]
    below: tuple[SideLine, ...]
    rest: int
    held: tuple[Line, ...] = ()


def read_opening(lines: list[Line], titles: set[str]) -> Opening:
    """The title at the head of a report's lines. ``titles`` are the keys a contents page lists."""
    best, length = _find_title(lines, titles)
    if best is None:
        return Opening(None, (), (), 0)
    title = lines[best].piece
    for line in lines[best + 1 : best + length]:
        title = join([title, line.piece], line.given.glue if line.given else "")
    held = [line for line in lines[:best] if _goes_with_text(line)]
    above = tuple(_side_line(line.piece) for line in lines[:best] if line not in held)
    rest = best + length
    below: list[SideLine] = []
    while rest + 1 < len(lines) and len(below) < _LINES_BELOW:
        side = _side_line(lines[rest].piece)
        told = lines[rest].element
        if told and told not in _BESIDE:
            break
        if not told and (
            not lines[rest].is_text or side.kind == "other" or len(side.text) > _LONGEST_BESIDE
        ):
            break
        below.append(side)
        rest += 1
    return Opening(title, above, tuple(below), rest, tuple(held))


def _goes_with_text(line: Line) -> bool:
    """Whether a line above a title is none that may stand beside one."""
    return not line.is_text or len(line.text) > _LONGEST_BESIDE


def _side_line(piece: Piece) -> SideLine:
    """A line beside a title, with what it is."""
    return SideLine(piece.text, _side_kind(piece.text), piece.line, piece.column, piece.breaks)


def _side_kind(text: str) -> str:
    bare = squeeze(text)
    if is_number(bare):
        return "number"
    if _is_date(text):
        return "date"
    if _is_subtitle(text):
        return "subtitle"
    if holds(text, _PERSONS) and _PERSON.fullmatch(text):
        return "person"
    if bare.endswith("文件") and 4 <= len(bare) <= 32:
        return "issuer"
    if len(bare) <= 30 and bare.endswith(UNITS) and not holds(bare, _PUNCTUATION):
        return "unit"
    return "other"


def _is_date(text: str) -> bool:
    return "年" in text and "月" in text and plain_date(text) is not None


def _is_subtitle(text: str) -> bool:
    """Whether a line begins with a dash, or stands in brackets."""
    in_brackets = text.startswith(("（", "(")) and text.endswith(_CLOSING)
    return text.startswith(("—", "--")) or (in_brackets and 4 <= len(text) <= 42)


def _is_salutation(text: str) -> bool:
    return text.endswith(("：", ":")) and 2 <= len(text) <= 31


def _find_title(lines: list[Line], titles: set[str]) -> tuple[int | None, int]:
    """Index of the title's first line and the number of its lines."""
    for index, line in enumerate(lines[:_LINES_TOLD]):
        if line.given and line.given.title and line.is_text:
            return index, _told_length(lines, index)
    for index in range(min(len(lines), _LINES_ABOVE + 1)):
        text = lines[index].text
        length = title_length(lines, index, titles)
        if length:
            return index, length
        if not lines[index].is_text or not _stands_above(text):
            break
    if lines and not lines[0].element and _plain_title(lines):
        return 0, 1
    return None, 0


def title_length(lines: list[Line], index: int, titles: set[str]) -> int:
    """How many lines from ``index`` on are one title: 0, 1, or more for a broken one."""
    line = lines[index]
    text = line.text
    if line.given and line.given.title and line.is_text:
        return _told_length(lines, index)
    if line.element or not line.is_text or text.endswith(_SENTENCE_ENDS) or is_marked(line):
        return 0
    if titles and (listed := _listed_length(lines, index, titles)):
        return listed
    length = 1 if strength(text) else 0
    if not length and index + 1 < len(lines) and _first_of_two(text, lines[index + 1]):
        length = 2
    return _with_last_line(lines, index, length) if length else 0


def _told_length(lines: list[Line], index: int) -> int:
    """How many lines from ``index`` on a structured format says are the title."""
    end = index + 1
    while end < len(lines) and (given := lines[end].given) and given.title and not lines[end].gap:
        end += 1
    return end - index


def is_marked(line: Line) -> bool:
    """Whether a line begins with a number mark, blanks inside it left aside."""
    return (line.mark if line.bare == line.text else match_mark(line.bare)) is not None


def _listed_length(lines: list[Line], index: int, titles: set[str]) -> int:
    """How many lines from ``index`` on are a title that the contents page lists; 0 for none."""
    joined = ""
    for count, line in enumerate(lines[index : index + 3], 1):
        if count > 1 and (line.gap or not line.is_text or holds(line.text, _STOPS)):
            break
        joined += line.bare
        if key(joined) in titles:
            return count
    return 0


def _with_last_line(lines: list[Line], index: int, length: int) -> int:
    """``length``, or one more where the next line goes on with the title: it adds the kind that
    the title still lacks (2023年工作总结 / 2024年工作计划, or 及2024年工作计划)."""
    after = index + length
    if after >= len(lines) or lines[after].gap or not lines[after].is_text:
        return length
    rest = lines[after].bare
    title = "".join(line.bare for line in lines[index:after])
    new = _kinds(rest) - _kinds(title)
    year = _year(rest)
    goes_on = rest[:1] in "及和与暨" or (year is not None and year[0] == 0)
    if new & {"总结", "计划", "打算", "思路", "要点", "安排"} and goes_on and not match_mark(rest):
        return length + (strength(title + rest) == 2)
    return length


def _first_of_two(text: str, after: Line) -> bool:
    """Whether ``text`` (a unit, or 关于…的) is the first line of a title that ends on the next."""
    bare, rest = squeeze(text), after.bare
    if (
        after.gap
        or not after.is_text
        or len(bare) > 30
        or holds(bare, _STOPS)
        or _is_salutation(bare)
    ):
        return False
    year = _year(rest)
    if _is_date(bare) or (year and names_unit(rest[: year[0]])):
        return False  # the second line is a title of its own
    is_head = names_unit(bare[-4:]) or bare[:2] == "关于" or _year(bare) is not None
    return is_head and strength(bare + rest) == 2 and _end(rest) is not None


def _plain_title(lines: list[Line]) -> bool:
    """Whether the first line, though it names no kind of report, can only be a title: short, no
    sentence, no heading, and text follows."""
    text = squeeze(lines[0].text)
    return (
        lines[0].is_text
        and 2 <= len(text) <= 40
        and len(lines) > 1
        and not holds(text, _SENTENCE_ENDS)
        and any(min(pair) >= "\u4e00" and max(pair) <= "\u9fff" for pair in pairwise(text))
        and not match_mark(text)
        and not _is_date(text)
        and (lines[1].gap > 0 or len(lines[1].text) > 2 * len(text) or _is_subtitle(lines[1].text))
        and not text.startswith(("今年", "一年来", "一是"))
    )


def _stands_above(text: str) -> bool:
    """A line that may stand above a title: short, no sentence, no heading, no salutation."""
    return (
        len(text) <= _LONGEST_BESIDE
        and not holds(text, _STOPS)
        and not _is_salutation(text)
        and not match_mark(text)
    )
