"""F201 to F205: 份号, 密级和保密期限, 紧急程度."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._extents import extents, rooms, visible
from converter.linter.rules.format._looks import WORD
from converter.linter.rules.format._type import wrong_type
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.linter.subject import Subject

_SECRECY = lazy("(?:绝密|机密|秘密)(?:★(?:[1-9][0-9]*(?:年|个月|月|天|日)|长期|解密前))?")
_SECRET, _URGENT = lazy("[绝机秘]\\s*密"), lazy("[特加平]\\s*[急提]")
_SIXTH = 0.5
"""A line that begins further in than so much of a character does not begin at the edge."""


def _copy_number(form: Form, _: Subject) -> Iterator[Deviation]:
    for item, stretch in form.stretches("copy_number"):
        text = item.text[stretch.start : stretch.end].strip()
        if not (len(text) == 6 and text.isascii() and text.isdigit()):
            message = Text(
                f"份号应为 6 位阿拉伯数字，这里是“{text}”",
                f"the copy number should have six Arabic digits, not “{text}”",
            )
            yield Deviation(item, message, stretch.start, stretch.end)


def _type(form: Form, _: Subject) -> Iterator[Deviation]:
    yield from wrong_type(form, "copy_number", "secrecy")


def _secrecy_form(form: Form, _: Subject) -> Iterator[Deviation]:
    for item, stretch in form.stretches("secrecy"):
        text = "".join(item.text[stretch.start : stretch.end].split())
        urgent = _URGENT.search(text)
        secret = text[: urgent.start()] if urgent else text
        if _SECRET.match(text) and secret and not _SECRECY.fullmatch(secret):
            message = Text(
                f"密级和保密期限应写成“机密★1年”的样子，这里是“{secret}”",
                f"secrecy and its period are written like “机密★1年”, not “{secret}”",
            )
            yield Deviation(item, message, stretch.start, stretch.end)


def _kinds(text: str) -> list[int]:
    """The places in the due order (0 份号, 1 密级, 2 紧急程度) of what stands on a line."""
    if text.strip().isdigit():
        return [0]
    found = []
    for rank, pattern in ((1, _SECRET), (2, _URGENT)):
        match = pattern.search(text)
        if match:
            found.append((match.start(), rank))
    return [rank for _, rank in sorted(found)]


def _order(form: Form, _: Subject) -> Iterator[Deviation]:
    reached = -1
    for item, stretch in form.stretches("copy_number", "secrecy"):
        kinds = _kinds(item.text[stretch.start : stretch.end])
        is_wrong = bool(kinds) and (kinds[0] < reached or len(kinds) > 1)
        if is_wrong and item.place.where == "body":
            message = Text(
                "份号、密级和保密期限、紧急程度应按这个顺序自上而下分行排列",
                "copy number, secrecy and urgency stand in this order, one on each line",
            )
            yield Deviation(item, message, stretch.start, stretch.end)
        reached = max([reached, *kinds])


def _place(form: Form, _: Subject) -> Iterator[Deviation]:
    for item in form.having("copy_number", "secrecy"):
        if item.place.where != "body" or item.paragraph.look.framed:
            continue
        reach = extents(item, rooms(form, item)[-1])
        if reach is None:
            continue
        size = form.expected(item.element).size.twips
        if visible(item, reach)[0] > size * _SIXTH:
            yield Deviation(item, _FLUSH)
    yield from _first_line(form)


_FLUSH = Text(
    "份号、密级和保密期限、紧急程度应顶格排在版心左边",
    "copy number, secrecy and urgency stand at the left edge of the text area",
)


def _first_line(form: Form) -> Iterator[Deviation]:
    """A copy number that is not on the first line of the page."""
    found = form.first("copy_number")
    if found is None or found.place.where != "body" or form.layout.kind == "letter":
        return
    if _is_first(form, found) and form.blank_lines_above(found) >= 1:
        message = Text(
            "份号应排在版心左上角第一行，上面不空行",
            "the copy number stands on the first line of the text area",
        )
        yield Deviation(found, message)


def _is_first(form: Form, item: Item) -> bool:
    """Whether nothing that can be seen stands above a paragraph of the flow."""
    above = form.flow[: form.flow.index(item)]
    return not any(p.text.strip() or _holds_something(p) for p in above)


def _holds_something(item: Item) -> bool:
    return any(run.drawing or run.boxes for run in item.paragraph.runs)


_SOURCE = Text("GB/T 9704-2012 7.2.1 至 7.2.3", "GB/T 9704-2012, 7.2.1 to 7.2.3")

RULES = (
    Rule(
        code="F201",
        name="copy-number-form",
        severity=Severity.WARNING,
        summary=Text("份号不是 6 位阿拉伯数字", "a copy number without six digits"),
        why=Text(
            "份号用来逐份登记涉密公文，一般用 6 位阿拉伯数字。",
            "It counts the copies of a classified document, generally in six digits.",
        ),
        source=Text("GB/T 9704-2012 7.2.1（份号）", "GB/T 9704-2012, 7.2.1 (copy number)"),
        sample=Sample("official"),
        good="<w:t>000012</w:t>",
        bad="<w:t>00012</w:t>",
        check=over_form(_copy_number),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F202",
        name="head-item-type",
        severity=Severity.WARNING,
        summary=Text(
            "份号、密级、紧急程度的字体字号不对",
            "copy number, secrecy or urgency in the wrong font or size",
        ),
        why=Text(
            "份号一般用3号字，密级和保密期限、紧急程度一般用3号黑体字。",
            "The copy number is generally set in size 3, secrecy and urgency in size 3 黑体.",
        ),
        source=_SOURCE,
        sample=Sample("official"),
        good="<w:r><w:t>机密★1年</w:t>",
        bad='<w:r><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/></w:rPr><w:t>机密★1年</w:t>',
        check=over_form(_type),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F203",
        name="secrecy-form",
        severity=Severity.WARNING,
        summary=Text("密级和保密期限的写法不对", "secrecy and its period in the wrong form"),
        why=Text(
            "密级和保密期限之间用“★”，保密期限中的数字用阿拉伯数字，如“机密★1年”。",
            "Level and period stand on both sides of ★, the period in Arabic digits.",
        ),
        source=Text(
            "GB/T 9704-2012 7.2.2（密级和保密期限）；★ 为习惯写法",
            "GB/T 9704-2012, 7.2.2 (secrecy); ★ is usage",
        ),
        sample=Sample("official"),
        good="机密★1年",
        bad="机密★一年",
        check=over_form(_secrecy_form),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F204",
        name="head-item-order",
        severity=Severity.WARNING,
        summary=Text(
            "份号、密级、紧急程度的次序不对",
            "copy number, secrecy and urgency in the wrong order",
        ),
        why=Text(
            "同时标注时，按照份号、密级和保密期限、紧急程度的顺序自上而下分行排列。",
            "Where there are several, they stand one below the other in this order.",
        ),
        source=Text("GB/T 9704-2012 7.2.3（紧急程度）", "GB/T 9704-2012, 7.2.3 (urgency)"),
        sample=Sample("official"),
        good="<w:t>特急</w:t>",
        bad="<w:t>特急 机密</w:t>",
        check=over_form(_order),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F205",
        name="head-item-place",
        severity=Severity.WARNING,
        summary=Text(
            "份号、密级、紧急程度不在版心左上角",
            "copy number, secrecy or urgency not at the upper left",
        ),
        why=Text(
            "份号、密级和保密期限、紧急程度顶格编排在版心左上角，份号在第一行。",
            "They stand flush left at the top of the text area, the copy number on line 1.",
        ),
        source=_SOURCE,
        sample=Sample("official"),
        good='<w:pStyle w:val="GwCopyNumber"/>',
        bad='<w:pStyle w:val="GwCopyNumber"/><w:jc w:val="right"/>',
        check=over_form(_place),
        default=False,
        needs=WORD,
    ),
)
