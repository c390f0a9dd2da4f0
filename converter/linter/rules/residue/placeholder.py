"""R601: a placeholder (XX, ＿＿, 【待补】) left in the text."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.outline import outlined
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.residue._bold import bold
from converter.linter.rules.residue._lines import Span, by_line, times
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import holds, lazy, places

_MARK = outlined(
    r"[XxＸｘ×某*＊○〇_＿△□■█●](?:(?<=[XxＸｘ×])[XxＸｘ×]*(?:[.．][XxＸｘ×]{1,4})?|(?<=某)某"
    r"|(?<=[*＊])[*＊]*|(?<=[○〇])[○〇]+|(?<=[_＿])[_＿]+|(?<=[△□■█])[△□■█]+|(?<=●)●+)"
)
"""In an outline: by its first character, so that it is searched for by one set."""
# What a figure that is not there yet stands before.
_UNITS = frozenset(
    "万亿千百元个名户家人次件项亩吨年月日县市区镇乡村街路局某条场座台套处所期批份篇位辆头余%％平公立同"
)
_NUMERALS = frozenset("一二三四五六七八九〇○")
_OPENING = "【[{｛<＜（("
_ASKS = (
    *("待", "请", "可", "填", "补充", "插入", "输入", "略", "此处", "具体", "数", "需", "须"),
    *("根据", "单位", "部门", "公司", "企业", "学校", "项目", "地区", "城市", "县区", "名称"),
    *("全称", "姓名", "金额", "日期", "年份", "地名", "人名"),
)
"""What such words in brackets begin with."""
_FIRST = frozenset(word[0] for word in _ASKS)
_IN_BRACKETS = lazy(
    r"[【\[{｛<＜（(]\s?(?:(?:待|请|可)[补填定续]\w{0,6}|待(?:确认|核实|完善|更新|统计|核定)"
    r"|此处\w{0,20}|请?(?:填写|补充|填入|插入|输入)\w{0,12}|略"
    r"|(?:具体)?数(?:据|字|值|量)[^，。（）()\n]{0,4}待[补核定填续查]\w?|(?:请|需|须|待)\w{0,6}(?:核实|核对|补充|补齐)"
    r"|(?:请|可)?根据\w{0,8}(?:填写|修改|调整)"
    r")\s?[】\]}｝>＞）)]"
    r"|[【\[{｛<＜]\s?(?:请在\w{0,12}(?:填写|补充)|数据待[补核]\w?)\s?[】\]}｝>＞]"
    r"|[【\[{｛<＜]\s?(?:单位|部门|公司|企业|学校|项目|地区|城市|县区|具体)?"
    r"(?:名称|全称|姓名|数字|数据|数值|数量|金额|日期|年份|地名|人名)\s?[】\]}｝>＞]"
)
_ROOM = (
    *("年 ", "年　", "（ ", "（　", "( ", "（）", "()", "【】", "【 ", "【　", "[]"),
    *("??", "？？", "##", "＃＃", "N万", "N亿", "N元", "n万", "n元", "000万", "000元"),
)
_WORDED = (
    (
        ("待补充", "待填写", "待完善", "待核实", "此处省略", "这里写"),
        lazy(r"(?m:^(?:待(?:补充|填写|完善|核实)|此处省略\w{0,8}|这里写\w{1,12})$)"),
    ),
    (
        ("待补", "待填", "待核实", "待定"),
        lazy(r"待(?:补充|填写|核实|补|填|定)(?=[万亿]?(?:元|个|名|户|家|人|次|件|项|亩|公里)|万)"),
    ),
    (("标黄", "标红"), lazy(r"标[黄红](?:的|部分|处|内容){1,3}[^，。\n]{0,6}(?:核|补|改|填)")),
    (("TODO", "TBD"), lazy(r"(?<![A-Za-z])(?:TODO|TBD)(?![A-Za-z])")),
    (
        _ROOM,
        lazy(
            r"年[ 　]{1,9}月[ 　]{0,9}日|[（(][ 　]{0,20}[）)]|【[ 　]{0,20}】|(?<![A-Za-z0-9])\[\]"
            r"|(?<![?？#＃])[?？#＃]{2,9}(?=[万亿个名元%])"
            r"|(?<![A-Za-z0-9+＋])[Nn](?=[万亿元])|(?<![0-9.,，:：])0{3,}(?=[万元])"
        ),
    ),
)
"""What asks for words or leaves room for them, behind strings of which one must be there."""
_NAMED = "省市县区镇乡村街局委办厅站所院校某同公集"

MASKED_NAMES = Option(
    "masked-names",
    True,
    Text(
        "是否也报为脱敏而隐去的名称（XX县、某某同志）",
        "whether names masked on purpose (XX县, 某某同志) are reported, too",
    ),
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each line of the input that holds placeholders, with their count."""
    view = subject.whole
    spans = _spans(view)
    if not subject.value(MASKED_NAMES):
        spans = [span for span in spans if not _is_name(view.text, span)]
    for found in by_line(view, spans):
        start, end = found[0]
        word = view.text[start:end]
        also = times(len(found))
        yield view.hit(
            start,
            end,
            Text(
                f"有没填的内容：“{word}”{'等' if also.zh else ''}{also.zh}",
                f"placeholder “{word}” left in{also.en}",
            ),
        )


