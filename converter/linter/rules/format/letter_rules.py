"""F811 to F814: the double rules of letters (信函格式)."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.layout.height import INK_ABOVE, INK_BELOW
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.looks import TWIPS_OF_HALF, size_of
from converter.linter.form.words import mm
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._heights import Bounds
from converter.linter.rules.format._letter_rules import ruled
from converter.linter.rules.format._looks import MM, WORD
from converter.linter.rules.format._mark_top import mark_top

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from converter.linter.form.form import Form
    from converter.linter.rules.format._letter_rules import Ruled
    from converter.linter.subject import Subject

_SPARE = 85
"""So far the upper rule may be from its place, in twips: 1 mm, half of one for the mark's font."""
_NAMES = (Text("上边的", "the upper"), Text("下边的", "the lower"))
_FORMS = {
    "thick-thin": Text("上粗下细", "the thick stroke above"),
    "thin-thick": Text("上细下粗", "the thin stroke above"),
    "even": Text("两条一样粗", "two even strokes"),
    "single": Text("单线", "a single stroke"),
}


def _due(form: Form) -> list[Ruled]:
    """The two rules of a letter; none where there are more or fewer, or it is no letter."""
    found = ruled(form) if form.layout.kind == "letter" else []
    return found if len(found) == 2 and all(rule.top is not None for rule in found) else []


def _missing(form: Form, _: Subject) -> Iterator[Deviation]:
    head = form.layout.head
    if form.layout.kind != "letter" or head is None or not form.flow:
        return
    count = len(ruled(form))
    wanted = sum(rule is not None for rule in (head.rule, head.foot_rule))
    if count < wanted and not _has_drawings(form) and not _has_idle_parts(form):
        message = Text(
            "信函应有上下两条红色双线，这里" + ("只有一条" if count else "没有"),
            f"a letter has two red double rules; here there is {'one' if count else 'none'}",
        )
        yield Deviation(form.flow[0], message)


def _has_drawings(form: Form) -> bool:
    """Whether something is drawn, or a border set, in the head or in a footer that may be a
    rule."""
    near = [item for item in form.items if item.number < 12 or item.place.where != "body"]
    return any(
        item.paragraph.look.borders
        or any(run.drawing is not None and not run.drawing.part for run in item.paragraph.runs)
        for item in near
        if item.place.where in ("body", "header", "footer")
    )


def _has_idle_parts(form: Form) -> bool:
    """Whether the file has headers or footers that are not in force, where its rules may be: that
    page 1 has none of its own is told by itself."""
    used = {footer.part for section in form.word.sections for footer in section.footers}
    starts = ("word/header", "word/footer")
    return any(name.startswith(starts) and name not in used for name in form.word.package.names)


def _form(form: Form, _: Subject) -> Iterator[Deviation]:
    head = form.layout.head
    strokes = (head.rule, head.foot_rule) if head else ()
    for name, rule, stroke in zip(_NAMES, _due(form), strokes, strict=False):
        if stroke and rule.form != stroke.form:
            due, there = _FORMS[stroke.form], _FORMS[rule.form]
            message = Text(
                f"信函{name.zh}红色双线应{due.zh}，这里是{there.zh}",
                f"{name.en} rule of a letter has {due.en}; here it has {there.en}",
            )
            yield Deviation(form.flow[0], message)
        if not rule.red:
            message = Text(f"信函{name.zh}双线应为红色", f"{name.en} rule of a letter is red")
            yield Deviation(form.flow[0], message)


def _width(form: Form, _: Subject) -> Iterator[Deviation]:
    head = form.layout.head
    for name, rule in zip(_NAMES, _due(form), strict=False):
        due = head.rule_width.twips if head else 0
        if abs(rule.length - due) > MM:
            message = Text(
                f"信函{name.zh}红色双线应长 {mm(due)} mm，这里长 {mm(rule.length)} mm",
                f"{name.en} rule of a letter is {mm(due)} mm long, not {mm(rule.length)} mm",
            )
            yield Deviation(form.flow[0], message)


