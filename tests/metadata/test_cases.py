"""Every way to write a field, and every block at the head of a draft, against files of cases."""

import pytest

from converter.errors import MetadataError
from converter.metadata.block import find_block
from converter.metadata.fields import BY_NAME, FIELDS
from converter.metadata.statement import Statement, checked, from_mapping, merged
from converter.model.elements import NONE, Elements
from tests.cases import cases


def told(stated: Statement) -> str:
    """What is stated, as the case files write it."""
    parts = []
    for name, value in stated.items():
        text = f"[{'|'.join(value)}]" if isinstance(value, tuple) else str(value or "-")
        parts.append(f"{name}={text}")
    return " ".join(parts)


def stated_by(lines: list[str]) -> str:
    """What the block at the head of a draft states."""
    block = find_block(lines, "稿.txt")
    if block is None:
        return "-"
    merged(NONE, block.stated, f"稿.txt:{block.first}")
    assert not any(char.isalnum() for char in lines[block.last - 1])
    return told(block.stated)


@pytest.mark.parametrize(("given", "expected"), cases("values", "metadata"))
def test_values(given: str, expected: str) -> None:
    key, value = given.split("：", 1)
    try:
        got = told(from_mapping({key: value.replace("／", "\n")}, "稿.txt"))
    except MetadataError as error:
        got = "! " + error.line().removeprefix("稿.txt：")
        assert "\n" not in error.line("en")
    assert got == expected


@pytest.mark.parametrize(("given", "expected"), cases("blocks", "metadata"))
def test_blocks(given: str, expected: str) -> None:
    try:
        got = stated_by(given.split("／"))
    except MetadataError as error:
        got = "! " + error.line()
        assert "\n" not in error.line("en")
    assert got == expected


@pytest.mark.parametrize(
    "given", [p.values[0] for p in cases("values", "metadata") if "! " not in p.values[1]]
)
def test_what_is_stored_is_allowed_as_it_is(given: str) -> None:
    key, value = given.split("：", 1)
    stated = from_mapping({key: value})
    # A period of secrecy is nothing without a secrecy.
    elements = merged(Elements(secrecy="机密"), stated, "")
    assert checked(elements, "") == elements


def test_what_is_taken_away_takes_along_what_hangs_on_it() -> None:
    base = merged(NONE, from_mapping({"密级": "机密★1年"}), "")
    assert merged(base, from_mapping({"密级": ""}), "") == NONE
    assert merged(base, from_mapping({"密级": "绝密"}), "") == Elements(secrecy="绝密")
    assert merged(base, from_mapping({"密级": "绝密★5年"}), "").secrecy_period == "5年"
    assert merged(base, from_mapping({"保密期限": "5年"}), "").secrecy_period == "5年"
    with pytest.raises(MetadataError):
        merged(base, from_mapping({"密级": "", "保密期限": "2年"}), "")


def test_every_field_has_cases() -> None:
    seen = " ".join(p.values[1] for p in cases("values", "metadata"))
    missing = [field.name for field in FIELDS if f"{field.name}=" not in seen]
    assert set(missing) <= {"absentees", "observers"}  # they are as attendees


def test_fields_are_those_of_elements() -> None:
    assert list(BY_NAME) == list(Elements.__dataclass_fields__)
    names = [name for field in FIELDS for name in (*field.keys, field.name)]
    assert len(names) == len(set(names))
