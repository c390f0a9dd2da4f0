"""Where type stands on its line: baseline, em box, ink. Measured on the page, in ems."""

from __future__ import annotations

from fractions import Fraction

from converter.layout.units import Length

BASELINE = Fraction(4, 5)
"""Of an exact line so much stands above the baseline, whatever the font; in Word as well as in
LibreOffice."""

EM_ABOVE, EM_BELOW = Fraction(88, 100), Fraction(12, 100)
"""The em box of a Chinese character above and below the baseline."""

INK_ABOVE, INK_BELOW = Fraction(78, 100), Fraction(17, 100)
"""The ink of a line of 小标宋: between what was measured on a free 宋体 of heavy weight (0.77
above) and the slightly larger faces of 小标宋."""


def ink_top(pitch: Length, size: Length) -> Length:
    """From the top of an exact line to the ink of a mark on it; negative if it is higher."""
    return pitch * BASELINE - size * INK_ABOVE


def em_top(pitch: Length, size: Length) -> Length:
    """From the top of an exact line to the em box of its characters."""
    return pitch * BASELINE - size * EM_ABOVE
