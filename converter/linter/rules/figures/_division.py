"""A total and its parts, as a sentence tells them."""

from __future__ import annotations

from collections.abc import Iterable

from converter.linter.rules.figures._clauses import Item
from converter.linter.rules.figures._quantities import Quantity
from converter.patterns import holds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    How: TypeAlias = Literal["some", "listed", "all"]
    """How a division is told: by 其中, which may name some parts only; by listing things of one
    kind behind their total; or by words that promise all parts (分别为, 包括, 共计)."""

MOST = 24
"""How many quantities one division is looked for in."""
_CHANGE = (
    *("增加", "减少", "增长", "下降", "上升", "提高", "降低", "压减", "同比", "环比", "超出"),
    *("较上", "较去", "较年", "较同", "较前", "比上", "比去", "比年", "比同", "比前"),
)
_CHANGED = (
    *("同比", "环比", "较", "比", "占", "增", "减", "降", "升", "多", "少", "净增", "上升"),
    *("下降", "提高"),
)
_RATES = ("每", "人均", "户均", "平均")
_OVER = (
    *("共", "累计", "合计", "总", "目前", "截至", "同时", "另", "此外", "今年", "年末", "年底"),
    *("全年", "全县", "全区", "全市", "全镇", "全乡", "全省"),
)
"""With these a sentence turns to something else."""
_TURN = (
    *("实现", "带动", "解决", "发放", "举办", "开展", "完成", "组织", "涉及", "覆盖", "惠及"),
    *("查处", "立案", "受理", "收到", "办结", "出动", "检查", "培训", "接待", "新增"),
)
"""With these it may turn to something else, or go on with its parts."""
_APART = frozenset(("%", "‰", "个百分点", "度", "小时", "个小时", "分钟", "个月", "天"))
"""Units of which a whole is not told by the sum of its parts."""


def divisible(item: Item) -> bool:
    """Whether an item may be a total: a change against another time is none."""
    return item.quantity.unit not in _APART and not holds(item.label, _CHANGE)


class Division:
    """A total and what may be its parts, in order. ``ends`` are the numbers of parts after which
    the list may be over. ``others`` are values near by that the parts may belong to instead.
    ``closed`` is False where the list goes on (等) or is divided further without brackets.
    ``last`` is what is counted in another unit behind the parts (511块、9组). ``apart`` is what
    brackets behind the parts say is in them but not in the total (含借调12人), below nought, or
    in the total but in none of them (不含派遣10人)."""

    __slots__ = ("apart", "closed", "ends", "how", "last", "others", "parts", "total")

    def __init__(
        self,
        total: Quantity,
        parts: list[Item],
        ends: list[int],
        others: list[Quantity],
        how: How,
        closed: bool = True,
        last: Quantity | None = None,
        apart: int = 0,
    ) -> None:
        self.total = total
        self.parts = parts
        self.ends = ends
        self.others = others
        self.how = how
        self.closed = closed
        self.last = last
        self.apart = apart


def alike(items: Iterable[Item], unit: str) -> tuple[list[Item], list[int]]:
    """The items of a unit up to where the sentence turns to something else, each with the label
    that leads its clause; and the numbers of items after which it may have turned already.
    Changes (同比增加5件) and rates (每户3人) are left out."""
    found: list[Item] = []
    ends: list[int] = []
    clause, label = -1, ""
    for item in items:
        if item.clause != clause or item.label:
            clause, label = item.clause, item.label
        if found and label.startswith(_OVER):
            break
        if item.quantity.unit == unit and not (label.startswith(_CHANGED) or holds(label, _RATES)):
            if found and (item.group != found[-1].group or label.startswith(_TURN)):
                ends.append(len(found))
            found.append(Item(item.quantity, label, item.clause, item.bracket, item.group))
    return found, [*ends, len(found)]


def division(
    text: str,
    total: Item,
    parts: tuple[list[Item], list[int]],
    others: list[Quantity],
    how: How,
    *,
    closed: bool = True,
) -> Division:
    """The division of a total into what :func:`alike` found; 等 behind the last part leaves it
    open."""
    end = parts[0][-1].quantity.end
    if text.startswith("等", end) and not text[end + 1 : end + 2].isdecimal():
        closed = False
    return Division(total.quantity, *parts, others, how, closed)
