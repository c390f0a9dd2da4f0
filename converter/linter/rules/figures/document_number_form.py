"""N512: a document number (发文字号) not written like 水发〔2024〕5号."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.signs import BLANKS
from converter.linter.subject import Subject
from converter.patterns import holds, lazy, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_NUMBER = lazy(
    r"(?P<open>\W)\s?(?P<year>(?:19|20)[0-9]{2})\s?(?P<close>\W)\s?(?P<ordinal>第\s?)?(?P<zeros>0{0,6})"
    r"(?P<number>[1-9][0-9]{0,5})\s?号"
)
_OPENING, _CLOSING = "〔[［（(【", "〕]］）)】"
_CODES = tuple("发函办字文通规令政呈报委党组纪电议请")
"""What the code of an issuing body ends with (机关代字)."""
_CERTIFICATES = ("证字", "许字", "刑字", "民字", "土字", "税字", "房字")


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each, with what it should be; numbers of certificates and cases, which have other
    forms, are none."""
    view = subject.whole
    if not any(_ends_number(view.text, at) for at, _ in places(view.text, "号")):
        return
    for match in _NUMBER.finditer(view.text):
        if match["open"] not in _OPENING or match["close"] not in _CLOSING:
            continue
        code = view.text[max(0, match.start() - 4) : match.start()].rstrip(" 　")
        faults = _faults(match)
        if faults and code.endswith(_CODES) and not code.endswith(_CERTIFICATES):
            better = f"〔{match['year']}〕{match['number']}号"
            message = Text(
                f"发文字号应写“{better}”：{'，'.join(faults)}",
                f"a document number is written “{better}”",
            )
            fix = view.fix(match.start(), match.end(), better)
            yield view.hit(match.start(), match.end(), message, fix)


def _ends_number(text: str, at: int) -> bool:
    """Whether a figure, and a bracket that may close a year, stand before a place."""
    before = text[max(0, at - 18) : at]
    return (before[-1:].isdecimal() or before[-1:].isspace()) and holds(before, _CLOSING)


def _faults(match: re.Match[str]) -> list[str]:
    """What is wrong with a number."""
    faults = []
    if match["open"] + match["close"] != "〔〕":
        faults.append("年份用六角括号〔〕")
    if match["ordinal"]:
        faults.append("不加“第”")
    if match["zeros"]:
        faults.append("序号不编虚位（前面不加0）")
    return faults


_BAD = draft(
    summary="一、2024年工作总结\n按照县政发[2024]第05号文件要求供水620万吨，水质稳定达标。"
)

RULES = (
    Rule(
        code="N512",
        name="document-number-form",
        severity=Severity.WARNING,
        summary=Text("发文字号格式不对", "a document number in the wrong form"),
        why=Text(
            "发文字号是查文的依据：年份用六角括号，序号不加“第”，不编虚位。",
            "Documents are found by number: the year in 〔〕, no 第, no leading zero.",
        ),
        source=Text("GB/T 9704-2012 7.2.5（发文字号）", "GB/T 9704-2012, 7.2.5 (document number)"),
        bad=_BAD,
        good=_BAD.replace("[2024]第05号", "〔2024〕5号"),
        check=check,
        fix=Fixable.SAFE,
        needs={"whole": tuple(before + "号" for before in "0123456789" + BLANKS)},
    ),
)
