"""The imprint (版记, clause 7.4) and the page number (页码, clause 7.5)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layout.proof import standard as std
from tests.layout.proof.rendered import NotFound, Rendered
from tests.layout.proof.requirement import (
    NUMBERED_IMPRINT,
    Reading,
    among,
    near,
    requirement,
    spot,
    within,
)
from tests.tools.measure import Line
from tests.tools.measure_rules import Rule

IMPRINT = ("印发机关",)
LETTER_IMPRINT = ("letter",)


def imprint_rules(document: Rendered) -> list[Rule]:
    """The black rules as wide as the text area on the last page, above its foot."""
    return [
        rule
        for rule in document.pages[-1].rules
        if rule.direction == "horizontal"
        and rule.colour == std.BLACK
        and rule.length > std.TEXT_WIDTH - 5
        and rule.at > _first_line(document).top - 8
    ]


def _texts(document: Rendered) -> list[str]:
    draft = document.draft
    moved = f"主送：{draft.string('主送')}" if document.recipients_moved else ""
    copies = f"抄送：{draft.string('抄送')}" if draft.string("抄送") else ""
    return [text for text in (moved, copies, draft.string("印发机关")) if text]


def _first_line(document: Rendered) -> Line:
    return _last_find(document, _texts(document)[0])[0]


def _last_find(document: Rendered, text: str) -> list[Line]:
    """Where a text stands last: a name may also be in the text above. Raises NotFound."""
    found, after = document.find(text)
    while True:
        try:
            found, after = document.find(text, after)
        except NotFound:
            return found


@requirement(
    "R080",
    "7.4.1",
    "版记分隔线与版心等宽",
    "28.0～184.0 ±0.5 mm",
    needs=IMPRINT,
    layouts=NUMBERED_IMPRINT,
)
def imprint_width(document: Rendered) -> Iterator[Reading]:
    for rule in imprint_rules(document):
        yield near(rule.start, std.LEFT, 0.5, "左端")
        yield near(rule.end, std.RIGHT, 0.5, "右端")


@requirement(
    "R080",
    "7.4.1",
    "首条、末条分隔线用粗线（推荐0.35毫米）",
    "0.35 ±0.05 mm",
    needs=IMPRINT,
    layouts=NUMBERED_IMPRINT,
)
def imprint_outer(document: Rendered) -> Iterator[Reading]:
    first, *_, last = imprint_rules(document) or [None, None]
    for rule, name in ((first, "首条"), (last, "末条")):
        if rule is None:
            raise NotFound("版记分隔线")
        yield near(rule.stroke, 0.35, 0.05, name)


@requirement(
    "R080",
    "7.4.1",
    "中间的分隔线用细线（推荐0.25毫米），比首末条细",
    "0.25 ±0.05 mm",
    needs=(*IMPRINT, "抄送"),
    layouts=NUMBERED_IMPRINT,
)
def imprint_inner(document: Rendered) -> Iterator[Reading]:
    rules = imprint_rules(document)
    yield near(len(rules), 3, 0, "分隔线", "条")
    for rule in rules[1:-1]:
        yield near(rule.stroke, 0.25, 0.05, "中间")
        yield among("较细", rule.stroke < rules[0].stroke - 0.03, "中间")


@requirement(
    "R081",
    "7.4.1",
    "版记在最后一面，末条分隔线与版心下边缘重合",
    "纸边下 262.0 ±0.7 mm",
    needs=IMPRINT,
    layouts=NUMBERED_IMPRINT,
)
def imprint_place(document: Rendered) -> Iterator[Reading]:
    rules = imprint_rules(document)
    if not rules:
        raise NotFound("最后一面的版记分隔线")
    yield near(rules[-1].at, std.FOOT, 0.7, "末条")


def _copies(document: Rendered) -> list[Line]:
    return _last_find(document, f"抄送：{document.draft.string('抄送')}。")


@requirement("R082", "7.4.2", "抄送机关：4号仿宋，末尾标句号", "14 pt 仿宋", needs=("抄送",))
def copies_type(document: Rendered) -> Iterator[Reading]:
    for line in _copies(document):
        yield among(std.class_of(line.fonts), std.class_of(line.fonts) == "仿宋", spot(line))
        yield near(line.size, std.SIZE_4, 0.1, spot(line), "pt")
        yield among(
            "最后一面" if line.page == len(document.pages) else f"第{line.page}面",
            line.page == len(document.pages),
            spot(line),
        )


@requirement(
    "R082", "7.4.2", "抄送机关左右各空一字", "左 32.9 ±0.6 mm，右端不大于 179.6 mm", needs=("抄送",)
)
def copies_sides(document: Rendered) -> Iterator[Reading]:
    lines = _copies(document)
    yield near(lines[0].left, std.LEFT + std.CHARACTER_4, 0.6, spot(lines[0]))
    for line in lines:
        yield within(line.ink_right, std.LEFT, std.RIGHT - std.CHARACTER_4 + 0.6, spot(line))


@requirement("R082", "7.4.2", "抄送机关回行与冒号后的首字对齐", "47.8 ±0.6 mm", needs=("长抄送",))
def copies_wrap(document: Rendered) -> Iterator[Reading]:
    lines = _copies(document)
    yield near(lines[0].glyphs[3].x, std.LEFT + 4 * std.CHARACTER_4, 0.6, spot(lines[0]))
    for line in lines[1:]:
        yield near(line.left, std.LEFT + 4 * std.CHARACTER_4, 0.6, spot(line))


@requirement(
    "R083",
    "7.4.2",
    "移到版记的主送机关：同抄送，排在抄送之上，之间没有分隔线",
    "4号仿宋，左 32.9 ±0.6 mm",
    needs=("主送",),
    sometimes=True,
)
def moved_recipient(document: Rendered) -> Iterator[Reading]:
    if not document.recipients_moved:
        return
    lines = _last_find(document, f"主送：{document.draft.string('主送')}。")
    copies = _copies(document)
    yield near(lines[0].left, std.LEFT + std.CHARACTER_4, 0.6, spot(lines[0]))
    for line in lines:
        yield near(line.size, std.SIZE_4, 0.1, spot(line), "pt")
    between = [
        r for r in document.pages[-1].rules if lines[-1].bottom - 0.5 < r.at < copies[0].top + 0.5
    ]
    yield among("没有线" if not between else "有线", not between, "主送与抄送之间")


def _printing(document: Rendered) -> tuple[Line, Line]:
    office = _last_find(document, document.draft.string("印发机关"))[-1]
    date = _last_find(document, document.draft.string("印发日期") + "印发")[-1]
    return office, date


@requirement(
    "R084",
    "7.4.3",
    "印发机关和印发日期：4号仿宋，左右各空一字，在末条分隔线之上",
    "14 pt；左 32.9、右 179.1 ±0.6 mm",
    needs=IMPRINT,
    layouts=NUMBERED_IMPRINT,
)
def printing(document: Rendered) -> Iterator[Reading]:
    office, date = _printing(document)
    yield near(office.left, std.LEFT + std.CHARACTER_4, 0.6, spot(office))
    yield near(date.right, std.RIGHT - std.CHARACTER_4, 0.6, spot(date))
    yield near(date.baseline - office.baseline, 0, 0.1, "同一行")
    for line in (office, date):
        yield among(std.class_of(line.fonts), std.class_of(line.fonts) == "仿宋", spot(line))
        yield near(line.size, std.SIZE_4, 0.1, spot(line), "pt")
    rules = imprint_rules(document)
    yield within(rules[-1].at - date.bottom if rules else 99, 0, 8, "至末条分隔线")


@requirement(
    "R085",
    "7.4.3",
    "抄送与印发机关之间用细分隔线隔开",
    "1 条",
    needs=(*IMPRINT, "抄送"),
    layouts=NUMBERED_IMPRINT,
)
def printing_rule(document: Rendered) -> Iterator[Reading]:
    office, _ = _printing(document)
    above = _copies(document)[-1]
    between = [r for r in imprint_rules(document) if above.baseline < r.at < office.baseline]
    yield near(len(between), 1, 0, "抄送与印发之间", "条")


@requirement(
    "R086",
    "惯例",
    "版记在偶数面（双面印刷时在末页的背面）",
    "偶数",
    needs=IMPRINT,
    layouts=NUMBERED_IMPRINT,
)
def even_pages(document: Rendered) -> Iterator[Reading]:
    count = len(document.pages)
    yield Reading(count, count % 2 == 0, "总面数", "面")
