"""F611 to F615: the lines of 版记: 抄送机关, 印发机关 and 印发日期."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.looks import TWIPS_OF_HALF, size_of
from converter.linter.form.words import mm, vacant
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._extents import extents, visible
from converter.linter.rules.format._imprint import is_long, lines_of, room_of
from converter.linter.rules.format._looks import WORD, blanks_width, leading
from converter.linter.rules.format._type import wrong_type
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.linter.subject import Subject

_LABEL = lazy(r"\s*(抄\s*送|抄\s*报|主\s*送)(?:机关)?\s*([：:])")
_DATE = lazy(
    r"(?P<date>[0-9〇○零一二三四五六七八九十]{2,4}\s*年\s*(?P<month>[0-9一二三四五六七八九十]{1,2})"
    r"\s*月\s*(?P<day>[0-9一二三四五六七八九十]{1,3})\s*日)\s*(?P<word>印[发制]?)?\s*$"
)
_PRINTED = lazy(r"[0-9]{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12][0-9]|3[01])日印发")
_NEAR = 45
"""An indent that is so many twips off is no other one: 0.8 mm, for digits of another width."""


def _type(form: Form, _: Subject) -> Iterator[Deviation]:
    yield from wrong_type(form, "copies", "printing")


def _copies_form(form: Form, _: Subject) -> Iterator[Deviation]:
    lines = lines_of(form)
    for item in lines:
        found = _LABEL.match(item.text)
        if item.element != "copies" or not found:
            continue
        label = "".join(found[1].split())
        if found[2] != "：":
            message = Text(
                f"“{label}”二字后应加全角冒号", f"{label} is followed by a full-width colon"
            )
            yield Deviation(item, message, found.start(1), found.end())
        if _ends_here(form, item) and not item.text.rstrip().endswith("。"):
            message = Text(
                f"{label}的最后一个机关名称后应标句号",
                "a full stop follows the last name of those who get copies",
            )
            yield Deviation(item, message, max(len(item.text.rstrip()) - 1, 0))


def _ends_here(form: Form, item: Item) -> bool:
    """Whether the list of bodies ends with a paragraph: no other text follows it in its place."""
    after = form.items[item.index + 1 : item.index + 2]
    for other in after:
        same = other.place.table is item.place.table and other.place.box is item.place.box
        if same and other.text.strip() and other.element not in ("copies", "printing"):
            return False
    return True


def _copies_indent(form: Form, _: Subject) -> Iterator[Deviation]:
    style = form.expected("copies")
    for item in lines_of(form):
        if item.element != "copies" or not _LABEL.match(item.text):
            continue
        look, full = item.paragraph.look, size_of(item) * TWIPS_OF_HALF
        spare = room_of(form, item)[1] + _NEAR
        start = look.left + look.first_line + blanks_width(leading(item.text), size_of(item))
        due = style.left - style.hanging + style.first_line
        if look.align in ("center", "right") or abs(start - due * full) > spare:
            yield Deviation(item, _indent_message("抄送应左空", due, start))
        elif is_long(form, item):
            if abs(look.left - style.left * full) > spare:
                message = Text(
                    "抄送回行时应与冒号后的首字对齐",
                    "wrapped lines of the copies align with the first character behind the colon",
                )
                yield Deviation(item, message)
            if abs(look.right - style.right * full) > spare:
                yield Deviation(item, _indent_message("抄送应右空", style.right, look.right))


def _indent_message(what: str, due: int, there: float) -> Text:
    return Text(
        f"{what} {due} 字，这里空 {mm(there)} mm",
        f"the copies keep {due} character(s) free on either side; here it is {mm(there)} mm",
    )


def _printing_form(form: Form, _: Subject) -> Iterator[Deviation]:
    for item in form.having("printing"):
        found = _DATE.search(item.text)
        if found and not _PRINTED.fullmatch("".join(found.group().split())):
            text = "".join(found.group().split())
            message = Text(
                f"印发日期应写成“2024年1月8日印发”的样子：用阿拉伯数字、年份写全、"
                f"不编虚位，后加“印发”二字；这里是“{text}”",
                "the printing date is written like 2024年1月8日印发, without leading zeros, "
                f"not “{text}”",
            )
            yield Deviation(item, message, found.start(), found.end())


def _printing_place(form: Form, _: Subject) -> Iterator[Deviation]:
    style = form.expected("printing")
    for item in form.having("printing"):
        room, spare = room_of(form, item)
        found = _DATE.search(item.text)
        has_body = bool(found and item.text[: found.start()].strip())
        if item.place.table is None:
            room = form.layout.page.text_width.twips
        reach = extents(item, int(room)) if room and has_body else None
        if reach is None:
            continue
        first, last = visible(item, reach)
        full = style.size.twips
        left, right = style.left * full, style.right * full
        if abs(first - left) > spare + _NEAR:
            message = Text(
                f"印发机关应左空 {style.left} 字，这里{vacant(first)}",
                f"the printing office stands {mm(left)} mm from the left, not {mm(first)} mm",
            )
            yield Deviation(item, message)
        if abs(room - last - right) > spare + full / 2:
            message = Text(
                f"印发日期应右空 {style.right} 字，这里{vacant(room - last)}",
                f"the printing date stands {mm(right)} mm from the right, not {mm(room - last)} mm",
            )
            yield Deviation(item, message)


_COPIES = Text("GB/T 9704-2012 7.4.2（抄送机关）", "GB/T 9704-2012, 7.4.2 (copies)")
_PRINTING = Text(
    "GB/T 9704-2012 7.4.3（印发机关和印发日期）", "GB/T 9704-2012, 7.4.3 (printing office, date)"
)
_LINE = '<w:spacing w:line="551" w:lineRule="exact"/>'

RULES = (
    Rule(
        code="F611",
        name="imprint-type",
        severity=Severity.WARNING,
        summary=Text("版记的字体字号不对", "the imprint in the wrong font or size"),
        why=Text(
            "抄送机关、印发机关和印发日期一般用4号仿宋体字。",
            "Copies, printing office and date are generally set in 仿宋, size 4.",
        ),
        source=Text("GB/T 9704-2012 7.4.2、7.4.3", "GB/T 9704-2012, 7.4.2 and 7.4.3"),
        sample=Sample("official"),
        good="<w:r><w:t>抄送：",
        bad='<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>抄送：',
        check=over_form(_type),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F612",
        name="copies-form",
        severity=Severity.ERROR,
        summary=Text("抄送的冒号或句号不对", "the copies without full-width colon or full stop"),
        why=Text(
            "“抄送”二字后加全角冒号，最后一个抄送机关名称后标句号。",
            "A full-width colon follows 抄送, a full stop the last name.",
        ),
        source=_COPIES,
        sample=Sample("official"),
        good="抄送：",
        bad="抄送:",
        check=over_form(_copies_form),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F613",
        name="copies-indent",
        severity=Severity.ERROR,
        summary=Text("抄送没有左右各空一字、回行对齐", "the copies with wrong indents"),
        why=Text(
            "抄送机关左右各空一字，回行时与冒号后的首字对齐。",
            "One character is free on either side; wrapped lines align behind the colon.",
        ),
        source=_COPIES,
        sample=Sample("official"),
        good='<w:pStyle w:val="GwCopies"/>',
        bad='<w:pStyle w:val="GwCopies"/><w:ind w:left="0" w:firstLine="0"/>',
        check=over_form(_copies_indent),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F614",
        name="printing-form",
        severity=Severity.ERROR,
        summary=Text("印发日期写法不对", "the printing date in the wrong form"),
        why=Text(
            "印发日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位，后加“印发”二字。",
            "Full date in Arabic digits without leading zeros, followed by 印发.",
        ),
        source=_PRINTING,
        sample=Sample("official"),
        good="2024年12月23日印发",
        bad="2024年12月03日印发",
        check=over_form(_printing_form),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F615",
        name="printing-place",
        severity=Severity.ERROR,
        summary=Text(
            "印发机关、印发日期没有左右各空一字", "printing office or date not one character in"
        ),
        why=Text(
            "印发机关左空一字，印发日期右空一字，编排在末条分隔线之上。",
            "The office stands one character from the left, the date one from the right.",
        ),
        source=_PRINTING,
        sample=Sample("official"),
        good=f'<w:tab w:val="right" w:pos="8564"/></w:tabs>{_LINE}',
        bad=f'<w:tab w:val="right" w:pos="8844"/></w:tabs>{_LINE}',
        check=over_form(_printing_place),
        default=False,
        needs=WORD,
    ),
)
