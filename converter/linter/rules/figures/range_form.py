"""N507: a range whose first figure lacks the 万 or % that it shares with the second."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.patterns import lazy, places

_MARKS = "—–-－~～"
_SCALES = ("万", "亿", "%", "％", "‰")
_RANGE = lazy(
    r"(?<![0-9A-Za-z.,/~-])(?<![．，])(?<![—–])(?<![－～])(?<!第)"
    r"(?P<first>[0-9]{1,6}(?:\.[0-9]{1,4})?)(?P<mark>[—–\-－~～])"
    r"(?P<last>[0-9]{1,6}(?:\.[0-9]{1,4})?)(?P<scale>[万亿%％‰])"
)
_SHORT = "-–－~"
"""Marks that are no mark of a range; those that are (— and ～) stay."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each range like 10-20万 and 5-10%, with the fix that writes 10万—20万."""
    view = subject.prose
    if not any(_is_range(view.text, at) for at, _ in places(view.text, _MARKS)):
        return
    for match in _RANGE.finditer(view.text):
        first, last, scale = match["first"], match["last"], match["scale"]
        if float(first) >= float(last) or first.startswith("0") != first.startswith("0."):
            continue
        mark = "—" if match["mark"] in _SHORT else match["mark"]
        better = f"{first}{scale}{mark}{last}{scale}"
        message = Text(
            f"数值范围“{match.group()}”有歧义，应写“{better}”",
            f"the range “{match.group()}” is ambiguous: write “{better}”",
        )
        fix = view.fix(match.start("mark"), match.end("mark"), scale + mark)
        yield view.hit(match.start(), match.end(), message, fix)


def _is_range(text: str, at: int) -> bool:
    """Whether figures stand before and behind a mark, and behind those 万 or %."""
    behind = text[at + 1 : at + 13].lstrip("0123456789.")
    return text[at - 1 : at].isdecimal() and behind.startswith(_SCALES)


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨，管网漏损控制在5-10%。")

RULES = (
    Rule(
        code="N507",
        name="range-form",
        severity=Severity.INFO,
        summary=Text("数值范围前一数缺“万”“%”", "a range whose first figure lacks its 万 or %"),
        why=Text(
            "“10-20万”可以读成10到20万，也可以读成10万到20万；百分数的两个百分号都要写。",
            "“10-20万” may be read as from ten; of percentages both signs are written.",
        ),
        source=Text("GB/T 15835-2011 5.1.3（数值范围）", "GB/T 15835-2011, 5.1.3 (ranges)"),
        bad=_BAD,
        good=_BAD.replace("5-10%", "5%—10%"),
        check=check,
        fix=Fixable.SAFE,
        needs={"prose": _MARKS, "whole": _SCALES},
    ),
)
