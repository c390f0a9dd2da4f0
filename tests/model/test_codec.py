"""The document as JSON and back: exact both ways, and a clear word on what is wrong."""

import json
from typing import Any

import pytest

import converter
from converter.errors import InputError
from converter.model.elements import Elements
from converter.model.nodes import (
    Attachment,
    DateLine,
    Document,
    Footnote,
    Inset,
    Merge,
    Paragraph,
    Picture,
    Reference,
    Section,
    SideLine,
    TextLine,
)
from converter.model.position import Break
from tests.drafts import draft

Json = dict[str, Any]
PROMISED = [
    *("$schema", "kind", "title", "organization", "period", "lead", "sections", "signature"),
    *("date", "removed"),
]
BEHIND = ["above_title", "notes", "attachments", "footnotes", "elements"]


def full() -> Document:
    """A document with one of each thing that a report may have."""
    section = Section(
        level=1,
        number=None,
        heading="办法",
        terminator="",
        run_in=False,
        line=31,
        content=(Paragraph("抓好落实。", 32),),
        references=(Reference(2, "甲"),),
    )
    inner = Paragraph("丙\t\n丁\t戊", 45, kind="table", merged=(Merge(0, 0, columns=2),))
    emf = Picture("草稿.docx/word/media/image1.emf", 40.5, 30.0)
    grid = Paragraph(
        "项目\t合计\t\n收入\u2028（含补助）\t图\t\n\t\t",
        42,
        kind="table",
        references=(Reference(2, "1"),),
        merged=(Merge(0, 1, 1, 2), Merge(1, 1, 2, 2)),
        insets=(Inset(16, emf), Inset(17, table=inner)),
        header_rows=0,
    )
    return Document(
        title=TextLine("标题", 1, references=(Reference(2, "甲"),)),
        lead=(Paragraph("县委：", 2, kind="recipient"),),
        sections=(
            Section(
                level=1,
                number=None,
                heading="总结",
                terminator="",
                run_in=False,
                line=3,
                content=(
                    Paragraph("供水稳定。", 4, references=(Reference(2, "1"), Reference(5, "甲"))),
                    Paragraph("表1", 5, kind="caption"),
                    Paragraph(
                        "甲\t乙\n1\t",
                        6,
                        3,
                        breaks=(Break(2, 6, 7),),
                        kind="table",
                        align=("left", ""),
                    ),
                    Paragraph("", 9, 3, kind="picture", picture=Picture("图/a.png")),
                    Paragraph("附件：清单", 10, kind="attachment"),
                ),
                role="summary",
            ),
        ),
        above_title=(SideLine("云水〔2025〕1号", "number", 1, references=(Reference(9, "1"),)),),
        date=DateLine("2025年1月5日", "2025-01-05", 22, references=(Reference(0, "1"),)),
        signature=TextLine("县水务局\n县财政局", 20, breaks=(Break(5, 21, 1),)),
        notes=(Paragraph("（公开）", 23),),
        attachments=(
            Attachment(TextLine("附件1", 30), TextLine("清单", 30), (section,)),
            Attachment(TextLine("附件2", 40), None, (Paragraph("完", 41), grid)),
        ),
        footnotes=(Footnote("1", "注一", 50, 7), Footnote("甲", "注二", 51, 7)),
        elements=Elements(secrecy="秘密", issuers=("甲局", "乙局"), recipients_last=True),
    )


def test_round_trip() -> None:
    value = converter.to_json(full())
    assert converter.from_json(json.loads(json.dumps(value, ensure_ascii=False))) == full()


def test_promised_keys_come_first_and_new_ones_only_where_they_say_something() -> None:
    value = converter.to_json(full())
    assert list(value)[: len(PROMISED)] == PROMISED
    assert list(value)[-len(BEHIND) :] == BEHIND
    (plain,) = converter.parse(draft())
    assert not {*BEHIND} & {*converter.to_json(plain)}
    paragraph = {"type": "paragraph", "text": "正文", "line": 1, "column": 1, "points": []}
    assert converter.to_json(Document(lead=(Paragraph("正文", 1),)))["lead"] == [paragraph]


def test_elements_are_written_by_their_english_names() -> None:
    assert converter.to_json(full())["elements"] == {
        "secrecy": "秘密",
        "issuers": ["甲局", "乙局"],
        "recipients_last": True,
    }


