"""Copies a font under another family name: python standin_font.py SOURCE TARGET FAMILY.

No free 小标宋 exists. FandolSong-Bold stands in, but its file says family FandolSong, style
Regular, weight 400: fontconfig cannot tell it from FandolSong-Regular.
"""

import os
import sys
from pathlib import Path

from fontTools.ttLib import TTFont


def copy_font(source: Path, target: Path, family: str) -> None:
    """Writes `target`: the glyphs of `source`, every name saying `family`."""
    postscript = family.replace(" ", "")
    names = {1: family, 2: "Regular", 3: f"{postscript}-Regular", 4: family, 6: postscript}
    font = TTFont(source)
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 5, 13, 14)]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
        table.setName(text, number, 1, 0, 0)
    if "CFF " in font:
        outlines = font["CFF "].cff
        outlines.fontNames = [postscript]
        top = outlines.topDictIndex[0]
        top.FullName, top.FamilyName = family, family
        for part in getattr(top, "FDArray", ()):  # the name a PDF shows
            part.FontName = postscript
    draft = target.with_suffix(f".{os.getpid()}")
    font.save(draft)
    draft.replace(target)


if __name__ == "__main__":
    copy_font(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
