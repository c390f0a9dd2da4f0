"""Whether the parts that a sentence names are all the parts that there are, by their labels."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from converter.linter.rules.figures._division import Division, How
from converter.linter.rules.figures._quantities import COUNTED
from converter.patterns import lazy

Limits = tuple[Decimal, Decimal]

_REST = lazy(r"^(?:其[他它余]|剩余|余下)")
_DEEDS = (
    "收到|受理|办结|立案|结案|调处|化解|完成|开工|竣工|完工|投产|签约|落地|审结|执结|整改|移送|处罚|查处|新增"
    "|启动|通过|兑现|支付|到位|净增|超过|达到|投资|产值|使用|支出"
)
_STAGE = lazy(rf"^(?:已|正在|共|累计|当年|成功)?(?:{_DEEDS})|(?:{_DEEDS})(?:的|了)?$")
"""What is done with a thing one after the other: such parts overlap."""
_TRAIT = lazy(
    r"党员|女|民族|学历|本科|大专|研究生|硕士|博士|岁|高级|中级|职称|残疾|老[年人]|儿童|低保|脱贫|贫困|退役"
    r"|退休|以上|以下|重点|较大|重大|首次|入选|示范|规模|特困|青年|妇女|学生|留守|获"
)
"""What one and the same person or thing may be several of."""
_GRADE = lazy(
    r"国家|[省市县区乡镇村]级?|[一二三四五高中初特正副]级|[一二三四特]等|[ABCD]级|甲|乙|丙"
)
_PAIRS = tuple(
    (lazy(one), lazy(other))
    for one, other in (
        ("男", "女"),
        ("城镇|城市|城区|城关", "农村|乡村|乡镇"),
        ("线上|网上|网络", "线下|现场|窗口|网下"),
        ("新建", "改建|扩建|改扩建|续建|维修|改造"),
        ("公办|公立", "民办|私立"),
        ("上半年", "下半年"),
        ("不合格|基本合格", "合格"),
        ("国有", "集体|民营|私营"),
        ("预期性", "约束性"),
        ("主动公开", "依申请"),
        ("已", "未|尚未"),
        ("有", "无|没有"),
    )
)
"""Words that together leave nothing out."""
_EXACT: Limits = (Decimal("0.5"), Decimal(2))
_NEVER: Limits = (Decimal(1), Decimal(0))


def slack(division: Division, count: int) -> Limits:
    """Between which shares of the total the sum of the first ``count`` parts is taken for the
    whole, told with a mistake. Below the first, the parts are only some; above the second, they
    are of something else. The surer it is that all parts are meant, the further apart they are.
    """
    labels = [part.label for part in division.parts[:count]]
    if count == 1:
        return _single(division)
    if not division.closed:
        return _NEVER
    if division.how is How.ALL or _REST.search(labels[-1]) or _complete(labels):
        return _EXACT
    if any(_STAGE.search(label) for label in labels):
        return _NEVER
    if division.how is How.LISTED:
        return (Decimal("0.9"), Decimal("1.1")) if _kindred(labels) else _NEVER
    graded = all(_GRADE.match(label) for label in labels)
    if not graded and any(_TRAIT.search(label) for label in labels):
        return _limits("0.97", "1.03") if count > 2 else _NEVER
    counted = division.total.exact and division.total.unit in COUNTED
    if _kindred(labels):
        return _limits("0.85", "1.5") if counted else _limits("0.985", "1.2")
    if count > 2:
        return _limits("0.85", "1.6") if counted else _limits("0.985", "1.05")
    return _limits("0.95", "1.1") if counted else _NEVER


def _single(division: Division) -> Limits:
    """A part cannot be more than its whole, if it is one at all."""
    label = division.parts[0].label
    if division.how is not How.SOME or len(division.parts) > 1 or _STAGE.search(label):
        return _NEVER
    return Decimal("1.0000001"), Decimal(10)


@cache
def _limits(low: str, high: str) -> Limits:
    return Decimal(low), Decimal(high)


def _complete(labels: Sequence[str]) -> bool:
    """Whether the labels are two that leave nothing out, in either order."""
    if len(labels) != 2:
        return False
    first, second = labels
    return any(
        (one.match(first) and other.match(second)) or (one.match(second) and other.match(first))
        for one, other in _PAIRS
    )


def _kindred(labels: Sequence[str]) -> bool:
    """Whether the labels name things of one kind: they begin or end alike, or name grades."""
    named = [name for label in labels if (name := label.rstrip("的为有约"))]
    if len(named) < 2:
        return len(labels) > 2
    starts, ends = {name[:2] for name in named}, {name[-1] for name in named}
    return len(starts) == 1 or len(ends) == 1 or all(_GRADE.match(name) for name in named)
