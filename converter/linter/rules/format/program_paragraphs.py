"""F901 to F907: settings of paragraphs that make a file look different in another program or on
another page (工程上的要求, not the standard's)."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import HEADINGS, TEXT, WORD
from converter.linter.rules.format._type import fonts_off

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.linter.subject import Subject

_TWINS = {
    "firstLineChars": ("firstLine",),
    "hangingChars": ("hanging",),
    "leftChars": ("left", "start"),
    "startChars": ("start", "left"),
    "rightChars": ("right", "end"),
    "endChars": ("end", "right"),
}
"""The indents in characters, and those in lengths that say the same."""


def _texts(form: Form) -> Iterator[Item]:
    """The paragraphs of the flow that are set like the text."""
    return (item for item in form.flow if item.element in (*TEXT, *HEADINGS))


def _numbered(form: Form, _: Subject) -> Iterator[Deviation]:
    for item in form.flow:
        numbering = item.paragraph.look.numbering
        if numbering and numbering[0] != "0" and item.text.strip():
            message = Text(
                "段落用了 Word 的自动编号（列表），序号应改成直接写出的文字",
                "the paragraph belongs to a list of Word; numbers should be plain text",
            )
            yield Deviation(item, message)


def _widows(form: Form, _: Subject) -> Iterator[Deviation]:
    for item in _texts(form):
        if item.paragraph.look.widow_control:
            message = Text(
                "“孤行控制”开着，有的页会少一行，应关掉",
                "widow control is on: some pages have one line less",
            )
            yield Deviation(item, message)


def _snapping(form: Form, _: Subject) -> Iterator[Deviation]:
    if form.layout.grid.kind == "characters":
        return  # there the grid sets the characters
    for item in _texts(form):
        look, section = item.paragraph.look, form.section(item)
        if look.snap_to_grid and look.line_rule == "exact" and section.grid:
            message = Text(
                "固定行距的段落又“对齐到文档网格”，有的软件会按网格排行；应取消对齐",
                "exact lines are snapped to the grid as well, by which some programs set them",
            )
            yield Deviation(item, message)


def _outlines(form: Form, _: Subject) -> Iterator[Deviation]:
    told = _set_as_text(form)
    for item in form.flow:
        is_known = item.element not in HEADINGS or item.paragraph.look.outline
        if not is_known and item.index not in told:
            message = Text(
                "标题没有大纲级别，导航窗格和自动目录里没有它",
                "the heading has no outline level: no navigation, no table of contents",
            )
            yield Deviation(item, message)


def _kept(form: Form, _: Subject) -> Iterator[Deviation]:
    told = _set_as_text(form)
    for item in form.flow:
        below = form.after(item) if item.element in HEADINGS else None
        leads = below and (below.element in ("body", *HEADINGS[HEADINGS.index(item.element) + 1 :]))
        if leads and not item.paragraph.look.keep_next and item.index not in told:
            message = Text(
                "标题没有设“与下段同页”，可能落在一页的最后一行",
                "the heading is not kept with the text below it",
            )
            yield Deviation(item, message)


def _set_as_text(form: Form) -> frozenset[int]:
    """The indexes of headings that are set as text, where others of their level are headings to
    programs, too: that their font is wrong tells enough."""
    items = [item for item in form.flow if item.element in HEADINGS]
    known = {item.element for item in items if item.paragraph.look.outline}
    odd = {
        item.index for item in items if item.element in known and not item.paragraph.look.outline
    }
    return frozenset(odd.intersection(off.item.index for off in fonts_off(form, *HEADINGS)))


def _in_characters(form: Form, _: Subject) -> Iterator[Deviation]:
    for item in _texts(form):
        look = item.paragraph.look
        lengths = {name for name, _ in look.lengths}
        for name, count in look.chars:
            if count and name in _TWINS and not lengths.intersection(_TWINS[name]):
                message = Text(
                    "缩进只写了字符数，没有写长度，有的软件（如 LibreOffice）不缩进",
                    "the indent is given in characters only, which some programs ignore",
                )
                yield Deviation(item, message)


def _spaced(form: Form, _: Subject) -> Iterator[Deviation]:
    for item in _texts(form):
        look = item.paragraph.look
        if look.auto_space_de or look.auto_space_dn:
            message = Text(
                "“自动调整中文与西文（数字）的间距”开着，数字两边多出空隙，每行排不满规定的字数",
                "room is added beside Western letters and digits: fewer characters fit on a line",
            )
            yield Deviation(item, message)


def _rule(
    code: str,
    name: str,
    summary: Text,
    why: Text,
    good: str,
    bad: str,
    check: Callable[[Form, Subject], Iterator[Deviation]],
) -> Rule:
    return Rule(
        code=code,
        name=name,
        severity=Severity.INFO,
        summary=summary,
        why=why,
        source=Text("排版软件的要求，不是标准的规定", "programs, not the standard"),
        sample=Sample("report"),
        good=good,
        bad=bad,
        check=over_form(check),
        default=False,
        needs=WORD,
    )


_BODY = '<w:pStyle w:val="GwBody"/>'
_HEADING = '<w:pStyle w:val="Heading1"/>'

RULES = (
    _rule(
        "F901",
        "automatic-number",
        Text("序号用了自动编号", "numbers made by Word's lists"),
        Text(
            "自动编号的缩进和字体不好控制，复制、转换时会丢失；公文的序号直接写出。",
            "Lists bring indents and fonts of their own, and get lost when text is copied.",
        ),
        _HEADING + "</w:pPr><w:r><w:t>二、存在的问题",
        _HEADING
        + '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>存在的问题',
        _numbered,
    ),
    _rule(
        "F902",
        "widow-control",
        Text("孤行控制开着", "widow control is on"),
        Text(
            "孤行控制会把段落的两行一起移到下页，一页就不足 22 行。",
            "It moves two lines to the next page, and a page has no 22 lines then.",
        ),
        _BODY,
        _BODY + "<w:widowControl/>",
        _widows,
    ),
    _rule(
        "F903",
        "snap-to-grid",
        Text("固定行距又对齐到网格", "exact lines snapped to the grid"),
        Text(
            "既用固定行距，就不必对齐到文档网格；两样都用，各软件的结果不同。",
            "Exact lines need no grid; with both, programs differ.",
        ),
        _BODY,
        _BODY + "<w:snapToGrid/>",
        _snapping,
    ),
    _rule(
        "F904",
        "outline-level",
        Text("标题没有大纲级别", "headings without an outline level"),
        Text(
            "有大纲级别，才有导航窗格和自动目录。",
            "Navigation and tables of contents need outline levels.",
        ),
        _HEADING,
        _HEADING + '<w:outlineLvl w:val="9"/>',
        _outlines,
    ),
    _rule(
        "F905",
        "heading-kept",
        Text("标题可能落在页末", "headings that may end a page"),
        Text("标题应与后面的正文在同一页。", "A heading stands on the page of the text below it."),
        _HEADING,
        _HEADING + '<w:keepNext w:val="0"/>',
        _kept,
    ),
    _rule(
        "F906",
        "indent-in-characters",
        Text("缩进只写了字符数", "indents in characters only"),
        Text(
            "Word 同时写字符数和长度；别的软件只认长度。",
            "Word writes both; other programs know lengths only.",
        ),
        _BODY,
        '<w:pStyle w:val="Normal"/><w:ind w:firstLineChars="200"/>',
        _in_characters,
    ),
    _rule(
        "F907",
        "auto-space",
        Text("自动加大中文与数字的间距", "room added beside digits"),
        Text(
            "数字占半个字，加了间距就对不齐每行 28 字的格子。",
            "Digits take half a character; with room beside them the line is not filled.",
        ),
        _BODY,
        _BODY + "<w:autoSpaceDE/><w:autoSpaceDN/>",
        _spaced,
    ),
)
