"""F301 to F305: type and place of the title."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.form import Form
from converter.linter.form.items import Item
from converter.linter.form.words import ALIGNS, NAMES, line_count, mm
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import MM, WORD
from converter.linter.rules.format._type import font_check, size_check
from converter.linter.subject import Subject

_TITLES = ("title", "attachment_title")
_HEAD = ("document_number", "signer", "secrecy", "copy_number")
_TOLERANCE = 0.4
"""Lines: what a room between two elements may be off."""
_MOST_ABOVE = 2
"""Blank lines that usage has above a title without a red head."""


def check_centred(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Titles, lines below them and titles of attachments that do not stand in the middle of the
    text area, within a millimetre."""
    for item in form.having(*_TITLES):
        look, due = item.paragraph.look, form.expected(item.element).align
        name = NAMES[item.element]
        if look.align != due:
            yield Deviation(
                item,
                Text(
                    f"{name.zh}{ALIGNS[look.align].zh}，应{ALIGNS[due].zh}",
                    f"{name.en}: {ALIGNS[look.align].en}, due is {ALIGNS[due].en}",
                ),
            )
        elif due == "center":
            shift = (look.left + look.first_line - look.right) / 2
            if abs(shift) > MM:
                yield Deviation(
                    item,
                    Text(
                        f"{name.zh}有缩进，偏{'右' if shift > 0 else '左'} {mm(abs(shift))} mm",
                        f"{name.en}: indents shift it by {mm(shift)} mm",
                    ),
                )


def _first_title(form: Form) -> Item | None:
    item = form.first("title")
    return item if item is not None and item.place.where == "body" else None


def check_above(form: Form, subject: Subject) -> Iterator[Deviation]:
    """A title that does not stand two blank lines below the red head; one without head that has
    more blank lines above it than usage knows."""
    item, head = _first_title(form), form.layout.head
    if item is None:
        return
    above, found = form.before(item), form.blank_lines_above(item)
    if head is not None:
        due = head.title_lines
        if above is not None and above.element in _HEAD and abs(found - due) > _TOLERANCE:
            yield Deviation(
                item,
                Text(
                    f"标题与上面的版头隔 {line_count(found)} 行，应空 {due} 行",
                    f"{line_count(found)} lines are free above the title, due are {due}",
                ),
            )
    elif above is None and found > max(form.layout.blank_before_title, _MOST_ABOVE) + _TOLERANCE:
        yield Deviation(
            item,
            Text(
                f"标题上面空了 {line_count(found)} 行，没有版头的材料一般不超过 {_MOST_ABOVE} 行",
                f"{line_count(found)} lines are free above a title without a head",
            ),
            severity=Severity.INFO,
        )


def check_below(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Recipients, or the text where there are none, that do not stand one blank line below the
    title and what belongs to it."""
    title = _first_title(form)
    if title is None:
        return
    block = ("title", "subtitle", "below_title")
    last = title
    for item in form.flow:
        if item.index > title.index and not item.is_blank:
            if item.element not in block:
                break
            last = item
    below = form.after(last)
    due = form.expected(last.element).after
    if below is None or below.index < last.index or below.element not in ("recipient", "body"):
        return
    found = form.blank_lines_above(below)
    if abs(found - due) > _TOLERANCE:
        name = NAMES[below.element]
        yield Deviation(
            below,
            Text(
                f"标题与{name.zh}之间空 {line_count(found)} 行，应空 {due} 行",
                f"{line_count(found)} lines are free between title and text, due are {due}",
            ),
            severity=None if below.element == "recipient" else Severity.INFO,
        )


_SOURCE = Text("GB/T 9704-2012 7.3.1（标题）", "GB/T 9704-2012, 7.3.1 (title)")
_TITLE = '<w:spacing w:after="0"/></w:pPr><w:r><w:t>云岭县水务局2024年'


def _run(properties: str) -> str:
    return _TITLE.replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")


RULES = (
    Rule(
        code="F301",
        name="title-font",
        severity=Severity.WARNING,
        summary=Text("标题不是小标宋", "the title is not in 小标宋"),
        why=Text(
            "标题一般用二号小标宋体，与黑体的一级标题分开。",
            "The title is set in 小标宋, apart from headings in 黑体.",
        ),
        source=_SOURCE,
        bad=_run('<w:rFonts w:hint="eastAsia" w:eastAsia="黑体"/>'),
        good=_TITLE,
        check=over_form(font_check(*_TITLES)),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F302",
        name="title-size",
        severity=Severity.WARNING,
        summary=Text("标题不是二号字", "the title is not of size 二号"),
        why=Text(
            "标题一般用二号字，每行最多排 20 字。",
            "The title is set in 22 pt, 20 characters a line at most.",
        ),
        source=_SOURCE,
        bad=_run('<w:sz w:val="36"/>'),
        good=_TITLE,
        check=over_form(size_check(*_TITLES)),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F303",
        name="title-centred",
        severity=Severity.ERROR,
        summary=Text("标题没有居中", "the title is not centred"),
        why=Text(
            "标题分一行或多行居中排布；带着首行缩进居中，会偏右一个字。",
            "The title is centred; a first-line indent shifts it by half of itself.",
        ),
        source=_SOURCE,
        bad=_TITLE.replace("</w:pPr>", '<w:jc w:val="left"/></w:pPr>'),
        good=_TITLE,
        check=over_form(check_centred),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F304",
        name="title-place",
        severity=Severity.ERROR,
        summary=Text("标题与版头不是空二行", "not two blank lines between head and title"),
        why=Text(
            "标题编排于红色分隔线（信函为最后一个要素）之下空二行的位置。",
            "The title stands two blank lines below the red rule.",
        ),
        source=_SOURCE,
        bad='<w:pStyle w:val="GwTitle"/><w:spacing w:before="579"/>',
        good='<w:pStyle w:val="GwTitle"/><w:spacing w:before="1158"/>',
        check=over_form(check_above),
        default=False,
        needs=WORD,
        sample=Sample("official"),
    ),
    Rule(
        code="F305",
        name="title-gap",
        severity=Severity.ERROR,
        summary=Text("标题之下不是空一行", "not one blank line below the title"),
        why=Text(
            "主送机关编排于标题之下空一行的位置；没有主送机关的，正文通常也空一行。",
            "Recipients stand one blank line below the title; by usage so does text.",
        ),
        source=Text("GB/T 9704-2012 7.3.2（主送机关）", "GB/T 9704-2012, 7.3.2 (recipients)"),
        bad='<w:p><w:pPr><w:pStyle w:val="GwBody"/></w:pPr></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="GwRecipient"/></w:pPr>',
        good='<w:p><w:pPr><w:pStyle w:val="GwRecipient"/></w:pPr>',
        check=over_form(check_below),
        default=False,
        needs=WORD,
        sample=Sample("official"),
    ),
)
