"""Title, recipients, text and headings (主体, clauses 7.3.1 to 7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from tests.layout.proof import standard as std
from tests.layout.proof.draft import Part
from tests.layout.proof.rendered import Rendered
from tests.layout.proof.requirement import (
    Reading,
    among,
    near,
    requirement,
    spot,
    within,
)
from tests.layout.proof.rows_reference import header_rule
from tests.tools.measure import Line, joined

TITLED = ("标题",)
CLASS_OF_LEVEL = {1: "黑体", 2: "楷体", 3: "仿宋", 4: "仿宋"}


@requirement("R040", "7.3.1", "标题：2号小标宋", "22 pt 小标宋", needs=TITLED)
def title_type(document: Rendered) -> Iterator[Reading]:
    for line in document.title():
        yield among(std.class_of(line.fonts), line.fonts <= {std.BIAOSONG}, spot(line))
        yield near(line.size, std.SIZE_2, 0.1, spot(line), "pt")


@requirement("R040", "7.3.1", "标题居中", "中线 106.0 ±1 mm", needs=TITLED)
def title_centre(document: Rendered) -> Iterator[Reading]:
    for line in document.title():
        yield near(line.center, std.CENTER, 1, spot(line))


@requirement(
    "R041", "7.3.1", "标题在红色分隔线下空二行", "2～3 行之间", needs=TITLED, layouts=("official",)
)
def title_place(document: Rendered) -> Iterator[Reading]:
    first = document.title()[0]
    gap = (first.top - header_rule(document).far) / std.PITCH
    yield near(first.page, 1, 0, spot(first), "面")
    yield within(gap, 2, 3, spot(first), "行")


@requirement(
    "R042",
    "7.3.1",
    "多行标题排成梯形或菱形：各行递增、递减，或中间最长",
    "不成长方形、沙漏形",
    needs=TITLED,
)
def title_shape(document: Rendered) -> Iterator[Reading]:
    weights = [line.weight for line in document.title()]
    steps = [below - above for above, below in pairwise(weights)]
    falling = [step < 0 for step in steps]
    shaped = 0 not in steps and falling == sorted(falling)
    yield among("、".join(f"{value:g}" for value in weights) + " 字", shaped, "标题各行")


@requirement("R042", "7.3.1", "标题回行词意完整：不拆开词、数、机关名称", "断在词间", needs=TITLED)
def title_breaks(document: Rendered) -> Iterator[Reading]:
    words = document.words or (document.draft.title,)
    allowed = set(accumulate(map(len, words)))
    for end, line in zip(
        accumulate(len(line.text) for line in document.title()), document.title(), strict=True
    ):
        yield among("…" + line.text[-4:], end in allowed, spot(line))


@requirement("R042", "7.3.1", "标题各行不以“的”、标点开头", "0 处", needs=TITLED)
def title_starts(document: Rendered) -> Iterator[Reading]:
    bad = [line.text for line in document.title() if line.text[0] in "的" + std.NO_LINE_START]
    yield among("、".join(bad) or "0 处", not bad, "标题各行")


@requirement("R043", "惯例", "标题末尾没有标点", "没有", needs=TITLED)
def title_end(document: Rendered) -> Iterator[Reading]:
    last = document.title()[-1].text[-1]
    yield among(f"“{last}”", last not in "，。；：！？、", "标题末字")


@requirement("R044", "推算", "标题每行不超过20字（156毫米／22磅）", "不超过 20 字", needs=TITLED)
def title_capacity(document: Rendered) -> Iterator[Reading]:
    for line in document.title():
        yield within(line.weight, 1, 20, spot(line), "字")


@requirement(
    "R045",
    "7.3.2",
    "主送机关在标题下空一行",
    "隔 2 行 ±0.1",
    needs=("主送", "标题"),
    sometimes=True,
)
def recipient_place(document: Rendered) -> Iterator[Reading]:
    if document.recipients_moved:
        return
    line = document.whole(document.draft.recipient)[0]
    last = document.title()[-1]
    yield near((line.baseline - last.baseline) / std.PITCH, 2, 0.1, spot(line), "行")


@requirement(
    "R045",
    "7.3.2",
    "主送机关顶格，回行也顶格，末尾用全角冒号",
    "x 28.0 ±0.3 mm",
    needs=("主送",),
    sometimes=True,
)
def recipient_left(document: Rendered) -> Iterator[Reading]:
    if document.recipients_moved:
        return
    lines = document.whole(document.draft.recipient)
    for line in lines:
        yield near(line.left, std.LEFT, 0.3, spot(line))
    yield among(lines[-1].text[-1], lines[-1].text[-1] == "：", "末字")


@requirement("R047", "7.3.3", "首页必须显示正文", "至少 1 行")
def text_on_first_page(document: Rendered) -> Iterator[Reading]:
    count = sum(line.page == 1 for _, lines in document.paragraphs for line in lines)
    yield Reading(count, count >= 1, "第1页", "行")


@requirement(
    "R048", "7.3.3", "正文在主送机关下一行开始", "隔 1 行 ±0.1", needs=("主送",), sometimes=True
)
def text_place(document: Rendered) -> Iterator[Reading]:
    if document.recipients_moved:
        return
    last = document.whole(document.draft.recipient)[-1]
    first = document.paragraphs[0][1][0]
    yield near((first.baseline - last.baseline) / std.PITCH, 1, 0.1, spot(first), "行")


@requirement("R048", "7.3.3", "每个自然段左空二字", "x 39.3 ±0.4 mm")
def first_line(document: Rendered) -> Iterator[Reading]:
    for part, lines in document.paragraphs:
        if not part.stands_alone:
            yield near(lines[0].left, std.LEFT + 2 * std.CHARACTER_3, 0.4, spot(lines[0]))


@requirement("R048", "7.3.3", "正文回行顶格", "x 28.0 ±0.3 mm", sometimes=True)
def later_lines(document: Rendered) -> Iterator[Reading]:
    for part, lines in document.paragraphs:
        for line in lines[1:] if not part.stands_alone else ():
            yield near(line.left, std.LEFT, 0.3, spot(line))


def _of_level(document: Rendered, level: int) -> Iterator[tuple[Part, list[Line]]]:
    for part, lines in document.paragraphs:
        if part.level == level:
            yield part, lines


def _level_type(document: Rendered, level: int) -> Iterator[Reading]:
    """The font and size of the headings' own characters."""
    for part, lines in _of_level(document, level):
        glyphs = [glyph for line in lines for glyph in line.glyphs][: len(part.opening)]
        fonts = std.class_of(frozenset(glyph.font for glyph in glyphs))
        sizes = {glyph.size for glyph in glyphs}
        yield among(fonts, fonts == CLASS_OF_LEVEL[level], spot(lines[0]))
        yield near(max(sizes), std.SIZE_3, 0.1, spot(lines[0]), "pt")


