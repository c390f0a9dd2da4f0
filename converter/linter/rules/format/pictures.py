"""F711 to F713: pictures."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.words import mm, points
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import WORD
from converter.linter.rules.format._tables import room_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.linter.subject import Subject
    from converter.word.model import Drawing

_EMU = 635
"""English metric units in a twip."""
_SPARE = 57
_WIDER = 115


def _inline(form: Form) -> Iterator[tuple[Item, Drawing]]:
    """The pictures that stand in a line of the body, each with its paragraph."""
    for item in form.items:
        if item.place.where in ("body", "cell"):
            for run in item.paragraph.runs:
                if run.drawing is not None and not run.drawing.floating:
                    yield item, run.drawing


def _clipped(form: Form, _: Subject) -> Iterator[Deviation]:
    for item, drawing in _inline(form):
        look = item.paragraph.look
        if look.line_rule == "exact" and drawing.height / _EMU > look.line + _SPARE:
            message = Text(
                f"图片所在的段落是固定行距 {points(look.line)} 磅，图片显示不全；应为单倍行距",
                f"the picture's line is exactly {points(look.line)} pt high, which clips it",
            )
            yield Deviation(item, message)


def _width(form: Form, _: Subject) -> Iterator[Deviation]:
    for item, drawing in _inline(form):
        room = room_of(form, item)
        width = drawing.width / _EMU
        if item.place.where == "body" and width > room + _WIDER:
            message = Text(
                f"图片宽 {mm(width)} mm，超出版心（{mm(room)} mm）",
                f"the picture is {mm(width)} mm wide, the text area {mm(room)} mm",
            )
            yield Deviation(item, message)


def _centred(form: Form, _: Subject) -> Iterator[Deviation]:
    for item, _drawing in _inline(form):
        look = item.paragraph.look
        indented = look.left + look.first_line > 0 or item.text[:1].isspace()
        is_alone = item.element == "picture" and item.place.where == "body"
        if is_alone and look.align not in ("center", "distribute") and not indented:
            yield Deviation(item, Text("图片应居中", "pictures stand in the middle"))


_CAPTION = '<w:p><w:pPr><w:pStyle w:val="GwCaption"/>'


def _planted(style: str, width: int = 2_000_000) -> str:
    """A paragraph with a picture above the caption of the sample's table."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:drawing><wp:inline '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<wp:extent cx="{width}" cy="1000000"/><wp:docPr id="9" name="图"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic>'
        f"</wp:inline></w:drawing></w:r></w:p>{_CAPTION}"
    )


_USAGE = Text("通行做法", "practice")

RULES = (
    Rule(
        code="F711",
        name="picture-clipped",
        severity=Severity.WARNING,
        summary=Text("图片被固定行距截掉", "a picture clipped by its line"),
        why=Text(
            "嵌入型图片放在固定行距的段落里，超出行高的部分看不见。",
            "An inline picture is not seen beyond an exact line.",
        ),
        source=Text("Word 的显示方式", "how Word shows it"),
        sample=Sample("report"),
        good=_CAPTION,
        bad=_planted("GwDocumentNumber"),
        check=over_form(_clipped),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F712",
        name="picture-width",
        severity=Severity.WARNING,
        summary=Text("图片宽出版心", "a picture wider than the text area"),
        why=Text("图片应在版心以内。", "Pictures stand inside the text area."),
        source=Text(
            "GB/T 9704-2012 5.2.1（版心）及通行做法", "GB/T 9704-2012, 5.2.1, and practice"
        ),
        sample=Sample("report"),
        good=_CAPTION,
        bad=_planted("GwPicture", 9_000_000),
        check=over_form(_width),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F713",
        name="picture-centred",
        severity=Severity.INFO,
        summary=Text("图片没有居中", "a picture that is not centred"),
        why=Text("图片居中排，图题在下。", "Pictures are centred, their captions below."),
        source=_USAGE,
        sample=Sample("report"),
        good=_CAPTION,
        bad=_planted("GwTableBody").replace("/></w:pPr>", '/><w:jc w:val="left"/></w:pPr>', 1),
        check=over_form(_centred),
        default=False,
        needs=WORD,
    ),
)
