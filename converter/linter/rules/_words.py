"""Content words without a dictionary: pairs of characters, less what any report says."""

from __future__ import annotations

_GENERAL = (
    "进一步 有待 亟待 需要 有所 一定 部分 个别 少数 一些 相对 比较 十分 非常 "
    "普遍 主要 目前 当前 长期 以来 全面 切实 积极 持续 不断 深入 扎实 着力 全力 "
    "大力 努力 重点 基本 整体 总体 明显 突出 存在 主动 继续 实际 加强 提高 提升 "
    "推进 推动 开展 完善 强化 加大 加快 健全 优化 落实 做好 抓好 增强 促进 建立 "
    "深化 实施 组织 实现 形成 确保 坚持 围绕 结合 引导 参与 利用 充分 发挥 影响 "
    "制约 导致 造成 进行 注意 不足 不够 薄弱 滞后 缓慢 困难 短板 差距 问题 情况 "
    "方面 工作 能力 水平 力度 质量 意识 作用 建设 管理 服务 发展 机制 体系 措施 "
    "任务 要求 单位 部门 乡镇 街道 社区 全国 全省 全市 全县 全区 全乡 全镇 全局 "
    "全院 全校 我省 我市 我县 我区 我乡 我镇 我局 我院 我校 我们 县委 区委 市委 "
    "政府 基层 群众 领导 国家 力量 举措 过程 环节 节点 进度 程度 时间 数量 项目 "
    "活动 方式 形式 内容 标准 目标 效果 成效 需 村 年 月 日 "
)
"""Words of degree, and verbs and nouns that any part of any report has; the longest first."""
_GENERAL_WORDS = _GENERAL.split()
_JOINING = frozenset(
    "的了着地得在和与及或对是有也还仍尚都均已未不没为以于由被把将从向到等各其该这那之而但并更较很"
)
"""Words that only join others: like punctuation and digits, no part of a content word."""


def content(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters in what is left of a text without general words."""
    for word in _GENERAL_WORDS:
        text = text.replace(word, " ")
    between = {char for char in set(text) if not "一" <= char <= "\u9fff"} | _JOINING
    text = text.translate(dict.fromkeys(map(ord, between), " "))
    return frozenset(run[i : i + 2] for run in text.split() for i in range(len(run) - 1))


def pairs(text: str) -> frozenset[str]:
    """All pairs of neighbouring characters."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets of pairs have in common: 0 nothing, 1 all (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0
