from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.layout.width import GAP, character_width, width, width_with_gaps

WESTERN = "0-9A-Za-zªµºÀ-ÖØ-öø-ʯͰ-֏"
CHINESE = "⺀-⿟々〆〇〡-〩぀-ㄯ㐀-鿿豈-﫿０-９Ａ-Ｚａ-ｚ\U00020000-\U0003ffff"
MEETING = re.compile(f"(?<=[{WESTERN}])(?=[{CHINESE}])|(?<=[{CHINESE}])(?=[{WESTERN}])")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("工作", 2),
        ("2023年", 3),
        ("２０", 2),
        ("“—…·", 4),
        ("A b", 1.5),
        ("（一）", 3),
        ("𠮷", 1),
        ("e\u0301\u200b", 0.5),
    ],
)
def test_width(text: str, expected: float) -> None:
    assert width(text) == expected


def test_every_character_is_as_wide_as_unicode_says() -> None:
    """Of both planes that Chinese text is made of."""
    for code in [*range(0xD800), *range(0xE000, 0x30000)]:
        character = chr(code)
        invisible = unicodedata.category(character) in ("Mn", "Me", "Cf")
        whole = unicodedata.east_asian_width(character) in "WFA"
        assert character_width(character) == (0 if invisible else 1 if whole else 0.5), hex(code)


@given(
    st.text(st.sampled_from("a1é々国〇ａ。,“ 豈￥\U00020000\u3000") | st.characters(codec="utf-8"))
)
def test_gaps_stand_between_letters_and_characters(text: str) -> None:
    assert width_with_gaps(text) == width(text) + GAP * len(MEETING.findall(text))
