"""Lengths are exact: what is counted with them is what fractions give."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.layout.units import ZERO, Length, inches, mm, pt, twips

UNITS: dict[str, tuple[Callable[[int], Length], Fraction]] = {
    "pt": (pt, Fraction(1)),
    "mm": (mm, Fraction(720, 254)),
    "twips": (twips, Fraction(1, 20)),
}
LENGTHS = st.builds(
    lambda unit, value, over: (
        UNITS[unit][0](value) / over,
        UNITS[unit][1] * Fraction(value, over),
    ),
    st.sampled_from(list(UNITS)),
    st.integers(-40_000, 40_000),
    st.integers(1, 12),
)
FACTORS = st.one_of(
    st.integers(-50, 50),
    st.floats(-50, 50, allow_nan=False),
    st.fractions(-50, 50, max_denominator=500),
)


@given(LENGTHS, LENGTHS, FACTORS, st.integers(1, 400))
def test_arithmetic(
    one: tuple[Length, Fraction],
    other: tuple[Length, Fraction],
    factor: int | float | Fraction,
    divisor: int,
) -> None:
    (a, x), (b, y) = one, other
    assert (a + b).points == x + y
    assert (a - b).points == x - y
    assert (-a).points == -x
    assert (a * factor).points == x * Fraction(factor)
    assert (a / divisor).points == x / divisor
    assert [a < b, a <= b, a > b, a >= b, a == b] == [x < y, x <= y, x > y, x >= y, x == y]
    if x == y:
        assert hash(a) == hash(b)
    if y:
        assert a // b == x // y


@given(LENGTHS, FACTORS)
def test_units(length: tuple[Length, Fraction], factor: int | float | Fraction) -> None:
    """Rounded to the nearest whole one, of two to the even one, as fractions are."""
    found, exact = length[0] * factor, length[1] * Fraction(factor)
    assert found.twips == round(exact * 20)
    assert found.half_points == round(exact * 2)
    assert found.eighths == round(exact * 8)
    assert found.emu == round(exact * 12700)
    assert found.pt == float(exact)
    assert found.mm == float(exact * Fraction(254, 720))


@pytest.mark.parametrize(
    ("length", "points"),
    [
        (pt(10.5), Fraction(21, 2)),
        (mm(0.35), Fraction(126, 127)),
        (mm(1e-05), Fraction(36, 12_700_00)),
        (mm(-2.5), Fraction(-900, 127)),
        (inches(0.5), Fraction(36)),
        (ZERO, Fraction(0)),
    ],
)
def test_values(length: Length, points: Fraction) -> None:
    assert length.points == points


@pytest.mark.parametrize("value", ["nan", "inf"])
def test_no_length(value: str) -> None:
    with pytest.raises((ValueError, OverflowError)):
        mm(float(value))


def test_other_things_are_no_lengths() -> None:
    assert pt(1) != 12700
    assert pt(1) != "1 pt"
