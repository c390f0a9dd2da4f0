"""How programs measure text: the gaps they set, and the widths of Western fonts."""

from __future__ import annotations

from converter.layout.width import GAP, character_width
from converter.record import field, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


@record(eq=False)
class Measure:
    """How a program measures text and pages.

    ``gap`` is the room between Chinese and Western characters, ``fonts`` the widths by the name
    of a font where they are not those of :func:`character_width`, both in full-width characters.
    ``whole_lines`` says whether a page with a grid has no room but for whole lines of the grid.
    """

    gap: float = GAP
    whole_lines: bool = True
    fonts: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def width(self, character: str, font: str) -> float:
        """One character's width in full-width characters."""
        own = self.fonts.get(font)
        if own is not None and character in own:
            return own[character]
        return character_width(character)


# Liberation Serif's widths, which are those of Times New Roman, from the space to the tilde.
_TIMES = """
.25 .333 .408 .5 .5 .833 .778 .18 .333 .333 .5 .564 .25 .333 .25 .278
.5 .5 .5 .5 .5 .5 .5 .5 .5 .5 .278 .278 .564 .564 .564 .444
.921 .722 .667 .667 .722 .611 .556 .722 .722 .333 .389 .722 .611 .889 .722 .722
.556 .722 .667 .556 .611 .722 .722 .944 .722 .722 .611 .333 .278 .333 .469 .5
.333 .444 .5 .444 .5 .444 .333 .5 .5 .278 .278 .5 .278 .778 .5 .5
.5 .5 .333 .389 .278 .5 .5 .722 .5 .5 .444 .48 .2 .48 .541
"""
WESTERN_FONTS: dict[str, dict[str, float]] = {
    "Times New Roman": {chr(32 + i): float(each) for i, each in enumerate(_TIMES.split())},
}
"""Widths of the fonts that are used for Western text."""

OFFICE = Measure(fonts=WESTERN_FONTS)
"""LibreOffice, which sets the gap whatever the document says."""

WORD = Measure(gap=0, whole_lines=False, fonts=WESTERN_FONTS)
"""Word and WPS, which leave the gap out where the document says so."""

_FREE = {
    name: dict(WESTERN_FONTS["Times New Roman"])
    for name in ("仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体")
}
FREE = Measure(fonts=WESTERN_FONTS | _FREE)
"""LibreOffice with free Chinese fonts, whose Western characters are not all half as wide."""
