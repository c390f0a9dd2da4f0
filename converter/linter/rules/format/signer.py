"""F231 to F233: 签发人 of upward documents."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.words import mm, vacant
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._extents import extents, rooms, visible
from converter.linter.rules.format._looks import WORD
from converter.linter.rules.format._type import sizes_off, wrong_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.linter.subject import Subject

_LABEL = "签发人："
_MOST = 0.6
"""So much of a character more or less is another room."""


def _form(form: Form, _: Subject) -> Iterator[Deviation]:
    for item, stretch in form.stretches("signer"):
        text = item.text[stretch.start : stretch.end]
        label = "".join(text.split())
        if label and label != _LABEL:
            message = Text(
                f"“签发人”三字后应加全角冒号，这里是“{label}”",
                f"签发人 is followed by a full-width colon, not “{label}”",
            )
            start = stretch.start + len(text) - len(text.lstrip())
            yield Deviation(item, message, start, stretch.end)


def _type(form: Form, _: Subject) -> Iterator[Deviation]:
    yield from wrong_type(form, "signer", "signer_name")


def _place(form: Form, _: Subject) -> Iterator[Deviation]:
    """The lines of the signers: the longest one leaves one character free on the right."""
    ends = []
    signed = any(True for _ in form.stretches("signer"))
    for item in form.having("signer", "signer_name", "document_number") if signed else []:
        if item.place.where != "body" or item.paragraph.look.framed:
            return
        if all(stretch.element == "document_number" for stretch in item.stretches):
            continue
        free = _free(form, item)
        if not free:
            return
        ends.append((free, item))
    if not ends:
        return
    free, item = min(ends, key=lambda end: end[0][0])
    style = form.expected("signer")
    due = style.right * style.size.twips
    there = min(free, key=lambda own: abs(own - due))
    is_sized = not any(sizes_off(form, "signer", "signer_name"))  # else that is told by itself
    if is_sized and abs(there - due) > style.size.twips * _MOST:
        message = Text(
            f"签发人应居右空 {style.right} 字（{mm(due)} mm），这里{vacant(there)}",
            f"the signer stands {mm(due)} mm from the right edge, not {mm(there)} mm",
        )
        yield Deviation(item, message)


def _free(form: Form, item: Item) -> list[float]:
    """What a line leaves free on its right, by the width of the file and by that of the layout;
    empty where that cannot be told."""
    found = []
    for width in rooms(form, item):
        reach = extents(item, width)
        if reach is not None:
            found.append(width - visible(item, reach)[1])
    return found


_SOURCE = Text("GB/T 9704-2012 7.2.6（签发人）", "GB/T 9704-2012, 7.2.6 (signer)")
_NAME = '<w:rPr><w:rStyle w:val="GwSignerNameRun"/></w:rPr><w:t>周明远'

RULES = (
    Rule(
        code="F231",
        name="signer-form",
        severity=Severity.ERROR,
        summary=Text("签发人后没有用全角冒号", "the signer's label without a full-width colon"),
        why=Text(
            "签发人由“签发人”三字加全角冒号和签发人姓名组成。",
            "The label is 签发人 with a full-width colon; the name follows.",
        ),
        source=_SOURCE,
        sample=Sample("upward"),
        good="签发人：",
        bad="签发人:",
        check=over_form(_form),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F232",
        name="signer-type",
        severity=Severity.ERROR,
        summary=Text("签发人的字体字号不对", "the signer in the wrong font or size"),
        why=Text(
            "“签发人”三字用3号仿宋体字，签发人姓名用3号楷体字。",
            "The label is set in 仿宋, the name in 楷体, both in size 3.",
        ),
        source=_SOURCE,
        sample=Sample("upward"),
        good=_NAME,
        bad="<w:t>周明远",
        check=over_form(_type),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F233",
        name="signer-place",
        severity=Severity.ERROR,
        summary=Text("签发人没有居右空一字", "a signer not one character from the right edge"),
        why=Text(
            "签发人居右空一字，编排在发文机关标志下空二行位置，与发文字号对称。",
            "The signer stands one character from the right, facing the document number.",
        ),
        source=_SOURCE,
        sample=Sample("upward"),
        good='<w:tab w:val="left" w:pos="6319"/>',
        bad='<w:tab w:val="left" w:pos="5419"/>',
        check=over_form(_place),
        default=False,
        needs=WORD,
    ),
)
