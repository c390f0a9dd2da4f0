"""F911 to F918: fonts, language and settings of a file that make it look different in another
program (工程上的要求, not the standard's)."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.items import BLANK
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import CHINESE, HEADINGS, TEXT, WORD, first_of_section
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from converter.linter.form.form import Form
    from converter.linter.subject import Subject

_MODE = 15
"""The mode of Word 2013 and later."""
_MARKS = lazy("[“”‘’…—]")
"""Marks that are set in the Western font unless the characters are said to be Chinese."""


def _themes(form: Form, _: Subject) -> Iterator[Deviation]:
    for item, _stretch, start, end, run in form.runs():
        if run.look.themed and CHINESE.search(item.text, start, end):
            message = Text(
                "字体来自文档主题，换一台电脑或换一个主题，字体就变；应写明字体名称",
                "the font comes from the theme and changes with it; name the font",
            )
            yield Deviation(item, message, start, end)


def _quotes(form: Form, _: Subject) -> Iterator[Deviation]:
    for item, _stretch, start, end, run in form.runs(*TEXT, *HEADINGS, "title"):
        look = run.look
        mark = _MARKS.search(item.text, start, end)
        if not mark or look.hint == "eastAsia":
            continue
        if look.fonts.h_ansi != look.fonts.east_asia and look.fonts.east_asia:
            message = Text(
                f"引号、破折号、省略号会按西文字体（{look.fonts.h_ansi}）排成半个字宽",
                f"quotation marks and dashes are set in the Western font {look.fonts.h_ansi}",
            )
            yield Deviation(item, message, mark.start(), mark.end())


def _language(form: Form, _: Subject) -> Iterator[Deviation]:
    for item, _stretch, start, end, run in form.runs():
        language = run.look.language
        if language[:2].lower() in ("ja", "ko") and CHINESE.search(item.text, start, end):
            message = Text(
                f"文字的语言设成了 {language}，字形会是日文或韩文的写法；应为 zh-CN",
                f"the text's language is {language}, which may change the shapes of characters",
            )
            yield Deviation(item, message, start, end)


def _kinsoku(form: Form, _: Subject) -> Iterator[Deviation]:
    for item in form.flow:
        if item.element in (*TEXT, *HEADINGS) and not item.paragraph.look.kinsoku:
            message = Text(
                "没有“按中文习惯控制首尾字符”，行首会出现逗号、句号",
                "commas and full stops may begin a line",
            )
            yield Deviation(item, message, severity=Severity.WARNING)


def _grid(form: Form, _: Subject) -> Iterator[Deviation]:
    for index, section in enumerate(form.word.sections):
        item = first_of_section(form, index)
        if item is not None and section.pitch and not section.grid and _hangs_on_grid(form, index):
            message = Text(
                "文档网格写了行距，没有写类型，不起作用",
                "the grid has a pitch but no type, and does nothing",
            )
            yield Deviation(item, message)


def _hangs_on_grid(form: Form, index: int) -> bool:
    """Whether text of a section has lines that the grid would rule, or the layout's own pitch."""
    section = form.word.sections[index]
    if section.pitch == form.layout.grid.line_pitch.twips:
        return True
    looks = (
        item.paragraph.look
        for item in form.flow
        if item.paragraph.section == index and item.element not in ("", BLANK)
    )
    return any(look.line_rule == "auto" and look.snap_to_grid for look in looks)


def _compression(form: Form, _: Subject) -> Iterator[Deviation]:
    if form.flow and not form.word.settings.compress_punctuation:
        message = Text(
            "没有设“只压缩标点符号”，行末标点不能压成半个字宽",
            "punctuation at line ends is not compressed",
        )
        yield Deviation(form.flow[0], message)


def _mode(form: Form, _: Subject) -> Iterator[Deviation]:
    mode = form.word.settings.compatibility
    if form.flow and mode < _MODE:
        message = Text(
            f"文件是旧版 Word 的兼容模式（{mode}），排版和新版不完全一样",
            f"the file is in the compatibility mode {mode} of an older Word",
        )
        yield Deviation(form.flow[0], message)


def _rule(
    code: str,
    name: str,
    summary: Text,
    why: Text,
    good: str,
    bad: str,
    check: Callable[[Form, Subject], Iterator[Deviation]],
    part: str = "word/document.xml",
) -> Rule:
    return Rule(
        code=code,
        name=name,
        severity=Severity.INFO,
        summary=summary,
        why=why,
        source=Text("排版软件的要求，不是标准的规定", "programs, not the standard"),
        sample=Sample("report", part),
        good=good,
        bad=bad,
        check=over_form(check),
        default=False,
        needs=WORD,
    )


_RUN = "<w:r><w:t>全年供水"
_SETTINGS = "word/settings.xml"

RULES = (
    _rule(
        "F911",
        "theme-font",
        Text("字体来自文档主题", "fonts of the theme"),
        Text(
            "主题字体压过写明的字体，换主题就变。",
            "Fonts of the theme beat those that are named, and change with it.",
        ),
        _RUN,
        '<w:r><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr><w:t>全年供水',
        _themes,
    ),
    _rule(
        "F912",
        "quote-font",
        Text("引号、破折号用了西文字体", "quotation marks in a Western font"),
        Text(
            "这些标点中西文共用，不注明是中文就按西文字体排，只占半个字宽。",
            "These marks belong to both scripts, and are set narrow in a Western font.",
        ),
        _RUN,
        '<w:r><w:rPr><w:rFonts w:hint="default" w:ascii="Times New Roman" '
        'w:hAnsi="Times New Roman"/></w:rPr><w:t>“双百”行动</w:t></w:r><w:r><w:t>全年供水',
        _quotes,
    ),
    _rule(
        "F913",
        "text-language",
        Text("文字的语言不是中文", "text in another language"),
        Text("语言决定字形和断行。", "The language decides shapes and line breaks."),
        _RUN,
        '<w:r><w:rPr><w:lang w:eastAsia="ja-JP"/></w:rPr><w:t>全年供水',
        _language,
    ),
    _rule(
        "F914",
        "kinsoku",
        Text("没有避头尾", "no rules on what may begin a line"),
        Text(
            "逗号、句号等不能在行首，左括号、左引号不能在行末。",
            "Commas and stops never begin a line, opening marks never end one.",
        ),
        '<w:pStyle w:val="GwBody"/>',
        '<w:pStyle w:val="GwBody"/><w:kinsoku w:val="0"/>',
        _kinsoku,
    ),
    _rule(
        "F915",
        "grid-type",
        Text("文档网格没有类型", "a grid without a type"),
        Text("没有类型的网格不起作用。", "A grid without a type is inert."),
        '<w:docGrid w:type="lines" ',
        "<w:docGrid ",
        _grid,
    ),
    _rule(
        "F916",
        "punctuation-compression",
        Text("没有压缩标点", "punctuation is not compressed"),
        Text(
            "GB/T 15834 允许行末标点占半个字。",
            "GB/T 15834 lets punctuation at line ends take half a character.",
        ),
        'w:val="compressPunctuation"',
        'w:val="doNotCompress"',
        _compression,
        _SETTINGS,
    ),
    _rule(
        "F917",
        "compatibility-mode",
        Text("兼容模式", "a compatibility mode"),
        Text("旧版的排版规则和新版不完全一样。", "Older rules of layout differ in places."),
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"',
        'w:uri="http://schemas.microsoft.com/office/word" w:val="12"',
        _mode,
        _SETTINGS,
    ),
)
