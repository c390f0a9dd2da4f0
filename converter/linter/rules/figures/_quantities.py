"""Quantities as a report writes them: 990件, 3.2万人, 约5万余户, 两起, XX万元."""

from __future__ import annotations

from collections.abc import Iterator

from converter.linter.outline import outlined
from converter.linter.view import View
from converter.numerals import value_of

HAN_FIGURES = "一二两三四五六七八九十百零"
_FIGURE = outlined(
    rf"[0-9{HAN_FIGURES}Xx×Ｘ](?<![0-9A-Za-z.．第].)"
    r"(?:(?<=[0-9])[0-9]{0,11}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,6})?"
    rf"|(?<=[{HAN_FIGURES}])[{HAN_FIGURES}]{{0,6}}|(?<=[Xx×Ｘ])[Xx×Ｘ]{{0,3}})"
)
_ODD = ("余", "多", "几")
_MORE = "余多几万亿千"
_WITH_SCALE = outlined(rf"[0-9{HAN_FIGURES}][0-9{HAN_FIGURES}.,]*[余多几]?[千万亿]{{0,2}}[余多几]?")
_OF_UNITS = ("千瓦", "千克", "千米")
_BLANK = "XxＸ×"
_INSIDE = tuple("千万亿几数")
"""Behind these a Chinese numeral is the rest of a longer number, or of a vague one."""
_BLANKS = (" ", "\u00a0", "\u2009", "\u202f")
_SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 1000}
WHOLE = 10**6
"""A one, as values are told: figures have six decimals at most."""
COUNTED = frozenset(
    "人名位户家个件起宗例次场期条份处座套台辆项批间栋幢所支篇本册张块只头匹株棵艘架口盏根枚面幅封部则轮桩笔"
    "单票箱桶瓶袋盒包卷对片眼门类种组尊羽尾"
) | frozenset(kind + "次" for kind in "人户家件车场班批架台例册个点门期")
"""Measure words of things that come whole."""
_MEASURED = (
    *("元", "美元", "亩", "公顷", "米", "公里", "千米", "平方米", "平方公里", "平方千米", "立方米"),
    *("吨", "公斤", "千克", "斤", "升", "千瓦", "兆瓦", "千瓦时", "度"),
    *("天", "小时", "个小时", "课时", "学时", "分钟", "个月", "个百分点", "%", "％", "‰"),
)
_UNITS = COUNTED.union(_MEASURED)
_LONGEST_UNITS: dict[str, int] = {}
"""By what units begin with, how long they are at most."""
for _unit in _UNITS:
    _LONGEST_UNITS[_unit[0]] = max(len(_unit), _LONGEST_UNITS.get(_unit[0], 0))
_BEHIND_FIGURES = frozenset(unit[0] for unit in _UNITS).union("万亿千余多几")
_NO_UNIT = {
    "人": "大民才均工员口群类防武社力",
    "家": "庭具电长园",
    "部": "门分委队署",
    "户": "籍口外",
    "所": "有在以",
    "件": "事",
    "面": "积",
    "口": "径岸",
    "条": "例",
    "单": "位",
    "组": "织",
    "门": "户",
    "升": "级",
    "期": "间",
    "次": "年",
    "只": "有能",
    "元": "旦",
}
"""Characters that make a word of what would be a unit (50人才, 7部门)."""
_SAME = {
    "名": "人",
    "位": "人",
    "起": "件",
    "宗": "件",
    "场次": "场",
    "千米": "公里",
    "平方千米": "平方公里",
    "千克": "公斤",
    "％": "%",
}
_ABOUT_BEFORE = ("约", "近", "超", "逾", "超过", "将近", "突破", "不足", "不到", "至少", "多达")
_ABOUT_AFTER = ("左右", "以上", "以下", "上下", "以内", "余", "多")


