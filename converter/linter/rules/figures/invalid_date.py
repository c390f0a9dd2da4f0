"""N504: a date that does not exist, or a period that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.outline import classes, coded, outlined, standing
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.model.nodes import DateLine
from converter.numerals import value_of
from converter.patterns import holds, lazy, matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_TO = "—–-－~～至到"
_DAY = lazy(r"(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]")
_NUMBERED = tuple("线楼院门馆店井台机矿坑文令桥")
"""Behind 号 these are what has the number."""
_FIGURES = lazy(
    r"(?P<year>(?:19|20)[0-9]{2})(?P<to>[-/])(?P<month>[0-9]{1,2})(?P=to)(?P<day>[0-9]{1,2})"
    r"(?![-/.0-9A-Za-z]|号)"
)
_WORDS = lazy(r"(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日")
_LUNAR = ("农历", "阴历", "夏历", "旧历")
_MONTHS = lazy(
    r"(?P<first>[0-9]{1,2})月?份?(?P<to>(?!年)\D)\D?(?:(?P<until>(?:19|20)[0-9]{2})年)?"
    r"(?P<last>[0-9]{1,2})月(?![0-9])"
)
_DAYS = lazy(r"[0-9]{1,2}月(?P<first>[0-9]{1,2})日?(?P<to>\D)(?P<last>[0-9]{1,2})[日号]")
_YEARS = lazy(r"(?P<first>(?:19|20)[0-9]{2})年?(?P<to>\D)(?P<last>(?:19|20)[0-9]{2})年")
_MONTH = outlined("月(?<=[0-9].)(?=[0-9])")
_MONTH_IN_WORDS = outlined("月[一二三四五六七八九十]")
_BEHIND_YEAR = outlined("[-/](?<=[0-9]{4}.)(?=[0-9])")
_JOINTS = classes({"0": "0123456789年月份日", "-": _TO})
_ENDS_IN_MONTH = outlined("[^0-9]?(?P<until>(?:19|20)[0-9]{2}年)?(?P<last>[0-9]{1,2})月")
_MONTH_ENDS = coded("月份")
_ENDS_IN_YEAR = outlined("(?:19|20)[0-9]{2}年")
"""The same and more in outlines, which are searched faster."""
_BLANK = "XxＸ×"
_PARTS = lazy(r"[0-9〇○零一二三四五六七八九十]{1,4}")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_AUTUMN, _SUMMER = 9, 8


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each date that the calendar does not have, each period that runs backwards
    (over the turn of the year it may: 11月至3月), and a date of issue before the year that the
    title reports on."""
    view = subject.whole
    months = list(_months(view))
    yield from _days(view, months)
    if _MONTH_IN_WORDS.search(view.outline):
        yield from _worded(view)
    if view.text.count("-") > 1 or view.text.count("/") > 1:
        yield from _in_figures(view)
    behind = _behind_joints(view)
    if behind:
        if any(_may_be_backwards(view.outline, at) for at in behind):
            yield from _backwards_by_months(view)
        yield from _backwards_by_days(view, months)
        if any(_ENDS_IN_YEAR.match(view.outline, at) for at in behind):
            yield from _years(view)
    yield from _issued(subject)


def _months(view: View) -> Iterator[int]:
    """Where the figures of months begin that have figures behind them."""
    for match in _MONTH.finditer(view.outline):
        at = match.start()
        yield at - 1 - view.outline[at - 2 : at - 1].isdigit()


def _days(view: View, months: list[int]) -> Iterator[Hit]:
    for match in _whole(matches(_DAY, view.text, months)):
        if _is_day(match):
            year = _year_before(view.text, match.start())
            start = match.start() - (len("2024年") if year else 0)
            yield from _checked(view, start, match, year, int(match["month"]), int(match["day"]))


def _is_day(match: re.Match[str]) -> bool:
    """Whether a day is meant, not a building (12月5号楼)."""
    numbers = match.group().endswith("号") and match.string.startswith(_NUMBERED, match.end())
    return not numbers


def _in_figures(view: View) -> Iterator[Hit]:
    """Dates like 2024-02-30 and 2024/2/30."""
    years = (match.start() - 4 for match in _BEHIND_YEAR.finditer(view.outline))
    for match in _whole(matches(_FIGURES, view.text, years)):
        year, month, day = (int(match[part]) for part in ("year", "month", "day"))
        if view.text[max(0, match.start() - 1) : match.start()] not in ("-", "/"):
            yield from _checked(view, match.start(), match, year, month, day)


def _worded(view: View) -> Iterator[Hit]:
    """Dates like 二月三十日, but for those of the lunar calendar."""
    for match in _WORDS.finditer(view.text):
        month, day = value_of(match["month"]), value_of(match["day"])
        before = view.text[max(0, match.start() - 2) : match.start()]
        if month and day and before not in _LUNAR and before[-1:] not in ("年", "闰", "十"):
            yield from _checked(view, match.start(), match, None, month, day)


def _checked(
    view: View, start: int, match: re.Match[str], year: int | None, month: int, day: int
) -> Iterator[Hit]:
    """The find, if the calendar has no such day; without a year, none in any year."""
    if not 1 <= month <= 12:
        yield _absent(view, start, match, f"一年没有{month}月", f"there is no month {month}")
    elif not 1 <= day <= _length(year, month):
        days = _length(year, month)
        when = f"{year}年{month}月" if year else f"{month}月"
        most = f"最多{days}天" if month == 2 and not year else f"只有{days}天"
        yield _absent(view, start, match, f"{when}{most}", f"that month has {days} days")


