"""N508: a number called approximate twice (约5万余), or exact and approximate at once (51余)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.outline import outlined
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.figures._quantities import COUNTED
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import HAN, holds, lazy, matches, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_NUMERALS = "0123456789.一二两三四五六七八九十百千万亿"
_NUMBER = rf"(?P<number>[{_NUMERALS}]{{1,14}})"
_UNIT = rf"(?:[%％]|{HAN}){{0,4}}?"
_TWICE = (
    (
        ("约", "大概", "近", "逾", "超"),
        ("余", "多", "左右", "上下"),
        lazy(
            rf"(?P<first>大约|大概|约占?|将近|逾|超过?|近){_NUMBER}"
            rf"(?P<second>[余多](?![样功媒边])|{_UNIT}(?:左右|上下))"
        ),
    ),
    (
        ("超", "突破", "至少", "逾", "大于"),
        ("以上",),
        lazy(rf"(?P<first>超过?|突破|至少|逾|大于){_NUMBER}{_UNIT}(?P<second>以上)(?!{HAN}?级)"),
    ),
    (
        ("不足", "不到", "低于", "少于"),
        ("以下",),
        lazy(rf"(?P<first>不足|不到|低于|少于){_NUMBER}{_UNIT}(?P<second>以下)"),
    ),
    (
        ("数", "几", "上"),
        ("余", "多"),
        lazy(rf"(?P<first>[数几上])(?P<number>[十百千万]{{1,3}})(?P<second>[余多])(?={HAN})"),
    ),
)
"""Two words for “about” around a number, and what there must be before and behind one for them to
be looked for."""
_EXACT = lazy(r"(?<![0-9.,A-Za-z])(?P<number>[0-9]{0,8}[1-9])(?P<odd>[余多])")
_LEADS = outlined(rf"[约概近逾超破少于足到数几上](?=[占过]*[{_NUMERALS}])")
"""What the words before a number end with, in an outline."""
_LAST_FIGURES = tuple("123456789")
_TIMES = ("年", "月", "日", "天", "周", "代", "期", "个月", "多年", "余年", "小时")
"""Behind 近 these are the last ones: 近10余年."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each number with two words for “about”, and each counted number that does not end
    in a nought and yet is followed by 余 or 多. Of measures (12余公里) 余 tells the rest."""
    view = subject.prose
    ends: set[int] = set()
    ends_of_words = [match.end() for match in _LEADS.finditer(view.outline)]
    for before, behind, pattern in _TWICE if ends_of_words else ():
        if _are_there(view.text, ends_of_words, before, behind):
            for match in pattern.finditer(view.text):
                if _is_twice(view.text, match):
                    ends.add(match.end("number"))
                    yield view.hit(match.start(), match.end(), _twice(match))
    if "余" in view.text or "多" in view.text:
        for match in matches(_EXACT, view.text, _figures(view)):
            if match.end("number") not in ends and _is_counted(view.text, match.end()):
                yield view.hit(match.start(), match.end(), _exact(match))


def _are_there(
    text: str, ends: list[int], before: tuple[str, ...], behind: tuple[str, ...]
) -> bool:
    """Whether some number has one of the words before it, which end at one of the places, and one
    behind it."""
    for end in ends:
        if text.endswith(before, 0, end):
            number = text[end : end + 24].lstrip("占过")
            rest = number.lstrip(_NUMERALS)
            if rest != number and holds(rest[:6], behind):
                return True
    return False


def _figures(view: View) -> Iterator[int]:
    """Where the figures begin that 余 or 多 follows."""
    for start, _ in places(view.text, "余多"):
        if view.text[start - 1 : start] in _LAST_FIGURES:
            while start and view.text[start - 1] in "0123456789":
                start -= 1
            yield start


def _is_twice(text: str, match: re.Match[str]) -> bool:
    """Whether the words say the same: 近 may also mean the last, and 超 a bound of a kind (超10亿元
    以上 is one, 超过 is no word of approximation before 左右)."""
    first, second = match["first"], match["second"]
    after = match.end("number") + (second in "余多")
    if first == "近" and text.startswith(_TIMES, after):
        return False
    return not (first in ("超", "超过", "逾") and second.endswith(("左右", "上下")))


def _is_counted(text: str, at: int) -> bool:
    return text[at : at + 2] in COUNTED or text[at : at + 1] in COUNTED


def _exact(match: re.Match[str]) -> Text:
    number, odd = match["number"], match["odd"]
    better = f"{number}或{number[:-1]}0{odd}" if len(number) > 1 else number
    return Text(
        f"“{number}”是确数，不能再加“{odd}”：应写{better}",
        f"{number} is exact; {odd} makes it approximate: write one or the other",
    )


def _twice(match: re.Match[str]) -> Text:
    first, second = match["first"], match["second"]
    second = second if second in "余多" else second[-2:]
    return Text(
        f"“{first}”和“{second}”意思重复，只留一个",
        f"“{first}” and “{second}” say the same: keep one",
    )


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨，服务用户约5万余户。")

RULES = (
    Rule(
        code="N508",
        name="redundant-approximation",
        severity=Severity.WARNING,
        summary=Text("概数重复（约…余、51余）", "a number called approximate twice"),
        why=Text(
            "“约”“近”和“余”“左右”都表示概数，叠用是语病；确数后面加“余”，读者不知道信哪个。",
            "Two words for “about” are one too many; an exact number with 余 contradicts itself.",
        ),
        source=Text(
            "GB/T 15835-2011 5.2.2（概数）；公文写作惯例",
            "GB/T 15835-2011, 5.2.2 (approximate numbers); practice",
        ),
        bad=_BAD,
        good=_BAD.replace("约5万余户", "5万余户"),
        check=check,
        needs={"prose": ("余", "多", "左右", "上下", "以上", "以下")},
    ),
)
