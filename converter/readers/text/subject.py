"""What a title says of its report: the unit it is about, the years, the parts it promises."""

from __future__ import annotations

from converter.model.nodes import Period
from converter.numerals import DIGITS
from converter.patterns import holds, lazy, places
from converter.readers.text.bodies import body_end, ends_as_name, names_unit
from converter.readers.text.title import squeeze

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_CENTURIES = ("19", "20")
_HAN_CENTURIES = ("二〇", "二○", "二零", "一九")
_DIGITS = frozenset("0123456789")
_HAN_DIGITS = frozenset("〇○零一二三四五六七八九")
_REPORTED = ("总结", "回顾", "情况", "小结", "述职", "汇报", "成效", "完成")
_PLANNED = ("计划", "打算", "要点", "安排", "思路", "展望", "谋划", "目标", "任务", "设想")
_JOINTS = "及和与暨、"
_SUBJECTS = (
    *("政务公开", "政府信息公开", "工作", "重点", "主要", "个人", "述职", "总结", "计划", "情况"),
    *("年度", "的", "党建", "法治"),
)
_TIMES = (
    *("年", "上半年", "下半年", "全年"),
    *(f"第{number}季度" for number in "一二三四"),
)
"""What may stand before the subject of a report."""
_TO = "-—－~～至"
_OTHER_SPANS = (*_TO, "“十", *(a + b for a in "一二" for b in "九〇○零"))
_ANY_SPAN = lazy(
    rf"(?:19|20)[0-9]{{2}}(?:[{_TO}](?:19|20)?[0-9]{{2}})?学?年(?:度)?"
    r"|[一二][九〇○零][〇○零一二三四五六七八九]{2}年|“十[一二三四五六]五”"
)
_ISSUES = (
    *("关于", "印发", "转发", "批转", "报送", "上报", "呈报", "呈送", "下达", "发布", "公布"),
    *("召开", "做好", "开展"),
)
"""What stands behind the name of the body whose document it is."""
_IN_FRONT = (
    *("关于", "进一步", "切实", "认真", "继续", "报送", "上报", "呈报", "呈送", "提交", "印发"),
    *("下发", "转发", "批转", "印送", "下达", "发布", "公布", "通报", "公开", "批复", "同意"),
    *("申请", "请求", "商请", "征求", "做好", "开展", "组织开展", "加强", "推进", "召开", "编制"),
    *("制定", "填报"),
)
"""What stands before the name of the body that a document is about."""
_ALL = ("各", *(f"全{place}" for place in "国省市州盟县区旗镇乡村"))
_LONGEST_NAME = 40


def organization(title: str) -> str | None:
    """The unit that the title names, as written there (县统计局, XX区农业农村局), or None."""
    text = squeeze(title)
    start, end = _span(text) or (0, 0)
    before, after = text[:start], text[end:]
    name = _issuer(text) or _named_before(before) or _named_in(after)
    return None if name is None or name.startswith(_ALL) else name


def _span(text: str) -> tuple[int, int] | None:
    """Where the first years stand in a text (2024年, 2021—2025年度, “十四五”)."""
    if holds(text, _OTHER_SPANS):
        match = _ANY_SPAN.search(text)
        return match.span() if match else None
    for start in range(len(text) - 4):
        if text.startswith(_CENTURIES, start) and _DIGITS.issuperset(text[start + 2 : start + 4]):
            end = start + 4 + text.startswith("学", start + 4)
            if text.startswith("年", end):
                return start, end + 1 + text.startswith("度", end + 1)
    return None


def _without_front(text: str) -> str:
    """A text without the words in front of the name of a body."""
    while text.startswith(_IN_FRONT):
        text = text.removeprefix(next(word for word in _IN_FRONT if text.startswith(word)))
    return text


def reporting(title: str, unit: str | None, signer: str | None) -> str | None:
    """The unit whose report it is: the one that the title names, else the one that signs. A title
    may name only the place it is about (关于报送沙棠县…的通知): then the one that signs counts."""
    about = squeeze(title).startswith("关于") and unit is not None and body_end(unit) is None
    return signer or unit if about else unit or signer


def _issuer(text: str) -> str | None:
    """The body at the head of a title that says what it does: XX局关于…, XX办公室转发…."""
    if not holds(text[:_LONGEST_NAME], _ISSUES):
        return None
    last = 0
    for at, word in places(text, _ISSUES, 0, _LONGEST_NAME):
        if at < last:
            continue  # it begins within another word
        last = at + len(word)
        name = _without_spans(text[:at]).lstrip("年度")
        if ends_as_name(name) and not name.startswith(_IN_FRONT):
            return name
    return None


