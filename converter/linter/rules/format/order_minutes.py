"""F821 to F825: orders (命令（令）) and minutes (纪要)."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.looks import TWIPS_OF_HALF, grid_pitch, pitch_of, size_of
from converter.linter.form.words import mm
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import MM, WORD, begins_at
from converter.linter.rules.format._type import wrong_type
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.subject import Subject
    from converter.word.model import ParagraphLook

_LABEL = lazy(r"\s*(?P<word>出\s*席|请\s*假|列\s*席|缺\s*席)(?:人员)?\s*(?P<colon>[：:])")

_LINES = 0.75
"""So much of a line more or less is another number of lines."""


def _mark(form: Form, kind: str, words: tuple[str, ...], message: Text) -> Iterator[Deviation]:
    """A mark of a kind of document that does not end with one of its words."""
    marks = form.having("mark")
    text = "".join("".join(item.text.split()) for item in marks)
    if form.layout.kind == kind and text and not text.endswith(words):
        yield Deviation(marks[-1], message)


def _order(form: Form, _: Subject) -> Iterator[Deviation]:
    message = Text(
        "命令（令）的发文机关标志应由发文机关全称加“命令”或“令”字组成",
        "the mark of an order is the body's name with 命令 or 令",
    )
    return _mark(form, "order", ("令",), message)


def _minutes(form: Form, _: Subject) -> Iterator[Deviation]:
    message = Text("纪要的标志应由“×××××纪要”组成", "the mark of minutes ends with 纪要")
    return _mark(form, "minutes", ("纪要",), message)


def _type(form: Form, _: Subject) -> Iterator[Deviation]:
    yield from wrong_type(form, "attendance_label", "attendance")


def _colon(form: Form, _: Subject) -> Iterator[Deviation]:
    for item in form.having("attendance"):
        found = _LABEL.match(item.text)
        if found and found["colon"] != "：":
            word = "".join(found["word"].split())
            message = Text(f"“{word}”后应加全角冒号", f"{word} is followed by a full-width colon")
            yield Deviation(item, message, found.start("word"), found.end())


def _indent(form: Form, _: Subject) -> Iterator[Deviation]:
    style = form.expected("attendance")
    for item in form.having("attendance"):
        if item.place.where != "body":
            continue
        look = item.paragraph.look
        first = style.left - style.hanging + style.first_line
        if not begins_at(item, first, style):
            message = Text(
                f"“出席”“请假”“列席”应左空 {first} 字",
                f"attendance lines begin {first} characters in",
            )
            yield Deviation(item, message)
        elif _wraps(form, item.paragraph.look, len(item.text) * size_of(item) * TWIPS_OF_HALF):
            due = style.left * style.size.twips
            if abs(look.left - due) > MM:
                message = Text(
                    f"出席人员等回行时应与冒号后的首字对齐（左缩进 {mm(due)} mm），"
                    f"这里是 {mm(look.left)} mm",
                    f"wrapped lines align behind the colon ({mm(due)} mm), not at {mm(look.left)}",
                )
                yield Deviation(item, message)


def _wraps(form: Form, look: ParagraphLook, width: float) -> bool:
    """Whether text of that width takes more than a line."""
    return width > form.layout.page.text_width.twips - look.left - look.first_line - look.right


def _attendance_gap(form: Form, _: Subject) -> Iterator[Deviation]:
    items = [item for item in form.having("attendance") if item.place.where == "body"]
    due = form.expected("attendance").before
    there = form.blank_lines_above(items[0]) if items and form.before(items[0]) else due
    if abs(there - due) >= _LINES:
        message = Text(
            f"出席人员应在正文或附件说明下空 {due} 行，这里空 {there:.3g} 行",
            f"attendance stands {due} blank line(s) below the text, not {there:.3g}",
        )
        yield Deviation(items[0], message)


def _order_gap(form: Form, _: Subject) -> Iterator[Deviation]:
    head, numbers = form.layout.head, form.having("document_number")
    if form.layout.kind != "order" or head is None or len(numbers) != 1:
        return
    number = numbers[0]
    below = form.after(number) if number.place.where == "body" else None
    if below is None or below.element not in ("body", "recipient", "heading_1"):
        return
    between = form.flow[form.flow.index(number) + 1 : form.flow.index(below)]
    room = number.paragraph.look.after + below.paragraph.look.before
    looks = [item.paragraph.look for item in between]
    room += sum(look.before + look.after for look in looks)
    there = (room + sum(pitch_of(form, item) for item in between)) / grid_pitch(form)
    if abs(there - head.title_lines) >= _LINES:
        message = Text(
            f"命令的正文应在令号下空 {head.title_lines} 行，这里空 {there:.3g} 行",
            f"the text of an order begins {head.title_lines} blank lines below its number, "
            f"not {there:.3g}",
        )
        yield Deviation(below, message)


_ATTENDANCE = Text("GB/T 9704-2012 10.3（纪要格式）", "GB/T 9704-2012, 10.3 (minutes)")
_STYLE = '<w:pStyle w:val="GwAttendance"/>'

RULES = (
    Rule(
        code="F821",
        name="order-mark",
        severity=Severity.ERROR,
        summary=Text("命令的标志不以“令”结尾", "an order's mark without 令"),
        why=Text(
            "命令（令）的标志由发文机关全称加“命令”或“令”字组成，居中排布。",
            "The mark of an order is the body's full name with 命令 or 令.",
        ),
        source=Text("GB/T 9704-2012 10.2（命令（令）格式）", "GB/T 9704-2012, 10.2 (orders)"),
        sample=Sample("order"),
        good="云岭县人民政府令",
        bad="云岭县人民政府文件",
        check=over_form(_order),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F822",
        name="minutes-mark",
        severity=Severity.ERROR,
        summary=Text("纪要的标志不以“纪要”结尾", "the mark of minutes without 纪要"),
        why=Text("纪要标志由“×××××纪要”组成。", "The mark of minutes ends with 纪要."),
        source=_ATTENDANCE,
        sample=Sample("minutes"),
        good="常务会议纪要</w:t>",
        bad="常务会议文件</w:t>",
        check=over_form(_minutes),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F823",
        name="attendance-type",
        severity=Severity.WARNING,
        summary=Text("出席、列席人员的字体字号不对", "attendance in the wrong font or size"),
        why=Text(
            "“出席”二字一般用3号黑体字，姓名用3号仿宋体字；请假、列席也是这样。",
            "The label is set in 黑体, the names in 仿宋, both in size 3.",
        ),
        source=_ATTENDANCE,
        sample=Sample("minutes"),
        good='<w:rPr><w:rStyle w:val="GwAttendanceLabelRun"/></w:rPr><w:t>出席：',
        bad="<w:t>出席：",
        check=over_form(_type),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F824",
        name="attendance-form",
        severity=Severity.WARNING,
        summary=Text("“出席”后没有用全角冒号", "attendance without a full-width colon"),
        why=Text("“出席”二字后加全角冒号。", "A full-width colon follows the label."),
        source=_ATTENDANCE,
        sample=Sample("minutes"),
        good="出席：",
        bad="出席:",
        check=over_form(_colon),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F825",
        name="attendance-indent",
        severity=Severity.WARNING,
        summary=Text("出席、列席人员的缩进不对", "attendance with wrong indents"),
        why=Text(
            "左空二字，回行时与冒号后的首字对齐。",
            "It begins two characters in; wrapped lines align behind the colon.",
        ),
        source=_ATTENDANCE,
        sample=Sample("minutes"),
        good=_STYLE,
        bad=_STYLE + '<w:ind w:left="0" w:firstLine="0"/>',
        check=over_form(_indent),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F826",
        name="attendance-gap",
        severity=Severity.WARNING,
        summary=Text("出席人员上面没有空一行", "no blank line above the attendance"),
        why=Text(
            "出席人员名单编排在正文或附件说明下空一行的位置。",
            "Attendance stands one blank line below the text or the list of attachments.",
        ),
        source=_ATTENDANCE,
        sample=Sample("minutes"),
        good=_STYLE + "</w:pPr>",
        bad=_STYLE + '<w:spacing w:before="0"/></w:pPr>',
        check=over_form(_attendance_gap),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F827",
        name="order-gap",
        severity=Severity.ERROR,
        summary=Text("令号和正文之间空行不对", "not two blank lines below an order's number"),
        why=Text("令号下空二行编排正文。", "The text begins two blank lines below the number."),
        source=Text("GB/T 9704-2012 10.2（命令（令）格式）", "GB/T 9704-2012, 10.2 (orders)"),
        sample=Sample("order"),
        good='<w:spacing w:line="1158" w:lineRule="exact"/>',
        bad='<w:spacing w:line="579" w:lineRule="exact"/>',
        check=over_form(_order_gap),
        default=False,
        needs=WORD,
    ),
)
