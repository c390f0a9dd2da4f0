"""Word files that an office made by hand: one that is right in another way than ours gets no error
and no warning, and of a wrong one is told what an expert would tell."""

import pytest

from converter.commands.planted import findings_in_word
from converter.findings import Finding
from converter.linter.indexing import defined
from converter.linter.ruleset import Ruleset
from tests.linter.format.offices import (
    BLANK,
    CONDENSED,
    EVEN,
    FIRST_APART,
    INDENT,
    ODD,
    WORDS_PAGE,
    box,
    boxed_footer,
    drawn,
    footer,
    number,
    office,
    paragraph,
    run,
    table,
    text,
)

FORM = Ruleset(tuple(rule for _, rule in defined() if rule.code.startswith("F")))
CENTRED, RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
RED = '<w:color w:val="FF0000"/>'
TITLE_FONT = "方正小标宋简体"
MM = 36_000
"""A millimetre in EMU."""


def set_in_3(words: str, font: str = "仿宋_GB2312") -> str:
    return run(words, font, more=CONDENSED)


def mark(words: str = "云岭县水务局文件", before: int = 0, more: str = RED) -> str:
    """A mark of 49 pt on a line of 60 pt, its ink 9.78 pt below the top of that."""
    line = f'<w:spacing w:before="{before}" w:line="1200" w:lineRule="exact"/>'
    return paragraph(run(words, TITLE_FONT, 98, more), line=line, after=CENTRED)


INK = 124_206
"""The room above the ink of :func:`mark`, in EMU."""
BOXED = paragraph(box(mark(), ("page", "center"), ("page", str(72 * MM - INK))))
TITLE = paragraph(
    run("云岭县水务局关于2024年工作总结", TITLE_FONT, 44),
    "<w:r><w:br/></w:r>",
    run("和2025年工作计划的通知", TITLE_FONT, 44),
    after=CENTRED,
)
TEXT = (
    paragraph(set_in_3("各乡镇水务站：")),
    text("2024年，县水务局围绕农村供水和河湖管护开展工作，完成年度投资2.3亿元，任务按期完成。"),
    text("一、2024年工作总结", "黑体"),
    paragraph(
        set_in_3("（一）供水保障能力稳步提升。", "楷体_GB2312"),
        set_in_3("新建改建集中供水工程12处，铺设管网186公里，新增受益人口3.6万人。"),
        after=INDENT,
    ),
    paragraph(
        set_in_3("（二）河湖面貌持续改善。", "楷体_GB2312"),
        set_in_3("清理河道垃圾4200吨，拆除涉河违章建筑31处，水质全部达标。"),
        after=INDENT,
    ),
    text("二、存在的主要问题", "黑体"),
    text("部分供水管网使用年限较长，漏损率偏高，水利专业技术人员数量不足，管护力量薄弱。"),
    text("三、2025年工作计划", "黑体"),
    text("更新改造管网90公里，把漏损率控制在10%以内，招录水利专业人员8名，充实管护力量。"),
)
SEALED = (
    BLANK,
    BLANK,
    paragraph(set_in_3("云岭县水务局"), after=f'<w:ind w:right="1472"/>{RIGHT}'),
    paragraph(
        set_in_3("2024年12月16日"), after=f'<w:ind w:rightChars="400" w:right="1280"/>{RIGHT}'
    ),
)
OFFICE_AND_DATE = "云岭县水务局办公室\t2024年12月17日印发"
TAB = '<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>'
COPIES = paragraph(
    run("抄送：县委办公室，县政府办公室。", size=28),
    after='<w:ind w:left="1120" w:right="280" w:hanging="840"/>',
)
PRINTED = paragraph(run(OFFICE_AND_DATE, size=28), before=TAB, after='<w:ind w:left="280"/>')


