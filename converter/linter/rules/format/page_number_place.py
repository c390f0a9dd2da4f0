"""F631 to F634: where page numbers stand."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.looks import TWIPS_OF_HALF, size_of
from converter.linter.form.words import ALIGNS, mm
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._footers import free, numbered, side
from converter.linter.rules.format._looks import MM, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.linter.rules.format._footers import Number
    from converter.linter.subject import Subject
    from converter.word.model import Section

_DUE = {"default": "right", "first": "right", "even": "left"}
_PAGES = {
    "default": Text("单页", "odd pages"),
    "first": Text("首页", "page 1"),
    "even": Text("双页", "even pages"),
}
_NATURAL = (0.1, 0.45)
"""What a line by itself has below its baseline, in sizes."""
_DASH_ABOVE = 0.36
"""So far above the baseline a dash stands, in sizes."""


def _sides(form: Form) -> tuple[Section, list[tuple[Number, str]]] | None:
    """The numbers of the first section that has some, each with its side."""
    found = numbered(form)
    if found is None or form.layout.page_number.position == "none":
        return None
    section, numbers = found
    used = [n for n in numbers if form.word.settings.even_and_odd or n.pages != "even"]
    return section, [(number, side(form, section, number)) for number in used]


def _wrong(form: Form) -> list[tuple[Number, str]]:
    """The numbers that are not on the side that the layout has."""
    found = _sides(form)
    position = form.layout.page_number.position
    wrong = []
    for number, where in found[1] if found else []:
        due = "center" if position == "center" else _DUE.get(number.pages, "right")
        if where and where not in (due, "outside" if position == "outer" else due):
            wrong.append((number, where))
    return wrong


def _side(form: Form, _: Subject) -> Iterator[Deviation]:
    wrong = _wrong(form)
    if not wrong:
        return
    number, where = wrong[0]
    pages, there = _PAGES.get(number.pages, _PAGES["default"]), ALIGNS[where]
    if not form.word.settings.even_and_odd:
        pages = Text("各页", "all pages")
    due = form.layout.page_number.position
    wanted = "单页居右、双页居左" if due == "outer" else "居中"
    message = Text(
        f"页码应{wanted}，这里{pages.zh}{there.zh}",
        f"page numbers stand {'on the outer side' if due == 'outer' else 'in the middle'}; "
        f"here on {pages.en} {there.en}",
    )
    yield Deviation(form.flow[0], message)


def _even(form: Form, _: Subject) -> Iterator[Deviation]:
    """Numbers that do not change sides, because even pages have no footer of their own."""
    found = _sides(form)
    if found is None or form.layout.page_number.position != "outer" or _wrong(form):
        return
    numbers = found[1]
    if any(where in ("outside", "") for _, where in numbers):
        return  # it changes sides by itself, or may do so
    if not form.word.settings.even_and_odd:
        message = Text(
            "没有设置“奇偶页不同”，双页的页码也在右边；应单页居右、双页居左",
            "odd and even pages do not differ: the number of even pages is on the right, too",
        )
    elif all(number.pages != "even" for number, _ in numbers):
        message = Text("双页没有页码", "even pages have no page number")
    else:
        return
    yield Deviation(form.flow[0], message)


def _free(form: Form, _: Subject) -> Iterator[Deviation]:
    found = _sides(form)
    if found is None or form.layout.page_number.position != "outer" or _wrong(form):
        return
    due = form.layout.page_number.outer.twips
    for number, where in found[1]:
        if where not in ("left", "right"):
            continue
        there = free(number, where)
        own = size_of(number.item) * TWIPS_OF_HALF
        if there is not None and min(abs(there - due), abs(there - own)) > MM:
            pages = _PAGES.get(number.pages, _PAGES["default"])
            zh = "右" if where == "right" else "左"
            message = Text(
                f"{pages.zh}的页码应居{zh}空一字（{mm(due)} mm），这里空 {mm(there)} mm",
                f"the number on {pages.en} stands one character in ({mm(due)} mm), "
                f"not {mm(there)} mm",
            )
            yield Deviation(form.flow[0], message)
            return


def _distance(form: Form, _: Subject) -> Iterator[Deviation]:
    found = numbered(form)
    if found is None or form.layout.page_number.position == "none":
        return
    section, numbers = found
    style, page = form.expected("page_number"), form.layout.page
    dash = style.size.twips * _DASH_ABOVE
    due = page.footer.twips + style.line_pitch.twips * 0.2 + dash
    for number in numbers:
        bounds = _height(form, section, number.item)
        if bounds is None:
            continue
        low, high = bounds
        off = max(low - due, due - high, 0)
        if off > (MM if low == high else 3 * MM):
            there = page.bottom.twips - (low if low > due else high)
            message = Text(
                f"页码的一字线应在版心下边缘之下 {round((page.bottom.twips - due) / 56.7)} mm，"
                f"这里约 {mm(there)} mm（页脚距边界 {mm(section.footer)} mm）",
                f"the number's dash should be {round((page.bottom.twips - due) / 56.7)} mm below "
                f"the text area, not {mm(there)} mm",
            )
            yield Deviation(form.flow[0], message)
            return


def _height(form: Form, section: Section, item: Item) -> tuple[float, float] | None:
    """Between which bounds the dash of a page number stands above the paper's bottom edge."""
    own = [other for other in form.items if other.place.part == item.place.part]
    look = item.paragraph.look
    is_plain = item.place.where == "footer" and item.place.table is None and not look.framed
    if item.place.box is not None or not is_plain or own[-1] is not item:
        return None
    size = size_of(item) * TWIPS_OF_HALF
    base = section.footer + look.after + size * _DASH_ABOVE
    if look.line_rule == "exact":
        return base + look.line * 0.2, base + look.line * 0.2
    spare = max(look.line / 240 - 1, 0) * size if look.line_rule == "auto" else 0
    return base + size * _NATURAL[0], base + size * _NATURAL[1] + spare


