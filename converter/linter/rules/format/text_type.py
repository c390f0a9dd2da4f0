"""F401, F402, F418: font and size of the text, and of Western letters and digits in it."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.fonts import is_of
from converter.linter.form.form import Form
from converter.linter.rule import Option, Rule, Sample
from converter.linter.rules.format._looks import HEADINGS, TEXT, WORD
from converter.linter.rules.format._type import font_check, size_check
from converter.linter.subject import Subject
from converter.patterns import lazy

_WESTERN = lazy("[0-9A-Za-z]")
_ALLOWED = Option(
    "western-fonts",
    ("Times New Roman",),
    Text(
        "数字、字母除版式规定的字体外还可以用的字体",
        "fonts that digits and letters may have beside the layout's",
    ),
)


def check_western(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Digits and letters of text and headings in a font that neither the layout nor the option
    names."""
    allowed = subject.value(_ALLOWED)
    latin = form.layout.latin
    for item, stretch, start, end, run in form.runs(*TEXT, *HEADINGS):
        found = run.look.fonts.ascii
        if not found or not _WESTERN.search(item.text, start, end) or found in allowed:
            continue
        if is_of(found, form.expected(stretch.element).font) or (latin and is_of(found, latin)):
            continue
        if found == run.look.fonts.east_asia:
            continue  # that is told of the Chinese text
        yield Deviation(
            item,
            Text(
                f"数字、字母用的是 {found}，应与汉字同一字体"
                + "".join(f"，或 {name}" for name in allowed),
                f"digits and letters are in {found}",
            ),
            start,
            end,
        )


RULES = (
    Rule(
        code="F401",
        name="text-font",
        severity=Severity.WARNING,
        summary=Text("正文不是仿宋", "the text is not in 仿宋"),
        why=Text(
            "除标题、层次标题等另有规定外，公文一般用仿宋；主送机关、附件说明、落款也是。",
            "But for titles and headings official documents are set in 仿宋.",
        ),
        source=Text("GB/T 9704-2012 5.2.2、7.3.3", "GB/T 9704-2012, 5.2.2 and 7.3.3"),
        bad='<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="宋体"/></w:rPr><w:t>充实队伍',
        good="<w:r><w:t>充实队伍",
        check=over_form(font_check(*TEXT, as_one=True)),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F402",
        name="text-size",
        severity=Severity.WARNING,
        summary=Text("正文不是三号字", "the text is not of size 三号"),
        why=Text(
            "除标题外，公文一般用三号字；字号不同，22 行、28 字就排不出来。",
            "But for the title documents are set in 16 pt; others break the grid of 22 by 28.",
        ),
        source=Text("GB/T 9704-2012 5.2.2、7.3.3", "GB/T 9704-2012, 5.2.2 and 7.3.3"),
        bad='<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>充实队伍',
        good="<w:r><w:t>充实队伍",
        check=over_form(size_check(*TEXT, "attachment_label", as_one=True)),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
    Rule(
        code="F418",
        name="western-font",
        severity=Severity.INFO,
        summary=Text(
            "数字、字母的字体与众不同", "digits and letters in a font of neither kind in use"
        ),
        why=Text(
            "数字、字母按标准与汉字同用仿宋，许多单位用 Times New Roman；其他字体多是软件默认的。",
            "Digits are set in 仿宋 or, in many offices, Times New Roman; others are defaults.",
        ),
        source=Text("GB/T 9704-2012 5.2.2 及通行做法", "GB/T 9704-2012, 5.2.2, and practice"),
        bad='<w:r><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/></w:rPr><w:t>充实队伍',
        good="<w:r><w:t>充实队伍",
        check=over_form(check_western),
        options=(_ALLOWED,),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
)