def edge(side: str, weight: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/>'


def bordered(*edges: str) -> str:
    return f"<w:pBdr>{''.join(edges)}</w:pBdr>"


IMPRINT = (
    BLANK,
    table([COPIES, PRINTED], [edge("top", 8) + edge("bottom", 6), edge("bottom", 8)]),
    BLANK,
)
UNDER_NUMBER = bordered('<w:bottom w:val="single" w:sz="8" w:space="7" w:color="FF0000"/>')
NUMBER = "云水〔2024〕15号"
BODY = (TITLE, BLANK, *TEXT, *SEALED)

DRAWN_RULE = office(
    BOXED,
    *[BLANK] * 5,
    paragraph(set_in_3(NUMBER), drawn(("paragraph", "462600")), after=CENTRED),
    BLANK,
    BLANK,
    *BODY,
    *IMPRINT,
)
ALL_IN_THE_FLOW = office(
    paragraph(set_in_3("000012")),
    paragraph(set_in_3("机密★1年", "黑体")),
    mark(before=631),
    BLANK,
    BLANK,
    paragraph(set_in_3(NUMBER), before=UNDER_NUMBER, after=CENTRED),
    BLANK,
    BLANK,
    *BODY,
    BLANK,
    paragraph(
        run("　抄送：县委办公室，县政府办公室。", size=28),
        before=bordered(edge("top", 8), edge("bottom", 6)),
    ),
    paragraph(run(f"　{OFFICE_AND_DATE}", size=28), before=bordered(edge("bottom", 8)) + TAB),
    odd=boxed_footer("outside"),
    even=boxed_footer("outside"),
)
SIGNED = office(
    BOXED,
    *[BLANK] * 5,
    paragraph(
        set_in_3(f"　{NUMBER}\t签发人："),
        set_in_3("周明远", "楷体_GB2312"),
        before=UNDER_NUMBER + '<w:tabs><w:tab w:val="right" w:pos="8524"/></w:tabs>',
    ),
    BLANK,
    BLANK,
    *BODY,
    *IMPRINT,
)
LETTER = office(
    paragraph(
        box(mark("云岭县水务局"), ("page", "center"), ("page", str(30 * MM - INK))),
        drawn(("page", str(51 * MM)), 170 * MM, strokes="thickThin"),
        drawn(("page", str(277 * MM - 38_100)), 170 * MM, strokes="thinThick"),
    ),
    paragraph(set_in_3("云水函〔2024〕15号"), after=RIGHT),
    BLANK,
    BLANK,
    *BODY,
    first=FIRST_APART,
)
IN_A_BOX = paragraph(
    box(
        table([COPIES, PRINTED], [edge("top", 8) + edge("bottom", 6), edge("bottom", 8)]),
        ("margin", "left"),
        ("margin", "bottom"),
    )
)
SPACED = office(
    BOXED,
    *[BLANK] * 5,
    paragraph(
        set_in_3(f"　{NUMBER}{' ' * 18}签发人："),
        set_in_3("周明远", "楷体_GB2312"),
        before=UNDER_NUMBER,
    ),
    BLANK,
    BLANK,
    *BODY,
    IN_A_BOX,
)
RIGHT_FILES = {
    "signer put on the right by blanks, imprint in a text box": (SPACED, "official"),
    "text box, drawn rule, imprint in a table": (DRAWN_RULE, "official"),
    "all in the flow, page number in a text box": (ALL_IN_THE_FLOW, "official"),
    "number and signer on one line": (SIGNED, "official"),
    "letter with drawn double rules": (LETTER, "letter"),
}


def findings(file: bytes, layout: str = "") -> list[Finding]:
    return findings_in_word(file, FORM, layout)


@pytest.mark.parametrize("name", RIGHT_FILES)
def test_another_way_is_no_fault(name: str) -> None:
    file, layout = RIGHT_FILES[name]
    for held in (layout, ""):
        grave = [(one.name, one.message) for one in findings(file, held) if one.severity != "info"]
        assert grave == [], held


def plain(words: str, more: str = "", look: str = "") -> str:
    """A paragraph in Word's default font and size."""
    return (
        f"<w:p><w:pPr>{more}</w:pPr><w:r><w:rPr>{look}</w:rPr>"
        f'<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


DRAFT = office(
    plain("云岭县水务局2024年工作总结和2025年工作计划", CENTRED, '<w:b/><w:sz w:val="36"/>'),
    plain("　　2024年，县水务局围绕农村供水开展工作，完成年度投资2.3亿元。"),
    plain("一、2024年工作总结", '<w:pStyle w:val="1"/>'),
    plain("　　新建改建集中供水工程12处，铺设管网186公里，新增受益人口3.6万人。"),
    plain("二、存在的主要问题", '<w:pStyle w:val="1"/>'),
    plain("　　部分供水管网使用年限较长，漏损率偏高，专业技术人员数量不足。"),
    plain("三、2025年工作计划", '<w:pStyle w:val="1"/>'),
    plain("　　更新改造管网90公里，把漏损率控制在10%以内，招录专业人员8名。"),
    plain(""),
    plain("云岭县水务局", RIGHT),
    plain("2024年12月16日", RIGHT),
    page=WORDS_PAGE,
    odd="",
    even="",
    turns=False,
)
WRONG_OFFICIAL = office(
    mark(before=100, more='<w:color w:val="000000"/>'),
    BLANK,
    paragraph(
        run("云水[2024]第015号", "黑体", more=CONDENSED),
        before=bordered('<w:bottom w:val="single" w:sz="8" w:space="1" w:color="000000"/>'),
        after=CENTRED,
    ),
    BLANK,
    *BODY,
    BLANK,
    table(
        [
            paragraph(run("抄送:县委办公室，县政府办公室", size=32), after='<w:ind w:left="280"/>'),
            paragraph(run("云岭县水务局办公室\t2024年12月07日", size=28), before=TAB),
        ],
        ["", ""],
    ),
    odd=footer("center", "", number("-", 21)),
    even="",
    turns=False,
)
WRONG_LETTER = office(
    paragraph(
        box(mark("云岭县水务局文件"), ("page", "center"), ("page", str(50 * MM))),
        drawn(("page", str(75 * MM)), 156 * MM),
        drawn(("page", str(250 * MM)), 170 * MM, strokes="thinThick"),
    ),
    *[BLANK] * 3,
    paragraph(set_in_3("云水函〔2024〕15号"), after=CENTRED),
    BLANK,
    BLANK,
    *BODY,
    *IMPRINT,
)
WRONG_FILES = {
    "an ordinary draft": (
        DRAFT,
        "report",
        {
            *("top-margin", "binding-margin", "right-margin", "bottom-margin", "line-pitch"),
            *("title-font", "title-size", "bold-text", "text-font", "text-size"),
            *("leading-blanks", "paragraph-spacing", "heading-size", "heading-indent"),
            *("page-number-missing", "signature-place", "date-place", "title-long-line"),
        },
    ),
    "a red head made wrong": (
        WRONG_OFFICIAL,
        "official",
        {
            *("text-colour", "mark-place", "head-number-form", "head-number-type"),
            *("head-number-blank-lines", "head-rule-colour", "head-rule-distance", "title-place"),
            *("imprint-rule-missing", "imprint-type", "copies-form", "printing-form"),
            *("page-number-form", "page-number-type", "page-number-side"),
        },
    ),
    "a letter made wrong": (
        WRONG_LETTER,
        "letter",
        {
            *("letter-mark", "mark-place", "letter-rule-form", "letter-rule-width"),
            "letter-rule-place",
            *("letter-number-place", "letter-first-page-number", "letter-imprint"),
        },
    ),
}


@pytest.mark.parametrize("name", WRONG_FILES)
def test_what_an_expert_would_tell(name: str) -> None:
    file, layout, due = WRONG_FILES[name]
    grave = {one.name for one in findings(file, layout) if one.severity != "info"}
    assert due <= grave
    # What else is told follows from the same paragraphs.
    assert grave - due <= {"characters-per-line", "first-heading-font", "printing-place"}


def test_page_numbers_of_word_and_wps() -> None:
    """Numbers in the middle, in the flow of the footer or in a text box, are told once."""
    for odd in (footer("center", ""), boxed_footer("center")):
        file = office(TITLE, BLANK, *TEXT, *SEALED, odd=odd, even="", turns=False)
        names = [one.name for one in findings(file, "report") if one.severity != "info"]
        assert [name for name in names if name.startswith("page-number")] == ["page-number-side"]
    same = office(TITLE, BLANK, *TEXT, *SEALED, odd=ODD, even=EVEN, turns=False)
    names = [one.name for one in findings(same, "report") if one.severity != "info"]
    assert [name for name in names if name.startswith("page-number")] == ["page-number-even"]


def test_a_page_number_that_no_program_has_counted() -> None:
    """A field without a result is a page number, too."""
    bare = number(counted=False)
    odd = footer("right", '<w:ind w:right="280"/>', bare)
    even = footer("left", '<w:ind w:left="280"/>', bare)
    file = office(TITLE, BLANK, *TEXT, *SEALED, odd=odd, even=even)
    assert [one.name for one in findings(file, "report") if "page-number" in one.name] == []


def test_a_mark_in_a_text_box_is_no_rule() -> None:
    """A head without its rule is told, though a box stands in it."""
    line = paragraph(set_in_3(NUMBER), after=CENTRED)
    file = office(BOXED, *[BLANK] * 5, line, BLANK, BLANK, *BODY, *IMPRINT)
    grave = [one.name for one in findings(file, "official") if one.severity != "info"]
    assert grave == ["head-rule-missing"]
