"""S113: a problem that no item of the plan takes up."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules._items import Item, items
from converter.linter.rules._words import content, likeness, pairs
from converter.linter.subject import Subject
from converter.patterns import holds, lazy, places

_ITEMS = Option(
    "items",
    2,
    Text("计划至少有几项才检查", "how many items the plan must have for the check"),
)
_LONGEST = Option(
    "longest-plan",
    6000,
    Text(
        "计划超过这么多字就不检查：这样长的计划什么都会提到",
        "plans of more characters are not checked: they mention everything",
    ),
)

_ANSWERED = (
    ("队伍 人员 人才 力量 人手 编制 干部 专业 素质 本领 业务 老龄 年龄",
     "队伍 人才 人员 招 引进 培训 充实 干部 编制 轮训 素质 学习 进修 选派 配齐 配强 增配"),
    ("资金 经费 投入 财政 财力 融资 债务 收入 税",
     "资金 经费 投入 财政 财力 筹 争取 融资 债 收入 增收 税 万元 亿元"),
    ("设施 设备 器材 场地 场所 硬件 老化 陈旧 基础",
     "设施 设备 器材 场地 场所 改造 更新 新建 升级 添置 购置 维修 修缮 扩建 基础"),
    ("信息 数字 智能 系统 平台 数据 网络 智慧",
     "信息 数字 智能 系统 平台 数据 网络 智慧 线上 云 培训"),
    ("能力 容量 供给 供应 承载 保障", "新建 扩建 改造 新增 增加 提升 提高 建设 建成"),
    ("意识 认识 宣传 知晓 氛围 重视 观念 参与 主动",
     "宣传 教育 培训 意识 引导 学习 认识 氛围 动员 发动"),
    ("协调 协作 配合 合力 联动 责任 压实 沟通 机制 制度 执行 执法 监管 监督 管理",
     "机制 制度 责任 协调 联动 考核 督查 督导 压实 沟通 合力 执法 监管 监督 管理 检查"),
    ("作风 形式主义 效率 效能 担当 服务 质效",
     "作风 效能 效率 服务 担当 督查 考核 质效"),
    ("创新 亮点 特色 品牌", "创新 亮点 特色 品牌 示范"),
    ("深度 深入 广度 覆盖 普及", "深度 深入 广度 覆盖 拓展 延伸 普及"),
    ("产业 经济 企业 招商 投资 消费", "产业 经济 企业 招商 投资 消费 园区 工业"),
)  # fmt: skip
_ANSWERS = tuple((asked.split(), given.split()) for asked, given in _ANSWERED)
"""Words of a problem, and words of which a plan that has one may be answering it."""

_EFFECTS = ("影响", "制约", "导致", "造成", "使", "致使", "难以", "给")
_EFFECT_LENGTH = 80

_NOTE = lazy(r"\[\^[^\]\n]{1,10}\]")
"""A footnote's mark."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each problem with whose own words, or words for the like of it, no item of the
    plan has any in common. The words of the title are everybody's.

    It stays silent in doubt: one pair of characters in common is an answer.
    """
    view = subject.prose
    plan = items(subject, "plan")
    if len(plan) < subject.value(_ITEMS):
        return
    planned = "\n".join(view.text[item.start : item.end] for item in plan)
    if len(planned) > subject.value(_LONGEST):
        return
    common = pairs(subject.document.name)
    said: dict[int, frozenset[str]] = {}
    for problem in items(subject, "problems"):
        topic = view.text[problem.head_start : problem.head_end]
        topic = _NOTE.sub("", topic) if "[^" in topic else topic
        if _alike(topic, planned) or not content(topic) - common:
            continue
        words = content(_without_effects(view.text[problem.start : problem.end])) - common
        if not any(_is_said(word, planned, said) for word in words):
            near = _nearest(subject, problem, plan)
            yield view.hit(problem.head_start, problem.head_end, _message(topic, near))


def _is_said(word: str, planned: str, said: dict[int, frozenset[str]]) -> bool:
    """Whether a pair of characters is one of the content of the plan; ``said`` holds what is known
    of that, by the places where sentences begin."""
    at = planned.find(word)
    while at >= 0:
        start = max(planned.rfind(mark, 0, at) for mark in "\n。") + 1
        end = min(planned.find(mark, at) % (len(planned) + 1) for mark in "\n。")
        if start not in said:
            said[start] = content(planned[start:end])
        if word in said[start]:
            return True
        at = planned.find(word, end)
    return False


def _without_effects(text: str) -> str:
    """A text without what it says that things lead to: that is not what must be taken up."""
    kept, end = [], 0
    for at, word in places(text, _EFFECTS):
        if at >= end:
            kept.append(text[end:at])
            said = text[at + len(word) :][:_EFFECT_LENGTH].partition("。")[0].partition("；")[0]
            end = at + len(word) + len(said)
    return "".join(kept) + text[end:]


def _alike(topic: str, planned: str) -> bool:
    """Whether the plan has words of the field that the problem is of."""
    return any(holds(topic, asked) and holds(planned, given) for asked, given in _ANSWERS)


def _nearest(subject: Subject, problem: Item, plan: tuple[Item, ...]) -> str:
    """What the plan's item says first that has most in common with the problem."""
    text = subject.prose.text
    own = pairs(text[problem.start : problem.end])
    near = max(plan, key=lambda item: likeness(own, pairs(text[item.start : item.end])))
    return text[near.head_start : near.head_end]


def _message(topic: str, near: str) -> Text:
    return Text(
        f"问题“{topic}”在计划里没有对应的措施；最接近的一项是“{near}”",
        f"no item of the plan takes up “{topic}”; the nearest is “{near}”",
    )


RULES = (
    Rule(
        code="S113",
        name="plan-not-answering-problem",
        severity=Severity.INFO,
        summary=Text("问题没有计划来回应", "a problem that no item of the plan takes up"),
        why=Text(
            "摆出了问题，计划里却没有下文，问题明年还在。",
            "A problem that the plan passes over will be there next year.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(
            problems="二、存在问题\n（一）管网漏损偏高。漏损率达到18%。\n（二）专业队伍不足。缺3人。",
            plan="三、2025年工作计划\n（一）充实队伍。招录3人。\n（二）抓好节水宣传。宣传12场。",
        ),
        good=draft(
            problems="二、存在问题\n（一）管网漏损偏高。漏损率达到18%。\n（二）专业队伍不足。缺3人。",
            plan="三、2025年工作计划\n（一）充实队伍。招录3人。\n（二）降低管网漏损。查漏60处。",
        ),
        check=check,
        options=(_ITEMS, _LONGEST),
    ),
)
