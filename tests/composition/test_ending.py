"""署名 and date (GB/T 9704-2012, 7.3.5): where they stand to each other and to the edge."""

from __future__ import annotations

import pytest

from converter.composition.blocks import Frame, Paragraph
from converter.composition.ending import ending, unsealed_lefts
from converter.composition.sealing import sealed_rights
from converter.composition.subject import Subject, pictures_in
from converter.errors import InputError
from converter.layout.gbt9704 import LAYOUTS, PAGE, STYLES
from converter.layout.units import ZERO, Length, pt
from converter.layout.width import width
from converter.model.elements import Elements
from converter.model.nodes import DateLine, Document, TextLine

WIDTH = PAGE.text_width
CHARACTER = STYLES.signature.character
DATE = "2023年12月19日"


def subject(name: str = "", date: str = "", layout: str = "report", **facts: object) -> Subject:
    document = Document(
        signature=TextLine(name, 8) if name else None,
        date=DateLine(date, None, 9) if date else None,
        elements=Elements(**facts),  # type: ignore[arg-type]
    )
    return Subject(document, LAYOUTS[layout], pictures_in(None))


@pytest.mark.parametrize("date", [DATE, "二〇二三年十二月十九日", "2024年1月1日"])
@pytest.mark.parametrize("name", ["某某县农业农村局", "某某镇", "张三", "某某县农业农村局办公室"])
def test_unsealed_date_begins_two_characters_further_in(name: str, date: str) -> None:
    name_left, date_left = unsealed_lefts(name, date, subject())
    assert date_left - name_left == CHARACTER * 2
    longer = max((name_left, name), (date_left, date), key=lambda item: width(item[1]))
    free = WIDTH - longer[0] - CHARACTER * width(longer[1])
    # A bit more where a date set with gaps would else leave the text area.
    assert pt(32) <= free <= pt(33)


def test_a_long_unsealed_name_stays_in_the_text_area() -> None:
    name_left, date_left = unsealed_lefts("某" * 27, "年" * 27, subject())
    assert name_left >= ZERO
    assert date_left + CHARACTER * 27 <= WIDTH


@pytest.mark.parametrize("name", ["某镇", "某某县农业农村局", "某某自治州人民政府办公室"])
def test_sealed_name_is_centred_on_the_date(name: str) -> None:
    name_right, date_right = sealed_rights(name, DATE, subject())
    assert date_right == pt(64)
    assert _center(name_right, name) == _center(date_right, DATE)


def test_a_sealed_name_too_long_for_that_moves_the_date() -> None:
    name = "某" * 24
    name_right, date_right = sealed_rights(name, DATE, subject())
    assert name_right == ZERO
    assert _center(name_right, name) == _center(date_right, DATE)


def _center(right: Length, text: str) -> Length:
    return right + CHARACTER * width(text) * 0.5


def lines(made: Subject) -> list[Paragraph]:
    return [block for block in ending(made) if isinstance(block, Paragraph)]


def test_room_is_left_for_a_seal() -> None:
    name, date = lines(subject("某某县人民政府", DATE, "official"))
    assert name.before == STYLES.body.line_pitch * 2
    assert (name.keep_next, date.keep_next, date.before) == (True, False, ZERO)


def test_no_seal_where_the_metadata_says_so() -> None:
    name, _ = lines(subject("某某县人民政府", DATE, "official", seal="none"))
    assert name.before == STYLES.body.line_pitch


def test_several_unsealed_names_stand_one_below_the_other() -> None:
    first, second, date = lines(subject("某某县司法局\n某某县公安局", DATE))
    assert [line.text for line in (first, second, date)] == ["某某县司法局", "某某县公安局", DATE]
    assert first.indents == second.indents
    assert (first.before, second.before) == (STYLES.body.line_pitch, ZERO)


@pytest.mark.parametrize(("count", "shape"), [(2, [2]), (3, [3]), (4, [3, 3]), (5, [3, 3])])
def test_joint_seals_have_room_side_by_side(count: int, shape: list[int]) -> None:
    names = [f"某某县第{n}局" for n in "一二三四五"[:count]]
    made = subject("\n".join(names), DATE, "official")
    (frame,) = (block for block in ending(made) if isinstance(block, Frame))
    # The last column has no text: it fills the text area up.
    assert [len(row) - 1 for row in frame.rows] == shape
    assert frame.width.pt == pytest.approx(WIDTH.pt)
    # A seal fits into each cell.
    seal = made.layout.ending.seal_size
    assert all(height and height > seal for height in frame.heights)
    assert all(width > seal for width in frame.widths[:-1])
    # The middle of the last name is that of a date with four characters free on the right.
    columns, column = len(frame.widths) - 1, frame.widths[0]
    middle = WIDTH - pt(64) - CHARACTER * width(DATE) * 0.5
    assert (column * (columns - 0.5)).pt == pytest.approx(middle.pt)
    texts = [cell.text for row in frame.rows for cells in row for cell in cells if cell.text]
    assert texts == [*names, DATE]
    # The date is below the last name.
    assert [cell.text for cell in frame.rows[-1][-2]] == [names[-1], DATE]


def test_one_picture_of_a_seal_is_not_for_several_bodies() -> None:
    made = subject("某某县司法局\n某某县公安局", DATE, "official", seal="seal.png")
    with pytest.raises(InputError, match="印章"):
        list(ending(made))


def test_signature_stamp() -> None:
    made = subject("", DATE, "order", post="县长", signatory="张三")
    post, date = lines(made)
    assert post.text == "县长\u3000\u3000张三"
    assert post.before == STYLES.body.line_pitch * 2
    assert date.before == STYLES.body.line_pitch
    assert all(line.indents and line.indents.right == pt(64) for line in (post, date))


def test_a_date_above_the_name_in_the_source_stays_there() -> None:
    document = Document(signature=TextLine("某某县司法局", 9), date=DateLine(DATE, "2023-12-19", 8))
    for layout in ("report", "official"):
        made = Subject(document, LAYOUTS[layout], pictures_in(None))
        assert [line.text for line in lines(made)] == [DATE, "某某县司法局"]
