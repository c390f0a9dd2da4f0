"""成文日期: what is a date and nothing else, and which day it is."""

import pytest

from converter.readers.text.dates import date_line, plain_date
from converter.source.text import Piece


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024年12月9日", "2024-12-09"),
        ("（2024 年 12 月 19 日）", "2024-12-19"),
        ("2024年2月29日", "2024-02-29"),
        ("2023年2月29日", None),
        ("2024年13月1日", None),
        ("2000年2月29日", "2000-02-29"),
        ("1900年2月29日", None),
        ("2024年4月31日", None),
        ("2024年12月0日", None),
        ("2024年12月", None),
        ("20XX年X月X日", None),
        ("二〇二四年十二月十九日", "2024-12-19"),
        ("2024-12-19", "2024-12-19"),
        ("2024.1.5", "2024-01-05"),
    ],
)
def test_dates(text: str, value: str | None) -> None:
    found = date_line(Piece(text, 3, 5))
    assert found
    assert (found.text, found.value, found.line, found.column) == (text, value, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2024年",
        "2024年12月19日印发",
        "12月19日",
        "2124年1月1日",
        "2024年1月1号",
        "一、2024",
        "2024年123月",
    ],
)
def test_other_texts(text: str) -> None:
    assert date_line(Piece(text, 1)) is None


def test_parts_are_as_written() -> None:
    assert plain_date("（2024年 1 月02日）") == ("2024", "1", "02")
    assert plain_date("2024年1月") == ("2024", "1", None)
    assert plain_date("2024年1月2") is None
    assert plain_date("２０２４年1月2日") is None
