"""N503: title, headings and opening words disagree on the reported or the planned year."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.figures._years import TO, Year, years
from converter.linter.subject import Subject
from converter.linter.view import LEAD, Passage, View
from converter.model.nodes import Section
from converter.patterns import holds, lazy, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_NO_YEAR = (
    *("学年", "学期", "届", "近年", "两年", "三年", "四年", "五年", "六年", "七年", "八年"),
    *("九年", "十年", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五"),
)
_PERIOD = lazy(r"(?:19|20)[0-9]{2}年?[-—－–～~至](?:19|20)?[0-9]{2}")
"""Titles of reports on more, or something else, than a calendar year."""
_PART = ("半年", "季度", "阶段")
_NUMERALS = tuple("0123456789一二三四五六七八九十")
"""Titles of reports within a year: what they plan is for the rest of the same."""
_REST = (
    *("下步", "下一步", "下半年", "下阶段", "下一阶段", "剩余", "今后", "年底"),
    *("一季度", "二季度", "三季度", "四季度", "后几个月", "后两个月", "后三个月"),
)
_OPENS = lazy(r"[ 　]{0,4}((?:19|20)[0-9]{2})年")
_SAYS = ("，", ",", "是", "度，", "度,", "度是")
_TELLS = lazy(r"度?[^，。；：、0-9《]{2,10}工作(?:的总|取得|将|要)")
_OF_REPORT = ("总结", "回顾", "小结", "情况")
_REPORTS = ("汇报", "报告", "通报")
"""The verbs of the formula: what they tell of stands before them."""
_OUR_WORK = ("工作", "总结", "年度计划", "年度打算", "年度情况")
_MANY = 3


class Statement:
    """What one place says: a year of its own, at an offset of the view, that makes ``reported``
    the reported year. The title comes first, and counts where others are divided."""

    __slots__ = ("end", "plans", "reported", "start", "value")

    def __init__(self, start: int, end: int, value: int, plans: bool, reported: int) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.plans = plans
        self.reported = reported


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each place that names another year than most places do.

    The planned year is the one after the reported year; a title that reports on a part of a year
    plans for the same one.
    """
    view = subject.prose
    title = view.passages[0] if view.passages and view.passages[0].kind == "title" else None
    text = view.text[title.start : title.end] if title else ""
    if holds(text, _NO_YEAR) or _is_period(text) or _of_two_matters(years(text)):
        return
    gap = 0 if _is_part(text) else 1
    statements = list(_statements(view, gap))
    if len({statement.reported for statement in statements}) < 2:
        return
    reported = _most(statements, _told(view, statements))
    for statement in statements:
        if statement.reported != reported:
            due = reported + gap if statement.plans else reported
            yield _hit(view, statement, due)


def _is_period(title: str) -> bool:
    """Whether a title names a period of years."""
    return holds(title, TO) and _PERIOD.search(title) is not None


def _is_part(title: str) -> bool:
    """Whether a title is of a part of a year."""
    return holds(title, _PART) or any(
        title.endswith(_NUMERALS, 0, at) for at, _ in places(title, "月")
    )


def _of_two_matters(found: list[Year]) -> bool:
    """Whether a title names a further year, of something that is neither reported nor planned
    (2023年决算和2024年上半年执行情况)."""
    told = {year.value for year in found if year.plans is not None}
    return bool(told) and any(year.plans is None and year.value not in told for year in found)


def _statements(view: View, gap: int) -> Iterator[Statement]:
    """What the title, the headings, the lead and the first words of each part say."""
    opening = True  # the passage is the first below the title or below a part's heading
    about: bool | None = None  # whether the title is of a plan only; None where it does not say
    due = 0  # the planned year, where a title of both names no other: the lead may open with it
    for passage in view.passages:
        headed = passage.kind in ("title", "heading")
        if not (headed or opening or passage.roles == (LEAD,)):
            continue
        text = view.text[passage.start : passage.end]
        if headed:
            found = _named(passage, text)
            opening = not isinstance(passage.node, Section) or passage.node.level == 1
        else:
            found = _opened(passage, text, about, first=opening)
            if passage.roles == (LEAD,) and due:
                found = [year for year in found if year.plans or year.value != due]
            opening = False
        if passage.kind == "title" and found:
            about = all(year.plans for year in found)
            if about and holds(text, _OF_REPORT):
                about, due = False, found[0].value
        for year in found:
            plans = bool(year.plans)
            if plans and gap and passage.kind != "title" and holds(text[: year.end + 12], _REST):
                continue
            start = passage.start + year.start
            reported = year.value - gap if plans else year.value
            yield Statement(start, start + year.end - year.start, year.value, plans, reported)


