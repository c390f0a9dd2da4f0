"""N502: a share over 100 %, growth that its own figures do not make, month 13, hour 25."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.outline import coded, outlined
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.figures._growth import contradictions
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import HAN, holds, lazy, matches, places

_OVER = lazy(r"(?<![0-9.])(?:[1-9][0-9]{2,6}(?:\.[0-9]{1,4})?)[%％]")
_PERCENT = outlined("%(?<=[0-9.]{3}.)")
_WIDE_PERCENT = coded("％")
_MONTH = outlined("月(?:(?<=0.)(?<!10.)|(?<=1[3-9].)|(?<=[2-9][0-9].))")
"""Behind what may be a month that there is not, in an outline."""
_HOUR = outlined("时(?<=[0-9].)")
_SHARE = lazy(
    rf"(?P<name>{HAN}{{0,8}}(?:率|满意度|知晓度)|占比|比重|占{HAN}{{1,12}}的)[”’）)]?"
    r"(?:已|均|都|分别|基本|一直|总体|平均|也|仍|再次|首次|全部){0,2}"
    r"(?:[达为是占在]|达到|超过?|高达|保持在?|稳定在|维持在|控制在|提高到|提升到|提升至|提高至|升至|上升到|上升至|[,，:：])?"
    r"(?:约|近|了)?$"
)
_SHARES = ("率", "度", "比", "占")
"""What the name of a share has at least one of."""
_FURTHER = lazy(r"(?:(?<![0-9.])[0-9.]{1,6}[%％][、和与及]){1,6}$")
_FALLS = ("下降", "减少", "降低", "下滑", "缩减", "压减", "压降", "回落", "缩小", "削减", "精简")
_FALL = lazy(rf"(?:{'|'.join(_FALLS)})(?:了|约|近|达到?|幅度达?到?|超过?|率达?到?){{0,2}}$")
_MAY_EXCEED = (
    *("完成", "达成", "增长", "增速", "增幅", "增加", "负债", "入学", "周转", "收益", "回报"),
    *("杠杆", "充足", "流动", "结案", "执结", "执行", "到位", "自给", "贡献", "征缴", "收缴"),
    *("缴缴", "清缴", "征收", "收款", "产销", "转化", "参保", "渗透", "提升率", "提高率"),
    *("上升率", "利润", "毛利", "资本", "保值", "增值", "偿", "兑现", "超额", "投入", "入库"),
    *("换手", "速动", "拨备", "电话", "宽带", "汇率", "频率", "倍率", "复种", "审结", "办案"),
    *("销售", "出栏", "存贷", "置换", "替代", "用电", "客座", "上座", "满载", "满座", "负荷"),
    *("增收", "上涨", "涨幅", "保障倍", "变化", "波动", "通胀", "物价", "目标", "任务", "计划"),
    *("进度", "时序", "序时", "年度", "同比", "环比", "比上", "较上", "较去", "比去", "倍"),
    *("指标", "预算", "去年", "上年", "上月", "同期", "原来"),
)
"""Words of what may be over 100 %, in a rate's name or around it."""
_USED = lazy(
    r"(?:床|设备|产能|泊位|车位|运力|装置|场地|机组)[^，。]{0,4}(?:使用|利用)|(?:车|手机|移动|家电|电视)[^，。]{0,4}普及"
)
_MAY_FALL_BELOW = (
    *("利润", "盈利", "亏损", "净利", "收益", "效益", "现金流", "增速", "增幅", "贡献", "净额"),
    *("顺差", "逆差"),
)
"""What may turn negative, and so fall by more than 100 %."""
_NO_MONTH = tuple("0123456789龄球亮")
_DATED = ("份", "底", "初", "末", "上旬", "中旬", "下旬", "期间")
_DAYTIMES = ("日", "午", "晚", "晨")
_LONGEST_NAME = 6
_BEFORE = 24
"""How many characters before a figure say what it is of."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each share of more than 100 %, fall by more than 100 %, month and time of day
    that cannot be, and at growth that its two ends contradict. Whole dates are invalid-date's."""
    view = subject.prose
    if "%" in view.text or "％" in view.text:
        yield from _percents(view)
    yield from contradictions(view)
    yield from _months(view)
    yield from _times(view)