def _spans(view: View) -> list[Span]:
    text = view.text
    spans: list[Span] = []
    for match in _MARK.finditer(view.outline):
        if _stands_for_something(text, *match.span()):
            spans.append(match.span())
    if any(_asks(text, at + 1) for at, _ in places(text, _OPENING)):
        spans += [match.span() for match in _IN_BRACKETS.finditer(text)]
    for signs, pattern in _WORDED:
        if view.holds(signs):
            spans += [match.span() for match in pattern.finditer(text)]
    marks = {place for start, end, width in bold(text) for place in (start, end - width)}
    # 【XX】 is one placeholder, not two.
    apart: list[Span] = []
    for span in sorted(spans):
        if span[0] not in marks and (not apart or span[0] >= apart[-1][1]):
            apart.append(span)
    return apart


def _asks(text: str, at: int) -> bool:
    """Whether what begins at an offset, in brackets, may ask for words."""
    first = text[at : at + 1]
    if first not in _FIRST and not first.isspace():
        return False
    inner = text[at : at + 30].lstrip()
    return inner.startswith(_ASKS) and holds(inner, "】]}｝>＞）)")


def _stands_for_something(text: str, start: int, end: int) -> bool:
    """Whether marks that can be placeholders are some, by what stands beside them."""
    mark, length = text[start], end - start
    before, after = text[start - 1 : start], text[end : end + 1]
    if mark in "XxＸｘ×":
        if (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha()):
            return False
        if length > 1:
            return True
        year = after == "年" and text[max(0, start - 3) : start - 1] == "20" and before.isdecimal()
        return year or (not before.isdecimal() and before not in "+＋" and after in _UNITS)
    if mark in "*＊":
        if length == 1:
            return not before.isdecimal() and after in ("万", "亿")
        return _is_chinese(after) or (_is_chinese(before) and after in "，。、；（")
    if mark in "○〇":
        return before not in _NUMERALS and after not in _NUMERALS and after != "年"
    return True


def _is_chinese(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _is_name(text: str, span: Span) -> bool:
    """Whether the placeholder stands for a name: of a place, a body or a person."""
    start, end = span
    return text[start:end] == "某某" or text[end : end + 1] in _NAMED


_BAD = draft(summary="一、2024年工作总结\n完成投资XX万元，新建泵站XX座。")

RULES = (
    Rule(
        code="R601",
        name="placeholder",
        severity=Severity.WARNING,
        summary=Text("有没填的占位符", "a placeholder left in the text"),
        why=Text(
            "XX、＿＿、【待补】是留着要填的，带着它发出去就是差错。范本里有意隐去名称的，"
            "把选项 masked-names 关掉即可。",
            "XX, blanks and 【待补】 are there to be filled in; sent out like this they are "
            "mistakes. For a sample whose names are masked on purpose, switch masked-names off.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=_BAD,
        good=_BAD.replace("XX万元", "620万元").replace("XX座", "3座"),
        check=check,
        options=(MASKED_NAMES,),
        words=tuple(sign for signs, _ in _WORDED for sign in signs),
    ),
)
