"""N506: words of change that do not go with their figure (下降2倍, 同比增长到8%, 翻3倍)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.patterns import lazy, near, places

_FALLS = ("下降", "减少", "降低", "缩小", "压减", "缩短", "下滑")
_TIMES = lazy(
    rf"(?:{'|'.join(_FALLS)})(?:了|近|约){{0,2}}"
    r"(?:[0-9]{1,4}(?:\.[0-9]{1,2})?|[一二两三四五六七八九十]{1,3})(?:多|余)?倍"
)
_DOUBLED = lazy(r"翻(?:了|近){0,2}(?:[0-9]{1,3}(?:\.[0-9]{1,2})?|[一二两三四五六七八九十]{1,3})倍")
_UNTIL = lazy(
    r"(?:同比|环比)(?:增长|增加|上升|下降|减少|降低|提高|下滑)(?P<to>到|至)"
    r"(?=[0-9]{1,4}(?:\.[0-9]{1,4})?[%％])"
)
_AMOUNTS = (
    *("总产值", "产值", "增加值", "销售额", "零售总额", "总额", "税收", "生产总值", "投资额"),
    *("存款余额", "贷款余额", "营业收入"),
)
_POINTS = lazy(
    rf"(?:{'|'.join(_AMOUNTS)})(?:同比|比上年|较上年)?"
    r"(?:增长|增加|下降|减少)(?:了|约)?[0-9]{1,4}(?:\.[0-9]{1,4})?(?P<points>个百分点)"
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each: a fall by so many times, 翻 with 倍 instead of 番, a change against the
    year before told as 到 or 至, and an amount (no rate) that grows by percentage points."""
    view = subject.prose
    text = view.text
    if near(text, _FALLS, "倍", 14):
        for match in _TIMES.finditer(text):
            message = Text(
                f"减少不能用倍数：“{match.group()}”应改用百分数或几分之几",
                f"a fall is not told in times: “{match.group()}”",
            )
            yield view.hit(match.start(), match.end(), message)
    if near(text, "翻", "倍", 12):
        for match in _DOUBLED.finditer(text):
            message = Text(
                f"“{match.group()}”：“翻”与“番”配，几倍应写“增长……倍”",
                f"“{match.group()}”: 翻 goes with 番",
            )
            yield view.hit(match.start(), match.end(), message)
    if any(text.startswith(("到", "至"), at + 4) for at, _ in places(text, ("同比", "环比"))):
        for match in _UNTIL.finditer(text):
            word = match.group()
            message = Text(
                f"“{word}”：同比、环比说的是变化多少，应去掉“{match['to']}”",
                f"“{word}”: a change against a base is “by”, not “to”",
            )
            yield view.hit(match.start(), match.end(), message)
    if near(text, _AMOUNTS, ("个百分点",), 24):
        for match in _POINTS.finditer(text):
            message = Text(
                "总量的增减用“%”，“百分点”只用于比率的增减",
                "an amount changes by per cent; percentage points are for rates",
            )
            yield view.hit(match.start("points"), match.end("points"), message)


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨，管网漏损下降2倍。")

RULES = (
    Rule(
        code="N506",
        name="percentage-points",
        severity=Severity.INFO,
        summary=Text("倍、番、百分点用错", "times, doublings or percentage points misused"),
        why=Text(
            "减少一倍就是零，“下降2倍”说不通；总量增长5个百分点，读者不知道增长了多少。",
            "Less by once is nothing: “down by twice” means nothing; nor do points of an amount.",
        ),
        source=Text("公文写作惯例（数量增减的表述）", "practice (how changes are told)"),
        bad=_BAD,
        good=_BAD.replace("2倍", "20%"),
        check=check,
        needs={"prose": ("倍", "同比", "环比", "个百分点")},
    ),
)
