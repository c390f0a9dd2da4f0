"""C401: a plan without a figure, a date or a named result."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules._figures import have_figure
from converter.linter.rules._items import items, parts
from converter.linter.subject import Subject
from converter.patterns import lazy

_ITEMS = Option(
    "items",
    4,
    Text("计划至少有几项才检查", "how many items a plan must have to be checked"),
)
_RESULT = lazy(
    r"[0-9一二三四五六七八九十]月|年底前|年内|季度|上半年|下半年|暑期|寒假|汛前|春节"
    r"|每[年月周日季]|底前|按期|如期"
    r"|新建|建成|创建|争创|创成|出台|制定|制订|编制|印发|修订|开工|竣工|投用|投入使用|启用|上线"
    r"|挂牌|揭牌|验收"
    r"|全覆盖|清零|翻番|达标|零事故|零增长|达到|达[0-9]|成立|组建|举办|召开|开通|完工|交付|入选"
    r"|[^和、]率[达在保]|《"
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the heading of a plan of several items in all of which no result can be checked:
    no figure but the year, no date, nothing that is to be built, issued, held or won."""
    plan = items(subject, "plan")
    if len(plan) < subject.value(_ITEMS):
        return
    text = subject.prose.text
    if have_figure(text[item.start : item.end] for item in plan):
        return
    if any(_RESULT.search(text, item.start, item.end) for item in plan):
        return
    _, section = parts(subject.document, "plan")[0]
    start = len(section.mark)
    yield Hit(
        section,
        Text(
            f"计划共{len(plan)}项，没有一个数字、时限或看得见的成果：完成没完成无法考核",
            f"none of the {len(plan)} items of the plan has a figure, a date or a result",
        ),
        start,
        start + len(section.heading),
    )


_VAGUE = "（{}）{}。进一步提高认识，不断改进作风。"
_PLAN = "三、2025年工作计划\n" + "\n".join(
    _VAGUE.format(*item)
    for item in (("一", "充实队伍"), ("二", "抓好供水"), ("三", "抓好防汛"), ("四", "抓好节水"))
)

RULES = (
    Rule(
        code="C401",
        name="plan-without-target",
        severity=Severity.INFO,
        summary=Text("计划没有可考核的目标", "a plan without figure, date or named result"),
        why=Text(
            "计划只有“加强、提高、推进”，年底无法对账。",
            "A plan that only strengthens and promotes cannot be checked at the year's end.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(plan=_PLAN),
        good=draft(plan=_PLAN + "招录专业人员3名。"),
        check=check,
        options=(_ITEMS,),
    ),
)
