"""F721: pages that are turned for wide tables."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.words import mm
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import HEADINGS, MM, WORD, first_of_section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.subject import Subject


def _margins(form: Form, _: Subject) -> Iterator[Deviation]:
    page = form.layout.page.turned()
    due = (page.top.twips, page.bottom.twips, page.left.twips, page.right.twips)
    texts = (item for item in form.flow if item.element in ("body", "recipient", *HEADINGS))
    wordy = {item.paragraph.section for item in texts}  # that they are turned is told by itself
    for index, section in enumerate(form.word.sections):
        item = first_of_section(form, index)
        own = (abs(section.top), abs(section.bottom), section.left, section.right)
        is_off = any(abs(a - b) > MM for a, b in zip(own, due, strict=True))
        if item and index not in wordy and section.width > section.height and is_off:
            there = "、".join(mm(length) for length in own)
            wanted = "、".join(mm(length) for length in due)
            message = Text(
                f"横页的上、下、左、右边距应为 {wanted} mm，这里是 {there} mm："
                "版心应和竖页的一样大、在同一个位置",
                f"the margins of a turned page (top, bottom, left, right) should be {wanted} mm, "
                f"not {there} mm",
            )
            yield Deviation(item, message)


_SIZE = '<w:pgSz w:w="11906" w:h="16838"/>'
_SECTION = (
    '<w:p><w:pPr><w:pStyle w:val="GwBody"/><w:sectPr>'
    '<w:footerReference w:type="default" r:id="footer1"/>'
    f'<w:footerReference w:type="even" r:id="footer2"/>{_SIZE}<w:pgMar w:top="2098" '
    'w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1420" w:gutter="0"/>'
    '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr></w:pPr></w:p>'
)
_CAPTION = '<w:p><w:pPr><w:pStyle w:val="GwCaption"/>'

RULES = (
    Rule(
        code="F721",
        name="turned-page-margins",
        severity=Severity.ERROR,
        summary=Text("横页的边距不对", "wrong margins of a turned page"),
        why=Text(
            "A4 横排的表格，页的上边是竖页的订口：表头在单页的订口一边、双页的切口一边，"
            "装订后版心与竖页重合。",
            "A turned page has its top at the binding edge; its text area is that of the others.",
        ),
        source=Text(
            "GB/T 9704-2012 8（公文中的横排表格）", "GB/T 9704-2012, 8 (tables on turned pages)"
        ),
        sample=Sample("official"),
        good=_CAPTION,
        bad=_SECTION
        + _SECTION.replace(_SIZE, '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
        + _CAPTION,
        check=over_form(_margins),
        default=False,
        needs=WORD,
    ),
)
