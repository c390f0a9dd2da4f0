"""C405: an item of the plan that reports work done."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules._items import items
from converter.linter.subject import Subject
from converter.patterns import holds, lazy

_SHARE = Option(
    "share",
    60,
    Text(
        "一项计划里讲已办之事的文字占百分之几才报",
        "from which share of an item's text that tells work done it is reported, per cent",
    ),
)
_DONE = lazy(
    r"截[至止]到?(?:目前|[0-9]|[一二三四五六七八九十]+月|年底)|(?:今|去)年以来|一年来|全年(?:共"
    r"|累计)|本年度共"
    r"|已(?:经|全部|全面|基本|累计|顺利|成功|圆满)?(?:完成|建成|开展|实现|达到|落实|投入|发放"
    r"|整改|签订|召开|举办|组织"
    r"|解决|办结|通过|竣工|开工|出台|印发|成立|上线|安装|改造)(?![^，。；\n]{0,12}的)"
    r"|(?:累计|先后|年度?共)(?:完成|开展|组织|举办|召开|发放|投入|办理|接待|实现|新建|改造|培训|排查"
    r"|检查)"
    r"|(?:完成|开展|举办|召开|组织|建成|新建|改造|发放|取得|荣获|实现|出台|印发|签订)了"
    r"|同比(?:增长|下降)[0-9]|(?:荣获|被评为|被授予|获评)(?![^，。；\n]{0,16}的)"
)
_SIGNS = (
    *("已", "截至", "截止", "以来", "一年来", "累计", "先后", "年共", "年度共", "同比"),
    *("荣获", "获评", "被评", "被授", "成了", "展了", "办了", "开了", "织了", "建了"),
    *("造了", "放了", "得了", "获了", "现了", "台了", "发了", "订了"),
)
_TO_DO = lazy(
    r"将|拟|计划|力争|争取|确保|继续|下一?步|明年|来年|今后|进一步|年底前|底前|基础上|预计"
    r"|要(?!求|素|点|闻|件|领|道)"
    r"|加强|加大|加快|强化|深化|推进|推动|完善|健全|抓好|做好|努力|着力|持续|不断|优化|提升|提高"
    r"|打造|按照|到20"
)
_SENTENCE = lazy(r"[^。！？；\n]+")


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each item of the plan most of whose text is sentences that report what was done
    and say nothing of what will be."""
    view = subject.prose
    plan = items(subject, "plan")
    rest = view.text[plan[0].start :] if plan else ""
    if not holds(rest, view.possible(_SIGNS)):
        return
    for item in plan:
        if not _DONE.search(view.text, item.start, item.end):
            continue
        done, whole = 0, 0
        first: tuple[int, int] | None = None
        for sentence in _SENTENCE.finditer(view.text, item.head_start, item.end):
            whole += len(sentence.group())
            match = _DONE.search(view.text, *sentence.span())
            if match and not _TO_DO.search(view.text, *sentence.span()):
                done += len(sentence.group())
                first = first or match.span()
        if first and done * 100 >= whole * subject.value(_SHARE):
            message = Text(
                f"这一项计划讲的是已经做了的事（“{view.text[slice(*first)]}”）：应写要做什么",
                "this item of the plan reports work done: say what will be done",
            )
            yield view.hit(*first, message)


RULES = (
    Rule(
        code="C405",
        name="plan-in-past-tense",
        severity=Severity.WARNING,
        summary=Text("计划里写的是做完的事", "the plan reports work done"),
        why=Text(
            "多半是把总结的段落贴进了计划，或上一年的计划没有改写。",
            "A paragraph of the summary was pasted into the plan.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(
            plan="三、2025年工作计划\n（一）充实队伍。招录专业人员3名。\n"
            "（二）改造管网。截至目前，已完成管网改造5公里，新建泵站2座。"
        ),
        good=draft(
            plan="三、2025年工作计划\n（一）充实队伍。招录专业人员3名。\n"
            "（二）改造管网。在已完成5公里的基础上，再改造8公里，新建泵站2座。"
        ),
        check=check,
        words=_SIGNS,
        options=(_SHARE,),
    ),
)
