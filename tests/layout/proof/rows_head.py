"""The head of the document (版头, clause 7.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.layout.proof import standard as std
from tests.layout.proof.rendered import NotFound, Rendered, slot
from tests.layout.proof.requirement import (
    HEADED,
    Reading,
    among,
    near,
    requirement,
    same,
    spot,
    within,
)
from tests.tools.measure import Line
from tests.tools.measure_ink import Ink, ink
from tests.tools.measure_rules import Rule

SEALED_LEFT = ("report", "official", "order", "minutes")


@requirement("R020", "7.2.1", "份号：6位数字，3号，顶格", "x 28.0 ±0.3 mm", needs=("份号",))
def copy_number(document: Rendered) -> Iterator[Reading]:
    line = _top_item(document, document.draft.string("份号"))
    yield same(bool(re.fullmatch(r"\d{6}", line.text)), True, spot(line))
    yield near(line.left, std.LEFT, 0.3, spot(line))
    yield near(line.size, std.SIZE_3, 0.1, spot(line), "pt")


@requirement("R020", "7.2.1", "份号在版心第一行", "第 1 行", needs=("份号",), layouts=SEALED_LEFT)
def copy_number_line(document: Rendered) -> Iterator[Reading]:
    yield from _on_line(document, document.draft.string("份号"), 1)


@requirement(
    "R021", "7.2.2", "密级和保密期限：3号黑体，顶格", "16 pt 黑体，x 28.0 ±0.3 mm", needs=("密级",)
)
def secrecy(document: Rendered) -> Iterator[Reading]:
    yield from _black_item(document, _secrecy(document))


@requirement(
    "R021",
    "7.2.2",
    "密级在版心第二行（没有份号时第一行）",
    "第 2（1）行",
    needs=("密级",),
    layouts=SEALED_LEFT,
)
def secrecy_line(document: Rendered) -> Iterator[Reading]:
    yield from _on_line(document, _secrecy(document), 1 + _before(document, "密级"))


@requirement(
    "R022", "7.2.3", "紧急程度：3号黑体，顶格", "16 pt 黑体，x 28.0 ±0.3 mm", needs=("紧急程度",)
)
def urgency(document: Rendered) -> Iterator[Reading]:
    yield from _black_item(document, document.draft.string("紧急程度"))


@requirement(
    "R022", "7.2.3", "份号、密级、紧急程度自上而下逐行排列", "行差 1 行", needs=("紧急程度",)
)
def left_order(document: Rendered) -> Iterator[Reading]:
    texts = [document.draft.string("份号"), _secrecy(document), document.draft.string("紧急程度")]
    lines = [_top_item(document, text) for text in texts if text]
    for above, below in pairwise(lines):
        yield near((below.baseline - above.baseline) / std.PITCH, 1, 0.1, spot(below), "行")


@requirement(
    "R023", "7.2.4", "发文机关标志的文字：机关名称加“文件”，或只有名称", "文字相符", layouts=HEADED
)
def mark_text(document: Rendered) -> Iterator[Reading]:
    found = "".join(glyph.text for line in mark(document) for glyph in line.glyphs)
    names = document.draft.strings("发文机关标志") or document.draft.strings("发文机关")
    left = found
    for name in names:
        yield among(name, name in found, "发文机关标志")
        left = left.replace(name, "", 1)
    suffix = {"official": "文件", "order": "令"}.get(document.layout, "")
    yield among(left or "（无）", left in (suffix, "", "令", "命令"), "名称以外的字")


@requirement(
    "R024",
    "7.2.4",
    "发文机关标志上边缘至版心上边缘35毫米",
    "纸边下 72.0 ±1 mm",
    layouts=("official",),
)
def mark_top(document: Rendered) -> Iterator[Reading]:
    yield near(mark_ink(document).top, std.TOP + 35, 1, "红色首行")


@requirement("R024", "7.2.4", "发文机关标志居中", "中线 106.0 ±1 mm", layouts=HEADED)
def mark_centre(document: Rendered) -> Iterator[Reading]:
    lines = mark(document)
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    yield near((left + right) / 2, std.CENTER, 1, spot(lines[0]))
    yield within(left, std.LEFT - 0.3, std.RIGHT, spot(lines[0]), "mm 左端")
    yield within(right, std.LEFT, std.RIGHT + 0.3, spot(lines[0]), "mm 右端")


@requirement(
    "R025",
    "7.2.4",
    "发文机关标志：红色小标宋，醒目（大于标题；联合行文的不小于正文）",
    "小标宋，大于 22 pt（联合 16 pt）",
    layouts=HEADED,
)
def mark_type(document: Rendered) -> Iterator[Reading]:
    joint = len(document.draft.strings("发文机关")) > 1
    for line in mark(document):
        yield among(std.class_of(line.fonts), line.fonts == {std.BIAOSONG}, spot(line))
        smallest = std.SIZE_3 if joint else std.SIZE_2 + 0.1
        yield within(line.size, smallest, 72, spot(line), "pt")


@requirement(
    "R026",
    "7.2.4",
    "联合行文：名称依次排列，“文件”在右侧上下居中",
    "中线差 ±1 mm",
    needs=("联合行文",),
    layouts=("official",),
)
def joint_mark(document: Rendered) -> Iterator[Reading]:
    names = [document.at(name)[0] for name in document.draft.strings("发文机关")]
    tops = [line.baseline for line in names]
    yield among("依次" if tops == sorted(tops) else "不依次", tops == sorted(tops), "各名称")
    (suffix,) = document.at("文件")
    yield within(
        suffix.left,
        max(line.right for line in names) - 0.3,
        std.RIGHT,
        spot(suffix),
        "mm “文件”左端",
    )
    middle = (names[0].top + names[-1].bottom) / 2
    yield near((suffix.top + suffix.bottom) / 2 - middle, 0, 1, "“文件”与名称的中线")


@requirement(
    "R026",
    "7.2.4",
    "联合行文：各名称两端对齐",
    "左右端相差 ±0.5 mm",
    needs=("联合行文",),
    layouts=("official",),
)
def joint_edges(document: Rendered) -> Iterator[Reading]:
    names = [document.at(name)[0] for name in document.draft.strings("发文机关")]
    for line in names:
        yield near(line.left - names[0].left, 0, 0.5, spot(line))
        yield near(line.right - names[0].right, 0, 0.5, spot(line))


def mark(document: Rendered) -> list[Line]:
    """The red lines of the first page. Raises NotFound."""
    found = []
    for line in document.pages[0].lines:
        red = tuple(glyph for glyph in line.glyphs if glyph.colour == std.RED)
        if red:
            found.append(Line(1, red))
    if not found:
        raise NotFound("红色的发文机关标志")
    return found


def mark_ink(document: Rendered) -> Ink:
    """The box of the mark's ink: red, on the first page, the rules left out. Raises NotFound."""
    lines = mark(document)
    region = (
        0.0,
        min(line.top for line in lines) - 8,
        210.0,
        max(line.bottom for line in lines) + 2,
    )
    found = ink(document.pdf, 1, region, "red")
    if found is None:
        raise NotFound("发文机关标志的红色墨迹")
    return found


