"""F403 to F407: indents, alignment, room and breaks of the text's paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.form import Form
from converter.linter.form.items import Item
from converter.linter.form.looks import pitch_of, size_of
from converter.linter.form.words import ALIGNS, points
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import (
    HEADINGS,
    MM,
    WORD,
    begins_at,
    characters_in,
)
from converter.linter.rules.format.lines import fits
from converter.linter.subject import Subject
from converter.patterns import lazy

_GREETING = lazy(r"(?:尊敬的)?(?:各位|同志们|代表们|同事们|朋友们|领导)[^。；]{0,20}[：:！!]")
"""Whom a speech addresses: flush left, as recipients are."""


def _texts(form: Form) -> Iterator[Item]:
    return (item for item in form.flow if item.element == "body")


def _is_inset(form: Form, item: Item) -> bool:
    """Whether a paragraph stands in or out as a whole, on either side."""
    look, style = item.paragraph.look, form.expected("body")
    full = style.size.twips
    # A number with a hanging indent in front of the text hangs by as much as that is inset.
    left = look.left + min(look.first_line, 0)
    return abs(left - style.left * full) > MM or abs(look.right - style.right * full) > MM


def check_first_line(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Paragraphs of the text whose first line does not begin two characters in, be it by an
    indent or by blanks."""
    for item in _texts(form):
        style, look = form.expected("body"), item.paragraph.look
        due = style.first_line - style.hanging
        if look.align in ("center", "right", "distribute"):
            continue
        if begins_at(item, due, style, is_first=True) or begins_at(item, due + style.left, style):
            continue
        if _is_inset(form, item) or _GREETING.fullmatch(item.text.strip()):
            continue
        found = characters_in(item, look.first_line)
        yield Deviation(
            item,
            Text(
                f"正文段首空 {found} 字，应左空 {due} 字"
                if look.first_line > 0
                else f"正文段首没有空 {due} 字",
                f"the first line is indented by {found}, due are {due} characters",
            ),
        )


