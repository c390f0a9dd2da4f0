"""F410 to F414 and F417: the type and the place of headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.form import Form
from converter.linter.form.words import ALIGNS, NAMES
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import (
    HEADINGS,
    WORD,
    begins_at,
    characters_in,
)
from converter.linter.rules.format._type import fonts_off, sizes_off
from converter.linter.subject import Subject
from converter.record import replace


def check_indent(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Headings of their own paragraph that do not begin as far in as the layout says."""
    for item in form.flow:
        if item.element not in HEADINGS or item.paragraph.look.align not in ("left", "both"):
            continue
        style = form.expected(item.element)
        if not begins_at(item, style.first_line + style.left, style):
            look = item.paragraph.look
            found = characters_in(item, look.left + look.first_line)
            name = NAMES[item.element]
            yield Deviation(
                item,
                Text(
                    f"{name.zh}左空 {found} 字，应左空 {style.first_line + style.left} 字",
                    f"{name.en} are indented by {found}, due are "
                    f"{style.first_line + style.left} characters",
                ),
            )


def check_align(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Headings that are centred or on the right."""
    for item in form.flow:
        found = item.paragraph.look.align
        if item.element not in HEADINGS or found in ("left", "both"):
            continue
        style = form.expected(item.element)
        if found != style.align:
            name = NAMES[item.element]
            yield Deviation(
                item,
                Text(
                    f"{name.zh}{ALIGNS[found].zh}，应左空 {style.first_line} 字",
                    f"{name.en} are {ALIGNS[found].en}, due is an indent",
                ),
            )


def _font_check(*elements: str) -> Callable[[Form, Subject], Iterator[Deviation]]:
    """A check of fonts that leaves out a heading whose whole paragraph is in another font, where
    others of its level are right: that is told of the text."""

    def check(form: Form, subject: Subject) -> Iterator[Deviation]:
        found = list(fonts_off(form, *elements, as_one=True))
        wrong = {off.item.index for off in found}
        is_odd = any(item.index not in wrong for item, _ in form.stretches(*elements))
        texts = {(off.item.index, _font(off)) for off in fonts_off(form, "body", as_one=True)}
        for off in found:
            if not (is_odd and (off.item.index, _font(off)) in texts):
                yield replace(off, kind="")

    return check


def _font(off: Deviation) -> str:
    """The font that a deviation tells of."""
    return off.kind.partition("/")[0]


def check_size(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Headings of another size than is due, but for those that open a paragraph whose text is of
    that size, too: that is told of the text."""
    texts = {(off.item.index, off.kind) for off in sizes_off(form, "body", as_one=True)}
    for off in sizes_off(form, *HEADINGS, as_one=True):
        if (off.item.index, off.kind) not in texts:
            yield off


def _rule(
    code: str,
    name: str,
    summary: Text,
    why: Text,
    change: tuple[str, str, str],
    check: Callable[[Form, Subject], Iterator[Deviation]],
    severity: Severity = Severity.WARNING,
) -> Rule:
    part, good, bad = change
    return Rule(
        code=code,
        name=name,
        severity=severity,
        summary=summary,
        why=why,
        source=Text("GB/T 9704-2012 7.3.3（正文层次）", "GB/T 9704-2012, 7.3.3 (levels)"),
        bad=bad,
        good=good,
        check=over_form(check),
        default=False,
        needs=WORD,
        sample=Sample("report", f"word/{part}.xml"),
    )


_LEVELS = Text(
    "层次标题靠字体分级：一级黑体，二级楷体，三级、四级仿宋；字体错了，读者分不清层次。",
    "Levels are told apart by fonts: 黑体, 楷体, then 仿宋.",
)
_START = '<w:p><w:pPr><w:pStyle w:val="Heading1"/>'


def _run(style: str, text: str, font: str) -> tuple[str, str, str]:
    start = f'<w:r><w:rPr><w:rStyle w:val="{style}"/>'
    fonts = f'<w:rFonts w:hint="eastAsia" w:eastAsia="{font}"/>'
    end = f"</w:rPr><w:t>{text}"
    return "document", start + end, start + fonts + end


RULES = (
    _rule(
        "F410",
        "first-heading-font",
        Text("一级标题不是黑体", "level-1 headings are not in 黑体"),
        _LEVELS,
        (
            "document",
            f"{_START}</w:pPr><w:r><w:t>二、",
            f'{_START}</w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr><w:t>二、',
        ),
        _font_check("heading_1"),
    ),
    _rule(
        "F411",
        "second-heading-font",
        Text("二级标题不是楷体", "level-2 headings are not in 楷体"),
        _LEVELS,
        _run("Heading2Run", "（二）工程", "黑体"),
        _font_check("heading_2"),
    ),
    _rule(
        "F412",
        "lower-heading-font",
        Text("三级以下标题不是仿宋", "headings of level 3 and below are not in 仿宋"),
        _LEVELS,
        _run("Heading3Run", "1.抓好", "楷体"),
        _font_check("heading_3", "heading_4", "heading_5"),
    ),
    _rule(
        "F413",
        "heading-size",
        Text("层次标题不是三号字", "headings are not of size 三号"),
        Text(
            "层次标题与正文一样用三号字，大一号小一号都会打乱每页 22 行。",
            "Headings are of the text's size; others break the grid.",
        ),
        (
            "document",
            f"{_START}</w:pPr><w:r><w:t>二、",
            f'{_START}</w:pPr><w:r><w:rPr><w:sz w:val="36"/></w:rPr><w:t>二、',
        ),
        check_size,
    ),
    _rule(
        "F414",
        "heading-indent",
        Text("层次标题没有左空二字", "headings are not indented by two characters"),
        Text(
            "层次标题也是自然段，左空二字，回行顶格。",
            "A heading is a paragraph like others: two characters in, wrapped lines flush.",
        ),
        (
            "document",
            f"{_START}</w:pPr><w:r><w:t>二、",
            f'{_START}<w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr><w:r><w:t>二、',
        ),
        check_indent,
        Severity.ERROR,
    ),
    _rule(
        "F417",
        "heading-centred",
        Text("层次标题居中或靠右", "headings are centred or on the right"),
        Text(
            "层次标题左空二字，不居中；居中的只有公文标题。",
            "Headings are indented; only the title is centred.",
        ),
        (
            "document",
            f"{_START}</w:pPr><w:r><w:t>二、",
            f'{_START}<w:jc w:val="center"/></w:pPr><w:r><w:t>二、',
        ),
        check_align,
        Severity.ERROR,
    ),
)
