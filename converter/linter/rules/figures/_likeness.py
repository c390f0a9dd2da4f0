"""Whether the parts that a sentence names are all the parts that there are, by their labels."""

from __future__ import annotations

from collections.abc import Sequence

from converter.linter.rules.figures._division import Division
from converter.linter.rules.figures._quantities import COUNTED
from converter.patterns import holds

Limits = tuple[int, int]

_REST = ("其他", "其它", "其余", "剩余", "余下")
_DEEDS = (
    *("收到", "受理", "办结", "立案", "结案", "调处", "化解", "完成", "开工", "竣工", "完工"),
    *("投产", "签约", "落地", "审结", "执结", "整改", "移送", "处罚", "查处", "新增", "启动"),
    *("通过", "兑现", "支付", "到位", "净增", "超过", "达到", "投资", "产值", "使用", "支出"),
)
_BEFORE_DEEDS = ("", "已", "正在", "共", "累计", "当年", "成功")
_BEHIND_DEEDS = ("", "的", "了")
_TRAIT = (
    *("党员", "女", "民族", "学历", "本科", "大专", "研究生", "硕士", "博士", "岁", "高级"),
    *("中级", "职称", "残疾", "老年", "老人", "儿童", "低保", "脱贫", "贫困", "退役", "退休"),
    *("以上", "以下", "重点", "较大", "重大", "首次", "入选", "示范", "规模", "特困", "青年"),
    *("妇女", "学生", "留守", "获"),
)
"""What one and the same person or thing may be several of."""
_GRADE = (
    *("国家", "省", "市", "县", "区", "乡", "镇", "村", "一级", "二级", "三级", "四级", "五级"),
    *("高级", "中级", "初级", "特级", "正级", "副级", "一等", "二等", "三等", "四等", "特等"),
    *("A级", "B级", "C级", "D级", "甲", "乙", "丙"),
)
_PAIRS = (
    (("男",), ("女",)),
    (("城镇", "城市", "城区", "城关"), ("农村", "乡村", "乡镇")),
    (("线上", "网上", "网络"), ("线下", "现场", "窗口", "网下")),
    (("新建",), ("改建", "扩建", "改扩建", "续建", "维修", "改造")),
    (("公办", "公立"), ("民办", "私立")),
    (("上半年",), ("下半年",)),
    (("不合格", "基本合格"), ("合格",)),
    (("国有",), ("集体", "民营", "私营")),
    (("预期性",), ("约束性",)),
    (("主动公开",), ("依申请",)),
    (("已",), ("未", "尚未")),
    (("有",), ("无", "没有")),
)
"""Words that together leave nothing out."""
_EXACT: Limits = (500, 2000)
_NEVER: Limits = (1, 0)


def slack(division: Division, count: int) -> Limits:
    """Between which thousandths of the total the sum of the first ``count`` parts is taken for the
    whole, told with a mistake. Below the first, the parts are only some; above the second, they
    are of something else. The surer it is that all parts are meant, the further apart they are.
    """
    labels = [part.label for part in division.parts[:count]]
    if count == 1:
        return _single(division)
    if not division.closed:
        return _NEVER
    if division.how == "all" or labels[-1].startswith(_REST) or _complete(labels):
        return _EXACT
    if any(_is_stage(label) for label in labels):
        return _NEVER
    if division.how == "listed":
        return (900, 1100) if _kindred(labels) else _NEVER
    graded = all(label.startswith(_GRADE) for label in labels)
    if not graded and any(holds(label, _TRAIT) for label in labels):
        return (970, 1030) if count > 2 else _NEVER
    counted = division.total.exact and division.total.unit in COUNTED
    if _kindred(labels):
        return (850, 1500) if counted else (985, 1200)
    if count > 2:
        return (850, 1600) if counted else (985, 1050)
    return (950, 1100) if counted else _NEVER


def _single(division: Division) -> Limits:
    """A part cannot be more than its whole, if it is one at all."""
    label = division.parts[0].label
    if division.how != "some" or len(division.parts) > 1 or _is_stage(label):
        return _NEVER
    return 1000, 10_000


def _is_stage(label: str) -> bool:
    """Whether a label names what is done with a thing after something else: such parts overlap."""
    return any(
        label.startswith(word) and label.startswith(_DEEDS, len(word)) for word in _BEFORE_DEEDS
    ) or any(
        label.endswith(word) and label.endswith(_DEEDS, 0, len(label) - len(word))
        for word in _BEHIND_DEEDS
    )


def _complete(labels: Sequence[str]) -> bool:
    """Whether the labels are two that leave nothing out, in either order."""
    if len(labels) != 2:
        return False
    first, second = labels
    return any(
        (first.startswith(one) and second.startswith(other))
        or (second.startswith(one) and first.startswith(other))
        for one, other in _PAIRS
    )


def _kindred(labels: Sequence[str]) -> bool:
    """Whether the labels name things of one kind: they begin or end alike, or name grades."""
    named = [name for label in labels if (name := label.rstrip("的为有约"))]
    if len(named) < 2:
        return len(labels) > 2
    starts, ends = {name[:2] for name in named}, {name[-1] for name in named}
    return len(starts) == 1 or len(ends) == 1 or all(name.startswith(_GRADE) for name in named)
