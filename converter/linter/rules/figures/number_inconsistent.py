"""N505: what a place has of a thing, told with two figures in one report."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.patterns import HAN, holds, lazy, places

_STOCK = lazy(
    r"(?P<whole>(?:全|我|本|辖)[县区市镇乡街州省盟旗局院校所站系])(?:道|统|内)?(?:目前)?"
    r"(?:共有|现有|总共有|现共有|下辖|共辖|辖)"
    rf"(?:(?P<noun>{HAN}{{2,8}}?)(?P<count>[0-9]{{1,8}})(?P<unit>[个家名所人户座条])(?!{HAN})"
    rf"|(?P<count_>[0-9]{{1,8}})(?P<unit_>[个家名所人户座条])(?P<noun_>{HAN}{{2,8}})(?!{HAN}))"
)
_THEN = lazy(r"(?:19|20)[0-9]{2}年|去年|年初|上年|以前|原有|过去|年底|[0-9]月|其中")
_WORDS = ("共有", "现有", "辖")
_NEAR = 24


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each later figure for what the whole place or body has (全县共有行政村95个) that
    is not the first one told; where a time is named near by, either may be right."""
    view = subject.prose
    text = view.text
    if sum(_is_of_whole(text, at) for at, _ in places(text, _WORDS)) < 2:
        return
    first: dict[tuple[str, str, str], str] = {}
    for match in _STOCK.finditer(text):
        if _THEN.search(_before(text, match.start())):
            continue
        noun = match["noun"] or match["noun_"]
        unit, count = match["unit"] or match["unit_"], match["count"] or match["count_"]
        known = first.setdefault((match["whole"], noun, unit), count)
        if known != count:
            message = Text(
                f"“{noun}”前面写的是{known}{unit}，这里是{count}{unit}",
                f"{noun}: {known} above, {count} here",
            )
            name = "count" if match["count"] else "count_"
            yield view.hit(match.start(name), match.end(name) + len(unit), message)


def _is_of_whole(text: str, at: int) -> bool:
    """Whether 全县, 我局 and the like stand before a word."""
    return holds(text[max(0, at - 9) : at], "全我本辖")


def _before(text: str, at: int) -> str:
    """What stands before an offset in the same sentence, 24 characters at most."""
    return text[max(0, at - _NEAR) : at].rpartition("\n")[2].rpartition("。")[2]


_BAD = draft(
    summary="一、2024年工作总结\n全县共有供水站35座，全年供水稳定。",
    plan="三、2025年工作计划\n充实队伍。全县共有供水站36座，逐站配备人员3名。",
)

RULES = (
    Rule(
        code="N505",
        name="number-inconsistent",
        severity=Severity.INFO,
        summary=Text("同一事项前后数字不一", "the same thing told with two figures"),
        why=Text(
            "同一件事前后两个数，至少有一个是错的，或者口径不同而没有说明。",
            "Of two figures for one thing one is wrong, or the difference is not explained.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=_BAD,
        good=_BAD.replace("36座", "35座"),
        check=check,
        needs={"prose": _WORDS},
    ),
)
