"""F801 to F803: the mark, the number, the first page and the imprint of letters (信函格式)."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.words import mm
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._extents import extents, rooms
from converter.linter.rules.format._footers import numbers_of
from converter.linter.rules.format._imprint import edges, lines_of
from converter.linter.rules.format._looks import WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.subject import Subject

_SUFFIX = "文件"


def _mark(form: Form, _: Subject) -> Iterator[Deviation]:
    marks = form.having("mark")
    text = "".join("".join(item.text.split()) for item in marks)
    if form.layout.kind == "letter" and text.endswith(_SUFFIX):
        message = Text(
            "信函的发文机关标志不加“文件”二字", "the mark of a letter is the name without 文件"
        )
        yield Deviation(marks[-1], message)


def _number(form: Form, _: Subject) -> Iterator[Deviation]:
    if form.layout.kind != "letter":
        return
    for item, stretch in form.stretches("document_number"):
        if item.place.where != "body" or item.paragraph.look.framed:
            continue
        end = stretch.start + len(item.text[stretch.start : stretch.end].rstrip())
        lines = [(room, extents(item, room)) for room in rooms(form, item)]
        frees = [room - reach[end - 1][1] for room, reach in lines if reach is not None]
        free = min(frees, key=abs, default=0)
        if abs(free) > form.expected("document_number").size.twips:
            message = Text(
                f"信函的发文字号应顶格居版心右边，这里右边空 {mm(free)} mm",
                f"the number of a letter stands flush right, not {mm(free)} mm from the edge",
            )
            yield Deviation(item, message, stretch.start, end)


def _first_page(form: Form, _: Subject) -> Iterator[Deviation]:
    if form.layout.kind != "letter" or not form.flow:
        return
    section = form.word.sections[0]
    pages = {number.pages for number in numbers_of(form, section)}
    if ("first" if section.title_page else "default") in pages:
        message = Text("信函首页不显示页码", "the first page of a letter has no page number")
        yield Deviation(form.flow[0], message)


def _imprint(form: Form, _: Subject) -> Iterator[Deviation]:
    lines = lines_of(form)
    if form.layout.kind != "letter" or not lines:
        return
    if any(edge.borders for edge in edges(form)):
        yield Deviation(
            lines[0], Text("信函的版记不加分隔线", "the imprint of a letter has no rules")
        )
    for item in lines:
        if item.element == "printing":
            message = Text(
                "信函的版记不加印发机关和印发日期",
                "the imprint of a letter has no printing office and date",
            )
            yield Deviation(item, message)


_SOURCE = Text("GB/T 9704-2012 10.1（信函格式）", "GB/T 9704-2012, 10.1 (letters)")
_SAMPLE = Sample("letter")
_NAME = "<w:t>云岭县水务局</w:t></w:r></w:p></w:txbxContent>"

RULES = (
    Rule(
        code="F801",
        name="letter-mark",
        severity=Severity.ERROR,
        summary=Text("信函的标志加了“文件”", "a letter's mark with 文件"),
        why=Text(
            "信函的发文机关标志使用发文机关全称或者规范化简称，不加“文件”。",
            "The mark of a letter is the body's name alone.",
        ),
        source=_SOURCE,
        sample=_SAMPLE,
        good=_NAME,
        bad=_NAME.replace("局", "局文件"),
        check=over_form(_mark),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F802",
        name="letter-number-place",
        severity=Severity.ERROR,
        summary=Text("信函的发文字号不在右边", "a letter's number not on the right"),
        why=Text(
            "信函的发文字号顶格居版心右边缘编排在第一条红色双线下。",
            "The number stands flush right below the first double rule.",
        ),
        source=_SOURCE,
        sample=_SAMPLE,
        good='<w:tab w:val="right" w:pos="8844"/>',
        bad='<w:tab w:val="left" w:pos="3000"/>',
        check=over_form(_number),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F803",
        name="letter-first-page-number",
        severity=Severity.ERROR,
        summary=Text("信函的首页有页码", "a page number on a letter's first page"),
        why=Text("信函首页不显示页码。", "The first page of a letter has no number."),
        source=_SOURCE,
        sample=_SAMPLE,
        good="<w:titlePg/>",
        bad="",
        check=over_form(_first_page),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F804",
        name="letter-imprint",
        severity=Severity.ERROR,
        summary=Text(
            "信函的版记有分隔线或印发机关", "a letter's imprint with rules or printing office"
        ),
        why=Text(
            "信函的版记不加印发机关和印发日期、分隔线，位于公文最后一面版心内最下方。",
            "It has no printing office, date and rules, and stands at the foot of the last page.",
        ),
        source=_SOURCE,
        sample=_SAMPLE,
        good='<w:tcW w:w="8844" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GwCopies"/>',
        bad='<w:tcW w:w="8844" w:type="dxa"/><w:tcBorders><w:top w:val="single" w:sz="8" '
        'w:space="0" w:color="000000"/></w:tcBorders></w:tcPr><w:p><w:pPr>'
        '<w:pStyle w:val="GwCopies"/>',
        check=over_form(_imprint),
        default=False,
        needs=WORD,
    ),
)
