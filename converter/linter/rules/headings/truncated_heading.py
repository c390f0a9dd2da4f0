"""H206: a heading that breaks off."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import Section
from converter.patterns import lazy

# Words that no heading can end with: particles, and key words of headings cut in two.
_BROKEN_ENDS = (
    *("以及", "、", "下一", "下一步工", "存在的", "存在主", "存在主要", "存在不"),
    *("存在问", "存在困", "存在的问", "存在的困"),
    *("存在主要问", "存在主要困", "存在的主要问", "存在的主要困"),
    *("工作总", "工作计", "工作打", "工作安", "工作思", "工作回", "工作情", "工作要"),
)
_PARTICLES = {"和": "共总饱平温缓祥柔谐调中暖亲", "与": "参给付赠授干赋", "的": "目标"}
"""Those that are part of a word behind some characters."""
_NO_AS = ("作", "行", "有", "无", "能")
# 2024年工作开展: 情况 is missing.
_NO_NOUN = lazy(
    r"(?:(?:19|20)[0-9]{2}年度?|今年|本年度?|全年|[上下]半年|前三季度)?(?:以来)?的?"
    r"(?:主要|重点|各项|总体|具体|基本|日常)?工作(?:开展|完成|进行)$"
)
# An adverb and a verb that asks for an object: 全面深化.
_ADVERBS = (
    *("全面", "持续", "不断", "进一步", "大力", "深入", "扎实", "积极", "切实", "着力", "全力"),
    *("稳步", "加快", "有序", "有力", "聚力", "奋力", "努力", "继续", "强力", "统筹", "认真"),
    *("严格", "坚决", "充分", "始终"),
)
_VERBS = frozenset(
    (
        *("深化", "推进", "推动", "加强", "强化", "提升", "提高", "完善", "健全", "优化"),
        *("实施", "开展", "促进", "抓好", "做好", "打造", "构建", "培育", "巩固", "拓展"),
        *("增强", "夯实", "筑牢", "发挥", "激发", "围绕", "聚焦", "建立", "树立"),
    )
)
_SUSPECT = frozenset("和与及的为、总计打安思回情要在存主不问困工一0123456789")
"""What the last character of a heading must be for it to be looked at more closely."""
_ENDS = _SUSPECT.union("展成行", (verb[-1] for verb in _VERBS))
"""The last characters of all headings that break off."""
_MARGIN = 3


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading that plainly lacks its end.

    A bare verb counts only beside siblings that all say more: short labels are headings, too.
    """
    for _, siblings in subject.families:
        headings = [section for section in siblings if section.heading.strip()]
        for section in headings:
            if section.heading.rstrip()[-1] in _ENDS and _breaks_off(section, headings):
                yield Hit(
                    section,
                    Text(
                        f"标题不完整：“{section.heading[-12:]}”后面缺字",
                        f"the heading breaks off: “{section.heading[-12:]}”",
                    ),
                    len(section.mark),
                    len(section.opening),
                )


def _breaks_off(section: Section, siblings: list[Section]) -> bool:
    heading = section.heading.strip()
    if heading[-1] in _SUSPECT and _ends_broken(heading):
        return True
    if heading.endswith(("开展", "完成", "进行")) and _NO_NOUN.match(heading):
        return True
    if section.run_in or heading[-2:] not in _VERBS or not _are_adverbs(heading[:-2]):
        return False
    others = [other.heading for other in siblings if other is not section]
    return bool(others) and all(len(other) >= len(heading) + _MARGIN for other in others)


def _ends_broken(heading: str) -> bool:
    """Whether the last word is one that something must follow."""
    last, before = heading[-1], heading[-2:-1]
    if heading.endswith(_BROKEN_ENDS):
        return True
    if last in _PARTICLES:
        return not (before and before in _PARTICLES[last])
    if last == "为":  # 以…为
        return before not in _NO_AS and "以" in heading[-14:-1].rpartition("，")[2][:-1]
    year = heading[-4:]
    return (
        year.isdecimal()
        and year.startswith(("19", "20"))
        and len(heading) > len(year)
        and not heading[-5].isdecimal()
    )


def _are_adverbs(text: str) -> bool:
    """Whether a text is an adverb or two."""
    return text in _ADVERBS or any(
        text.startswith(word) and text[len(word) :] in _ADVERBS for word in _ADVERBS
    )


_SUMMARY = "一、2024年工作总结\n（一）{}\n全年供水稳定。\n（二）扎实开展防汛备汛\n平安度汛。"

RULES = (
    Rule(
        code="H206",
        name="truncated-heading",
        severity=Severity.WARNING,
        summary=Text("标题不完整", "a heading that breaks off"),
        why=Text(
            "标题断在半截（“（一）全面深化”），多半是粘贴或删改时丢了字。",
            "A heading that stops in the middle has lost words in pasting or editing.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary=_SUMMARY.format("全面深化")),
        good=draft(summary=_SUMMARY.format("全面深化供水改革")),
        check=check,
    ),
)
