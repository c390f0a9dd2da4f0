"""What a title says of its report: the unit it is about, the years, the parts it promises."""

from __future__ import annotations

import re
from collections.abc import Iterable

from converter.model.nodes import Period
from converter.numerals import DIGITS
from converter.readers.text.bodies import BODY_END, NAME_END
from converter.readers.text.title import UNIT, squeeze

_YEAR = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])|((?:二〇|二○|二零|一九)[〇○零一二三四五六七八九]{2})(?=年)"
)
_REPORTED = re.compile(r"总结|回顾|情况|小结|述职|汇报|成效|完成")
_PLANNED = re.compile(r"计划|打算|要点|安排|思路|展望|谋划|目标|任务|设想")
_SUBJECT_END = re.compile(
    r"(?:年度|年|上半年|下半年|全年|第[一二三四]季度)*"
    r"(?:政务公开|政府信息公开|工作|重点|主要|个人|述职|总结|计划|情况|年度|的|党建|法治).*$"
)


_SPAN = re.compile(
    r"(?:19|20)[0-9]{2}(?:[-—－~～至](?:19|20)?[0-9]{2})?学?年(?:度)?"
    r"|[一二][九〇○零][〇○零一二三四五六七八九]{2}年|“十[一二三四五六]五”"
)
_DEEDS = (
    "报送|上报|呈报|呈送|提交|印发|下发|转发|批转|印送|下达|发布|公布|通报|公开|批复|同意|申请|请求|商请"
    "|征求|做好|开展|组织开展|加强|推进|召开|编制|制定|填报"
)
_ISSUES = re.compile("关于|印发|转发|批转|报送|上报|呈报|呈送|下达|发布|公布|召开|做好|开展")
"""What stands behind the name of the body whose document it is."""
_IN_FRONT = re.compile(rf"^(?:关于|进一步|切实|认真|继续|{_DEEDS})+")
"""What stands before the name of the body that a document is about."""
_ALL = re.compile(r"全[国省市州盟县区旗镇乡村]|各")
_LONGEST_NAME = 40


def organization(title: str) -> str | None:
    """The unit that the title names, as written there (县统计局, XX区农业农村局), or None."""
    text = squeeze(title)
    match = _SPAN.search(text)
    before = text[: match.start()] if match else ""
    after = text[match.end() :] if match else text
    name = _issuer(text) or _named_before(before) or _named_in(after)
    return None if name is None or _ALL.match(name) else name


def reporting(title: str, unit: str | None, signer: str | None) -> str | None:
    """The unit whose report it is: the one that the title names, else the one that signs. A title
    may name only the place it is about (关于报送沙棠县…的通知): then the one that signs counts."""
    about = squeeze(title).startswith("关于") and unit is not None and not BODY_END.search(unit)
    return signer or unit if about else unit or signer


def _issuer(text: str) -> str | None:
    """The body at the head of a title that says what it does: XX局关于…, XX办公室转发…."""
    for match in _ISSUES.finditer(text, 0, _LONGEST_NAME):
        name = re.sub("^[年度]+", "", _SPAN.sub("", text[: match.start()]))
        if NAME_END.search(name) and not _IN_FRONT.match(name):
            return name
    return None


def _named_before(before: str) -> str | None:
    """The unit in what stands before the year."""
    name = re.sub(r"关于$|[（(]$", "", _IN_FRONT.sub("", before))
    return name if NAME_END.search(name) or UNIT.search(name) else None


def _named_in(after: str) -> str | None:
    """The unit in what stands behind the year, or in a title without one."""
    text = _SUBJECT_END.sub("", _IN_FRONT.sub("", after))
    name = re.sub("^(?:年度|上半年|下半年)", "", text)
    if not name or name == "政府" or len(name) > 30:
        return None
    return name if NAME_END.search(name) or UNIT.search(name[-4:]) else None


def years_in(text: str) -> list[tuple[int, int]]:
    """The years in a text with their offsets, in order."""
    return [
        (match.start(), int("".join(str(DIGITS[c]) if c in DIGITS else c for c in match.group())))
        for match in _YEAR.finditer(text)
    ]


def period(title: str, headings: list[str]) -> Period:
    """The year reported on and the year planned for.

    A year belongs to the first kind word behind it: 2023年…总结及2024年…计划. What the title does
    not say is taken from the top headings.
    """
    reported, planned = _stated((title,))
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
        plan, report = _PLANNED.search(stretch), _REPORTED.search(stretch)
        if report and (not plan or _reports(stretch)):
            found.append((year, False))
            if plan and plan.start() > report.end() and re.search(r"[及和与暨、]", stretch):
                continue
        elif plan:
            found.append((year, True))
    return found


def _reports(stretch: str) -> bool:
    """Whether a stretch with words of both kinds tells of work done: by the first of two joined
    words (总结和计划), else by the last (计划完成情况)."""
    first = re.split(r"[及和与暨、]", stretch)[0]
    words = [(m.start(), False) for m in _REPORTED.finditer(first)]
    words += [(m.start(), True) for m in _PLANNED.finditer(first)]
    return bool(words) and not max(words)[1]
