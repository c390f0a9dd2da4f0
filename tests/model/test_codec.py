"""The document as JSON and back: exact both ways, and a clear word on what is wrong."""

import json
from typing import Any

import pytest

import converter
from converter.errors import InputError
from converter.model.elements import Elements
from converter.model.nodes import (
    Attachment,
    Document,
    Footnote,
    Paragraph,
    Picture,
    Reference,
    Section,
    TextLine,
)
from converter.model.position import Break
from tests.drafts import draft

Json = dict[str, Any]
PROMISED = [
    *("$schema", "kind", "title", "organization", "period", "lead", "sections", "signature"),
    *("date", "removed"),
]
BEHIND = ["notes", "attachments", "footnotes", "elements"]


def full() -> Document:
    """A document with one of each thing that a report may have."""
    section = Section(1, None, "办法", "", False, 31, (Paragraph("抓好落实。", 32),))
    return Document(
        title=TextLine("标题", 1),
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
        signature=TextLine("县水务局\n县财政局", 20, breaks=(Break(5, 21, 1),)),
        notes=(Paragraph("（公开）", 23),),
        attachments=(
            Attachment(TextLine("附件1", 30), TextLine("清单", 30), (section,)),
            Attachment(TextLine("附件2", 40), None, (Paragraph("完", 41),)),
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
