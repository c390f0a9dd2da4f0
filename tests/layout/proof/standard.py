"""What GB/T 9704-2012 demands, in its own figures; nothing here is taken from the program.

Lengths in millimetres, type sizes in points. Positions count from the paper's upper left corner.
"""

from __future__ import annotations

from tests.tools.fonts import PDF_NAMES, XIAOBIAOSONG
from tests.tools.measure import MM

PAPER = (210.0, 297.0)
LEFT, TOP = 28.0, 37.0
TEXT_WIDTH, TEXT_HEIGHT = 156.0, 225.0
RIGHT, FOOT = LEFT + TEXT_WIDTH, TOP + TEXT_HEIGHT
CENTER = (LEFT + RIGHT) / 2

LANDSCAPE = (35.0, 260.0)
"""The text area of a turned sheet from left to right: its left edge is the foot of the sheet."""
DASH = 0.36
"""How far above the baseline a dash is drawn, in ems."""

SIZE_2, SIZE_3, SIZE_4 = 22.0, 16.0, 14.0
LINES, CHARACTERS = 22, 28
PITCH_POINTS = 28.95
"""225 mm / 22, rounded down so that the 22nd line still fits."""
PITCH = PITCH_POINTS * MM
FIRST_BASELINE = TOP + 0.8 * PITCH
"""An exact line has its baseline at 0.8 of its height."""
CHARACTER_3, CHARACTER_4 = SIZE_3 * MM, SIZE_4 * MM
SEVEN_EIGHTHS = CHARACTER_3 * 7 / 8
JUNCTION = 0.2
"""What LibreOffice puts between a Han character and a digit or letter, in characters; it cannot
be told not to."""

FANGSONG = PDF_NAMES["FandolFang"]
KAITI = PDF_NAMES["FandolKai"]
HEITI = PDF_NAMES["FandolHei"]
SONGTI = PDF_NAMES["FandolSong"]
BIAOSONG = PDF_NAMES[XIAOBIAOSONG]
RARE = "UMingCN"
CLASSES = {FANGSONG: "仿宋", KAITI: "楷体", HEITI: "黑体", SONGTI: "宋体", BIAOSONG: "小标宋"}
OFFICIAL_FONTS = {"仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"}

SMALLEST = 0.8
"""Glyphs smaller than this share of the text are marks of footnotes."""

NO_LINE_START = "，。、；：！？）》〉〕】』」”’…—％"
NO_LINE_END = "（《〈〔【『「“‘"
RED = "FF0000"
BLACK = "000000"


def class_of(fonts: frozenset[str]) -> str:
    """The classes of type that stand-in fonts stand for, in Chinese."""
    known = sorted(CLASSES.get(font, font) for font in fonts if font != RARE)
    return "、".join(known) or "后备字体"