def _named(passage: Passage, text: str) -> list[Year]:
    """The years of a title or heading that say what the report or the part is about."""
    found = years(text)
    if not found:
        return found
    node = passage.node
    if not isinstance(node, Section):
        return [year for year in found if year.plans is not None]
    if node.level > 1:
        return [
            y for y in found if y.plans is not None and holds(text[y.end : y.end + 6], _OUR_WORK)
        ]
    if len(found) == 1 and len(node.roles) == 1 and node.roles[0] in _PLANS:
        year = found[0]
        return [Year(year.start, year.end, year.value, _PLANS[node.roles[0]])]
    return [year for year in found if year.plans is not None]


_PLANS = {"summary": False, "problems": False, "plan": True}
"""Whether a part is about the planned year."""


def _opened(passage: Passage, text: str, about: bool | None, *, first: bool) -> list[Year]:
    """The years of an opening formula: 2024年，我局…; 现将2024年工作总结…汇报如下. That of the lead
    is of what the title is ``about``."""
    found: list[Year] = []
    role = passage.roles[0] if len(passage.roles) == 1 else ""
    match = _opening(text) if first else None
    plans = about if role == LEAD else _PLANS.get(role)
    if match and plans is not None:
        found.append(Year(match.start(1), match.end(1), int(match[1]), plans))
    if role == LEAD and "现将" in text:
        begin = text.rfind("现将")
        formula = text[begin : begin + 80]
        for verb in _REPORTS:
            formula = formula.replace(verb, "□□")
        for year in years(formula):
            if year.plans is not None:
                start = year.start + begin
                found.append(Year(start, year.end + begin, year.value, year.plans))
    return found


def _opening(text: str) -> re.Match[str] | None:
    """The year that a paragraph opens with, where it goes on as a report or a plan does."""
    match = _OPENS.match(text)
    if match is None or text.startswith(_SAYS, match.end()):
        return match
    tells = "工作" in text[match.end() : match.end() + 13] and _TELLS.match(text, match.end())
    return match if tells else None


def _told(view: View, statements: list[Statement]) -> int | None:
    """The year that the text of the report is full of, where it is one that some place states and
    no other stated year occurs in the text."""
    counts: dict[int, int] = {}
    for passage in view.of_part("summary"):
        if passage.kind == "body":
            for year in years(view.text[passage.start : passage.end]):
                counts[year.value] = counts.get(year.value, 0) + 1
    stated = {statement.reported for statement in statements}
    there = [year for year in stated if counts.get(year, 0)]
    return there[0] if len(there) == 1 and counts[there[0]] >= _MANY else None


def _most(statements: list[Statement], told: int | None) -> int:
    """The reported year that most places agree on; of two, the one the text tells of, else that
    of the first place."""
    votes: dict[int, int] = {}
    for statement in statements:
        votes[statement.reported] = votes.get(statement.reported, 0) + 2
    if told is not None:
        votes[told] += 1
    return max(votes, key=lambda year: votes[year])


def _hit(view: View, statement: Statement, due: int) -> Hit:
    zh, en = ("计划", "planned") if statement.plans else ("总结", "reported")
    message = Text(
        f"年份前后不一致：{zh}的年份按全文应是{due}年，这里是{statement.value}年",
        f"the {en} year is {due} elsewhere, {statement.value} here",
    )
    fix = view.fix(statement.start, statement.end, str(due), safe=False)
    return view.hit(statement.start, statement.end, message, fix)


_BAD = draft(plan="三、2026年工作计划\n充实队伍，招录专业人员3名。")

RULES = (
    Rule(
        code="N503",
        name="year-inconsistent",
        severity=Severity.WARNING,
        summary=Text("年份前后不一致", "places disagree on the reported or planned year"),
        why=Text(
            "套用上年的稿子时最容易漏改年份；标题、小标题和正文各说一年，报告就作不得数。",
            "A draft made from last year's keeps old years; a report that names two is worthless.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=_BAD,
        good=_BAD.replace("2026", "2025"),
        check=check,
        fix=Fixable.UNSAFE,
    ),
)
