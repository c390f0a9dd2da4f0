"""F504 to F508: the attachments bound with a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.form import Form
from converter.linter.form.items import Item
from converter.linter.form.words import ALIGNS, line_count
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._attachments import GAP_TOLERANCE, TOLERANCE, start_of
from converter.linter.rules.format._looks import (
    WORD,
    characters_in,
)
from converter.linter.rules.format._type import font_check
from converter.linter.subject import Subject

_LABEL_MARKS = "：:、.．"


def check_break(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Attachments that do not begin on a new page."""
    for item in form.flow:
        if item.element == "attachment_label" and not _begins_page(form, item):
            yield Deviation(
                item,
                Text("附件应另起一页（段前分页）", "an attachment begins on a new page"),
            )


def _begins_page(form: Form, item: Item) -> bool:
    if item.paragraph.look.page_break_before or form.before(item) is None:
        return True
    if any(run.page_break for run in item.paragraph.runs):
        return True
    for other in reversed(form.items[: item.index]):
        if other.place.where == "box":
            continue
        if other.place.where != "body":
            return False
        if other.paragraph.section != item.paragraph.section:
            return form.section(item).kind != "continuous"
        if any(run.page_break for run in other.paragraph.runs):
            return True
        if other.paragraph.look.page_break_before and other.is_blank:
            return True
        if not other.is_blank:
            return False
    return True


def check_label(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Labels of attachments that are not flush left, or have a mark behind them."""
    for item in form.flow:
        if item.element != "attachment_label":
            continue
        look = item.paragraph.look
        if look.align not in ("left", "both") or abs(start_of(item)) > TOLERANCE:
            place = (
                f"左空 {characters_in(item, look.left + look.first_line)} 字"
                if look.align in ("left", "both")
                else ALIGNS[look.align].zh
            )
            yield Deviation(
                item,
                Text(f"“附件”二字{place}，应顶格", "the label of an attachment is flush left"),
            )


def check_label_mark(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Labels of attachments with a mark behind them."""
    for item in form.having("attachment_label"):
        text = item.text.rstrip()
        if text.endswith(tuple(_LABEL_MARKS)):
            yield Deviation(
                item,
                Text("“附件”和序号之后不加标点", "no mark stands behind the label"),
                len(text) - 1,
                len(text),
            )


def check_title_place(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Titles of attachments that do not stand on the third line of their page."""
    for item in form.flow:
        above = form.before(item) if item.element == "attachment_title" else None
        if above is None or above.element != "attachment_label":
            continue
        due = form.expected("attachment_label").after
        found = form.blank_lines_above(item)
        if abs(found - due) > GAP_TOLERANCE:
            yield Deviation(
                item,
                Text(
                    f"附件标题与“附件”之间空 {line_count(found)} 行，应空 {due} 行（标题在第三行）",
                    f"{line_count(found)} lines are free above the attachment's title, due {due}",
                ),
            )


_SOURCE = Text("GB/T 9704-2012 7.3.7（附件）", "GB/T 9704-2012, 7.3.7 (attachments)")


def _rule(
    code: str,
    name: str,
    summary: Text,
    why: Text,
    change: tuple[str, str],
    check: Callable[[Form, Subject], Iterator[Deviation]],
    severity: Severity = Severity.ERROR,
) -> Rule:
    good, bad = change
    return Rule(
        code=code,
        name=name,
        severity=severity,
        summary=summary,
        why=why,
        source=_SOURCE,
        bad=bad,
        good=good,
        check=over_form(check),
        default=False,
        needs=WORD,
        sample=Sample(),
    )


_LABEL = '<w:pStyle w:val="GwAttachmentLabel"/><w:pageBreakBefore/></w:pPr><w:r><w:t>附件2'


RULES = (
    _rule(
        "F504",
        "attachment-page-break",
        Text("附件没有另起一页", "an attachment does not begin on a new page"),
        Text("附件另面编排。", "Attachments begin on a new page."),
        (_LABEL, _LABEL.replace("<w:pageBreakBefore/>", "")),
        check_break,
    ),
    _rule(
        "F505",
        "attachment-label-font",
        Text("“附件”二字不是黑体", "the label of an attachment is not in 黑体"),
        Text(
            "“附件”和序号用三号黑体。",
            "The label and its number are set in 黑体.",
        ),
        (
            _LABEL,
            _LABEL.replace("<w:r>", '<w:r><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/></w:rPr>'),
        ),
        font_check("attachment_label"),
    ),
    _rule(
        "F506",
        "attachment-label-place",
        Text("“附件”二字没有顶格", "the label of an attachment is not flush left"),
        Text(
            "“附件”和序号顶格编排在版心左上角第一行。",
            "The label stands flush left on the first line of the page.",
        ),
        (_LABEL, _LABEL.replace("</w:pPr>", '<w:jc w:val="center"/></w:pPr>')),
        check_label,
    ),
    _rule(
        "F507",
        "attachment-title-place",
        Text("附件标题不在第三行", "an attachment's title is not on the third line"),
        Text(
            "附件标题居中编排在版心第三行，与“附件”之间空一行。",
            "The title of an attachment stands on the third line.",
        ),
        (
            '<w:pStyle w:val="GwAttachmentLabel"/><w:pageBreakBefore/></w:pPr><w:r><w:t>附件1',
            '<w:pStyle w:val="GwAttachmentLabel"/><w:pageBreakBefore/><w:spacing w:after="0"/>'
            "</w:pPr><w:r><w:t>附件1",
        ),
        check_title_place,
    ),
    _rule(
        "F508",
        "attachment-label-mark",
        Text("“附件”之后有标点", "a mark behind the label of an attachment"),
        Text(
            "附件页上的“附件1”之后不加冒号；冒号只用在正文之下的附件说明里。",
            "On its page the label has no colon; that stands in the list below the text.",
        ),
        (_LABEL, f"{_LABEL}："),
        check_label_mark,
        Severity.INFO,
    ),
)
