"""Page numbers (页码, clause 7.5)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layout.proof import standard as std
from tests.layout.proof.rendered import NotFound, Rendered, is_number
from tests.layout.proof.requirement import (
    Reading,
    among,
    near,
    requirement,
    spot,
    within,
)
from tests.tools.measure import Line, Page
from tests.tools.measure_ink import ink_rows


def number_of(document: Rendered, page: Page) -> Line | None:
    """The page number of an upright page, None where there is none."""
    found = [line for line in page.lines if is_number(line)]
    return found[-1] if found else None


def numbered(document: Rendered) -> Iterator[tuple[Page, Line]]:
    """Upright pages that have a number, with it."""
    for page in document.pages:
        line = None if page.landscape else number_of(document, page)
        if line is not None:
            yield page, line


@requirement("R090", "7.5", "页码：4号半角宋体阿拉伯数字", "14 pt 宋体，数字宽 0.5 em")
def number_type(document: Rendered) -> Iterator[Reading]:
    for _, line in numbered(document):
        yield among(std.class_of(line.fonts), line.fonts == {std.SONGTI}, spot(line))
        yield near(line.size, std.SIZE_4, 0.1, spot(line), "pt")
        for glyph in line.glyphs:
            if glyph.text.isdigit():
                yield near((glyph.right - glyph.x) / glyph.em, 0.5, 0.05, spot(line), "em")


@requirement("R091", "7.5", "页码左右各放一条一字线，数字从1起连续", "— n —")
def number_text(document: Rendered) -> Iterator[Reading]:
    shown = [(page.number, line) for page, line in numbered(document)]
    wrong = [n for n, line in shown if line.text != f"—{n}—"]
    yield among(
        f"{len(shown)} 面依次" if not wrong else f"第{wrong[0]}面不符",
        not wrong and bool(shown),
        "页码文字",
    )


@requirement("R092", "7.5", "页码一字线在版心下边缘之下7毫米", "纸边下 269.0 ±1 mm")
def number_height(document: Rendered) -> Iterator[Reading]:
    for page, line in list(numbered(document))[:4]:
        dash = line.glyphs[0]
        region = (dash.x - 0.5, line.top, dash.right + 0.2, line.bottom)
        rows = [top for top, *_ in ink_rows(document.pdf, page.number, region)]
        if not rows:
            raise NotFound("页码的一字线")
        yield near((rows[0] + rows[-1]) / 2, std.FOOT + 7, 1, spot(line))


@requirement("R093", "7.5", "单页码居右空一字，双页码居左空一字", "右端 179.1、左端 32.9 ±1 mm")
def number_side(document: Rendered) -> Iterator[Reading]:
    for page, line in numbered(document):
        if page.number % 2:
            yield near(line.right, std.RIGHT - std.CHARACTER_4, 1, spot(line), "mm 右端")
        else:
            yield near(line.left, std.LEFT + std.CHARACTER_4, 1, spot(line), "mm 左端")


@requirement(
    "R094",
    "7.5",
    "每面有页码；版记前的空白页和版记页没有（版记独占一面而前面不空时可以没有），信函首页没有",
    "无一遗漏",
)
def number_missing(document: Rendered) -> Iterator[Reading]:
    for page in document.pages:
        if page.landscape:
            continue
        has = number_of(document, page) is not None
        bare = is_bare(document, page) or (document.layout == "letter" and page.number == 1)
        allowed = has != bare or (not has and holds_imprint_only(document, page))
        yield among("有" if has else "无", allowed, f"第{page.number}面")


def holds_imprint_only(document: Rendered, page: Page) -> bool:
    """Whether the last page has nothing in its upper two thirds."""
    lines = document.main_lines(page)
    return page.number == len(document.pages) and all(line.top > 180 for line in lines)


def is_bare(document: Rendered, page: Page) -> bool:
    """Whether a page is blank, or holds nothing but an imprint behind a blank page."""
    if not document.main_lines(page):
        return True
    if page.number < len(document.pages) or len(document.pages) < 2:
        return False
    before = document.pages[-2]
    return not document.main_lines(before)


@requirement("R095", "推算", "页码不挤占正文：末行在版心之内，页码在版心之外", "基线大于 262 mm")
def number_outside(document: Rendered) -> Iterator[Reading]:
    for _, line in numbered(document):
        yield within(line.top, std.FOOT, 297, spot(line))