def _without_spans(text: str) -> str:
    """A text without the years in it."""
    if holds(text, _OTHER_SPANS):
        return _ANY_SPAN.sub("", text)
    kept = ""
    while span := _span(text):
        kept += text[: span[0]]
        text = text[span[1] :]
    return kept + text


def _named_before(before: str) -> str | None:
    """The unit in what stands before the year."""
    name = _without_front(before)
    for end in ("关于", "（", "("):
        if name.endswith(end):
            name = name.removesuffix(end)
            break
    return name if ends_as_name(name) or names_unit(name) else None


def _named_in(after: str) -> str | None:
    """The unit in what stands behind the year, or in a title without one."""
    name = _without_front(after)
    if holds(name, _SUBJECTS):
        name = name[: _subject_start(name)]
    for half in ("年度", "上半年", "下半年"):
        if name.startswith(half):
            name = name.removeprefix(half)
            break
    if not name or name == "政府" or len(name) > 30:
        return None
    return name if ends_as_name(name) or names_unit(name[-4:]) else None


def _subject_start(text: str) -> int:
    """Where the subject of a report begins, with the time before it (上半年工作总结)."""
    for start in range(len(text)):
        at = start
        while not text.startswith(_SUBJECTS, at):
            time = next((time for time in _TIMES if text.startswith(time, at)), "")
            if not time:
                break
            at += len(time)
        else:
            return start
    return len(text)


def years_in(text: str) -> list[tuple[int, int]]:
    """The years in a text with their offsets, in order."""
    years = []
    if holds(text, _CENTURIES):
        years = [
            (at, int(text[at : at + 4])) for at, _ in places(text, _CENTURIES) if _is_year(text, at)
        ]
    if holds(text, _HAN_CENTURIES):
        for at, _ in places(text, _HAN_CENTURIES):
            if _HAN_DIGITS.issuperset(text[at + 2 : at + 4]) and text.startswith("年", at + 4):
                years.append((at, _number(text[at : at + 4])))
    return sorted(years)


def _is_year(text: str, at: int) -> bool:
    """Whether the century at an offset begins a year, and is no part of a longer number."""
    around = (text[at - 1 : at], text[at + 4 : at + 5])
    year = text[at + 2 : at + 4]
    return len(year) == 2 and _DIGITS.issuperset(year) and _DIGITS.isdisjoint(around)


def _number(digits: str) -> int:
    return int("".join(str(DIGITS[char]) if char in DIGITS else char for char in digits))


def period(title: str, headings: list[str]) -> Period:
    """The year reported on and the year planned for.

    A year belongs to the first kind word behind it: 2023年…总结及2024年…计划. What the title does
    not say is taken from the top headings.
    """
    reported, planned = _stated((title,))
    if reported is None or planned is None:
        years = sorted({year for text in headings for _, year in years_in(squeeze(text))})
        if reported is None and planned is None and len(years) == 2:
            return Period(*years)
        by_heading = _stated(headings)
        reported = by_heading[0] if reported is None else reported
        planned = by_heading[1] if planned is None else planned
    if reported is not None and planned is not None and planned < reported:
        planned = None
    return Period(reported, planned)


def _stated(texts: Iterable[str]) -> tuple[int | None, int | None]:
    """The first year that a kind word makes the reported one, and the first planned one."""
    reported = planned = None
    for text in texts:
        for year, is_plan in _dated_kinds(squeeze(text)):
            if is_plan and planned is None:
                planned = year
            if not is_plan and reported is None:
                reported = year
    return reported, planned


def _dated_kinds(text: str) -> list[tuple[int, bool]]:
    """(year, is it a plan's) for every year in ``text`` that a kind word follows."""
    found = []
    years = years_in(text)
    for (start, year), following in zip(years, [*years[1:], (len(text), 0)], strict=False):
        stretch = text[start : following[0]]
        plan, report = _first(_PLANNED, stretch), _first(_REPORTED, stretch)
        if report and (not plan or _reports(stretch)):
            found.append((year, False))
            if plan and plan[0] > report[1] and holds(stretch, _JOINTS):
                continue
        elif plan:
            found.append((year, True))
    return found


def _first(words: tuple[str, ...], text: str) -> tuple[int, int] | None:
    """Where the first of the words stands in a text."""
    starts = ((text.find(word), len(word)) for word in words)
    return min(((start, start + length) for start, length in starts if start >= 0), default=None)


def _reports(stretch: str) -> bool:
    """Whether a stretch with words of both kinds tells of work done: by the first of two joined
    words (总结和计划), else by the last (计划完成情况)."""
    first = stretch[: min((at for at, _ in places(stretch, _JOINTS)), default=len(stretch))]
    return _last(_REPORTED, first) > _last(_PLANNED, first)


def _last(words: tuple[str, ...], text: str) -> int:
    """Where the last of the words stands in a text; -1 if none does."""
    return max(text.rfind(word) for word in words)
