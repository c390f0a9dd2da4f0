"""Where type stands on its line: baseline, em box, ink. Measured on the page, in hundredths of an
em, but for the baseline."""

from __future__ import annotations

from converter.layout.units import Length

BASELINE = 80
"""Of an exact line so many hundredths stand above the baseline, whatever the font; in Word as well
as in LibreOffice."""

EM_ABOVE, EM_BELOW = 88, 12
"""The em box of a Chinese character above and below the baseline."""

INK_ABOVE, INK_BELOW = 78, 17
"""The ink of a line of 小标宋: between what was measured on a free 宋体 of heavy weight (0.77
above) and the slightly larger faces of 小标宋."""


def ink_top(pitch: Length, size: Length) -> Length:
    """From the top of an exact line to the ink of a mark on it; negative if it is higher."""
    return (pitch * BASELINE - size * INK_ABOVE) / 100


def em_top(pitch: Length, size: Length) -> Length:
    """From the top of an exact line to the em box of its characters."""
    return (pitch * BASELINE - size * EM_ABOVE) / 100


def ink_height(size: Length) -> Length:
    """The height of the ink of one line of a mark."""
    return size * (INK_ABOVE + INK_BELOW) / 100


def least_pitch(size: Length) -> Length:
    """The pitch of a line of a mark on which the ink begins with the line."""
    return size * INK_ABOVE / BASELINE
