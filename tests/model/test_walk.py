"""Going through a document: all its text, in the order of the input."""

from converter.model import walk
from converter.model.nodes import (
    Attachment,
    DateLine,
    Document,
    Footnote,
    Inset,
    Number,
    Paragraph,
    Picture,
    Section,
    TextLine,
)


def section(*content: Paragraph, number: Number | None = None, heading: str = "甲") -> Section:
    return Section(1, number, heading, "", False, 5, content)


def document() -> Document:
    return Document(
        title=TextLine("标题", 1),
        lead=(Paragraph("县委：", 2, kind="recipient"), Paragraph("前言。", 3)),
        sections=(section(Paragraph("甲\t乙\n1\t2", 6, kind="table")),),
        signature=TextLine("县水务局\n县财政局", 10),
        date=DateLine("2024年12月1日", "2024-12-01", 9),
        notes=(Paragraph("（公开）", 12),),
        attachments=(
            Attachment(TextLine("附件1", 14), TextLine("清单", 15), (section(),)),
            Attachment(TextLine("附件2", 20), None, (Paragraph("完。", 21),)),
        ),
        footnotes=(Footnote("1", "注一", 4), Footnote("2", "注二", 18)),
    )


def test_nodes_in_the_order_of_the_input_behind_the_text() -> None:
    assert [path for path, _ in walk.nodes(document())] == [
        *("title", "lead[0]", "lead[1]", "sections[0]", "sections[0].content[0]"),
        *("date", "signature", "footnotes[0]", "notes[0]"),
        *("attachments[0].label", "attachments[0].title", "attachments[0].content[0]"),
        *("footnotes[1]", "attachments[1].label", "attachments[1].content[0]"),
    ]


def test_lines_hold_every_text() -> None:
    assert list(walk.lines(document())) == [
        *("标题", "县委：", "前言。", "甲", "甲\t乙\n1\t2", "2024年12月1日", "县水务局\n县财政局"),
        *("注一", "（公开）", "附件1", "清单", "甲", "注二", "附件2", "完。"),
    ]


def test_sections_are_those_of_the_report() -> None:
    assert [path for path, _ in walk.sections(document())] == ["sections[0]"]


def test_paragraphs_are_those_of_notes_and_attachments_too() -> None:
    assert [path for path, _ in walk.paragraphs(document())] == [
        *("lead[0]", "lead[1]", "sections[0].content[0]", "notes[0]"),
        "attachments[1].content[0]",
    ]


def test_a_table_does_not_stand_on_the_line_of_a_number() -> None:
    table = Paragraph("甲\t乙", 6, kind="table")
    picture = Paragraph("", 7, kind="picture", picture=Picture("a.png"))
    numbered = section(table, picture, number=Number("1.", 1), heading="")
    assert not numbered.inline
    assert list(walk.lines(Document(sections=(numbered,)))) == ["1.", "甲\t乙"]
    assert section(Paragraph("整句。", 5), number=Number("1.", 1), heading="").inline


def test_rows_of_a_table() -> None:
    assert Paragraph("甲\t乙\n1\t", 1, kind="table").rows == (("甲", "乙"), ("1", ""))


def test_tables_in_cells_come_behind_the_table_that_they_are_in() -> None:
    picture = Inset(1, picture=Picture("a.png"))
    deepest = Paragraph("丁", 9, kind="table", insets=(picture,))
    inner = Paragraph("丙\u2028续", 8, kind="table", insets=(Inset(1, table=deepest),))
    first = Paragraph("甲\t", 6, kind="table", insets=(picture, Inset(2, table=inner)))
    report = Document(lead=(first, Paragraph("完。", 10)), sections=(section(first),))
    assert [path for path, _ in walk.nodes(report)] == [
        *("lead[0]", "lead[0].insets[1].table", "lead[0].insets[1].table.insets[0].table"),
        *("lead[1]", "sections[0]", "sections[0].content[0]"),
        "sections[0].content[0].insets[1].table",
        "sections[0].content[0].insets[1].table.insets[0].table",
    ]
    assert list(walk.lines(report)) == ["甲\t", "丙 续", "丁", "完。", "甲", "甲\t", "丙 续", "丁"]
    shown = [list(walk.pictures(paragraph)) for _, paragraph in walk.paragraphs(report)]
    assert [len(found) for found in shown] == [1, 0, 1, 0, 1, 0, 1]
