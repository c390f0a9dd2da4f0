"""Totals divided by nothing but their place: 共X件，A a件，B b件; A a件、B b件，共X件."""

from __future__ import annotations

from collections.abc import Iterator

from converter.linter.rules.figures._clauses import Item, Sentence
from converter.linter.rules.figures._division import MOST, Division, alike, divisible, division
from converter.patterns import HAN, holds, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.rules.figures._division import How

_TOTAL = ("合计", "总计", "总数", "总量", "累计")
_SPEAKING = frozenset("共合总累达未不")
"""What a label has one of that says that a figure is a total, or denies."""
_NOT_TOGETHER = ("公", "中"), tuple("同建享产治商和青识赢性")
"""Before and behind 共 these make another word of it."""
_SUMS = ("共", "共计", "合计", "总计", "总共", "一共")
_ABOVE = ("以上", "上述", "两项", "三项")
_IS = ("有", "为", "达")
_NOT = lazy(rf"(?:尚未|未能|没有|未|不)({HAN}{{1,2}})")
_LISTS: dict[str, How] = {
    **{"，": "listed", ",": "listed"},
    **{"（": "some", "(": "some"},
    **{"：": "all", ":": "all"},
}
"""What stands behind a total that its parts follow without a word."""
_VAGUE = ("成年", "发现", "发生", "出现", "低于", "少于", "来的", "超过")
"""What stands behind 未 and 不 without denying what came before."""


def listed(text: str, sentence: Sentence) -> Iterator[Division]:
    """The divisions of a sentence that no word marks."""
    for at, item in enumerate(sentence.items):
        if _SPEAKING.isdisjoint(item.label):
            continue
        sums, totals = _is_sum(item.label), _is_total(item.label)
        denies = "未" in item.label or "不" in item.label
        if not (sums or totals or denies) or not divisible(item):
            continue
        if sums:
            yield from _summed(sentence.items, at)
        elif totals:
            yield from _listed(text, sentence.items, at)
        if denies:
            yield from _opposed(sentence.items, at)


def _is_sum(label: str) -> bool:
    """Whether a label says that a figure sums up what comes before it, and nothing else."""
    label = label[len(_ABOVE[0]) :] if label.startswith(_ABOVE) else label
    return label in _SUMS or (label.endswith(_IS) and label[:-1] in _SUMS)


def _is_total(label: str) -> bool:
    """Whether a label says that a figure is a total."""
    if holds(label, _TOTAL) or label.endswith("达"):
        return True
    before, behind = _NOT_TOGETHER
    at = label.find("共")
    while at >= 0:
        if not (label.endswith(before, 0, at) or label.startswith(behind, at + 1)):
            return True
        at = label.find("共", at + 1)
    return False


def _listed(text: str, items: list[Item], at: int) -> Iterator[Division]:
    """Things listed behind their total without a word between: 共158家，A82家，B76家; or in the
    bracket behind it: 共158家（A82家、B76家）."""
    total = items[at]
    unit = total.quantity.unit
    after = items[at + 1 : at + 1 + MOST]
    if not after or text[total.quantity.end : total.quantity.end + 1] not in _LISTS:
        return
    bracket = after[0].bracket
    run: list[Item] = []
    for item in after:
        if item.bracket != bracket or item.quantity.unit != unit or not item.label:
            break
        if run and item.clause != run[-1].clause + 1:
            break
        run.append(item)
    parts = alike(run, unit)
    if len(run) > 1 and run[0].clause == total.clause + 1 and len(parts[0]) > 1:
        how = _LISTS[text[total.quantity.end]]
        if text.find("其中", total.quantity.end, run[0].quantity.start) < 0:
            yield division(text, total, parts, [], how)


def _summed(items: list[Item], at: int) -> Iterator[Division]:
    """Parts before their total, the nearest first: A82家、B76家，共158家."""
    total = items[at]
    unit = total.quantity.unit
    run: list[Item] = []
    clause = total.clause
    for item in reversed(items[max(0, at - MOST) : at]):
        if item.bracket != total.bracket:
            continue
        if item.quantity.unit != unit or item.clause not in (clause, clause - 1):
            break
        run.append(item)
        clause = item.clause
    if len(run) > 1:
        yield Division(total.quantity, run, [len(run)], [], "all")


def _opposed(items: list[Item], at: int) -> Iterator[Division]:
    """What was done and what was not, behind the whole: 应检70家，实检60家，未检10家."""
    last = items[at]
    before = [
        item
        for item in items[max(0, at - 6) : at]
        if item.bracket == last.bracket and item.quantity.unit == last.quantity.unit
    ]
    deed = _NOT.search(last.label) if len(before) > 1 else None
    if not deed:
        return
    total, done = before[-2:]
    if deed[1] not in done.label or _NOT.search(done.label) or deed[1] in _VAGUE:
        return
    after = items[at + 1 : at + 2]
    more = bool(after) and (after[0].quantity.unit, after[0].group) == (
        last.quantity.unit,
        last.group,
    )
    if not more and divisible(total) and done.clause > total.clause:
        yield Division(total.quantity, [done, last], [2], [], "all")
