"""F241 to F244: the red rule below the head (版头中的分隔线)."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.signs import is_red
from converter.linter.form.words import mm
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import WORD
from converter.linter.rules.format._rules_drawn import (
    foot,
    holds_drawing,
    holds_table,
    last_line,
    rules_below,
    zone,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.layout.table import Rule as Stroke
    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.linter.rules.format._rules_drawn import Drawn
    from converter.linter.subject import Subject

_WIDTH = 85
"""The rule may be so many twips longer or shorter: 1.5 mm."""
_DISTANCE = 57
"""So many twips higher or lower: 1 mm."""


def _due(form: Form) -> tuple[Stroke, Item] | None:
    """The rule that the layout asks for, and the line it belongs below; None where there is none,
    or where the head is made in another way than in the flow."""
    head = form.layout.head
    line = last_line(form)
    if head is None or head.rule is None or head.rule.form != "single" or line is None:
        return None
    return head.rule, line


def _only(form: Form) -> tuple[Stroke, Drawn] | None:
    """The rule that is there, if there is exactly one that can be it."""
    due = _due(form)
    found = list(rules_below(form, due[1])) if due else []
    return (due[0], found[0]) if due and len(found) == 1 else None


def _missing(form: Form, _: Subject) -> Iterator[Deviation]:
    due = _due(form)
    if due is None or form.first("mark") is None or list(rules_below(form, due[1])):
        return
    if (
        form.word.lines
        or any(holds_drawing(item) or item.paragraph.look.borders for item in zone(form))
        or holds_table(form)
    ):
        return
    yield Deviation(due[1], Text("版头没有红色分隔线", "the head has no red rule"))


def _colour(form: Form, _: Subject) -> Iterator[Deviation]:
    found = _only(form)
    if found is None or not is_red(found[0].colour):
        return
    colour = found[1].colour
    if colour is not None and not is_red(colour):
        yield Deviation(
            found[1].item, Text("版头中的分隔线应为红色", "the rule of the head should be red")
        )


def _width(form: Form, _: Subject) -> Iterator[Deviation]:
    found, head = _only(form), form.layout.head
    if not found or head is None:
        return
    there, due = found[1].length, head.rule_width.twips
    if abs(there - due) > _WIDTH:
        message = Text(
            f"版头中的分隔线应与版心等宽（{mm(due)} mm），这里长 {mm(there)} mm",
            f"the rule of the head should be as wide as the text area ({mm(due)} mm), "
            f"not {mm(there)} mm",
        )
        yield Deviation(found[1].item, message)


def _distance(form: Form, _: Subject) -> Iterator[Deviation]:
    found = _only(form)
    if not found or found[1].distance is None:
        return
    style = form.expected("document_number")
    due = foot(style.line_pitch.twips, style.size.twips) + found[0].distance.twips
    there = found[1].distance
    if abs(there - due) > _DISTANCE:
        message = Text(
            f"分隔线应在发文字号之下 {round(due / 56.7)} mm，这里约 {mm(there)} mm",
            f"the rule should stand {round(due / 56.7)} mm below the document number, "
            f"not {mm(there)} mm",
        )
        yield Deviation(found[1].item, message)


_SOURCE = Text("GB/T 9704-2012 7.2.7（版头中的分隔线）", "GB/T 9704-2012, 7.2.7 (rule of the head)")
_BORDER = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="7" w:color="FF0000"/></w:pBdr>'
_WHY = Text(
    "发文字号之下 4 mm处居中印一条与版心等宽的红色分隔线。",
    "A red rule as wide as the text area stands 4 mm below the document number.",
)

RULES = (
    Rule(
        code="F241",
        name="head-rule-missing",
        severity=Severity.ERROR,
        summary=Text("版头没有红色分隔线", "a head without its red rule"),
        why=_WHY,
        source=_SOURCE,
        sample=Sample("official"),
        good=_BORDER,
        bad="",
        check=over_form(_missing),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F242",
        name="head-rule-colour",
        severity=Severity.ERROR,
        summary=Text("版头的分隔线不是红色", "a rule of the head that is not red"),
        why=_WHY,
        source=_SOURCE,
        sample=Sample("official"),
        good=_BORDER,
        bad=_BORDER.replace("FF0000", "000000"),
        check=over_form(_colour),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F243",
        name="head-rule-width",
        severity=Severity.ERROR,
        summary=Text("版头的分隔线和版心不等宽", "a rule of the head of another width"),
        why=_WHY,
        source=_SOURCE,
        sample=Sample("official"),
        good='<w:spacing w:before="1158"/></w:pPr><w:r><w:t>云水',
        bad='<w:spacing w:before="1158"/><w:ind w:left="900" w:right="900"/></w:pPr><w:r><w:t>云水',
        check=over_form(_width),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F244",
        name="head-rule-distance",
        severity=Severity.ERROR,
        summary=Text("版头的分隔线离发文字号太近或太远", "a rule of the head too near or too far"),
        why=_WHY,
        source=_SOURCE,
        sample=Sample("official"),
        good=_BORDER,
        bad=_BORDER.replace('w:space="7"', 'w:space="1"'),
        check=over_form(_distance),
        default=False,
        needs=WORD,
    ),
)
