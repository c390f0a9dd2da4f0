"""F601 to F605: the rules of 版记, and its place."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.words import mm
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._imprint import edges, lines_of, table_of
from converter.linter.rules.format._looks import WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.subject import Subject
    from converter.word.model import Box

_EIGHTH = 8 * 72 / 25.4
"""Eighths of a point in a millimetre."""
_WIDTH = 85
"""So many twips more or less are no other width: 1.5 mm."""
_FOOT = 170
"""The last rule may be so far from the foot of the text area: 3 mm, for what boxes keep free."""
_EMU = 635


def _missing(form: Form, _: Subject) -> Iterator[Deviation]:
    if form.layout.kind == "letter":
        return
    found = list(edges(form))
    bare = [edge for edge in found if not edge.borders]
    if found and len(bare) == len(found):
        yield Deviation(found[0].item, Text("版记没有分隔线", "the imprint has no rules"))
        return
    for edge in bare:
        name = _name(edge.outer, edge.above)
        yield Deviation(edge.item, Text(f"版记缺少{name.zh}", f"the imprint lacks {name.en}"))


def _name(outer: bool, above: bool) -> Text:
    if not outer:
        return Text("中间的分隔线", "the rule in its middle")
    return Text("首条分隔线", "its first rule") if above else Text("末条分隔线", "its last rule")


def _weight(form: Form, _: Subject) -> Iterator[Deviation]:
    if form.layout.kind == "letter":
        return
    imprint, wrong = form.layout.imprint, []
    for edge in edges(form):
        due = (imprint.outer if edge.outer else imprint.inner).weight
        if edge.borders and all(abs(b.size - due.eighths) > 1 for b in edge.borders):
            wrong.append((edge, due, edge.borders[0].size / _EIGHTH))
    if wrong:
        names = [_name(edge.outer, edge.above) for edge, _due, _there in wrong]
        edge, due, there = wrong[0]
        message = Text(
            f"版记的{'、'.join(name.zh for name in names)}粗细不合推荐："
            f"推荐 {due.mm:g} mm，这里是 {there:.2g} mm",
            f"{', '.join(name.en for name in names)} of the imprint: {due.mm:g} mm is recommended, "
            f"here it is {there:.2g} mm",
        )
        yield Deviation(edge.item, message)


def _width(form: Form, _: Subject) -> Iterator[Deviation]:
    lines = lines_of(form)
    if form.layout.kind == "letter" or not lines:
        return
    due, table = form.layout.page.text_width.twips, table_of(form)
    if table is not None:
        there = sum(table.widths)
        seen = any(edge.borders for edge in edges(form))
    else:
        ruled = [edge.item for edge in edges(form) if edge.borders]
        own = [item.paragraph.look for item in ruled if item.paragraph.look.borders]
        indents = [min(look.left, look.left + look.first_line) + look.right for look in own]
        there, seen = due - max(indents, default=0), bool(own)
    if seen and there and abs(there - due) > _WIDTH:
        message = Text(
            f"版记中的分隔线应与版心等宽（{mm(due)} mm），这里长 {mm(there)} mm",
            f"the rules of the imprint should be as wide as the text area ({mm(due)} mm), "
            f"not {mm(there)} mm",
        )
        yield Deviation(lines[0], message)


def _place(form: Form, _: Subject) -> Iterator[Deviation]:
    lines = lines_of(form)
    boxes = {id(item.place.box): item.place.box for item in lines}
    box = next(iter(boxes.values()), None)
    if len(boxes) == 1 and box is not None and _is_off(form, box):
        message = Text(
            "版记应在最后一页，末条分隔线与版心下边缘重合",
            "the imprint's last rule should stand at the foot of the text area",
        )
        yield Deviation(lines[0], message)


def _is_off(form: Form, box: Box) -> bool:
    """Whether a text box is placed elsewhere than at the foot of the text area; not, where its
    place hangs on a paragraph."""
    origin, align, offset = box.relative_from[1], box.align[1], box.offset[1]
    section = form.word.sections[-1]
    if align:
        return (origin, align) in {
            *(("margin", side) for side in ("top", "center", "inside")),
            *(("page", side) for side in ("top", "center", "bottom")),
        }
    origins = {"page": 0, "margin": section.top}
    if offset is None or origin not in origins or not box.size[1]:
        return False
    foot = origins[origin] + (offset + box.size[1]) / _EMU
    return abs(foot - (section.height - section.bottom)) > _FOOT


def _attachment_below(form: Form, _: Subject) -> Iterator[Deviation]:
    """Attachments behind an imprint that stands in the text, or, where none does, behind the
    paragraph that its box hangs on."""
    every = lines_of(form)
    lines = [item for item in every if item.place.box is None] or every
    if not lines:
        return
    for item in form.having("attachment_label"):
        if item.number > lines[-1].number > 0:
            message = Text(
                "附件应在版记之前，与正文一起装订", "attachments stand before the imprint"
            )
            yield Deviation(item, message)


_SOURCE = Text("GB/T 9704-2012 7.4.1（版记中的分隔线）", "GB/T 9704-2012, 7.4.1 (imprint rules)")
_FIRST = '<w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
_BOTTOM = "mso-position-vertical:bottom;mso-position-vertical-relative:margin"
_LABEL = (
    '<w:p><w:pPr><w:pStyle w:val="GwAttachmentLabel"/><w:pageBreakBefore/></w:pPr><w:r><w:t>附件2'
)

RULES = (
    Rule(
        code="F601",
        name="imprint-rule-missing",
        severity=Severity.ERROR,
        summary=Text("版记缺少分隔线", "an imprint without one of its rules"),
        why=Text(
            "版记的首条和末条分隔线之间是版记；各要素之间再用一条细线隔开。",
            "The imprint is what stands between its first and its last rule.",
        ),
        source=_SOURCE,
        sample=Sample("official"),
        good=_FIRST,
        bad="",
        check=over_form(_missing),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F602",
        name="imprint-rule-weight",
        severity=Severity.INFO,
        summary=Text("版记的分隔线粗细不合推荐", "imprint rules of another weight"),
        why=Text(
            "推荐首条和末条分隔线用粗线（0.35 mm），中间的用细线（0.25 mm）。",
            "The first and last are recommended to be 0.35 mm, those between 0.25 mm.",
        ),
        source=_SOURCE,
        sample=Sample("official"),
        good=_FIRST,
        bad=_FIRST.replace('"8"', '"4"'),
        check=over_form(_weight),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F603",
        name="imprint-rule-width",
        severity=Severity.ERROR,
        summary=Text("版记的分隔线和版心不等宽", "imprint rules of another width"),
        why=Text("版记中的分隔线与版心等宽。", "They are as wide as the text area."),
        source=_SOURCE,
        sample=Sample("official"),
        good='<w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>',
        bad='<w:tblGrid><w:gridCol w:w="8960"/></w:tblGrid>',
        check=over_form(_width),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F604",
        name="imprint-place",
        severity=Severity.ERROR,
        summary=Text("版记不在版心下边缘", "an imprint not at the foot of the text area"),
        why=Text(
            "末条分隔线与公文最后一面的版心下边缘重合。",
            "The last rule coincides with the foot of the text area of the last page.",
        ),
        source=_SOURCE,
        sample=Sample("official"),
        good=_BOTTOM,
        bad=_BOTTOM.replace("bottom", "top"),
        check=over_form(_place),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F605",
        name="attachment-below-imprint",
        severity=Severity.ERROR,
        summary=Text("附件排在版记之后", "an attachment below the imprint"),
        why=Text(
            "附件应当另面编排，并在版记之前，与公文正文一起装订。",
            "Attachments begin on a new page before the imprint and are bound with the text.",
        ),
        source=Text("GB/T 9704-2012 7.3.7（附件）", "GB/T 9704-2012, 7.3.7 (attachments)"),
        sample=Sample("official"),
        good=_LABEL,
        bad='<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/></w:tblPr><w:tblGrid>'
        '<w:gridCol w:w="8844"/></w:tblGrid><w:tr><w:tc><w:p><w:pPr><w:pStyle w:val="GwCopies"/>'
        f"</w:pPr><w:r><w:t>抄送：县委办公室。</w:t></w:r></w:p></w:tc></w:tr></w:tbl>{_LABEL}",
        check=over_form(_attachment_below),
        default=False,
        needs=WORD,
    ),
)