def check_sides(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Paragraphs of text and headings that stand in or out on either side."""
    for item in form.flow:
        if item.element not in ("body", *HEADINGS) or not _is_inset(form, item):
            continue
        look = item.paragraph.look
        if item.element != "body" and abs(look.right) <= MM:
            continue  # where a heading begins is told by a rule of its own
        left, right = characters_in(item, look.left), characters_in(item, look.right)
        yield Deviation(
            item,
            Text(
                f"整段左缩进 {left} 字、右缩进 {right} 字，回行应顶格、排到版心右边",
                f"the paragraph is indented by {left} on the left and {right} on the right",
            ),
        )


def check_align(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Paragraphs of the text that are centred, on the right, or spread."""
    for item in _texts(form):
        found, due = item.paragraph.look.align, form.expected("body").align
        if found in ("left", "both", due):
            continue
        yield Deviation(
            item,
            Text(
                f"正文{ALIGNS[found].zh}，应为{ALIGNS[due].zh}",
                f"the text is {ALIGNS[found].en}, due is {ALIGNS[due].en}",
            ),
        )


def check_room(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Paragraphs of text and headings with room, or with blank lines, above or below them."""
    yield from _blanks_between(form)
    for item in form.flow:
        if item.element not in ("body", *HEADINGS):
            continue
        look, style = item.paragraph.look, form.expected(item.element)
        pitch = style.line_pitch.twips
        above, below = look.before - style.before * pitch, look.after - style.after * pitch
        if max(abs(above), abs(below)) <= size_of(item):
            continue
        yield Deviation(
            item,
            Text(
                f"段前 {points(look.before)} 磅、段后 {points(look.after)} 磅，"
                f"应为 {points(style.before * pitch)} 磅、{points(style.after * pitch)} 磅",
                f"{points(look.before)} pt above and {points(look.after)} pt below a paragraph",
            ),
        )


def _blanks_between(form: Form) -> Iterator[Deviation]:
    """Blank lines, as high as lines of the text, between two paragraphs of it."""
    above: Item | None = None
    blanks: list[Item] = []
    for item in form.items:
        if item.place.where == "body" and item.is_blank and not _holds(item):
            blanks.append(item)
            continue
        is_text = item.place.where == "body" and item.element in ("body", *HEADINGS)
        if is_text and above and above.paragraph.section == item.paragraph.section:
            for blank in blanks:
                if fits(form, pitch_of(form, blank)):
                    message = Text("段与段之间有空行，应删去", "a blank line between paragraphs")
                    yield Deviation(blank, message, severity=Severity.INFO)
        above, blanks = item if is_text else None, []


def _holds(item: Item) -> bool:
    """Whether a paragraph without text holds something else: a picture, a box, a new page."""
    return any(run.drawing or run.boxes or run.page_break for run in item.paragraph.runs)


def check_breaks(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Paragraphs of text and headings that a manual line break divides: what follows it has no
    first line of its own."""
    for item in form.flow:
        text = item.text.rstrip()
        if item.element in ("body", *HEADINGS) and "\n" in text.lstrip("\n"):
            yield Deviation(
                item,
                Text(
                    "段内用手动换行符（Shift+Enter）换行，换行后没有左空二字，应分成自然段",
                    "a manual line break divides the paragraph; what follows is not indented",
                ),
            )


_BODY = '<w:p><w:pPr><w:pStyle w:val="GwBody"/>'
_GOOD = f"{_BODY}</w:pPr><w:r><w:t>队伍力量不足"


def _bad(properties: str) -> str:
    return f"{_BODY}{properties}</w:pPr><w:r><w:t>队伍力量不足"


_SOURCE = Text("GB/T 9704-2012 7.3.3（正文）", "GB/T 9704-2012, 7.3.3 (text)")

RULES = (
    Rule(
        code="F403",
        name="first-line-indent",
        severity=Severity.ERROR,
        summary=Text("正文段首没有左空二字", "the first line is not indented by two characters"),
        why=Text(
            "每个自然段左空二字，回行顶格。",
            "Each paragraph begins two characters in, later lines are flush.",
        ),
        source=_SOURCE,
        bad=_bad('<w:ind w:firstLineChars="0" w:firstLine="0"/>'),
        good=_GOOD,
        check=over_form(check_first_line),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F404",
        name="side-indent",
        severity=Severity.ERROR,
        summary=Text("整段缩进", "a paragraph is indented as a whole"),
        why=Text(
            "回行顶格，文字排满版心；整段缩进后每行就不是 28 字。",
            "Later lines are flush and fill the text area, or there are not 28 on a line.",
        ),
        source=_SOURCE,
        bad=_bad('<w:ind w:leftChars="200" w:left="640"/>'),
        good=_GOOD,
        check=over_form(check_sides),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F405",
        name="text-alignment",
        severity=Severity.WARNING,
        summary=Text("正文居中、靠右或分散对齐", "the text is centred, on the right or spread"),
        why=Text(
            "正文两端对齐，版心右边才整齐。",
            "The text is justified, so that its right edge is even.",
        ),
        source=_SOURCE,
        bad=_bad('<w:jc w:val="center"/>'),
        good=_GOOD,
        check=over_form(check_align),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F406",
        name="paragraph-spacing",
        severity=Severity.WARNING,
        summary=Text("段前、段后有间距", "room above or below a paragraph"),
        why=Text(
            "段与段之间不空；有段前段后间距，每页就排不满 22 行。",
            "Paragraphs follow one another without room, or there are not 22 lines a page.",
        ),
        source=Text("GB/T 9704-2012 5.2.3（行数）", "GB/T 9704-2012, 5.2.3 (lines a page)"),
        bad=_bad('<w:spacing w:before="156" w:after="156"/>'),
        good=_GOOD,
        check=over_form(check_room),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F407",
        name="manual-line-break",
        severity=Severity.WARNING,
        summary=Text("用手动换行符分段", "manual line breaks instead of paragraphs"),
        why=Text(
            "手动换行符不分段，后面的文字没有左空二字，两端对齐时上一行还会被拉开。",
            "What follows a manual line break is not indented, and justified lines are torn apart.",
        ),
        source=_SOURCE,
        bad="<w:t>充实队伍，招录专业人员3名，</w:t><w:br/><w:t>更新乡镇水厂",
        good="<w:t>充实队伍，招录专业人员3名，更新乡镇水厂",
        check=over_form(check_breaks),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
)
