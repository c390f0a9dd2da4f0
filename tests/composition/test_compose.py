"""What stands where, before any output format: heads, attachment lists, sheets, imprint."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from converter.composition.blocks import Block, Composition, Frame, Paragraph, Picture, Table
from converter.composition.compose import compose
from converter.composition.subject import pictures_in
from converter.errors import InputError
from converter.layout.gbt9704 import LAYOUTS, PAGE, STYLES
from converter.layout.units import ZERO, Length, mm, pt
from converter.layout.width import width
from converter.model import nodes
from converter.model.elements import Elements
from converter.model.nodes import (
    Attachment,
    DateLine,
    Document,
    Footnote,
    Number,
    Reference,
    Section,
    SideLine,
    TextLine,
)

PITCH = STYLES.body.line_pitch


def text(words: str, kind: str = "body", **more: object) -> nodes.Paragraph:
    return nodes.Paragraph(words, 1, kind=kind, **more)  # type: ignore[arg-type]


def composed(document: Document, layout: str = "report", folder: Path | None = None) -> Composition:
    return compose(document, LAYOUTS[layout], pictures_in(folder))


def blocks(document: Document, layout: str = "report") -> list[Block]:
    return [block for sheet in composed(document, layout).sheets for block in sheet.blocks]


def looks(document: Document, layout: str = "report") -> list[tuple[str, str]]:
    """Name of style and text of every paragraph."""
    found = blocks(document, layout)
    return [(b.style.name, b.text) for b in found if isinstance(b, Paragraph)]


FULL = Elements(
    copy_number="000012",
    secrecy="机密",
    secrecy_period="1年",
    urgency="特急",
    issuers=("禾湾区人民政府",),
    document_number="禾政〔2024〕5号",
    recipients="市人民政府",
    copies="区委办公室，区人大常委会办公室",
    print_office="禾湾区人民政府办公室",
    print_date="2024年12月20日",
)
BODY = (text("全区供水平稳。"),)


def test_official_head_from_top_to_bottom() -> None:
    found = looks(Document(title=TextLine("工作报告", 1), lead=BODY, elements=FULL), "official")
    assert found[:8] == [
        ("份号", "000012"),
        ("密级和紧急程度", "机密★1年"),
        ("密级和紧急程度", "特急"),
        ("发文机关标志", "禾湾区人民政府文件"),
        ("发文字号", "禾政〔2024〕5号"),
        ("公文标题", "工作报告"),
        ("主送机关", "市人民政府："),
        ("公文正文", "全区供水平稳。"),
    ]


@pytest.mark.parametrize(
    ("layout", "top", "lines"),
    [
        ("official", 72, 0),
        ("official", 72, 3),
        ("minutes", 72, 1),
        ("order", 57, 0),
        ("order", 57, 1),
    ],
)
def test_ink_of_the_mark_begins_where_it_must(layout: str, top: float, lines: int) -> None:
    names = ("copy_number", "secrecy", "urgency")[:lines]
    facts = {name: getattr(FULL, name) for name in names}
    elements = Elements(issuers=FULL.issuers, **facts)
    found = blocks(Document(lead=BODY, elements=elements), layout)
    mark = found[lines]
    assert isinstance(mark, Paragraph)
    assert mark.size and mark.height and mark.before is not None
    baseline = PAGE.top + PITCH * lines + mark.before + mark.height * 0.8
    assert (baseline - mark.size * 0.78).mm == pytest.approx(top, abs=0.05)
    assert mark.size * width(mark.text) <= PAGE.text_width


def test_a_long_mark_is_broken_and_not_made_tiny() -> None:
    name = "禾湾区农业农村和水利事务协调推进工作领导小组办公室"
    mark = blocks(Document(lead=BODY, elements=Elements(issuers=(name,))), "official")[0]
    assert isinstance(mark, Paragraph)
    assert mark.size and mark.size >= pt(24)
    assert mark.text.replace("\n", "") == name + "文件"
    assert all(mark.size * width(line) <= PAGE.text_width for line in mark.text.split("\n"))


def test_number_stands_two_blank_lines_below_the_mark_with_the_rule() -> None:
    _, number, *_ = blocks(
        Document(
            lead=BODY, elements=Elements(issuers=FULL.issuers, document_number=FULL.document_number)
        ),
        "official",
    )
    assert isinstance(number, Paragraph)
    assert number.before == PITCH * 2
    assert number.rule and number.rule.colour == "FF0000"


@pytest.mark.parametrize("layout", ["official", "letter", "order", "minutes"])
def test_title_stands_two_blank_lines_below_the_head(layout: str) -> None:
    document = Document(title=TextLine("工作报告", 1), lead=BODY, elements=FULL)
    found = blocks(document, layout)
    (title,) = (b for b in found if isinstance(b, Paragraph) and b.style == STYLES.title)
    assert title.before == PITCH * 2


def test_joint_mark_is_a_frame() -> None:
    names = ("禾湾区司法局", "禾湾区公安局", "禾湾区人力资源和社会保障局")
    found = blocks(Document(lead=BODY, elements=Elements(issuers=names)), "official")
    (frame,) = (block for block in found if isinstance(block, Frame))
    assert [row[0][0].text for row in frame.rows] == list(names)
    assert [row[1][0].text for row in frame.rows] == ["文件", "", ""]
    assert frame.merged == (1,)
    assert frame.width <= PAGE.text_width


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        (("张三",), ["张\u3000三"]),
        (("张三", "李四光"), ["张\u3000三\u3000李四光"]),
        (("张三", "李四光", "王小五"), ["张\u3000三\u3000李四光", "王小五"]),
    ],
)
def test_signers_stand_two_a_line_and_the_number_on_the_last(
    names: tuple[str, ...], rows: list[str]
) -> None:
    elements = Elements(issuers=FULL.issuers, document_number=FULL.document_number, signers=names)
    found = [
        block
        for block in blocks(Document(lead=BODY, elements=elements), "official")
        if isinstance(block, Paragraph) and block.style == STYLES.signer
    ]
    assert [line.spans[-1].text for line in found] == rows
    assert all(line.spans[-1].style == STYLES.signer_name for line in found)
    assert ["禾政〔2024〕5号" in line.text for line in found] == [False] * (len(rows) - 1) + [True]
    assert ["签发人：" in line.text for line in found] == [True] + [False] * (len(rows) - 1)
    # The label ends where the names begin, and these end one character before the edge.
    number, label, first_name = (tab.position for tab in found[0].tabs)
    assert number == STYLES.signer.size
    assert first_name - label == STYLES.signer.character * 4
    widest = max(width(row) for row in rows)
    right = first_name + STYLES.signer_name.character * widest
    assert PAGE.text_width - right == STYLES.signer.size


def test_letter_has_its_mark_and_rules_in_the_margins() -> None:
    elements = Elements(
        issuers=("禾湾区司法局", "禾湾区公安局"), document_number="禾司函〔2024〕5号"
    )
    sheet = composed(Document(lead=BODY, elements=elements), "letter").sheets[0]
    margin = sheet.margin
    assert margin
    assert margin.mark.text == "禾湾区司法局"  # the leading body's alone
    assert not sheet.number_first
    size = margin.mark.size
    assert size
    baseline = margin.mark_top + size
    assert (baseline - size * 0.78).mm == pytest.approx(30, abs=0.05)
    assert (margin.rule_top - baseline - size * 0.17).mm == pytest.approx(4, abs=0.05)
    number = sheet.blocks[0]
    assert isinstance(number, Paragraph)
    assert (number.text, number.align) == ("禾司函〔2024〕5号", "right")
    assert number.before is not None
    characters = PAGE.top + number.before + PITCH * 0.8 - number.style.size * 0.88
    gap = characters - margin.rule_top - margin.rule.weight
    assert gap.mm == pytest.approx(4.94, abs=0.05)


def test_letter_number_shares_the_line_of_the_first_element() -> None:
    elements = Elements(
        issuers=("禾湾区司法局",), urgency="加急", document_number="禾司函〔2024〕5号"
    )
    first, *_ = blocks(Document(lead=BODY, elements=elements), "letter")
    assert isinstance(first, Paragraph)
    assert first.text == "加急\t禾司函〔2024〕5号"
    assert [(tab.position, tab.align) for tab in first.tabs] == [(PAGE.text_width, "right")]
    assert first.spans[-1].style == STYLES.document_number


def test_minutes_list_who_was_there() -> None:
    elements = Elements(issuers=("禾湾区人民政府",), attendees="张三、李四", observers="王五")
    found = looks(Document(lead=BODY, elements=elements), "minutes")
    assert found[-2:] == [("出席列席", "出席：张三、李四"), ("出席列席", "列席：王五")]
    assert ("发文机关标志", "禾湾区人民政府会议纪要") in found


@pytest.mark.parametrize("count", [1, 2, 12])
def test_attachment_list(count: int) -> None:
    names = tuple(f"第{n}号清单" for n in range(count))
    found = [
        block
        for block in blocks(Document(lead=BODY, elements=Elements(attachments=names)))
        if isinstance(block, Paragraph) and block.style.name.startswith("附件说明")
    ]
    if count == 1:
        assert [line.text for line in found] == ["附件：第0号清单"]
        return
    assert found[0].text == "附件：1.\t第0号清单"
    assert [line.text for line in found[1:]] == [
        f"{n + 1}.\t{name}" for n, name in enumerate(names) if n
    ]
    starts = {_hanging(line) for line in found}
    # All names begin at one place, and all numbers.
    assert len({left for left, _ in starts}) == 1
    assert starts == {(pt(96 if count < 10 else 104), first) for _, first in starts}
    assert {first for _, first in starts} == {pt(32), pt(80)}


def _hanging(line: Paragraph) -> tuple[Length, Length]:
    """Where the wrapped lines of a paragraph begin, and where its first one does."""
    style, indents = line.style, line.indents
    left = indents.left if indents else style.size * style.left
    first = indents.first_line if indents else -(style.size * style.hanging)
    return left, left + first


def test_attachment_list_of_the_text_is_kept_to_the_letter() -> None:
    lines = (text("附件：1. 供水情况表", "attachment"), text("2．水厂清单", "attachment"))
    section = Section(1, None, "总结", "", False, 1, lines)
    found = looks(Document(sections=(section,)))
    assert [words for name, words in found if name.startswith("附件")] == [
        "附件：1.\t供水情况表",
        "2．\t水厂清单",
    ]


def test_attachments_with_labels_of_their_own() -> None:
    lines = (text("附件1：供水情况表", "attachment"), text("附件2：水厂清单", "attachment"))
    section = Section(1, None, "总结", "", False, 1, lines)
    found = blocks(Document(sections=(section,)))[1:]
    assert [line.text for line in found if isinstance(line, Paragraph)] == [
        "附件1：供水情况表",
        "附件2：水厂清单",
    ]
    for line, before in zip(found, (None, ZERO), strict=True):
        assert isinstance(line, Paragraph)
        # The label is three and a half characters wide.
        assert (_hanging(line), line.before) == ((pt(88), pt(32)), before)


@pytest.mark.parametrize(
    ("lines", "lefts"),
    [
        # As wide as the style has it, and as people write it besides: the names stay in a column.
        (("附件：1.供水情况表", "2.水厂清单"), (96, 96)),
        (("附 件：1.供水情况表", "2.水厂清单"), (104, 104)),
        (("附件：１．供水情况表", "２．水厂清单"), (112, 112)),
        (("附件１：供水情况表", "附件２：水厂清单"), (96, 96)),
        (("附　件：供水情况表",), (96,)),
    ],
)
def test_attachment_labels_as_people_write_them(
    lines: tuple[str, ...], lefts: tuple[int, ...]
) -> None:
    content = tuple(text(line, "attachment") for line in lines)
    section = Section(1, None, "总结", "", False, 1, content)
    found = [b for b in blocks(Document(sections=(section,))) if isinstance(b, Paragraph)][1:]
    assert ["".join(line.text.split("\t")) for line in found] == list(lines)
    assert [_hanging(line)[0].pt for line in found] == list(lefts)
    # The list begins two characters in, one blank line below the text.
    assert _hanging(found[0])[1] == pt(32)
    assert found[0].before is None and found[0].style.before == 1


def test_attachments_begin_new_pages() -> None:
    content = (text("表内数据为全年累计数。"),)
    made = Document(
        lead=BODY, attachments=(Attachment(TextLine("附件1", 5), TextLine("供水情况", 6), content),)
    )
    label, title, body = blocks(made)[1:]
    assert isinstance(label, Paragraph) and isinstance(title, Paragraph)
    assert isinstance(body, Paragraph)
    assert (label.page_break, label.style.name) == (True, "附件标记")
    # The title stands on the third line.
    assert label.style.after == 1
    assert (title.text, title.style.name, body.style) == ("供水情况", "附件标题", STYLES.body)


def test_footnotes_are_called_where_they_belong() -> None:
    paragraph = text("供水量增长，水质达标。", references=(Reference(5, "1"),))
    made = Document(lead=(paragraph,), footnotes=(Footnote("1", "含再生水。", 9),))
    (line,) = blocks(made)
    assert isinstance(line, Paragraph)
    assert [(span.text, span.footnote) for span in line.spans] == [
        ("供水量增长", "含再生水。"),
        ("，水质达标。", None),
    ]


def test_a_wide_table_turns_its_page_and_takes_its_caption_along() -> None:
    row = "\t".join(f"某某某某某指标{n}号" for n in range(14))
    table = text(f"{row}\n{row}", "table")
    made = Document(lead=(text("前。"), text("表1", "caption"), table, text("后。")))
    upright, turned, after = composed(made).sheets
    assert (upright.landscape, turned.landscape, after.landscape) == (False, True, False)
    assert turned.page == PAGE.turned()
    caption, wide = turned.blocks
    assert isinstance(caption, Paragraph) and isinstance(wide, Table)
    assert caption.text == "表1"
    assert PAGE.text_width < wide.width <= PAGE.turned().text_width * 1.0001


@pytest.mark.parametrize("columns", [1, 3, 6])
def test_other_tables_fill_the_text_area(columns: int) -> None:
    rows = "\n".join("\t".join(["指标"] * columns) for _ in range(3))
    (table,) = blocks(Document(lead=(text(rows, "table", align=("left",)),)))
    assert isinstance(table, Table)
    assert table.width.pt == pytest.approx(PAGE.text_width.pt)
    assert [row[0].align for row in table.rows] == ["center", "left", "left"]
    assert len(set(table.widths)) == 1


def test_a_long_column_leaves_the_short_ones_their_width() -> None:
    remark = "这一批次的项目跨年度实施，资金分两年安排，年底前完成主体工程并组织阶段验收"
    rows = f"乡镇\t计划里程（公里）\t完成率\t备注\n青石镇\t5.7\t94.7%\t{remark}"
    (table,) = blocks(Document(lead=(text(rows, "table"),)))
    assert isinstance(table, Table)
    assert table.width.pt == pytest.approx(PAGE.text_width.pt)
    room = [(w - table.look.padding * 2).points / table.body.size.points for w in table.widths]
    assert all(float(have) >= need for have, need in zip(room, (3, 8, 3, 10), strict=True))


def test_rows_of_a_table_are_filled_up() -> None:
    (table,) = blocks(Document(lead=(text("甲\t乙\n1", "table"),)))
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["甲", "乙"], ["1", ""]]


def test_a_large_picture_is_made_to_fit(tmp_path: Path) -> None:
    from pymupdf import Pixmap, csRGB

    pixmap = Pixmap(csRGB, (0, 0, 2000, 500))
    pixmap.clear_with(200)
    pixmap.save(tmp_path / "图.png")
    paragraph = text("供水量", "picture", picture=nodes.Picture("图.png"))
    (sheet,) = composed(Document(lead=(paragraph,)), folder=tmp_path).sheets
    picture, caption = sheet.blocks
    assert isinstance(picture, Picture) and isinstance(caption, Paragraph)
    assert picture.width == PAGE.text_width
    assert float(picture.width.points / picture.height.points) == pytest.approx(4)
    assert (caption.text, picture.keep_next) == ("供水量", True)


def test_imprint_of_a_one_page_document_is_on_its_back() -> None:
    made = composed(Document(lead=BODY, elements=FULL), "official")
    front, back = made.sheets
    assert front.imprint is None
    assert back.imprint
    assert (back.start, back.numbered) == ("page", True)
    rows = [[line.text for line in row] for row in back.imprint.rows]
    assert rows == [
        ["抄送：区委办公室，区人大常委会办公室。"],
        ["禾湾区人民政府办公室\t2024年12月20日印发"],
    ]
    weights = [rule.weight for rule in back.imprint.rules if rule]
    assert weights == [mm(0.35), mm(0.25), mm(0.35)]


def test_imprint_of_two_pages_is_on_the_second() -> None:
    lead = tuple(text("国" * 28 * 5) for _ in range(4))
    (sheet,) = composed(Document(lead=lead, elements=FULL), "official").sheets
    assert sheet.imprint


def test_imprint_without_room_goes_to_the_next_even_page() -> None:
    # Two pages filled to the last line: page 3 stays blank.
    shapes = []
    for count in range(1, 40):
        lead = tuple(text("国" * 20) for _ in range(count))
        sheets = composed(Document(lead=lead, elements=FULL), "official").sheets
        assert sheets[-1].imprint
        assert all(sheet.imprint is None for sheet in sheets[:-1])
        shapes.append((len(sheets), sheets[-1].start, sheets[-1].numbered))
    # One page, two with room, two without, three.
    one, room, full = (2, "page", True), (1, "page", True), (2, "even", False)
    assert list(dict.fromkeys(shapes)) == [one, room, full]
    assert shapes[-1] == one


def test_imprint_shares_no_page_with_footnotes() -> None:
    lead = tuple(text("国" * 28 * 5) for _ in range(4))
    noted = text("供水量增长。", references=(Reference(5, "1"),))
    made = Document(lead=(*lead, noted), footnotes=(Footnote("1", "含再生水。", 9),), elements=FULL)
    text_sheet, back = composed(made, "official").sheets
    assert text_sheet.imprint is None
    assert (back.start, back.numbered) == ("even", False)


def test_recipients_that_leave_no_text_on_the_first_page_go_to_the_imprint() -> None:
    many = "、".join(f"禾湾区第{n}街道办事处" for n in range(40))
    elements = Elements(issuers=FULL.issuers, recipients=many, print_office="区政府办公室")
    made_of = Document(lead=BODY, elements=elements)
    made = composed(made_of, "official")
    (imprint,) = (sheet.imprint for sheet in made.sheets if sheet.imprint)
    assert imprint.rows[0][0].text == f"主送：{many}。"
    assert "主送机关" not in [name for name, _ in looks(made_of, "official")]


def test_letter_imprint_has_copies_only() -> None:
    made = composed(Document(lead=BODY, elements=FULL), "letter")
    (imprint,) = (sheet.imprint for sheet in made.sheets if sheet.imprint)
    assert [line.text[:3] for row in imprint.rows for line in row] == ["抄送："]
    assert imprint.rules == (None, None)


def test_an_imprint_that_no_page_holds_is_refused() -> None:
    elements = Elements(issuers=FULL.issuers, copies="、".join(["禾湾区第一街道办事处"] * 90))
    with pytest.raises(InputError, match="版记太长"):
        composed(Document(lead=BODY, elements=elements), "official")


def test_recipients_that_no_imprint_can_hold_stay_where_they_are() -> None:
    many = "、".join(f"禾湾区第{n}街道办事处" for n in range(90))
    made = Document(lead=BODY, elements=Elements(issuers=FULL.issuers, recipients=many))
    assert ("主送机关", many + "：") in looks(made, "official")


def test_an_imprint_of_the_draft_is_set_as_one() -> None:
    lines = ("抄送：区委办公室。", "区水务局办公室　2024年12月20日印发")
    notes = (text("（联系人：张三）"), *(text(line, "imprint") for line in lines))
    made = Document(lead=BODY, notes=notes)
    (imprint,) = (s.imprint for s in composed(made, "official").sheets if s.imprint)
    assert [[line.text for line in row] for row in imprint.rows] == [
        ["抄送：区委办公室。"],
        ["区水务局办公室\t2024年12月20日印发"],
    ]
    assert [words for name, words in looks(made, "official") if name == "附注"] == [
        "（联系人：张三）"
    ]
    # An internal report has no imprint: the lines stand where they stood.
    assert len([name for name, _ in looks(made) if name == "附注"]) == 3


def test_recipients_without_any_text_stay() -> None:
    elements = Elements(issuers=FULL.issuers, recipients="区委", print_office="区政府办公室")
    assert ("主送机关", "区委：") in looks(Document(elements=elements), "official")


def test_letter_imprint_is_on_the_last_page_whichever_that_is() -> None:
    elements = Elements(issuers=FULL.issuers, copies="区委办公室")
    (sheet,) = composed(Document(lead=BODY, elements=elements), "letter").sheets
    assert sheet.imprint


def test_who_signs_is_the_issuer_where_nothing_else_says() -> None:
    made = Document(lead=BODY, signature=TextLine("禾湾区水务局", 9), organization="禾湾区")
    assert looks(made, "official")[0] == ("发文机关标志", "禾湾区水务局文件")
    assert looks(replace(made, signature=None), "official")[0] == ("发文机关标志", "禾湾区文件")


def test_an_attachment_that_is_a_wide_table_is_turned_with_its_title() -> None:
    row = "\t".join(f"某某某某某指标{n}号" for n in range(14))
    content = (text(f"{row}\n{row}", "table"),)
    attachment = Attachment(TextLine("附件1", 5), TextLine("供水情况", 6), content)
    upright, turned = composed(Document(lead=BODY, attachments=(attachment,))).sheets
    assert [b.text for b in upright.blocks if isinstance(b, Paragraph)] == ["全区供水平稳。"]
    label, title, _ = turned.blocks
    assert isinstance(label, Paragraph) and isinstance(title, Paragraph)
    assert (label.text, title.text, label.page_break) == ("附件1", "供水情况", False)


def test_a_caption_below_a_picture_stays_with_it(tmp_path: Path) -> None:
    from pymupdf import Pixmap, csRGB

    Pixmap(csRGB, (0, 0, 20, 20)).save(tmp_path / "图.png")
    picture = text("", "picture", picture=nodes.Picture("图.png"))
    lead = (picture, text("图1 供水量", "caption"), text("下文。"))
    (sheet,) = composed(Document(lead=lead), folder=tmp_path).sheets
    shown, caption, _ = sheet.blocks
    assert isinstance(shown, Picture) and isinstance(caption, Paragraph)
    assert (shown.keep_next, caption.keep_next) == (True, False)


def test_run_in_heading_and_lines_beside_the_title() -> None:
    inner = Section(2, Number("（一）", 1), "粮食", "。", True, 1, (text("丰收。"), text("增产。")))
    made = Document(
        above_title=(SideLine("内部资料", "other", 1),),
        title=TextLine("总结", 2),
        below_title=(SideLine("——张三", "subtitle", 3), SideLine("张三", "person", 4)),
        sections=(Section(1, Number("一、", 1), "总结", "", False, 5, (inner,)),),
        date=DateLine("2023年12月", None, 9),
    )
    assert looks(made) == [
        ("题上行", "内部资料"),
        ("公文标题", "总结"),
        ("公文副标题", "——张三"),
        ("题下行", "张三"),
        ("一级标题", "一、总结"),
        ("公文正文", "（一）粮食。丰收。"),
        ("公文正文", "增产。"),
        ("成文日期", "2023年12月"),
    ]
    found = [block for block in blocks(made) if isinstance(block, Paragraph)]
    assert [block.after for block in found[1:4]] == [ZERO, ZERO, None]
    # The last of the text stays with the ending.
    assert found[-2].keep_next


def test_every_text_says_where_it_comes_from() -> None:
    made = Document(
        title=TextLine("总结", 1),
        lead=BODY,
        sections=(Section(1, Number("一、", 1), "总结", "", False, 5, BODY),),
        elements=FULL,
    )
    for block in blocks(made, "official"):
        assert isinstance(block, Paragraph)
        for span in block.spans:
            assert not span.text.strip() or span.where.startswith("$.")
