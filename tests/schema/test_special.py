"""What a report has beside plain text, held against the schema."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import converter
from converter import schema
from converter.metadata.fields import FIELDS
from converter.model.elements import Elements
from converter.schema.validate import violations
from tests.model.test_codec import full
from tests.tools.places import FIXTURES

DRAFTS = sorted((FIXTURES / "layout").glob("*.txt"))


def faults(value: dict[str, Any]) -> Iterator[tuple[str, int, str]]:
    """What is wrong with the form of a report; that parts are missing is not."""
    for violation in violations(value, "work-report"):
        if violation.path not in ("$.title", "$.sections"):
            yield violation.path, violation.line, violation.message


def test_everything_is_valid() -> None:
    assert list(faults(converter.to_json(full()))) == []


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_drafts_with_metadata_are_valid(path: Path) -> None:
    for document in converter.parse(path.read_bytes()):
        assert list(faults(converter.to_json(document))) == []


def test_every_element_has_its_property() -> None:
    properties = schema.for_profile("work-report")["properties"]["elements"]["properties"]
    assert list(properties) == [field.name for field in FIELDS]
    assert set(properties) == set(Elements.__dataclass_fields__)


CHANGES: dict[str, tuple[str, Any, int, str]] = {
    "lead.0.kind": ("$.lead[0].kind", "salutation", 2, "应为其中之一"),
    "sections.0.content.0.references.0.offset": (
        "$.sections[0].content[0].references[0].offset",
        -1,
        4,
        "不得小于 0",
    ),
    "sections.0.content.2.align.1": (
        "$.sections[0].content[2].align[1]",
        "middle",
        6,
        "应为其中之一",
    ),
    "sections.0.content.3.picture": ("$.sections[0].content[3].picture", None, 9, "应为对象"),
    "attachments.1.content.1.merged.0.rows": (
        "$.attachments[1].content[1].merged[0].rows",
        0,
        42,
        "不得小于 1",
    ),
    "attachments.1.content.1.insets.0.picture.width": (
        "$.attachments[1].content[1].insets[0].picture.width",
        0,
        42,
        "应大于 0",
    ),
    "attachments.1.content.1.insets.0.picture": (
        "$.attachments[1].content[1].insets[0].picture",
        "a.png",
        42,
        "应为对象",
    ),
    "attachments.1.content.1.insets.1.table.text": (
        "$.attachments[1].content[1].insets[1].table.text",
        None,
        45,
        "应为文字",
    ),
    "attachments.1.content.1.insets.1": (
        "$.attachments[1].content[1].insets[1]",
        {"offset": 17},
        42,
        "应为图片或表格之一",
    ),
    "title.references.0.label": ("$.title.references[0].label", "", 1, "不得为空"),
    "sections.0.references": ("$.sections[0].references", "1", 3, "应为列表"),
    "notes.0.text": ("$.notes[0].text", 1, 23, "应为文字"),
    "attachments.0.label.text": ("$.attachments[0].label.text", "", 30, "不得为空"),
    "attachments.0.content.0.level": ("$.attachments[0].content[0].level", 9, 31, "不得大于 5"),
    "footnotes.1.label": ("$.footnotes[1].label", "", 51, "不得为空"),
    "elements.secrecy": ("$.elements.secrecy", "密", 1, "绝密、机密 或 秘密"),
    "elements.issuers": ("$.elements.issuers", "甲局", 1, "机关全称"),
    "elements.密级": ("$.elements", "秘密", 1, "没有这样的字段：密级"),
}


@pytest.mark.parametrize("way", CHANGES)
def test_violations_name_field_and_line(way: str) -> None:
    value = converter.to_json(full())
    path, new, line, word = CHANGES[way]
    *parents, last = way.split(".")
    node: Any = value
    for key in parents:
        node = node[int(key)] if key.isdigit() else node[key]
    node[int(last) if last.isdigit() else last] = new
    found = list(faults(value))
    assert [item for item in found if item[:2] == (path, line) and word in item[2]], found
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value, schema.for_profile("work-report"))


def test_a_picture_names_its_file() -> None:
    value = converter.to_json(full())
    del value["sections"][0]["content"][3]["picture"]
    assert ("$.sections[0].content[3]", 9, "缺少字段 'picture'") in faults(value)