class Quantity:
    """A number with its unit, from ``start`` up to ``end``.

    ``value`` is exact, in millionths of a single unit (3.2万人 is 32000 :data:`WHOLE`); None where
    it is left blank (XX万元) or written with gaps (321 146件).
    ``unit`` is the measure word, one for those that count the same (名, 位 and 人). ``step`` is
    what the last written place is worth, in millionths, too (0.1万 is 1000 ones): a one for whole
    numbers, and what the value may be rounded to for others. ``about`` says that it is not meant to
    be exact (约, 余, 左右). ``figure`` is the end of the number without its unit.
    """

    __slots__ = ("about", "end", "figure", "start", "step", "unit", "value")

    def __init__(
        self,
        start: int,
        end: int,
        value: int | None,
        unit: str,
        step: int,
        about: bool,
        figure: int,
    ) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.unit = unit
        self.step = step
        self.about = about
        self.figure = figure

    @property
    def exact(self) -> bool:
        """Whether the value is written to the last one: no scale, no decimals."""
        return self.step == WHOLE and not self.about


_TOGETHER = dict.fromkeys("名位人", "人") | dict.fromkeys("起宗件", "件")
_TOGETHER |= dict.fromkeys("公平米克斤里", "米") | {"％": "%"}
"""What units begin with, as one for those that may be told for each other; behind 千, which may be
of the number or of the unit."""


def alike_at_most(view: View, start: int, end: int) -> int:
    """How many quantities of one and the same unit there can be from ``start`` up to ``end``."""
    text = view.text
    behind = [
        _TOGETHER.get(char := text[match.end() : match.end() + 1], char)
        for match in _WITH_SCALE.finditer(view.outline, start, end)
    ]
    return max(map(behind.count, behind), default=0)


def quantities(view: View, start: int, end: int) -> Iterator[Quantity]:
    """The quantities that begin from ``start`` up to ``end``, in order; numbers without a unit that
    is known are none."""
    text = view.text
    for match in _FIGURE.finditer(view.outline[start:end]):
        at, figure = match.start() + start, match.end() + start
        if text[figure : figure + 1] not in _BEHIND_FIGURES:
            continue
        number = text[at:figure]
        scale, odd = 1, False
        if text[figure] in _MORE:
            scale, figure, odd = _scale(text, figure, end)
        unit = _unit_at(text, figure)
        if not unit:
            continue
        stop = figure + len(unit)
        value, step = None, scale * WHOLE
        if number[0].isdecimal():
            whole, _, decimals = number.replace(",", "").partition(".")
            step //= 10 ** len(decimals)
            value = int(whole + decimals) * step
        elif number[0] not in _BLANK:
            read = value_of(number)
            if read is None or text[at - 1 : at] in _INSIDE:
                continue
            value = read * step
        if text[at - 1 : at] in _BLANKS and text[max(0, at - 2) : at - 1].isdecimal():
            value = None  # the end of 321 146件
        about = odd or text.endswith(_ABOUT_BEFORE, max(start, at - 2), at)
        about = about or text.startswith(_ABOUT_AFTER, stop)
        yield Quantity(at, stop, value, _SAME.get(unit, unit), step, about, figure)


def _scale(text: str, at: int, end: int) -> tuple[int, int, bool]:
    """What 千, 万, 亿 behind a number make of it, where they end, and whether 余, 多 or 几 stands
    before or behind them."""
    odd = text.startswith(_ODD, at, end)
    at += odd
    scale = 1
    if text.startswith(("万", "亿", "千"), at, end) and not text.startswith(_OF_UNITS, at, end):
        word = next(word for word in _SCALES if text.startswith(word, at, end))
        scale, at = _SCALES[word], at + len(word)
    more = text.startswith(_ODD, at, end)
    return scale, at + more, odd or more


def _unit_at(text: str, at: int) -> str:
    """The longest unit that stands at an offset, or nothing."""
    word = text[at : at + _LONGEST_UNITS.get(text[at : at + 1], 0)]
    while word and word not in _UNITS:
        word = word[:-1]
    after = text[at + len(word) : at + len(word) + 1]
    return "" if after and after in _NO_UNIT.get(word, "") else word


def written(value: int, scale: int = 1) -> str:
    """A value in plain figures, in ones or as so many ``scale``, without needless noughts."""
    ones, rest = divmod(value, scale * WHOLE)
    decimals = str(rest).zfill(len(str(scale * WHOLE)) - 1).rstrip("0")
    return f"{ones}.{decimals}" if decimals else str(ones)
