"""Letters (信函格式, clause 10.1)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layout.proof import standard as std
from tests.layout.proof.rendered import NotFound, Rendered
from tests.layout.proof.requirement import Reading, among, near, requirement, spot, within
from tests.layout.proof.rows_head import mark, mark_ink, red_rules
from tests.tools.measure import Line
from tests.tools.measure_rules import Rule

LETTER = ("letter",)


def letter_rules(document: Rendered) -> tuple[list[Rule], list[Rule]]:
    """The red rules below the mark and at the foot of the first page. Raises NotFound."""
    rules = red_rules(document)
    upper, lower = [r for r in rules if r.at < 148], [r for r in rules if r.at >= 148]
    if not upper or not lower:
        raise NotFound(f"两组红色双线（上{len(upper)}条，下{len(lower)}条）")
    return upper, lower


@requirement(
    "R110", "10.1", "信函的发文机关标志：上边缘至上页边30毫米", "30.0 ±1 mm", layouts=LETTER
)
def letter_mark(document: Rendered) -> Iterator[Reading]:
    yield near(mark_ink(document).top, 30, 1, "红色首行")


@requirement(
    "R110",
    "10.1",
    "信函的发文机关标志：机关名称，不加“文件”，居中，红色小标宋",
    "中线 105.5 ±1.5 mm",
    layouts=LETTER,
)
def letter_mark_text(document: Rendered) -> Iterator[Reading]:
    (line,) = mark(document)
    yield among(line.text, line.text == document.draft.strings("发文机关")[0], "发文机关标志")
    yield among(std.class_of(line.fonts), line.fonts == {std.BIAOSONG}, spot(line))
    yield near(line.center, 105.5, 1.5, spot(line))


@requirement("R111", "10.1", "信函的红色双线：首条在标志下4毫米", "4.0 ±0.5 mm", layouts=LETTER)
def letter_rule_top(document: Rendered) -> Iterator[Reading]:
    upper, _ = letter_rules(document)
    yield near(upper[0].near - mark_ink(document).bottom, 4, 0.5, "首条")


@requirement("R111", "10.1", "信函的红色双线：末条距下页边20毫米", "20.0 ±1 mm", layouts=LETTER)
def letter_rule_foot(document: Rendered) -> Iterator[Reading]:
    _, lower = letter_rules(document)
    yield near(std.PAPER[1] - lower[-1].far, 20, 1, "末条")


@requirement("R111", "10.1", "信函的红色双线：长170毫米，居中", "20.0～190.0 ±1 mm", layouts=LETTER)
def letter_rule_length(document: Rendered) -> Iterator[Reading]:
    upper, lower = letter_rules(document)
    for rule in (*upper, *lower):
        yield near(rule.length, 170, 1, "线长")
        yield near((rule.start + rule.end) / 2, 105, 1, "中线")


@requirement(
    "R111", "10.1", "信函的红色双线：上面一组上粗下细，下面一组上细下粗", "粗细有别", layouts=LETTER
)
def letter_rule_order(document: Rendered) -> Iterator[Reading]:
    for rules, name in zip(letter_rules(document), ("首条", "末条"), strict=True):
        text = "、".join(f"{rule.stroke:.2f}" for rule in rules) + " mm"
        if len(rules) != 2:
            yield among(text, False, name)
        else:
            thick = rules[0].stroke > rules[1].stroke + 0.1
            thin = rules[1].stroke > rules[0].stroke + 0.1
            yield among(text, thick if name == "首条" else thin, name)


@requirement("R111", "10.1", "信函的红色双线只在首页", "0 条", layouts=LETTER)
def letter_rule_once(document: Rendered) -> Iterator[Reading]:
    for page in document.pages[1:]:
        yield near(len(red_rules(document, page.number)), 0, 0, f"第{page.number}面", "条")
    yield near(len(letter_rules(document)), 2, 0, "第1面", "组")


def _below_rule(document: Rendered) -> list[Line]:
    upper, _ = letter_rules(document)
    return [line for line in document.main_lines(document.pages[0]) if line.top > upper[-1].far]


@requirement(
    "R112",
    "10.1",
    "份号、密级、紧急程度顶格，首个与首条红线相距3号字高的7/8",
    "4.9 ±0.7 mm",
    needs=("份号",),
    layouts=LETTER,
)
def letter_items(document: Rendered) -> Iterator[Reading]:
    upper, _ = letter_rules(document)
    first = _below_rule(document)[0]
    yield near(first.top - upper[-1].far, std.SEVEN_EIGHTHS, 0.7, spot(first))
    yield near(first.left, std.LEFT, 0.3, spot(first))


@requirement(
    "R113",
    "10.1",
    "信函的发文字号顶格居版心右边，与首条红线相距3号字高的7/8",
    "右端 184.0 ±0.5 mm，距 4.9 ±0.7 mm",
    needs=("发文字号",),
    layouts=LETTER,
)
def letter_number(document: Rendered) -> Iterator[Reading]:
    (line,) = document.at(document.draft.string("发文字号"))
    upper, _ = letter_rules(document)
    yield near(line.right, std.RIGHT, 0.5, spot(line))
    yield near(line.top - upper[-1].far, std.SEVEN_EIGHTHS, 0.7, spot(line))


@requirement(
    "R114",
    "10.1",
    "信函标题与其上最后一个要素相距二行",
    "空 2～3 行之间",
    needs=("标题",),
    layouts=LETTER,
)
def letter_title(document: Rendered) -> Iterator[Reading]:
    first = document.title()[0]
    above = document.before(first)
    yield within((first.baseline - above.baseline) / std.PITCH, 2.9, 4, spot(first), "行")


@requirement(
    "R115",
    "10.1",
    "末条红线上一行的文字与线相距3号字高的7/8，不压线",
    "不小于 4.2 mm",
    layouts=LETTER,
)
def letter_foot(document: Rendered) -> Iterator[Reading]:
    _, lower = letter_rules(document)
    last = document.main_lines(document.pages[0])[-1]
    yield within(lower[0].near - last.bottom, std.SEVEN_EIGHTHS - 0.7, 200, spot(last))


@requirement("R115", "10.1", "信函首页不显示页码", "没有", layouts=LETTER)
def letter_first_number(document: Rendered) -> Iterator[Reading]:
    texts = [line.text for line in document.pages[0].lines]
    yield among("没有" if "—1—" not in texts else "—1—", "—1—" not in texts, "第1面")


@requirement(
    "R115",
    "10.1",
    "信函版记没有印发机关、印发日期和分隔线，在最后一面版心最下方",
    "末行下沿 262 ±4 mm",
    needs=("抄送",),
    layouts=LETTER,
)
def letter_imprint(document: Rendered) -> Iterator[Reading]:
    lines = document.at(f"抄送：{document.draft.string('抄送')}。")
    last = lines[-1]
    yield near(last.bottom, std.FOOT, 4, spot(last))
    page = document.pages[last.page - 1]
    near_by = [
        r for r in page.rules if r.colour == std.BLACK and lines[0].top - 6 < r.at < std.FOOT + 3
    ]
    yield near(len(near_by), 0, 0, "版记的线", "条")
    yield near(last.page, len(document.pages), 0, "所在面", "面")
