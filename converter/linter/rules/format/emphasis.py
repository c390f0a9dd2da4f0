"""F415 and F416: bold, italic, underlined and struck text where none is due."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.form import Form
from converter.linter.form.words import NAMES
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import HEADINGS, TEXT, WORD
from converter.linter.subject import Subject

_UNDERLINED = ("", "none")
_NO_BORDER = ("nil", "none")


def check_bold(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Text that is bold where the layout has it not, or the other way round."""
    off = [
        (item, stretch, start, end, run.look.bold)
        for item, stretch, start, end, run in form.runs()
        if run.look.bold != form.expected(stretch.element).bold
    ]
    texts = {
        (item.index, is_bold) for item, stretch, *_, is_bold in off if stretch.element == "body"
    }
    for item, stretch, start, end, is_bold in off:
        if stretch.element in HEADINGS and (item.index, is_bold) in texts:
            continue  # that is told of the text behind it
        due = not is_bold
        name = NAMES[stretch.element]
        is_title = stretch.element in ("title", "attachment_title", "mark")
        yield Deviation(
            item,
            Text(f"{name.zh}加粗了，应去掉加粗", f"{name.en}: bold, where none is due")
            if is_bold
            else Text(f"{name.zh}应加粗", f"{name.en}: bold is due"),
            start,
            end,
            Severity.WARNING if is_title or due else None,
        )


def check_marks(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Text that is italic, underlined, struck through or, but for tables and footers, raised."""
    for item in form.having("body", *HEADINGS):
        if item.place.where == "body" and any(
            b.kind not in _NO_BORDER for b in item.paragraph.look.borders
        ):
            yield Deviation(item, Text("段落加了边框或横线，应去掉", "the paragraph has a border"))
    for item, stretch, start, end, run in form.runs():
        look = run.look
        found = [
            (look.italic, "倾斜", "italic"),
            (look.underline not in _UNDERLINED, "加下划线", "underlined"),
            (look.strike, "加删除线", "struck through"),
            (
                look.position and stretch.element in (*TEXT, *HEADINGS),
                "升高或降低",
                "raised or lowered",
            ),
        ]
        for is_so, zh, en in found:
            if is_so:
                message = Text(f"文字{zh}，应去掉", f"text is {en}")
                yield Deviation(item, message, start, end)


RULES = (
    Rule(
        code="F415",
        name="bold-text",
        severity=Severity.INFO,
        summary=Text("不该加粗的加粗了", "bold where none is due"),
        why=Text(
            "标准靠字体、字号分层次，没有加粗；黑体、小标宋加粗后笔画糊在一起。"
            "单位规定二级标题加粗的，可以在版式文件里写明。",
            "The standard tells levels apart by fonts and has no bold; a house style may.",
        ),
        source=Text("GB/T 9704-2012 7.3.1、7.3.3 及通行做法", "GB/T 9704-2012, 7.3, and practice"),
        bad="<w:r><w:rPr><w:b/></w:rPr><w:t>二、存在的问题",
        good="<w:r><w:t>二、存在的问题",
        check=over_form(check_bold),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F416",
        name="marked-text",
        severity=Severity.INFO,
        summary=Text("文字倾斜、加下划线或删除线", "italic, underlined or struck text"),
        why=Text(
            "公文正文没有斜体和下划线；多是改稿或网页留下的。",
            "Official text has neither italics nor underlines; they are left from editing.",
        ),
        source=Text("通行做法", "practice"),
        bad='<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>充实队伍',
        good="<w:r><w:t>充实队伍",
        check=over_form(check_marks),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
)
