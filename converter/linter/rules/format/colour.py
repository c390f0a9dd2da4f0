"""F112 and F113: the colour of text, and what is painted behind it."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.form import Form
from converter.linter.form.signs import is_red
from converter.linter.form.words import NAMES
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import WORD
from converter.linter.subject import Subject

_DARKEST = 0x10
"""Of a colour that nobody tells from black."""
_WHITE = ("", "FFFFFF", "AUTO", "NONE")


def _is_black(colour: str) -> bool:
    if len(colour) != 6:
        return True
    return all(int(colour[at : at + 2], 16) <= _DARKEST for at in (0, 2, 4))


def check_colour(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Text that is not black, or not red where the layout has it red."""
    for item, stretch, start, end, run in form.runs():
        due, found = form.expected(stretch.element).colour, run.look.colour.upper()
        if due == "FF0000" and is_red(found):
            continue
        if due and found == due.upper():
            continue
        if not due and _is_black(found):
            continue
        name = NAMES[stretch.element]
        shown = found if found and not _is_black(found) else ""
        yield Deviation(
            item,
            Text(
                f"{name.zh}的颜色是{f' #{shown}' if shown else '黑色'}，应为"
                f"{'红色' if due == 'FF0000' else f' #{due}' if due else '黑色'}",
                f"the colour of {name.en} is {f'#{shown}' if shown else 'black'}, due is "
                f"{'red' if due == 'FF0000' else f'#{due}' if due else 'black'}",
            ),
            start,
            end,
            kind=f"{shown}/{due}",
        )


def check_background(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Text that is highlighted or shaded, by itself or with its paragraph."""
    for item, _, start, end, run in form.runs():
        if item.place.table is not None:
            continue  # cells may be shaded
        fills = (run.look.fill.upper(), item.paragraph.look.fill.upper())
        if run.look.highlight or any(fill not in _WHITE for fill in fills):
            yield Deviation(
                item,
                Text("文字有底纹或突出显示，应去掉", "text is shaded or highlighted"),
                start,
                end,
            )


RULES = (
    Rule(
        code="F112",
        name="text-colour",
        severity=Severity.ERROR,
        summary=Text("文字不是黑色", "text is not black"),
        why=Text(
            "公文文字用黑色，红色只用于发文机关标志、版头分隔线和印章。",
            "Text is black; red is for the mark, the rule of the head and seals.",
        ),
        source=Text("GB/T 9704-2012 5.2.4（颜色）", "GB/T 9704-2012, 5.2.4 (colour)"),
        bad='<w:r><w:rPr><w:color w:val="2F5496"/></w:rPr><w:t>一、2024年工作总结</w:t>',
        good="<w:r><w:t>一、2024年工作总结</w:t>",
        check=over_form(check_colour),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F113",
        name="shaded-text",
        severity=Severity.WARNING,
        summary=Text("文字有底纹或突出显示", "text is shaded or highlighted"),
        why=Text(
            "突出显示多是改稿时做的记号，印出来是灰底。",
            "Highlighting is a mark of editing; in print it is a grey ground.",
        ),
        source=Text("通行做法（GB/T 9704-2012 5.2.4）", "practice (GB/T 9704-2012, 5.2.4)"),
        bad='<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>充实队伍',
        good="<w:r><w:t>充实队伍",
        check=over_form(check_background),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
)