_SOURCE = Text("GB/T 9704-2012 7.5（页码）", "GB/T 9704-2012, 7.5 (page number)")
_PLACE = Text(
    "单页码居右空一字，双页码居左空一字。",
    "Odd pages have the number on the right, even ones on the left, one character in.",
)
_FOOTER = Sample("report", "word/footer1.xml")

RULES = (
    Rule(
        code="F631",
        name="page-number-side",
        severity=Severity.ERROR,
        summary=Text("页码居中或在里侧", "page numbers in the middle or on the inner side"),
        why=_PLACE,
        source=_SOURCE,
        sample=_FOOTER,
        good='<w:ind w:right="280"/>',
        bad='<w:jc w:val="center"/>',
        check=over_form(_side),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F632",
        name="page-number-even",
        severity=Severity.ERROR,
        summary=Text("双页的页码不在左边", "even pages without a number on the left"),
        why=_PLACE,
        source=_SOURCE,
        sample=Sample("report", "word/settings.xml"),
        good="<w:evenAndOddHeaders/>",
        bad="",
        check=over_form(_even),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F633",
        name="page-number-indent",
        severity=Severity.ERROR,
        summary=Text("页码没有空一字", "page numbers not one character in"),
        why=_PLACE,
        source=_SOURCE,
        sample=_FOOTER,
        good='<w:ind w:right="280"/>',
        bad="",
        check=over_form(_free),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F634",
        name="page-number-distance",
        severity=Severity.ERROR,
        summary=Text("页码离版心太近或太远", "page numbers too near to the text or too far"),
        why=Text(
            "页码的一字线上距版心下边缘 7 mm。",
            "The number's dash stands 7 mm below the foot of the text area.",
        ),
        source=_SOURCE,
        sample=Sample("report"),
        good='w:footer="1420"',
        bad='w:footer="992"',
        check=over_form(_distance),
        default=False,
        needs=WORD,
    ),
)
