"""The plain work report, headings and marks at the edges of pages and lines (practice)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tests.layout.proof import standard as std
from tests.layout.proof.rendered import Rendered, slot
from tests.layout.proof.requirement import Reading, among, near, requirement, spot
from tests.layout.proof.rows_number import is_bare

REPORT = ("report",)


@requirement("R121", "惯例", "内部工作报告没有红头、红线和版记", "没有", layouts=REPORT)
def report_plain(document: Rendered) -> Iterator[Reading]:
    red = [
        g for page in document.pages for x in page.lines for g in x.glyphs if g.colour == std.RED
    ]
    rules = [rule for page in document.pages for rule in page.rules if rule.colour == std.RED]
    yield among("没有" if not red and not rules else "有", not red and not rules, "全文")


@requirement(
    "R122",
    "惯例",
    "没有红头时标题在版心第一行（涉密的在密级之下）",
    "第 1 行",
    needs=("标题",),
    without=("密级", "份号"),
    layouts=REPORT,
)
def report_title(document: Rendered) -> Iterator[Reading]:
    yield near(slot(document.title()[0]), 1, 0.1, spot(document.title()[0]), "行")


@requirement(
    "R123",
    "惯例",
    "副标题：标题下一行，3号楷体，居中，以破折号开头",
    "16 pt 楷体，中线 106 ±1 mm",
    needs=("副标题",),
)
def subtitle(document: Rendered) -> Iterator[Reading]:
    (line,) = document.whole(document.draft.below_title[0])
    yield among(std.class_of(line.fonts), line.fonts <= {std.KAITI}, spot(line))
    yield near(line.size, std.SIZE_3, 0.1, spot(line), "pt")
    yield near(line.center, std.CENTER, 1, spot(line))
    step = (line.baseline - document.title()[-1].baseline) / std.PITCH
    yield near(step, 1, 0.1, spot(line), "行")


@requirement(
    "R125",
    "惯例",
    "标题（题下行）与正文之间空一行",
    "隔 2 行 ±0.1",
    needs=("标题",),
    without=("主送",),
)
def blank_after_title(document: Rendered) -> Iterator[Reading]:
    below = document.draft.below_title
    last = document.whole(below[-1])[-1] if below else document.title()[-1]
    first = document.paragraphs[0][1][0]
    yield near((first.baseline - last.baseline) / std.PITCH, 2, 0.1, spot(first), "行")


@requirement("R144", "惯例", "标题不落在页末", "0 处")
def no_heading_last(document: Rendered) -> Iterator[Reading]:
    alone = [
        lines[-1] for part, lines in document.placed if part.stands_alone or part.kind == "表题"
    ]
    found = 0
    for line in alone:
        last = document.main_lines(document.pages[line.page - 1])[-1]
        if abs(last.baseline - line.baseline) < 0.1 and line.page < len(document.pages):
            found += 1
            yield among(line.text[:10], False, spot(line))
    yield among(f"{found} 处", not found, f"{len(alone)} 个标题")


@requirement("R147", "GB/T 15834", "行首没有点号、后引号、后括号，行末没有前引号、前括号", "0 处")
def forbidden_marks(document: Rendered) -> Iterator[Reading]:
    found = 0
    for _, lines in document.paragraphs:
        for index, line in enumerate(lines):
            start = index > 0 and line.text[0] in std.NO_LINE_START.replace("—", "").replace(
                "…", ""
            )
            if start or (line.text[-1] in std.NO_LINE_END and index < len(lines) - 1):
                found += 1
                yield among(f"{line.text[0]}…{line.text[-1]}", False, spot(line))
    yield among(f"{found} 处", not found, "正文各行")


@requirement("R147", "GB/T 15834", "破折号、省略号不拆在两行", "0 处")
def undivided_marks(document: Rendered) -> Iterator[Reading]:
    found = 0
    for _, lines in document.paragraphs:
        for above, below in pairwise(lines):
            if above.text[-1] == below.text[0] and below.text[0] in "—…":
                found += 1
                yield among("拆开", False, spot(below))
    yield among(f"{found} 处", not found, "正文各行")


@requirement("R016", "7.1", "除空白页外每面都有文字；版头、主体、版记自上而下", "依次")
def no_empty_page(document: Rendered) -> Iterator[Reading]:
    for page in document.pages:
        blank = not document.main_lines(page)
        allowed = (
            blank
            and page.number == len(document.pages) - 1
            and is_bare(document, document.pages[-1])
        )
        yield among("空白" if blank else "有文字", not blank or allowed, f"第{page.number}面")
