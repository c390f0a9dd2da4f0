"""Orders (命令格式) and minutes (纪要格式), clauses 10.2 and 10.3."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layout.proof import standard as std
from tests.layout.proof.rendered import Rendered, slot
from tests.layout.proof.requirement import Reading, among, near, requirement, spot, within
from tests.layout.proof.rows_head import mark_ink

ORDER, MINUTES = ("order",), ("minutes",)


@requirement(
    "R117", "10.2", "命令的发文机关标志：上边缘至版心上边缘20毫米", "57.0 ±1 mm", layouts=ORDER
)
def order_mark(document: Rendered) -> Iterator[Reading]:
    yield near(mark_ink(document).top, std.TOP + 20, 1, "红色首行")


@requirement(
    "R117",
    "10.2",
    "令号在标志下空二行，居中；正文（标题）在令号下空二行",
    "空 2～3 行之间",
    layouts=ORDER,
)
def order_lines(document: Rendered) -> Iterator[Reading]:
    (number,) = document.at(document.draft.string("发文字号"))
    yield near(number.center, std.CENTER, 1, spot(number))
    titled = bool(document.draft.title)
    first = document.title()[0] if titled else document.paragraphs[0][1][0]
    yield within((first.baseline - number.baseline) / std.PITCH, 2.9, 4, spot(first), "行")


@requirement("R118", "10.3", "纪要标志：上边缘至版心上边缘35毫米", "72.0 ±1 mm", layouts=MINUTES)
def minutes_mark(document: Rendered) -> Iterator[Reading]:
    yield near(mark_ink(document).top, std.TOP + 35, 1, "红色首行")


@requirement(
    "R119",
    "10.3",
    "出席人员名单：正文或附件说明下空一行，左空二字",
    "隔 2 行 ±0.1，x 39.3 ±0.4 mm",
    needs=("出席",),
    layouts=MINUTES,
)
def attendance_place(document: Rendered) -> Iterator[Reading]:
    first = document.ending("出席：")[0]
    if slot(first) > 2.5:
        above = document.before(first)
        yield near((first.baseline - above.baseline) / std.PITCH, 2, 0.1, spot(first), "行")
    yield near(first.left, std.LEFT + 2 * std.CHARACTER_3, 0.4, spot(first))


@requirement(
    "R119",
    "10.3",
    "“出席”等3号黑体，名单3号仿宋，回行与冒号后的首字对齐",
    "56.2 ±0.6 mm",
    needs=("出席",),
    layouts=MINUTES,
)
def attendance_type(document: Rendered) -> Iterator[Reading]:
    for key in ("出席", "请假", "列席"):
        names = document.draft.string(key)
        if names:
            lines = document.ending(f"{key}：{names}")
            label, rest = lines[0].glyphs[:3], lines[0].glyphs[3:]
            fonts = std.class_of(frozenset(glyph.font for glyph in label))
            yield among(fonts, fonts == "黑体", f"“{key}：”")
            fonts = std.class_of(frozenset(glyph.font for glyph in rest))
            yield among(fonts, fonts == "仿宋", f"{key}名单")
            yield near(lines[0].size, std.SIZE_3, 0.1, spot(lines[0]), "pt")
            for line in lines[1:]:
                yield near(line.left, std.LEFT + 5 * std.CHARACTER_3, 0.6, spot(line))
