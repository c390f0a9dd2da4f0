"""F114 and F115: blanks in the place of indents, and blank lines of another height."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.form import Form
from converter.linter.form.items import Item
from converter.linter.form.looks import grid_pitch, pitch_of
from converter.linter.form.signs import HEAD_KEYS
from converter.linter.form.words import points
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import HEADINGS, TEXT, WORD, leading
from converter.linter.rules.format.lines import fits
from converter.linter.subject import Subject

_PLACED = (
    *(*TEXT, *HEADINGS, "title", "subtitle", "below_title", "attachment_label"),
    "attachment_title",
)
_LEAST_SHARE = 0.5
"""A blank paragraph of less than half a line is a gap, not a blank line."""


def check_leading(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Paragraphs that begin with blanks or tabs."""
    for item in form.flow:
        blanks = leading(item.text) if item.element in _PLACED else ""
        if blanks:
            yield Deviation(
                item,
                Text(
                    "段首用空格或制表符空出位置，应改用缩进（“首行缩进 2 字符”等）",
                    "blanks or tabs stand for an indent",
                ),
                0,
                len(blanks),
            )


def check_blank_lines(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Blank lines between text that are not as high as a line of the grid; those that are as high
    as the lines above them are told with these."""
    last: Item | None = None
    held: list[Item] = []
    for item in form.flow:
        if not item.is_blank:
            yield from (_told(form, blank) for blank in held if last is not None)
            last, held = item, []
        elif _is_odd(form, item, last):
            held.append(item)


def _is_odd(form: Form, item: Item, above: Item | None) -> bool:
    if any(run.drawing or run.boxes for run in item.paragraph.runs):
        return False
    pitch, due = pitch_of(form, item), grid_pitch(form)
    lines = round(pitch / due)
    if pitch < due * _LEAST_SHARE or (lines and fits(form, pitch / lines)):
        return False
    if above is None or above.element in HEAD_KEYS:
        return False  # what makes room for the mark is as high as it must be
    return abs(pitch_of(form, above) - pitch) > 1


def _told(form: Form, item: Item) -> Deviation:
    found, due = points(pitch_of(form, item)), points(grid_pitch(form))
    return Deviation(
        item,
        Text(
            f"空行高 {found} 磅，应与正文行距一样是 {due} 磅",
            f"a blank line is {found} pt high, due is {due} pt",
        ),
    )


RULES = (
    Rule(
        code="F114",
        name="leading-blanks",
        severity=Severity.ERROR,
        summary=Text("段首用空格代替缩进", "blanks instead of an indent"),
        why=Text(
            "标准的“空二字”是版面位置；空格会随字体、两端对齐伸缩，改字以后也对不齐。",
            "Blanks stretch with fonts and justification; an indent stays.",
        ),
        source=Text("GB/T 9704-2012 3.1、7.3.3（字、空二字）", "GB/T 9704-2012, 3.1 and 7.3.3"),
        bad="<w:t>　　充实队伍",
        good="<w:t>充实队伍",
        check=over_form(check_leading),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F115",
        name="blank-line-height",
        severity=Severity.WARNING,
        summary=Text("空行与正文行高不同", "a blank line is not as high as the others"),
        why=Text(
            "标准的“空一行”是版心的一行；空行高矮不一，每页就排不满 22 行。",
            "A blank line is a line of the grid; others break the 22 lines of a page.",
        ),
        source=Text("GB/T 9704-2012 3.2（行）", "GB/T 9704-2012, 3.2 (line)"),
        bad='<w:p><w:pPr><w:pStyle w:val="GwBody"/><w:spacing w:line="700" w:lineRule="exact"/>'
        '</w:pPr></w:p><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>二、存在的问题',
        good='<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>二、存在的问题',
        check=over_form(check_blank_lines),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
)