@requirement("R050", "7.3.3", "第一层标题“一、”：3号黑体", "16 pt 黑体", needs=("标题1",))
def level_1(document: Rendered) -> Iterator[Reading]:
    yield from _level_type(document, 1)


@requirement("R051", "7.3.3", "第二层标题“（一）”：3号楷体", "16 pt 楷体", needs=("标题2",))
def level_2(document: Rendered) -> Iterator[Reading]:
    yield from _level_type(document, 2)


@requirement("R052", "7.3.3", "第三层标题“1.”：3号仿宋", "16 pt 仿宋", needs=("标题3",))
def level_3(document: Rendered) -> Iterator[Reading]:
    yield from _level_type(document, 3)


@requirement("R052", "7.3.3", "第四层标题“（1）”：3号仿宋", "16 pt 仿宋", needs=("标题4",))
def level_4(document: Rendered) -> Iterator[Reading]:
    yield from _level_type(document, 4)


@requirement("R053", "7.3.3", "层次标题左空二字", "x 39.3 ±0.4 mm", needs=("标题1",))
def heading_indent(document: Rendered) -> Iterator[Reading]:
    for part, lines in document.paragraphs:
        if part.level:
            yield near(lines[0].left, std.LEFT + 2 * std.CHARACTER_3, 0.4, spot(lines[0]))


@requirement("R053", "7.3.3", "层次标题回行顶格", "x 28.0 ±0.3 mm", needs=("长标题",))
def heading_wrap(document: Rendered) -> Iterator[Reading]:
    for part, lines in document.paragraphs:
        for line in lines[1:] if part.stands_alone else ():
            yield near(line.left, std.LEFT, 0.3, spot(line))


@requirement(
    "R053", "惯例", "独占一行的层次标题末尾没有标点", "没有", needs=("标题1",), sometimes=True
)
def heading_end(document: Rendered) -> Iterator[Reading]:
    for part, lines in document.paragraphs:
        if part.stands_alone:
            last = lines[-1].text[-1]
            yield among(
                "没有" if last not in "，。；：" else last, last not in "，。；：", spot(lines[0])
            )


@requirement("R053", "惯例", "段首标题以句号结束，其后为3号仿宋", "16 pt 仿宋", needs=("段首标题",))
def run_in(document: Rendered) -> Iterator[Reading]:
    for part, lines in document.paragraphs:
        if part.level and not part.stands_alone:
            glyphs = [glyph for line in lines for glyph in line.glyphs]
            rest = [g for g in glyphs[len(part.opening) :] if g.size >= std.SMALLEST * std.SIZE_3]
            fonts = std.class_of(frozenset(glyph.font for glyph in rest))
            yield among(
                fonts, fonts in ("仿宋", "后备字体") and part.opening[-1] == "。", spot(lines[0])
            )


@requirement(
    "R049",
    "7.3.3",
    "层次序数依次为“一、”“（一）”“1.”“（1）”，逐字显示",
    "文字相符",
    needs=("标题1",),
)
def numbers_shown(document: Rendered) -> Iterator[Reading]:
    for part, lines in document.paragraphs:
        if part.level:
            shown = joined(lines)
            yield among(
                "相符" if re.match(re.escape(part.text[:4]), shown) else shown[:6],
                shown == part.text,
                spot(lines[0]),
            )
