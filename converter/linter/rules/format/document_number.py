"""F221 to F224: 发文字号 of documents with a red head."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.signs import NUMBER
from converter.linter.form.words import ALIGNS, mm
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._extents import extents, rooms
from converter.linter.rules.format._looks import WORD
from converter.linter.rules.format._type import wrong_type
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.linter.subject import Subject

_UNENDED = lazy(r"[〔\[（(【][0-9]{2,4}[〕\]）)】]\s*第?\s*[0-9]{1,5}\s*$")
_PADDED = lazy(r"第\s*0[0-9]*\s*[号期]")
_HALF = 0.5
"""So much of a character, or of a line, is a deviation."""
_LINES = 0.75


def _form(form: Form, _: Subject) -> Iterator[Deviation]:
    for item, stretch in form.stretches("document_number"):
        match = NUMBER.search(item.text, stretch.start, stretch.end)
        faults = _faults(match) if match else []
        if not match:
            yield from _unended(item, stretch.start)
            yield from _padded(item, stretch.start)
        elif faults:
            text = match.group().strip()
            message = Text(
                f"发文字号“{text}”不合规定：{'，'.join(fault.zh for fault in faults)}",
                f"document number “{text}”: {', '.join(fault.en for fault in faults)}",
            )
            yield Deviation(item, message, match.start(), match.end())


def _unended(item: Item, start: int) -> Iterator[Deviation]:
    """A number without 号 at its end."""
    match = _UNENDED.search(item.text, start)
    if match:
        message = Text(
            f"发文字号“{item.text[start:].strip()}”不合规定：顺序号后应加“号”字",
            "号 follows the serial number of a document",
        )
        yield Deviation(item, message, match.start(), match.end())


def _padded(item: Item, start: int) -> Iterator[Deviation]:
    """The number of an order or an issue with a leading zero."""
    match = _PADDED.search(item.text, start)
    if match:
        message = Text(
            f"“{match.group()}”不合规定：顺序号不编虚位，前面不加 0",
            f"“{match.group()}”: no leading zero",
        )
        yield Deviation(item, message, match.start(), match.end())


def _faults(match: re.Match[str]) -> list[Text]:
    faults = []
    brackets, serial = match["brackets"], match["serial"]
    if brackets[0] + brackets[-1] != "〔〕":
        faults.append(Text("年份应用六角括号〔〕括入", "the year stands in 〔〕"))
    if len(match["year"]) != 4:
        faults.append(Text("年份应写全", "the year has four digits"))
    if serial.startswith("第"):
        faults.append(Text("顺序号不加“第”字", "no 第 before the serial number"))
    if serial.lstrip("第 ").startswith("0"):
        faults.append(Text("顺序号不编虚位，前面不加 0", "no leading zero"))
    return faults


def _type(form: Form, _: Subject) -> Iterator[Deviation]:
    beside = {(off.item.index, off.kind) for off in wrong_type(form, "signer", "signer_name")}
    for off in wrong_type(form, "document_number"):
        if (off.item.index, off.kind) not in beside:  # else the whole line is, which is told there
            yield off


def _place(form: Form, _: Subject) -> Iterator[Deviation]:
    if form.layout.head is None or form.layout.kind == "letter":
        return
    signed = form.first("signer", "signer_name") is not None
    signers = any(True for _ in form.stretches("signer"))
    for item, stretch in form.stretches("document_number"):
        if item.place.where != "body" or item.paragraph.look.framed:
            continue
        if signed or signers:
            yield from _on_left(form, item, stretch.start)
            yield from _beside_last_signer(form, item)
        elif item.paragraph.look.align != "center":
            yield from _off_centre(item)


def _on_left(form: Form, item: Item, start: int) -> Iterator[Deviation]:
    """The number of an upward document: one character free on its left."""
    text = item.text[start:]
    reach = extents(item, rooms(form, item)[-1])
    if reach is None:
        return
    first = start + len(text) - len(text.lstrip())
    style = form.expected("signer")
    due = style.left * style.size.twips
    there = reach[first][0]
    if abs(there - due) > style.size.twips * _HALF:
        message = Text(
            f"上行文的发文字号应居左空 {style.left} 字（{mm(due)} mm），这里空 {mm(there)} mm",
            f"the number of an upward document stands {mm(due)} mm from the left, "
            f"not {mm(there)} mm",
        )
        yield Deviation(item, message, start)


def _beside_last_signer(form: Form, item: Item) -> Iterator[Deviation]:
    """A number that is not on the line of the last signer."""
    signers = [own for own, _stretch in form.stretches("signer", "signer_name")]
    last = signers[-1] if signers else item
    if last is not item and last.place.where == "body":
        message = Text(
            "上行文的发文字号应与最后一个签发人姓名在同一行",
            "the number of an upward document stands on the line of the last signer",
        )
        yield Deviation(item, message)


def _off_centre(item: Item) -> Iterator[Deviation]:
    look = item.paragraph.look
    if look.align != "right" and (item.text[:1].isspace() or look.left + look.first_line > 0):
        return  # moved to the middle by hand, for all that can be told
    there = ALIGNS.get(look.align, Text("不居中", "not centred"))
    message = Text(
        f"发文字号应居中，这里是{there.zh}", f"the document number is centred, not {there.en}"
    )
    yield Deviation(item, message)


def _blank_lines(form: Form, _: Subject) -> Iterator[Deviation]:
    head = form.layout.head
    lines = form.having("document_number", "signer", "signer_name")
    if head is None or form.layout.kind == "letter" or not lines:
        return
    first = lines[0]
    above = form.before(first) if first.place.where == "body" else None
    if above is None or above.element != "mark" or _holds_boxes(form, above, first):
        return
    there = form.blank_lines_above(first)
    if abs(there - head.blank_lines) >= _LINES:
        message = Text(
            f"发文字号应在发文机关标志下空 {head.blank_lines} 行，这里空 {there:.3g} 行",
            f"the document number stands {head.blank_lines} blank lines below the mark, "
            f"not {there:.3g}",
        )
        yield Deviation(first, message)


def _holds_boxes(form: Form, above: Item, below: Item) -> bool:
    """Whether anything but text stands between two paragraphs of the flow."""
    between = form.flow[form.flow.index(above) : form.flow.index(below)]
    return any(run.drawing or run.boxes for item in between for run in item.paragraph.runs)


_SOURCE = Text("GB/T 9704-2012 7.2.5（发文字号）", "GB/T 9704-2012, 7.2.5 (document number)")
_STYLE = '<w:pStyle w:val="GwDocumentNumber"/>'

RULES = (
    Rule(
        code="F221",
        name="head-number-form",
        severity=Severity.ERROR,
        summary=Text("版头的发文字号写法不对", "the head's document number in the wrong form"),
        why=Text(
            "发文字号由机关代字、年份、顺序号组成：年份标全称，用六角括号〔〕括入；"
            "顺序号不加“第”字，不编虚位，后加“号”字。",
            "Code, full year in 〔〕, serial number without 第 and leading zeros, 号.",
        ),
        source=_SOURCE,
        sample=Sample("official"),
        good="〔2024〕15号",
        bad="[2024]15号",
        check=over_form(_form),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F222",
        name="head-number-type",
        severity=Severity.WARNING,
        summary=Text("发文字号的字体字号不对", "the document number in the wrong font or size"),
        why=Text(
            "没有另外规定的一般用3号仿宋体字。", "What has no font of its own is 仿宋, size 3."
        ),
        source=Text("GB/T 9704-2012 5.2.2、7.2.5", "GB/T 9704-2012, 5.2.2 and 7.2.5"),
        sample=Sample("official"),
        good="<w:r><w:t>云水〔2024〕15号",
        bad='<w:r><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr><w:t>云水〔2024〕15号',
        check=over_form(_type),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F223",
        name="head-number-place",
        severity=Severity.ERROR,
        summary=Text("发文字号的位置不对", "the document number in the wrong place"),
        why=Text(
            "发文字号居中排布；上行文的发文字号居左空一字，与最后一个签发人姓名处在同一行。",
            "The number is centred; in upward documents it stands one character from the left.",
        ),
        source=_SOURCE,
        sample=Sample("official"),
        good=_STYLE,
        bad=_STYLE + '<w:jc w:val="left"/>',
        check=over_form(_place),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F224",
        name="head-number-blank-lines",
        severity=Severity.ERROR,
        summary=Text(
            "发文机关标志和发文字号之间空行不对",
            "not two blank lines between the mark and the document number",
        ),
        why=Text(
            "发文字号编排在发文机关标志下空二行位置。",
            "The document number stands two blank lines below the mark.",
        ),
        source=_SOURCE,
        sample=Sample("official"),
        good='<w:spacing w:before="1158"/></w:pPr><w:r><w:t>云水',
        bad='<w:spacing w:before="579"/></w:pPr><w:r><w:t>云水',
        check=over_form(_blank_lines),
        default=False,
        needs=WORD,
    ),
)
