"""Sentences that own to problems: how reports word it where they have no part for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from converter.linter.rules._lacks import NAMED, WEAK_CLAUSE, clause_start, is_handled
from converter.patterns import lazy

Span = tuple[int, int]

_CUE = lazy(r"存[在有](?![的量款])|面临(?!的)|(?:认识|看|意识)到|深知|深感|[仍然还尚旧也亦但]有")
"""Words that speak of a lack if one is named behind them and the report sets it against what it
has done."""
_CONTRAST = lazy(
    r"但|然而|不过|可是|仍|还|尚|依然|依旧|也|亦|虽|尽管|认识到|看到|意识到|不可否认|相比|自身"
    r"|工作中|主要|普遍"
)
_AMOUNT = lazy(
    r"[着有了]?(?:一些|一定|不少|诸多|许多|较多|以下|如下|下列|几个?方面|很多|较大|明显|这样那样"
    r"|[一二三四五六七八九两几]个?方面)"
)
_OWNING = lazy(r"清醒|也|还|更|同时|我们|必须|应当?|要")
_REACH = {"存": 60, "面": 40, "有": 24, "到": 100, "深": 100}
"""How far behind a cue the lack may be named, by the cue."""

_OUTRIGHT = lazy(
    # What all of these begin with: at most places one look is enough.
    r"(?=[存主突问不困短矛差挑还仍尚也依有面未没低美稍])(?:"
    # 存在的主要问题是……；主要不足：
    r"(?:存在的?|主要|突出)(?:主要|突出|一些|共性)?(?:问题|不足|困难|短板|弱项)"
    r"(?:[和与及、](?:困难|不足|问题|挑战|差距|短板))?(?:主要)?"
    r"(?:是|有(?![效所力序针])|：|表现|体现|集中在|如下|不容)"
    # 问题也不容忽视；差距仍然较大
    r"|(?:问题|不足|困难|短板|矛盾|差距|挑战)(?:也|仍然?|还|依然|同样|依旧|客观)"
    r"(?:是|很|较为?|比较|十分|非常|相当)?(?:不容忽视|不少|不小|多|大|突出|客观存在|存在|明显"
    r"|严峻)"
    # 离群众的期盼还有差距
    r"|(?:还|仍然?|尚|也|依然|依旧)?(?:有|存在|存有)[^。；，！？\n]{0,8}差距"
    # 面临不少需要加强和改进的地方
    r"|(?:面临|还有|仍有|也有|存在)[^，。；！？\n]{0,6}(?:需要?|亟待"
    r"|有待)[^，。；！？\n]{2,12}(?:地方|方面|之处)"
    # 未达预期；没有完成年度目标
    r"|(?:未能?|没有?能?)(?:如期)?(?:达到?|完成|实现)[^，。；！？的\n]{0,8}(?:预期|目标|计划|进度"
    r"|任务)(?!的)"
    r"|(?:低于|不及)预期(?!的)"
    r"|不足之处(?:是|在于|有|：|表现|还|仍|也)|美中不足|不尽[如人]人?意|稍[有显](?:逊色|不足))"
)
SIGNS = (
    *("问题", "不足", "困难", "短板", "弱项", "矛盾", "差距", "挑战", "面临", "还有", "仍有"),
    *("也有", "存在", "未", "没", "预期", "不尽", "逊色"),
    *("存有", "认识到", "看到", "意识到", "深知", "深感", "然有", "尚有", "旧有", "亦有", "但有"),
)
"""Words of which every sentence that owns to a problem has one."""


def admission(sentence: str, *, facing: bool) -> Span | None:
    """Where a sentence owns to a problem, None where it does not; with ``facing``, difficulties
    that it says are faced count too."""
    return _outright(sentence) or _behind_a_cue(sentence, facing)


def _outright(sentence: str) -> Span | None:
    for match in _OUTRIGHT.finditer(sentence):
        if not is_handled(sentence, *match.span()):
            return match.span()
    return None


def _behind_a_cue(sentence: str, facing: bool) -> Span | None:
    """The first cue with the first lack behind it, from where the report sets itself against it."""
    lacks: list[Span] | None = None
    for cue in _CUE.finditer(sentence):
        word = cue.group()
        kind = word[0] if word[0] in "存面深" else word[-1]
        if kind == "面" and not facing:
            continue
        start = _contrast(sentence, cue.start(), cue.end(), kind)
        if start is None:
            continue
        if lacks is None:
            lacks = [match.span() for match in NAMED.finditer(sentence)]
        index = bisect_left(lacks, (cue.end(), 0))
        if index == len(lacks) or lacks[index][0] - cue.end() > _REACH[kind]:
            continue
        end = lacks[index][1]
        if not is_handled(sentence, start, end):
            return start, end
    return None


def _contrast(sentence: str, start: int, end: int, kind: str) -> int | None:
    """Where what makes a cue an admission begins; None for a cue that is none."""
    if kind == "有":
        return start
    if kind == "深":
        return start
    clause = max(clause_start(sentence, start), start - 16)
    match = (_OWNING if kind == "到" else _CONTRAST).search(sentence, clause, start)
    if match:
        return match.start()
    return start if kind == "存" and _AMOUNT.match(sentence, end) else None


def weak_clauses(text: str) -> Iterator[Span]:
    """The clauses' ends that say what falls short, where nothing says that it is worked on."""
    return (m.span() for m in WEAK_CLAUSE.finditer(text) if not is_handled(text, *m.span()))
