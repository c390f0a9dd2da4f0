"""What may stand in a layout file: for each value of a layout, its key, unit, limits and words.

The keys are the fields of the classes in :mod:`converter.layout.table`; a test names those that
are left out.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from converter.layout.gbt9704 import FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG
from converter.layout.table import (
    Ending,
    Font,
    Grid,
    Head,
    ImprintRules,
    Page,
    PageNumber,
    TableLook,
)
from converter.record import record

Unit: TypeAlias = Literal["own", "mm", "pt", "size", "characters", "font", "rule", "colour"]


@record
class Key:
    """A key of a layout file: what it is called and what it says, its unit (``own``: the field's
    own type) and its limits; ``off`` tells whether ``false`` takes it away."""

    title: str
    description: str
    unit: Unit = "own"
    least: float | None = None
    most: float | None = None
    off: bool = False


@record
class Role:
    """A kind of type: its Chinese name, which is a key too, and the font that the standard's
    layouts use for it."""

    name: str
    font: Font


ROLES = {
    "fangsong": Role("仿宋", FANGSONG),
    "kaiti": Role("楷体", KAITI),
    "heiti": Role("黑体", HEITI),
    "songti": Role("宋体", SONGTI),
    "xiaobiaosong": Role("小标宋", XIAOBIAOSONG),
}

COLOURS = {"黑": "", "红": "FF0000", "black": "", "red": "FF0000"}
"""Colours with a name of their own."""

SMALLEST, LARGEST = 5, 200
"""Limits of type sizes, in points."""
NARROWEST = -2
"""The least character spacing in points: any closer, and 3号 characters touch."""

_MM = "毫米"
_PT = "磅"


def _mm(title: str, description: str, most: float, least: float = 0) -> Key:
    return Key(title, f"{description}，{_MM}", "mm", least, most)


def _pt(title: str, description: str, most: float, least: float = 0) -> Key:
    return Key(title, f"{description}，{_PT}", "pt", least, most)


def _size(title: str, description: str) -> Key:
    return Key(title, f"{description}：磅数，或“三号”这样的字号", "size", SMALLEST, LARGEST)


def _indent(title: str, description: str) -> Key:
    return Key(title, f"{description}，按本样式的字数", "own", 0, 20)


PAGE = {
    "width": _mm("纸宽", "纸张的宽", 500, 50),
    "height": _mm("纸高", "纸张的高", 500, 50),
    "top": _mm("天头", "上边距", 200),
    "right": _mm("右边距", "右边距（切口）", 200),
    "bottom": _mm("下边距", "下边距", 200),
    "left": _mm("订口", "左边距", 200),
    "header": _mm("页眉距", "页眉到纸上边的距离", 200),
    "footer": _mm("页脚距", "页码行的底到纸下边的距离；不写则与版心的距离不变", 200),
}
GRID = {
    "lines": Key("每页行数", "版心里的行数；只写它，行距由版心的高算出", "own", 5, 100),
    "characters": Key("每行字数", "一行的字数；字距由版心的宽算出", "own", 5, 80),
    "line_pitch": _pt("行距", "固定行距；只写它，行数由版心的高算出", 100, SMALLEST),
    "character_spacing": _pt("字距", "正文每个字后加的空，可为负", 20, NARROWEST),
    "kind": Key("网格", "写进 Word 的网格：lines 只定行距，characters 是“行和字符网格”"),
}
STYLE = {
    "font": Key("字体", "仿宋、楷体、黑体、宋体、小标宋之一，或字体名", "font"),
    "size": _size("字号", "字的大小"),
    "line_pitch": _pt("行距", "固定行距", 200, SMALLEST),
    "spacing": _pt("字距", "每个字后加的空，可为负", 50, NARROWEST),
    "align": Key("对齐", "both 两端，left 左，center 中，right 右"),
    "left": _indent("左缩进", "各行左边空出的字数"),
    "right": _indent("右缩进", "各行右边空出的字数"),
    "first_line": _indent("首行缩进", "第一行比其余各行多缩的字数"),
    "hanging": _indent("悬挂缩进", "第一行比其余各行少缩的字数"),
    "before": Key("段前", "段前空出的行数", "own", 0, 10),
    "after": Key("段后", "段后空出的行数", "own", 0, 10),
    "bold": Key("加粗", "是否加粗"),
    "colour": Key("颜色", "黑、红，或六位十六进制的红绿蓝，如 C00000", "colour"),
}
RULE = {
    "weight": _pt("粗细", "线的粗细（双线时连同中间的空）", 10, 0.25),
    "colour": Key("颜色", "黑、红，或六位十六进制的红绿蓝，如 C00000", "colour"),
    "form": Key("线型", "single 单线，thick-thin 上粗下细，thin-thick 上细下粗"),
    "distance": _pt("距离", "线与文字行之间的距离", 31),
}
PAGE_NUMBER = {
    "position": Key("位置", "outer 单页居右、双页居左，center 居中，none 不要页码"),
    "before": Key("数字前", "页码数字之前的字符，如“— ”", "own", 0, 10),
    "after": Key("数字后", "页码数字之后的字符，如“ —”", "own", 0, 10),
    "outer": Key("空出", "居左、居右时距版心边的字数，按页码的字号", "characters", 0, 20),
}
HEAD = {
    "mark_top": _mm("发文机关标志的位置", "标志的字上沿到纸上边的距离", 200),
    "suffix": Key("标志的后缀", "发文机关标志中机关名之后的字，如“文件”；可为空", "own", 0, 10),
    "largest": _size("标志最大", "发文机关标志字号的上限"),
    "smallest": _size("标志最小", "发文机关标志字号的下限"),
    "joint_smallest": _size("联合标志最小", "几个机关的标志字号的下限"),
    "blank_lines": Key("空行", "标志与发文字号之间的空行数", "own", 0, 10),
    "title_lines": Key("题上空行", "版头与标题之间的空行数", "own", 0, 10),
    "signers": Key("每行签发人", "一行排几个签发人", "own", 1, 4),
    "rule": Key("红线", "发文字号之下的线；false 为不要", "rule", off=True),
    "rule_width": _mm("红线长", "线的长；不写则与版心同宽（信函170毫米）", 300, 10),
    "first_line": _mm("首行位置", "信函的线与其下第一行字之间的空", 50),
    "foot_rule": Key("页脚线", "信函首页下方的线", "rule"),
    "foot_rule_bottom": _mm("页脚线位置", "信函首页下方的线到纸下边的距离", 100),
}
ENDING = {
    "seal": Key("印章", "没有写明时：blank 留出印章的位置，none 不留"),
    "seal_size": _mm("印章大小", "印章的直径", 80, 10),
    "seal_lines": Key("印章空行", "加盖印章的署名之上的空行数", "own", 0, 10),
    "seal_rise": _mm("印章高度", "印章中心比署名、日期的正中高多少", 40),
    "seals": Key("每排印章", "联合用印时一排几个", "own", 1, 5),
    "seal_gap": _mm("印章间距", "相邻印章之间的空", 30),
    "date_shift": Key("日期右移", "不加盖印章时，日期首字比署名首字右移的字数", "own", 0, 10),
    "sealed_right": Key("用印右空", "加盖印章的日期、签名章右边空出的字数", "own", 0, 10),
    "stamp_lines": Key("签名章空行", "签名章之上的空行数", "own", 0, 10),
    "stamp_gap": Key("职务与签名章", "职务与签名章之间的字数", "own", 0, 10),
    "stamp_date_lines": Key("签名章日期空行", "签名章与日期之间的空行数", "own", 0, 10),
}
IMPRINT = {
    "outer": Key("首末线", "版记的首条和末条分隔线", "rule"),
    "inner": Key("中间线", "版记中间的分隔线", "rule"),
}
TABLE = {
    "form": Key("形式", "grid 每格有线，three-line 三线表"),
    "outer": Key("外框", "表格的外框线，三线表的首末线", "rule"),
    "inner": Key("内线", "表格里面的线", "rule"),
    "padding": _mm("边距", "单元格左右的空", 10),
}
TOP = {
    "blank_before_title": Key("题上空行", "没有红头时标题之上的空行数", "own", 0, 10),
    "mirror": Key("双面订口", "双页的订口是否在右边（左右边距对调）"),
}

SECTIONS: dict[str, tuple[type, dict[str, Key]]] = {
    "page": (Page, PAGE),
    "grid": (Grid, GRID),
    "page_number": (PageNumber, PAGE_NUMBER),
    "head": (Head, HEAD),
    "ending": (Ending, ENDING),
    "imprint": (ImprintRules, IMPRINT),
    "table": (TableLook, TABLE),
}
"""Sections of a file: the class of what they set, and their keys."""
