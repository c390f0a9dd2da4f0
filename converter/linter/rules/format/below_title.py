"""F310 to F313: the lines below the title, and the recipients."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.fonts import class_of
from converter.linter.form.form import Form
from converter.linter.form.words import ALIGNS, NAMES
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import WORD, begins_at, characters_in
from converter.linter.rules.format._type import fonts_off, sizes_off
from converter.linter.subject import Subject

_BELOW = ("subtitle", "below_title")
_USUAL = ("楷体", "仿宋")
"""The classes that units set a subtitle in."""


def check_type(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Subtitle, name and date below the title in a font or of a size that no unit uses."""
    for found in fonts_off(form, *_BELOW):
        runs = form.runs(found.item.element)
        fonts = {run.look.fonts.east_asia for item, _, _, _, run in runs if item is found.item}
        if not all(class_of(font) in _USUAL for font in fonts):
            yield found
    yield from sizes_off(form, *_BELOW)


def check_centred(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Lines below the title that are not centred as the layout has them."""
    for item in form.having(*_BELOW):
        found, due = item.paragraph.look.align, form.expected(item.element).align
        if found != due:
            name = NAMES[item.element]
            yield Deviation(
                item,
                Text(
                    f"{name.zh}{ALIGNS[found].zh}，应{ALIGNS[due].zh}",
                    f"{name.en}: {ALIGNS[found].en}, due is {ALIGNS[due].en}",
                ),
            )


def check_recipients(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Recipients that are not flush left."""
    for item in form.having("recipient"):
        style, look = form.expected("recipient"), item.paragraph.look
        is_left = look.align in ("left", "both")
        if is_left and begins_at(item, style.first_line + style.left, style):
            continue
        found = characters_in(item, look.left + look.first_line)
        yield Deviation(
            item,
            Text(
                f"主送机关{f'左空 {found} 字' if is_left else ALIGNS[look.align].zh}，应顶格",
                "the recipients are not flush left",
            ),
        )


def check_colon(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Recipients that no colon closes; that a half-width one does is told with the text."""
    for item in form.having("recipient"):
        text = item.text.rstrip()
        if not text.endswith(("：", ":")):
            yield Deviation(
                item,
                Text("主送机关之后应用全角冒号", "a full-width colon closes the recipients"),
                len(text) - 1,
                len(text),
            )


_SUBTITLE = '<w:p><w:pPr><w:pStyle w:val="GwSubtitle"/></w:pPr><w:r><w:t>——'

RULES = (
    Rule(
        code="F310",
        name="subtitle-type",
        severity=Severity.INFO,
        summary=Text("副标题、题下署名的字体字号少见", "an unusual type below the title"),
        why=Text(
            "标题下的副标题、署名和日期，各单位用三号楷体或仿宋。",
            "Subtitle, name and date below the title are set in 楷体 or 仿宋 of 16 pt.",
        ),
        source=Text("通行做法", "practice"),
        bad=_SUBTITLE.replace("<w:r>", '<w:r><w:rPr><w:rFonts w:eastAsia="宋体"/></w:rPr>'),
        good=_SUBTITLE,
        check=over_form(check_type),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F311",
        name="subtitle-centred",
        severity=Severity.INFO,
        summary=Text("副标题、题下署名没有居中", "lines below the title are not centred"),
        why=Text(
            "副标题、题下的署名和日期随标题居中。",
            "Subtitle, name and date stand below the title, centred like it.",
        ),
        source=Text("通行做法", "practice"),
        bad=_SUBTITLE.replace("</w:pPr>", '<w:jc w:val="right"/></w:pPr>'),
        good=_SUBTITLE,
        check=over_form(check_centred),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F312",
        name="recipient-indent",
        severity=Severity.ERROR,
        summary=Text("主送机关没有顶格", "the recipients are not flush left"),
        why=Text(
            "主送机关居左顶格，回行仍顶格，最后用全角冒号。",
            "Recipients are flush left, wrapped lines too.",
        ),
        source=Text("GB/T 9704-2012 7.3.2（主送机关）", "GB/T 9704-2012, 7.3.2 (recipients)"),
        bad='<w:pStyle w:val="GwRecipient"/><w:ind w:firstLineChars="200" w:firstLine="640"/>',
        good='<w:pStyle w:val="GwRecipient"/>',
        check=over_form(check_recipients),
        default=False,
        needs=WORD,
        sample=Sample("official"),
    ),
    Rule(
        code="F313",
        name="recipient-colon",
        severity=Severity.ERROR,
        summary=Text("主送机关之后不是冒号", "no colon closes the recipients"),
        why=Text(
            "最后一个主送机关名称后标全角冒号。",
            "A full-width colon stands behind the last recipient.",
        ),
        source=Text("GB/T 9704-2012 7.3.2（主送机关）", "GB/T 9704-2012, 7.3.2 (recipients)"),
        bad="<w:t>云岭县人民政府。",
        good="<w:t>云岭县人民政府：",
        check=over_form(check_colon),
        default=False,
        needs=WORD,
        sample=Sample("official"),
    ),
)