def _percents(view: View) -> Iterator[Hit]:
    text = view.text
    for match in matches(_OVER, text, _figures_of(view)):
        figure = match.group()
        if float(figure[:-1]) <= 100:
            continue
        start = max(0, match.start() - _BEFORE)
        end = _also_before(text, start, match.start())
        before = text[start:end].rstrip("，,")
        for mark in "。；;，,\n":
            before = before.rpartition(mark)[2]
        share = None
        if holds(before, _SHARES) and not _may_exceed(before):
            share = _SHARE.search(before)
        if share:
            name = share["name"][-_LONGEST_NAME:]
            place = start + len(text[start:end].rstrip("，,")) - len(share.group())
            place += share.end("name") - share.start() - len(name)
            message = Text(
                f"“{name}”不会超过100%：{figure}", f"{name} cannot exceed 100%: {figure}"
            )
            yield view.hit(place, match.end(), message)
        fall = _FALL.search(before) if holds(before, _FALLS) else None
        if fall and not holds(text[start : match.start()], _MAY_FALL_BELOW):
            message = Text(
                f"下降、减少不会超过100%：{figure}", f"nothing falls by more than 100%: {figure}"
            )
            yield view.hit(match.start() - len(fall.group()), match.end(), message)


def _figures_of(view: View) -> Iterator[int]:
    """Where the figures of three characters and more begin that % follows."""
    text = view.text
    for match in _PERCENT.finditer(view.outline.replace(_WIDE_PERCENT, b"%")):
        start = match.start()
        while start and text[start - 1] in "0123456789.":
            start -= 1
        yield start


def _may_exceed(clause: str) -> bool:
    """Whether a clause is about what may be over 100 %."""
    return (
        holds(clause, _MAY_EXCEED)
        or any(clause[at + 1 : at + 2] not in ("", "过") for at, _ in places(clause, "超"))
        or (holds(clause, ("用", "普及")) and _USED.search(clause) is not None)
    )


def _also_before(text: str, start: int, at: int) -> int:
    """Where the figures begin of which the one at an offset is a further one: 分别为98%和104%."""
    if text[at - 1 : at] in ("、", "和", "与", "及"):
        further = _FURTHER.search(text, start, at)
        return further.start() if further else at
    return at


def _months(view: View) -> Iterator[Hit]:
    text = view.text
    for match in _MONTH.finditer(view.outline):
        at = match.start()
        figure = _figure(text, at)
        if not figure or 1 <= int(figure) <= 12 or text.startswith(_NO_MONTH, at + 1):
            continue
        start = at - len(figure)
        if text.endswith((".", "．"), 0, start):
            continue
        before, after = text[max(0, start - 5) : start], text[at + 1 : at + 3]
        year = before.endswith("年") and before[:4].isdecimal()
        span = before[-1:] in tuple("—–-－~～至到") and before[-2:-1].isdecimal()
        if year or after.startswith(_DATED) or (span and not after[:1].isalpha()):
            message = Text(f"没有这个月份：{figure}月", f"there is no such month: {figure}月")
            yield view.hit(start, at + 1, message)


def _times(view: View) -> Iterator[Hit]:
    text = view.text
    for match in _HOUR.finditer(view.outline):
        at = match.start()
        hour = _figure(text, at)
        start = at - len(hour)
        if not hour or text.endswith((":", "：", "."), 0, start):
            continue
        minute, minutes, _ = text[at + 1 : at + 4].partition("分")
        minute = minute if minutes and minute.isascii() and minute.isdecimal() else ""
        timed = minute or text.endswith(_DAYTIMES, 0, start)
        if timed and (int(hour) > 24 or int(minute or 0) > 59):
            time = text[start : at + 1] + (minute and f"{minute}分")
            message = Text(f"没有这个时刻：{time}", f"there is no such time of day: {time}")
            yield view.hit(start, start + len(time), message)


def _figure(text: str, at: int) -> str:
    """The figure of one or two digits that stands right before an offset; empty where there is
    none."""
    before = text[max(0, at - 3) : at]
    figure = before[len(before.rstrip("0123456789")) :]
    return figure if len(figure) < 3 else ""


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨，水质合格率104%，完成计划的112%。")

RULES = (
    Rule(
        code="N502",
        name="impossible-value",
        severity=Severity.ERROR,
        summary=Text("数值不可能", "a value that cannot be"),
        why=Text(
            "合格率超过100%、下降120%、13月，数字本身就说不通，必有笔误。",
            "A rate over 100%, a fall by 120%, month 13 cannot be: there is a slip of the pen.",
        ),
        source=Text("常识；公文写作惯例", "common sense; practice"),
        bad=_BAD,
        good=_BAD.replace("104%", "100%"),
        check=check,
    ),
)