def red_rules(document: Rendered, page: int = 1) -> list[Rule]:
    """The red horizontal rules of a page, from top to bottom."""
    rules = document.pages[page - 1].rules
    return [r for r in rules if r.colour == std.RED and r.direction == "horizontal"]


def _secrecy(document: Rendered) -> str:
    return "★".join(filter(None, map(document.draft.string, ("密级", "保密期限"))))


def _before(document: Rendered, key: str) -> int:
    order = ("份号", "密级", "紧急程度")
    return sum(bool(document.draft.string(name)) for name in order[: order.index(key)])


def _top_item(document: Rendered, text: str) -> Line:
    line = document.at(text)[0]
    if line.page != 1:
        raise NotFound(f"第1页的{text}")
    return line


def _on_line(document: Rendered, text: str, number: int) -> Iterator[Reading]:
    line = _top_item(document, text)
    yield near(slot(line), number, 0.1, spot(line), "行")


def _black_item(document: Rendered, text: str) -> Iterator[Reading]:
    line = _top_item(document, text)
    yield among(std.class_of(line.fonts), line.fonts <= {std.HEITI, std.RARE}, spot(line))
    yield near(line.size, std.SIZE_3, 0.1, spot(line), "pt")
    yield near(line.left, std.LEFT, 0.3, spot(line))
