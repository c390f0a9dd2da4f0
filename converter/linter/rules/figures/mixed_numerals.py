"""N509: Arabic and Chinese numerals in one number (1千2百, 三十5)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.patterns import lazy, places

_UNIT = r"[余多]?(?=[人名户家件个元亩吨次份条株头只棵])"
_MIXED = lazy(
    rf"(?<![0-9.])[0-9]{{1,4}}(?:千(?:[0-9一二三四五六七八九]百)?|百(?:[0-9]{{1,2}})?"
    rf"|十[0-9一二三四五六七八九]?){_UNIT}"
    rf"|[一二三四五六七八九]?[十百千][0-9]{{1,3}}{_UNIT}"
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each; 万 and 亿 behind figures are in order."""
    view = subject.prose
    if not any(_is_beside_figure(view.text, at) for at, _ in places(view.text, "十百千")):
        return
    for match in _MIXED.finditer(view.text):
        message = Text(
            f"一个数里混用了两种数字：“{match.group()}”", f"two kinds of numerals: {match.group()}"
        )
        yield view.hit(match.start(), match.end(), message)


def _is_beside_figure(text: str, at: int) -> bool:
    return any(map(str.isdecimal, text[max(0, at - 1) : at + 2]))


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨，新增用户1千2百户。")

RULES = (
    Rule(
        code="N509",
        name="mixed-numerals",
        severity=Severity.INFO,
        summary=Text("一个数里混用两种数字", "Arabic and Chinese numerals in one number"),
        why=Text(
            "阿拉伯数字后面只有“万”“亿”可以作单位，“千”“百”“十”不可以。",
            "Behind Arabic figures only 万 and 亿 stand for noughts, not 千, 百, 十.",
        ),
        source=Text("GB/T 15835-2011 5.1.1", "GB/T 15835-2011, 5.1.1"),
        bad=_BAD,
        good=_BAD.replace("1千2百户", "1200户"),
        check=check,
        default=False,
        needs={"prose": "十百千"},
    ),
)