def _length(year: int | None, month: int) -> int:
    """How many days a month has; of an unknown year, how many at most."""
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return _LENGTHS[month - 1] + (month == 2 and leap)


def _behind_joints(view: View) -> list[int]:
    """The places behind what joins two figures to a period."""
    found = [at + 2 for at in standing(view.outline, _JOINTS, b"0-")]
    return [at for at in found if any(map(str.isdecimal, view.text[at : at + 2]))]


def _may_be_backwards(outline: bytes, at: int) -> bool:
    """Whether the month that ends a period may come before the one that begins it, by what stands
    before and behind a place."""
    last = _ENDS_IN_MONTH.match(outline, at)
    first = outline[max(0, at - 5) : at - 1].rstrip(_MONTH_ENDS)
    if not last or not first[-1:].isdigit():
        return False
    either = [figure for figure in (first[-1:], first[-2:]) if figure.isdigit()]
    return bool(last["until"]) or any(int(figure) > int(last["last"]) for figure in either)


def _whole(found: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The matches that are not the end of a longer number."""
    for match in found:
        before = match.string[match.start() - 1] if match.start() else ""
        if not (before.isdecimal() or before in (".", "．")):
            yield match


def _year_before(text: str, at: int) -> int | None:
    """The year, if one stands just before an offset."""
    year = text[max(0, at - 5) : at]
    known = len(year) == 5 and year[4] == "年" and year[:2] in ("19", "20")
    return int(year[:4]) if known and year[:4].isdecimal() else None


def _absent(view: View, start: int, match: re.Match[str], why: str, reason: str) -> Hit:
    date = view.text[start : match.end()]
    message = Text(f"没有这一天：{date}（{why}）", f"there is no such date: {date} ({reason})")
    return view.hit(start, match.end(), message)


def _backwards_by_months(view: View) -> Iterator[Hit]:
    for match in _whole(_MONTHS.finditer(view.text)):
        first, last = int(match["first"]), int(match["last"])
        if match["to"] not in _TO or not (1 <= first <= 12 and 1 <= last <= 12):
            continue
        year = _year_before(view.text, match.start())
        if match["until"]:
            wrong = year is not None and (int(match["until"]), last) < (year, first)
        else:
            wrong = first > last and not (first >= _AUTUMN and last <= _SUMMER)
        if wrong:
            yield _reversed(view, match.start() - (len("2024年") if year else 0), match.end())


def _backwards_by_days(view: View, months: list[int]) -> Iterator[Hit]:
    for match in _whole(matches(_DAYS, view.text, months)):
        if match["to"] in _TO and int(match["first"]) > int(match["last"]):
            yield _reversed(view, match.start(), match.end())


def _years(view: View) -> Iterator[Hit]:
    for match in _whole(_YEARS.finditer(view.text)):
        if match["to"] in _TO and match["first"] > match["last"]:
            yield _reversed(view, match.start(), match.end())


def _reversed(view: View, start: int, end: int) -> Hit:
    period = view.text[start:end]
    message = Text(
        f"起止时间颠倒：{period}，止在起之前", f"the period ends before it begins: {period}"
    )
    return view.hit(start, end, message)


def _issued(subject: Subject) -> Iterator[Hit]:
    """The date of issue: one in other forms that the calendar does not have (figures with 年月日
    are found above), or one before the reported year."""
    date, reported = subject.document.date, subject.document.period.reported
    if date is None or holds(date.text, _BLANK):
        return
    if date.value is None and not any(map(_is_day, _DAY.finditer(date.text))):
        parts = _PARTS.findall(date.text)
        if len(parts) == 3 or (len(parts) == 2 and value_of(parts[1]) not in range(1, 13)):
            yield _hit(date, f"没有这一天：{date.text}", f"there is no such date: {date.text}")
    elif date.value and reported and int(date.value[:4]) < reported:
        yield _hit(
            date,
            f"成文日期（{date.value[:4]}年）早于总结的年份（{reported}年）",
            f"dated {date.value[:4]}, before the reported year {reported}",
        )


def _hit(date: DateLine, zh: str, en: str) -> Hit:
    return Hit(date, Text(zh, en), 0, len(date.text))


_BAD = draft(summary="一、2024年工作总结\n2024年2月30日前完成管网改造，水质稳定达标。")

RULES = (
    Rule(
        code="N504",
        name="invalid-date",
        severity=Severity.ERROR,
        summary=Text("日期不存在或前后颠倒", "a date that does not exist or is out of order"),
        why=Text(
            "不存在的日期是笔误；期限和存档都以日期为准，错了就无从查起。",
            "A date that does not exist is a slip; deadlines and archives go by dates.",
        ),
        source=Text(
            "GB/T 7408.1-2023；GB/T 9704-2012 7.3.5.3（成文日期）",
            "GB/T 7408.1-2023; GB/T 9704-2012, 7.3.5.3 (date of issue)",
        ),
        bad=_BAD,
        good=_BAD.replace("2月30日", "2月29日"),
        check=check,
    ),
)
