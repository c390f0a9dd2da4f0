"""F621 to F624: whether there are page numbers, and how they are written."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.fonts import is_of, shown
from converter.linter.form.words import size_words
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._footers import numbered, numbers_of, template, upright
from converter.linter.rules.format._looks import WORD, first_of_section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.layout.table import PageNumber
    from converter.linter.form.form import Form
    from converter.linter.rules.format._footers import Number
    from converter.linter.subject import Subject
    from converter.word.model import RunLook

_DECIMAL = ("", "decimal")


def _missing(form: Form, _: Subject) -> Iterator[Deviation]:
    if form.layout.page_number.position == "none" or not form.flow:
        return
    sections = list(upright(form))
    if not sections:
        return
    if any(numbers_of(form, section) for section in sections):
        first = sections[0]
        own = numbers_of(form, first)
        pages = {number.pages for number in own}
        if own and first.title_page and "first" not in pages and form.layout.kind != "letter":
            yield Deviation(form.flow[0], Text("首页没有页码", "page 1 has no page number"))
        elif pages == {"even"}:
            yield Deviation(form.flow[0], Text("单页没有页码", "odd pages have no page number"))
        return
    if any(numbers_of(form, section, footer=False) for section in sections):
        message = Text(
            "页码应在版心下边缘之下，不在页眉里", "page numbers stand below the text area"
        )
    else:
        message = Text("没有页码", "there are no page numbers")
    yield Deviation(form.flow[0], message)


def _form(form: Form, _: Subject) -> Iterator[Deviation]:
    found, due = numbered(form), form.layout.page_number
    if found is None or due.position == "none":
        return
    section, numbers = found
    item = form.flow[0]
    if section.number_format not in _DECIMAL:
        message = Text(
            "页码应用半角阿拉伯数字；这里的“页码编号格式”"
            f"是 {section.number_format}（如罗马数字、汉字数字）",
            f"page numbers are Arabic digits, not of the format {section.number_format}",
        )
        yield Deviation(item, message)
        return
    wrong = [number for number in numbers if not _is_written(template(number), due)]
    if wrong:
        there = template(wrong[0]).strip().replace("#", "1")
        wanted = f"{due.before}1{due.after}"
        message = Text(
            f"页码应写成“{wanted}”（数字左右各放一条一字线），这里是“{there}”",
            f"page numbers are written “{wanted}”, not “{there}”",
        )
        yield Deviation(item, message)


def _is_written(text: str, due: PageNumber) -> bool:
    """Whether a page number is written as the layout has it; blanks beside it are free."""
    return "".join(text.split()) == "".join(f"{due.before}#{due.after}".split())


def _type(form: Form, _: Subject) -> Iterator[Deviation]:
    found = numbered(form)
    if found is None or form.layout.page_number.position == "none":
        return
    style = form.expected("page_number")
    wrong = next((look for n in found[1] if (look := _wrong_look(form, n)) is not None), None)
    if wrong is None:
        return
    there = f"{size_words(wrong.size).zh} {wrong.fonts.ascii}"
    due = size_words(style.size.half_points)
    message = Text(
        f"页码应为{due.zh}半角{shown(style.font)}阿拉伯数字，这里是{there}",
        f"page numbers are half-width digits in {style.font.name}, {due.en}; "
        f"here {wrong.fonts.ascii}, {size_words(wrong.size).en}",
    )
    yield Deviation(form.flow[0], message)


def _wrong_look(form: Form, number: Number) -> RunLook | None:
    """The look of a number's digits that is not the layout's; None where all are right."""
    style = form.expected("page_number")
    for run in number.item.paragraph.runs:
        if run.field != "PAGE" or not run.text.strip():
            continue
        font = run.look.fonts.ascii
        fonts = [style.font, *([form.layout.latin] if form.layout.latin else [])]
        wrong_font = font and not any(is_of(font, due) for due in fonts)
        if wrong_font or run.look.size != style.size.half_points:
            return run.look
    return None


def _restart(form: Form, _: Subject) -> Iterator[Deviation]:
    sections = form.word.sections
    for index, section in enumerate(sections[1:], start=1):
        before = any(numbers_of(form, other) for other in sections[:index])
        if section.number_start is not None and before and numbers_of(form, section):
            item = first_of_section(form, index)
            if item:
                message = Text(
                    f"页码从这里又从 {section.number_start} 编起；附件等应与正文连续编排页码",
                    f"page numbers begin again with {section.number_start}; they run on",
                )
                yield Deviation(item, message)


_SOURCE = Text("GB/T 9704-2012 7.5（页码）", "GB/T 9704-2012, 7.5 (page number)")
_FOOTER = Sample("report", "word/footer1.xml")
_LABEL = '<w:pStyle w:val="GwAttachmentLabel"/><w:pageBreakBefore/></w:pPr>'

RULES = (
    Rule(
        code="F621",
        name="page-number-missing",
        severity=Severity.ERROR,
        summary=Text("没有页码", "no page numbers"),
        why=Text("公文应有页码，编排在版心下边缘之下。", "Page numbers stand below the text area."),
        source=_SOURCE,
        sample=Sample("report"),
        good='<w:footerReference w:type="default" r:id="footer1"/>'
        '<w:footerReference w:type="even" r:id="footer2"/>',
        bad="",
        check=over_form(_missing),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F622",
        name="page-number-form",
        severity=Severity.ERROR,
        summary=Text("页码两边没有一字线", "page numbers without dashes"),
        why=Text(
            "页码数字左右各放一条一字线（—），不用连字符，不写“第×页”。",
            "A full dash stands on either side of the number.",
        ),
        source=_SOURCE,
        sample=_FOOTER,
        good="— ",
        bad="- ",
        check=over_form(_form),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F623",
        name="page-number-type",
        severity=Severity.WARNING,
        summary=Text("页码的字体字号不对", "page numbers in the wrong font or size"),
        why=Text(
            "页码一般用4号半角宋体阿拉伯数字。",
            "They are generally half-width digits in 宋体, size 4.",
        ),
        source=_SOURCE,
        sample=Sample("report", "word/footer1.xml"),
        good="<w:r><w:t>1</w:t></w:r>",
        bad='<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t>1</w:t></w:r>',
        check=over_form(_type),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F624",
        name="page-number-restart",
        severity=Severity.ERROR,
        summary=Text("页码没有连续编排", "page numbers that begin again"),
        why=Text(
            "附件与正文一起装订时，页码应当连续编排。",
            "Attachments bound with the text continue its page numbers.",
        ),
        source=_SOURCE,
        sample=Sample("official"),
        good=_LABEL,
        bad=_LABEL.replace(
            "</w:pPr>",
            '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/>'
            '<w:footerReference w:type="even" r:id="footer2"/><w:type w:val="continuous"/>'
            '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" '
            'w:bottom="1984" w:left="1588" w:header="851" w:footer="1420" w:gutter="0"/>'
            '<w:pgNumType w:start="1"/></w:sectPr></w:pPr>',
        ),
        check=over_form(_restart),
        default=False,
        needs=WORD,
    ),
)
