"""N503: title, headings and opening words disagree on the reported or the planned year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.figures._years import Year, years
from converter.linter.subject import Subject
from converter.linter.view import LEAD, Passage, View
from converter.model.nodes import Section
from converter.patterns import lazy

_NO_YEAR = lazy(
    r"学年|学期|[近两三四五六七八九十]年|届|“?十[一二三四五六]五|(?:19|20)[0-9]{2}年?[-—－–～~至](?:19|20)?[0-9]{2}"
)
"""Titles of reports on more, or something else, than a calendar year."""
_PART = lazy(r"半年|季度|[0-9一二三四五六七八九十]月|阶段")
"""Titles of reports within a year: what they plan is for the rest of the same."""
_REST = lazy(r"下一?步|下半年|下一?阶段|[一二三四]季度|剩余|今后|年底|后[几两三]个月")
_OPENS = lazy(r"[ 　]{0,4}((?:19|20)[0-9]{2})年度?[，,是]")
_REPORTS = lazy("汇报|报告|通报")
"""The verbs of the formula: what they tell of stands before them."""
_OUR_WORK = lazy(r"工作|总结|年度(?:计划|打算|情况)")
_MANY = 3


class Statement(NamedTuple):
    """What one place says: a year of its own, at an offset of the view, that makes ``reported``
    the reported year. The title comes first, and counts where others are divided."""

    start: int
    end: int
    value: int
    plans: bool
    reported: int


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each place that names another year than most places do.

    The planned year is the one after the reported year; a title that reports on a part of a year
    plans for the same one.
    """
    view = subject.prose
    title = view.passages[0] if view.passages and view.passages[0].kind == "title" else None
    text = view.text[title.start : title.end] if title else ""
    if _NO_YEAR.search(text):
        return
    gap = 0 if _PART.search(text) else 1
    statements = list(_statements(view, gap))
    if len({statement.reported for statement in statements}) < 2:
        return
    reported = _most(statements, _told(view, statements))
    for statement in statements:
        if statement.reported != reported:
            due = reported + gap if statement.plans else reported
            yield _hit(view, statement, due)


def _statements(view: View, gap: int) -> Iterator[Statement]:
    """What the title, the headings, the lead and the first words of each part say."""
    opening = True  # the passage is the first below the title or below a part's heading
    about: bool | None = None  # whether the title is of a plan only; None where it does not say
    for passage in view.passages:
        text = view.text[passage.start : passage.end]
        if passage.kind in ("title", "heading"):
            found = _named(passage, text)
            opening = not isinstance(passage.node, Section) or passage.node.level == 1
        else:
            found = _opened(passage, text, about, first=opening)
            opening = False
        if passage.kind == "title" and found:
            about = all(year.plans for year in found)
        for year in found:
            plans = bool(year.plans)
            if plans and gap and passage.kind != "title" and _REST.search(text[: year.end + 12]):
                continue
            start = passage.start + year.start
            reported = year.value - gap if plans else year.value
            yield Statement(start, start + year.end - year.start, year.value, plans, reported)


def _named(passage: Passage, text: str) -> list[Year]:
    """The years of a title or heading that say what the report or the part is about."""
    found = years(text)
    node = passage.node
    if not isinstance(node, Section):
        return [year for year in found if year.plans is not None]
    if node.level > 1:
        return [
            y for y in found if y.plans is not None and _OUR_WORK.search(text[y.end : y.end + 6])
        ]
    if len(found) == 1 and len(node.roles) == 1 and node.roles[0] in _PLANS:
        return [found[0]._replace(plans=_PLANS[node.roles[0]])]
    return [year for year in found if year.plans is not None]


_PLANS = {"summary": False, "problems": False, "plan": True}
"""Whether a part is about the planned year."""


def _opened(passage: Passage, text: str, about: bool | None, *, first: bool) -> list[Year]:
    """The years of an opening formula: 2024年，我局…; 现将2024年工作总结…汇报如下. That of the lead
    is of what the title is ``about``."""
    found: list[Year] = []
    role = passage.roles[0] if len(passage.roles) == 1 else ""
    match = _OPENS.match(text) if first else None
    plans = about if role == LEAD else _PLANS.get(role)
    if match and plans is not None:
        found.append(Year(match.start(1), match.end(1), int(match[1]), plans))
    if role == LEAD and "现将" in text:
        begin = text.rfind("现将")
        for year in years(_REPORTS.sub("□□", text[begin : begin + 80])):
            if year.plans is not None:
                start = year.start + begin
                found.append(Year(start, year.end + begin, year.value, year.plans))
    return found


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
