"""F210 to F212: 发文机关标志."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.looks import TWIPS_OF_HALF, size_of
from converter.linter.form.signs import is_red
from converter.linter.form.words import ALIGNS, mm
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import WORD
from converter.linter.rules.format._mark_top import mark_top
from converter.linter.rules.format._rules_drawn import (
    holds_drawing,
    holds_table,
    last_line,
    rules_below,
    zone,
)
from converter.linter.rules.format._type import wrong_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.layout.table import Head
    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.linter.rules.format._heights import Bounds
    from converter.linter.subject import Subject

_TOLERANCE = 85
"""So far the mark may be from its place, in twips: 1 mm of the standard, half a millimetre for
what fonts differ."""
_SHIFT = 170
"""A mark that stands so few twips beside the middle looks centred: 3 mm."""


def _type(form: Form, _: Subject) -> Iterator[Deviation]:
    yield from wrong_type(form, "mark", sized=False)


def _place(form: Form, _: Subject) -> Iterator[Deviation]:
    head, marks = form.layout.head, form.having("mark")
    if head is None or not marks:
        return
    for item in marks:
        align = item.paragraph.look.align
        if item.place.where == "body" and align not in ("center", "distribute"):
            fault = _off_centre(form, item)
            if fault:
                yield fault
    found = mark_top(form, marks[0])
    if found is not None and min(found.off(due) for due in _tops(form, head)) > _TOLERANCE:
        yield Deviation(marks[0], _too_far(form, head, found))


def _tops(form: Form, head: Head) -> tuple[int, ...]:
    """Where the mark may begin: where the layout has it, and at the same distance from the top of
    a text area that is not where it should be, for that is told by itself."""
    due, moved = head.mark_top.twips, form.word.sections[0].top - form.layout.page.top.twips
    return (due,) if form.layout.kind == "letter" else (due, due + moved)


def _off_centre(form: Form, item: Item) -> Deviation | None:
    """A mark in the flow that is aligned to one side; one that is moved by blanks may look right,
    and one that fills its line does."""
    look, section = item.paragraph.look, form.section(item)
    room = section.width - section.left - section.right
    is_moved = item.text[:1].isspace() or look.left + look.first_line > 0 or look.framed
    width = len(item.text.strip()) * size_of(item) * TWIPS_OF_HALF
    fills = (room - width) / 2 < _SHIFT
    if look.align != "right" and (is_moved or fills):
        return None
    there = ALIGNS.get(look.align, Text("不居中", "not centred"))
    return Deviation(
        item,
        Text(
            f"发文机关标志应居中，这里是{there.zh}", f"the mark should be centred, not {there.en}"
        ),
    )


def _missing(form: Form, _: Subject) -> Iterator[Deviation]:
    """A head with its red rule but without a mark: where both are printed on the paper beforehand,
    neither is in the file."""
    line = last_line(form)
    if form.layout.head is None or line is None or form.first("mark") is not None:
        return
    red = [rule for rule in rules_below(form, line) if rule.colour and is_red(rule.colour)]
    if red and not holds_table(form) and not any(holds_drawing(item) for item in zone(form)):
        message = Text("版头没有发文机关标志", "the head has no mark")
        yield Deviation(line, message)


def _too_far(form: Form, head: Head, found: Bounds) -> Text:
    """The message on a mark that is too high or too low."""
    due = head.mark_top.twips
    there = found.high if found.high < due else found.low
    top = form.layout.page.top.twips
    if form.layout.kind == "letter":
        return Text(
            f"发文机关标志上边缘至纸张上边缘应为 {mm(due)} mm，这里约 {mm(there)} mm",
            f"the mark's top should be {mm(due)} mm below the paper's top edge, not {mm(there)} mm",
        )
    return Text(
        f"发文机关标志上边缘至版心上边缘应为 {mm(due - top)} mm，这里约 {mm(there - top)} mm",
        f"the mark's top should be {mm(due - top)} mm below the top of the text area, "
        f"not {mm(there - top)} mm",
    )


_SOURCE = Text("GB/T 9704-2012 7.2.4（发文机关标志）", "GB/T 9704-2012, 7.2.4 (mark)")
_MARK = '<w:pStyle w:val="GwMark"/>'
_IN_RED = '<w:sz w:val="104"/><w:szCs w:val="104"/></w:rPr><w:t>云岭县水务局文件'

RULES = (
    Rule(
        code="F210",
        name="mark-missing",
        severity=Severity.ERROR,
        summary=Text("版头没有发文机关标志", "a head without a mark"),
        why=Text(
            "发文机关标志由发文机关全称或者规范化简称加“文件”二字组成，也可以只用名称。",
            "The mark is the body's full or usual short name with 文件, or the name alone.",
        ),
        source=_SOURCE,
        sample=Sample("upward"),
        good="<w:t>云岭县水务局文件</w:t>",
        bad="",
        check=over_form(_missing),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F211",
        name="mark-type",
        severity=Severity.INFO,
        summary=Text("发文机关标志没有用小标宋体", "a mark in another font than 小标宋"),
        why=Text(
            "标准推荐发文机关标志使用小标宋体字，字号以醒目、美观、庄重为原则。",
            "The standard recommends 小标宋; the size is free.",
        ),
        source=_SOURCE,
        sample=Sample("upward"),
        good=_IN_RED,
        bad='<w:rFonts w:eastAsia="宋体"/>' + _IN_RED,
        check=over_form(_type),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F212",
        name="mark-place",
        severity=Severity.ERROR,
        summary=Text("发文机关标志的位置不对", "a mark in the wrong place"),
        why=Text(
            "发文机关标志居中排布，上边缘至版心上边缘 35 mm；信函至纸张上边缘 30 mm，"
            "命令（令）至版心上边缘 20 mm。",
            "The mark is centred, 35 mm below the text area's top (20 mm in orders; 30 mm below "
            "the paper's top edge in letters).",
        ),
        source=Text(
            "GB/T 9704-2012 7.2.4、10.1、10.2、10.3", "GB/T 9704-2012, 7.2.4, 10.1, 10.2, 10.3"
        ),
        sample=Sample("upward"),
        good=_MARK,
        bad=_MARK + '<w:jc w:val="left"/>',
        check=over_form(_place),
        default=False,
        needs=WORD,
    ),
)
