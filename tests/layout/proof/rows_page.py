"""Paper, text area, grid, fonts and colours (clauses 4 to 6)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tests.layout.proof import standard as std
from tests.layout.proof.docx import W, millimetres
from tests.layout.proof.rendered import Rendered, slot
from tests.layout.proof.requirement import (
    Reading,
    among,
    near,
    requirement,
    spot,
    within,
)
from tests.layout.proof.running import full_lines, headings_on_top, place, plain_pages


@requirement("R001", "5.1", "纸张为A4，210×297毫米（横排表格的页转90度）", "210×297 ±0.5 mm")
def paper(document: Rendered) -> Iterator[Reading]:
    for page in document.pages:
        size = tuple(sorted((page.width, page.height)))
        where = f"第{page.number}页"
        yield near(size[0], std.PAPER[0], 0.5, where, "mm 宽")
        yield near(size[1], std.PAPER[1], 0.5, where, "mm 高")


@requirement("R002", "5.2.1", "天头（上白边）37毫米，节的设置", "37 ±1 mm")
def top_margin(document: Rendered) -> Iterator[Reading]:
    yield from _margin(document, "top", std.TOP)


@requirement("R003", "5.2.1", "订口（左白边）28毫米，节的设置", "28 ±1 mm")
def left_margin(document: Rendered) -> Iterator[Reading]:
    yield from _margin(document, "left", std.LEFT)


@requirement("R003", "5.2.1", "订口28毫米，各段回行的左端", "28.0 ±0.3 mm", sometimes=True)
def left_edge(document: Rendered) -> Iterator[Reading]:
    for _, lines in document.paragraphs:
        for line in lines[1:]:
            yield near(line.left, std.LEFT, 0.3, spot(line))


@requirement("R004", "5.2.1", "版心156×225毫米，节的设置", "156×225 ±1 mm")
def text_area(document: Rendered) -> Iterator[Reading]:
    for section in _upright(document):
        size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
        width, height = (millimetres(size.get(W + side)) for side in "wh")
        sides = {s: millimetres(margins.get(W + s)) for s in ("left", "right", "top", "bottom")}
        yield near(width - sides["left"] - sides["right"], std.TEXT_WIDTH, 1, "sectPr", "mm 宽")
        yield near(height - sides["top"] - sides["bottom"], std.TEXT_HEIGHT, 1, "sectPr", "mm 高")


@requirement("R004", "5.2.1", "各行不出版心右边", "不大于 184.3 mm")
def right_edge(document: Rendered) -> Iterator[Reading]:
    for page in document.pages:
        if not page.landscape:
            for line in page.lines:
                yield within(line.ink_right, 0, std.RIGHT + 0.3, spot(line))


@requirement(
    "R004", "5.2.1", "各行不出版心上下边（页码除外；信函首页、红色标志另有规定）", "37～262.5 mm"
)
def foot_edge(document: Rendered) -> Iterator[Reading]:
    for page in document.pages:
        for line in [] if page.landscape else document.main_lines(page):
            if std.RED not in {glyph.colour for glyph in line.glyphs}:
                yield within(line.top, std.TOP - 0.5, std.FOOT, spot(line), "mm 上沿")
                yield within(line.bottom, std.TOP, std.FOOT + 0.5, spot(line), "mm 下沿")


@requirement("R005", "5.2.1", "下白边约35毫米，节的设置", "35 ±1 mm")
def bottom_margin(document: Rendered) -> Iterator[Reading]:
    yield from _margin(document, "bottom", 35)


@requirement("R005", "5.2.1", "右白边约26毫米，节的设置", "26 ±1 mm")
def right_margin(document: Rendered) -> Iterator[Reading]:
    yield from _margin(document, "right", 26)


@requirement("R006", "5.2.2", "正文用3号仿宋", "16 pt 仿宋")
def body_type(document: Rendered) -> Iterator[Reading]:
    for part, lines in document.paragraphs:
        start = len(part.opening)
        for glyph in [glyph for line in lines for glyph in line.glyphs][start:]:
            ok = std.class_of(frozenset({glyph.font})) in ("仿宋", "后备字体")
            if glyph.size >= std.SMALLEST * std.SIZE_3:
                fine = ok and abs(glyph.size - std.SIZE_3) < 0.1
                text = f"{glyph.size:g} pt {std.class_of(frozenset({glyph.font}))}"
                yield among(text, fine, spot(lines[0]))


@requirement(
    "R007",
    "5.2.3",
    "每面排22行，撑满版心：纯文字的整页的行数",
    "22 行（标题、落款移到下一面的可略少）",
    sometimes=True,
)
def lines_on_page(document: Rendered) -> Iterator[Reading]:
    last_paragraph = document.paragraphs[-1][1]
    for page, following in plain_pages(document):
        lines = document.main_lines(page)
        last = round(slot(lines[-1]))
        missing = std.LINES - last
        # Headings stay with their text, the last paragraph with the ending.
        if missing and headings_on_top(document, following) >= missing:
            continue
        if missing and place(document.main_lines(following)[0]) == place(last_paragraph[0]):
            continue
        yield Reading(last, missing == 0, f"第{page.number}页", "行")
        yield Reading(len(lines), len(lines) == std.LINES, f"第{page.number}页", "行")


@requirement(
    "R007",
    "5.2.3",
    "行距均匀，22行撑满225毫米：整页各行的平均行距",
    "28.95 ±0.05 pt",
    sometimes=True,
)
def line_pitch(document: Rendered) -> Iterator[Reading]:
    for page, _ in plain_pages(document):
        lines = document.main_lines(page)
        steps = round((lines[-1].baseline - lines[0].baseline) / std.PITCH)
        pitch = (lines[-1].baseline - lines[0].baseline) / std.MM / steps
        yield near(pitch, std.PITCH_POINTS, 0.05, f"第{page.number}页", "pt")
        # A PDF of LibreOffice places its lines to a tenth of a point.
        for above, below in pairwise(lines):
            step = (below.baseline - above.baseline) / std.MM
            if step < 1.5 * std.PITCH_POINTS:
                yield near(step, std.PITCH_POINTS, 0.1, spot(below), "pt")


@requirement(
    "R008",
    "5.2.3",
    "每行排28字：满行的字数（按各字的字宽计，LibreOffice在数字旁加的空隙计入）",
    "26～28 字",
    sometimes=True,
)
def characters_on_line(document: Rendered) -> Iterator[Reading]:
    for line, count, unfit in full_lines(document):
        if count < 26 and unfit:
            continue
        yield within(count, 26, 28.1, spot(line), "字")


@requirement(
    "R008", "5.2.3", "每行排28字：没有数字、字母的满行中最常见的字数", "28 字", sometimes=True
)
def usual_characters(document: Rendered) -> Iterator[Reading]:
    counts = Counter(
        round(count)
        for line, count, _ in full_lines(document)
        if not re.search(r"[!-~]", line.text)
    )
    if counts:
        usual = max(counts, key=lambda count: (counts[count], count))
        yield Reading(usual, usual == std.CHARACTERS, f"{sum(counts.values())} 行", "字")


@requirement("R009", "3", "空行空字用段落和缩进，不用空格：段首的空格、连续的半角空格", "0 处")
def no_spaces(document: Rendered) -> Iterator[Reading]:
    for root in document.package.texts:
        if root.tag == W + "footnotes":
            continue  # their texts stand behind their marks
        for paragraph in root.iter(W + "p"):
            text = "".join(element.text or "" for element in paragraph.iter(W + "t"))
            if re.match(r"[ \u3000]", text) or "  " in text:
                yield among(text[:12], False, "document.xml")
    yield among("0 处", True, "document.xml")


@requirement("R010", "5.2.4", "文字颜色：除发文机关标志外均为黑色", "黑色")
def black(document: Rendered) -> Iterator[Reading]:
    for line in document.lines:
        for colour in sorted({glyph.colour for glyph in line.glyphs}):
            mark = colour == std.RED and line.page == 1 and std.BIAOSONG in line.fonts
            if not (mark and document.layout != "report"):
                yield among(
                    "黑" if colour == std.BLACK else colour, colour == std.BLACK, spot(line)
                )


@requirement(
    "R008",
    "5.2.3",
    "校准：726个同样的汉字（含首行空二字）正好26行，每行28字",
    "26 行，28 字",
    needs=("校准",),
)
def calibration(document: Rendered) -> Iterator[Reading]:
    ((_, lines),) = document.paragraphs
    yield near(len(lines), 26, 0, "全段", "行")
    for index, line in enumerate(lines):
        yield near(line.weight + (2 if index == 0 else 0), 28, 0, spot(line), "字")


@requirement(
    "R007",
    "5.2.3",
    "没有红头的首页：标题占行后仍是22行的网格，末行在第22行",
    "第 22 行",
    needs=("校准",),
)
def first_page_grid(document: Rendered) -> Iterator[Reading]:
    for line in document.main_lines(document.pages[0]):
        yield near(slot(line) - round(slot(line)), 0, 0.05, spot(line), "行（与网格相差）")
    yield near(slot(document.main_lines(document.pages[0])[-1]), 22, 0.05, "末行", "行")


def _upright(document: Rendered) -> Iterator[object]:
    for section in document.package.sections:
        if section.find(W + "pgSz").get(W + "orient") != "landscape":
            yield section


def _margin(document: Rendered, side: str, figure: float) -> Iterator[Reading]:
    for section in _upright(document):
        value = millimetres(section.find(W + "pgMar").get(W + side))
        yield near(value, figure, 1, "sectPr")
