"""Tables, pictures, footnotes (clause 8, and practice where the standard is silent)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.layout.proof import standard as std
from tests.layout.proof.docx import W, millimetres
from tests.layout.proof.rendered import NotFound, Rendered
from tests.layout.proof.requirement import Reading, among, near, requirement, spot, within
from tests.tools.measure import Line, Page

WIDE = ("横表",)


def table_pages(document: Rendered, *, landscape: bool = False) -> list[Page]:
    """Pages with a ruled table: they have vertical rules."""
    return [
        page
        for page in document.pages
        if page.landscape == landscape and any(r.direction == "vertical" for r in page.rules)
    ]


def _turned(document: Rendered) -> list[Page]:
    found = [page for page in document.pages if page.landscape]
    if not found:
        raise NotFound("横排的页")
    return found


@requirement(
    "R100",
    "8",
    "A4纸型的横排表格：纸张横放，版心随之转90度，节的设置",
    "上28、右37、下26、左35 ±1 mm",
    needs=WIDE,
)
def landscape_section(document: Rendered) -> Iterator[Reading]:
    found = [
        section
        for section in document.package.sections
        if section.find(W + "pgSz").get(W + "orient") == "landscape"
    ]
    if not found:
        raise NotFound("横排的节")
    for section in found:
        margins = section.find(W + "pgMar")
        for side, figure in (("top", 28), ("right", 37), ("bottom", 26), ("left", 35)):
            yield near(millimetres(margins.get(W + side)), figure, 1, side)


@requirement(
    "R100", "8", "横排表格在转过的版心之内", "横 35～260 mm、纵 28～184 mm 之内", needs=WIDE
)
def landscape_table(document: Rendered) -> Iterator[Reading]:
    for page in _turned(document):
        for rule in page.rules:
            low, high = std.LANDSCAPE if rule.direction == "horizontal" else (std.LEFT, std.RIGHT)
            yield within(rule.start, low - 0.7, high, f"第{page.number}面", "mm 左")
            yield within(rule.end, low, high + 0.7, f"第{page.number}面", "mm 右")


@requirement(
    "R100",
    "8",
    "横排页的页码位置与其他页一致：在横看的左边，单页近下、双页近上，文字随纸转",
    "距版心 −7 mm，端 179.1（32.9） ±1 mm",
    needs=WIDE,
)
def landscape_number(document: Rendered) -> Iterator[Reading]:
    for page in _turned(document):
        line = _turned_number(page)
        first, last = line.glyphs[0], line.glyphs[-1]
        where = f"第{page.number}面"
        # Turned back, the left edge is the foot of the sheet and the lower one its right side.
        dash = std.DASH * std.CHARACTER_4
        yield near(first.x + dash - std.LANDSCAPE[0], -7, 1.0, f"{where}至版心")
        if page.number % 2:
            yield near(last.y + last.em, std.RIGHT - std.CHARACTER_4, 1, f"{where}近下")
        else:
            yield near(first.y, std.LEFT + std.CHARACTER_4, 1, f"{where}近上")


def _turned_number(page: Page) -> Line:
    for line in page.turned:
        text = "".join(glyph.text for glyph in line.glyphs)
        if text in (f"—{page.number}—", f"—{page.number}—"[::-1]):
            return line
    raise NotFound(f"横排页的页码 —{page.number}—")


@requirement(
    "R104", "惯例", "竖排表格在版心之内，居中", "28～184 ±0.7 mm，中线 106 ±1 mm", needs=("表格",)
)
def table_inside(document: Rendered) -> Iterator[Reading]:
    for page in table_pages(document):
        rules = [rule for rule in page.rules if rule.direction == "horizontal"]
        rows = [rule for rule in rules if _in_table(page, rule.at)]
        left, right = min(rule.start for rule in rows), max(rule.end for rule in rows)
        yield within(left, std.LEFT - 0.7, std.RIGHT, f"第{page.number}面左端", "mm 左")
        yield within(right, std.LEFT, std.RIGHT + 0.7, f"第{page.number}面右端", "mm 右")
        yield near((left + right) / 2, std.CENTER, 1, f"第{page.number}面中线")


@requirement(
    "R105", "惯例", "表头黑体，表内仿宋，4号或小四；文字在各自的格内", "12～14 pt", needs=("表格",)
)
def table_type(document: Rendered) -> Iterator[Reading]:
    for page in (*table_pages(document), *table_pages(document, landscape=True)):
        rows = [line for line in page.lines if _in_table(page, line.baseline)]
        if rows:
            yield among(
                std.class_of(rows[0].fonts), std.class_of(rows[0].fonts) == "黑体", spot(rows[0])
            )
        for line in rows:
            yield within(line.size, 10.5, std.SIZE_4 + 0.1, spot(line), "pt")
        yield among(
            "不压线" if not _crossing(page) else _crossing(page),
            not _crossing(page),
            f"第{page.number}面",
        )


def _crossing(page: Page) -> str:
    """A character through which a vertical rule of its table goes; empty if there is none."""
    for line in page.lines:
        for rule in page.rules:
            if rule.direction == "vertical" and rule.start < line.baseline < rule.end:
                for glyph in line.glyphs:
                    if glyph.x + 0.3 < rule.at < glyph.right - 0.3:
                        return f"“{glyph.text}”压线"
    return ""


@requirement("R106", "惯例", "跨页的表每页重复表头，行不跨页", "每页有表头", needs=("长表",))
def table_header(document: Rendered) -> Iterator[Reading]:
    pages = table_pages(document)
    parts = [part.text for part in document.draft.parts if part.kind == "表格"]
    rows = [[x for x in page.lines if _in_table(page, x.baseline)] for page in pages]
    first = rows[0][0].text
    wanted = set(re.sub(r"\s", "", parts[0]))
    yield among(first, set(first) <= wanted, "表头首行")
    shown = [lines[0].text == first for lines in rows]
    yield Reading(sum(shown), sum(shown) >= 2, "有表头的面", "面")
    for page, has in zip(pages, shown, strict=True):
        yield among("有" if has else "没有", has, f"第{page.number}面")
    for row in document.package.document.iter(W + "tr"):
        yield among("cantSplit", row.find(f"{W}trPr/{W}cantSplit") is not None, "document.xml")
        break


@requirement("R107", "惯例", "图片在版心之内，居中", "28～184 mm，中线 106 ±1 mm", needs=("图片",))
def picture(document: Rendered) -> Iterator[Reading]:
    boxes = [(page, box) for page in document.pages for box in page.pictures]
    if not boxes:
        raise NotFound("图片")
    for page, (left, top, right, bottom) in boxes:
        where = f"第{page.number}面"
        yield within(left, std.LEFT - 0.5, std.RIGHT, where, "mm 左")
        yield within(right, std.LEFT, std.RIGHT + 0.5, where, "mm 右")
        yield within(top, std.TOP - 0.5, std.FOOT, where, "mm 上")
        yield within(bottom, std.TOP, std.FOOT + 0.5, where, "mm 下")
        if document.draft.string("印章") == "" or page.number < len(document.pages) - 1:
            yield near((left + right) / 2, std.CENTER, 1, where)
        overlap = [x for x in page.lines if x.top < bottom - 0.5 and x.bottom > top + 0.5]
        yield among("不压字" if not overlap else overlap[0].text[:8], not overlap, where)


@requirement("R107", "惯例", "图名在图下，居中", "中线 106 ±1 mm", needs=("图片",))
def picture_caption(document: Rendered) -> Iterator[Reading]:
    for part, lines in document.placed:
        if part.kind == "图片":
            yield near(lines[0].center, std.CENTER, 1, spot(lines[0]))
            page = document.pages[lines[0].page - 1]
            below = [bottom for *_, bottom in page.pictures if bottom <= lines[0].top + 2]
            yield within(lines[0].top - max(below, default=-99), -2, 12, "图与图名之间", "mm 之间")


@requirement(
    "R105",
    "惯例",
    "表题在表上，居中",
    "中线 106 ±1 mm（横排页在其版心居中）",
    needs=("表题", "表格"),
)
def table_caption(document: Rendered) -> Iterator[Reading]:
    for part, lines in document.captions():
        if part.kind == "表题":
            page = document.pages[lines[0].page - 1]
            middle = sum(std.LANDSCAPE) / 2 if page.landscape else std.CENTER
            yield near(lines[0].center, middle, 1, spot(lines[0]))
            below = [
                r.at for r in page.rules if r.at > lines[0].baseline and r.direction == "horizontal"
            ]
            yield within(
                min(below, default=99) - lines[0].bottom, -1, 12, "表题与表之间", "mm 之间"
            )


@requirement("R148", "惯例", "脚注在所注文字的同一面", "同面", needs=("脚注",))
def footnotes(document: Rendered) -> Iterator[Reading]:
    for page in document.pages:
        small = "".join(line.text for line in page.lines if line.size < 10)
        for text in document.draft.footnotes:
            start = re.sub(r"\s", "", text)[:12]
            if start in small:
                marks = [
                    g for line in page.lines for g in line.glyphs if g.size < 12 and line.size > 12
                ]
                yield among("同面" if marks else "异面", bool(marks), f"第{page.number}面")


def _in_table(page: Page, y: float) -> bool:
    upright = [rule for rule in page.rules if rule.direction == "vertical"]
    return any(rule.start - 0.5 <= y <= rule.end + 0.5 for rule in upright)
