"""Exact lengths, and the Chinese type sizes (字号).

1 pt = 20 twips = 2 half-points = 25.4/72 mm. A length keeps its exact value; only the property
that is read rounds, and to the unit that it names.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length, exact, in points."""

    points: Fraction

    @property
    def pt(self) -> float:
        """In points."""
        return float(self.points)

    @property
    def mm(self) -> float:
        """In millimetres."""
        return float(self.points * Fraction(254, 720))

    @property
    def twips(self) -> int:
        """In twentieths of a point, the nearest whole one."""
        return round(self.points * 20)

    @property
    def emu(self) -> int:
        """In English metric units, of which a point has 12,700; the nearest whole one."""
        return round(self.points * 12700)

    @property
    def eighths(self) -> int:
        """In eighths of a point, the nearest whole one."""
        return round(self.points * 8)

    @property
    def half_points(self) -> int:
        """In half-points, the nearest whole one."""
        return round(self.points * 2)

    def __add__(self, other: Length) -> Length:
        return Length(self.points + other.points)

    def __sub__(self, other: Length) -> Length:
        return Length(self.points - other.points)

    def __neg__(self) -> Length:
        return Length(-self.points)

    def __mul__(self, factor: int | float | Fraction) -> Length:
        return Length(self.points * Fraction(factor))

    def __floordiv__(self, other: Length) -> int:
        """How many times ``other`` fits."""
        return self.points // other.points


def pt(value: int | float) -> Length:
    """The length of ``value`` points."""
    return Length(Fraction(value))


def mm(value: int | float) -> Length:
    """The length of ``value`` millimetres, exact for whole and for decimal values."""
    return Length(Fraction(str(value)) * Fraction(720, 254))


def twips(value: int) -> Length:
    """The length of ``value`` twips."""
    return Length(Fraction(value, 20))


def inches(value: float) -> Length:
    """The length of ``value`` inches, to the nearest twip."""
    return twips(round(value * 1440))


ZERO = pt(0)

TYPE_SIZES: dict[str, Length] = {
    "初号": pt(42),
    "小初": pt(36),
    "一号": pt(26),
    "小一": pt(24),
    "二号": pt(22),
    "小二": pt(18),
    "三号": pt(16),
    "小三": pt(15),
    "四号": pt(14),
    "小四": pt(12),
    "五号": pt(10.5),
    "小五": pt(9),
    "六号": pt(7.5),
    "小六": pt(6.5),
    "七号": pt(5.5),
    "八号": pt(5),
}

# Both ways of writing are usual: 三号 and 3号.
TYPE_SIZES |= {
    name.translate(str.maketrans("一二三四五六七八", "12345678")): size
    for name, size in TYPE_SIZES.items()
}
