"""Numerals and number marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.numbering import STYLES, match_mark, shape
from converter.numerals import to_han, value_of


@given(st.integers(1, 999))
def test_chinese_numerals_round_trip(value: int) -> None:
    assert value_of(to_han(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("二十一", 21),
        ("一百零二", 102),
        ("〇", 0),
        ("二〇二四", 2024),
        ("１２", 12),
        ("①", 1),
        ("⑳", 20),
        ("㈡", 2),
        ("⑶", 3),
        ("", None),
        ("百姓", None),
        ("a", None),
    ],
)
def test_values(text: str, value: int | None) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize("value", [0, 1000, -1])
def test_ordinals_outside_the_range_are_refused(value: int) -> None:
    with pytest.raises(ValueError):
        to_han(value)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_standard_form_of_a_style_is_read_as_that_style(style: object) -> None:
    assert hasattr(style, "form")
    numeral = "②" if style.name == "circled" else "2" if "arabic" in style.name else "二"  # type: ignore[attr-defined]
    mark = match_mark(style.form.format(numeral) + "标题")
    assert mark is not None
    assert (mark.style, mark.value) == (style, 2)
    assert shape(mark.text) == shape(style.form)
