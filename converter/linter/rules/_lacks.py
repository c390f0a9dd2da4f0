"""How reports own to what is lacking, and what only sounds like it."""

from __future__ import annotations

from converter.patterns import lazy

NOUNS = (
    r"(?:问题(?!线索|导向|清单|台账|楼盘|企业|资金|隐患|整改|解决|资产|工程|青少年|反映|办理|销号"
    r"|点位|图斑|疫苗|食品|产品|信息|户|厕所|村|地图|库)"
    r"|困难(?!群|职工|学生|家庭|党员|人员|户|企业|补助|退役|老|儿童|残疾|对象|程度|救助|帮扶|师生"
    r"|妇女"
    r"|青年|村|归侨|农|劳动|毕业|员工|教师)"
    r"|不足(?![0-9一二三四五六七八九十百千万])|短板|弱项|薄弱环节|薄弱点|薄弱之处|差距|瓶颈|欠账"
    r"|难题|隐忧|制约|挑战(?!杯|赛|性|自我|极限)|矛盾(?!纠纷|调解|化解|调处|排查)|缺陷|缺点)"
)
"""Nouns for what is lacking, less the names of things that only contain them."""

PREDICATES = (
    r"(?:不(?:够|足|强|高|多|大|全|深|实|细|严|畅|广|快|优|精|平衡|充分|到位|完善|健全|规范|合理"
    r"|明显|理想"
    r"|均衡|协调|及时|彻底|深入|扎实|牢固|牢|紧密|显著|稳定|配套|适应|匹配|完备|系统|全面|准确"
    r"|具体|清晰"
    r"|熟悉|了解|重视|成熟|科学|顺畅|集中|精准|准|匀|主动|积极|齐|快|好|佳|容乐观|尽如人意|尽人意)"
    r"|薄弱|较弱|偏弱|滞后|落后|老化|老旧|陈旧|短缺|紧缺|欠缺|缺乏|缺失|匮乏|奇缺|偏低|较低|偏慢"
    r"|较慢|缓慢"
    r"|偏少|较少|过少|偏小|较小|偏大|偏高|偏紧|单一|较差|困难(?=[，。；、！？\n]|$)|乏力"
    r"|有限(?!公司|责任|合伙)|缺口(?:较|很)?大|断层"
    r"|差距(?:较大|明显|不小)?|脱节|吃紧|欠佳|任重道远|难度(?:较|很|加)?大|压力(?:较|很|加"
    r"|持续)?大"
    r"|形势严峻|问题(?:较为|比较|十分|仍然|依然)?突出|矛盾(?:较为|比较|十分|仍然|依然)?突出)"
)
"""Predicates that say of their subject that it falls short."""

NEEDS = (
    r"(?:有待|亟待|亟需|(?:仍|还|尚|仍然|依然|也|均)需要?|(?:仍|还|尚)须|需要?进一步|需要?(?:继续"
    r"|不断|持续))"
    r"(?:进一步|继续|不断|持续)?[^，。；！？\n]{0,6}"
    r"(?:加强|提高|提升|完善|改进|增强|改善|加大|深化|强化|优化|破解|解决|拓宽|拓展|健全|规范"
    r"|扩大|加快|突破)"
)
"""What is still to be bettered."""

FIRST = (
    "问困不短弱薄差瓶欠难隐制挑矛缺较偏滞落老陈紧匮奇缓过单乏有断脱吃任压形亟仍还尚依也均需没未影风"
)
"""What all of these, and the other words for what is lacking, begin with."""
_FIRST = f"(?=[{FIRST}])"
"""At most places one look is enough, instead of one for each word."""

NAMED = lazy(rf"{_FIRST}(?:{NOUNS}|{PREDICATES}|{NEEDS})")
"""A lack by its noun, its predicate or its need."""

LACK = lazy(
    rf"{_FIRST}(?:{NOUNS}|{PREDICATES}|{NEEDS}|没有|未能|尚未|缺少|缺口|难以|隐患|风险|制约|影响了?)"
)
"""Any word that a list of problems has at least one of."""

_TAIL = r"(?:的(?:问题|现象|情况|状况)(?:仍|还|依然|较为|比较|时有)[^，。；\n]{1,8})?"
WEAK_CLAUSE = lazy(
    rf"{_FIRST}(?:{PREDICATES}|{NEEDS}[^，。；！？、\n]{{0,6}}){_TAIL}(?=[，。；！？,;\n]|$)"
)
"""A clause that ends by saying what falls short."""

HANDLING = lazy(
    r"(?:解决|破解|化解|整改|排查|处理|处置|协调|纠正|查摆|查找|查出|梳理|反馈|指出|针对|围绕"
    r"|聚焦|对照|研判|反映"
    r"|检视|消除|克服|监测|督促|帮助|帮扶|发现|瞄准|紧盯|直面|根据|结合|通报|答复|回应|改善|改变"
    r"|扭转|防止"
    r"|避免|杜绝|严防|补齐|弥补|攻克|突破|治理|整治|缓解|补足|找准|着眼|正视|剖析|审视|坚决不"
    r"|决不|绝不"
    r"|是否|有无|能否|会不会|不因|不得|不准|严禁|打破|摆脱|告别|填补|消化|疏通|打通|申诉|投诉"
    r"|受理|收集|征集)"
    r"(?!工作|落实|措施|成效|能力|力度|力量|机制|水平|方面|中|上|体系|设备|手段|质量|效率|进度"
    r"|任务|不|还|仍|结果|信息|平台)"
)
"""Work on faults, of others or one's own: what follows in the clause is no admission."""

HANDLED = lazy(
    r"(?:已|均|全部|逐一|逐项|及时|当场|现场|立即|立行立改|限期|督促|责令|进行)(?:经|全部|基本"
    r"|得到|完成|有效"
    r"|责令|督促|要求|予以|进行|了|分别|按|整体){0,3}(?:整改|解决|化解|处理|处置|纠正|督促|责令"
    r"|销号|清零"
    r"|约谈|通报|办结|交办|移交|反馈|改进|完善|调整)"
    r"|得到(?:了)?(?:有效|妥善|及时|全面|圆满|根本|明显|较好|切实|彻底)?(?:地)?(?:解决|整改|化解"
    r"|改善|缓解|遏制)"
    r"|整改(?:完成|完毕|到位|率)|迎刃而解|问题清零"
)
"""What is said behind a fault that is put right already."""


_MARKS = "，。；：！？,;:\n"
_CLAUSE_LENGTH = 60


def clause_start(text: str, at: int) -> int:
    """Where the clause begins that the character at ``at`` stands in; at most a line's length
    before it."""
    first = max(0, at - _CLAUSE_LENGTH)
    return max(first, *(text.rfind(mark, first, at) + 1 for mark in _MARKS))


def is_handled(sentence: str, start: int, end: int) -> bool:
    """Whether the fault that is named from ``start`` up to ``end`` of a sentence is one that is
    worked on (by what the clause says before it) or put right already (by what follows)."""
    return bool(
        HANDLING.search(sentence, clause_start(sentence, start), start)
        or HANDLED.search(sentence, start, end + 60)
    )
