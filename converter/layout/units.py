"""Exact lengths, and the Chinese type sizes (字号).

1 pt = 20 twips = 2 half-points = 25.4/72 mm. A length keeps its exact value; only the property
that is read rounds, and to the unit that it names.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fractions import Fraction

_PT, _TWIP, _MM = 12700, 635, 36000
"""EMU (English metric units) in a point, a twip and a millimetre."""


class Length:
    """A length, exact: ``emu`` English metric units, divided by ``over``.

    Points, twips and hundredths of a millimetre are whole numbers of them, so that there is
    hardly ever something to divide by.
    """

    __slots__ = ("_emu", "_over")

    def __init__(self, emu: int, over: int = 1) -> None:
        if over != 1:
            common = _common(emu, over)
            emu, over = emu // common, over // common
        self._emu, self._over = emu, over

    @property
    def points(self) -> Fraction:
        """In points, exact."""
        from fractions import Fraction  # most lengths are never asked for it

        return Fraction(self._emu, self._over * _PT)

    @property
    def pt(self) -> float:
        """In points."""
        return self._emu / (self._over * _PT)

    @property
    def mm(self) -> float:
        """In millimetres."""
        return self._emu / (self._over * _MM)

    @property
    def twips(self) -> int:
        """In twentieths of a point, the nearest whole one."""
        return _nearest(self._emu, self._over * _TWIP)

    @property
    def emu(self) -> int:
        """In English metric units, of which a point has 12,700; the nearest whole one."""
        return _nearest(self._emu, self._over)

    @property
    def eighths(self) -> int:
        """In eighths of a point, the nearest whole one."""
        return _nearest(self._emu * 8, self._over * _PT)

    @property
    def half_points(self) -> int:
        """In half-points, the nearest whole one."""
        return _nearest(self._emu * 2, self._over * _PT)

    def __add__(self, other: Length) -> Length:
        if self._over == other._over == 1:
            return Length(self._emu + other._emu)
        emu = self._emu * other._over + other._emu * self._over
        return Length(emu, self._over * other._over)

    def __sub__(self, other: Length) -> Length:
        return self + -other

    def __neg__(self) -> Length:
        return Length(-self._emu, self._over)

    def __mul__(self, factor: int | float | Fraction) -> Length:
        times, over = factor.as_integer_ratio()
        return Length(self._emu * times, self._over * over)

    def __truediv__(self, divisor: int) -> Length:
        return Length(self._emu, self._over * divisor)

    def __floordiv__(self, other: Length) -> int:
        """How many times ``other`` fits."""
        return self._emu * other._over // (other._emu * self._over)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not Length:
            return NotImplemented
        return self._emu == other._emu and self._over == other._over

    def __hash__(self) -> int:
        return hash((self._emu, self._over))

    def __lt__(self, other: Length) -> bool:
        return self._emu * other._over < other._emu * self._over

    def __gt__(self, other: Length) -> bool:
        return other < self

    def __le__(self, other: Length) -> bool:
        return not other < self

    def __ge__(self, other: Length) -> bool:
        return not self < other

    def __repr__(self) -> str:
        return f"Length({self.pt:g} pt)"


def _common(one: int, other: int) -> int:
    """The greatest common divisor (that of :mod:`math` is a file more to open)."""
    while other:
        one, other = other, one % other
    return one


def _nearest(value: int, over: int) -> int:
    """The whole number nearest to ``value / over``; of two, the even one."""
    whole, rest = divmod(value, over)
    is_more = 2 * rest > over or (2 * rest == over and whole % 2 == 1)
    return whole + is_more


def pt(value: int | float | Fraction) -> Length:
    """The length of ``value`` points."""
    return Length(_PT) * value


def mm(value: int | float) -> Length:
    """The length of ``value`` millimetres, exact for whole and for decimal values."""
    text = str(value)
    if "e" in text:
        from fractions import Fraction

        return Length(_MM) * Fraction(text)
    whole, _, decimals = text.partition(".")
    return Length(int(whole + decimals) * _MM, 10 ** len(decimals))


def twips(value: int) -> Length:
    """The length of ``value`` twips."""
    return Length(value * _TWIP)


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
