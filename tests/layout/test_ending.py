"""署名 and date: the date begins two characters further right (GB/T 9704-2012, 7.3.5.2)."""

from __future__ import annotations

import pytest

from converter.layout.ending import ending_indents
from converter.layout.gbt9704 import PLAIN
from converter.layout.units import ZERO, pt
from converter.layout.width import width

TWO = pt(32)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("某某县农业农村局", "2023年12月19日"),
        ("某某镇人民政府", "2023年12月19日"),
        ("某某镇", "2023年12月19日"),
        ("张三", "二〇二三年十二月十九日"),
        ("某某县农业农村局办公室", "2024年1月1日"),
    ],
)
def test_date_begins_two_characters_further_right(name: str, date: str) -> None:
    name_right, date_right = ending_indents(name, date, PLAIN)
    pitch = PLAIN.body.character
    name_start = name_right + pitch * width(name)
    date_start = date_right + pitch * width(date)
    assert name_start - date_start == TWO
    assert TWO in (name_right, date_right)


def test_alone_each_stands_two_characters_from_the_edge() -> None:
    assert ending_indents("某某县农业农村局", "", PLAIN)[0] == TWO
    assert ending_indents("", "2023年12月19日", PLAIN)[1] == TWO


def test_a_long_line_stays_in_the_text_area() -> None:
    name_right, _ = ending_indents("某" * 27, "年" * 30, PLAIN)
    assert ZERO <= name_right <= PLAIN.page.text_width - PLAIN.body.character * 27