def _place(form: Form, _: Subject) -> Iterator[Deviation]:
    """The upper rule by the mark, where its place can be told; the lower one by the paper."""
    head, rules = form.layout.head, _due(form)
    if head is None or head.rule is None or not rules:
        return
    below = _below_mark(form, rules[0])
    distance = head.rule.distance.twips
    if below is not None and below.off(distance) > _SPARE:
        there = below.high if below.high < distance else below.low
        message = Text(
            f"信函上边的红色双线应在发文机关标志下 {mm(distance)} mm，这里约 {mm(there)} mm",
            f"the upper rule of a letter is {mm(distance)} mm below the mark, not {mm(there)} mm",
        )
        yield Deviation(form.flow[0], message)
    foot, due = rules[1].foot or 0, head.foot_rule_bottom.twips
    there = form.word.sections[0].height - foot
    if abs(there - due) > MM:
        message = Text(
            f"信函下边的红色双线应距下页边 {mm(due)} mm，这里 {mm(there)} mm",
            f"the lower rule of a letter is {mm(due)} mm from the paper's foot, not {mm(there)} mm",
        )
        yield Deviation(form.flow[0], message)


def _below_mark(form: Form, rule: Ruled) -> Bounds | None:
    """From the ink of a mark of one line, where that is in its place, to a rule below it."""
    marks = form.having("mark")
    top = mark_top(form, marks[0]) if len(marks) == 1 and "\n" not in marks[0].text else None
    head = form.layout.head
    if top is None or rule.top is None or head is None:
        return None
    if top.off(head.mark_top.twips) > _SPARE:
        return None  # that is told of the mark
    size = size_of(marks[0]) * TWIPS_OF_HALF
    height = size * (INK_ABOVE + INK_BELOW) / 100
    return Bounds(rule.top - top.high - height, rule.top - top.low - height)


def _rule(
    code: str,
    name: str,
    summary: Text,
    part: str,
    examples: tuple[str, str],
    check: Callable[[Form, Subject], Iterator[Deviation]],
) -> Rule:
    return Rule(
        code=code,
        name=name,
        severity=Severity.ERROR,
        summary=summary,
        why=Text(
            "发文机关标志下 4 mm处印一条红色双线（上粗下细），距下页边 20 mm处印一条"
            "红色双线（上细下粗），线长均为 170 mm，居中。",
            "A red double rule of 170 mm stands 4 mm below the mark, the thick stroke above, and "
            "another 20 mm above the paper's foot, the thin stroke above.",
        ),
        source=Text("GB/T 9704-2012 10.1（信函格式）", "GB/T 9704-2012, 10.1 (letters)"),
        sample=Sample("letter", part),
        good=examples[0],
        bad=examples[1],
        check=over_form(check),
        default=False,
        needs=WORD,
    )


_HEADER, _FOOTER = "word/header1.xml", "word/footer3.xml"

RULES = (
    _rule(
        "F811",
        "letter-rule-missing",
        Text("信函缺少红色双线", "a letter without its double rules"),
        _HEADER,
        ("<v:rect ", "<v:oval "),
        _missing,
    ),
    _rule(
        "F812",
        "letter-rule-form",
        Text("信函的双线粗细不对", "a letter's rules with the wrong strokes"),
        _HEADER,
        ("height:1.5pt", "height:0.75pt"),
        _form,
    ),
    _rule(
        "F813",
        "letter-rule-width",
        Text("信函的双线不是 170 mm", "a letter's rules of another length"),
        _HEADER,
        ("width:481.9pt", "width:442.2pt"),
        _width,
    ),
    _rule(
        "F814",
        "letter-rule-place",
        Text("信函下边的双线位置不对", "a letter's lower rule in the wrong place"),
        _FOOTER,
        ("margin-top:78", "margin-top:75"),
        _place,
    ),
)