GRID, GRID_WAY = "attachments[1].content[1]", "attachments.1.content.1"
GRID_WRONG: list[tuple[str, str, Any]] = [
    (".header_rows", ".header_rows", 4),
    (".text", ".text", "项目\t合计\t\n收入（含补助）及其他\t图\n\t\t"),
    (".merged[1].row", ".merged.1.row", -1),
    (".merged[1].columns", ".merged.1.columns", 0),
    (".merged[1]", ".merged.1.rows", 3),
    (".merged[1]", ".merged.1", {"row": 0, "column": 2, "rows": 2}),
    (".merged[0]", ".merged.0", {"row": 0, "column": 0, "columns": 2}),
    (".insets[0]", ".insets.0", {"offset": 16}),
    (".insets[0].offset", ".insets.0.offset", 22),
    (".insets[1].offset", ".insets.1.offset", 15),
    (".insets[1].offset", ".insets.1.offset", 18),
    (".insets[0].picture.width", ".insets.0.picture.width", 0),
    (".insets[0].picture.height", ".insets.0.picture.height", "3"),
    (".insets[1].table.kind", ".insets.1.table", {"type": "paragraph", "text": "", "line": 1}),
    (".insets[1].table.merged[0]", ".insets.1.table.merged.0.columns", 3),
    (".references[0].offset", ".references.0.offset", 6),
]
"""What may not be in a table: its place, the way to it, and the value."""

WRONG: dict[str, tuple[str, Any]] = {
    "$.lead[0].kind": ("lead.0.kind", "salutation"),
    "$.lead[0].picture": ("lead.0.picture", {"path": "a.png"}),
    "$.sections[0].content[0].references": ("sections.0.content.0.references", "1"),
    "$.sections[0].content[0].references[0].offset": (
        "sections.0.content.0.references.0.offset",
        6,
    ),
    "$.sections[0].content[0].references[1].label": (
        "sections.0.content.0.references.1.label",
        "乙",
    ),
    "$.sections[0].content[2].align": ("sections.0.content.2.align", [1]),
    "$.sections[0].content[2].align[1]": ("sections.0.content.2.align.1", "middle"),
    "$.sections[0].content[3].picture": ("sections.0.content.3.picture", None),
    "$.sections[0].content[3].picture.path": ("sections.0.content.3.picture.path", 5),
    "$.notes[0].text": ("notes.0.text", None),
    "$.attachments[0].label": ("attachments.0.label", "附件1"),
    "$.attachments[1].content[0].type": ("attachments.1.content.0.type", "table"),
    "$.title.references[0].offset": ("title.references.0.offset", 3),
    "$.above_title[0].references[0].label": ("above_title.0.references.0.label", "乙"),
    "$.date.references[0].label": ("date.references.0.label", "乙"),
    "$.attachments[0].content[0].references[0].offset": (
        "attachments.0.content.0.references.0.offset",
        3,
    ),
    **{f"$.{GRID}{field}": (GRID_WAY + way, value) for field, way, value in GRID_WRONG},
    "$.footnotes[0].label": ("footnotes.0.label", 1),
    "$.footnotes[1].line": ("footnotes.1.line", "51"),
    "$.elements": ("elements", []),
    "$.elements.secrecy": ("elements.secrecy", 1),
    "$.elements.issuers": ("elements.issuers", "甲局"),
    "$.elements.recipients_last": ("elements.recipients_last", "是"),
}


@pytest.mark.parametrize("field", WRONG)
def test_what_is_wrong_is_named(field: str) -> None:
    value = converter.to_json(full())
    way, new = WRONG[field]
    *parents, last = way.split(".")
    node: Any = value
    for key in parents:
        node = node[int(key)] if key.isdigit() else node[key]
    node[int(last) if last.isdigit() else last] = new
    with pytest.raises(InputError) as error:
        converter.from_json(value)
    assert error.value.where == field


@pytest.mark.parametrize(("depth", "fits"), [(20, True), (21, False), (60, False)])
def test_tables_in_tables_have_an_end(depth: int, fits: bool) -> None:
    table = Paragraph("内", 2, kind="table")
    for _ in range(depth):
        table = Paragraph("甲\t", 2, kind="table", insets=(Inset(2, table=table),))
    value = converter.to_json(Document(title=TextLine("标题", 1), lead=(table,)))
    if fits:
        assert converter.render(converter.from_json(value), "docx")
        return
    with pytest.raises(InputError) as error:
        converter.from_json(value)
    assert "table in at most 20 others" in error.value.line("en")
