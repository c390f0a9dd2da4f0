"""F110 and F111: lines on a page, characters on a line."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.form import Form
from converter.linter.form.items import Item
from converter.linter.form.looks import CHARACTER_GRIDS, is_on_grid, pitch_of
from converter.linter.form.words import points
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import CHINESE, HEADINGS, TEXT, WORD
from converter.linter.subject import Subject
from converter.word.model import Run, Section

_EVERY = (*TEXT, *HEADINGS, "subtitle", "below_title", "above_title", "attachment_label")


def fits(form: Form, pitch: float) -> bool:
    """Whether lines of that height make as many a page as the layout has; one that does not fill
    its pages with lines asks for the very height."""
    grid, height = form.layout.grid, form.layout.page.text_height.twips
    due = grid.line_pitch.twips
    if due != height // grid.lines:
        return abs(pitch - due) <= 1
    return height / (grid.lines + 1) < pitch <= height / grid.lines


def check_pitch(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Paragraphs whose lines have another height than those of the layout's grid."""
    grid = form.layout.grid
    for item in form.flow:
        if item.element in _EVERY and form.expected(item.element).line_pitch == grid.line_pitch:
            pitch = pitch_of(form, item)
            if not fits(form, pitch):
                yield Deviation(item, _told(form, item, pitch))


def _told(form: Form, item: Item, pitch: float) -> Text:
    grid, look = form.layout.grid, item.paragraph.look
    count = int(form.layout.page.text_height.twips // pitch) if pitch else 0
    due = points(grid.line_pitch.twips)
    given = {
        "exact": (f"固定值 {points(look.line)} 磅", f"exactly {points(look.line)} pt"),
        "atLeast": (f"最小值 {points(look.line)} 磅", f"at least {points(look.line)} pt"),
    }
    times = f"{round(look.line / 240, 2):g}"
    zh, en = given.get(look.line_rule, (f"{times} 倍行距", f"{times} lines"))
    zh = zh.replace("1 倍行距", "单倍行距") if times == "1" else zh
    if is_on_grid(look, form.section(item)):
        zh += f"（文档网格每行 {points(form.section(item).pitch)} 磅）"
    if look.line_rule == "exact" or is_on_grid(look, form.section(item)):
        zh += f"，每页 {count} 行"
    return Text(
        f"行距是{zh}；应为固定值 {due} 磅，每页 {grid.lines} 行",
        f"lines are {en} apart; due is exactly {due} pt, {grid.lines} lines a page",
    )


def check_characters(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Paragraphs of the text on whose lines stand more or fewer characters than the layout has,
    for the spacing of their characters or for Word's grid. Text of another
    size, and margins, have rules of their own."""
    due = form.layout.grid.characters
    for item, _, start, end, run in form.runs("body"):
        is_most = (end - start) * 2 >= len(item.text.strip())
        if not (is_most and CHINESE.search(item.text, start, end)):
            continue  # a few words may be set closer to make a line fit
        if run.look.size != form.expected("body").size.half_points:
            continue  # that is told by itself
        section = form.section(item)
        counts = _counts(form, item, run, section)
        if due not in counts:
            spacing = form.expected("body").spacing.twips
            advice = f"字符间距{'紧缩' if spacing < 0 else '加宽'} {points(abs(spacing))} 磅"
            if section.columns > 1:
                advice = f"分了 {section.columns} 栏，公文不分栏"
            yield Deviation(
                item,
                Text(
                    f"每行排 {counts[0]} 字，应为 {due} 字（{advice}）",
                    f"{counts[0]} characters a line, due are {due}",
                ),
            )


def _counts(form: Form, item: Item, run: Run, section: Section) -> list[int]:
    """How many characters stand on a line; two counts where programs differ on what the grid of
    characters adds."""
    size = form.expected("body").size.twips
    room = form.layout.page.text_width.twips / max(section.columns, 1)
    own = size * run.look.scale / 100 + run.look.spacing
    advances = [own]
    if section.grid in CHARACTER_GRIDS and item.paragraph.look.snap_to_grid:
        added = section.char_space / 4096 * 20
        advances = [own + added, form.word.default_run.size * 10 + added]
    return [int((room + 0.5) // advance) for advance in advances if advance > 0] or [0]


RULES = (
    Rule(
        code="F110",
        name="line-pitch",
        severity=Severity.WARNING,
        summary=Text("行距不对，每页不是 22 行", "the line pitch does not make 22 lines a page"),
        why=Text(
            "版心高 225 mm，排 22 行，行距应为固定值 28.95 磅；29 磅只排得下 21 行。",
            "22 lines fill the text area at exactly 28.95 pt; at 29 pt there are 21.",
        ),
        source=Text("GB/T 9704-2012 5.2.3（行数）", "GB/T 9704-2012, 5.2.3 (lines a page)"),
        bad='w:line="580" w:lineRule="exact"',
        good='w:line="579" w:lineRule="exact"',
        check=over_form(check_pitch),
        default=False,
        needs=WORD,
        sample=Sample("report", "word/styles.xml"),
    ),
    Rule(
        code="F111",
        name="characters-per-line",
        severity=Severity.WARNING,
        summary=Text("每行不是 28 字", "not 28 characters a line"),
        why=Text(
            "三号字 16 磅，版心宽 442.2 磅，不调字符间距每行只排得下 27 字；紧缩 0.25 磅，"
            "或用文档网格指定每行 28 字。",
            "At 16 pt only 27 characters stand on a line of 156 mm; condensed by 0.25 pt, 28 do.",
        ),
        source=Text("GB/T 9704-2012 5.2.3（字数）", "GB/T 9704-2012, 5.2.3 (characters a line)"),
        bad='<w:spacing w:val="0"/><w:sz w:val="32"/>',
        good='<w:spacing w:val="-5"/><w:sz w:val="32"/>',
        check=over_form(check_characters),
        default=False,
        needs=WORD,
        sample=Sample("report", "word/styles.xml"),
    ),
)
